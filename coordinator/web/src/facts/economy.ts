// What corruption costs in a run, and what it could gain: the inequalities of docs/economics.md over a run's own numbers.

export interface EconomyFacts {
  /** Wei, as is all money here. */
  seatStake: bigint;
  jurorFee: bigint;
  jury: number;
  largerJury: number;
  /** Of a step. */
  rewardValue: bigint;
  windowSteps: number;
  maxPending: number;
  /** Windows above the anchor. */
  unfinal: bigint;
  /** Of the newest window, court fee included; null: there is none. */
  bond: bigint | null;
}

export interface Economy {
  majority: { seats: number; cost: bigint };
  /** Of the first jury, where no more seats than needed show a ballot. */
  quorum: { seats: number; cost: bigint };
  larger: { seats: number; cost: bigint };
  bribe: bigint;
  /** Unfinal rewards: at most, and now. */
  worth: bigint;
  worthNow: bigint;
  /** `majority` over `worth`, in hundredths; null: nothing is to be gained. */
  ratio: bigint | null;
  lieGain: bigint;
  /** At least: the half of the bond proper that burns whoever challenges. */
  lieLoss: bigint | null;
  /** Share of lies that must be caught for lying not to pay, in hundredths of a percent. */
  mustBeFound: bigint | null;
}

const majorityOf = (seats: number) => Math.floor(seats / 2) + 1;

export function economyOf(f: EconomyFacts): Economy {
  const cost = (seats: number) => ({ seats, cost: f.seatStake * BigInt(seats) });
  const window = f.rewardValue * BigInt(f.windowSteps);
  const worth = window * BigInt(f.maxPending);
  const courtFee = f.jurorFee * BigInt(f.jury + f.largerJury);
  const majority = cost(majorityOf(f.jury));
  const lieLoss = f.bond === null ? null : (f.bond - courtFee) / 2n;
  return {
    majority,
    quorum: cost(majorityOf(Math.ceil(f.jury / 2))),
    larger: cost(majorityOf(f.largerJury)),
    bribe: f.seatStake + f.jurorFee,
    worth,
    worthNow: window * f.unfinal,
    ratio: worth === 0n ? null : (majority.cost * 100n) / worth,
    lieGain: window,
    lieLoss,
    mustBeFound: lieLoss === null || window + lieLoss === 0n ? null : (window * 10_000n) / (window + lieLoss),
  };
}
