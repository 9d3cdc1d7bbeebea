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
  it("counts operators from the trace's second entry, and names no entry before the last answer", () => {
    const trace = [move(1, "Posted", "Trace", "0"), move(2, "Answered", "Trace", "4"), move(3, "Answered", "Trace", "68")];
    expect(levelsOf("Trace", trace)[1]?.place).toBeNull();
    expect(levelsOf("Bound", [...trace, move(4, "OperatorBound", "Bound", "67")]).map((l) => l.place)).toEqual([null, "67", "67", null, null, null, null, null]);
  });
  it("tells levels that had nothing to choose from, and those that a match never reached", () => {
    const played = [move(1, "Answered", "Steps", "2"), move(2, "Answered", "Trace", "3"), move(3, "Ended", "Bind", "0")];
    expect(levelsOf("Ended", played).map((l) => l.state)).toEqual(["done", "done", "done", "ahead", "ahead", "ahead", "ahead", "ahead"]);
    expect(levelsOf("Leaf", played.slice(0, 2)).map((l) => l.state)).toEqual(["done", "done", "skipped", "skipped", "skipped", "skipped", "skipped", "now"]);
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
