// One act: a call of a contract that a person may send. It is tried for free before it can be sent.
import { decodeErrorResult, encodeFunctionData, numberToHex, type Abi, type Address, type Hash, type Hex, type PublicClient } from "viem";
import { errorsAbi, vaultAbi } from "./abi";
import { reason, type Wallet } from "./wallet";
import { trouble } from "../texts/en/trouble";

export interface Act {
  to: Address;
  abi: Abi;
  call: string;
  args: readonly unknown[];
  /** Wei sent along. */
  value?: bigint;
}

/** What trying an act has shown. */
export type Preview =
  | { kind: "would succeed"; gas: bigint; fee: bigint; credit: bigint | null }
  | { kind: "refused"; error: string; args: readonly unknown[] }
  | { kind: "unknown"; why: string };

export function dataOf(act: Act): Hex {
  return encodeFunctionData({ abi: act.abi, functionName: act.call, args: act.args });
}

/**
 * Tries an act on the newest block. `credit` is by how much it raises what the Vault owes the account in native coin, where the node can simulate
 * (eth_simulateV1), else null. Units: wei.
 */
export async function tryAct(node: PublicClient, from: Address, act: Act, vault: Address): Promise<Preview> {
  const data = dataOf(act);
  const value = act.value ?? 0n;
  try {
    await node.call({ account: from, to: act.to, data, value });
  } catch (error) {
    return explain(error);
  }
  try {
    const [gas, price, credit] = await Promise.all([
      node.estimateGas({ account: from, to: act.to, data, value }),
      node.getGasPrice(),
      creditOf(node, from, { to: act.to, data, value }, vault),
    ]);
    return { kind: "would succeed", gas, fee: gas * price, credit };
  } catch (error) {
    return explain(error);
  }
}

async function creditOf(node: PublicClient, from: Address, call: { to: Address; data: Hex; value: bigint }, vault: Address): Promise<bigint | null> {
  const look = { to: vault, abi: vaultAbi, functionName: "creditOf", args: [from, "0x0000000000000000000000000000000000000000"] } as const;
  try {
    const { results } = await node.simulateCalls({ account: from, calls: [look, call, look] });
    const [before, , after] = results;
    if (before.status !== "success" || after.status !== "success") return null;
    return after.result - before.result;
  } catch {
    return null;
  }
}

/**
 * Sends an act and waits until it is mined. It may use half more gas than it would now: who acts at the same time may leave the last step of a phase,
 * which costs more, to this one. Errors: the wallet's and the node's; one of our own where it was mined and refused. */
export async function sendAct(node: PublicClient, wallet: Wallet, act: Act, sent: (tx: Hash) => void): Promise<void> {
  const value = act.value ?? 0n;
  const gas = await node.estimateGas({ account: wallet.address, to: act.to, data: dataOf(act), value });
  const tx = await wallet.provider.request({
    method: "eth_sendTransaction",
    params: [{ from: wallet.address, to: act.to, data: dataOf(act), value: numberToHex(value), gas: numberToHex((gas * 3n) / 2n) }],
  });
  sent(tx);
  const receipt = await node.waitForTransactionReceipt({ hash: tx, timeout: 180_000 });
  if (receipt.status !== "success") throw new Error(trouble.chain.refused);
}

/** Turns what a node throws into a contract's refusal where it is one. */
export function explain(error: unknown): Preview {
  const data = revertData(error);
  if (data === null) return { kind: "unknown", why: reason(error) };
  try {
    const { errorName, args } = decodeErrorResult({ abi: errorsAbi, data });
    return { kind: "refused", error: errorName, args: args ?? [] };
  } catch {
    return { kind: "refused", error: data.slice(0, 10), args: [] };
  }
}

// A node's answer carries the revert's bytes at some depth of causes; how deep is the transport's affair.
function revertData(error: unknown): Hex | null {
  for (let cause: unknown = error, depth = 0; typeof cause === "object" && cause !== null && depth < 10; depth++) {
    const { data } = cause as { data?: unknown };
    if (typeof data === "string" && data.startsWith("0x") && data.length >= 10) return data as Hex;
    if (typeof data === "object" && data !== null && typeof (data as { data?: unknown }).data === "string") {
      return (data as { data: Hex }).data;
    }
    cause = (cause as { cause?: unknown }).cause;
  }
  return null;
}
