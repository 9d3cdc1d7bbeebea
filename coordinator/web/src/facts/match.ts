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
  /** Where the sides part at this level, as far as it is known. */
  place: string | null;
  moves: MoveFacts[];
  state: "done" | "now" | "ahead";
}

/** The levels of a match with the moves made at each, the phase it is in, and how far it has come. */
export function levelsOf(phase: string, moves: readonly MoveFacts[]): LevelFacts[] {
  const current = phase === "Start" ? 0 : phase === "Bound" ? levels.indexOf("Tiles") : phase === "Ended" ? levels.length : levels.indexOf(phase as Level);
  return levels.map((level, i) => {
    const here = moves.filter((m) => (m.phase === "Start" ? level === "Steps" : m.phase === "Bound" ? level === "Tiles" : m.phase === level));
    const said = here.filter((m) => m.kind === "Answered" || m.kind === "StepFound" || m.kind === "OperatorBound");
    return {
      level,
      place: said.at(-1)?.place ?? null,
      moves: here,
      state: i < current ? "done" : i === current ? "now" : "ahead",
    };
  });
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
