// The newest block that the index knows, and when it changes: by server-sent events where there are any, by asking otherwise.
import { plain } from "../facts/plain";
import { graphql, ask } from "./graphql";
import type { Config } from "./config";
import { trouble } from "../texts/en/trouble";

/** A block of the index. Units: seconds of block time. */
export interface Block {
  number: number;
  timestamp: number;
}

export interface Live {
  /** Null until the index has answered. */
  block: Block | null;
  /** When `block` came, by this computer's clock. Units: milliseconds. */
  seen: number;
  /** Why the index can't be reached now; null: it can. */
  trouble: string | null;
  /** The index itself says that it met something it can't explain. */
  alarmed: boolean;
}

const newest = graphql(`
  query Newest {
    _meta { block { number timestamp } hasIndexingErrors }
  }
`);

const pollEvery = 2_000;
const troubledEvery = 5_000;

/** Follows the index until `signal` ends. Whoever listens is told of every change. */
export class Follower {
  private state: Live = { block: null, seen: 0, trouble: null, alarmed: false };
  private readonly listeners = new Set<() => void>();
  private kick: (() => void) | null = null;

  constructor(private readonly config: Config) {}

  readonly current = (): Live => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  async follow(signal: AbortSignal): Promise<void> {
    const events = this.config.events === null ? null : new EventSource(this.config.events);
    const nudge = () => this.kick?.();
    events?.addEventListener("block", nudge);
    events?.addEventListener("reorg", nudge);
    // A coordinator that goes away or comes back is noticed when its stream is.
    events?.addEventListener("error", nudge);
    events?.addEventListener("open", nudge);
    signal.addEventListener("abort", () => {
      events?.close();
      nudge();
    });
    while (!signal.aborted) {
      await this.look(signal);
      const live = events?.readyState === EventSource.OPEN && this.state.trouble === null;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, live ? 5 * pollEvery : this.state.trouble === null ? pollEvery : troubledEvery);
        this.kick = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.kick = null;
    }
  }

  private async look(signal: AbortSignal): Promise<void> {
    try {
      const { _meta } = await ask(this.config.graphql, newest, {}, signal);
      if (!_meta || !Number.isSafeInteger(_meta.block?.number)) throw new Error(trouble.index.block);
      const block = { number: _meta.block.number, timestamp: Number(_meta.block.timestamp ?? 0) || 0 };
      const same = this.state.block?.number === block.number && this.state.block.timestamp === block.timestamp;
      if (same && this.state.trouble === null && this.state.alarmed === _meta.hasIndexingErrors) return;
      this.set({ block, seen: same ? this.state.seen : Date.now(), trouble: null, alarmed: _meta.hasIndexingErrors });
    } catch (error) {
      if (signal.aborted) return;
      this.set({ ...this.state, trouble: plain(error instanceof Error ? error.message : String(error)) });
    }
  }

  private set(state: Live): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
