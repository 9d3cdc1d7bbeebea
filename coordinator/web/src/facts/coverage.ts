// How well a run was looked at: for each window what became of it, and who checked it in which way.

export interface WindowFacts {
  id: string;
  window: string;
  steps: number;
  status: string;
  challenges: number;
  auditors: readonly string[];
  provenSteps: number;
}

/** One window. Of several commitments the newest is shown; how many were rejected before it is told. */
export interface Coverage {
  window: number;
  id: string;
  status: string;
  rejected: number;
  /** Steps that carry a proof: all, some, none. */
  proven: "all" | "some" | "none";
  /** Auditors that were drawn, and those that have sealed an answer. */
  drawn: number;
  sealed: number;
  challenges: number;
}

/** `log`: commitments, the newest first. `audits`: what auditors have sealed. Order: by window. */
export function coverageOf(log: readonly WindowFacts[], audits: readonly { commitment: { id: string } | null }[]): Coverage[] {
  const sealed = new Map<string, number>();
  for (const { commitment } of audits) if (commitment !== null) sealed.set(commitment.id, (sealed.get(commitment.id) ?? 0) + 1);
  const found = new Map<number, Coverage>();
  for (const c of log) {
    const window = Number(c.window);
    const shown = found.get(window);
    if (shown !== undefined) {
      if (c.status === "Rejected") shown.rejected++;
      continue;
    }
    found.set(window, {
      window,
      id: c.id,
      status: c.status,
      rejected: c.status === "Rejected" ? 1 : 0,
      proven: c.provenSteps === 0 ? "none" : c.provenSteps < c.steps ? "some" : "all",
      drawn: c.auditors.length,
      sealed: sealed.get(c.id) ?? 0,
      challenges: c.challenges,
    });
  }
  return [...found.values()].sort((a, b) => a.window - b.window);
}

/** Whether somebody challenged the window: the commitment that is shown, or one before it that was rejected. */
export const challenged = (w: Coverage) => w.challenges > 0 || w.rejected > 0;

export interface Totals {
  final: number;
  pending: number;
  rejected: number;
  proven: number;
  drawn: number;
  sealed: number;
  challenged: number;
  /** Neither proved nor challenged, and no auditor has answered: nobody is known to have looked. */
  unseen: number;
}

export function totalsOf(windows: readonly Coverage[]): Totals {
  const count = (test: (w: Coverage) => boolean) => windows.filter(test).length;
  return {
    final: count((w) => w.status === "Finalised"),
    pending: count((w) => w.status === "Pending"),
    rejected: windows.reduce((sum, w) => sum + w.rejected, 0),
    proven: count((w) => w.proven === "all"),
    drawn: count((w) => w.drawn > 0),
    sealed: count((w) => w.sealed > 0),
    challenged: count(challenged),
    unseen: count((w) => w.proven !== "all" && w.sealed === 0 && !challenged(w)),
  };
}

/** A binary32 word as a number. */
export function realOf(word: string): number {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint32(0, Number(word));
  return view.getFloat32(0);
}
