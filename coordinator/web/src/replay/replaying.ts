// One replay as a page follows it: what was asked for, how far it is, what came out.
import { useCallback, useEffect, useRef, useState } from "react";
import type { Hex, PublicClient } from "viem";
import { useNode } from "../chain/hooks";
import type { Config } from "../source/config";
import type { Dispute } from "../source/dispute";
import { useConfig } from "../source/hooks";
import { chainAgrees } from "./agrees";
import { Desk } from "./desk";
import type { Outcome, Stage } from "./jobs";
import { proofOf } from "./leafproof";
import type { LeafFacts } from "./place";
import { givenOf, leafTransaction, startsOf } from "./questions";
import type { Difference, Leaf } from "./room";
import { Trouble, troubleOf, type TroubleFacts } from "./trouble";

export type Doing = Stage | { at: "comparing" } | { at: "leaf" };

export interface LeafShown {
  leaf: Leaf;
  facts: LeafFacts;
  from: "chain" | "replay";
}

export interface Replaying {
  doing: Doing | null;
  cancelled: boolean;
  /** What a replay takes, once it is known. */
  estimate: Extract<Stage, { at: "estimated" }> | null;
  trouble: TroubleFacts | null;
  outcome: Outcome | null;
  /** Whether the chain was asked if the index told the truth. */
  compared: boolean;
  /** How the committer's checkpoint differs; a trouble where it can't be had. */
  difference: Difference | TroubleFacts | null;
  /** By challenge. */
  leaves: Readonly<Record<string, LeafShown>>;
}

const nothing: Replaying = { doing: null, cancelled: false, estimate: null, trouble: null, outcome: null, compared: false, difference: null, leaves: {} };

interface Session {
  desk: Desk;
  config: Config;
  dispute: Dispute;
  node: PublicClient | null;
  show: (change: Partial<Replaying>) => void;
}

async function replay({ desk, config, dispute: d, node, show }: Session): Promise<Outcome> {
  show({ doing: { at: "loading" }, trouble: null, cancelled: false });
  const given = await givenOf(config.graphql, d.run.id);
  const compared = await chainAgrees(node, config, d, given);
  const starts = await startsOf(config.graphql, d, given.genesisRoot);
  const { cid: _, ...facts } = given.run;
  const ground = { chainId: config.chainId, training: config.deployment.training, run: d.run.id, ...facts, genesisRoot: given.genesisRoot };
  const challenge = d.disputes[0]?.id;
  const asked = {
    run: given.run,
    starts,
    pre: d.preRoot,
    post: d.postRoot,
    window: Number(d.window),
    steps: d.steps,
    bundle: config.api === null || challenge === undefined ? null : { address: new URL(`disputes/${challenge}/evidence.car`, config.api).href, ground, commitment: d.id as Hex },
  };
  const outcome = await desk.order("replay", asked, (stage) => show(stage.at === "estimated" ? { doing: stage, estimate: stage } : { doing: stage }));
  show({ outcome, compared, difference: null });
  if (outcome.roots.at(-1) === d.postRoot) return outcome;
  show({ doing: { at: "comparing" } });
  try {
    show({ difference: await desk.order("claimed", { cid: d.cid, root: d.postRoot }, (doing) => show({ doing })) });
  } catch (error) {
    show({ difference: troubleOf(error, "claimed") });
  }
  return outcome;
}

/** From the bytes that were sent to the contract; where there are none, from a replay of the window. */
async function leafOf(s: Session, match: string, facts: LeafFacts): Promise<LeafShown> {
  const { desk, config, dispute, node, show } = s;
  show({ doing: { at: "leaf" }, trouble: null, cancelled: false });
  const [{ hash }, sent] = await Promise.all([givenOf(config.graphql, dispute.run.id), leafTransaction(config.graphql, match)]);
  const proof = sent === null || node === null ? null : await proofOf(node, config.deployment.matches, sent);
  if (proof !== null) return { leaf: await desk.order("leaf", { place: facts.place, hash, proof }), facts, from: "chain" };
  if (config.gateway === null && config.api === null) throw new Trouble({ kind: "silent", thing: "leaf", why: "" });
  await replay(s);
  show({ doing: { at: "leaf" } });
  return { leaf: await desk.order("leaf", { place: facts.place, hash, proof: null }), facts, from: "replay" };
}

export interface Hands {
  state: Replaying;
  start(): void;
  recompute(challenge: string, match: string, facts: LeafFacts): void;
  cancel(): void;
}

export function useReplay(dispute: Dispute): Hands {
  const config = useConfig();
  const node = useNode();
  const [state, setState] = useState(nothing);
  const session = useRef<Session | null>(null);
  const end = useCallback(() => {
    session.current?.desk.clear();
    session.current = null;
  }, []);
  useEffect(() => {
    setState(nothing);
    return end;
  }, [dispute.id, end]);

  /** Does something with one worker, which keeps what it has replayed. */
  const run = (work: (s: Session) => Promise<void>) => {
    const s: Session = session.current ?? {
      desk: new Desk(config.gateway ?? ""),
      config,
      dispute,
      node,
      show: (change) => session.current === s && setState((old) => ({ ...old, ...change })),
    };
    s.node = node;
    session.current = s;
    void work(s)
      .catch((error: unknown) => s.show({ trouble: troubleOf(error, "room") }))
      .finally(() => s.show({ doing: null }));
  };
  return {
    state,
    start: () =>
      run(async (s) => {
        await replay(s);
      }),
    recompute: (challenge, match, facts) =>
      run(async (s) => {
        const shown = await leafOf(s, match, facts);
        if (session.current === s) setState((old) => ({ ...old, leaves: { ...old.leaves, [challenge]: shown } }));
      }),
    cancel: () => {
      end();
      setState((old) => ({ ...old, doing: null, cancelled: true }));
    },
  };
}
