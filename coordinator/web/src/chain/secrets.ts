// The secret that hides a person's ballots. It follows from a signature where the wallet signs alike each time; else salts are random and live in a
// backup file. It stays in memory and is never stored.
import { getAddress, isHex, size, stringToHex, type Address, type Hex } from "viem";
import { abstain, ballotHash, randomSalt, saltOf, saltText, type Slot } from "./ballots";
import type { Wallet } from "./wallet";

/** A ballot as a backup file keeps it. */
export interface Backup extends Slot {
  version: 1;
  chainId: number;
  court: Address;
  juror: Address;
  root: Hex;
  salt: Hex;
}

const signatures = new Map<string, Hex | null>();

/** The signature that salts follow from; null: this wallet never signs alike. Asks the wallet twice, once per visit. */
export async function secretOf(wallet: Wallet, chainId: number, court: Address): Promise<Hex | null> {
  const key = `${chainId}-${court}-${wallet.address}`;
  const known = signatures.get(key);
  if (known !== undefined) return known;
  const text = stringToHex(saltText(chainId, court, wallet.address));
  const sign = () => wallet.provider.request({ method: "personal_sign", params: [text, wallet.address] });
  const first = await sign();
  const second = await sign();
  const secret = first === second && size(first) === 65 ? canonical(first) : null;
  signatures.set(key, secret);
  return secret;
}

// v is written as 27 or 28, or as 0 or 1.
function canonical(signature: Hex): Hex {
  const v = Number.parseInt(signature.slice(-2), 16);
  return v < 27 ? (`${signature.slice(0, -2)}${(v + 27).toString(16)}` as Hex) : signature;
}

export interface Prepared {
  ballot: Hex;
  /** What has to be saved before the ballot is cast; null: nothing, the secret follows from the key. */
  backup: Backup | null;
}

/** Makes a ballot. */
export async function prepareBallot(wallet: Wallet, chainId: number, court: Address, slot: Slot, root: Hex): Promise<Prepared> {
  const secret = await secretOf(wallet, chainId, court);
  const salt = secret === null ? randomSalt() : await saltOf(secret, slot);
  const ballot = ballotHash(chainId, court, slot, wallet.address, root, salt);
  return { ballot, backup: secret === null ? { version: 1, chainId, court, juror: wallet.address, ...slot, root, salt } : null };
}

/** Finds root and salt that open a ballot: by the wallet's secret for each root that may have been named, or by a backup. Null: none does. */
export async function openBallot(
  wallet: Wallet,
  chainId: number,
  court: Address,
  slot: Slot,
  ballot: Hex,
  roots: readonly Hex[],
  backup: Backup | null,
): Promise<{ root: Hex; salt: Hex } | null> {
  const opens = (root: Hex, salt: Hex) => ballotHash(chainId, court, slot, wallet.address, root, salt) === ballot;
  if (backup !== null) return opens(backup.root, backup.salt) ? { root: backup.root, salt: backup.salt } : null;
  const secret = await secretOf(wallet, chainId, court);
  if (secret === null) return null;
  const salt = await saltOf(secret, slot);
  const root = [...roots, abstain].find((candidate) => opens(candidate, salt));
  return root === undefined ? null : { root, salt };
}

/** Reads a backup file. Bounds: 4 KiB. Errors: it says what is wrong with it. */
export function parseBackup(text: string, chainId: number, court: Address, juror: Address): Backup {
  if (text.length > 4096) throw new Error("it is longer than a backup can be");
  let found: Partial<Record<keyof Backup, unknown>>;
  try {
    found = JSON.parse(text) as typeof found;
  } catch {
    throw new Error("it isn't JSON");
  }
  const { commitment, round, seed, root, salt } = found;
  const word = (value: unknown): value is Hex => isHex(value) && size(value) === 32;
  if (found.version !== 1 || typeof round !== "number" || !word(commitment) || !word(seed) || !word(root) || !word(salt)) {
    throw new Error("it is no backup of a ballot");
  }
  if (found.chainId !== chainId || found.court !== court) throw new Error("it belongs to another chain or court");
  if (typeof found.juror !== "string" || getAddress(found.juror) !== getAddress(juror)) throw new Error("it belongs to another juror");
  return { version: 1, chainId, court, juror, commitment, round, seed, root, salt };
}
