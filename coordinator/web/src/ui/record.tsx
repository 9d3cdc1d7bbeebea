// What a validator has done: each ballot against the root that became final, and what became of its money.
import { Link } from "wouter";
import { abstain } from "../chain/ballots";
import { finalRootOf, judged, type Judged } from "../facts/record";
import type { ResultOf } from "../source/graphql";
import { useIndex } from "../source/hooks";
import { finalsQuestion, type stakeQuestion } from "../source/questions";
import { t } from "../texts/en";
import { money, tokens } from "./money";
import { Badge, Empty, Hex, Panel, When } from "./parts";

type Answer = ResultOf<typeof stakeQuestion>;
type Validator = NonNullable<Answer["validator"]>;
type Payment = NonNullable<Answer["account"]>["payments"][number];

const badges: Record<Judged, string> = { right: "good", wrong: "bad", leaked: "bad", hidden: "warn", open: "plain", abstained: "plain" };

export function Record({ validator: v, now }: { validator: Validator | null; now: number }) {
  const { columns } = t.stake;
  const preRoots = [...new Set(v?.juries.map((j) => j.courtCase.commitment.preRoot))].sort();
  const { data } = useIndex(finalsQuestion, { preRoots }, preRoots.length > 0);
  const finals = data?.commitments ?? [];
  return (
    <Panel title={t.stake.record} aside={v === null ? null : <span className="note">{t.stake.counts(v.seats, v.committed, v.revealed)}</span>}>
      <p className="note">{t.stake.recordNote}</p>
      {v === null || v.juries.length === 0 ? (
        <Empty>{t.stake.recordEmpty}</Empty>
      ) : (
        <table>
          <thead>
            <tr>
              <th>{columns.dispute}</th>
              <th>{columns.drawn}</th>
              <th>{columns.ballot}</th>
              <th>{columns.final}</th>
              <th>{columns.judged}</th>
              <th className="number">{columns.fee}</th>
              <th className="number">{columns.burned}</th>
            </tr>
          </thead>
          <tbody>
            {v.juries.map((j) => {
              const root = j.ballot?.root ?? null;
              const final = finalRootOf(j.courtCase.commitment, finals);
              const verdict = judged(j, finals);
              return (
                <tr key={j.id}>
                  <td>
                    <Link href={`/disputes/${j.courtCase.id}`}>{t.stake.of(j.courtCase.commitment.window, j.courtCase.commitment.run.id)}</Link>
                  </td>
                  <td>
                    <When at={Number(j.drawnAt)} now={now} />
                  </td>
                  <td>{root === null || root === abstain ? t.none : <Hex value={root} label={columns.ballot} />}</td>
                  <td>{final === null ? t.none : <Hex value={final} label={columns.final} />}</td>
                  <td>
                    <Badge kind={badges[verdict]}>{verdict === "leaked" ? t.ballot.leaked : t.stake[verdict]}</Badge>
                  </td>
                  <td className="number">{money(j.fee)}</td>
                  <td className="number">{money(j.burned)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

/** Stake changes and payments, the newest first. */
export function History({ validator, payments, now }: { validator: Validator | null; payments: readonly Payment[]; now: number }) {
  const lines = [
    ...(validator?.stakeChanges.map((c) => ({
      ...c,
      amount: money(c.amount),
      more: c.burned === "0" ? "" : t.stake.lost(money(c.burned)),
    })) ?? []),
    ...payments.map((p) => ({ ...p, amount: tokens(p.amount, p.token), more: "" })),
  ].sort((a, b) => Number(b.at) - Number(a.at));
  const { historyColumns: columns } = t.stake;
  return (
    <Panel title={t.stake.history}>
      {lines.length === 0 ? (
        <Empty>{t.stake.historyEmpty}</Empty>
      ) : (
        <table>
          <thead>
            <tr>
              <th>{columns.what}</th>
              <th className="number">{columns.amount}</th>
              <th>{columns.when}</th>
              <th>{columns.tx}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={`${line.kind} ${line.id}`}>
                <td>
                  {t.stake.kinds[line.kind]} {line.more}
                </td>
                <td className="number">{line.amount}</td>
                <td>
                  <When at={Number(line.at)} now={now} />
                </td>
                <td>
                  <Hex value={line.tx} label={columns.tx} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
