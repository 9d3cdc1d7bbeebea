// “Replay here”: the window's arithmetic in the reader's own browser, and one leaf of a match. On any machine, the command beside it says the same.
import { useState } from "react";
import type { Dispute } from "../source/dispute";
import { useConfig } from "../source/hooks";
import { words } from "../texts/replay";
import { Panel, Trouble } from "../ui/parts";
import { LeafTable } from "./leaftable";
import { usualSpeed } from "./jobs";
import { leafOf } from "./place";
import { useReplay, type Doing, type Replaying } from "./replaying";
import { Verdict } from "./verdict";

export function Replay({ dispute: d }: { dispute: Dispute }) {
  const { gateway, api } = useConfig();
  const possible = gateway !== null || api !== null;
  const { state, start, recompute, cancel } = useReplay(d);
  const busy = state.doing !== null;
  const matches = d.disputes.flatMap((c) => {
    const match = c.arithmetic?.match;
    const facts = match ? leafOf(match.step, match.operator, match.log) : null;
    return match && facts ? [{ challenge: c.id, match: match.id, facts, truth: match.truth }] : [];
  });
  return (
    <Panel title={words.title}>
      <p>{words.body(d.steps)}</p>
      {possible ? null : <p className="notice">{words.noGateway}</p>}
      <p className="controls">
        <button type="button" className={state.outcome === null ? "primary" : undefined} disabled={busy || !possible} onClick={start}>
          {state.outcome === null ? words.start : words.again}
        </button>
        {matches.map(({ challenge, match, facts }) => (
          <button key={challenge} type="button" disabled={busy} onClick={() => recompute(challenge, match, facts)}>
            {words.leaf.button(challenge)}
          </button>
        ))}
        {busy ? (
          <button type="button" onClick={cancel}>
            {words.cancel}
          </button>
        ) : null}
      </p>
      <Progress state={state} />
      {state.trouble === null ? null : <Trouble>{words.trouble(state.trouble)}</Trouble>}
      {state.outcome === null ? null : <Verdict dispute={d} outcome={state.outcome} compared={state.compared} difference={state.difference} />}
      {matches.map(({ challenge, truth }) => {
        const shown = state.leaves[challenge];
        return shown === undefined ? null : <LeafTable key={challenge} challenge={challenge} shown={shown} truth={truth} />;
      })}
      <Command text={`commonweight verify --run ${d.run.id} --step ${range(d)}`} />
    </Panel>
  );
}

function range(d: Dispute): string {
  const last = BigInt(d.firstStep) + BigInt(d.steps) - 1n;
  return BigInt(d.firstStep) === last ? d.firstStep : `${d.firstStep}-${last}`;
}

function Progress({ state }: { state: Replaying }) {
  const { doing, estimate, cancelled } = state;
  return (
    <div role="status">
      {estimate === null || doing === null ? null : <p className="note">{words.stage.estimated(estimate.operations, estimate.steps, estimate.operations / usualSpeed)}</p>}
      {doing === null ? cancelled ? words.cancelled : null : doing.at === "replaying" ? null : said(doing)}
      {doing?.at === "replaying" ? (
        <label className="note">
          {said(doing)}
          <progress max={doing.steps} value={doing.step + doing.operator / doing.operators} />
        </label>
      ) : null}
    </div>
  );
}

function said(doing: Doing): string {
  switch (doing.at) {
    case "loading":
      return words.stage.loading;
    case "fetching":
      return words.stage.fetching(doing.thing, doing.got, doing.of);
    case "estimated":
      return "";
    case "replaying":
      return words.stage.replaying(doing.step, doing.steps, doing.operator, doing.operators);
    case "comparing":
      return words.stage.comparing;
    case "leaf":
      return words.stage.leaf;
  }
}

function Command({ text }: { text: string }) {
  const [copied, setCopied] = useState(false);
  const copy = () => {
    void navigator.clipboard?.writeText(text).then(() => {
      setCopied(true);
      setTimeout(() => setCopied(false), 1_500);
    });
  };
  return (
    <>
      <p>{words.command}</p>
      <pre className="command" tabIndex={0}>
        {text}
      </pre>
      <button type="button" onClick={copy}>
        {copied ? words.copied : words.copy}
      </button>
    </>
  );
}
