// A validator's standing: stake, seats, what its ballots came to, what it is owed.
import { useState } from "react";
import { parseEther } from "viem";
import { validatorsAbi, vaultAbi } from "../chain/abi";
import { useCooldown, useWallet } from "../chain/hooks";
import { duration } from "../facts/time";
import { useConfig, useIndex, useNow } from "../source/hooks";
import { stakeQuestion } from "../source/questions";
import { t } from "../texts/en";
import { ActButton } from "../ui/actbutton";
import { money, tokens } from "../ui/money";
import { Countdown, Empty, Facts, Panel, When } from "../ui/parts";
import { History, Record } from "../ui/record";

const native = "0x0000000000000000000000000000000000000000";

export default function StakePage() {
  const { wallet } = useWallet();
  const config = useConfig();
  const now = useNow();
  const cooldown = useCooldown();
  const { data } = useIndex(stakeQuestion, { id: wallet?.address.toLowerCase() ?? native });
  const [text, setText] = useState("");
  const amount = amountOf(text);
  const v = data?.validator ?? null;
  const balances = data?.account?.balances ?? [];
  const own = balances.find((b) => b.token === native);
  const others = balances.filter((b) => b.token !== native);
  const { validators, vault } = config.deployment;
  const bad = amount === null ? t.stake.badAmount : null;
  const all = BigInt(data?.protocol?.stake ?? "0");
  const weight = BigInt(v?.stake ?? "0") - BigInt(v?.leaving ?? "0");
  return (
    <>
      <h1>{t.stake.title}</h1>
      <p>{t.stake.body}</p>
      <p className="note">{data?.protocol ? t.stake.total(data.protocol.validators, money(data.protocol.stake)) : ""}</p>
      {wallet === null ? <Empty>{t.wallet.readOnly}</Empty> : null}
      <div className="columns wide">
        <Panel title={t.stake.yours}>
          <Facts
            rows={[
              [t.stake.yours, money(v?.stake ?? "0")],
              [t.stake.locked, money(v?.locked ?? "0")],
              [t.stake.leaving, money(v?.leaving ?? "0")],
              ...(v?.leavingAt && v.leaving !== "0" ? [[t.stake.leavingUntil, <Countdown key="leaving" until={Number(v.leavingAt)} now={now} />] as const] : []),
              [t.stake.fees, money(v?.fees ?? "0")],
              [t.stake.burned, money(v?.burned ?? "0")],
            ]}
          />
          {v === null || all === 0n ? null : <p className="note">{t.stake.share((Number((weight * 10_000n) / all) / 100).toString())}</p>}
        </Panel>
        <Panel title={t.stake.rewards}>
          <Facts
            rows={[
              [t.stake.credit, money(own?.credit ?? "0")],
              [t.stake.withdrawn, money(own?.withdrawn ?? "0")],
            ]}
          />
          <ActButton label={t.act.withdraw} act={{ to: vault, abi: vaultAbi, call: "withdraw", args: [native] }} />
          {others.map((b) => (
            <div key={b.token}>
              <Facts rows={[[t.stake.ofToken(b.token), tokens(b.credit, b.token)]]} />
              <ActButton label={t.act.withdraw} act={{ to: vault, abi: vaultAbi, call: "withdraw", args: [b.token] }} />
            </div>
          ))}
        </Panel>
        <Panel title={t.stake.deposit}>
          <div className="controls">
            <label>
              {t.stake.amount}
              <input inputMode="decimal" value={text} onChange={(event) => setText(event.target.value)} />
            </label>
          </div>
          <ActButton primary label={t.stake.deposit} blocked={bad} act={{ to: validators, abi: validatorsAbi, call: "stake", args: [], value: amount ?? 0n }} />
        </Panel>
        <Panel title={t.stake.back}>
          <ol>
            {t.stake.backSteps(cooldown === null ? null : duration(cooldown)).map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          {cooldown === null || now === 0 ? null : (
            <p className="note">
              {t.stake.askNow} <When at={now + cooldown} now={now} />
            </p>
          )}
          <ActButton label={t.stake.ask} blocked={bad} act={{ to: validators, abi: validatorsAbi, call: "requestUnstake", args: [amount ?? 0n] }} />
          <ActButton label={t.stake.take} act={{ to: validators, abi: validatorsAbi, call: "unstake", args: [] }} />
        </Panel>
      </div>
      <Record validator={v} now={now} />
      <History validator={v} payments={data?.account?.payments ?? []} now={now} />
    </>
  );
}

/** Null: not an amount of coin above 0. Units: wei. */
function amountOf(text: string): bigint | null {
  if (!/^\d{1,12}(\.\d{1,18})?$/.test(text.trim())) return null;
  const wei = parseEther(text.trim());
  return wei > 0n ? wei : null;
}
