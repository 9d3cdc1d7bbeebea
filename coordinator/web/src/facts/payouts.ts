// Who would get what, by the rules of "Who is paid": an estimate before gas, which comes first out of the loser's bond (20 % of it at most).

export interface PayoutFacts {
  /** Of the commitment, court fee included. Wei. */
  bond: bigint;
  /** Court fee inside each bond: (jury + larger jury) seats. Wei. */
  courtFee: bigint;
  challengeBond: bigint;
  jurorFee: bigint;
}

export interface Payout {
  who: "committer" | "challenger" | "voided" | "jurors" | "burned";
  wei: bigint;
}

/** If the commitment is false: 40 % of its bond to the earliest undefeated challenge that named the true root, 10 % to voided windows, 50 % burned. */
export function ifItFalls(f: PayoutFacts, votes: number): Payout[] {
  const proper = f.bond - f.courtFee;
  const jurors = f.jurorFee * BigInt(votes);
  return [
    { who: "committer", wei: f.courtFee - jurors - f.bond },
    { who: "challenger", wei: (proper * 40n) / 100n },
    { who: "voided", wei: (proper * 10n) / 100n },
    { who: "jurors", wei: jurors },
    { who: "burned", wei: proper - (proper * 40n) / 100n - (proper * 10n) / 100n },
  ];
}

/** If the commitment is true: the defeated challenger's bond goes 40 % to the committer, the rest is burned; its court fee pays the jurors. */
export function ifItStands(f: PayoutFacts, votes: number): Payout[] {
  const proper = f.challengeBond - f.courtFee;
  const jurors = f.jurorFee * BigInt(votes);
  return [
    { who: "challenger", wei: f.courtFee - jurors - f.challengeBond },
    { who: "committer", wei: (proper * 40n) / 100n },
    { who: "jurors", wei: jurors },
    { who: "burned", wei: proper - (proper * 40n) / 100n },
  ];
}
