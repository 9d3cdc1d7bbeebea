import { describe, expect, it } from "vitest";
import type { Hex } from "viem";
import { saltOf, saltText } from "./ballots";

const word = (last: number): Hex => `0x${last.toString(16).padStart(64, "0")}`;

describe("salts", () => {
  it("are those of the specification (the value that fraudproof/validator's test holds too)", async () => {
    const signature: Hex = `0x${"07".repeat(65)}`;
    expect(await saltOf(signature, { commitment: word(1), round: 2, seed: word(3) })).toBe("0x4e12179392bf99d3d900e839257400207ca8207f4732a707be86f04854d896a0");
  });
  it("come from a text that names chain, court and juror, with checksums", () => {
    const text = saltText(1337, `0x${"ab".repeat(20)}`, `0x${"cd".repeat(20)}`);
    expect(text).toContain("chain: 1337\ncourt: 0xABaBaBaBABabABabAbAbABAbABabababaBaBABaB\njuror: 0xCdCDCdCdcdcdcdCdcDcDCdcDcDCdCdcdCdcDCDcD\nversion: 1");
  });
});
