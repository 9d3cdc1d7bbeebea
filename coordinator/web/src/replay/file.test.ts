import { readFileSync } from "node:fs";
import { createLink, createNode, encode } from "@ipld/dag-pb";
import { UnixFS } from "ipfs-unixfs";
import { CID } from "multiformats/cid";
import * as digests from "multiformats/hashes/digest";
import { describe, expect, it } from "vitest";
import { hexToBytes, sha256, toHex, type Hex } from "viem";
import { fetchFile, gatewayOf } from "./file";
import { Trouble, type TroubleFacts } from "./trouble";

const mebi = 1 << 20;
const cidOf = (bytes: Uint8Array, code: number) => CID.createV1(code, digests.create(0x12, sha256(bytes, "bytes")));

/** Content as agents publish it, in a gateway that a test may tamper with. */
class Gateway {
  readonly blocks = new Map<string, Uint8Array>();
  readonly asked: string[] = [];
  down = false;

  put(bytes: Uint8Array, code = 0x55): CID {
    const cid = cidOf(bytes, code);
    this.blocks.set(cid.toString(), bytes);
    return cid;
  }

  publish(content: Uint8Array, sizes?: bigint[]): CID {
    if (content.length <= mebi) return this.put(content);
    const file = new UnixFS({ type: "file" });
    const links = [];
    for (let at = 0; at < content.length; at += mebi) {
      const leaf = content.slice(at, at + mebi);
      file.addBlockSize(sizes?.[links.length] ?? BigInt(leaf.length));
      links.push(createLink("", leaf.length, this.put(leaf) as never));
    }
    return this.put(encode(createNode(file.marshal(), links)), 0x70);
  }

  get = (cid: string | CID, most: number) =>
    fetchFile(
      gatewayOf("http://gateway.test/ipfs/", (async (url: string) => {
          if (this.down) throw new TypeError("Failed to fetch");
          const { pathname, search } = new URL(url);
          expect(search).toBe("?format=raw");
          const name = pathname.slice("/ipfs/".length);
          this.asked.push(name);
          const block = this.blocks.get(name);
          return new Response(block === undefined ? null : Uint8Array.from(block), { status: block === undefined ? 404 : 200 });
      }) as typeof fetch),
      cid.toString(),
      most,
      "dataset",
    );

  async refusal(cid: string | CID, most = 10 * mebi): Promise<TroubleFacts> {
    try {
      await this.get(cid, most);
    } catch (error) {
      if (error instanceof Trouble) return error.facts;
      throw error;
    }
    throw new Error("it was accepted");
  }
}

const content = (n: number) => Uint8Array.from({ length: n }, (_, i) => (i * 31) ^ (i >> 8));

describe("content by its CID", () => {
  it("comes back whole, from one block or many", async () => {
    for (const size of [0, 1, 1320, mebi, mebi + 1, 3 * mebi + 5]) {
      const gateway = new Gateway();
      const cid = gateway.publish(content(size));
      for (const name of [cid, toHex(cid.bytes)]) expect(Buffer.compare(await gateway.get(name, size), content(size))).toBe(0);
    }
  });

  it("is what agents' storage calls it", () => {
    const run = JSON.parse(readFileSync(new URL("../../../../testdata/vectors/gpt-tiny.json", import.meta.url)).toString()) as { payload: Hex; spec: { dataset: { cid: string } } };
    expect(new Gateway().publish(hexToBytes(run.payload)).toString()).toBe(run.spec.dataset.cid);
  });

  it("is refused and named where one bit of a block is another", async () => {
    const gateway = new Gateway();
    const cid = gateway.publish(content(3 * mebi + 5));
    for (const [name, block] of [...gateway.blocks]) {
      gateway.blocks.set(name, block.map((byte, i) => (i === 3 ? byte ^ 1 : byte)));
      expect(await gateway.refusal(cid)).toEqual({ kind: "wrong", thing: "dataset", why: name });
      gateway.blocks.set(name, block);
    }
  });

  it("is refused before its leaves are fetched if it is too large, or of another shape", async () => {
    const gateway = new Gateway();
    const large = gateway.publish(content(3 * mebi));
    expect(await gateway.refusal(large, 3 * mebi - 1)).toEqual({ kind: "large", thing: "dataset", why: String(3 * mebi) });
    const odd = gateway.publish(content(2 * mebi), [BigInt(mebi - 1), BigInt(mebi + 1)]);
    expect((await gateway.refusal(odd)).kind).toBe("wrong");
    expect(gateway.asked).toEqual([large.toString(), odd.toString()]);
  });

  it("is read no further than a block may reach", async () => {
    const gateway = new Gateway();
    const cid = gateway.publish(content(10));
    gateway.blocks.set(cid.toString(), content(mebi + 1));
    expect((await gateway.refusal(cid)).kind).toBe("wrong");
  });

  it("is missing, or the gateway silent, in other words", async () => {
    const gateway = new Gateway();
    const cid = gateway.publish(content(10));
    gateway.down = true;
    expect(await gateway.refusal(cid)).toEqual({ kind: "silent", thing: "dataset", why: "Failed to fetch" });
    gateway.down = false;
    gateway.blocks.clear();
    expect(await gateway.refusal(cid)).toEqual({ kind: "missing", thing: "dataset", why: cid.toString() });
    expect((await gateway.refusal("QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG")).kind).toBe("wrong");
    expect((await gateway.refusal("0x00")).kind).toBe("wrong");
  });
});
