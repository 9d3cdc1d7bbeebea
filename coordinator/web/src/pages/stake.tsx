// A validator's standing: stake, seats, what its ballots came to, what it is owed.
import { useState } from "react";
import { Link } from "wouter";
import { parseEther } from "viem";
import { validatorsAbi, vaultAbi } from "../chain/abi";
import { abstain } from "../chain/ballots";
import { useWallet } from "../chain/hooks";
import { coins } from "../facts/money";
import { moment } from "../facts/time";
import type { ResultOf } from "../source/graphql";
import { useConfig, useIndex } from "../source/hooks";
import { stakeQuestion } from "../source/questions";
import { t } from "../texts/en";
import { ActButton } from "../ui/actbutton";
import { Empty, Facts, Panel } from "../ui/parts";

const native = "0x0000000000000000000000000000000000000000";

export default function StakePage() {
  const { wallet } = useWallet();
  const config = useConfig();
  const { data } = useIndex(stakeQuestion, { id: wallet?.address.toLowerCase() ?? native });
  const [text, setText] = useState("");
  const amount = amountOf(text);
  const v = data?.validator ?? null;
  const credit = data?.account?.balances.find((b) => b.token === native)?.credit ?? "0";
  const { validators, vault } = config.deployment;
  const bad = amount === null ? t.stake.badAmount : null;
  return (
    <>
      <h1>{t.stake.title}</h1>
      <p>{t.stake.body}</p>
      <p className="note">{data?.protocol ? t.stake.total(data.protocol.validators, coins(data.protocol.stake)) : ""}</p>
      {wallet === null ? <Empty>{t.wallet.readOnly}</Empty> : null}
      <div className="columns">
        <Panel title={t.stake.yours}>
          <Facts
            rows={[
              [t.stake.yours, coins(v?.stake ?? "0")],
              [t.stake.locked, coins(v?.locked ?? "0")],
              [t.stake.leaving, coins(v?.leaving ?? "0") + (v?.leavingAt ? ` · ${t.stake.leavingAt(moment(Number(v.leavingAt)))}` : "")],
              [t.stake.columns.fee, coins(v?.fees ?? "0")],
              [t.stake.columns.burned, coins(v?.burned ?? "0")],
              [t.stake.credit, coins(credit)],
            ]}
          />
          <ActButton label={t.act.withdraw} act={{ to: vault, abi: vaultAbi, call: "withdraw", args: [native] }} />
        </Panel>
        <Panel title={t.stake.deposit}>
          <div className="controls">
            <label>
              {t.stake.amount}
              <input inputMode="decimal" value={text} onChange={(event) => setText(event.target.value)} />
            </label>
          </div>
          <ActButton primary label={t.stake.deposit} blocked={bad} act={{ to: validators, abi: validatorsAbi, call: "stake", args: [], value: amount ?? 0n }} />
          <ActButton label={t.stake.ask} blocked={bad} act={{ to: validators, abi: validatorsAbi, call: "requestUnstake", args: [amount ?? 0n] }} />
          <ActButton label={t.stake.take} act={{ to: validators, abi: validatorsAbi, call: "unstake", args: [] }} />
        </Panel>
      </div>
      <Panel title={t.stake.record}>
        {v === null || v.juries.length === 0 ? (
          <Empty>{t.stake.recordEmpty}</Empty>
        ) : (
          <table>
            <thead>
              <tr>
                <th>{t.stake.columns.dispute}</th>
                <th>{t.stake.columns.ballot}</th>
                <th className="number">{t.stake.columns.fee}</th>
                <th className="number">{t.stake.columns.burned}</th>
              </tr>
            </thead>
            <tbody>
              {v.juries.map((j) => (
                <tr key={j.id}>
                  <td>
                    <Link href={`/disputes/${j.courtCase.id}`}>{t.dispute.title(j.courtCase.commitment.window, j.courtCase.commitment.run.id)}</Link>
                  </td>
                  <td>{judged(j)}</td>
                  <td className="number">{coins(j.fee)}</td>
                  <td className="number">{coins(j.burned)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Panel>
    </>
  );
}

type Jury = NonNullable<ResultOf<typeof stakeQuestion>["validator"]>["juries"][number];

/** A ballot is judged only by the root that became final. */
function judged(j: Jury): string {
  const root = j.ballot?.root ?? null;
  if (j.ballot?.leakedBy) return t.ballot.leaked;
  if (root === null) return t.stake.hidden;
  if (root === abstain) return t.stake.abstained;
  const { status, postRoot, finalRoot } = j.courtCase.commitment;
  const final = status === "Finalised" ? postRoot : finalRoot;
  if (final === null) return t.stake.open;
  return root === final ? t.stake.right : t.stake.wrong;
}

/** Null: not an amount of coin above 0. Units: wei. */
function amountOf(text: string): bigint | null {
  if (!/^\d{1,12}(\.\d{1,18})?$/.test(text.trim())) return null;
  const wei = parseEther(text.trim());
  return wei > 0n ? wei : null;
}
