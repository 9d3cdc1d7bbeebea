// The small parts that every page is made of. They know no index and no chain.
import { useState, type ReactNode } from "react";
import { blockTime, duration, hour, moment } from "../facts/time";
import { t } from "../texts/en";

export function Panel({ title, children, aside }: { title: string; children: ReactNode; aside?: ReactNode }) {
  return (
    <section className="panel" aria-label={title}>
      <header>
        <h2>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}

/** Name and value, side by side. `prose`: values are sentences. */
export function Facts({ rows, prose = false }: { rows: readonly (readonly [string, ReactNode])[]; prose?: boolean }) {
  return (
    <dl className={prose ? "facts prose" : "facts"}>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A hash, address or CID: short to look at, whole to copy. */
export function Hex({ value, label }: { value: string; label?: string }) {
  const [copied, setCopied] = useState(false);
  const short = value.length > 20 ? `${value.slice(0, 8)}…${value.slice(-6)}` : value;
  const copy = () => {
    void navigator.clipboard?.writeText(value).then(() => {
      setCopied(true);
      setTimeout(() => setCopied(false), 1_500);
    });
  };
  return (
    <button type="button" className="hex" title={value} aria-label={`${t.copy} ${label ?? ""} ${value}`} onClick={copy}>
      {copied ? t.copied : short}
    </button>
  );
}

export function Badge({ kind, children }: { kind: string; children: ReactNode }) {
  return <span className={`badge badge-${kind}`}>{children}</span>;
}

interface TimeProps {
  /** Leaves out the reader's date. */
  compact?: boolean;
}

/** When it is where the reader lives, and in block time. */
function Exactly({ at, compact = false }: { at: number } & TimeProps) {
  return <span className="exactly">{t.block.beside((compact ? hour : moment)(at), blockTime(at))}</span>;
}

/** How long until a block time, and when that is. `now` is block time too. */
export function Countdown({ until, now, compact = false }: { until: number; now: number } & TimeProps) {
  const left = until - now;
  const text = left > 0 ? t.deadline.in(duration(left)) : left === 0 ? t.deadline.passing : t.deadline.passed;
  return (
    <time className="when" dateTime={new Date(until * 1000).toISOString()} title={moment(until)}>
      <span className={left > 0 ? "countdown" : "countdown over"}>{text}</span> <Exactly at={until} compact={compact} />
    </time>
  );
}

export function When({ at, now, compact = false }: { at: number; now: number } & TimeProps) {
  return (
    <time className="when" dateTime={new Date(at * 1000).toISOString()} title={moment(at)}>
      {now - at >= 0 ? t.deadline.ago(duration(now - at)) : t.deadline.in(duration(at - now))} <Exactly at={at} compact={compact} />
    </time>
  );
}

export function Empty({ children }: { children: ReactNode }) {
  return <p className="empty">{children}</p>;
}

export function Trouble({ children }: { children: ReactNode }) {
  return (
    <p className="trouble" role="alert">
      {children}
    </p>
  );
}

/** A share of a whole. Bounds: 0…1. */
export function Meter({ share, label }: { share: number; label: string }) {
  return <meter min={0} max={1} value={share} aria-label={label} />;
}
