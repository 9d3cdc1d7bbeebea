// Whether the chain says what the index said of a dispute and its run: a replay is worth as much as what it is compared with.
import type { PublicClient } from "viem";
import { disputesAbi, runRegistryAbi, trainingAbi } from "../chain/abi";
import type { Config } from "../source/config";
import type { Given } from "./questions";
import { Trouble } from "./trouble";

/** What a replay takes from the index. */
export interface Told {
  id: `0x${string}`;
  run: { id: string };
  window: string;
  steps: number;
  preRoot: string;
  postRoot: string;
  disputes: readonly { id: string; root: string | null }[];
}

/** False: there is no node, or it is silent. Errors: Trouble where index and chain differ, naming in what. */
export async function chainAgrees(node: Pick<PublicClient, "readContract"> | null, { deployment }: Config, told: Told, { run, genesisRoot }: Given): Promise<boolean> {
  if (node === null) return false;
  const read = () =>
    Promise.all([
      node.readContract({ address: deployment.runRegistry, abi: runRegistryAbi, functionName: "facts", args: [BigInt(told.run.id)] }),
      node.readContract({ address: deployment.training, abi: trainingAbi, functionName: "claimOf", args: [told.id] }),
      Promise.all(
        told.disputes.map(({ id }) => node.readContract({ address: deployment.disputes, abi: disputesAbi, functionName: "challenge", args: [BigInt(id)] })),
      ),
    ]);
  let answers: Awaited<ReturnType<typeof read>>;
  try {
    answers = await read();
  } catch {
    return false;
  }
  const [facts, claim, challenges] = answers;
  const same = (what: string, index: unknown, chain: unknown) => {
    if (String(index).toLowerCase() !== String(chain).toLowerCase()) throw new Trouble({ kind: "wrong", thing: "index", why: what });
  };
  same("RunSpec", run.specHash, facts.specHash);
  same("program root", run.programRoot, facts.programRoot);
  same("dataset root", run.datasetRoot, facts.datasetRoot);
  same("genesis root", genesisRoot, facts.genesisRoot);
  same("run", told.run.id, claim.run);
  same("window", told.window, claim.window);
  same("steps", told.steps, claim.steps);
  same("state before the window", told.preRoot, claim.preRoot);
  same("committed root", told.postRoot, claim.postRoot);
  told.disputes.forEach(({ id, root }, i) => {
    const challenge = challenges[i];
    same(`challenge ${id}'s window`, told.id, challenge?.commitment);
    if (root !== null) same(`challenge ${id}'s root`, root, challenge?.root);
  });
  return true;
}
