import { recoverMessageAddress, recoverTypedDataAddress } from "viem";
import { privateKeyToAddress } from "viem/accounts";
import { describe, expect, it } from "vitest";
import type { Config } from "../source/config";
import { devnetKey, localWallet, parseKey } from "./local";

const config = (chainId: number, rpc: string | null = "http://127.0.0.1:1") => ({ chainId, rpc }) as Config;

describe("the wallet inside the page", () => {
  it("has the accounts of a devnet", async () => {
    expect(privateKeyToAddress(await devnetKey(0))).toBe("0x199cB52e60f4c0f4b89BE56d98EF56F9A17aF640");
    expect(privateKeyToAddress(await devnetKey(6))).toBe("0x23CDD28c0EB6AB6e501E48a8cBaa2A096aa3828f");
  });
  it("takes what is a key and nothing else", () => {
    expect(parseKey(` ${"ab".repeat(32)}\n`)).toBe(`0x${"ab".repeat(32)}`);
    for (const wrong of ["", "0x", "ab", `0x${"00".repeat(32)}`, `0x${"ff".repeat(32)}`, `0x${"ab".repeat(33)}`, "test test test"]) expect(parseKey(wrong)).toBeNull();
  });
  it("is there on local chains only", () => {
    for (const chain of [1, 10, 8453, 13370, 0]) expect(() => localWallet(config(chain), `0x${"ab".repeat(32)}`, "w")).toThrow("local chains only");
    expect(() => localWallet(config(1337, null), `0x${"ab".repeat(32)}`, "w")).toThrow("no node");
  });
  it("signs as its account", async () => {
    const key = await devnetKey(3);
    const address = privateKeyToAddress(key);
    const { provider } = localWallet(config(31337), key, "w");
    expect(await provider.request({ method: "eth_requestAccounts" })).toEqual([address]);
    const signature = await provider.request({ method: "personal_sign", params: ["0x6869", address] });
    expect(await recoverMessageAddress({ message: "hi", signature })).toBe(address);
    const typed = { domain: { name: "d" }, types: { T: [{ name: "x", type: "uint32" }] }, primaryType: "T", message: { x: 7 } } as const;
    const signed = await provider.request({ method: "eth_signTypedData_v4", params: [address, JSON.stringify(typed)] });
    expect(await recoverTypedDataAddress({ ...typed, signature: signed })).toBe(address);
  });
});
