// The very program that the pages load, on the golden vectors that every engine and the contract are held to.
import { beforeAll, describe, expect, it } from "vitest";
import type { Hex } from "viem";
import type { Leaf, Room } from "./room";
import { startRoom, tinyRun, vectors } from "./trial";

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});

describe("the run of the tiny GPT", () => {
  const { spec, facts, payload, root, loss } = tinyRun();

  it("has the published roots and losses, bit by bit", () => {
    const terms = room.ask("open", facts, "spec", spec);
    expect(terms.operators).toContain("state");
    expect(terms.operations).toBeGreaterThan(1e7);
    room.ask("dataset", {}, "dataset", payload);
    room.ask("before", { root: root(0) }, "before");
    const told: number[] = [];
    const out = room.ask("replay", { lead: 1, pre: root(1), steps: 2 }, "room", undefined, (step) => told.push(step));
    expect(out.roots).toEqual([root(1), root(2), root(3)]);
    expect(out.losses).toEqual([loss(2), loss(3)]);
    expect(told.length).toBeGreaterThan(0);
  }, 60_000);

  it("is refused where a hash or a root says otherwise", () => {
    const flipped = (bytes: Uint8Array) => bytes.map((byte, i) => (i === 40 ? byte ^ 1 : byte));
    expect(() => room.ask("open", facts, "spec", flipped(spec))).toThrow("wrong spec");
    expect(() => room.ask("open", { ...facts, programRoot: root(0) }, "spec", spec)).toThrow("wrong spec");
    room.ask("open", facts, "spec", spec);
    expect(() => room.ask("dataset", {}, "dataset", flipped(payload))).toThrow("wrong dataset");
    expect(() => room.ask("before", { root: root(1) }, "before")).toThrow("wrong before");
    expect(() => room.ask("before", { root: root(0) }, "before", spec)).toThrow("wrong before");
    expect(() => room.ask("replay", { lead: 0, pre: root(0), steps: 1 }, "room")).toThrow("asked too early");
  });
});

interface Case {
  name: string;
  descriptor: Hex;
  number: number;
  binding: Hex;
  tile: number;
  word: number;
  chunk: number;
  block: number;
  before: Hex;
  roots: Hex[];
  evidence: Hex;
  result: string;
  value: Hex;
}

describe("leaves", () => {
  /** What the case's partial before the block is digested from: a word as its number, or the lanes that stand before the openings. */
  const words = (c: Case): Hex => {
    const lanes = c.block > 0 && !/^0x0{56}/.test(c.before);
    const one = (c.before.slice(-8).match(/../g) ?? []).reverse().join("");
    return `0x${(lanes ? c.evidence.slice(2, 130) : one).repeat(33)}`;
  };
  const decide = (c: Case, evidence = c.evidence): Leaf =>
    room.ask(
      "leaf",
      {
        step: 1, operator: c.number, tile: c.tile, word: c.word, chunk: c.chunk, block: c.block, binding: c.binding,
        phase: c.block > 0 ? "Blocks" : "Tiles", posted: words(c), node: 0, hash: "sha256", proof: { descriptor: c.descriptor, roots: c.roots, evidence },
      },
      "leaf",
    );
  // The 32 bits before a word of its tile's posting are all that a case has; places beyond are the room's own business.
  const cases = vectors<{ cases: Case[] }>("referee").cases.filter((c) => c.word <= 255);

  it("come to what the contract finds", () => {
    let decided = 0;
    let terms = 0;
    for (const c of cases) {
      if (c.result !== "Decided") continue;
      const leaf = decide(c);
      expect(leaf.value, c.name).toBe(c.value);
      decided++;
      terms += leaf.terms.length;
    }
    expect(decided).toBeGreaterThan(100);
    expect(terms).toBeGreaterThan(500);
  });

  it("are refused with any other bytes", () => {
    for (const c of cases.filter((c) => c.result === "Decided" && c.evidence.length > 2).slice(0, 40)) {
      const last = Number.parseInt(c.evidence.slice(-1), 16) ^ 1;
      expect(() => decide(c, `${c.evidence.slice(0, -1)}${last.toString(16)}` as Hex), c.name).toThrow("wrong leaf");
    }
  });
});
