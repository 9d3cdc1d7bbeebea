import { describe, expect, it } from "vitest";
import { judged, type FinalFacts } from "./record";

const question = { run: { id: "1" }, preRoot: "0x9", firstStep: "8", steps: 4 };
const of = (root: string | null, finals: FinalFacts[], finalRoot: string | null = null, leakedBy: { id: string } | null = null) =>
  judged({ ballot: { root, leakedBy }, courtCase: { commitment: { ...question, finalRoot } } }, finals);

describe("judged", () => {
  it("goes by the root that became final for the same question, by whichever commitment", () => {
    expect(of("0xa", [{ ...question, postRoot: "0xa" }])).toBe("right");
    expect(of("0xb", [{ ...question, postRoot: "0xa" }])).toBe("wrong");
    expect(of("0xb", [], "0xb")).toBe("right");
    expect(of("0xa", [], "0xb")).toBe("wrong");
    expect(of("0xa", [])).toBe("open");
  });
  it("isn't misled by what became final for another question", () => {
    for (const other of [{ run: { id: "2" } }, { preRoot: "0x8" }, { firstStep: "12" }, { steps: 3 }]) expect(of("0xb", [{ ...question, ...other, postRoot: "0xa" }])).toBe("open");
  });
  it("says what was no vote", () => {
    const finals = [{ ...question, postRoot: "0xa" }];
    expect(of(null, finals)).toBe("hidden");
    expect(of(`0x${"ff".repeat(32)}`, finals)).toBe("abstained");
    expect(of("0xa", finals, null, { id: "0xc" })).toBe("leaked");
    expect(judged({ ballot: null, courtCase: { commitment: { ...question, finalRoot: null } } }, finals)).toBe("hidden");
  });
});
