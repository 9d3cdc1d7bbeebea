import { describe, expect, it } from "vitest";
import { dutyOf, standingOf, type CaseFacts } from "./court";
import { coins } from "./money";
import { ifItFalls, ifItStands } from "./payouts";
import { duration } from "./time";

const round = { round: 1, seed: "0x01", seedBlock: "5", seats: 3, committed: 1, revealed: 0, commitUntil: "100", revealUntil: "150" };
const open: CaseFacts = { round: 1, talliedAt: null, appealUntil: null, resolvedAt: null, rounds: [round] };

describe("standingOf", () => {
  it("follows the clocks of the contract, to the second", () => {
    expect(standingOf({ ...open, round: 0, rounds: [] }, 0).phase).toBe("Evidence");
    expect(standingOf({ ...open, rounds: [{ ...round, seed: null }] }, 0).phase).toBe("Draw");
    expect(standingOf(open, 100)).toMatchObject({ phase: "Commit", until: 100 });
    expect(standingOf(open, 101)).toMatchObject({ phase: "Reveal", until: 150 });
    expect(standingOf(open, 151).phase).toBe("Tally");
  });
  it("ends a phase early when all have acted", () => {
    expect(standingOf({ ...open, rounds: [{ ...round, committed: 3 }] }, 10).phase).toBe("Reveal");
    expect(standingOf({ ...open, rounds: [{ ...round, committed: 3, revealed: 3 }] }, 10).phase).toBe("Tally");
    expect(standingOf({ ...open, rounds: [{ ...round, committed: 0 }] }, 120).phase).toBe("Tally");
  });
  it("knows the appeal and the end", () => {
    expect(standingOf({ ...open, talliedAt: "160", appealUntil: "200" }, 170)).toMatchObject({ phase: "Appeal", until: 200 });
    expect(standingOf({ ...open, talliedAt: "160", resolvedAt: "210" }, 220).phase).toBe("Closed");
  });
});

describe("dutyOf", () => {
  const ballot = { hash: "0x02", revealedAt: null, leakedBy: null };
  it("asks for what is due and for nothing else", () => {
    const seat = { round: { round: 1 }, ballot: null, settledAt: null };
    expect(dutyOf(seat, standingOf(open, 50))).toBe("commit");
    expect(dutyOf({ ...seat, ballot }, standingOf(open, 50))).toBe("wait");
    expect(dutyOf({ ...seat, ballot }, standingOf(open, 120))).toBe("reveal");
    expect(dutyOf(seat, standingOf(open, 120))).toBe("missed");
    expect(dutyOf({ ...seat, ballot }, standingOf({ ...open, resolvedAt: "1" }, 120))).toBe("settle");
    expect(dutyOf({ ...seat, ballot, settledAt: "2" }, standingOf({ ...open, resolvedAt: "1" }, 120))).toBe("done");
  });
});

describe("payouts", () => {
  const facts = { bond: 1_060n, courtFee: 60n, challengeBond: 310n, jurorFee: 10n };
  it("conserve money: what is lost is what others get or what burns", () => {
    for (const payouts of [ifItFalls(facts, 3), ifItStands(facts, 5)]) expect(payouts.reduce((sum, p) => sum + p.wei, 0n)).toBe(0n);
  });
  it("burn half of a false commitment's bond", () => expect(ifItFalls(facts, 3).find((p) => p.who === "burned")?.wei).toBe(500n));
});

describe("coins", () => {
  it("never rounds up, and never to zero", () => {
    expect(coins(10n ** 18n)).toBe("1");
    expect(coins(1_999_999_999_999_999_999n)).toBe("1.999999");
    expect(coins(1n)).toBe("0.000000000000000001");
    expect(coins(-50_000_000_000_000_000n)).toBe("−0.05");
    expect(coins(12_345_678n * 10n ** 18n)).toBe("12\u202f345\u202f678");
    expect(coins(0n)).toBe("0");
  });
});

describe("duration", () => {
  it("shows two units", () => {
    expect(duration(0)).toBe("0 s");
    expect(duration(59)).toBe("59 s");
    expect(duration(3600)).toBe("1 h");
    expect(duration(90_061)).toBe("1 d 1 h");
  });
});
