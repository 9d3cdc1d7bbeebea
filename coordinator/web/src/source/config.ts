// Where these pages find their facts: config.json beside index.html. A coordinator writes it itself; on a static host it is a file.
import { isAddress, type Address } from "viem";
import { trouble } from "../texts/en/trouble";

/** The contracts of one deployment, by the names of its deployment file. */
export const contracts = ["runRegistry", "training", "disputes", "court", "vault", "matches", "demands", "validators", "attention", "goals"] as const;
export type ContractName = (typeof contracts)[number];

export interface Config {
  /** GraphQL of a coordinator or a subgraph. */
  graphql: string;
  /** Server-sent events of a coordinator; null: the page asks again instead. */
  events: string | null;
  /** A coordinator's other addresses (bundles, checkpoints); null where a subgraph answers. */
  api: string | null;
  /** A trustless IPFS gateway, to which a CID is appended; null: content can't be fetched. */
  gateway: string | null;
  /** A node for reading without a wallet; null: the wallet's own is used, or none. */
  rpc: string | null;
  chainId: number;
  deployment: Record<ContractName, Address>;
}

/** Reads and checks config.json. Bounds: 64 KiB. Throws an Error that says what is wrong with it. */
export async function loadConfig(): Promise<Config> {
  const url = new URL("config.json", document.baseURI);
  const answer = await fetch(url, { cache: "no-store" });
  if (!answer.ok) throw new Error(trouble.config.status(answer.status));
  const text = await answer.text();
  if (text.length > 64 << 10) throw new Error(trouble.config.long);
  return parseConfig(text, url);
}

export function parseConfig(text: string, base: URL): Config {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Error(trouble.config.json);
  }
  if (typeof json !== "object" || json === null) throw new Error(trouble.config.object);
  const fields = json as Record<string, unknown>;
  const address = (name: string): string | null => {
    const value = fields[name];
    if (value === undefined || value === null) return null;
    if (typeof value !== "string") throw new Error(trouble.config.text(name));
    const url = new URL(value, base);
    if (url.protocol !== "http:" && url.protocol !== "https:") throw new Error(trouble.config.http(name));
    return url.href;
  };
  const graphql = address("graphql");
  if (graphql === null) throw new Error(trouble.config.graphql);
  const chainId = fields.chainId;
  if (typeof chainId !== "number" || !Number.isSafeInteger(chainId) || chainId < 1) throw new Error(trouble.config.chain);
  const deployment = (fields.deployment ?? {}) as Record<string, unknown>;
  const found: Partial<Record<ContractName, Address>> = {};
  for (const name of contracts) {
    const value = deployment[name];
    if (typeof value !== "string" || !isAddress(value, { strict: false })) throw new Error(trouble.config.address(name));
    found[name] = value.toLowerCase() as Address;
  }
  return {
    graphql,
    events: address("events"),
    api: address("api"),
    gateway: address("gateway"),
    rpc: address("rpc"),
    chainId,
    deployment: found as Record<ContractName, Address>,
  };
}
