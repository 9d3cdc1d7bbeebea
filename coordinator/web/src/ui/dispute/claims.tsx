// Both sides' claims beside each other, and how to find out oneself.
import type { Dispute } from "../../source/dispute";
import { useConfig } from "../../source/hooks";
import { t } from "../../texts/en";
import { money } from "../money";
import { Badge, Facts, Hex, Panel, When } from "../parts";
import { statusBadge } from "../status";

export function Claims({ dispute: d, now }: { dispute: Dispute; now: number }) {
  return (
    <div className="columns">
      <Panel title={t.dispute.committer} aside={<Hex value={d.committer.id} label={t.dispute.committer} />}>
        <Facts
          rows={[
            [t.dispute.root, <Hex key="root" value={d.postRoot} label={t.dispute.root} />],
            [t.dispute.pre, <Hex key="pre" value={d.preRoot} label={t.dispute.pre} />],
            [t.dispute.bond, money(d.bond)],
            [t.dispute.since, <When key="since" at={Number(d.committedAt)} now={now} />],
          ]}
        />
      </Panel>
      {d.disputes.map((c) => (
        <Panel key={c.id} title={t.dispute.challenger(c.id)} aside={<Hex value={c.challenger.id} label={t.dispute.challenger(c.id)} />}>
          <Facts
            rows={[
              [
                t.dispute.root,
                c.root === null ? (
                  t.dispute.sealedOnly
                ) : (
                  <span key="root">
                    <Hex value={c.root} label={t.dispute.root} /> <span className="note">{c.root === d.postRoot ? t.short.same : t.short.differ}</span>
                  </span>
                ),
              ],
              [t.dispute.status, <Badge key="status" kind={statusBadge(c.status)}>{t.status[c.status]}</Badge>],
              [t.dispute.bond, money(c.bond)],
              [t.dispute.since, <When key="since" at={Number(c.sealedAt)} now={now} />],
            ]}
          />
        </Panel>
      ))}
    </div>
  );
}

/** The evidence as one file. */
export function Check({ dispute: d }: { dispute: Dispute }) {
  const { api } = useConfig();
  const number = d.disputes[0]?.id;
  return (
    <Panel title={t.dispute.check}>
      {api === null || number === undefined ? (
        <p className="note">{t.dispute.bundleNone}</p>
      ) : (
        <>
          <p>{t.dispute.bundleNote}</p>
          <p>
            <a href={new URL(`disputes/${number}/evidence.car`, api).href} download={`dispute-${number}.car`}>
              {t.dispute.bundle}
            </a>
          </p>
          <p className="note">{t.dispute.bundleCheck}</p>
          <pre className="command" tabIndex={0}>
            commonweight verify --bundle dispute-{number}.car --commitment {d.id}
          </pre>
        </>
      )}
    </Panel>
  );
}
