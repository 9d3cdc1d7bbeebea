// A leaf, written out: what goes in, what comes out, and what both sides say.
import { words } from "../texts/replay";
import { Badge, Facts } from "../ui/parts";
import { floatOf } from "./place";
import type { LeafShown } from "./replaying";
import type { Leaf, Term } from "./room";

const what = words.leaf;
const bits = (word: number) => `0x${word.toString(16).padStart(8, "0")}`;

function Word({ word }: { word: number }) {
  return <span title={bits(word)}>{floatOf(word).toPrecision(9)}</span>;
}

/** Two factors multiplied without rounding; the sum is rounded once, with the product in it. */
function Product({ term }: { term: Term }) {
  return <>{(floatOf(term.a) * floatOf(term.b)).toPrecision(9)}</>;
}

/** A claim or result as the contract holds it: one word as its number, a root or 16 lanes as a hash. */
function Held({ value, kind }: { value: string; kind: Leaf["kind"] }) {
  if (kind !== "state" && /^0x0{56}/.test(value)) {
    const word = Number(`0x${value.slice(-8)}`);
    return (
      <>
        <Word word={word} /> ({bits(word)})
      </>
    );
  }
  return <code>{value}</code>;
}

export function LeafTable({ challenge, shown: { leaf, facts, from }, truth }: { challenge: string; shown: LeafShown; truth: string | null }) {
  const claims = [
    { side: facts.answered.side, value: facts.answered.value },
    { side: facts.other, value: leaf.posted },
  ].sort((a, b) => b.side.localeCompare(a.side));
  const right = claims.filter((c) => c.value === leaf.value);
  const verdict = right.length === 1 ? (right[0]?.side === "Committer" ? what.right.Committer : what.right.Challenger) : right.length === 0 ? what.right.none : what.right.both;
  return (
    <section aria-label={what.title(challenge)}>
      <h3>{what.title(challenge)}</h3>
      <p>{what.body}</p>
      <p className="note">
        {what.what(what.kind[leaf.kind], leaf.code, leaf.row, leaf.column)} {from === "chain" ? what.fromChain : what.fromReplay} {leaf.zero ? what.zero : ""}
      </p>
      {leaf.invalid ? <p>{what.invalid}</p> : null}
      {leaf.terms.length > 0 ? <Terms leaf={leaf} /> : null}
      {leaf.registers.length > 0 ? <Registers leaf={leaf} /> : null}
      <p className="notice" role="alert">
        <strong>{verdict}</strong>
      </p>
      <Facts
        rows={[
          [what.value, <Held key="value" value={leaf.value} kind={leaf.kind} />],
          ...claims.map(
            (c) =>
              [
                what.sideSays[c.side] ?? c.side,
                <span key={c.side}>
                  <Held value={c.value} kind={leaf.kind} /> <Badge kind={c.value === leaf.value ? "good" : "bad"}>{words.result.says(c.value === leaf.value)}</Badge>
                </span>,
              ] as const,
          ),
          ...(truth === null ? [] : [[what.truth, <Held key="truth" value={truth} kind={leaf.kind} />] as const]),
        ]}
      />
    </section>
  );
}

function Terms({ leaf }: { leaf: Leaf }) {
  const lanes = leaf.kind !== "chain";
  const products = leaf.terms.some((term) => !term.single);
  const start = leaf.before?.[0];
  return (
    <table>
      <caption>{what.caption}</caption>
      <thead>
        <tr>
          <th>{what.columns.index}</th>
          {lanes ? <th>{what.columns.lane}</th> : null}
          <th className="number">{what.columns.a}</th>
          {products ? <th className="number">{what.columns.b}</th> : null}
          {products ? <th className="number">{what.columns.product}</th> : null}
          <th className="number">{what.columns.after}</th>
        </tr>
      </thead>
      <tbody>
        {lanes || start === undefined ? null : (
          <tr>
            <td colSpan={products ? 4 : 2}>{what.start}</td>
            <td className="number">
              <Word word={start} />
            </td>
          </tr>
        )}
        {leaf.terms.map((term) => (
          <tr key={term.index}>
            <td>{term.index}</td>
            {lanes ? <td>{term.lane}</td> : null}
            <td className="number">
              <Word word={term.a} /> {term.absent ? what.absent : ""}
            </td>
            {products ? (
              <>
                <td className="number">
                  <Word word={term.b} />
                </td>
                <td className="number">
                  <Product term={term} />
                </td>
              </>
            ) : null}
            <td className="number">
              <Word word={term.after} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Registers({ leaf }: { leaf: Leaf }) {
  return (
    <table>
      <caption>{what.instructions}</caption>
      <thead>
        <tr>
          <th>{what.columns.index}</th>
          <th>{what.columns.name}</th>
          <th className="number">{what.columns.value}</th>
        </tr>
      </thead>
      <tbody>
        {leaf.registers.map((register, i) => (
          <tr key={i}>
            <td>{i}</td>
            <td>
              {register.op} {register.a} {register.b} {register.c}
            </td>
            <td className="number">
              <Word word={register.value} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
