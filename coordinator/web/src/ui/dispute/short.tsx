// What a dispute is about, where it stands and whose move it is, for who has never seen one.
import { useWallet } from "../../chain/hooks";
import type { CasePhase } from "../../facts/court";
import { atStake, awaits, nextDeadline, standing } from "../../facts/dispute";
import { moversOf, type Mover } from "../../facts/mover";
import { rolesOf, type Role } from "../../facts/role";
import type { Dispute } from "../../source/dispute";
import { t } from "../../texts/en";
import { money } from "../money";
import { Badge, Countdown, Facts, Panel } from "../parts";
import { statusBadge } from "../status";

const stages = ["Evidence", "Draw", "Commit", "Reveal", "Tally", "Appeal", "Closed"] as const satisfies readonly CasePhase[];

export function Short({ dispute: d, now }: { dispute: Dispute; now: number }) {
  const { wallet } = useWallet();
  const where = standing(d, now);
  const deadline = nextDeadline(d, now);
  const me = wallet?.address.toLowerCase() ?? null;
  const roles = rolesOf(d, me);
  const movers = moversOf(d, where);
  const last = (BigInt(d.firstStep) + BigInt(d.steps) - 1n).toString();
  return (
    <Panel
      title={t.short.title}
      aside={
        <span>
          <Badge kind={statusBadge(d.status)}>{t.status[d.status]}</Badge>{" "}
          {me !== null && awaits(d, me, now) ? <Badge kind="warn">{t.disputes.filter.mine}</Badge> : null}
        </span>
      }
    >
      <p>{t.short.lead(d.steps, d.firstStep, last)}</p>
      <p>{t.short.fact}</p>
      {where === null ? (
        <p>{t.short.sealed}</p>
      ) : (
        <>
          <ol className="stages" aria-label={t.short.way}>
            {stages.map((stage) => {
              const state = stages.indexOf(stage) - stages.indexOf(where.phase);
              return (
                <li key={stage} className={state < 0 ? "done" : state === 0 ? "now" : "ahead"} aria-current={state === 0 ? "step" : undefined}>
                  {t.short.steps[stage]}
                </li>
              );
            })}
          </ol>
          <p>
            <strong>{where.phase === "Closed" && d.unsettled === 0 ? t.short.over : t.short.now[where.phase]}</strong>
          </p>
        </>
      )}
      <Facts
        rows={[
          [t.short.move, movers.length === 0 ? t.short.nobody : <Lines key="move" lines={movers.map(moverText)} />],
          [t.deadline.next, deadline === null ? t.deadline.none : <Countdown key="deadline" until={deadline} now={now} />],
          [t.short.stake, money(atStake(d))],
          [t.short.you, me === null ? t.short.unconnected : roles.length === 0 ? t.short.none : <Lines key="you" lines={roles.map(roleText)} />],
        ]}
      />
      <p className="note">{t.short.clockNote}</p>
    </Panel>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return lines.map((line) => <div key={line}>{line}</div>);
}

function moverText(m: Mover): string {
  switch (m.who) {
    case "openers":
      return t.short.movers.openers(m.count);
    case "jurors":
      return t.short.movers[m.what](m.count);
    case "anyone":
      return t.short.movers[m.what];
    case "sides":
      return t.short.movers[m.side](m.challenge);
    case "loser":
      return t.short.loser[m.side];
  }
}

export function roleText(role: Role): string {
  switch (role.kind) {
    case "committer":
      return t.short.roles.committer;
    case "challenger":
      return t.short.roles.challenger(role.challenge);
    case "juror":
      return t.short.roles.juror(role.round);
  }
}
