// A wallet inside this page, for local chains alone: coins there are worth nothing, and a devnet's keys are known to everybody. The key lives in this
// page's memory and nowhere else.
import type { EIP6963ProviderDetail } from "mipd";
import { bytesToHex, createWalletClient, hexToBytes, http, isHex, numberToHex, size, toHex, type Address, type EIP1193Provider, type Hash, type Hex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import type { Config } from "../source/config";
import { chainOf, localChains } from "./node";
import { trouble } from "../texts/en/trouble";

/** The seed of the accounts that `commonweight devnet` makes unless it is told another. */
const publishedSeed = "commonweight";

/** The key of a devnet's account, as its keys/NN.json hold it. Source: internal/chain.DeriveKey. */
export async function devnetKey(account: number): Promise<Hex> {
  const text = new TextEncoder().encode(`commonweight key\0${publishedSeed}\0`);
  const bytes = new Uint8Array(text.length + 4);
  bytes.set(text);
  new DataView(bytes.buffer).setUint32(text.length, account);
  return bytesToHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}

/** Null: it is no key. */
export function parseKey(text: string): Hex | null {
  const hex = text.trim().replace(/^(0x)?/, "0x");
  if (!isHex(hex) || size(hex) !== 32) return null;
  try {
    privateKeyToAccount(hex);
    return hex;
  } catch {
    return null;
  }
}

interface Transaction {
  to: Address;
  data: Hex;
  value?: Hex;
  gas?: Hex;
}

/** Throws where the chain isn't local, or there is no node to send to. It agrees to whatever it is asked. */
export function localWallet(config: Config, key: Hex, name: string): EIP6963ProviderDetail {
  if (!localChains.includes(config.chainId)) throw new Error(trouble.chain.localOnly);
  if (config.rpc === null) throw new Error(trouble.chain.noNode);
  const account = privateKeyToAccount(key);
  const client = createWalletClient({ account, chain: chainOf(config), transport: http(config.rpc, { timeout: 10_000 }) });
  const request = async ({ method, params = [] }: { method: string; params?: readonly unknown[] }): Promise<unknown> => {
    switch (method) {
      case "eth_requestAccounts":
      case "eth_accounts":
        return [account.address];
      case "eth_chainId":
        return numberToHex(config.chainId);
      case "personal_sign":
        return account.signMessage({ message: { raw: hexToBytes(params[0] as Hex) } });
      case "eth_signTypedData_v4":
        return account.signTypedData(JSON.parse(params[1] as string) as Parameters<typeof account.signTypedData>[0]);
      case "eth_sendTransaction": {
        const { to, data, value, gas } = params[0] as Transaction;
        return (await client.sendTransaction({ to, data, value: BigInt(value ?? 0), ...(gas === undefined ? {} : { gas: BigInt(gas) }) })) satisfies Hash;
      }
      default:
        return client.request({ method, params } as Parameters<typeof client.request>[0]);
    }
  };
  const provider = { request, on: () => {}, removeListener: () => {} } as unknown as EIP1193Provider;
  const uuid = crypto.randomUUID?.() ?? toHex(crypto.getRandomValues(new Uint8Array(16)));
  return { info: { uuid, name, icon: "data:image/svg+xml,", rdns: "local" }, provider };
}
