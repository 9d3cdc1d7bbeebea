// What a replay has found: which claim it equals, and where the committer's state differs.
import type { Hex as HexText } from "viem";
import type { Dispute } from "../source/dispute";
import { words } from "../texts/replay";
import { Badge, Facts, Hex } from "../ui/parts";
import type { Outcome } from "./jobs";
import { floatOf, layerOf } from "./place";
import type { Difference } from "./room";
import type { TroubleFacts } from "./trouble";

interface Found {
  dispute: Dispute;
  outcome: Outcome;
  compared: boolean;
  difference: Difference | TroubleFacts | null;
}

export function Verdict({ dispute: d, outcome, compared, difference }: Found) {
  const own = outcome.roots.at(-1) ?? "0x";
  const equal = d.disputes.find((c) => c.root === own);
  const right = own === d.postRoot;
  const claim = (root: HexText) => (
    <>
      <Hex value={root} /> <Badge kind={root === own ? "good" : "bad"}>{words.result.says(root === own)}</Badge>
    </>
  );
  return (
    <>
      <p className="notice" role="alert">
        <strong>{right ? words.result.committer : equal ? words.result.challenge(equal.id) : words.result.none}</strong>
      </p>
      <Facts
        rows={[
          [words.result.own, <Hex key="own" value={own} label={words.result.own} />],
          [words.result.committerSays, claim(d.postRoot)],
          ...d.disputes.flatMap((c) => (c.root === null ? [] : [[words.result.challengeSays(c.id), claim(c.root)] as const])),
        ]}
      />
      <p className="note">{words.result.took(d.steps, outcome.seconds, compared)}</p>
      {outcome.bundled === null ? null : <p className="note">{words.bundle(outcome.bundled === "" ? "" : words.trouble(outcome.bundled))}</p>}
      {outcome.passed.length === 0 ? null : <p className="note">{words.passed(outcome.passed.map(words.trouble).join(" "))}</p>}
      {outcome.lead === 0 ? null : <p className="note">{words.result.lead(outcome.lead)}</p>}
      {right ? null : <Differs dispute={d} operators={outcome.operators} difference={difference} />}
      <details>
        <summary>{words.result.roots}</summary>
        <table>
          <thead>
            <tr>
              <th>{words.result.step}</th>
              <th>{words.result.root}</th>
              <th className="number">{words.result.loss}</th>
            </tr>
          </thead>
          <tbody>
            {outcome.roots.slice(1).map((root, i) => (
              <tr key={i}>
                <td>{(BigInt(d.firstStep) + BigInt(i)).toString()}</td>
                <td>
                  <Hex value={root} />
                </td>
                <td className="number">{floatOf(outcome.losses[i] ?? 0).toPrecision(6)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

/** What is known of where the two part: from the match how it came about, from the checkpoints what came out. */
function Differs({ dispute: d, operators, difference }: { dispute: Dispute; operators: readonly string[]; difference: Difference | TroubleFacts | null }) {
  const match = d.disputes.map((c) => c.arithmetic?.match).find((m) => m !== null && m !== undefined && m.step !== null);
  const operator = match?.operator === null || match?.operator === undefined ? undefined : operators[Number(match.operator)];
  const what = words.differ;
  return (
    <>
      <h3>{what.title}</h3>
      {match?.step ? <p>{what.step((BigInt(d.firstStep) + BigInt(match.step) - 1n).toString())}</p> : null}
      {operator === undefined ? null : <p>{what.operator(operator, layerOf(operator))}</p>}
      {difference === null ? null : "kind" in difference ? <p>{what.unknown(words.trouble(difference))}</p> : <Word difference={difference} />}
    </>
  );
}

function Word({ difference: x }: { difference: Difference }) {
  const what = words.differ;
  if (x.same) return <p>{what.same}</p>;
  return (
    <>
      <p>{what.word(what.section[x.section], x.tensor, layerOf(x.tensor), x.row, x.column)}</p>
      <Facts
        rows={[
          [what.own, number(x, x.own)],
          [what.claimed, number(x, x.claimed)],
        ]}
      />
      <p>
        {what.words(x.words)} {what.distance(x.distance)}
      </p>
    </>
  );
}

const number = (x: Difference, bits: number) => (x.section === "clock" ? String(bits) : `${floatOf(bits)} (0x${bits.toString(16).padStart(8, "0")})`);
