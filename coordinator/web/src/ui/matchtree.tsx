// A match, zoomable: each level that was agreed on, the entry where the sides part, and what was posted.
import { levelsOf, wordsOf, type MoveFacts } from "../facts/match";
import { t } from "../texts/en";
import { When } from "./parts";

export function MatchTree({ phase, moves, now }: { phase: string; moves: readonly MoveFacts[]; now: number }) {
  return (
    <ol className="levels">
      {levelsOf(phase, moves).map(({ level, place, moves: here, state }) => (
        <li key={level} className={state}>
          <details open={state === "now"}>
            <summary>
              <strong>{t.level[level].name}</strong>: {place !== null || (level === "Leaf" && state === "done") ? t.level[level].what(place ?? "") : t.levelState[state]}
            </summary>
            <ol>
              {here.map((move) => (
                <li key={move.number}>
                  {t.moveKind[move.kind] ?? move.kind} {t.side[move.side] ?? ""} <When at={Number(move.at)} now={now} />
                  {move.data !== null && numeric(move.phase) ? <Words data={move.data} /> : null}
                </li>
              ))}
            </ol>
          </details>
        </li>
      ))}
    </ol>
  );
}

/** Whether what is posted in this phase are numbers; everywhere else they are hashes. */
function numeric(phase: string): boolean {
  return phase === "Element" || phase === "Folds" || phase === "Blocks" || phase === "Leaf";
}

function Words({ data }: { data: string }) {
  const words = wordsOf(data);
  return (
    <>
      <p className="note">{t.posted(words.length)}</p>
      <div className="words">
        {words.map((w, i) => (
          <span key={i} title={`0x${w.bits.toString(16).padStart(8, "0")}`}>
            {w.value.toPrecision(6)}
          </span>
        ))}
      </div>
    </>
  );
}
