// What a run is made of, fetched and checked in the reader's browser: RunSpec, dataset, checkpoints; and a checkpoint's weights as safetensors.
import type { Config } from "../source/config";
import { words } from "../texts/replay";
import { Desk } from "./desk";
import type { Jobs, Stage } from "./jobs";
import { Trouble, troubleOf } from "./trouble";

export type { RunFacts } from "./jobs";
type Asset = "spec" | "dataset" | "checkpoint" | "model";

/**
 * Does one job about an asset with a worker of its own, which ends with it or with the signal. Progress comes as a line for people. Errors: an Error
 * whose message is a sentence for people; an AbortError.
 */
export async function onAsset<K extends Asset>(config: Config, job: K, asked: Jobs[K]["asked"], progress: (line: string) => void = () => {}, signal?: AbortSignal): Promise<Jobs[K]["answer"]> {
  if (config.gateway === null) throw new Error(words.noGateway);
  const desk = new Desk(config.gateway);
  const ended = new Promise<never>((_, reject) => signal?.addEventListener("abort", () => reject(new DOMException("cancelled", "AbortError"))));
  const tell = (stage: Stage) => {
    if (stage.at === "loading") progress(words.stage.loading);
    if (stage.at === "fetching") progress(words.stage.fetching(stage.thing, stage.got, stage.of));
  };
  try {
    signal?.throwIfAborted();
    return await Promise.race([desk.order(job, asked, tell), ended]);
  } catch (error) {
    if (error instanceof Trouble) throw new Error(words.trouble(troubleOf(error, "checkpoint")));
    throw error;
  } finally {
    desk.clear();
  }
}
