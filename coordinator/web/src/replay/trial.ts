// What tests of the replay share: a gateway that they may tamper with, the room, and the published run of the tiny GPT.
import { readFileSync } from "node:fs";
import { createLink, createNode, encode } from "@ipld/dag-pb";
import { UnixFS } from "ipfs-unixfs";
import { CID } from "multiformats/cid";
import * as digests from "multiformats/hashes/digest";
import { hexToBytes, sha256, type Hex } from "viem";
import { Room, unpack } from "./room";

const here = (path: string) => readFileSync(new URL(path, import.meta.url));
export const vectors = <T>(name: string) => JSON.parse(here(`../../../../testdata/vectors/${name}.json`).toString()) as T;

export function startRoom(): Promise<Room> {
  const file = here("./built/replay.wasm.gz");
  return unpack(file.buffer.slice(file.byteOffset, file.byteOffset + file.length) as ArrayBuffer).then((wasm) => Room.start(wasm));
}

/** As RFC 8785 writes what a RunSpec holds. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = value as Record<string, unknown>;
  return `{${Object.keys(fields).sort().map((key) => `${JSON.stringify(key)}:${canonical(fields[key])}`).join(",")}}`;
}

export function tinyRun() {
  const run = vectors<{ spec: { dataset: { root: Hex; cid: string } }; payload: Hex }>("gpt-tiny");
  const golden = vectors<{ program: Hex; steps: { root: Hex; loss?: Hex }[] }>("gpt-tiny-roots");
  const spec = new TextEncoder().encode(canonical(run.spec));
  return {
    spec,
    payload: hexToBytes(run.payload),
    dataset: run.spec.dataset.cid,
    facts: { specHash: sha256(spec), programRoot: golden.program, datasetRoot: run.spec.dataset.root },
    root: (step: number) => golden.steps[step]?.root ?? "0x",
    loss: (step: number) => Number(golden.steps[step]?.loss),
  };
}

export const mebi = 1 << 20;
const cidOf = (bytes: Uint8Array, code: number) => CID.createV1(code, digests.create(0x12, sha256(bytes, "bytes")));

/** Content as agents publish it, in a gateway that a test may tamper with. */
export class Gateway {
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

  readonly fetch = (async (url: string) => {
    if (this.down) throw new TypeError("Failed to fetch");
    const { pathname } = new URL(url);
    const name = pathname.slice("/ipfs/".length);
    this.asked.push(name);
    const block = this.blocks.get(name);
    return new Response(block === undefined ? null : Uint8Array.from(block), { status: block === undefined ? 404 : 200 });
  }) as typeof fetch;
}
