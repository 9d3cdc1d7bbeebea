// All runs.
import { Link } from "wouter";
import { useIndex, useNow } from "../source/hooks";
import { runsQuestion } from "../source/questions";
import { t } from "../texts/en";
import { tokens } from "../ui/money";
import { Countdown, Empty, Hex, Meter, Panel } from "../ui/parts";

export default function RunsPage() {
  const { data } = useIndex(runsQuestion, {});
  const now = useNow();
  const { columns } = t.runs;
  return (
    <>
      <h1>{t.runs.title}</h1>
      <Panel title={t.runs.title}>
        {data === undefined ? <Empty>{t.loading}</Empty> : null}
        {data?.runs.length === 0 ? <Empty>{t.runs.empty}</Empty> : null}
        {data !== undefined && data.runs.length > 0 ? (
          <table>
            <thead>
              <tr>
                <th>{columns.run}</th>
                <th>{columns.progress}</th>
                <th className="number">{columns.head}</th>
                <th>{columns.lease}</th>
                <th className="number">{columns.disputes}</th>
                <th className="number">{columns.reward}</th>
              </tr>
            </thead>
            <tbody>
              {data.runs.map((run) => (
                <tr key={run.id}>
                  <td>
                    <Link href={`/runs/${run.id}`}>{t.run.title(run.number)}</Link>
                  </td>
                  <td>
                    <Meter share={Number(run.anchorCount) / Math.max(1, Number(run.windows))} label={columns.progress} /> {t.runs.of(run.anchorCount, run.windows)}
                  </td>
                  <td className="number">{run.headCount}</td>
                  <td>
                    {run.headCount === run.windows ? (
                      t.runs.complete
                    ) : run.lease === null ? (
                      t.runs.free
                    ) : (
                      <>
                        <Hex value={run.lease.holder.id} label={columns.lease} /> <Countdown until={Number(run.lease.deadline)} now={now} />
                      </>
                    )}
                  </td>
                  <td className="number">{run.disputed}</td>
                  <td className="number">{tokens(run.reward, run.rewardToken)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
      </Panel>
    </>
  );
}
