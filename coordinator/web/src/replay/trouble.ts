// Why something can't be replayed here. Workers and tests know kinds; the words are in texts.

/** What was asked for. */
export type Thing = "spec" | "dataset" | "before" | "claimed" | "checkpoint" | "leaf" | "bundle" | "index" | "room";

export interface TroubleFacts {
  /**
   * silent: nobody answers; missing: the gateway hasn't it; wrong: other bytes than their hash says; large: too much for a page; broken: anything else.
   */
  kind: "silent" | "missing" | "wrong" | "large" | "broken";
  thing: Thing;
  /** Which block or hash, how large, or what the engine said. */
  why: string;
}

export class Trouble extends Error {
  constructor(readonly facts: TroubleFacts) {
    super(`${facts.kind} ${facts.thing}: ${facts.why}`);
  }
}

/** Anything that was thrown, as trouble about a thing. */
export function troubleOf(error: unknown, thing: Thing): TroubleFacts {
  if (error instanceof Trouble) return error.facts;
  return { kind: "broken", thing, why: error instanceof Error ? error.message : String(error) };
}
