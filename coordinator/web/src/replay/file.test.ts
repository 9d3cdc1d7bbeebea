import { describe, expect, it } from "vitest";
import { toHex } from "viem";
import type { CID } from "multiformats/cid";
import { fetchFile, gatewayOf } from "./file";
import { Gateway, mebi, tinyRun } from "./trial";
import { Trouble, type TroubleFacts } from "./trouble";

const get = (gateway: Gateway, cid: string | CID, most: number) => fetchFile(gatewayOf("http://gateway.test/ipfs/", gateway.fetch), cid.toString(), most, "dataset");

async function refusal(gateway: Gateway, cid: string | CID, most = 10 * mebi): Promise<TroubleFacts> {
  try {
    await get(gateway, cid, most);
  } catch (error) {
    if (error instanceof Trouble) return error.facts;
    throw error;
  }
  throw new Error("it was accepted");
}

const content = (n: number) => Uint8Array.from({ length: n }, (_, i) => (i * 31) ^ (i >> 8));

describe("content by its CID", () => {
  it("comes back whole, from one block or many", async () => {
    for (const size of [0, 1, 1320, mebi, mebi + 1, 3 * mebi + 5]) {
      const gateway = new Gateway();
      const cid = gateway.publish(content(size));
      for (const name of [cid, toHex(cid.bytes)]) expect(Buffer.compare(await get(gateway, name, size), content(size))).toBe(0);
    }
  });

  it("is what agents' storage calls it", () => {
    const { payload, dataset } = tinyRun();
    expect(new Gateway().publish(payload).toString()).toBe(dataset);
  });

  it("is refused and named where one bit of a block is another", async () => {
    const gateway = new Gateway();
    const cid = gateway.publish(content(3 * mebi + 5));
    for (const [name, block] of [...gateway.blocks]) {
      gateway.blocks.set(name, block.map((byte, i) => (i === 3 ? byte ^ 1 : byte)));
      expect(await refusal(gateway, cid)).toEqual({ kind: "wrong", thing: "dataset", why: name });
      gateway.blocks.set(name, block);
    }
  });

  it("is refused before its leaves are fetched if it is too large, or of another shape", async () => {
    const gateway = new Gateway();
    const large = gateway.publish(content(3 * mebi));
    expect(await refusal(gateway, large, 3 * mebi - 1)).toEqual({ kind: "large", thing: "dataset", why: String(3 * mebi) });
    const odd = gateway.publish(content(2 * mebi), [BigInt(mebi - 1), BigInt(mebi + 1)]);
    expect((await refusal(gateway, odd)).kind).toBe("wrong");
    expect(gateway.asked).toEqual([large.toString(), odd.toString()]);
  });

  it("is read no further than a block may reach", async () => {
    const gateway = new Gateway();
    const cid = gateway.publish(content(10));
    gateway.blocks.set(cid.toString(), content(mebi + 1));
    expect((await refusal(gateway, cid)).kind).toBe("wrong");
  });

  it("is missing, or the gateway silent, in other words", async () => {
    const gateway = new Gateway();
    const cid = gateway.publish(content(10));
    gateway.down = true;
    expect(await refusal(gateway, cid)).toEqual({ kind: "silent", thing: "dataset", why: "Failed to fetch" });
    gateway.down = false;
    gateway.blocks.clear();
    expect(await refusal(gateway, cid)).toEqual({ kind: "missing", thing: "dataset", why: cid.toString() });
    expect((await refusal(gateway, "QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG")).kind).toBe("wrong");
    expect((await refusal(gateway, "0x00")).kind).toBe("wrong");
  });
});
