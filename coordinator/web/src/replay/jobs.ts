// What the worker does, in words that travel between threads.
import type { Hex } from "viem";
import type { Ground } from "./lineage";
import type { Difference, Leaf, Place, Proof, Replayed } from "./room";
import type { Thing, TroubleFacts } from "./trouble";

/** A RunSpec and what the chain says of it. */
export interface RunFacts {
  cid: string;
  specHash: Hex;
  programRoot: Hex;
  datasetRoot: Hex;
}

/** A state that a replay could begin with: so many steps before the window. Without a CID the RunSpec says where it comes from: genesis. */
export interface Start {
  cid: string | null;
  root: Hex;
  lead: number;
}

/** A window to replay. */
export interface WindowFacts {
  run: RunFacts;
  /** The nearest first. */
  starts: readonly Start[];
  pre: Hex;
  post: Hex;
  window: number;
  steps: number;
  /** An evidence bundle, for where the gateway is silent or hasn't something; null: there is none. */
  bundle: { address: string; ground: Ground; commitment: Hex } | null;
}

export interface Jobs {
  replay: { asked: WindowFacts; answer: Outcome };
  claimed: { asked: { cid: string; root: Hex }; answer: Difference };
  leaf: { asked: { place: Place; hash: string; proof: Proof | null }; answer: Leaf };
  spec: { asked: { run: RunFacts }; answer: { bytes: number } };
  dataset: { asked: { run: RunFacts }; answer: { bytes: number } };
  checkpoint: { asked: { run: RunFacts; cid: string; root: Hex }; answer: { bytes: number } };
  model: { asked: { run: RunFacts; cid: string; root: Hex }; answer: { file: Uint8Array } };
}

/** A window that was replayed. */
export interface Outcome extends Replayed {
  operators: readonly string[];
  seconds: number;
  /** Steps that were computed before the window's own. */
  lead: number;
  /** Why nearer states couldn't be begun with. */
  passed: readonly TroubleFacts[];
  /** Why it was computed from an evidence bundle; empty: it had to be, since there is no gateway; null: it wasn't. */
  bundled: TroubleFacts | "" | null;
}

/** How far it is. */
export type Stage =
  | { at: "loading" }
  | { at: "fetching"; thing: Thing; got: number; of: number }
  | { at: "estimated"; operations: number; steps: number }
  | { at: "replaying"; step: number; steps: number; operator: number; operators: number };

export interface Order<K extends keyof Jobs = keyof Jobs> {
  number: number;
  /** Empty: there is none. */
  gateway: string;
  job: K;
  asked: Jobs[K]["asked"];
}

export type Report = { number: number } & ({ stage: Stage } | { answer: unknown } | { trouble: TroubleFacts });

// What a page may take. Units: operations of a replay; bytes of a file.
export const mostOperations = 2e10;
export const mostFileBytes = 256 << 20;
export const mostSpecBytes = 4 << 20;
/** Of the engine in a browser, on a machine like those that these pages are tested on. Units: operations a second. */
export const usualSpeed = 6e7;
