// What a worker does with an order: fetches, checks, and lets the room compute.
import type { Hex } from "viem";
import { fetchBundle } from "./bundle";
import { fetchFile, gatewayOf, type Blocks } from "./file";
import { mostFileBytes, mostOperations, mostSpecBytes, type Jobs, type Order, type Outcome, type RunFacts, type Stage, type Start, type WindowFacts } from "./jobs";
import type { Room, Terms } from "./room";
import { Trouble, troubleOf, type Thing, type TroubleFacts } from "./trouble";

/** The RunSpec that a room holds. */
let opened: { room: Room; hash: string; terms: Terms } | null = null;

function affordable(operations: number): void {
  if (operations > mostOperations) throw new Trouble({ kind: "large", thing: "room", why: String(operations) });
}

/** Does one order with a room. */
export class Hand {
  private readonly blocks: Blocks;

  constructor(
    private readonly order: Order,
    private readonly room: Room,
    private readonly tell: (stage: Stage) => void,
    private readonly get: typeof fetch = fetch,
  ) {
    this.blocks = gatewayOf(order.gateway, get);
  }

  fetch(cid: string, most: number, thing: Thing, from: Blocks = this.blocks): Promise<Uint8Array> {
    return fetchFile(from, cid, most, thing, this.fetching(thing));
  }

  /** Tells now and then. */
  fetching(thing: Thing): (got: number, of: number) => void {
    let told = 0;
    return (got, of) => {
      if (Date.now() - told < 100) return;
      told = Date.now();
      this.tell({ at: "fetching", thing, got, of });
    };
  }

  async open({ cid, specHash, programRoot, datasetRoot }: RunFacts, from: Blocks = this.blocks): Promise<{ terms: Terms; bytes: number }> {
    this.tell({ at: "fetching", thing: "spec", got: 0, of: 0 });
    const file = await this.fetch(cid, mostSpecBytes, "spec", from);
    if (opened?.room !== this.room || opened.hash !== specHash) {
      opened = null;
      opened = { room: this.room, hash: specHash, terms: this.room.ask("open", { specHash, programRoot, datasetRoot }, "spec", file) };
    }
    return { terms: opened.terms, bytes: file.length };
  }

  async dataset(terms: Terms): Promise<number> {
    if (terms.datasetBytes > mostFileBytes) throw new Trouble({ kind: "large", thing: "dataset", why: String(terms.datasetBytes) });
    const file = await this.fetch(terms.datasetCid, terms.datasetBytes, "dataset");
    this.room.ask("dataset", {}, "dataset", file);
    return file.length;
  }

  async checkpoint(terms: Terms, cid: string, thing: Thing, from: Blocks = this.blocks): Promise<Uint8Array> {
    if (terms.checkpointBytes > mostFileBytes) throw new Trouble({ kind: "large", thing, why: String(terms.checkpointBytes) });
    return this.fetch(cid, terms.checkpointBytes, thing, from);
  }

  /** Takes the nearest start that can be had, and says why nearer ones can't. */
  async begin(terms: Terms, starts: readonly Start[], steps: number): Promise<{ lead: number; passed: TroubleFacts[] }> {
    const passed: TroubleFacts[] = [];
    for (const { cid, root, lead } of starts) {
      const operations = terms.operations * (lead + steps);
      if (operations > mostOperations) {
        passed.push({ kind: "large", thing: "room", why: String(operations) });
        break;
      }
      try {
        const from = cid ?? (terms.genesisCid || null);
        this.room.ask("before", { root }, "before", from === null ? new Uint8Array() : await this.checkpoint(terms, from, "before"));
        this.tell({ at: "estimated", operations, steps: lead + steps });
        return { lead, passed };
      } catch (error) {
        passed.push(troubleOf(error, "before"));
      }
    }
    throw new Trouble(passed[0] ?? { kind: "missing", thing: "before", why: "" });
  }

  async replay(asked: WindowFacts): Promise<Outcome> {
    const { bundle } = asked;
    if (this.order.gateway === "" && bundle !== null) return this.fromBundle(asked, bundle, "");
    try {
      return await this.fromGateway(asked);
    } catch (error) {
      const facts = troubleOf(error, "room");
      const elsewhere = facts.kind === "silent" || facts.kind === "missing" || (facts.kind === "large" && facts.thing === "dataset");
      if (bundle === null || !elsewhere || facts.thing === "room") throw error;
      try {
        return await this.fromBundle(asked, bundle, facts);
      } catch (second) {
        throw troubleOf(second, "bundle").kind === "wrong" ? second : error;
      }
    }
  }

  async fromGateway({ run, starts, pre, steps }: WindowFacts): Promise<Outcome> {
    const { terms } = await this.open(run);
    affordable(terms.operations * steps);
    await this.dataset(terms);
    const { lead, passed } = await this.begin(terms, starts, steps);
    return this.compute(terms, { lead, pre, steps }, passed, null);
  }

  /** Everything from one file, and the window's facts from the commitment's hash. */
  async fromBundle(asked: WindowFacts, { address, ground, commitment }: NonNullable<WindowFacts["bundle"]>, why: TroubleFacts | ""): Promise<Outcome> {
    this.tell({ at: "fetching", thing: "bundle", got: 0, of: 0 });
    const told = this.fetching("bundle");
    const bundle = await fetchBundle(address, ground, commitment, 2 * mostFileBytes, (got) => told(got, 0), this.get);
    if (bundle.preRoot !== asked.pre || bundle.postRoot !== asked.post || bundle.steps !== asked.steps || bundle.window !== asked.window) {
      throw new Trouble({ kind: "wrong", thing: "bundle", why: "the index tells another window" });
    }
    const { terms } = await this.open({ ...asked.run, cid: bundle.runSpec }, bundle.blocks);
    affordable(terms.operations * asked.steps);
    if (terms.datasetBytes > mostFileBytes) throw new Trouble({ kind: "large", thing: "dataset", why: String(terms.datasetBytes) });
    const span = { first: bundle.window * terms.window, steps: asked.steps };
    this.room.ask("batches", { span }, "dataset", await this.fetch(bundle.batches, mostFileBytes, "dataset", bundle.blocks));
    const state = bundle.state === "" ? new Uint8Array() : await this.checkpoint(terms, bundle.state, "before", bundle.blocks);
    this.room.ask("before", { root: bundle.preRoot }, "before", state);
    this.tell({ at: "estimated", operations: terms.operations * asked.steps, steps: asked.steps });
    return this.compute(terms, { lead: 0, pre: bundle.preRoot, steps: asked.steps }, [], why);
  }

  compute(terms: Terms, way: { lead: number; pre: Hex; steps: number }, passed: TroubleFacts[], bundled: Outcome["bundled"]): Outcome {
    const begun = performance.now();
    const replayed = this.room.ask("replay", way, "room", new Uint8Array(), (step, steps, operator, operators) =>
      this.tell({ at: "replaying", step, steps, operator, operators }),
    );
    return { ...replayed, operators: terms.operators, seconds: (performance.now() - begun) / 1000, lead: way.lead, passed, bundled };
  }

  async do(): Promise<unknown> {
    const { job } = this.order;
    switch (job) {
      case "replay":
        return this.replay(this.order.asked as WindowFacts);
      case "claimed": {
        const { cid, root } = this.order.asked as Jobs["claimed"]["asked"];
        if (opened === null) throw new Trouble({ kind: "broken", thing: "claimed", why: "nothing is replayed" });
        return this.room.ask("claimed", { root }, "claimed", await this.checkpoint(opened.terms, cid, "claimed"));
      }
      case "leaf": {
        const { place, hash, proof } = this.order.asked as Jobs["leaf"]["asked"];
        return this.room.ask("leaf", { ...place, hash, ...(proof === null ? {} : { proof }) }, "leaf");
      }
      case "spec":
        return { bytes: (await this.open((this.order.asked as Jobs["spec"]["asked"]).run)).bytes };
      case "dataset":
        return { bytes: await this.dataset((await this.open((this.order.asked as Jobs["dataset"]["asked"]).run)).terms) };
      case "checkpoint":
      case "model": {
        const { run, cid, root } = this.order.asked as Jobs["model"]["asked"];
        const { terms } = await this.open(run);
        const file = await this.checkpoint(terms, cid, "checkpoint");
        const model = this.room.model(root, file);
        return job === "model" ? { file: model } : { bytes: file.length };
      }
    }
  }
}
