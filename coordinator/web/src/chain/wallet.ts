// The person's wallet: found by EIP-6963 (no wallet is favoured), asked for nothing before the person says so.
import { createStore, type EIP6963ProviderDetail } from "mipd";
import { createContext, useContext } from "react";
import { getAddress, numberToHex, type Address, type EIP1193Provider } from "viem";
import { plain } from "../facts/plain";
import { trouble } from "../texts/en/trouble";

export interface Wallet {
  name: string;
  address: Address;
  chainId: number;
  provider: EIP1193Provider;
  /** Its key is in this page's memory (local.ts). */
  local: boolean;
}

export interface WalletState {
  /** Wallets that have announced themselves. */
  found: readonly EIP6963ProviderDetail[];
  wallet: Wallet | null;
  /** Why the last attempt failed; null: it didn't. */
  trouble: string | null;
}

const remembered = "commonweight.wallet";

/** Keeps track of wallets and of the one that is connected. Whoever listens is told of every change. */
export class Wallets {
  private readonly store = createStore();
  private readonly listeners = new Set<() => void>();
  private state: WalletState = { found: this.store.getProviders(), wallet: null, trouble: null };
  private dismiss: (() => void) | null = null;

  constructor() {
    this.store.subscribe((found) => {
      this.set({ ...this.state, found });
      void this.resume();
    });
    void this.resume();
  }

  readonly current = (): WalletState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Asks the wallet for an account. */
  readonly connect = async (detail: EIP6963ProviderDetail): Promise<void> => {
    try {
      await this.use(detail, await detail.provider.request({ method: "eth_requestAccounts" }));
      localStorage.setItem(remembered, detail.info.rdns);
    } catch (error) {
      this.set({ ...this.state, trouble: reason(error) });
    }
  };

  /** Uses a wallet whose key is in this page, until the page is left. */
  readonly connectLocal = async (detail: EIP6963ProviderDetail): Promise<void> => {
    localStorage.removeItem(remembered);
    await this.use(detail, await detail.provider.request({ method: "eth_requestAccounts" }), true);
  };

  readonly disconnect = (): void => {
    localStorage.removeItem(remembered);
    this.leave();
    this.set({ ...this.state, wallet: null, trouble: null });
  };

  /** Asks the wallet to speak to the chain of these pages, and to learn of it where it doesn't know it. */
  readonly switchTo = async (chainId: number, rpc: string | null): Promise<void> => {
    const { wallet } = this.state;
    if (wallet === null) return;
    const chain = numberToHex(chainId);
    try {
      await wallet.provider.request({ method: "wallet_switchEthereumChain", params: [{ chainId: chain }] });
    } catch (error) {
      if (rpc === null || (error as { code?: number }).code !== 4902) {
        this.set({ ...this.state, trouble: reason(error) });
        return;
      }
      try {
        const coin = { name: "coin", symbol: "ETH", decimals: 18 };
        await wallet.provider.request({
          method: "wallet_addEthereumChain",
          params: [{ chainId: chain, chainName: `chain ${chainId}`, nativeCurrency: coin, rpcUrls: [rpc] }],
        });
      } catch (refused) {
        this.set({ ...this.state, trouble: reason(refused) });
      }
    }
  };

  /** Connects again, without asking, to the wallet that was used before, if it still agrees. */
  private async resume(): Promise<void> {
    if (this.state.wallet !== null) return;
    const rdns = localStorage.getItem(remembered);
    const detail = this.state.found.find((d) => d.info.rdns === rdns);
    if (detail === undefined) return;
    const accounts = await detail.provider.request({ method: "eth_accounts" }).catch(() => []);
    if (accounts.length > 0 && this.state.wallet === null) await this.use(detail, accounts);
  }

  private async use(detail: EIP6963ProviderDetail, accounts: readonly Address[], local = false): Promise<void> {
    const first = accounts[0];
    if (first === undefined) throw new Error(trouble.chain.noAccount);
    const { provider } = detail;
    const chainId = Number(await provider.request({ method: "eth_chainId" }));
    this.leave();
    const accountsChanged = (now: readonly Address[]) => {
      const next = now[0];
      if (next === undefined) this.disconnect();
      else if (this.state.wallet !== null) this.set({ ...this.state, wallet: { ...this.state.wallet, address: getAddress(next) } });
    };
    const chainChanged = (id: string) => {
      if (this.state.wallet !== null) this.set({ ...this.state, wallet: { ...this.state.wallet, chainId: Number(id) }, trouble: null });
    };
    provider.on("accountsChanged", accountsChanged);
    provider.on("chainChanged", chainChanged);
    this.dismiss = () => {
      provider.removeListener("accountsChanged", accountsChanged);
      provider.removeListener("chainChanged", chainChanged);
    };
    this.set({ ...this.state, wallet: { name: detail.info.name, address: getAddress(first), chainId, provider, local }, trouble: null });
  }

  private leave(): void {
    this.dismiss?.();
    this.dismiss = null;
  }

  private set(state: WalletState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

export const WalletsContext = createContext<Wallets | null>(null);

export function useWallets(): Wallets {
  const wallets = useContext(WalletsContext);
  if (wallets === null) throw new Error("no wallets");
  return wallets;
}

/** A wallet's own words, short. */
export function reason(error: unknown): string {
  const { shortMessage, message } = error as { shortMessage?: string; message?: string };
  return plain(String(shortMessage ?? message ?? error).split("\n", 1)[0] ?? "");
}
