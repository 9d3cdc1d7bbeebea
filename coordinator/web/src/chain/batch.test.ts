import { describe, expect, it } from "vitest";
import { doAll, type Progress } from "./batch";

describe("doAll", () => {
  it("goes on after one has failed, one at a time, in order", async () => {
    const told: [number, Progress["kind"]][] = [];
    let running = 0;
    const act = async (what: string, sent: () => void) => {
      expect(++running).toBe(1);
      await Promise.resolve();
      if (what === "unsigned") {
        running--;
        throw new Error("the person said no");
      }
      sent();
      await Promise.resolve();
      running--;
      if (what === "reverted") throw new Error("it was refused");
    };
    const whys: string[] = [];
    await doAll(["a", "unsigned", "reverted", "b"], act, (index, progress) => {
      told.push([index, progress.kind]);
      if (progress.kind === "failed") whys.push(progress.why);
    });
    expect(told).toEqual([
      [0, "signing"],
      [0, "mining"],
      [0, "done"],
      [1, "signing"],
      [1, "failed"],
      [2, "signing"],
      [2, "mining"],
      [2, "failed"],
      [3, "signing"],
      [3, "mining"],
      [3, "done"],
    ]);
    expect(whys).toEqual(["the person said no", "it was refused"]);
  });
});
