// Where a match has come to, read off its log: what a leaf is recomputed from, and which side said what.
import type { Hex } from "viem";
import type { MoveFacts } from "../facts/match";
import type { Place } from "./room";

export interface LeafFacts {
  place: Place;
  /** Who answered last, and what it says. The other side's claim is what it posted. */
  answered: { side: string; value: Hex };
  other: string;
}

/** Null: the match hasn't come to a leaf. Moves are in the order of the chain. */
export function leafOf(step: string | null, operator: string | null, moves: readonly MoveFacts[]): LeafFacts | null {
  if (step === null || operator === null || !moves.some((m) => m.kind === "Awaits" && m.phase === "Leaf")) return null;
  const bound = moves.find((m) => m.kind === "OperatorBound");
  const last = (kind: string, phase: string) => moves.findLast((m) => m.kind === kind && m.phase === phase);
  const answer = (["Blocks", "Element", "Tiles"] as const).map((phase) => last("Answered", phase)).find((m) => m !== undefined);
  if (bound?.value === undefined || bound.value === null || answer === undefined || answer.value === null || answer.place === null) return null;
  const posted = moves.findLast((m) => m.kind === "Posted" && m.phase === answer.phase && m.number < answer.number);
  if (posted === undefined || posted.data === null) return null;
  const placeOf = (phase: string) => Number(last("Answered", phase)?.place ?? 0);
  const state = answer.phase === "Tiles";
  const nodes = (posted.data.length - 2) / 64;
  return {
    place: {
      step: Number(step),
      operator: Number(operator),
      tile: state ? Number(answer.place) : Number(last("Posted", "Element")?.place ?? 0),
      word: state ? 0 : placeOf("Element"),
      chunk: placeOf("Folds"),
      block: placeOf("Blocks"),
      binding: bound.value as Hex,
      phase: answer.phase,
      posted: posted.data as Hex,
      node: state ? Number(answer.place) - Number(posted.place ?? 0) * nodes : 0,
    },
    answered: { side: answer.side, value: answer.value as Hex },
    other: posted.side,
  };
}

/** binary32 of its bits. */
export function floatOf(bits: number): number {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint32(0, bits);
  return view.getFloat32(0);
}

/** The layer that a tensor or an operator belongs to, by its name; null: none. */
export function layerOf(name: string): number | null {
  const found = /^h\.(\d+)\./.exec(name);
  return found ? Number(found[1]) : null;
}
