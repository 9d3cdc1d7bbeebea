// One dispute: what is claimed, what differs, whose move it is, and everything that one may do about it.
import { useRef } from "react";
import { standing } from "../facts/dispute";
import { useIndex, useNow } from "../source/hooks";
import type { Dispute } from "../source/dispute";
import { disputeQuestion } from "../source/questions";
import { Replay } from "../replay/panel";
import { t } from "../texts/en";
import { Ballot } from "../ui/ballot";
import { Arithmetic } from "../ui/dispute/arithmetic";
import { Check, Claims } from "../ui/dispute/claims";
import { Court } from "../ui/dispute/court";
import { Payouts } from "../ui/dispute/payouts";
import { Short } from "../ui/dispute/short";
import { money } from "../ui/money";
import { Badge, Empty, Hex, Panel, When } from "../ui/parts";
import { Push } from "../ui/push";

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
  const where = standing(d, now);
  return (
    <>
      <h1>
        {t.dispute.title(d.window, d.run.id)} {where === null ? null : <Badge kind="plain">{t.phase[where.phase]}</Badge>}
      </h1>
      <Short dispute={d} now={now} />
      <Claims dispute={d} now={now} />
      <Replay dispute={d} />
      <Check dispute={d} />
      <div className="columns">
        <Ballot dispute={d} now={now} />
        <Court dispute={d} now={now} />
      </div>
      <Payouts dispute={d} />
      <Arithmetic dispute={d} now={now} />
      <Push dispute={d} now={now} />
      <Panel title={t.dispute.timeline}>
        <ol className="timeline">
          {d.activities.map((a) => (
            <li key={a.id}>
              {(a.match === null ? t.event : t.matchEvent)[a.name] ?? a.name} {a.account === null ? null : <Hex value={a.account.id} />} {a.amount === null || a.amount === "0" ? null : money(a.amount)}{" "}
              <When at={Number(a.at)} now={now} /> <span className="exactly">{t.block.in(a.block)}</span>
            </li>
          ))}
        </ol>
      </Panel>
    </>
  );
}
