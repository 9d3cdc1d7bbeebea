// Who has to move now, and what for.
import type { CasePhase, Standing } from "./court";

export type Mover =
  | { who: "openers"; count: number }
  | { who: "jurors"; what: "commit" | "reveal"; count: number }
  | { who: "anyone"; what: "freeze" | "draw" | "tally" | "resolve" | "settle" }
  | { who: "sides"; side: "both" | "Committer" | "Challenger"; challenge: string }
  | { who: "loser"; side: "Committer" | "Challenger" | "both" };

export interface MoverFacts {
  status: string;
  unopened: number;
  unsettled: number;
  courtCase: { verdict: string } | null;
  disputes: readonly { id: string; status: string; arithmetic: { match: { outcome: string; phase: string; due: string } | null } | null }[];
}

/** All whose turn it is; nobody's, where all is settled. Matches go on beside the court. */
export function moversOf(d: MoverFacts, standing: Standing | null): Mover[] {
  const movers: Mover[] = [];
  const phase: CasePhase | null = standing?.phase ?? null;
  const { seats, committed, revealed } = standing?.round ?? { seats: 0, committed: 0, revealed: 0 };
  if (d.unopened > 0) movers.push({ who: "openers", count: d.unopened });
  switch (phase) {
    case "Evidence":
      if (d.unopened === 0) movers.push({ who: "anyone", what: "freeze" });
      break;
    case "Draw":
      movers.push({ who: "anyone", what: "draw" });
      break;
    case "Commit":
      movers.push({ who: "jurors", what: "commit", count: seats - committed });
      break;
    case "Reveal":
      movers.push({ who: "jurors", what: "reveal", count: committed - revealed });
      break;
    case "Tally":
      movers.push({ who: "anyone", what: "tally" });
      break;
    case "Appeal":
      movers.push({ who: "loser", side: d.courtCase?.verdict === "Falls" ? "Committer" : d.courtCase?.verdict === "Stands" ? "Challenger" : "both" });
      break;
    default:
  }
  for (const c of d.disputes) {
    const match = c.arithmetic?.match;
    if (match?.outcome !== "Running") continue;
    movers.push({ who: "sides", side: match.due === "Committer" || match.due === "Challenger" ? match.due : "both", challenge: c.id });
  }
  if (movers.length === 0 && d.unsettled > 0 && d.status !== "Pending") movers.push({ who: "anyone", what: "settle" });
  return movers;
}
