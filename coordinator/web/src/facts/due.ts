// What anybody may push on in a dispute now. Trying each for free is the contracts' affair; this says which are worth trying.
import type { Standing } from "./court";
import type { Dispute } from "../source/dispute";

export type Due =
  | { what: "freeze" | "draw" | "tally" | "resolve" | "settle" | "claimVoided" | "expireDemand" | "waiveTally" }
  | { what: "lapse" | "openArithmetic" | "timeout" | "conclude" | "settleChallenge" | "waive"; challenge: string };

/** `me`: lower-case address of the reader, or null. */
export function dueIn(d: Dispute, standing: Standing | null, now: number, me: string | null): Due[] {
  const due: Due[] = [];
  const pending = d.status === "Pending";
  switch (standing?.phase) {
    case "Evidence":
      if (d.unopened === 0) due.push({ what: "freeze" });
      break;
    case "Draw":
      due.push({ what: "draw" });
      break;
    case "Tally":
      due.push({ what: "tally" });
      break;
    case "Appeal":
      due.push({ what: "resolve" });
      if (me === d.committer.id && d.mark === "TalliedAgainst" && d.courtCase?.waived === false) due.push({ what: "waiveTally" });
      break;
    default:
  }
  if (d.demand?.status === "Open" && Number(d.demand.deadline) < now) due.push({ what: "expireDemand" });
  for (const c of d.disputes) {
    const match = c.arithmetic?.match;
    if (c.status === "Sealed" && (Number(c.openUntil) < now || d.status === "Voided")) due.push({ what: "lapse", challenge: c.id });
    if (c.status === "Opened" && pending && c.arithmetic === null) due.push({ what: "openArithmetic", challenge: c.id });
    if (match?.outcome === "Running" && Number(match.deadline) < now) due.push({ what: "timeout", challenge: c.id });
    if (match && match.outcome !== "Running" && c.outcome === "Running" && pending) due.push({ what: "conclude", challenge: c.id });
    if (c.status === "Opened" && !pending) due.push({ what: "settleChallenge", challenge: c.id });
    if (c.status === "Opened" && c.challenger.id === me && !c.waived && d.courtCase?.verdict === "Stands" && pending) due.push({ what: "waive", challenge: c.id });
  }
  if (d.status === "Rejected" && d.settledAt === null) due.push({ what: "settle" });
  if (d.status === "Voided") due.push({ what: "claimVoided" });
  return due;
}
