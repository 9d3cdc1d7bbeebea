// All disputes: find the one that matters.
import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef } from "react";
import { Link, useSearchParams } from "wouter";
import { useWallet } from "../chain/hooks";
import { atStake, awaits, isOpen, nextDeadline, standing, type DisputeFacts } from "../facts/dispute";
import { useDisputes } from "../source/disputes";
import { useNow } from "../source/hooks";
import { t } from "../texts/en";
import { money } from "../ui/money";
import { Badge, Countdown, Empty, Trouble } from "../ui/parts";
import { statusBadge } from "../ui/status";

const filters = ["all", "open", "mine", "closed"] as const;
const sorts = ["newest", "deadline", "money", "run"] as const;
const rowHeight = 52;

export default function DisputesPage() {
  const { disputes, complete, trouble } = useDisputes();
  const { wallet } = useWallet();
  const now = useNow();
  const [params, setParams] = useSearchParams();
  const filter = filters.find((f) => f === params.get("show")) ?? "all";
  const sort = sorts.find((s) => s === params.get("order")) ?? "newest";
  const search = (params.get("search") ?? "").trim().toLowerCase();
  const run = params.get("run") ?? "";
  const set = (name: string, value: string) =>
    setParams(
      (old) => {
        const next = new URLSearchParams(old);
        if (value === "") next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );

  const account = wallet?.address ?? null;
  // A second more or less changes no order that anybody would notice: the list is arranged anew by the minute.
  const minute = Math.floor(now / 60);
  const shown = useMemo(
    () => arrange(disputes, { filter, sort, search, run, account, now: minute * 60 }),
    [disputes, filter, sort, search, run, account, minute],
  );
  const runs = useMemo(() => [...new Set(disputes.map((d) => d.run.id))].sort((a, b) => Number(a) - Number(b)), [disputes]);

  return (
    <>
      <h1>{t.disputes.title}</h1>
      {trouble === null ? null : <Trouble>{t.block.trouble(trouble)}</Trouble>}
      <div className="controls">
        <label>
          {t.disputes.search}
          <input type="search" value={params.get("search") ?? ""} onChange={(event) => set("search", event.target.value)} />
        </label>
        <label>
          {t.disputes.filter.label}
          <select value={filter} onChange={(event) => set("show", event.target.value)}>
            {filters.map((f) => (
              <option key={f} value={f} disabled={f === "mine" && account === null}>
                {f === "mine" && account === null ? t.disputes.mineUnconnected : t.disputes.filter[f]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t.disputes.run}
          <select value={run} onChange={(event) => set("run", event.target.value)}>
            <option value="">{t.disputes.anyRun}</option>
            {runs.map((id) => (
              <option key={id}>{id}</option>
            ))}
          </select>
        </label>
        <label>
          {t.disputes.sort.label}
          <select value={sort} onChange={(event) => set("order", event.target.value)}>
            {sorts.map((s) => (
              <option key={s} value={s}>
                {t.disputes.sort[s]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p className="note" role="status">
        {complete ? t.disputes.count(shown.length, disputes.length) : t.disputes.loadingMore(disputes.length)}
      </p>
      {shown.length === 0 && complete ? <Empty>{disputes.length === 0 ? t.disputes.none : t.disputes.empty}</Empty> : <List disputes={shown} now={now} />}
    </>
  );
}

function List({ disputes, now }: { disputes: readonly DisputeFacts[]; now: number }) {
  const scroll = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({ count: disputes.length, getScrollElement: () => scroll.current, estimateSize: () => rowHeight, overscan: 8 });
  const { columns } = t.disputes;
  return (
    <div className="scroll" ref={scroll} tabIndex={0} role="table" aria-label={t.disputes.title} aria-rowcount={disputes.length + 1}>
      <div className="row head" role="row">
        {[columns.dispute, columns.run, columns.claim, columns.bond, columns.phase, columns.deadline].map((name) => (
          <span key={name} role="columnheader">
            {name}
          </span>
        ))}
      </div>
      <div role="rowgroup" style={{ height: rows.getTotalSize(), position: "relative" }}>
        {rows.getVirtualItems().map((item) => {
          const d = disputes[item.index];
          if (d === undefined) return null;
          const where = standing(d, now);
          const deadline = nextDeadline(d, now);
          return (
            <div
              key={d.id}
              className="row"
              role="row"
              aria-rowindex={item.index + 2}
              style={{ position: "absolute", insetInline: 0, height: item.size, transform: `translateY(${item.start}px)` }}
            >
              <span role="cell">
                <Link href={`/disputes/${d.id}`}>
                  {d.id.slice(0, 10)}…
                </Link>
              </span>
              <span role="cell">{d.run.id}</span>
              <span role="cell">
                {t.run.window(d.window)}
              </span>
              <span role="cell">{money(atStake(d))}</span>
              <span role="cell">
                <Badge kind={statusBadge(d.status)}>{t.status[d.status]}</Badge> {where === null ? t.status.Sealed : t.phase[where.phase]}
              </span>
              <span role="cell">{deadline === null ? t.deadline.none : <Countdown until={deadline} now={now} compact />}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface Arrangement {
  filter: (typeof filters)[number];
  sort: (typeof sorts)[number];
  search: string;
  run: string;
  account: string | null;
  now: number;
}

function arrange(all: readonly DisputeFacts[], by: Arrangement): DisputeFacts[] {
  const found = all.filter((d) => {
    if (by.run !== "" && d.run.id !== by.run) return false;
    if (by.filter === "open" && !isOpen(d)) return false;
    if (by.filter === "closed" && isOpen(d)) return false;
    if (by.filter === "mine" && (by.account === null || !awaits(d, by.account, by.now))) return false;
    return by.search === "" || matches(d, by.search);
  });
  const never = Number.MAX_SAFE_INTEGER;
  switch (by.sort) {
    case "newest":
      return found.sort((a, b) => Number(b.committedAt) - Number(a.committedAt));
    case "deadline": {
      const when = new Map(found.map((d) => [d.id, nextDeadline(d, by.now) ?? never]));
      return found.sort((a, b) => (when.get(a.id) ?? never) - (when.get(b.id) ?? never));
    }
    case "money": {
      const worth = new Map(found.map((d) => [d.id, atStake(d)]));
      return found.sort((a, b) => {
        const [x, y] = [worth.get(a.id) ?? 0n, worth.get(b.id) ?? 0n];
        return x === y ? 0 : y > x ? 1 : -1;
      });
    }
    case "run":
      return found.sort((a, b) => Number(a.run.id) - Number(b.run.id) || Number(a.window) - Number(b.window));
  }
}

function matches(d: DisputeFacts, search: string): boolean {
  return (
    d.id.startsWith(search) ||
    d.window === search ||
    d.committer.id === search ||
    d.disputes.some((c) => c.id === search || c.challenger.id === search) ||
    (d.courtCase?.jurors.some((j) => j.validator.id === search) ?? false)
  );
}
