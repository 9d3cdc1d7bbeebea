// A match as a tree that narrows: what both sides have agreed to disagree about, from the window down to one product.

export const levels = ["Steps", "Trace", "Bind", "Tiles", "Element", "Folds", "Blocks", "Leaf"] as const;
export type Level = (typeof levels)[number];

export interface MoveFacts {
  number: number;
  kind: string;
  side: string;
  phase: string;
  place: string | null;
  value: string | null;
  data: string | null;
  at: string;
}

export interface LevelFacts {
  level: Level;
  /** Where the sides part at this level, once both know it. */
  place: string | null;
  moves: MoveFacts[];
  /** Skipped: there was nothing to choose from. */
  state: "done" | "now" | "ahead" | "skipped";
}

/** The levels of a match with the moves made at each, the phase it is in, and how far it has come. */
export function levelsOf(phase: string, moves: readonly MoveFacts[]): LevelFacts[] {
  const end = moves.find((m) => m.kind === "Ended");
  const current = phase !== "Ended" ? levels.indexOf(levelOf(phase)) : end === undefined ? levels.length : levels.indexOf(levelOf(end.phase)) + 1;
  return levels.map((level, i) => {
    const here = moves.filter((m) => (m.kind === "OperatorBound" ? "Bind" : levelOf(m.phase)) === level);
    const state = i > current || (i === current && phase === "Ended") ? "ahead" : i === current ? "now" : here.length === 0 ? "skipped" : "done";
    return { level, place: state === "done" ? placeOf(level, here) : null, moves: here, state };
  });
}

function levelOf(phase: string): Level {
  return phase === "Start" ? "Steps" : phase === "Bound" ? "Tiles" : (phase as Level);
}

// A list is opened from the top: only the last answer names an entry. Of a trace, the first entry is the state and operators follow.
function placeOf(level: Level, moves: readonly MoveFacts[]): string | null {
  const place = moves.filter((m) => m.kind === "Answered" || m.kind === "StepFound" || m.kind === "OperatorBound").at(-1)?.place ?? null;
  return place !== null && level === "Trace" ? (BigInt(place) - 1n).toString() : place;
}

/** The words of a posted tile, element list, folds or blocks: binary32, little-endian. */
export function wordsOf(data: string, limit = 256): { bits: number; value: number }[] {
  const hex = data.startsWith("0x") ? data.slice(2) : data;
  const words: { bits: number; value: number }[] = [];
  const view = new DataView(new ArrayBuffer(4));
  for (let i = 0; i + 8 <= hex.length && words.length < limit; i += 8) {
    for (let b = 0; b < 4; b++) view.setUint8(b, Number.parseInt(hex.slice(i + 2 * b, i + 2 * b + 2), 16));
    words.push({ bits: view.getUint32(0, true), value: view.getFloat32(0, true) });
  }
  return words;
}
