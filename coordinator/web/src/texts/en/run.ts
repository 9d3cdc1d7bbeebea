// A run's page: who looked at it, what it learned, what it is made of.
const plural = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

export const coverage = {
  title: "Verification",
  note: "Every window that was committed, and who is known to have looked at it. Fraud-proofers replay windows without leaving a trace while they agree; what the chain knows is proofs, auditors’ answers and challenges.",
  legend: { final: "final", pending: "pending", rejected: "rejected", proven: "proved", sealed: "auditors answered", challenged: "challenged", unseen: "nobody known" },
  totals: {
    final: "Final windows",
    pending: "Pending windows",
    rejected: "Rejected commitments",
    proven: "Proved whole",
    drawn: "Auditors were drawn",
    sealed: "An auditor sealed an answer",
    challenged: "Challenged",
    unseen: "Nobody is known to have looked",
  },
  cell: (window: number, parts: readonly string[]) => `window ${window}: ${parts.join(", ")}`,
  parts: {
    proven: "proved",
    some: "proved in part",
    sealed: (n: number, of: number) => `${n} of ${plural(of, "auditor")} answered`,
    challenged: (n: number) => plural(n, "challenge"),
    rejected: (n: number) => `${plural(n, "earlier commitment")} rejected`,
    unseen: "nobody known to have looked",
  },
  older: (n: number) => `The newest ${n} windows are shown.`,
  grid: "Windows of the run",
};

export const heldOut = {
  title: "Held-out loss",
  none: "Nobody has locked money for a held-out loss of this run, so the chain carries no reading of it. The loss above is on training data.",
  noneRead: "Money waits for a held-out loss, but nobody has claimed a reading yet.",
  note: "Readings that somebody claimed at a key frame, with a bond; whoever reads another loss contests it, and arithmetic decides.",
  target: (loss: string, locked: string, status: string) => `Target ${loss}: ${locked} locked, ${status}`,
  status: { Open: "not reached yet", Reached: "reached", Returned: "given back" } as Record<string, string>,
  columns: { window: "After window", loss: "Held-out loss", kind: "Said by", status: "Standing", until: "Contestable until" },
  kind: { Claim: "a claim", Contest: "a contest" } as Record<string, string>,
  pledge: { Sealed: "sealed", Standing: "stands", Defeated: "defeated by arithmetic", Lapsed: "lapsed", Settled: "settled" } as Record<string, string>,
};

export const assets = {
  title: "What it is made of",
  note: "All of it lies under content addresses. Your browser can fetch a part, compute its hash itself and compare it with what the chain holds; nothing is believed because a server says so.",
  columns: { what: "What", of: "Of", cid: "CID", root: "Hash on chain", check: "Check" },
  spec: "RunSpec",
  dataset: "Dataset",
  checkpoint: "Checkpoint",
  keyFrame: "key frame",
  inSpec: "named in the RunSpec",
  check: "Verify",
  cancel: "Cancel",
  right: (bytes: string) => `It is what the chain says: ${bytes}.`,
  bytes: (n: number) => (n < 1e6 ? `${(n / 1e3).toFixed(1)} kB` : `${(n / 1e6).toFixed(1)} MB`),
  noGateway: "These pages know no gateway to fetch from.",
  weights: "Weights",
  weightsNote: "Safetensors that PyTorch loads, from the anchor’s checkpoint. Your browser checks the state root first and writes the file only if it is right.",
  weightsNone: "No window is final yet, so there are only the genesis weights; the RunSpec says how to make them.",
  download: "Download the weights (safetensors)",
  saved: (bytes: string) => `Checked and saved: ${bytes}.`,
  command: "For models that are too big for a page:",
};
