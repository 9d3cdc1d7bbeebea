import { readFileSync } from "node:fs";
import { hashTypedData, keccak256, recoverTypedDataAddress, toHex, type Address, type Hex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { describe, expect, it } from "vitest";
import { signedBallotData } from "./ballots";
import { actOfSigned, parseSigned, signBallot } from "./carried";
import type { Wallet } from "./wallet";

const word = (last: number): Hex => `0x${last.toString(16).padStart(64, "0")}`;
const court: Address = `0x${"ab".repeat(20)}`;
const slot = { commitment: word(1), round: 2, seed: word(3) };
const account = privateKeyToAccount(word(7));
const wallet = {
  address: account.address,
  provider: { request: async ({ params }: { params: [Address, string] }) => account.signTypedData(JSON.parse(params[1]) as never) },
} as unknown as Wallet;

describe("signed ballots", () => {
  it("are signed over what the contract hashes", () => {
    const { types } = signedBallotData(1337, court, slot, account.address, word(4));
    const type = `SignedBallot(${types.SignedBallot.map((f) => `${f.type} ${f.name}`).join(",")})`;
    expect(readFileSync(new URL("../../../../solidity/src/Court.sol", import.meta.url), "utf8")).toContain(`keccak256("${type}")`);
    expect(keccak256(toHex(type))).toHaveLength(66);
  });
  it("go through a file, and the juror can be told from the signature", async () => {
    const signed = await signBallot(wallet, 1337, court, slot, account.address, word(4));
    const read = parseSigned(JSON.stringify(signed), 1337, court);
    expect(read).toEqual(signed);
    const data = signedBallotData(1337, court, slot, account.address, word(4));
    expect(await recoverTypedDataAddress({ ...data, signature: read.signature } as never)).toBe(account.address);
    expect(hashTypedData(data as never)).not.toBe(hashTypedData(signedBallotData(1337, court, { ...slot, round: 1 }, account.address, word(4)) as never));
    expect(actOfSigned(read)).toMatchObject({ to: court, call: "commitBallotFor", args: [word(1), account.address, word(4), signed.signature] });
  });
  it("are refused where they aren't for here, and say why", async () => {
    const signed = await signBallot(wallet, 1337, court, slot, account.address, word(4));
    const broken = (change: object) => () => parseSigned(JSON.stringify({ ...signed, ...change }), 1337, court);
    expect(broken({ chainId: 1 })).toThrow("another chain or court");
    expect(broken({ court: account.address })).toThrow("another chain or court");
    expect(broken({ juror: "0x12" })).toThrow("no juror");
    expect(broken({ ballot: "0x12" })).toThrow("no signed ballot");
    expect(broken({ signature: 5 })).toThrow("no signed ballot");
    for (const text of ["null", "[]", "7", '"x"']) expect(() => parseSigned(text, 1337, court)).toThrow("no signed ballot");
    expect(() => parseSigned("{", 1337, court)).toThrow("isn't JSON");
    expect(() => parseSigned(" ".repeat(20_000), 1337, court)).toThrow("longer");
  });
});
