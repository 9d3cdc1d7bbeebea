import { describe, expect, it } from "vitest";
import type { MoveFacts } from "../facts/match";
import { floatOf, layerOf, leafOf } from "./place";

let number = 0;
const move = (kind: string, phase: string, side: string, place: string | null, more: Partial<MoveFacts> = {}): MoveFacts => ({
  number: ++number, kind, side, phase, place, value: null, data: null, at: "0", ...more,
});
const value = (n: number) => `0x${n.toString(16).padStart(64, "0")}`;

describe("leafOf", () => {
  const down = [
    move("StepFound", "Steps", "None", "2", { value: value(7) }),
    move("OperatorBound", "Bound", "None", "40", { value: value(9) }),
    move("Posted", "Tiles", "Challenger", "0", { data: `0x${"00".repeat(64)}` }),
    move("Answered", "Tiles", "Committer", "1"),
    move("Posted", "Element", "Committer", "1", { data: `0x${"01".repeat(1024)}` }),
    move("Answered", "Element", "Challenger", "17", { value: value(3) }),
  ];
  it("finds the way down a long sum", () => {
    const found = leafOf("2", "40", [
      ...down,
      move("Posted", "Folds", "Challenger", "17", { data: "0x0000000001000000" }),
      move("Answered", "Folds", "Committer", "1", { value: value(4) }),
      move("Posted", "Blocks", "Committer", "1", { data: "0x0200000003000000" }),
      move("Answered", "Blocks", "Challenger", "1", { value: value(5) }),
      move("Awaits", "Leaf", "Committer", null),
    ]);
    expect(found).toEqual({
      place: { step: 2, operator: 40, tile: 1, word: 17, chunk: 1, block: 1, binding: value(9), phase: "Blocks", posted: "0x0200000003000000", node: 0 },
      answered: { side: "Challenger", value: value(5) },
      other: "Committer",
    });
  });
  it("finds a leaf right under its element", () => {
    const found = leafOf("2", "40", [...down, move("Awaits", "Leaf", "Committer", null)]);
    expect(found?.place).toMatchObject({ tile: 1, word: 17, chunk: 0, block: 0, phase: "Element" });
    expect(found?.place.posted).toHaveLength(2 + 2 * 1024);
  });
  it("finds a root of the new state among the nodes that were posted", () => {
    const found = leafOf("2", "40", [
      ...down.slice(0, 2),
      move("Posted", "Tiles", "Challenger", "3", { data: `0x${"00".repeat(512)}` }),
      move("Answered", "Tiles", "Committer", "53", { value: value(6) }),
      move("Awaits", "Leaf", "Challenger", null),
    ]);
    expect(found?.place).toMatchObject({ tile: 53, word: 0, phase: "Tiles", node: 5 });
  });
  it("is null before the match has come to it, and where the log isn't whole", () => {
    expect(leafOf("2", "40", down)).toBeNull();
    expect(leafOf(null, null, [])).toBeNull();
    expect(leafOf("2", "40", [move("Awaits", "Leaf", "Committer", null)])).toBeNull();
  });
});

describe("words and names", () => {
  it("are read", () => {
    expect(floatOf(0x3f800000)).toBe(1);
    expect(floatOf(0x80000000)).toBe(-0);
    expect(layerOf("h.11.mlp.c_proj.weight")).toBe(11);
    expect(layerOf("wte.weight")).toBeNull();
  });
});
