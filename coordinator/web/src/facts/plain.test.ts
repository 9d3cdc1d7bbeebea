import { describe, expect, it } from "vitest";
import { hasControls, plain, withoutControls } from "./plain";

describe("plain", () => {
  it("leaves words as they are", () => expect(plain("a root, an Ω and a 根")).toBe("a root, an Ω and a 根"));
  it("takes what steers a line", () => expect(plain("a\u0000b\u202ec\u2067d\ne")).toBe("a\ufffdb\ufffdc\ufffdd\ufffde"));
  it("ends", () => expect(plain("x".repeat(5_000_000))).toHaveLength(301));
});

describe("hasControls", () => {
  it.each(["\u0000", "\u001f", "\u007f", "\u009f", "\u061c", "\u200f", "\u202e", "\u2066", "\u2069", "\n"])("finds %j, escaped as JSON has it", (c) => {
    const json = JSON.stringify({ a: c });
    expect(hasControls(json)).toBe(true);
    expect(hasControls(`{"a":"\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}"}`)).toBe(true);
    expect(withoutControls(c)).toBe("\ufffd");
  });
  it("finds none in what an index says", () => expect(hasControls('{"data":{"id":"0x00","at":"1","name":"Ω — 根"}}')).toBe(false));
});
