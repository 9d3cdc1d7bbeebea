// The Go room (coordinator/web/replay) as WebAssembly: what it is asked and what it answers.
import type { Hex } from "viem";
import "./built/wasm_exec.js";
import { Trouble, type Thing } from "./trouble";

/** What a replay of a run takes. */
export interface Terms {
  steps: number;
  window: number;
  datasetCid: string;
  datasetBytes: number;
  genesisCid: string;
  checkpointBytes: number;
  /** Of one step: terms of sums and the like. */
  operations: number;
  operators: readonly string[];
}

export interface Replayed {
  /** Entry 0 is before the window's first step. */
  roots: readonly Hex[];
  /** Bits of binary32. */
  losses: readonly number[];
}

/** The first word in which a claimed state differs; words are bits. */
export interface Difference {
  same: boolean;
  tensor: string;
  section: "parameter" | "first" | "second" | "scalars" | "clock";
  row: number;
  column: number;
  own: number;
  claimed: number;
  words: number;
  distance: string;
}

/** A leaf that a match has come to, and what was said last. */
export interface Place {
  step: number;
  operator: number;
  tile: number;
  word: number;
  chunk: number;
  block: number;
  binding: Hex;
  phase: string;
  posted: Hex;
  node: number;
}

/** What a leaf was brought with. */
export interface Proof {
  descriptor: Hex;
  roots: readonly Hex[];
  evidence: Hex;
}

export interface Term {
  index: number;
  lane: number;
  a: number;
  b: number;
  single: boolean;
  absent: boolean;
  after: number;
}

export interface Register {
  op: string;
  a: number;
  b: number;
  c: number;
  value: number;
}

/** A micro-step written out; words are bits. */
export interface Leaf {
  kind: "chain" | "lanes" | "greatest" | "map" | "copy" | "state";
  code: string;
  row: number;
  column: number;
  zero: boolean;
  invalid: boolean;
  before: readonly number[] | null;
  after: readonly number[] | null;
  terms: readonly Term[];
  registers: readonly Register[];
  value: Hex;
  posted: Hex;
  partial: readonly number[] | null;
}

export type Report = (step: number, steps: number, operator: number, operators: number) => void;

interface Asked {
  open: { arguments: { specHash: Hex; programRoot: Hex; datasetRoot: Hex }; answer: Terms };
  dataset: { arguments: object; answer: object };
  batches: { arguments: { span: { first: number; steps: number } }; answer: object };
  before: { arguments: { root: Hex }; answer: object };
  replay: { arguments: { lead: number; pre: Hex; steps: number }; answer: Replayed };
  claimed: { arguments: { root: Hex }; answer: Difference };
  leaf: { arguments: Place & { hash: string; proof?: Proof }; answer: Leaf };
  model: { arguments: { root: Hex }; answer: object };
}

type Answer = { error: string; wrong: boolean } | { error?: undefined; answer: string; file: Uint8Array };
type Call = (name: string, args: string, file: Uint8Array, report: Report) => Answer;
interface Runtime {
  importObject: WebAssembly.Imports;
  run(instance: WebAssembly.Instance): Promise<void>;
}
declare global {
  var Go: new () => Runtime;
  var commonweightReplay: Call | undefined;
}

/** Asks the room. It computes in the call. */
export class Room {
  private constructor(private readonly call: Call) {}

  static async start(wasm: BufferSource): Promise<Room> {
    const go = new Go();
    const { instance } = await WebAssembly.instantiate(wasm, go.importObject);
    void go.run(instance);
    const call = globalThis.commonweightReplay;
    if (call === undefined) throw new Trouble({ kind: "broken", thing: "room", why: "it doesn't start" });
    return new Room(call);
  }

  ask<K extends keyof Asked>(name: K, args: Asked[K]["arguments"], thing: Thing, file: Uint8Array = new Uint8Array(), report: Report = () => {}): Asked[K]["answer"] {
    return JSON.parse(this.raw(name, args, thing, file, report).answer) as Asked[K]["answer"];
  }

  /** The parameters of a checkpoint, as safetensors. */
  model(root: Hex, file: Uint8Array): Uint8Array {
    return this.raw("model", { root }, "checkpoint", file, () => {}).file;
  }

  private raw(name: string, args: object, thing: Thing, file: Uint8Array, report: Report) {
    const answer = this.call(name, JSON.stringify(args), file, report);
    if (answer.error !== undefined) throw new Trouble({ kind: answer.wrong ? "wrong" : "broken", thing, why: answer.error });
    return answer;
  }
}

/** Reads a gzipped program, also where a server has unpacked it on the way. */
export async function unpack(file: ArrayBuffer): Promise<ArrayBuffer> {
  const [first, second] = new Uint8Array(file, 0, 2);
  if (first !== 0x1f || second !== 0x8b) return file;
  return new Response(new Blob([file]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}
