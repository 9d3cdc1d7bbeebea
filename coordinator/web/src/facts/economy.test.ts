import { describe, expect, it } from "vitest";
import { economyOf } from "./economy";

// The public numbers: k = 8, V = 3072 windows, seat stake 2·V/3, B = 20·W.
const reward = 1_000n;
const window = 8n * reward;
const worth = 3072n * window;
const facts = {
  seatStake: (2n * worth) / 3n,
  jurorFee: 10n,
  jury: 5,
  largerJury: 11,
  rewardValue: reward,
  windowSteps: 8,
  maxPending: 3072,
  unfinal: 100n,
  bond: 20n * window + 160n,
};

describe("economyOf", () => {
  it("finds what docs/economics.md promises: three seats burn 2·V, the smallest quorum 4·V/3", () => {
    const e = economyOf(facts);
    expect(e.worth).toBe(worth);
    expect(e.majority).toEqual({ seats: 3, cost: 2n * worth });
    expect(e.quorum).toEqual({ seats: 2, cost: (4n * worth) / 3n });
    expect(e.larger.seats).toBe(6);
    expect(e.ratio).toBe(200n);
    expect(e.worthNow).toBe(100n * window);
    expect(e.bribe).toBe(facts.seatStake + 10n);
  });
  it("finds that a liar of twenty rewards' bond has to be caught once in eleven times", () => {
    const e = economyOf({ ...facts, jurorFee: 0n, bond: 20n * window });
    expect(e.lieLoss).toBe(10n * window);
    expect(e.mustBeFound).toBe(909n);
  });
  it("knows no ratio where nothing is to be gained, and no loss before the first bond", () => {
    expect(economyOf({ ...facts, rewardValue: 0n }).ratio).toBeNull();
    expect(economyOf({ ...facts, bond: null })).toMatchObject({ lieLoss: null, mustBeFound: null });
    expect(economyOf({ ...facts, rewardValue: 0n, bond: 0n, jurorFee: 0n }).mustBeFound).toBeNull();
  });
});
