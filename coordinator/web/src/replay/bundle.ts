// An evidence bundle (internal/replica: a CAR file with a claim, the RunSpec, the state and the batches), for whom no gateway serves. Nothing of it is
// believed: blocks are hashed, and the claim's lineage has to hash to the commitment that the dispute is about.
import { varint } from "multiformats";
import { CID } from "multiformats/cid";
import type { Hex } from "viem";
import { download, fetchFile, type Blocks } from "./file";
import { descend, type Ground, type Link } from "./lineage";
import { Trouble } from "./trouble";

const format = "commonweight evidence 1";
const mostClaimBytes = 64 << 20;
const cidBytes = 36;

export interface Bundle {
  blocks: Blocks;
  runSpec: string;
  /** Empty where the RunSpec's seed gives it. */
  state: string;
  batches: string;
  preRoot: Hex;
  postRoot: Hex;
  steps: number;
  window: number;
}

const wrong = (why: string) => new Trouble({ kind: "wrong", thing: "bundle", why });

/** Errors: Trouble. */
export async function fetchBundle(address: string, ground: Ground, commitment: Hex, most: number, progress: (got: number) => void, get: typeof fetch = fetch): Promise<Bundle> {
  const file = await download(address, most, "bundle", "application/vnd.ipld.car", "", get, progress);
  if (file === null) throw new Trouble({ kind: "large", thing: "bundle", why: String(most) });
  return openBundle(file, ground, commitment);
}

export async function openBundle(file: Uint8Array, ground: Ground, commitment: Hex): Promise<Bundle> {
  const { root, blocks } = readCar(file);
  const text = await fetchFile(blocks, root, mostClaimBytes, "bundle");
  try {
    const claim = JSON.parse(new TextDecoder().decode(text)) as {
      format: unknown;
      lineage: (Omit<Link, "cid"> & { cid: string })[];
      runSpec: string;
      state: string;
      batches: string;
    };
    if (claim.format !== format) throw wrong("another format");
    const links = claim.lineage.map((link, i): Link => {
      if (link.window !== i) throw wrong("a hole in its lineage");
      return { ...link, cid: `0x${link.cid}` };
    });
    const last = links.at(-1);
    if (last === undefined) throw wrong("no lineage");
    const found = descend(ground, links);
    if (found.commitment !== commitment) throw wrong(`its lineage hashes to ${found.commitment}`);
    const { runSpec, state, batches } = claim;
    return { blocks, runSpec, state, batches, preRoot: found.preRoot, postRoot: last.postRoot, steps: last.steps, window: Number(last.window) };
  } catch (error) {
    throw error instanceof Trouble ? error : wrong(error instanceof Error ? error.message : String(error));
  }
}

/** A CAR file, version 1, of one root. Blocks are hashed when they are used. */
function readCar(file: Uint8Array): { root: string; blocks: Blocks } {
  const held = new Map<string, Uint8Array>();
  let at = 0;
  const section = (): Uint8Array => {
    const [length, read] = varint.decode(file, at);
    const begin = at + read;
    if (begin + length > file.length) throw wrong("it ends too early");
    at = begin + length;
    return file.subarray(begin, at);
  };
  try {
    const root = rootOf(section());
    while (at < file.length) {
      const block = section();
      held.set(CID.decode(block.subarray(0, cidBytes)).toString(), block.subarray(cidBytes));
    }
    return {
      root,
      blocks: {
        async read(cid, most, thing) {
          const bytes = held.get(cid);
          if (bytes === undefined) throw new Trouble({ kind: "missing", thing, why: cid });
          if (bytes.length > most) throw new Trouble({ kind: "wrong", thing, why: cid });
          return bytes;
        },
      },
    };
  } catch (error) {
    throw error instanceof Trouble ? error : wrong(error instanceof Error ? error.message : String(error));
  }
}

/** The header {roots: [one CID], version: 1} has one form in DAG-CBOR. */
function rootOf(header: Uint8Array): string {
  const before = [0xa2, 0x65, ...new TextEncoder().encode("roots"), 0x81, 0xd8, 0x2a, 0x58, cidBytes + 1, 0x00];
  const after = [0x67, ...new TextEncoder().encode("version"), 0x01];
  const same = (begin: number, want: number[]) => want.every((byte, i) => header[begin + i] === byte);
  if (header.length !== before.length + cidBytes + after.length || !same(0, before) || !same(before.length + cidBytes, after)) throw wrong("no CAR file of one root");
  return CID.decode(header.subarray(before.length, before.length + cidBytes)).toString();
}
