// Several acts, one after another: a wallet signs one at a time, and what fails is no reason to leave the rest.
import { reason } from "./wallet";

export type Progress = { kind: "waiting" } | { kind: "signing" } | { kind: "mining" } | { kind: "done" } | { kind: "failed"; why: string };

/** Does all of them in order and tells how each goes. It never throws. `act` calls `sent` once it only has to be mined. */
export async function doAll<T>(acts: readonly T[], act: (what: T, sent: () => void) => Promise<void>, tell: (index: number, progress: Progress) => void): Promise<void> {
  for (const [index, what] of acts.entries()) {
    tell(index, { kind: "signing" });
    try {
      await act(what, () => tell(index, { kind: "mining" }));
      tell(index, { kind: "done" });
    } catch (error) {
      tell(index, { kind: "failed", why: reason(error) });
    }
  }
}
