// A dispute as a whole: the commitment, its challenges, its case and its matches.
import { dutyOf, standingOf, type CaseFacts, type SeatFacts, type Standing } from "./court";

export interface MatchFacts {
  outcome: string;
  phase: string;
  due: string;
  deadline: string;
}

export interface ChallengeFacts {
  id: string;
  status: string;
  bond: string;
  openUntil: string;
  challenger: { id: string };
  outcome: string;
  arithmetic: { match: MatchFacts | null } | null;
}

export interface DisputeFacts {
  id: `0x${string}`;
  window: string;
  status: string;
  bond: string;
  unsettled: number;
  committedAt: string;
  run: { id: string };
  committer: { id: string };
  disputes: readonly ChallengeFacts[];
  courtCase: (CaseFacts & { jurors: readonly (SeatFacts & { validator: { id: string } })[] }) | null;
}

export function standing(d: DisputeFacts, now: number): Standing | null {
  return d.courtCase === null ? null : standingOf(d.courtCase, now);
}

export function isOpen(d: DisputeFacts): boolean {
  return d.unsettled > 0;
}

/** The next moment at which something changes by a clock. Null: no clock runs. Units: seconds of block time. */
export function nextDeadline(d: DisputeFacts, now: number): number | null {
  const ahead: number[] = [];
  const until = standing(d, now)?.until;
  if (until !== null && until !== undefined) ahead.push(until);
  for (const c of d.disputes) {
    if (c.status === "Sealed") ahead.push(Number(c.openUntil));
    const match = c.arithmetic?.match;
    if (match?.outcome === "Running") ahead.push(Number(match.deadline));
  }
  return ahead.length === 0 ? null : Math.min(...ahead);
}

/** All bonds together. Units: wei. */
export function atStake(d: DisputeFacts): bigint {
  return d.disputes.reduce((sum, c) => sum + BigInt(c.bond), BigInt(d.bond));
}

/** Whether the account has something to do here now: a ballot, a seat to settle, a move in a match. */
export function awaits(d: DisputeFacts, account: string, now: number): boolean {
  const me = account.toLowerCase();
  const where = standing(d, now);
  const seat = d.courtCase?.jurors.some((j) => {
    if (j.validator.id !== me || where === null) return false;
    const duty = dutyOf(j, where);
    return duty === "commit" || duty === "reveal" || duty === "settle";
  });
  if (seat) return true;
  return d.disputes.some((c) => {
    const match = c.arithmetic?.match;
    if (match?.outcome !== "Running") return c.status === "Sealed" && c.challenger.id === me;
    const both = match.due === "None";
    return ((both || match.due === "Committer") && d.committer.id === me) || ((both || match.due === "Challenger") && c.challenger.id === me);
  });
}
