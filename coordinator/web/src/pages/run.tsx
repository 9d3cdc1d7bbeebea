// One run: how far it is, who holds its lease, what it learned, who was paid.
import { Link } from "wouter";
import { trainingAbi } from "../chain/abi";
import { contributorsOf } from "../facts/contributors";
import { useConfig, useIndex, useNow } from "../source/hooks";
import { runQuestion } from "../source/questions";
import { t } from "../texts/en";
import { ActButton } from "../ui/actbutton";
import { Loss } from "../ui/loss";
import { tokens } from "../ui/money";
import { Badge, Countdown, Empty, Facts, Hex, Meter, Panel, When } from "../ui/parts";
import { statusBadge } from "../ui/status";

export default function RunPage({ run: id }: { run: string }) {
  const { data } = useIndex(runQuestion, { id });
  const config = useConfig();
  const now = useNow();
  if (data === undefined) return <Empty>{t.loading}</Empty>;
  const { run } = data;
  if (run === null) return <Empty>{t.run.missing(id)}</Empty>;

  const late = run.lease !== null && Number(run.lease.deadline) < now;
  const challenged = run.log.filter((c) => c.challenges > 0).length;
  const audited = run.log.filter((c) => c.auditors.length > 0).length;
  return (
    <>
      <h1>{t.run.title(run.id)}</h1>
      <div className="columns">
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
                  <>
                    {t.run.window(run.lease.window)}, <Hex value={run.lease.holder.id} label={t.run.lease} /> <Countdown until={Number(run.lease.deadline)} now={now} />
                  </>
                ),
              ],
              [t.run.escrow, tokens(run.escrow, run.rewardToken)],
              [t.run.author, <Hex key="author" value={run.author.id} label={t.run.author} />],
              [t.run.owner, <Hex key="owner" value={run.owner.id} label={t.run.owner} />],
            ]}
          />
          <ActButton
            label={t.act.finalise}
            act={{ to: config.deployment.training, abi: trainingAbi, call: "finalise", args: [BigInt(run.id), 16n] }}
          />
          {late ? <ActButton label={t.act.expireLease} act={{ to: config.deployment.training, abi: trainingAbi, call: "expire", args: [BigInt(run.id)] }} /> : null}
        </Panel>
        <Panel title={t.run.coverage}>
          <p className="note">{t.run.coverageNote}</p>
          <Facts
            rows={[
              [t.runs.columns.head, run.commitments],
              [t.status.Finalised ?? "", run.anchorCount],
              [t.status.disputed ?? "", run.disputed],
              [t.status.Rejected ?? "", run.rejected],
              [t.status.Voided ?? "", run.voided],
              [t.run.columns.disputes, challenged],
              [t.coverage.audited, audited],
            ]}
          />
        </Panel>
      </div>
      <Panel title={t.run.loss}>
        <Loss run={run.id} fallen={new Set(run.log.filter((c) => c.status === "Rejected" || c.status === "Voided").map((c) => c.id))} />
      </Panel>
      <Panel title={t.run.windows}>
        <table>
          <thead>
            <tr>
              <th className="number">{t.run.columns.window}</th>
              <th>{t.run.columns.status}</th>
              <th>{t.run.columns.committer}</th>
              <th>{t.run.columns.root}</th>
              <th>{t.run.columns.when}</th>
              <th>{t.run.columns.disputes}</th>
            </tr>
          </thead>
          <tbody>
            {run.log.slice(0, 100).map((c) => (
              <tr key={c.id}>
                <td className="number">{c.window}</td>
                <td>
                  <Badge kind={statusBadge(c.status)}>{t.status[c.status]}</Badge>
                </td>
                <td>
                  <Hex value={c.committer.id} label={t.run.columns.committer} />
                </td>
                <td>
                  <Hex value={c.postRoot} label={t.run.columns.root} />
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
      <Panel title={t.run.contributors}>
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
            {contributorsOf(run.rewards).map((c) => (
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
      <Panel title={t.run.assets}>
        <table>
          <thead>
            <tr>
              <th>{t.run.asset.kind}</th>
              <th>{t.run.asset.of}</th>
              <th>{t.run.asset.cid}</th>
              <th>{t.run.asset.root}</th>
            </tr>
          </thead>
          <tbody>
            {run.assets.map((a) => (
              <tr key={a.id}>
                <td>{t.assetKind[a.kind]}</td>
                <td>{a.window === null ? t.none : t.run.window(a.window)}</td>
                <td>
                  <Hex value={a.cid} label={t.run.asset.cid} />
                </td>
                <td>
                  <Hex value={a.root} label={t.run.asset.root} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>{t.run.export}</p>
        <pre className="command">commonweight model export --run {run.id}</pre>
      </Panel>
    </>
  );
}

function PlaceOf({ window, root }: { window: string; root: string }) {
  return (
    <>
      {t.run.window(window)} <Hex value={root} label={t.run.anchor} />
    </>
  );
}
