// The secret that hides a person's ballots. It follows from a signature where the wallet signs alike each time; else salts are random and live in a
// backup file. It stays in memory and is never stored.
import { getAddress, isAddress as isAddressText, isHex, size, stringToHex, type Address, type Hex } from "viem";
import { abstain, ballotHash, randomSalt, saltOf, saltText, type Slot } from "./ballots";
import type { Wallet } from "./wallet";
import { trouble } from "../texts/en/trouble";

/** A ballot as a backup file keeps it. */
export interface Backup extends Slot {
  version: 1;
  chainId: number;
  court: Address;
  juror: Address;
  root: Hex;
  salt: Hex;
}

const isAddress = (value: unknown, options: { strict: boolean }): value is Address => typeof value === "string" && isAddressText(value, options);

const signatures = new Map<string, Hex | null>();

/**
 * The signature that a juror's salts follow from; null: this wallet never signs alike. Asks the wallet twice, once per visit. `juror`: the wallet
 * itself, or a contract wallet that it signs for.
 */
async function secretOf(wallet: Wallet, chainId: number, court: Address, juror: Address): Promise<Hex | null> {
  const key = `${chainId}-${court}-${juror}-${wallet.address}`;
  const known = signatures.get(key);
  if (known !== undefined) return known;
  const text = stringToHex(saltText(chainId, court, juror));
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

/** Makes a juror's ballot. */
export async function prepareBallot(wallet: Wallet, chainId: number, court: Address, slot: Slot, juror: Address, root: Hex): Promise<Prepared> {
  const secret = await secretOf(wallet, chainId, court, juror);
  const salt = secret === null ? randomSalt() : await saltOf(secret, slot);
  const ballot = ballotHash(chainId, court, slot, juror, root, salt);
  return { ballot, backup: secret === null ? { version: 1, chainId, court, juror, ...slot, root, salt } : null };
}

/** Finds root and salt that open a ballot: by the wallet's secret for each root that may have been named, or by a backup. Null: none does. */
export async function openBallot(
  wallet: Wallet,
  chainId: number,
  court: Address,
  slot: Slot,
  juror: Address,
  ballot: Hex,
  roots: readonly Hex[],
  backup: Backup | null,
): Promise<{ root: Hex; salt: Hex } | null> {
  const opens = (root: Hex, salt: Hex) => ballotHash(chainId, court, slot, juror, root, salt) === ballot;
  if (backup !== null) return opens(backup.root, backup.salt) ? { root: backup.root, salt: backup.salt } : null;
  const secret = await secretOf(wallet, chainId, court, juror);
  if (secret === null) return null;
  const salt = await saltOf(secret, slot);
  const root = [...roots, abstain].find((candidate) => opens(candidate, salt));
  return root === undefined ? null : { root, salt };
}

/** Reads a backup file: one ballot's, or a list of several, of which the slot's is taken. Bounds: 64 KiB. Errors: it says what is wrong with it. */
export function parseBackup(text: string, chainId: number, court: Address, juror: Address, slot: Slot): Backup {
  if (text.length > 64 << 10) throw new Error(trouble.file.long);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Error(trouble.file.json);
  }
  const all = (Array.isArray(json) ? json : [json]).map((found) => backupOf(found, chainId, court, juror));
  const wanted = all.find((b) => b.commitment === slot.commitment && b.round === slot.round);
  if (wanted === undefined) throw new Error(trouble.file.otherCase);
  return wanted;
}

function backupOf(json: unknown, chainId: number, court: Address, juror: Address): Backup {
  const found = (typeof json === "object" && json !== null ? json : {}) as Partial<Record<keyof Backup, unknown>>;
  const { commitment, round, seed, root, salt } = found;
  const word = (value: unknown): value is Hex => isHex(value) && size(value) === 32;
  if (found.version !== 1 || typeof round !== "number" || !word(commitment) || !word(seed) || !word(root) || !word(salt)) {
    throw new Error(trouble.file.backup);
  }
  if (found.chainId !== chainId || found.court !== court) throw new Error(trouble.file.otherCourt);
  if (!isAddress(found.juror, { strict: false }) || getAddress(found.juror) !== getAddress(juror)) throw new Error(trouble.file.otherJuror);
  return { version: 1, chainId, court, juror, commitment, round, seed, root, salt };
}
