// What it would cost to lie, against what it could gain, from the numbers of the chain now.
import { coins } from "../facts/money";
import { useIndex } from "../source/hooks";
import { economicsQuestion } from "../source/questions";
import { t } from "../texts/en";
import { Empty, Facts, Panel } from "../ui/parts";

export default function EconomicsPage() {
  const { data } = useIndex(economicsQuestion, {});
  if (data === undefined) return <Empty>{t.loading}</Empty>;
  return (
    <>
      <h1>{t.economics.title}</h1>
      <p>{t.economics.body}</p>
      <Panel title={t.stake.title}>
        <Facts
          rows={[
            [t.economics.deposited, coins(data.protocol?.stake ?? "0")],
            [t.economics.burned, coins(data.protocol?.burned ?? "0")],
          ]}
        />
      </Panel>
      {data.runs.map((run) => {
        const majority = Math.floor(run.largerJury / 2) + 1;
        const cost = BigInt(run.seatStake) * BigInt(majority);
        const bond = BigInt(run.log[0]?.bond ?? "0");
        const gain = BigInt(run.rewardValue) * BigInt(run.windowSteps);
        const ratio = gain === 0n ? null : Number(((cost + bond / 2n) * 100n) / gain) / 100;
        return (
          <Panel key={run.id} title={t.run.title(run.id)}>
            <Facts
              rows={[
                [`${t.economics.cost} (${t.economics.costNote})`, coins(cost)],
                [`${t.economics.bond} (${t.economics.bondNote})`, coins(bond)],
                [`${t.economics.gain} (${t.economics.gainNote})`, coins(gain)],
                [t.economics.ratio, ratio === null ? t.none : `${ratio}×`],
              ]}
            />
          </Panel>
        );
      })}
    </>
  );
}
