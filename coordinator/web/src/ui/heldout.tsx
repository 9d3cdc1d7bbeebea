// What the chain carries of a run's held-out loss: goals, and readings that were claimed.
import { realOf } from "../facts/coverage";
import type { ResultOf } from "../source/graphql";
import type { runQuestion } from "../source/questions";
import { t } from "../texts/en";
import { tokens } from "./money";
import { Countdown, Empty, Panel } from "./parts";

type Answer = ResultOf<typeof runQuestion>;

interface HeldOutProps {
  pots: NonNullable<Answer["run"]>["pots"];
  readings: Answer["readings"];
  now: number;
}

export function HeldOut({ pots, readings, now }: HeldOutProps) {
  const { columns } = t.heldOut;
  return (
    <Panel title={t.heldOut.title}>
      {pots.length === 0 ? <Empty>{t.heldOut.none}</Empty> : <p className="note">{t.heldOut.note}</p>}
      <ul>
        {pots.map((pot) => (
          <li key={pot.id}>{t.heldOut.target(realOf(pot.target).toPrecision(6), tokens(pot.locked, pot.token), t.heldOut.status[pot.status] ?? pot.status)}</li>
        ))}
      </ul>
      {pots.length > 0 && readings.length === 0 ? <Empty>{t.heldOut.noneRead}</Empty> : null}
      {readings.length === 0 ? null : (
        <table>
          <thead>
            <tr>
              <th>{columns.window}</th>
              <th className="number">{columns.loss}</th>
              <th>{columns.kind}</th>
              <th>{columns.status}</th>
              <th>{columns.until}</th>
            </tr>
          </thead>
          <tbody>
            {readings.map((r) => (
              <tr key={r.id}>
                <td>{r.commitment === null ? t.none : t.run.window(r.commitment.window)}</td>
                <td className="number">{r.word === null ? t.none : realOf(r.word).toPrecision(6)}</td>
                <td>{t.heldOut.kind[r.kind]}</td>
                <td>{t.heldOut.pledge[r.status]}</td>
                <td>{r.until === null ? t.none : <Countdown until={Number(r.until)} now={now} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
