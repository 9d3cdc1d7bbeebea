// Where a case stands at a block time: the rules of Juries.phase, over what the index holds.

export type CasePhase = "Evidence" | "Draw" | "Commit" | "Reveal" | "Tally" | "Appeal" | "Closed";

export interface RoundFacts {
  round: number;
  seed: string | null;
  seedBlock: string;
  seats: number;
  committed: number;
  revealed: number;
  commitUntil: string | null;
  revealUntil: string | null;
}

export interface CaseFacts {
  round: number;
  talliedAt: string | null;
  appealUntil: string | null;
  resolvedAt: string | null;
  rounds: readonly RoundFacts[];
}

export interface Standing {
  phase: CasePhase;
  /** When this phase ends at the latest; null: no clock, somebody has to push. Units: seconds of block time. */
  until: number | null;
  round: RoundFacts | null;
}

export function standingOf(c: CaseFacts, now: number): Standing {
  const round = c.rounds.find((r) => r.round === c.round) ?? null;
  if (c.resolvedAt !== null) return { phase: "Closed", until: null, round };
  if (c.talliedAt !== null) return { phase: "Appeal", until: c.appealUntil === null ? null : Number(c.appealUntil), round };
  if (round === null) return { phase: "Evidence", until: null, round };
  if (round.seed === null) return { phase: "Draw", until: null, round };
  const commitUntil = Number(round.commitUntil ?? 0);
  const revealUntil = Number(round.revealUntil ?? 0);
  if (now <= commitUntil && round.committed < round.seats) return { phase: "Commit", until: commitUntil, round };
  if (now <= revealUntil && round.revealed < round.committed) return { phase: "Reveal", until: revealUntil, round };
  return { phase: "Tally", until: null, round };
}

export interface SeatFacts {
  round: { round: number };
  ballot: { hash: string; revealedAt: string | null; leakedBy: { id: string } | null } | null;
  settledAt: string | null;
}

export type SeatDuty = "commit" | "reveal" | "settle" | "wait" | "missed" | "leaked" | "done";

/** What is due from the holder of a seat now. */
export function dutyOf(seat: SeatFacts, standing: Standing): SeatDuty {
  if (seat.settledAt !== null) return seat.ballot?.leakedBy ? "leaked" : "done";
  if (standing.phase === "Closed") return "settle";
  const current = standing.round?.round === seat.round.round;
  if (current && standing.phase === "Commit") return seat.ballot === null ? "commit" : "wait";
  if (current && standing.phase === "Reveal") {
    if (seat.ballot === null) return "missed";
    return seat.ballot.revealedAt === null ? "reveal" : "wait";
  }
  return seat.ballot === null || seat.ballot.revealedAt === null ? "missed" : "wait";
}
