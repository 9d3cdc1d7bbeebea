// A node to read from: the one that config.json names, else the connected wallet's.
import { createPublicClient, custom, defineChain, http, type Chain, type EIP1193Provider, type PublicClient } from "viem";
import type { Config } from "../source/config";

/** Local chains, where keys are toys. */
export const localChains: readonly number[] = [1337, 31337];

export function chainOf(config: Config): Chain {
  return defineChain({
    id: config.chainId,
    name: localChains.includes(config.chainId) ? "local chain" : `chain ${config.chainId}`,
    nativeCurrency: { name: "coin", symbol: "coin", decimals: 18 },
    rpcUrls: { default: { http: config.rpc === null ? [] : [config.rpc] } },
  });
}

// Units: milliseconds. Somebody waits for a receipt: a local chain has it at once, any other within one of its blocks.
const pollingOf = (chainId: number) => (localChains.includes(chainId) ? 250 : 1_500);

/** Null: there is no node to ask. */
export function nodeOf(config: Config, provider: EIP1193Provider | null): PublicClient | null {
  const chain = chainOf(config);
  const pollingInterval = pollingOf(config.chainId);
  if (config.rpc !== null) return createPublicClient({ chain, pollingInterval, transport: http(config.rpc, { timeout: 10_000, retryCount: 1 }) });
  if (provider !== null) return createPublicClient({ chain, pollingInterval, transport: custom(provider) });
  return null;
}
