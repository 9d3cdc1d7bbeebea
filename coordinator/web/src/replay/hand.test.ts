import { toHex, type Hex } from "viem";
import { beforeAll, describe, expect, it } from "vitest";
import { Hand } from "./hand";
import type { Order, Outcome, Stage, WindowFacts } from "./jobs";
import type { Room } from "./room";
import { Gateway, startRoom, tinyRun } from "./trial";

const { spec, payload, facts, root, loss } = tinyRun();
let room: Room;
beforeAll(async () => {
  room = await startRoom();
});

/** The window of step 1, whose parent's checkpoint nobody has, in a gateway with all the rest. */
function window(gateway: Gateway, change: Partial<WindowFacts> = {}): WindowFacts {
  gateway.publish(payload);
  const run = { cid: toHex(gateway.publish(spec).bytes), ...facts };
  const lost = toHex(new Gateway().publish(payload.slice(1)).bytes);
  const starts = [
    { cid: lost, root: root(1), lead: 0 },
    { cid: null, root: root(0), lead: 1 },
  ];
  return { run, starts, pre: root(1), post: root(2), window: 1, steps: 1, bundle: null, ...change };
}

function replay(gateway: Gateway, asked: WindowFacts, told: Stage[] = []): Promise<Outcome> {
  const order: Order<"replay"> = { number: 1, gateway: "http://gateway.test/ipfs/", job: "replay", asked };
  return new Hand(order, room, (stage) => told.push(stage), gateway.fetch).do() as Promise<Outcome>;
}

describe("a replay", () => {
  it("begins further back where the nearest state can't be had, and says why", async () => {
    const gateway = new Gateway();
    const told: Stage[] = [];
    const { roots, losses, lead, passed, bundled } = await replay(gateway, window(gateway), told);
    expect({ roots, losses, lead, bundled }).toEqual({ roots: [root(1), root(2)], losses: [loss(2)], lead: 1, bundled: null });
    expect(passed).toMatchObject([{ kind: "missing", thing: "before" }]);
    expect(told.map((stage) => stage.at)).toContain("estimated");
  }, 60_000);

  it("never begins with other bytes than the root says", async () => {
    const gateway = new Gateway();
    const asked = window(gateway);
    const starts = [{ cid: toHex(gateway.publish(payload).bytes), root: root(1), lead: 0 }];
    await expect(replay(gateway, { ...asked, starts })).rejects.toThrow("wrong before");
    await expect(replay(gateway, { ...asked, starts: [{ cid: null, root: root(1), lead: 0 }] })).rejects.toThrow("wrong before");
    await expect(replay(gateway, { ...asked, run: { ...asked.run, specHash: root(0) as Hex } })).rejects.toThrow("wrong spec");
  });

  it("that is too much for a page ends with the RunSpec", async () => {
    const gateway = new Gateway();
    const asked = window(gateway, { steps: 1000 });
    await expect(replay(gateway, asked)).rejects.toThrow("large room");
    expect(gateway.asked).toHaveLength(1);
  });

  it("doesn't begin so far back that it is too much", async () => {
    const gateway = new Gateway();
    const asked = window(gateway);
    const starts = asked.starts.map((start) => (start.cid === null ? { ...start, lead: 1000 } : start));
    await expect(replay(gateway, { ...asked, starts })).rejects.toThrow("missing before");
  });
});

describe("an asset", () => {
  it("is checked by its hash, and counted", async () => {
    const gateway = new Gateway();
    const { run } = window(gateway);
    const about = (job: "spec" | "dataset", of = run) => new Hand({ number: 1, gateway: "http://gateway.test/ipfs/", job, asked: { run: of } }, room, () => {}, gateway.fetch).do();
    expect(await about("spec")).toEqual({ bytes: spec.length });
    expect(await about("dataset")).toEqual({ bytes: payload.length });
    await expect(about("spec", { ...run, specHash: root(0) })).rejects.toThrow("wrong spec");
    await expect(about("dataset", { ...run, programRoot: root(0), specHash: facts.specHash, datasetRoot: root(0) })).rejects.toThrow("wrong spec");
  });
});
