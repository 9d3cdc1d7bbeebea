// The case: its juries, who has voted, and what came out.
import { standing } from "../../facts/dispute";
import { abstain } from "../../chain/ballots";
import type { Dispute, DisputeJuror } from "../../source/dispute";
import { t } from "../../texts/en";
import { Countdown, Empty, Facts, Hex, Panel, When } from "../parts";

export function Court({ dispute: d, now }: { dispute: Dispute; now: number }) {
  const c = d.courtCase;
  if (c === null) {
    return (
      <Panel title={t.dispute.court}>
        <Empty>{t.dispute.courtNone}</Empty>
      </Panel>
    );
  }
  const where = standing(d, now);
  return (
    <Panel title={t.dispute.court}>
      <Facts
        rows={[
          [t.dispute.stage, where === null ? t.none : t.phase[where.phase]],
          ...(where?.until == null ? [] : [[t.deadline.next, <Countdown key="until" until={where.until} now={now} />] as const]),
          [t.dispute.verdict, t.verdict[c.verdict]],
          ...(c.talliedAt === null ? [] : [[t.dispute.tallied, <When key="tallied" at={Number(c.talliedAt)} now={now} />] as const]),
          ...(c.appealUntil === null || c.resolvedAt !== null ? [] : [[t.dispute.appeal, <Countdown key="appeal" until={Number(c.appealUntil)} now={now} />] as const]),
          ...(c.resolvedAt === null ? [] : [[t.dispute.resolved, <When key="resolved" at={Number(c.resolvedAt)} now={now} />] as const]),
        ]}
      />
      {c.rounds.map((r) => (
        <section key={r.round}>
          <h3>{t.dispute.round(r.round, r.size)}</h3>
          <p className="note">
            {r.drawnAt === null ? t.phase.Draw : t.dispute.seatsOf(r.committed, r.revealed, r.seats)}
            {r.talliedAt === null ? "" : ` · ${t.dispute.votes(r.votes, r.votesFor)}`}
          </p>
          <ul>
            {c.jurors
              .filter((j) => j.round.round === r.round)
              .map((j) => (
                <li key={j.id}>
                  <Hex value={j.validator.id} label={t.dispute.juror} /> {spoken(d, j.ballot)}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </Panel>
  );
}

function spoken(d: Dispute, ballot: DisputeJuror["ballot"]): string {
  if (ballot === null) return t.ballot.none;
  if (ballot.leakedBy !== null) return t.ballot.leaked;
  if (ballot.root === null) return t.ballot.cast;
  if (ballot.root === d.postRoot) return t.ballot.for(t.vote.committer);
  const named = d.disputes.find((c) => c.root === ballot.root);
  if (named) return t.ballot.for(t.vote.challenge(named.id));
  return ballot.root === abstain ? t.stake.abstained : t.ballot.for(t.vote.other);
}
