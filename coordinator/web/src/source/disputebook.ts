// All disputes as far as they have been read: whole at first, page by page, and then only those about which something happened.
//
// What happened lately is asked for again each time, as far back as a reorganisation may reach, and whatever was touched in that time is read again:
// also what the branch that was left had touched.
import type { DisputeFacts } from "../facts/dispute";
import type { Block } from "./live";

/** What a book asks an index. */
export interface Shelf {
  /** A page of disputes behind an id, in the order of ids; fewer than `page` of them are the last. */
  after(id: `0x${string}`): Promise<readonly DisputeFacts[]>;
  /** At most `page` of these. */
  these(ids: readonly `0x${string}`[]): Promise<readonly DisputeFacts[]>;
  /** At most `events` of what happened since a block time, newest first. */
  since(time: number): Promise<readonly Happened[]>;
}

export interface Happened {
  name: string;
  /** Units: seconds of block time. */
  at: string;
  commitment: { id: `0x${string}` } | null;
}

export const page = 500;
export const events = 1000;
const most = 50_000;

/** How far back a reorganisation may reach. Units: seconds of block time. */
const depth = 900;

/** What changes other commitments than the one it names. */
const sweeping = new Set(["RolledBack", "Rejected", "Cleared"]);

/** Concurrency: one reading at a time. */
export class DisputeBook {
  private found = new Map<`0x${string}`, DisputeFacts>();
  /** When something happened last to what may change by a reorganisation. */
  private touched = new Map<`0x${string}`, number>();
  /** Sweeping events that were heeded. One that is gone, by a reorganisation, has to be heeded as well; one that grew old does no harm. */
  private sweeps = "";
  private read: Block | null = null;

  constructor(private readonly shelf: Shelf) {}

  /** Brings the book to a block. `grown` is told what has been read while the first reading lasts. */
  async turnTo(block: Block, grown: (disputes: readonly DisputeFacts[]) => void): Promise<readonly DisputeFacts[]> {
    const from = Math.min(block.timestamp, this.read?.timestamp ?? block.timestamp) - depth;
    const happened = await this.shelf.since(from);
    const far = this.read === null || block.timestamp < this.read.timestamp - depth;
    const sweeps = happened.filter((h) => sweeping.has(h.name)).map((h) => `${h.name} ${h.at} ${h.commitment?.id}`).join();
    for (const h of happened) if (h.commitment !== null) this.touched.set(h.commitment.id, Math.max(Number(h.at), this.touched.get(h.commitment.id) ?? 0));
    if (far || sweeps !== this.sweeps || happened.length >= events) await this.readAll(far ? grown : () => {});
    else await this.readThese([...this.touched.keys()]);
    this.sweeps = sweeps;
    for (const [id, at] of this.touched) if (at < block.timestamp - depth) this.touched.delete(id);
    this.read = block;
    return [...this.found.values()];
  }

  private async readAll(grown: (disputes: readonly DisputeFacts[]) => void): Promise<void> {
    const found = new Map<`0x${string}`, DisputeFacts>();
    for (let after: `0x${string}` = "0x"; found.size < most; ) {
      const some = await this.shelf.after(after);
      for (const d of some) found.set(d.id, d);
      const last = some.at(-1);
      if (some.length < page || last === undefined) break;
      after = last.id;
      grown([...found.values()]);
    }
    this.found = found;
  }

  private async readThese(ids: readonly `0x${string}`[]): Promise<void> {
    for (let i = 0; i < ids.length; i += page) {
      const some = ids.slice(i, i + page);
      const back = new Map((await this.shelf.these(some)).map((d) => [d.id, d]));
      for (const id of some) {
        const d = back.get(id);
        if (d === undefined) this.found.delete(id);
        else this.found.set(id, d);
      }
    }
  }
}
