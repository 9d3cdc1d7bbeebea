// How much and how long. Bytes are bounded; times are told, and never make a test fail. Nothing runs beside this file.
import { writeFileSync } from "node:fs";
import { describe, expect } from "vitest";
import { manyDisputes } from "./many";
import { opened, shots } from "./opened";
import { firstLoad } from "./size";
import { usable } from "./usable";

const test = opened();
const found: Record<string, number | number[]> = {};

function tell(what: string, values: number[]): void {
  const median = [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
  console.info(`${what}: ${values.map(Math.round).join(" ")}, median ${Math.round(median)}`);
  found[what] = values.map(Math.round);
  if (shots) writeFileSync(new URL("../../../docs/ui/measured.json", import.meta.url), `${JSON.stringify(found, null, 2)}\n`);
}

describe("the pages", () => {
  test("take no more than 250 kB to show the first of them", async (play) => {
    const bytes = await firstLoad(play);
    tell("first load, gzipped, bytes", [bytes]);
    expect(bytes).toBeLessThanOrEqual(250_000);
  });
  test("let a dispute be read soon", async (play) => tell("cold browser to a dispute that can be read, ms", await usable(play)));
  test("list ten thousand disputes", async (play) => tell("longest frame of each scroll through 10,000 disputes, ms", await manyDisputes(play)));
});
