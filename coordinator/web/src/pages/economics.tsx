// What it would cost to lie, against what it could gain, from the numbers of the chain now.
import { economyOf, type Economy } from "../facts/economy";
import type { ResultOf } from "../source/graphql";
import { useIndex } from "../source/hooks";
import { economicsQuestion } from "../source/questions";
import { t } from "../texts/en";
import { money } from "../ui/money";
import { Empty, Facts, Panel } from "../ui/parts";

type Run = ResultOf<typeof economicsQuestion>["runs"][number];

export default function EconomicsPage() {
  const { data } = useIndex(economicsQuestion, {});
  if (data === undefined) return <Empty>{t.loading}</Empty>;
  return (
    <>
      <h1>{t.economics.title}</h1>
      <p>{t.economics.body}</p>
      <p className="note">{t.economics.live}</p>
      <Panel title={t.stake.title}>
        <Facts
          rows={[
            [t.economics.validators, data.protocol?.validators ?? 0],
            [t.economics.deposited, money(data.protocol?.stake ?? "0")],
            [t.economics.rejected, data.protocol?.rejected ?? 0],
            [t.economics.burned, money(data.protocol?.burned ?? "0")],
          ]}
        />
      </Panel>
      {data.runs.map((run) => (
        <Panel key={run.id} title={t.run.title(run.id)}>
          <Numbers run={run} />
        </Panel>
      ))}
    </>
  );
}

function Numbers({ run }: { run: Run }) {
  const bond = run.log[0]?.bond;
  const e = economyOf({
    seatStake: BigInt(run.seatStake),
    jurorFee: BigInt(run.jurorFee),
    jury: run.jury,
    largerJury: run.largerJury,
    rewardValue: BigInt(run.rewardValue),
    windowSteps: run.windowSteps,
    maxPending: run.maxPending,
    unfinal: BigInt(run.headCount) - BigInt(run.anchorCount),
    bond: bond === undefined ? null : BigInt(bond),
  });
  const { rows, columns } = t.economics;
  const stake = money(run.seatStake);
  const value = money(run.rewardValue);
  const unfinal = (BigInt(run.headCount) - BigInt(run.anchorCount)).toString();
  const costs: readonly Line[] = [
    [rows.majority, rows.majorityHow(e.majority.seats, run.jury, stake), money(e.majority.cost)],
    [rows.quorum, rows.quorumHow(e.quorum.seats, run.jury, stake), money(e.quorum.cost)],
    [rows.larger, rows.majorityHow(e.larger.seats, run.largerJury, stake), money(e.larger.cost)],
    [rows.bribe, rows.bribeHow(stake, money(run.jurorFee)), money(e.bribe)],
    [rows.bond, rows.bondHow, bond === undefined ? t.economics.noBond : money(bond)],
    [rows.loses, rows.losesHow, e.lieLoss === null ? t.economics.noBond : money(e.lieLoss)],
  ];
  const gains: readonly Line[] = [
    [rows.worth, rows.worthHow(run.maxPending, run.windowSteps, value), money(e.worth)],
    [rows.now, rows.nowHow(unfinal, run.windowSteps, value), money(e.worthNow)],
    [rows.lie, rows.lieHow(run.windowSteps, value), money(e.lieGain)],
    [rows.ratio, rows.ratioHow, e.ratio === null ? t.none : t.economics.ratioValue(hundredths(e.ratio))],
    [rows.found, rows.foundHow, e.mustBeFound === null ? t.none : t.economics.percent(hundredths(e.mustBeFound))],
  ];
  return (
    <>
      <Bars economy={e} />
      <table className="stacked">
        <thead>
          <tr>
            <th>{columns.what}</th>
            <th>{columns.how}</th>
            <th className="number">{columns.value}</th>
          </tr>
        </thead>
        <tbody>
          <Lines title={t.economics.cost} lines={costs} />
          <Lines title={t.economics.gain} lines={gains} />
        </tbody>
      </table>
    </>
  );
}

type Line = readonly [what: string, how: string, value: string];

function Lines({ title, lines }: { title: string; lines: readonly Line[] }) {
  return (
    <>
      <tr>
        <th colSpan={3} scope="rowgroup">
          {title}
        </th>
      </tr>
      {lines.map(([what, how, value]) => (
        <tr key={what}>
          <td>{what}</td>
          <td className="muted">{how}</td>
          <td className="number">{value}</td>
        </tr>
      ))}
    </>
  );
}

const hundredths = (n: bigint) => `${n / 100n}.${(n % 100n).toString().padStart(2, "0")}`;

const width = 720;
const label = 170;

/** Cost and gain beside each other, on one scale. */
function Bars({ economy: e }: { economy: Economy }) {
  const bars = [
    ["cost", t.economics.costBar, e.majority.cost],
    ["gain", t.economics.gainBar, e.worth],
    ["gain", t.economics.nowBar, e.worthNow],
  ] as const;
  const most = bars.reduce((max, [, , wei]) => (wei > max ? wei : max), 1n);
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${bars.length * 26}`} role="img" aria-label={t.economics.chart(money(e.majority.cost), money(e.worth))}>
      {bars.map(([kind, name, wei], i) => {
        const long = Number((wei * 10_000n) / most) / 10_000;
        return (
          <g key={name} transform={`translate(0 ${i * 26})`}>
            <text x={label - 8} y={16} textAnchor="end">
              {name}
            </text>
            <rect className={`bar-${kind}`} x={label} y={4} width={Math.max(1, long * (width - label - 130))} height={16} rx={3} />
            <text x={label + Math.max(1, long * (width - label - 130)) + 8} y={16}>
              {money(wei)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
