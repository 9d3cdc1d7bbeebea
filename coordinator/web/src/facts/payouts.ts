// Who would get what, by the rules of "Who is paid": an estimate before gas, which comes first out of the loser's bond (20 % of it at most).

export interface PayoutFacts {
  /** Of the commitment, court fee included. Wei. */
  bond: bigint;
  /** Court fee inside each bond: (jury + larger jury) seats. Wei. */
  courtFee: bigint;
  /** Bonds of the challenges that are left, in the order of their seals; the first brought the case. Wei. */
  challengeBonds: readonly bigint[];
  jurorFee: bigint;
  seatStake: bigint;
  /** Seats that name a root. */
  votes: number;
  /** Windows that stood on it. */
  voided: number;
}

/** What each gains or loses. Wei. All but the jurors' shares and stakes come out of bonds, and add up to 0 with `burned`. */
export interface Payouts {
  committer: bigint;
  /** One for each challenge. */
  challengers: bigint[];
  /** All windows that stood on it, together. */
  voided: bigint;
  /** All jurors that were right, together. */
  jurors: bigint;
  burned: bigint;
  /** One juror whose ballot names the root that becomes final, and one whose ballot names another. */
  right: bigint;
  wrong: bigint;
}

const percent = (amount: bigint, share: bigint) => (amount * share) / 100n;

/**
 * If the commitment is false: 40 % of its bond to the earliest undefeated challenge that named the true root (the first one is shown), 10 % to voided
 * windows, the rest burned; its court fee pays the jurors.
 */
export function ifItFalls(f: PayoutFacts): Payouts {
  const proper = f.bond - f.courtFee;
  const jurors = f.jurorFee * BigInt(f.votes);
  const reward = f.challengeBonds.length === 0 ? 0n : percent(proper, 40n);
  const voided = f.voided === 0 ? 0n : percent(proper, 10n);
  return {
    committer: f.courtFee - jurors - f.bond,
    challengers: f.challengeBonds.map((_, i) => (i === 0 ? reward : 0n)),
    voided,
    jurors,
    burned: proper - reward - voided,
    right: f.jurorFee,
    wrong: -f.seatStake,
  };
}

/** If the commitment is true: 40 % of each challenger's bond to the committer, the rest burned; the first one's court fee pays the jurors. */
export function ifItStands(f: PayoutFacts): Payouts {
  const jurors = f.jurorFee * BigInt(f.votes);
  const proper = f.challengeBonds.map((bond) => bond - f.courtFee);
  const committer = proper.reduce((sum, bond) => sum + percent(bond, 40n), 0n);
  const fee = f.challengeBonds.length === 0 ? 0n : jurors;
  return {
    committer,
    challengers: proper.map((bond, i) => -bond - (i === 0 ? fee : 0n)),
    voided: 0n,
    jurors: fee,
    burned: proper.reduce((sum, bond) => sum + bond, 0n) - committer,
    right: f.jurorFee,
    wrong: -f.seatStake,
  };
}

/** Most gas that a whole match took, both sides together, of all that were played (docs/disputes.md), rounded up; by the hash of the run's trees. */
export function matchGas(hash: string): bigint {
  return hash === "Poseidon2" ? 5_100_000n : 2_200_000n;
}

/** What is repaid of gas at most, out of the loser's bond. Wei. */
export function repaidAtMost(f: PayoutFacts): { ofCommitter: bigint; ofChallenger: bigint } {
  return { ofCommitter: percent(f.bond - f.courtFee, 20n), ofChallenger: percent((f.challengeBonds[0] ?? f.courtFee) - f.courtFee, 20n) };
}
