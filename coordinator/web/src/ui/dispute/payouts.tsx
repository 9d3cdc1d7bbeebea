// Who would get what, with the reader's own part; and what was paid, once it was.
import type { ReactNode } from "react";
import { useWallet } from "../../chain/hooks";
import { ifItFalls, ifItStands, type PayoutFacts } from "../../facts/payouts";
import { rolesOf } from "../../facts/role";
import type { Dispute } from "../../source/dispute";
import { t } from "../../texts/en";
import { gain, money } from "../money";
import { Badge, Facts, Panel } from "../parts";
import { roleText } from "./short";

/** Challenges that can still win, in the order of their seals. */
function undefeated(d: Dispute) {
  const left = d.disputes.filter((c) => c.status === "Sealed" || c.status === "Opened" || c.status === "Won");
  return left.length === 0 ? d.disputes : left;
}

export function payoutFacts(d: Dispute): PayoutFacts {
  return {
    bond: BigInt(d.bond),
    courtFee: BigInt(d.run.jury + d.run.largerJury) * BigInt(d.run.jurorFee),
    challengeBonds: undefeated(d).map((c) => BigInt(c.bond)),
    jurorFee: BigInt(d.run.jurorFee),
    seatStake: BigInt(d.run.seatStake),
    votes: d.courtCase?.rounds.at(-1)?.votes || d.run.jury,
    voided: d.voidedCount,
  };
}

export function Payouts({ dispute: d }: { dispute: Dispute }) {
  const { wallet } = useWallet();
  if (d.disputes.length === 0) return null;
  const facts = payoutFacts(d);
  const falls = ifItFalls(facts);
  const stands = ifItStands(facts);
  const challenges = undefeated(d);
  const roles = rolesOf(d, wallet?.address.toLowerCase() ?? null);
  const mine = (kind: string, challenge?: string) => roles.some((r) => r.kind === kind && (r.kind !== "challenger" || r.challenge === challenge));
  return (
    <Panel title={t.dispute.payouts}>
      <p className="note">{t.payouts.note}</p>
      <table className="stacked">
        <thead>
          <tr>
            <th>{t.payouts.who}</th>
            <th className="number">{t.payouts.falls}</th>
            <th className="number">{t.payouts.stands}</th>
          </tr>
        </thead>
        <tbody>
          <Row who={t.payouts.committer} mine={mine("committer")} falls={falls.committer} stands={stands.committer} />
          {challenges.map((c, i) => (
            <Row
              key={c.id}
              who={t.payouts.challenger(c.id)}
              mine={mine("challenger", c.id)}
              falls={falls.challengers[i] ?? 0n}
              stands={stands.challengers[i] ?? 0n}
            />
          ))}
          <Row who={t.payouts.right} mine={mine("juror")} falls={falls.right} stands={stands.right} />
          <Row who={t.payouts.wrong} mine={mine("juror")} falls={falls.wrong} stands={stands.wrong} />
          {facts.voided === 0 ? null : <Row who={t.payouts.voided(facts.voided)} falls={falls.voided} stands={0n} />}
          <Row who={t.payouts.burned} falls={falls.burned} stands={stands.burned} />
        </tbody>
      </table>
      {challenges.length > 1 ? <p className="note">{t.payouts.firstOnly}</p> : null}
      <h3>{t.payouts.yours}</h3>
      {wallet === null ? <p>{t.payouts.yoursConnect}</p> : roles.length === 0 ? <p>{t.payouts.yoursNone}</p> : null}
      <ul>
        {roles.map((role) => {
          const i = role.kind === "challenger" ? challenges.findIndex((c) => c.id === role.challenge) : -1;
          const text =
            role.kind === "juror"
              ? t.payouts.juror(gain(falls.right), gain(falls.wrong))
              : role.kind === "committer"
                ? t.payouts.swing(gain(falls.committer), gain(stands.committer))
                : t.payouts.swing(gain(falls.challengers[i] ?? 0n), gain(stands.challengers[i] ?? 0n));
          return (
            <li key={roleText(role)}>
              <strong>{roleText(role)}</strong>: {text}
            </li>
          );
        })}
      </ul>
      <Paid dispute={d} />
    </Panel>
  );
}

function Row({ who, falls, stands, mine = false }: { who: string; falls: bigint; stands: bigint; mine?: boolean }) {
  return (
    <tr className={mine ? "mine" : ""}>
      <td>
        {who} {mine ? <Badge kind="warn">{t.you}</Badge> : null}
      </td>
      <td className="number">{gain(falls)}</td>
      <td className="number">{gain(stands)}</td>
    </tr>
  );
}

/** What the contracts have shared out. */
function Paid({ dispute: d }: { dispute: Dispute }) {
  const { paidRows: names } = t.payouts;
  const rows: (readonly [string, ReactNode])[] = [];
  const add = (name: string, wei: string) => {
    if (wei !== "0") rows.push([name, money(wei)]);
  };
  if (d.settledAt !== null) for (const name of ["toCommitter", "toChallengers", "toVoided", "burned"] as const) add(names[name], d[name]);
  for (const c of d.disputes) {
    if (c.settledAt === null) continue;
    add(names.challenge(c.id), c.toChallenger);
    add(names.reward(c.id), c.toBeneficiary);
    add(names.fromChallenge(c.id), c.toCommitter);
    add(names.burnedChallenge(c.id), c.burned);
  }
  if (rows.length === 0) return null;
  return (
    <>
      <h3>{t.payouts.paid}</h3>
      <p className="note">{t.payouts.paidNote}</p>
      <Facts rows={rows} />
    </>
  );
}
