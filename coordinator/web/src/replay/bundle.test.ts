import { varint } from "multiformats";
import { CID } from "multiformats/cid";
import * as digests from "multiformats/hashes/digest";
import { describe, expect, it } from "vitest";
import { sha256, type Hex } from "viem";
import { openBundle } from "./bundle";
import { fetchFile } from "./file";
import { descend, type Ground } from "./lineage";

const word = (n: number): Hex => `0x${n.toString(16).padStart(64, "0")}`;
const ground: Ground = {
  chainId: 1337, training: "0x00000000000000000000000000000000000000aa", run: "2",
  specHash: word(1), programRoot: word(2), datasetRoot: word(3), genesisRoot: word(4),
};
const link = (window: number) => ({ window, steps: 4, postRoot: word(10 + window), cid: "0155", committer: "0x00000000000000000000000000000000000000bb" as Hex, fence: 7 });
const cidOf = (block: Uint8Array) => CID.createV1(0x55, digests.create(0x12, sha256(block, "bytes")));

function carOf(contents: Uint8Array[]): Uint8Array {
  const section = (...parts: Uint8Array[]) => {
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    return Buffer.concat([varint.encodeTo(length, new Uint8Array(varint.encodingLength(length))), ...parts]);
  };
  const text = (s: string) => new TextEncoder().encode(s);
  const root = cidOf(contents[0] ?? new Uint8Array()).bytes;
  const header = [Uint8Array.of(0xa2, 0x65), text("roots"), Uint8Array.of(0x81, 0xd8, 0x2a, 0x58, 37, 0), root, Uint8Array.of(0x67), text("version"), Uint8Array.of(1)];
  return Buffer.concat([section(...header), ...contents.map((block) => section(cidOf(block).bytes, block))]);
}

const part = new TextEncoder().encode("a RunSpec");
const claim = (change: object = {}) =>
  new TextEncoder().encode(
    JSON.stringify({ format: "commonweight evidence 1", lineage: [link(0), link(1)], runSpec: cidOf(part).toString(), state: "", batches: cidOf(part).toString(), ...change }),
  );
const links = [link(0), link(1)].map((l) => ({ ...l, cid: `0x${l.cid}` as Hex }));
const { commitment } = descend(ground, links);

describe("an evidence bundle", () => {
  it("gives its parts and what its lineage says of the window", async () => {
    const bundle = await openBundle(carOf([claim(), part]), ground, commitment);
    expect(bundle).toMatchObject({ preRoot: word(10), postRoot: word(11), steps: 4, window: 1, state: "" });
    expect(await fetchFile(bundle.blocks, bundle.runSpec, 100, "spec")).toEqual(part);
  });

  it("is refused where its lineage isn't the commitment's", async () => {
    const refused = (change: object, on = ground) => expect(openBundle(carOf([claim(change), part]), on, commitment)).rejects.toThrow("wrong bundle");
    await refused({ lineage: [link(0)] });
    await refused({ lineage: [] });
    await refused({ lineage: [link(1), link(0)] });
    await refused({ lineage: [link(0), { ...link(1), postRoot: word(12) }] });
    await refused({ lineage: [link(0), { ...link(1), fence: 8 }] });
    await refused({ lineage: "none" });
    await refused({ format: "another" });
    await refused({}, { ...ground, genesisRoot: word(5) });
    await refused({}, { ...ground, chainId: 1 });
  });

  it("is refused where any byte of it is another", async () => {
    const car = carOf([claim(), part]);
    const end = car.length - part.length;
    for (let i = 0; i < end; i++) {
      const spoilt = car.map((byte, at) => (at === i ? byte ^ 1 : byte));
      const whole = async () => fetchFile((await openBundle(spoilt, ground, commitment)).blocks, cidOf(part).toString(), 100, "spec");
      await expect(whole(), `byte ${i}`).rejects.toThrow(/wrong|missing/);
    }
    await expect(openBundle(car.subarray(0, 30), ground, commitment)).rejects.toThrow("wrong bundle");
    await expect(openBundle(new Uint8Array(), ground, commitment)).rejects.toThrow("wrong bundle");
  });
});
