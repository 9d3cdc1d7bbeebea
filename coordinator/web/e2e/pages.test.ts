// A person at the pages, in a real browser. Later tests find what earlier ones have left on the chain.
import { describe } from "vitest";
import { arithmetic } from "./arithmetic";
import { batch } from "./batch";
import { looks } from "./looks";
import { opened, shots } from "./opened";
import { vote } from "./vote";

const test = opened();
let settled: string;

describe("a validator who never read our docs", () => {
  test("stakes, votes, shows the ballot from another device and is paid", async (play) => {
    await vote(play);
  });
  test("votes in two disputes together, with the page's own wallet", batch);
  test("follows a dispute that no jury decides into arithmetic, down to the sixteen products, and is paid", async (play) => {
    settled = await arithmetic(play);
  });
});

describe("every page", () => {
  test("breaks no rule of accessibility in either theme, and fits a phone", (play) => looks(play, settled, shots));
});
