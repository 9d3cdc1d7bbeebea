// One run: how far it is, who holds its lease, what it learned, who looked at it, who was paid, what it is made of.
import { Link } from "wouter";
import { trainingAbi } from "../chain/abi";
import { contributorsOf } from "../facts/contributors";
import { realOf } from "../facts/coverage";
import type { ResultOf } from "../source/graphql";
import { useConfig, useIndex, useNow } from "../source/hooks";
import { runQuestion } from "../source/questions";
import { t } from "../texts/en";
import { ActButton } from "../ui/actbutton";
import { Assets } from "../ui/assets";
import { Coverage } from "../ui/coverage";
import { HeldOut } from "../ui/heldout";
import { Loss } from "../ui/loss";
import { tokens } from "../ui/money";
import { Badge, Countdown, Empty, Facts, Hex, Meter, Panel, When } from "../ui/parts";
import { statusBadge } from "../ui/status";

type Run = NonNullable<ResultOf<typeof runQuestion>["run"]>;

// More rows are read by nobody; the index has them all.
const rows = 100;

export default function RunPage({ run: id }: { run: string }) {
  const { data } = useIndex(runQuestion, { id, run: id });
  const now = useNow();
  if (data === undefined) return <Empty>{t.loading}</Empty>;
  const { run } = data;
  if (run === null) return <Empty>{t.run.missing(id)}</Empty>;
  const fallen = run.log.filter((c) => c.status === "Rejected" || c.status === "Voided");
  return (
    <>
      <h1>{t.run.title(run.id)}</h1>
      <Progress run={run} now={now} />
      <Panel title={t.run.loss}>
        <Loss run={run.id} fallen={fallen.map((c) => ({ commitment: c.id, window: c.window, step: Number(c.firstStep) + c.steps }))} heldOut={readingsOf(data.readings)} />
      </Panel>
      <HeldOut pots={run.pots} readings={data.readings} now={now} />
      <Coverage log={run.log} audits={data.audits} />
      <Windows run={run} now={now} />
      <Contributors run={run} />
      <Assets run={run} />
    </>
  );
}

/** Claims that weren't defeated. */
function readingsOf(readings: ResultOf<typeof runQuestion>["readings"]) {
  return readings.flatMap(({ id, kind, word, status, commitment }) => {
    if (kind !== "Claim" || word === null || commitment === null || (status !== "Standing" && status !== "Settled")) return [];
    const loss = realOf(word);
    return Number.isFinite(loss) ? [{ id, loss, step: Number(commitment.firstStep) + commitment.steps }] : [];
  });
}

function Progress({ run, now }: { run: Run; now: number }) {
  const config = useConfig();
  const { training } = config.deployment;
  const late = run.lease !== null && Number(run.lease.deadline) < now;
  return (
    <Panel title={t.run.progress}>
      <p>
        <Meter share={Number(run.anchorCount) / Math.max(1, Number(run.windows))} label={t.run.progress} /> {t.runs.of(run.anchorCount, run.windows)}
      </p>
      <Facts
        rows={[
          [t.run.head, run.head ? <PlaceOf key="h" window={run.head.window} root={run.head.postRoot} /> : t.run.genesis],
          [t.run.anchor, run.anchor ? <PlaceOf key="a" window={run.anchor.window} root={run.anchor.postRoot} /> : t.run.genesis],
          [
            t.run.lease,
            run.lease === null ? (
              t.run.leaseFree
            ) : (
              <span key="lease">
                {t.run.window(run.lease.window)}, <Hex value={run.lease.holder.id} label={t.run.lease} />
              </span>
            ),
          ],
          ...(run.lease === null
            ? []
            : ([
                [t.run.leaseSince, <When key="since" at={Number(run.lease.acquiredAt)} now={now} />],
                [t.run.leaseUntil, <Countdown key="until" until={Number(run.lease.deadline)} now={now} />],
              ] as const)),
          [t.run.escrow, tokens(run.escrow, run.rewardToken)],
          [t.run.author, <Hex key="author" value={run.author.id} label={t.run.author} />],
          [t.run.owner, <Hex key="owner" value={run.owner.id} label={t.run.owner} />],
        ]}
      />
      <ActButton label={t.act.finalise} act={{ to: training, abi: trainingAbi, call: "finalise", args: [BigInt(run.id), 16n] }} />
      {late ? <ActButton label={t.act.expireLease} act={{ to: training, abi: trainingAbi, call: "expire", args: [BigInt(run.id)] }} /> : null}
    </Panel>
  );
}

function Windows({ run, now }: { run: Run; now: number }) {
  const { columns } = t.run;
  return (
    <Panel title={t.run.windows}>
      {run.log.length === 0 ? <Empty>{t.run.noWindows}</Empty> : null}
      <table>
        <thead>
          <tr>
            <th className="number">{columns.window}</th>
            <th>{columns.status}</th>
            <th>{columns.committer}</th>
            <th>{columns.root}</th>
            <th>{columns.when}</th>
            <th>{columns.disputes}</th>
          </tr>
        </thead>
        <tbody>
          {run.log.slice(0, rows).map((c) => (
            <tr key={c.id} className={c.status === "Rejected" || c.status === "Voided" ? "fallen" : ""}>
              <td className="number">{c.window}</td>
              <td>
                <Badge kind={statusBadge(c.status)}>{t.status[c.status]}</Badge>
              </td>
              <td>
                <Hex value={c.committer.id} label={columns.committer} />
              </td>
              <td>
                <Hex value={c.postRoot} label={columns.root} />
              </td>
              <td>
                <When at={Number(c.committedAt)} now={now} />
              </td>
              <td>{c.challenges > 0 ? <Link href={`/disputes/${c.id}`}>{c.challenges}</Link> : t.none}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Contributors({ run }: { run: Run }) {
  const all = contributorsOf(run.rewards);
  return (
    <Panel title={t.run.contributors}>
      {all.length === 0 ? <Empty>{t.run.noContributors}</Empty> : null}
      <table>
        <thead>
          <tr>
            <th>{t.run.contributor.who}</th>
            <th className="number">{t.run.contributor.windows}</th>
            <th className="number">{t.run.contributor.steps}</th>
            <th className="number">{t.run.contributor.reward}</th>
          </tr>
        </thead>
        <tbody>
          {all.map((c) => (
            <tr key={c.id}>
              <td>
                <Hex value={c.id} label={t.run.contributor.who} />
              </td>
              <td className="number">{c.windows}</td>
              <td className="number">{c.steps}</td>
              <td className="number">{tokens(c.reward.toString(), run.rewardToken)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function PlaceOf({ window, root }: { window: string; root: string }) {
  return (
    <>
      {t.run.window(window)} <Hex value={root} label={t.run.anchor} />
    </>
  );
}
