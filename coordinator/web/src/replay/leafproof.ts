// The bytes that a leaf was brought with: the calldata of the transaction that ended the match.
import { decodeFunctionData, isAddressEqual, type Address, type Hex, type PublicClient } from "viem";
import { matchesAbi } from "../chain/abi";
import type { Proof } from "./room";

/** Null: the node doesn't know the transaction, or it reached the contract through another one. */
export async function proofOf(node: PublicClient, matches: Address, hash: Hex): Promise<Proof | null> {
  try {
    const { to, input } = await node.getTransaction({ hash });
    if (to === null || !isAddressEqual(to, matches)) return null;
    const { functionName, args } = decodeFunctionData({ abi: matchesAbi, data: input });
    if (functionName !== "leaf") return null;
    const [, descriptor, roots, evidence] = args;
    return { descriptor, roots: roots.operands.map((o) => o.root), evidence };
  } catch {
    return null;
  }
}
