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

/** Null: there is no node to ask. */
export function nodeOf(config: Config, provider: EIP1193Provider | null): PublicClient | null {
  const chain = chainOf(config);
  if (config.rpc !== null) return createPublicClient({ chain, transport: http(config.rpc, { timeout: 10_000, retryCount: 1 }) });
  if (provider !== null) return createPublicClient({ chain, transport: custom(provider) });
  return null;
}
