// The pages in a real browser, on one stage. Later tests find what earlier ones have left on the chain.
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from "vitest";
import { arithmetic } from "./arithmetic";
import { batch } from "./batch";
import { hostile } from "./hostile";
import { looks } from "./looks";
import { manyDisputes } from "./many";
import { firstLoad } from "./size";
import { closeAll, openBrowser, picture, Stage, type Play } from "./stage";
import { vote } from "./vote";
import { downAndUp, goneDispute, silentNode, wobbly, wrongChain } from "./weather";

const shots = process.env.SHOTS !== undefined;

let play: Play;
let first: string;
let settled: string;

beforeAll(async () => {
  const [stage, browser] = await Promise.all([Stage.start(), openBrowser()]);
  play = { stage, browser };
});
afterAll(async () => {
  await play?.browser.close();
  await play?.stage.end();
});

/** A test that keeps pictures when it fails, and leaves no page open for the next. */
function test(name: string, run: () => Promise<void>) {
  it(name, async () => {
    onTestFailed(async () => {
      await picture(play.browser, name.replaceAll(/\W+/g, "-"));
      await closeAll(play.browser);
    });
    await run();
  });
}

describe("a validator who never read our docs", () => {
  test("stakes, votes, shows the ballot from another device and is paid", async () => {
    first = await vote(play);
  });
  test("votes in two disputes together, with the page's own wallet", () => batch(play));
  test("follows a dispute that no jury decides into arithmetic, down to the sixteen products, and is paid", async () => {
    settled = await arithmetic(play);
  });
});

describe("every page", () => {
  test("breaks no rule of accessibility in either theme, and fits a phone", () => looks(play, settled, shots));
});

describe("the pages", () => {
  test("take no more than 250 kB to show the first of them", async () => {
    const bytes = await firstLoad(play);
    console.info(`first load, gzipped: ${bytes} bytes`);
    expect(bytes).toBeLessThanOrEqual(250_000);
  });
  test("show text that others choose as text", () => hostile(play));
  test("list ten thousand disputes", async () => {
    const longest = await manyDisputes(play);
    console.info(`longest frame of each scroll, ms: ${longest.map(Math.round).join(" ")}`);
  });
});

describe("while a page is open", () => {
  test("a wallet on another chain is led to the right one", () => wrongChain(play));
  test("a coordinator goes away and comes back", () => downAndUp(play, first));
  test("the chain's node goes away and comes back", () => silentNode(play, first));
  test("the blocks of the very dispute are left", () => goneDispute(play));
  test("a ballot is cast by keyboard with a random secret, its block is left, and a backup shows it elsewhere", () => wobbly(play, shots));
});
