// What pages use of wallet and node.
import { useQueries, useQuery } from "@tanstack/react-query";
import { useMemo, useSyncExternalStore } from "react";
import type { PublicClient } from "viem";
import { useConfig, useLive } from "../source/hooks";
import { validatorsAbi } from "./abi";
import { dataOf, tryAct, type Act, type Preview } from "./act";
import { nodeOf } from "./node";
import { useWallets, type WalletState } from "./wallet";

export function useWallet(): WalletState {
  const wallets = useWallets();
  return useSyncExternalStore(wallets.subscribe, wallets.current);
}

export function useNode(): PublicClient | null {
  const config = useConfig();
  const { wallet } = useWallet();
  const provider = wallet?.chainId === config.chainId ? wallet.provider : null;
  return useMemo(() => nodeOf(config, provider), [config, provider]);
}

/** Tries an act on each new block. Undefined: being tried, or nobody to try it for. */
export function usePreview(act: Act | null): Preview | undefined {
  return useQuery(usePreviewOf()(act)).data;
}

/** The same for several. */
export function usePreviews(acts: readonly Act[]): (Preview | undefined)[] {
  const of = usePreviewOf();
  return useQueries({ queries: acts.map(of) }).map((query) => query.data);
}

function usePreviewOf() {
  const config = useConfig();
  const node = useNode();
  const { wallet } = useWallet();
  const { block } = useLive();
  return (act: Act | null) => {
    const what = act === null ? "" : `${act.to} ${dataOf(act)} ${act.value ?? 0n} ${wallet?.address}`;
    return {
      queryKey: ["preview", what, block?.number],
      // What was found for the last block stays until it is tried on this one; what was found for another act never does.
      placeholderData: (found: Preview | undefined, of?: { queryKey: readonly unknown[] }) => (of?.queryKey[1] === what ? found : undefined),
      queryFn: () => (act && node && wallet ? tryAct(node, wallet.address, act, config.deployment.vault) : Promise.reject(new Error("nobody"))),
      enabled: act !== null && node !== null && wallet !== null && wallet.chainId === config.chainId,
      retry: false,
    };
  };
}

/** What a unit of gas costs on the newest block; null: not known. Wei. */
export function useGasPrice(): bigint | null {
  const node = useNode();
  const { block } = useLive();
  const { data } = useQuery({ queryKey: ["gas price", block?.number], queryFn: () => node?.getGasPrice() ?? null, enabled: node !== null, retry: false });
  return data ?? null;
}

/** How long stake that is asked back stays; null: not known. A constant of the deployment. Units: seconds. */
export function useCooldown(): number | null {
  const { deployment } = useConfig();
  const node = useNode();
  const { data } = useQuery({
    queryKey: ["cooldown", deployment.validators],
    queryFn: async () => Number((await node?.readContract({ address: deployment.validators, abi: validatorsAbi, functionName: "unstakeCooldown" })) ?? 0),
    enabled: node !== null,
    retry: false,
  });
  return data ? data : null;
}
