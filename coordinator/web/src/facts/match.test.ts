import { describe, expect, it } from "vitest";
import { levelsOf, wordsOf } from "./match";

const move = (number: number, kind: string, phase: string, place: string) => ({ number, kind, side: "Committer", phase, place, value: null, data: null, at: "0" });

describe("levelsOf", () => {
  it("says where the sides part, level by level", () => {
    const found = levelsOf("Trace", [move(1, "Posted", "Start", "0"), move(2, "Answered", "Steps", "3"), move(3, "StepFound", "Steps", "3"), move(4, "Posted", "Trace", "0")]);
    expect(found.map((l) => l.state)).toEqual(["done", "now", "ahead", "ahead", "ahead", "ahead", "ahead", "ahead"]);
    expect(found[0]?.place).toBe("3");
    expect(found[0]?.moves.length).toBe(3);
    expect(found[1]?.place).toBeNull();
  });
  it("has every level behind it at the end", () => {
    expect(levelsOf("Ended", []).every((l) => l.state === "done")).toBe(true);
  });
});

describe("wordsOf", () => {
  it("reads little-endian binary32", () => {
    expect(wordsOf("0x0000803f000080bf01000000")).toEqual([
      { bits: 0x3f800000, value: 1 },
      { bits: 0xbf800000, value: -1 },
      { bits: 1, value: 2 ** -149 },
    ]);
  });
  it("leaves out what is no whole word", () => expect(wordsOf("0x0000803f00")).toHaveLength(1));
});
