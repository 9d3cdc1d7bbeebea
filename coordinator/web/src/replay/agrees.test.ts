import { describe, expect, it } from "vitest";
import type { Config } from "../source/config";
import { chainAgrees, type Told } from "./agrees";
import type { Given } from "./questions";

const word = (n: number) => `0x${n.toString(16).padStart(64, "0")}` as const;
const facts = { specHash: word(1), programRoot: word(2), datasetRoot: word(3), genesisRoot: word(4) };
const claim = { run: 2n, window: 5n, steps: 4, preRoot: word(5), postRoot: word(6) };
const challenge = { commitment: word(9), root: word(7) };
const config = { deployment: {} } as Config;
const given: Given = { run: { cid: "0x", specHash: word(1), programRoot: word(2), datasetRoot: word(3) }, genesisRoot: word(4), hash: "sha256" };
const told: Told = { id: word(9), run: { id: "2" }, window: "5", steps: 4, preRoot: word(5), postRoot: word(6), disputes: [{ id: "3", root: word(7) }, { id: "4", root: null }] };
const node = (change: object = {}) =>
  ({ readContract: async ({ functionName }: { functionName: string }) => ({ ...(functionName === "facts" ? facts : functionName === "claimOf" ? claim : challenge), ...change }) }) as never;

describe("what the index told", () => {
  it("is what the chain says, or isn't compared", async () => {
    expect(await chainAgrees(node(), config, told, given)).toBe(true);
    expect(await chainAgrees(null, config, told, given)).toBe(false);
    expect(await chainAgrees({ readContract: () => Promise.reject(new Error("silent")) }, config, told, given)).toBe(false);
  });
  it("is refused where the chain says otherwise, and told in what", async () => {
    for (const field of ["specHash", "programRoot", "datasetRoot", "genesisRoot", "run", "window", "steps", "preRoot", "postRoot", "root", "commitment"]) {
      await expect(chainAgrees(node({ [field]: word(99) }), config, told, given), field).rejects.toThrow("wrong index");
    }
  });
});
