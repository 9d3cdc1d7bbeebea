// How a juror's ballot turned out: only the root that became final judges it.

const abstain = `0x${"ff".repeat(32)}`;

/** A question that a ballot answers: what comes after these steps from that state. */
export interface QuestionFacts {
  run: { id: string };
  preRoot: string;
  firstStep: string;
  steps: number;
}

export interface FinalFacts extends QuestionFacts {
  postRoot: string;
}

export interface BallotFacts {
  ballot: { root: string | null; leakedBy: { id: string } | null } | null;
  courtCase: { commitment: QuestionFacts & { finalRoot: string | null } };
}

export type Judged = "right" | "wrong" | "open" | "abstained" | "hidden" | "leaked";

/** The root that became final for the same question, by whichever commitment; null: none yet. */
export function finalRootOf(c: BallotFacts["courtCase"]["commitment"], finals: readonly FinalFacts[]): string | null {
  const same = finals.find((f) => f.run.id === c.run.id && f.preRoot === c.preRoot && f.firstStep === c.firstStep && f.steps === c.steps);
  return same?.postRoot ?? c.finalRoot;
}

export function judged(j: BallotFacts, finals: readonly FinalFacts[]): Judged {
  const root = j.ballot?.root ?? null;
  if (j.ballot?.leakedBy) return "leaked";
  if (root === null) return "hidden";
  if (root === abstain) return "abstained";
  const final = finalRootOf(j.courtCase.commitment, finals);
  return final === null ? "open" : root === final ? "right" : "wrong";
}
