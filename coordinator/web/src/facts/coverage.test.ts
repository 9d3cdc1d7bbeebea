import { describe, expect, it } from "vitest";
import { coverageOf, realOf, totalsOf, type WindowFacts } from "./coverage";

const of = (id: string, window: number, change: Partial<WindowFacts> = {}): WindowFacts => ({
  id,
  window: String(window),
  steps: 4,
  status: "Finalised",
  challenges: 0,
  auditors: [],
  provenSteps: 0,
  ...change,
});

describe("coverageOf", () => {
  const log = [
    of("d", 2, { status: "Pending", provenSteps: 3 }),
    of("c", 1, { auditors: ["0x1", "0x2"] }),
    of("b", 1, { status: "Rejected", challenges: 2 }),
    of("a", 0, { provenSteps: 4 }),
  ];
  const windows = coverageOf(log, [{ commitment: { id: "c" } }, { commitment: null }, { commitment: { id: "b" } }]);
  it("shows each window once, by its newest commitment, and what was rejected before", () => {
    expect(windows.map((w) => [w.window, w.id, w.rejected])).toEqual([
      [0, "a", 0],
      [1, "c", 1],
      [2, "d", 0],
    ]);
    expect(windows.map((w) => w.proven)).toEqual(["all", "none", "some"]);
    expect(windows[1]).toMatchObject({ drawn: 2, sealed: 1, challenges: 0 });
  });
  it("counts windows, and names those that nobody is known to have looked at", () => {
    expect(totalsOf(windows)).toEqual({ final: 2, pending: 1, rejected: 1, proven: 1, drawn: 1, sealed: 1, challenged: 1, unseen: 1 });
    const again = coverageOf([of("f", 3), of("e", 3, { status: "Rejected", challenges: 1 })], []);
    expect(totalsOf(again), "who challenged the window before has looked at it").toMatchObject({ final: 1, rejected: 1, challenged: 1, unseen: 0 });
    expect(totalsOf([])).toMatchObject({ final: 0, unseen: 0 });
  });
});

describe("realOf", () => {
  it("reads binary32", () => {
    expect(realOf("1065353216")).toBe(1);
    expect(realOf("3212836864")).toBe(-1);
    expect(realOf("2143289344")).toBeNaN();
  });
});
