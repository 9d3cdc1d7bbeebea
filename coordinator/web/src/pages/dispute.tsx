// One dispute: what is claimed, what differs, whose move it is, and everything that one may do about it.
import { useRef } from "react";
import { awaits, nextDeadline, standing } from "../facts/dispute";
import { coins } from "../facts/money";
import { ifItFalls, ifItStands, type Payout } from "../facts/payouts";
import { useWallet } from "../chain/hooks";
import { useConfig, useIndex, useNow } from "../source/hooks";
import type { Dispute } from "../source/dispute";
import { disputeQuestion } from "../source/questions";
import { Replay } from "../replay/panel";
import { t } from "../texts/en";
import { Ballot } from "../ui/ballot";
import { MatchTree } from "../ui/matchtree";
import { Badge, Countdown, Empty, Facts, Hex, Panel, When } from "../ui/parts";
import { Push } from "../ui/push";
import { statusBadge } from "../ui/status";

export default function DisputePage({ commitment: id }: { commitment: string }) {
  const { data } = useIndex(disputeQuestion, { id });
  const shown = useRef<string | null>(null);
  if (data === undefined) return <Empty>{t.loading}</Empty>;
  if (data.commitment === null) return <Empty>{shown.current === id ? t.dispute.gone : t.dispute.missing}</Empty>;
  shown.current = data.commitment.id;
  return <Whole dispute={data.commitment} />;
}

function Whole({ dispute: d }: { dispute: Dispute }) {
  const now = useNow();
  const { wallet } = useWallet();
  const last = BigInt(d.firstStep) + BigInt(d.steps) - 1n;
  const where = standing(d, now);
  const deadline = nextDeadline(d, now);
  const mine = wallet !== null && awaits(d, wallet.address, now);
  return (
    <>
      <h1>{t.dispute.title(d.window, d.run.id)}</h1>
      <p>{t.dispute.plain(d.steps, d.firstStep, last.toString())}</p>
      <p>
        <Badge kind={statusBadge(d.status)}>{t.status[d.status]}</Badge> {where === null ? null : <Badge kind="plain">{t.phase[where.phase]}</Badge>}{" "}
        {deadline === null ? null : (
          <>
            {t.deadline.next} <Countdown until={deadline} now={now} />
          </>
        )}
        {mine ? (
          <>
            {" "}
            <Badge kind="warn">{t.disputes.filter.mine}</Badge>
          </>
        ) : null}
      </p>
      <Claims dispute={d} now={now} />
      <Check dispute={d} />
      <Replay dispute={d} />
      <div className="columns">
        <Court dispute={d} now={now} />
        <Ballot dispute={d} now={now} />
      </div>
      <Arithmetic dispute={d} now={now} />
      <Push dispute={d} now={now} />
      <Payouts dispute={d} />
      <Panel title={t.dispute.timeline}>
        <ol className="timeline">
          {d.activities.map((a) => (
            <li key={a.id}>
              {t.event[a.name] ?? a.name} {a.account === null ? null : <Hex value={a.account.id} />} <When at={Number(a.at)} now={now} />
            </li>
          ))}
        </ol>
      </Panel>
    </>
  );
}

function Claims({ dispute: d, now }: { dispute: Dispute; now: number }) {
  return (
    <div className="columns">
      <Panel title={t.dispute.committer} aside={<Hex value={d.committer.id} label={t.dispute.committer} />}>
        <Facts
          rows={[
            [t.dispute.root, <Hex key="root" value={d.postRoot} label={t.dispute.root} />],
            [t.dispute.pre, <Hex key="pre" value={d.preRoot} label={t.dispute.pre} />],
            [t.dispute.bond, coins(d.bond)],
            [t.dispute.since, <When key="since" at={Number(d.committedAt)} now={now} />],
          ]}
        />
      </Panel>
      {d.disputes.map((c) => (
        <Panel key={c.id} title={t.dispute.challenger(c.id)} aside={<Hex value={c.challenger.id} label={t.dispute.challenger(c.id)} />}>
          <Facts
            rows={[
              [t.dispute.root, c.root === null ? t.dispute.sealedOnly : <Hex key="root" value={c.root} label={t.dispute.root} />],
              [t.dispute.status, <Badge key="status" kind={statusBadge(c.status)}>{t.status[c.status]}</Badge>],
              [t.dispute.bond, coins(c.bond)],
              [t.dispute.since, <When key="since" at={Number(c.sealedAt)} now={now} />],
            ]}
          />
        </Panel>
      ))}
    </div>
  );
}

function Check({ dispute: d }: { dispute: Dispute }) {
  const { api } = useConfig();
  return (
    <Panel title={t.dispute.check}>
      <p>{t.dispute.checkBody}</p>
      <pre className="command">
        commonweight verify --run {d.run.id} --window {d.window}
      </pre>
      <p>{t.dispute.checkStep}</p>
      <pre className="command">
        commonweight verify --run {d.run.id} --step {d.firstStep}
      </pre>
      {api === null ? null : (
        <p>
          <a href={new URL(`disputes/${d.disputes[0]?.id ?? ""}/evidence.car`, api).href} download>
            {t.dispute.bundle}
          </a>
        </p>
      )}
    </Panel>
  );
}

function Court({ dispute: d, now }: { dispute: Dispute; now: number }) {
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
    <Panel title={t.dispute.court} aside={where?.until ? <Countdown until={where.until} now={now} /> : null}>
      <Facts
        rows={[
          [t.dispute.stage, where === null ? t.none : t.phase[where.phase]],
          [t.dispute.verdict, t.verdict[c.verdict]],
          ...(c.appealUntil === null || c.resolvedAt !== null ? [] : [[t.dispute.appeal, <Countdown key="appeal" until={Number(c.appealUntil)} now={now} />] as const]),
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

function spoken(d: Dispute, ballot: NonNullable<Dispute["courtCase"]>["jurors"][number]["ballot"]): string {
  if (ballot === null) return t.ballot.none;
  if (ballot.leakedBy !== null) return t.ballot.leaked;
  if (ballot.root === null) return t.ballot.cast;
  if (ballot.root === d.postRoot) return t.ballot.for(t.vote.committer);
  const named = d.disputes.find((c) => c.root === ballot.root);
  if (named) return t.ballot.for(t.vote.challenge(named.id));
  return /^0xf+$/.test(ballot.root) ? t.stake.abstained : t.ballot.for(t.vote.other);
}

function Arithmetic({ dispute: d, now }: { dispute: Dispute; now: number }) {
  const played = d.disputes.flatMap((c) => (c.arithmetic?.match ? [{ challenge: c, match: c.arithmetic.match }] : []));
  return (
    <Panel title={t.dispute.match}>
      {played.length === 0 ? <p>{t.dispute.matchNone}</p> : <p>{t.dispute.matchIntro}</p>}
      {played.map(({ challenge, match }) => (
        <section key={match.id}>
          <h3>{t.dispute.challengeName(challenge.id)}</h3>
          <Facts
            rows={[
              [t.dispute.outcome, t.outcome[match.outcome]],
              ...(match.outcome === "Running"
                ? ([
                    [t.dispute.whoseMove, match.phase === "Start" ? t.due.both : (t.due[match.due as "Committer" | "Challenger"] ?? t.due.anyone)],
                    [t.dispute.clock, <Countdown key="clock" until={Number(match.deadline)} now={now} />],
                  ] as const)
                : []),
            ]}
          />
          <MatchTree phase={match.phase} moves={match.log} now={now} />
        </section>
      ))}
    </Panel>
  );
}

function Payouts({ dispute: d }: { dispute: Dispute }) {
  const first = d.disputes[0];
  if (first === undefined) return null;
  const seats = BigInt(d.run.jury + d.run.largerJury);
  const facts = {
    bond: BigInt(d.bond),
    courtFee: seats * BigInt(d.run.jurorFee),
    challengeBond: BigInt(first.bond),
    jurorFee: BigInt(d.run.jurorFee),
  };
  const votes = d.courtCase?.rounds.at(-1)?.votes || d.run.jury;
  return (
    <Panel title={t.dispute.payouts}>
      <p className="note">{t.dispute.payoutsNote}</p>
      <div className="columns">
        <Payments title={t.dispute.ifFalls} payouts={ifItFalls(facts, votes)} />
        <Payments title={t.dispute.ifStands} payouts={ifItStands(facts, votes)} />
      </div>
    </Panel>
  );
}

function Payments({ title, payouts }: { title: string; payouts: readonly Payout[] }) {
  return (
    <div>
      <h3>{title}</h3>
      <Facts rows={payouts.map((p) => [t.dispute.who[p.who], (p.wei > 0n ? "+" : "") + coins(p.wei)] as const)} />
    </div>
  );
}
