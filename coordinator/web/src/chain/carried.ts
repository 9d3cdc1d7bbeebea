// Ballots that a juror signs and another account sends: for a juror without coins for gas, and for contract wallets (EIP-1271).
import { getAddress, isAddress, isHex, size, type Address, type Hex } from "viem";
import { courtAbi } from "./abi";
import type { Act } from "./act";
import { signedBallotData, type Slot } from "./ballots";
import type { Wallet } from "./wallet";
import { trouble } from "../texts/en/trouble";

/** As a file carries it. It shows nothing of the vote. */
export interface SignedBallot extends Slot {
  version: 1;
  chainId: number;
  court: Address;
  juror: Address;
  ballot: Hex;
  signature: Hex;
}

/** Asks the wallet to sign. `juror`: the wallet itself, or a contract that takes its signature for its own. */
export async function signBallot(wallet: Wallet, chainId: number, court: Address, slot: Slot, juror: Address, ballot: Hex): Promise<SignedBallot> {
  const data = JSON.stringify(signedBallotData(chainId, court, slot, juror, ballot));
  const signature = await wallet.provider.request({ method: "eth_signTypedData_v4", params: [wallet.address, data] });
  return { version: 1, chainId, court, juror, ...slot, ballot, signature };
}

export function actOfSigned(signed: SignedBallot): Act {
  return { to: signed.court, abi: courtAbi, call: "commitBallotFor", args: [signed.commitment, signed.juror, signed.ballot, signed.signature] };
}

/** Reads a file of a signed ballot. Bounds: 16 KiB. Errors: it says what is wrong with it. */
export function parseSigned(text: string, chainId: number, court: Address): SignedBallot {
  if (text.length > 16 << 10) throw new Error(trouble.file.long);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Error(trouble.file.json);
  }
  const found = (typeof json === "object" && json !== null ? json : {}) as Partial<Record<keyof SignedBallot, unknown>>;
  const { commitment, round, seed, juror, ballot, signature } = found;
  const word = (value: unknown): value is Hex => isHex(value) && size(value) === 32;
  if (found.version !== 1 || !Number.isSafeInteger(round) || !word(commitment) || !word(seed) || !word(ballot) || !isHex(signature)) {
    throw new Error(trouble.file.signed);
  }
  if (typeof juror !== "string" || !isAddress(juror, { strict: false })) throw new Error(trouble.file.juror);
  if (found.chainId !== chainId || found.court !== court) throw new Error(trouble.file.otherCourt);
  return { version: 1, chainId, court, juror: getAddress(juror), commitment, round: round as number, seed, ballot, signature };
}
