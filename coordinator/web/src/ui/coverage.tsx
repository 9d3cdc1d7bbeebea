// A run's windows as a picture: what became of each, and who is known to have looked at it.
import { Link } from "wouter";
import { challenged, coverageOf, totalsOf, type Coverage as Window, type WindowFacts } from "../facts/coverage";
import { t } from "../texts/en";
import { Facts, Panel } from "./parts";

// Pictures of more windows tell nothing.
const most = 400;

interface CoverageProps {
  log: readonly WindowFacts[];
  audits: readonly { commitment: { id: string } | null }[];
}

export function Coverage({ log, audits }: CoverageProps) {
  const windows = coverageOf(log, audits);
  const totals = totalsOf(windows);
  const shown = windows.slice(-most);
  const names = t.coverage.totals;
  return (
    <Panel title={t.coverage.title}>
      <p className="note">{t.coverage.note}</p>
      <ul className="legend">
        {(["final", "pending", "rejected"] as const).map((kind) => (
          <li key={kind}>
            <span className={`cell ${kind}`} aria-hidden="true" /> {t.coverage.legend[kind]}
          </li>
        ))}
        {(["proven", "sealed", "challenged", "unseen"] as const).map((kind) => (
          <li key={kind}>
            <span className="glyph" aria-hidden="true">
              {glyphs[kind]}
            </span>{" "}
            {t.coverage.legend[kind]}
          </li>
        ))}
      </ul>
      <ol className="grid" tabIndex={0} aria-label={t.coverage.grid}>
        {shown.map((w) => (
          <Cell key={w.window} window={w} />
        ))}
      </ol>
      {shown.length < windows.length ? <p className="note">{t.coverage.older(most)}</p> : null}
      <Facts rows={(Object.keys(names) as (keyof typeof names)[]).map((name) => [names[name], totals[name]] as const)} />
    </Panel>
  );
}

const glyphs = { proven: "P", sealed: "A", challenged: "C", unseen: "·" };
const kinds: Record<string, string> = { Finalised: "final", Pending: "pending", Rejected: "rejected", Voided: "rejected" };

function Cell({ window: w }: { window: Window }) {
  const looked = [w.proven === "all" ? glyphs.proven : "", w.sealed > 0 ? glyphs.sealed : "", challenged(w) ? glyphs.challenged : ""].join("");
  const { parts } = t.coverage;
  const words = t.coverage.cell(w.window, [
    t.status[w.status] ?? w.status,
    ...(w.proven === "all" ? [parts.proven] : w.proven === "some" ? [parts.some] : []),
    ...(w.drawn > 0 || w.sealed > 0 ? [parts.sealed(w.sealed, w.drawn)] : []),
    ...(w.challenges > 0 ? [parts.challenged(w.challenges)] : []),
    ...(w.rejected > 0 && w.status !== "Rejected" ? [parts.rejected(w.rejected)] : []),
    ...(looked === "" ? [parts.unseen] : []),
  ]);
  const face = (
    <>
      <span className="cell-number">{w.window}</span>
      <span className="glyph">{looked === "" ? glyphs.unseen : looked}</span>
    </>
  );
  return (
    <li className={`cell ${kinds[w.status] ?? ""}`} title={words}>
      {w.challenges > 0 ? (
        <Link href={`/disputes/${w.id}`} aria-label={words}>
          {face}
        </Link>
      ) : (
        <span role="img" aria-label={words}>
          {face}
        </span>
      )}
    </li>
  );
}
