import type { Address, Hex } from "viem";
import { describe, expect, it } from "vitest";
import { openBallot, parseBackup, prepareBallot } from "./secrets";
import type { Wallet } from "./wallet";

const word = (last: number): Hex => `0x${last.toString(16).padStart(64, "0")}`;
const court: Address = `0x${"ab".repeat(20)}`;
const slot = (last: number) => ({ commitment: word(last), round: 1, seed: word(3) });
let signed = 0;
const walletOf = (address: Address, wobbly: boolean) =>
  ({ address, provider: { request: async () => `0x${(wobbly ? ++signed : 7).toString(16).padStart(128, "1")}1b` } }) as unknown as Wallet;

describe("ballots of a wallet that never signs alike", () => {
  it("are opened by a backup that holds several, and by nothing else", async () => {
    const juror: Address = `0x${"00".repeat(19)}01`;
    const wallet = walletOf(juror, true);
    const [one, two] = await Promise.all([1, 2].map((n) => prepareBallot(wallet, 1337, court, slot(n), juror, word(9))));
    if (one?.backup == null || two?.backup == null) throw new Error("there must be backups");
    const file = JSON.stringify([one.backup, two.backup]);
    for (const [n, { ballot }] of [one, two].entries()) {
      const backup = parseBackup(file, 1337, court, juror, slot(n + 1));
      expect(await openBallot(wallet, 1337, court, slot(n + 1), juror, ballot, [], backup)).toEqual({ root: word(9), salt: backup.salt });
      expect(await openBallot(wallet, 1337, court, slot(n + 1), juror, ballot, [word(9)], null)).toBeNull();
    }
    expect(() => parseBackup(file, 1337, court, juror, slot(3))).toThrow("another case");
    expect(() => parseBackup(file, 1, court, juror, slot(1))).toThrow("another chain");
    expect(() => parseBackup(file, 1337, court, court, slot(1))).toThrow("another juror");
    expect(() => parseBackup("[]", 1337, court, juror, slot(1))).toThrow("another case");
    expect(() => parseBackup("[null]", 1337, court, juror, slot(1))).toThrow("no backup");
  });
});

describe("ballots of a contract wallet", () => {
  it("have secrets of their own, and are opened by the same key", async () => {
    const wallet = walletOf(`0x${"00".repeat(19)}02`, false);
    const contract: Address = `0x${"00".repeat(19)}03`;
    const { ballot, backup } = await prepareBallot(wallet, 1337, court, slot(1), contract, word(9));
    expect(backup).toBeNull();
    expect((await openBallot(wallet, 1337, court, slot(1), contract, ballot, [word(8), word(9)], null))?.root).toBe(word(9));
    expect(await openBallot(wallet, 1337, court, slot(1), wallet.address, ballot, [word(9)], null)).toBeNull();
  });
});
