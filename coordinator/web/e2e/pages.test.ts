// The pages in a real browser, on one stage. Later tests find what earlier ones have left on the chain.
import { afterAll, beforeAll, describe, it, onTestFailed } from "vitest";
import { looks } from "./looks";
import { openBrowser, picture, Stage, type Play } from "./stage";
import { vote } from "./vote";

let play: Play;
let first: string;

beforeAll(async () => {
  const [stage, browser] = await Promise.all([Stage.start(), openBrowser()]);
  play = { stage, browser };
});
afterAll(async () => {
  await play?.browser.close();
  await play?.stage.end();
});

/** A test that keeps pictures when it fails. */
function test(name: string, run: () => Promise<void>) {
  it(name, async () => {
    onTestFailed(() => picture(play.browser, name.replaceAll(/\W+/g, "-")));
    await run();
  });
}

describe("a validator who never read our docs", () => {
  test("stakes, votes, shows the ballot from another device and is paid", async () => {
    first = await vote(play);
  });
});

describe("every page", () => {
  test("breaks no rule of accessibility in either theme, and fits a phone", () => looks(play, first, process.env.SHOTS !== undefined));
});
