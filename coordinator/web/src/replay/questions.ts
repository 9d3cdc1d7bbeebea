// What a replay asks the index: the run's facts, and the states that it could begin with.
import type { Hex } from "viem";
import { ask, graphql } from "../source/graphql";
import type { RunFacts, Start } from "./jobs";
import { Trouble } from "./trouble";

const runQuestion = graphql(`
  query ReplayRun($id: ID!) {
    run(id: $id) {
      specHash
      programRoot
      datasetRoot
      genesisRoot
      hash
      assets(first: 1, where: { kind: RunSpec }) { cid }
    }
  }
`);

const parentQuestion = graphql(`
  query ReplayParent($id: ID!) {
    commitment(id: $id) { id cid postRoot steps parentHash }
  }
`);

const leafQuestion = graphql(`
  query ReplayLeaf($id: ID!) {
    match(id: $id) { log(first: 1, orderBy: number, orderDirection: desc) { kind phase tx } }
  }
`);

// How far back a state is looked for.
const mostParents = 8;

export interface Given {
  run: RunFacts;
  genesisRoot: Hex;
  /** Of its trees, as the RunSpec calls it. */
  hash: string;
}

export async function givenOf(graphqlAt: string, run: string): Promise<Given> {
  const { run: found } = await ask(graphqlAt, runQuestion, { id: run });
  const cid = found?.assets[0]?.cid;
  if (!found || cid === undefined) throw new Trouble({ kind: "missing", thing: "spec", why: "" });
  const { specHash, programRoot, datasetRoot, genesisRoot, hash } = found;
  return { run: { cid, specHash, programRoot, datasetRoot }, genesisRoot, hash: hash.toLowerCase() };
}

export interface Window {
  firstStep: string;
  parentHash: Hex;
}

/** The states that a window could be replayed from, the nearest first. */
export async function startsOf(graphqlAt: string, window: Window, genesisRoot: Hex): Promise<Start[]> {
  const starts: Start[] = [];
  let lead = 0;
  for (let id = window.parentHash; starts.length < mostParents; ) {
    const { commitment } = await ask(graphqlAt, parentQuestion, { id });
    if (!commitment) break;
    starts.push({ cid: commitment.cid, root: commitment.postRoot, lead });
    lead += commitment.steps;
    id = commitment.parentHash;
  }
  return [...starts, { cid: null, root: genesisRoot, lead: Number(window.firstStep) }];
}

/** The transaction that brought a match's leaf; null: no leaf was brought. */
export async function leafTransaction(graphqlAt: string, match: string): Promise<Hex | null> {
  const { match: found } = await ask(graphqlAt, leafQuestion, { id: match });
  const last = found?.log[0];
  return last?.kind === "Ended" && last.phase === "Leaf" ? last.tx : null;
}
