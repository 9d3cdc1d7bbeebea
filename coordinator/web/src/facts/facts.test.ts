import { describe, expect, it } from "vitest";
import { dutyOf, standingOf, type CaseFacts, type CasePhase } from "./court";
import { coins } from "./money";
import { moversOf } from "./mover";
import { ifItFalls, ifItStands, repaidAtMost, type Payouts } from "./payouts";
import { rolesOf } from "./role";
import { blockTime, duration } from "./time";

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
  const facts = { bond: 1_060n, courtFee: 60n, challengeBonds: [310n, 510n], jurorFee: 10n, seatStake: 200n, votes: 3, voided: 2 };
  const sum = (p: Payouts) => p.committer + p.challengers.reduce((all, wei) => all + wei, 0n) + p.voided + p.jurors + p.burned;
  it("conserve money: what is lost is what others get or what burns", () => {
    for (const votes of [0, 3, 5]) for (const voided of [0, 2]) for (const challengeBonds of [[], [310n], [310n, 510n]]) {
      const f = { ...facts, votes, voided, challengeBonds };
      expect([sum(ifItFalls(f)), sum(ifItStands(f))]).toEqual([0n, 0n]);
    }
  });
  it("burn half of a false commitment's bond, and more where nobody stood on it", () => {
    expect(ifItFalls(facts).burned).toBe(500n);
    expect(ifItFalls({ ...facts, voided: 0 }).burned).toBe(600n);
  });
  it("reward the first challenger alone, and cost a wrong one its bond", () => {
    expect(ifItFalls(facts).challengers).toEqual([400n, 0n]);
    expect(ifItStands(facts).challengers).toEqual([-280n, -450n]);
    expect(ifItStands(facts).committer).toBe(280n);
  });
  it("cost a juror its seat only where it was wrong", () => {
    expect(ifItFalls(facts)).toMatchObject({ right: 10n, wrong: -200n });
  });
  it("repay gas up to a fifth of the loser's bond", () => expect(repaidAtMost(facts)).toEqual({ ofCommitter: 200n, ofChallenger: 50n }));
});

describe("rolesOf", () => {
  const d = {
    committer: { id: "0xa" },
    disputes: [{ id: "4", challenger: { id: "0xb" } }],
    courtCase: { jurors: [{ validator: { id: "0xb" }, round: { round: 1 } }, { validator: { id: "0xc" }, round: { round: 2 } }] },
  };
  it("finds every part that an account plays", () => {
    expect(rolesOf(d, "0xa")).toEqual([{ kind: "committer" }]);
    expect(rolesOf(d, "0xb")).toEqual([{ kind: "challenger", challenge: "4" }, { kind: "juror", round: 1 }]);
    expect(rolesOf(d, "0xd")).toEqual([]);
    expect(rolesOf(d, null)).toEqual([]);
  });
});

describe("moversOf", () => {
  const d = { status: "Pending", unopened: 0, unsettled: 1, courtCase: { verdict: "Undecided" }, disputes: [] };
  const at = (phase: CasePhase) => ({ phase, until: null, round });
  it("names whose turn it is in each stage of the court", () => {
    expect(moversOf({ ...d, unopened: 2, courtCase: null }, null)).toEqual([{ who: "openers", count: 2 }]);
    expect(moversOf(d, at("Commit"))).toEqual([{ who: "jurors", what: "commit", count: 2 }]);
    expect(moversOf(d, at("Reveal"))).toEqual([{ who: "jurors", what: "reveal", count: 1 }]);
    expect(moversOf({ ...d, courtCase: { verdict: "Falls" } }, at("Appeal"))).toEqual([{ who: "loser", side: "Committer" }]);
    expect(moversOf({ ...d, status: "Rejected" }, at("Closed"))).toEqual([{ who: "anyone", what: "settle" }]);
    expect(moversOf({ ...d, status: "Rejected", unsettled: 0 }, at("Closed"))).toEqual([]);
  });
  it("has matches go on beside the court", () => {
    const match = { outcome: "Running", phase: "Trace", due: "Challenger" };
    const disputes = [{ id: "7", status: "Opened", arithmetic: { match } }, { id: "8", status: "Opened", arithmetic: null }];
    expect(moversOf({ ...d, disputes }, at("Tally"))).toEqual([
      { who: "anyone", what: "tally" },
      { who: "sides", side: "Challenger", challenge: "7" },
    ]);
  });
});

describe("blockTime", () => {
  it("is in UTC, with its day where the reader has another", () => {
    expect(blockTime(1_795_300_000, 60)).toBe("22:26:40 UTC");
    expect(blockTime(1_795_300_000, 120)).toBe("2026-11-21 22:26:40 UTC");
    expect(blockTime(1_795_300_000, -1320)).toBe("22:26:40 UTC");
    expect(blockTime(1_795_300_000, -1380)).toBe("2026-11-21 22:26:40 UTC");
  });
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
