// Every word of the replay room. A translation is another file of the same shape.
import type { Thing, TroubleFacts } from "../replay/trouble";

const plural = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

const thing: Record<Thing, string> = {
  spec: "the RunSpec",
  dataset: "the dataset",
  before: "the state before the window",
  claimed: "the committer's checkpoint",
  checkpoint: "the checkpoint",
  leaf: "the leaf",
  bundle: "the coordinator's evidence",
  index: "what the index tells",
  room: "the replay",
};
const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

export const size = (bytes: number) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`);
const amount = (n: number) => (n < 1e6 ? `${Math.round(n)}` : n < 1e9 ? `${(n / 1e6).toFixed(1)} million` : `${(n / 1e9).toFixed(1)} billion`);
const time = (seconds: number) => (seconds < 1 ? "less than a second" : seconds < 100 ? plural(Math.ceil(seconds), "second") : plural(Math.ceil(seconds / 60), "minute"));

export const words = {
  title: "Replay here",
  body: (steps: number) =>
    `Your browser can compute the ${plural(steps, "step")} of this window itself, with the reference that every engine must equal bit by bit. It fetches the RunSpec, the dataset and the state before the window, and checks all of it by its hashes.`,
  start: "Replay the window",
  again: "Replay it again",
  cancel: "Cancel",
  cancelled: "Cancelled. Nothing was found out.",
  noGateway: "These pages weren't told of a gateway to fetch content from, so they can't replay. The command can.",
  command: "For models of any size, and on an engine of your own, one command says the same:",
  copy: "Copy the command",
  copied: "Copied.",

  stage: {
    loading: "Loading the replay…",
    fetching: (what: Thing, got: number, of: number) => `Fetching ${thing[what]}${of > 0 ? `: ${size(got)} of ${size(of)}` : "…"}`,
    estimated: (operations: number, steps: number, seconds: number) => `${plural(steps, "step")}: some ${amount(operations)} operations, about ${time(seconds)}.`,
    replaying: (step: number, steps: number, operator: number, operators: number) => `Step ${step + 1} of ${steps}, operator ${operator + 1} of ${operators}`,
    comparing: "Comparing with the committer's checkpoint…",
    leaf: "Recomputing the leaf…",
  },

  result: {
    committer: "The arithmetic ends in the committer's root: the window is right.",
    challenge: (n: string) => `The arithmetic ends in challenge ${n}'s root: the committer's window is wrong.`,
    none: "The arithmetic ends in a root that nobody claims: the committer's window is wrong, and so is every challenge that was opened.",
    own: "What your browser computed",
    says: (right: boolean) => (right ? "equal" : "another"),
    committerSays: "The committer's root",
    challengeSays: (n: string) => `Challenge ${n}'s root`,
    took: (steps: number, seconds: number, chain: boolean) =>
      `${plural(steps, "step")} in ${time(seconds)}. Run and roots are those that ${chain ? "the chain tells, asked through a node" : "the index tells; there was no node to compare them with"}. This is the word of one engine; agents compare two.`,
    lead: (steps: number) => `The checkpoint before the window couldn't be used, so ${plural(steps, "step")} before it were computed too.`,
    roots: "State after each step",
    step: "Step",
    root: "Root",
    loss: "Loss",
  },

  differ: {
    title: "What differs",
    step: (step: string) => `The match has found the first step that differs: step ${step} of the run.`,
    operator: (name: string, layer: number | null) => `The first operator that differs in it is ${name}${layer === null ? "" : `, in layer ${layer}`}.`,
    word: (section: string, tensor: string, layer: number | null, row: number, column: number) =>
      `The first number that differs in the state after the window is in ${section}${tensor}${layer === null ? "" : ` (layer ${layer})`}, row ${row}, column ${column}.`,
    section: { parameter: "", first: "the first moment of ", second: "the second moment of ", scalars: "", clock: "" },
    own: "Your browser computed",
    claimed: "The committer says",
    words: (n: number) => `${plural(n, "number")} of the state ${n === 1 ? "differs" : "differ"} in all.`,
    distance: (d: string) => `The weights are ${d} apart (L2 distance).`,
    same: "The committer's checkpoint is the state that your browser computed; only the root that was committed is another.",
    unknown: (why: string) => `Where the committer's state differs can't be said. ${why}`,
  },

  leaf: {
    button: (n: string) => `Recompute the leaf of challenge ${n}`,
    title: (n: string) => `The leaf of challenge ${n}`,
    body: "The match has come down to one micro-step. Your browser recomputes it by the referee's rules, from operands that both sides agreed on.",
    fromChain: "Descriptor, operands and openings are those that were sent to the contract.",
    fromReplay: "Descriptor, operands and openings come from your browser's own replay.",
    kind: {
      chain: "A sum, term after term",
      lanes: "A sum in 16 lanes",
      greatest: "The greatest of 16 lanes",
      map: "One expression",
      copy: "A number that stands elsewhere",
      state: "The root of one tensor of the new state",
    },
    what: (kind: string, code: string, row: number, column: number) => `${kind} (${code}); row ${row}, column ${column} of the output.`,
    zero: "This place has to be zero, whatever the operands are.",
    invalid: "The operator's descriptor can't be right, so neither side can be.",
    columns: { index: "Term", lane: "Lane", a: "A", b: "B", product: "A × B", after: "Sum so far", name: "Instruction", value: "Gives" },
    caption: "What is added up",
    instructions: "The expression",
    absent: "left out",
    start: "Before",
    value: "It comes to",
    sideSays: { Committer: "The committer says", Challenger: "The challenger says" } as Record<string, string>,
    truth: "The contract found",
    right: { Committer: "The committer is right about it.", Challenger: "The challenger is right about it.", both: "Both are right about it.", none: "Neither side is right about it." },
  },

  trouble: ({ kind, thing: about, why }: TroubleFacts): string => {
    const it = capital(thing[about]);
    switch (kind) {
      case "silent":
        return about === "room" ? `The replay couldn't be loaded (${why || "no answer"}). Try again.` : `${it} couldn't be fetched: the gateway doesn't answer (${why || "no answer"}). Try again, or use the command.`;
      case "missing":
        return `${it} couldn't be fetched: the gateway doesn't hold ${why || "it"}.`;
      case "wrong":
        if (about === "index") return `The index was refused: it tells another ${why} than the chain does.`;
        return `${it} was refused: the bytes aren't what their hash says (${why}).`;
      case "large":
        return about === "room" ? `This is too much for a page: some ${amount(Number(why))} operations. Use the command.` : `${it} is too big for a page: ${size(Number(why))}. Use the command.`;
      case "broken":
        return `${it} failed: ${why}`;
    }
  },
  bundle: (why: string) => `It was computed from the coordinator's evidence file, whose every byte follows from the commitment's hash. ${why}`,
  passed: (why: string) => `A nearer state couldn't be begun with. ${why}`,
} as const;
