// Gives orders to the worker of a replay, which is started with the first and ended by whoever no longer wants it.
import type { Jobs, Order, Report, Stage } from "./jobs";
import { Trouble } from "./trouble";

export class Desk {
  private worker: Worker | null = null;
  private number = 0;
  private readonly waiting = new Map<number, { told: (report: Report) => void; lost: (why: Error) => void }>();

  constructor(private readonly gateway: string) {}

  /** Errors: Trouble. A desk that is cleared meanwhile never answers: nobody waits for it any more. */
  order<K extends keyof Jobs>(job: K, asked: Jobs[K]["asked"], progress: (stage: Stage) => void = () => {}): Promise<Jobs[K]["answer"]> {
    const worker = this.hired();
    const number = ++this.number;
    return new Promise((resolve, reject) => {
      this.waiting.set(number, {
        told: (report) => {
          if ("stage" in report) return progress(report.stage);
          this.waiting.delete(number);
          if ("trouble" in report) reject(new Trouble(report.trouble));
          else resolve(report.answer as Jobs[K]["answer"]);
        },
        lost: reject,
      });
      worker.postMessage({ number, gateway: this.gateway, job, asked } satisfies Order<K>);
    });
  }

  /** Ends whatever is being done, and forgets what was replayed. */
  clear(): void {
    this.worker?.terminate();
    this.worker = null;
    this.waiting.clear();
  }

  private hired(): Worker {
    if (this.worker !== null) return this.worker;
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<Report>) => this.waiting.get(data.number)?.told(data);
    worker.onerror = (event) => {
      const why = new Trouble({ kind: "silent", thing: "room", why: event.message || "" });
      for (const { lost } of this.waiting.values()) lost(why);
      this.clear();
    };
    this.worker = worker;
    return worker;
  }
}
