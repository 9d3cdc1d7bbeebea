// The worker of a replay: fetches, checks, and lets the room compute. It says how far it is, and is ended by whoever wants it to stop.
import roomUrl from "./built/replay.wasm.gz?url";
import { fetchFile } from "./file";
import { mostFileBytes, mostOperations, mostSpecBytes, type Jobs, type Order, type Report, type RunFacts, type Stage, type Start } from "./jobs";
import { Room, unpack, type Terms } from "./room";
import { Trouble, troubleOf, type Thing, type TroubleFacts } from "./trouble";

const scope = self as unknown as { postMessage(report: Report): void; onmessage: ((event: MessageEvent<Order>) => void) | null };

let room: Promise<Room> | null = null;
/** The RunSpec that the room holds. */
let opened: { hash: string; terms: Terms } | null = null;

function start(): Promise<Room> {
  room ??= (async () => {
    try {
      const answer = await fetch(roomUrl);
      if (!answer.ok) throw new Trouble({ kind: "silent", thing: "room", why: String(answer.status) });
      return await Room.start(await unpack(await answer.arrayBuffer()));
    } catch (error) {
      throw error instanceof Trouble ? error : new Trouble({ kind: "silent", thing: "room", why: error instanceof Error ? error.message : String(error) });
    }
  })();
  return room;
}

class Hand {
  constructor(
    private readonly order: Order,
    private readonly room: Room,
  ) {}

  tell(stage: Stage): void {
    scope.postMessage({ number: this.order.number, stage });
  }

  fetch(cid: string, most: number, thing: Thing): Promise<Uint8Array> {
    let told = 0;
    return fetchFile({ address: this.order.gateway }, cid, most, thing, (got, of) => {
      if (Date.now() - told < 100) return;
      told = Date.now();
      this.tell({ at: "fetching", thing, got, of });
    });
  }

  async open({ cid, specHash, programRoot, datasetRoot }: RunFacts): Promise<{ terms: Terms; bytes: number }> {
    this.tell({ at: "fetching", thing: "spec", got: 0, of: 0 });
    const file = await this.fetch(cid, mostSpecBytes, "spec");
    if (opened?.hash !== specHash) {
      opened = null;
      opened = { hash: specHash, terms: this.room.ask("open", { specHash, programRoot, datasetRoot }, "spec", file) };
    }
    return { terms: opened.terms, bytes: file.length };
  }

  async dataset(terms: Terms): Promise<number> {
    if (terms.datasetBytes > mostFileBytes) throw new Trouble({ kind: "large", thing: "dataset", why: String(terms.datasetBytes) });
    const file = await this.fetch(terms.datasetCid, terms.datasetBytes, "dataset");
    this.room.ask("dataset", {}, "dataset", file);
    return file.length;
  }

  checkpoint(terms: Terms, cid: string, thing: Thing): Promise<Uint8Array> {
    if (terms.checkpointBytes > mostFileBytes) throw new Trouble({ kind: "large", thing, why: String(terms.checkpointBytes) });
    return this.fetch(cid, terms.checkpointBytes, thing);
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

  async replay({ run, starts, pre, steps }: Jobs["replay"]["asked"]): Promise<Jobs["replay"]["answer"]> {
    const { terms } = await this.open(run);
    const least = terms.operations * steps;
    if (least > mostOperations) throw new Trouble({ kind: "large", thing: "room", why: String(least) });
    await this.dataset(terms);
    const { lead, passed } = await this.begin(terms, starts, steps);
    const begun = performance.now();
    const replayed = this.room.ask("replay", { lead, pre, steps }, "room", new Uint8Array(), (step, all, operator, operators) =>
      this.tell({ at: "replaying", step, steps: all, operator, operators }),
    );
    return { ...replayed, operators: terms.operators, seconds: (performance.now() - begun) / 1000, lead, passed };
  }

  async do(): Promise<unknown> {
    const { job } = this.order;
    switch (job) {
      case "replay":
        return this.replay(this.order.asked as Jobs["replay"]["asked"]);
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

scope.onmessage = ({ data: order }) => {
  void (async () => {
    try {
      scope.postMessage({ number: order.number, stage: { at: "loading" } });
      const answer = await new Hand(order, await start()).do();
      scope.postMessage({ number: order.number, answer });
    } catch (error) {
      scope.postMessage({ number: order.number, trouble: troubleOf(error, "room") });
    }
  })();
};
