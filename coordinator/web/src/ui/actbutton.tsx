// A button that sends one act. It says before what would happen; if it can't be pressed, it says why.
import { useId, useState } from "react";
import { sendAct, type Act } from "../chain/act";
import { useNode, usePreview, useWallet } from "../chain/hooks";
import { reason } from "../chain/wallet";
import { useConfig } from "../source/hooks";
import { t } from "../texts/en";
import { foretell, refusal } from "./preview";

type Progress = { kind: "idle" } | { kind: "signing" } | { kind: "mining" } | { kind: "done" } | { kind: "failed"; why: string };

export interface ActButtonProps {
  label: string;
  /** What is tried; and sent, unless there is `prepare`. */
  act: Act | null;
  /** Makes what is sent, once the person has pressed. It differs from `act` in nothing that trying could show. */
  prepare?: () => Promise<Act>;
  /** Why it can't be pressed, known without trying. */
  blocked?: string | null;
  note?: string;
  onDone?: () => void;
  primary?: boolean;
}

export function ActButton({ label, act, prepare, blocked = null, note, onDone, primary = false }: ActButtonProps) {
  const config = useConfig();
  const node = useNode();
  const { wallet } = useWallet();
  const [progress, setProgress] = useState<Progress>({ kind: "idle" });
  const preview = usePreview(blocked === null ? act : null);
  const id = useId();

  const obstacle =
    blocked ??
    (wallet === null ? t.act.noWallet : wallet.chainId !== config.chainId ? t.act.wrongChain : node === null ? t.act.noNode : act === null ? "" : refusal(preview));
  const busy = progress.kind === "signing" || progress.kind === "mining";

  const press = async () => {
    if (act === null || node === null || wallet === null) return;
    setProgress({ kind: "signing" });
    try {
      await sendAct(node, wallet, prepare === undefined ? act : await prepare(), () => setProgress({ kind: "mining" }));
      setProgress({ kind: "done" });
      onDone?.();
    } catch (error) {
      setProgress({ kind: "failed", why: reason(error) });
    }
  };

  return (
    <div className="act">
      <button type="button" className={primary ? "primary" : ""} disabled={obstacle !== null || busy} aria-describedby={id} onClick={() => void press()}>
        {label}
      </button>
      <p id={id} className="act-note" aria-live="polite">
        {[told(progress), busy || progress.kind === "failed" ? "" : (obstacle ?? foretell(preview, act)), note].filter(Boolean).join(" ")}
      </p>
    </div>
  );
}

function told(progress: Progress): string {
  switch (progress.kind) {
    case "signing":
      return t.act.sign;
    case "mining":
      return t.act.mining;
    case "failed":
      return t.act.failed(progress.why);
    case "done":
      return t.act.done;
    default:
      return "";
  }
}
