// What a run is made of, to be checked and taken away by the reader's own browser.
import { useRef, useState } from "react";
import { reason } from "../chain/wallet";
import type { RunFacts } from "../replay/assets";
import type { Config } from "../source/config";
import type { ResultOf } from "../source/graphql";
import { useConfig } from "../source/hooks";
import type { runQuestion } from "../source/questions";
import { t } from "../texts/en";
import { Badge, Hex, Panel } from "./parts";
import { save } from "./save";

type Run = NonNullable<ResultOf<typeof runQuestion>["run"]>;

/** Says how it goes, and what came out. */
type Work = (config: Config, progress: (line: string) => void, signal: AbortSignal) => Promise<string>;

export function Assets({ run }: { run: Run }) {
  const of: RunFacts = { cid: run.specCid, specHash: run.specHash, programRoot: run.programRoot, datasetRoot: run.datasetRoot };
  const checkpoints = run.assets.filter((a) => a.kind === "Checkpoint");
  const anchor = run.anchor;
  const { columns } = t.assets;
  const right = ({ bytes }: { bytes: number }) => t.assets.right(t.assets.bytes(bytes));
  return (
    <Panel title={t.assets.title}>
      <p className="note">{t.assets.note}</p>
      <table className="stacked">
        <thead>
          <tr>
            <th>{columns.what}</th>
            <th>{columns.check}</th>
            <th>{columns.cid}</th>
            <th>{columns.root}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>{t.assets.spec}</td>
            <td>
              <Job label={t.assets.check} what={t.assets.spec} work={async (config, ...how) => right(await (await room()).onAsset(config, "spec", { run: of }, ...how))} />
            </td>
            <td>
              <Hex value={run.specCid} label={columns.cid} />
            </td>
            <td>
              <Hex value={run.specHash} label={columns.root} />
            </td>
          </tr>
          <tr>
            <td>{t.assets.dataset}</td>
            <td>
              <Job label={t.assets.check} what={t.assets.dataset} work={async (config, ...how) => right(await (await room()).onAsset(config, "dataset", { run: of }, ...how))} />
            </td>
            <td>{t.assets.inSpec}</td>
            <td>
              <Hex value={run.datasetRoot} label={columns.root} />
            </td>
          </tr>
          {checkpoints.map((a) => (
            <tr key={a.id}>
              <td>
                {t.assets.checkpoint}, {a.window === null ? t.none : t.run.window(a.window)} {a.final ? <Badge kind="good">{t.status.Finalised}</Badge> : null}{" "}
                {a.keyFrame ? <Badge kind="plain">{t.assets.keyFrame}</Badge> : null}
              </td>
              <td>
                <Job
                  label={t.assets.check}
                  what={`${t.assets.checkpoint} ${a.window ?? ""}`}
                  work={async (config, ...how) => right(await (await room()).onAsset(config, "checkpoint", { run: of, cid: a.cid, root: a.root }, ...how))}
                />
              </td>
              <td>
                <Hex value={a.cid} label={columns.cid} />
              </td>
              <td>
                <Hex value={a.root} label={columns.root} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{t.assets.weights}</h3>
      {anchor === null ? (
        <p>{t.assets.weightsNone}</p>
      ) : (
        <>
          <p>{t.assets.weightsNote}</p>
          <Job
            label={t.assets.download}
            work={async (config, ...how) => {
              const { file } = await (await room()).onAsset(config, "model", { run: of, cid: anchor.cid, root: anchor.postRoot }, ...how);
              save(`run-${run.id}-window-${anchor.window}.safetensors`, new Uint8Array(file), "application/octet-stream");
              return t.assets.saved(t.assets.bytes(file.length));
            }}
          />
        </>
      )}
      <p className="note">{t.assets.command}</p>
      <pre className="command" tabIndex={0}>
        commonweight model export --run {run.id} --out model.safetensors
      </pre>
    </Panel>
  );
}

/** The room that checks is big: it comes when somebody asks for it. */
const room = () => import("../replay/assets");

/** A button for work of seconds or minutes: it tells how far it is, can be cancelled, and says what came out. `what` tells it from others like it. */
function Job({ label, what, work }: { label: string; what?: string; work: Work }) {
  const config = useConfig();
  const [line, setLine] = useState("");
  const [wrong, setWrong] = useState(false);
  const running = useRef<AbortController | null>(null);
  const [busy, setBusy] = useState(false);
  const start = async () => {
    const ending = new AbortController();
    running.current = ending;
    setBusy(true);
    setWrong(false);
    setLine(t.loading);
    try {
      setLine(await work(config, setLine, ending.signal));
    } catch (error) {
      setWrong(!ending.signal.aborted);
      setLine(ending.signal.aborted ? "" : reason(error));
    } finally {
      running.current = null;
      setBusy(false);
    }
  };
  const obstacle = config.gateway === null ? t.assets.noGateway : null;
  return (
    <div className="act">
      {busy ? (
        <button type="button" onClick={() => running.current?.abort()}>
          {t.assets.cancel}
        </button>
      ) : (
        <button type="button" disabled={obstacle !== null} {...(what === undefined ? {} : { "aria-label": `${label}: ${what}` })} onClick={() => void start()}>
          {label}
        </button>
      )}
      <p className={wrong ? "act-note wrong" : "act-note"} role="status">
        {obstacle ?? line}
      </p>
    </div>
  );
}
