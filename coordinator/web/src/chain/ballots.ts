// Ballots: what is hashed, and the salt that hides it. The same bits as fraudproof/validator's, so a ballot committed here can be revealed there.
import { encodePacked, getAddress, hashTypedData, hexToBytes, numberToHex, toHex, type Address, type Hex } from "viem";

/** What a ballot is cast for. A salt belongs to one slot. */
export interface Slot {
  commitment: Hex;
  round: number;
  seed: Hex;
}

export const abstain: Hex = `0x${"ff".repeat(32)}`;

/** What a wallet signs so that salts follow from it. The text is fixed: another text, other salts. */
export function saltText(chainId: number, court: Address, juror: Address): string {
  return `Commonweight: the secret of my ballots

Sign this only in a program that casts your ballots: who has the signature can read them before they are revealed.

chain: ${chainId}
court: ${getAddress(court)}
juror: ${getAddress(juror)}
version: 1`;
}

/** HMAC-SHA256 under SHA-256 of the signature, over commitment, round (32 bytes, big-endian) and seed. */
export async function saltOf(signature: Hex, slot: Slot): Promise<Hex> {
  const secret = await crypto.subtle.digest("SHA-256", owned(hexToBytes(signature)));
  const key = await crypto.subtle.importKey("raw", secret, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const message = encodePacked(["bytes32", "bytes32", "bytes32"], [slot.commitment, numberToHex(slot.round, { size: 32 }), slot.seed]);
  return toHex(new Uint8Array(await crypto.subtle.sign("HMAC", key, owned(hexToBytes(message)))));
}

// The web's crypto wants bytes over a buffer that nobody shares.
function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}

export function randomSalt(): Hex {
  return toHex(crypto.getRandomValues(new Uint8Array(32)));
}

const domain = (chainId: number, court: Address) => ({ name: "Commonweight Court", version: "1", chainId, verifyingContract: court }) as const;

/** EIP-712 hash of a ballot: what `commitBallot` takes. */
export function ballotHash(chainId: number, court: Address, slot: Slot, juror: Address, root: Hex, salt: Hex): Hex {
  return hashTypedData({
    domain: domain(chainId, court),
    types: {
      Ballot: [
        { name: "commitment", type: "bytes32" },
        { name: "round", type: "uint32" },
        { name: "seed", type: "bytes32" },
        { name: "juror", type: "address" },
        { name: "root", type: "bytes32" },
        { name: "salt", type: "bytes32" },
      ],
    },
    primaryType: "Ballot",
    message: { ...slot, juror, root, salt },
  });
}

/** What a juror signs so that another account may send its ballot: the EIP-712 data of `signedBallotHash`. */
export function signedBallotData(chainId: number, court: Address, slot: Slot, juror: Address, ballot: Hex) {
  return {
    domain: domain(chainId, court),
    types: {
      EIP712Domain: [
        { name: "name", type: "string" },
        { name: "version", type: "string" },
        { name: "chainId", type: "uint256" },
        { name: "verifyingContract", type: "address" },
      ],
      SignedBallot: [
        { name: "commitment", type: "bytes32" },
        { name: "round", type: "uint32" },
        { name: "seed", type: "bytes32" },
        { name: "juror", type: "address" },
        { name: "ballot", type: "bytes32" },
      ],
    },
    primaryType: "SignedBallot",
    message: { ...slot, juror, ballot },
  } as const;
}
