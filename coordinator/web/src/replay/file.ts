// Content by its CID from a trustless gateway: every block is hashed before a byte of it is used. Accepted is the one layout that agents publish
// (internal/ipfs): UnixFS, raw leaves of 1 MiB, balanced, 174 links, sha2-256. The size fixes the shape, so a node that says anything else is refused.
import { decode as decodeNode } from "@ipld/dag-pb";
import { UnixFS } from "ipfs-unixfs";
import { CID } from "multiformats/cid";
import { hexToBytes, isHex, sha256 } from "viem";
import { Trouble, type Thing } from "./trouble";

const raw = 0x55;
const dagPb = 0x70;
const sha2 = 0x12;
const leafBytes = 1 << 20;
const links = 174;
const nodeBytes = 64 << 10;
const mostBytes = 2 ** 40;

/** Where blocks come from. Whoever reads one hashes it. */
export interface Blocks {
  /** Bounds: `most` bytes. Errors: Trouble. */
  read(cid: string, most: number, thing: Thing): Promise<Uint8Array>;
}

/** A CID as text, or as the bytes that the chain holds in hexadecimal. Bounds: at most `most` bytes, known from the topmost block. Errors: Trouble. */
export async function fetchFile(from: Blocks, text: string, most: number, thing: Thing, progress?: (got: number, of: number) => void): Promise<Uint8Array> {
  const top = parse(text, thing);
  const first = await block(from, top, thing);
  const size = top.code === raw ? first.length : nodeSize(first, top, thing);
  if (size > most) throw new Trouble({ kind: "large", thing, why: String(size) });
  const file = new Uint8Array(size);
  let at = 0;
  const walk = async (cid: CID, bytes: Uint8Array, below: number): Promise<void> => {
    if (capacity(0) >= below && cid.code === raw) {
      if (bytes.length !== below) throw wrong(cid, thing);
      file.set(bytes, at);
      at += below;
      progress?.(at, size);
      return;
    }
    for (const child of children(cid, bytes, below, thing)) await walk(child.cid, await block(from, child.cid, thing), child.size);
  };
  await walk(top, first, size);
  return file;
}

function parse(text: string, thing: Thing): CID {
  let cid: CID;
  try {
    cid = isHex(text) ? CID.decode(hexToBytes(text)) : CID.parse(text);
  } catch {
    throw new Trouble({ kind: "wrong", thing, why: text.slice(0, 80) });
  }
  if (!accepted(cid) || (cid.toString() !== text && !isHex(text))) throw new Trouble({ kind: "wrong", thing, why: text.slice(0, 80) });
  return cid;
}

function accepted(cid: Pick<CID, "version" | "code" | "multihash">): boolean {
  return cid.version === 1 && (cid.code === raw || cid.code === dagPb) && cid.multihash.code === sha2 && cid.multihash.size === 32;
}

const wrong = (cid: CID, thing: Thing) => new Trouble({ kind: "wrong", thing, why: cid.toString() });

/** Bytes below a full node of a level; leaves are level 0. */
const capacity = (level: number): number => leafBytes * links ** level;

function nodeSize(bytes: Uint8Array, cid: CID, thing: Thing): number {
  const size = Number(unixfs(bytes, cid, thing).file.fileSize());
  if (size <= leafBytes || size > mostBytes) throw wrong(cid, thing);
  return size;
}

function unixfs(bytes: Uint8Array, cid: CID, thing: Thing) {
  try {
    const node = decodeNode(bytes);
    const file = UnixFS.unmarshal(node.Data ?? new Uint8Array());
    if (file.type === "file" && (file.data === undefined || file.data.length === 0)) return { node, file };
  } catch {
    // Not even a node.
  }
  throw wrong(cid, thing);
}

function children(cid: CID, bytes: Uint8Array, size: number, thing: Thing): { cid: CID; size: number }[] {
  let level = 1;
  while (capacity(level) < size) level++;
  const { node, file } = unixfs(bytes, cid, thing);
  const below = capacity(level - 1);
  const count = Math.ceil(size / below);
  if (Number(file.fileSize()) !== size || node.Links.length !== count || file.blockSizes.length !== count) throw wrong(cid, thing);
  return node.Links.map((link, i) => {
    const child = CID.decode(link.Hash.bytes);
    const childSize = Math.min(below, size - i * below);
    if (!accepted(child) || (child.code === raw) !== (level === 1) || Number(file.blockSizes[i]) !== childSize) throw wrong(cid, thing);
    return { cid: child, size: childSize };
  });
}

/** One block, verified. */
async function block(from: Blocks, cid: CID, thing: Thing): Promise<Uint8Array> {
  const bytes = await from.read(cid.toString(), cid.code === raw ? leafBytes : nodeBytes, thing);
  const digest = sha256(bytes, "bytes");
  if (digest.some((byte, i) => byte !== cid.multihash.digest[i])) throw wrong(cid, thing);
  return bytes;
}

/** A trustless gateway: an address to which a CID is appended. */
export function gatewayOf(address: string, get: typeof fetch = fetch): Blocks {
  return {
    async read(cid, most, thing) {
      const bytes = await download(`${address}${cid}?format=raw`, most, thing, "application/vnd.ipld.raw", cid, get);
      if (bytes === null) throw new Trouble({ kind: "wrong", thing, why: cid });
      return bytes;
    },
  };
}

/** Reads no more than `most` bytes, whatever is sent; null: there were more. */
export async function download(
  address: string,
  most: number,
  thing: Thing,
  accept: string,
  name: string,
  get: typeof fetch = fetch,
  progress?: (got: number) => void,
): Promise<Uint8Array | null> {
  try {
    const answer = await get(address, { headers: { accept }, credentials: "omit" });
    if (answer.status === 404 || answer.status === 410) throw new Trouble({ kind: "missing", thing, why: name });
    if (!answer.ok) throw new Trouble({ kind: "silent", thing, why: String(answer.status) });
    if (answer.body === null) return new Uint8Array();
    const pieces: Uint8Array[] = [];
    let got = 0;
    for (const reader = answer.body.getReader(); ; ) {
      const { done, value } = await reader.read();
      if (done) break;
      got += value.length;
      if (got > most) {
        await reader.cancel();
        return null;
      }
      pieces.push(value);
      progress?.(got);
    }
    const whole = new Uint8Array(got);
    let at = 0;
    for (const piece of pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    return whole;
  } catch (error) {
    if (error instanceof Trouble) throw error;
    throw new Trouble({ kind: "silent", thing, why: error instanceof Error ? error.message : String(error) });
  }
}
