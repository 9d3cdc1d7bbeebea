// Several transactions, looked at once and sent one after another.
import { useState } from "react";
import { Link } from "wouter";
import { sendAct, type Act, type Preview } from "../chain/act";
import { doAll, type Progress } from "../chain/batch";
import { useNode, usePreviews, useWallet } from "../chain/hooks";
import type { Backup } from "../chain/secrets";
import { t } from "../texts/en";
import { money } from "./money";
import { Panel } from "./parts";
import { foretell, refusal } from "./preview";
import { saveJson } from "./save";

export interface Planned {
  id: string;
  /** What it does. */
  what: string;
  title: string;
  href: string;
  answer: string;
  /** Null: it can't be done from here; `why` says why. */
  act: Act | null;
  why?: string;
}

interface ReviewProps {
  planned: readonly Planned[];
  /** Secrets that have to be saved before anything is sent. */
  backups: readonly Backup[];
  onBack: () => void;
}

export function Review({ planned, backups, onBack }: ReviewProps) {
  const node = useNode();
  const { wallet } = useWallet();
  const [saved, setSaved] = useState(false);
  const [sent, setSent] = useState<ReadonlyMap<string, Progress>>(new Map());
  const possible = planned.filter((p): p is Planned & { act: Act } => p.act !== null);
  const running = [...sent.values()].some((p) => p.kind === "waiting" || p.kind === "signing" || p.kind === "mining");
  const ended = sent.size > 0 && !running;
  const previews = new Map<string, Preview | undefined>();
  for (const [i, preview] of usePreviews(possible.map((p) => p.act)).entries()) previews.set(possible[i]?.id ?? "", preview);
  const ready = possible.filter((p) => previews.get(p.id)?.kind === "would succeed");
  const tried = possible.every((p) => previews.get(p.id) !== undefined);
  const fee = ready.reduce((sum, p) => sum + feeOf(previews.get(p.id)), 0n);
  const obstacle =
    node === null || wallet === null
      ? t.act.noNode
      : running
        ? t.act.sign
        : backups.length > 0 && !saved
          ? t.batch.backupsFirst
          : !tried
            ? t.act.trying
            : ready.length === 0
              ? t.batch.sendNone
              : null;

  const send = async () => {
    if (node === null || wallet === null) return;
    const going = ready;
    setSent(new Map(going.map((p) => [p.id, { kind: "waiting" }])));
    await doAll(
      going,
      (p, mined) => sendAct(node, wallet, p.act, mined),
      (index, progress) => setSent((old) => new Map(old).set(going[index]?.id ?? "", progress)),
    );
  };
  const state = (p: Planned): string => {
    const progress = sent.get(p.id);
    if (progress !== undefined) return toldOf(progress);
    if (p.act === null) return `${t.batch.leftOut}: ${p.why ?? ""}`;
    const preview = previews.get(p.id);
    const refused = refusal(preview);
    return refused === null ? foretell(preview, p.act) : preview === undefined ? refused : `${t.batch.leftOut}: ${refused}`;
  };
  const done = [...sent.values()].filter((p) => p.kind === "done").length;
  const { columns } = t.batch;
  return (
    <Panel title={t.batch.reviewTitle}>
      <table className="stacked">
        <thead>
          <tr>
            <th>{columns.what}</th>
            <th>{columns.dispute}</th>
            <th>{columns.answer}</th>
            <th>{columns.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {planned.map((p) => (
            <tr key={p.id}>
              <td>{p.what}</td>
              <td>
                <Link href={p.href}>{p.title}</Link>
              </td>
              <td>{p.answer}</td>
              <td role="status">{state(p)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {ended ? (
        <p role="status">
          <strong>{t.batch.finished(done, sent.size)}</strong> {done < sent.size ? t.batch.failedOnes : ""}
        </p>
      ) : (
        <p className="note">{ready.length === 0 ? "" : t.batch.total(money(fee))}</p>
      )}
      {backups.length === 0 ? null : (
        <p>
          <button
            type="button"
            className={saved ? "" : "primary"}
            onClick={() => {
              saveJson(`ballots-${backups.length}-${backups[0]?.commitment.slice(2, 10)}.json`, backups);
              setSaved(true);
            }}
          >
            {t.batch.backups}
          </button>
        </p>
      )}
      <div className="act">
        {ended ? null : (
          <button type="button" className="primary" disabled={obstacle !== null} aria-describedby="send-why" onClick={() => void send()}>
            {t.batch.send(ready.length)}
          </button>
        )}
        <button type="button" disabled={running} aria-describedby="send-why" onClick={onBack}>
          {t.batch.back}
        </button>
        <p id="send-why" className="act-note" aria-live="polite">
          {ended ? "" : (obstacle ?? "")}
        </p>
      </div>
    </Panel>
  );
}

const feeOf = (preview: Preview | undefined) => (preview?.kind === "would succeed" ? preview.fee : 0n);

function toldOf(progress: Progress): string {
  switch (progress.kind) {
    case "waiting":
      return t.batch.waiting;
    case "signing":
      return t.act.sign;
    case "mining":
      return t.act.mining;
    case "done":
      return t.act.done;
    case "failed":
      return t.act.failed(progress.why);
  }
}
