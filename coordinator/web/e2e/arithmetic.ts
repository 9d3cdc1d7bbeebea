// A dispute over a run that trains, from the first look to the last coin: a jury of which one is bought and one silent can't decide, a person who
// is no party takes it to arithmetic, and the contract computes the sixteen products that decide.
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { act, button, connect } from "./clicks";
import { accessible } from "./looks";
import { replayLeaf, replayWindow } from "./replay";
import { openPage, type Play, type Stage } from "./stage";

export interface Cheat {
  run: string;
  commitment: string;
  /** The right one, which the challenge names. */
  root: string;
  claimed: string;
  challenge: number;
  place: { step: number; operator: number; tile: number; word: number; chunk: number; block: number };
}

/** What the page calls the level that a phase of the contract plays at. */
const levels: Record<string, string> = {
  start: "Step",
  steps: "Step",
  trace: "Operator",
  bind: "Operands",
  bound: "Tile",
  tiles: "Tile",
  element: "Element",
  folds: "Chunk",
  blocks: "Block",
  leaf: "Sixteen products",
};

/** Returns the commitment, which was rejected. */
export async function arithmetic(play: Play): Promise<string> {
  const { stage, browser } = play;
  const context = await browser.newContext({ acceptDownloads: true });
  const page = await openPage(context, stage);
  const cheat = await stage.say<Cheat>("cheat");
  await page.goto(`${stage.url}/#/disputes/${cheat.commitment}`);
  await connect(page);
  await unhurried(stage, async () => {
    await evidence(page, play, cheat);
    await replayWindow(page, cheat);
  });
  await vote(page, stage, cheat, 1);
  await vote(page, stage, cheat, 2);
  await page.getByText("no majority").first().waitFor();
  await act(page, "Take it to arithmetic");
  await match(page, play, cheat);
  await replayLeaf(page, cheat);
  await collect(page, play, cheat);
  await context.close();
  return cheat.commitment;
}

/** Takes no block time. */
async function unhurried(stage: Stage, read: () => Promise<void>): Promise<void> {
  await stage.say("hold");
  await read();
  await stage.say("go");
}

/** The file that the link gives is all that a replay needs. */
async function evidence(page: Page, { stage }: Play, cheat: Cheat): Promise<void> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Download the evidence (CAR)" }).click()]);
  const path = await download.path();
  expect(readFileSync(path).length).toBeGreaterThan(1000);
  const checked = await stage.say<{ commitment: string; answer: string; root: string; claimed: string }>(`check ${path}`);
  expect(checked).toEqual({ commitment: cheat.commitment, answer: "disagree", root: cheat.root, claimed: cheat.claimed });
}

async function vote(page: Page, stage: Stage, cheat: Cheat, round: number): Promise<void> {
  await page.getByRole("region", { name: "Your ballot" }).getByRole("heading", { name: `Jury ${round} ` }).waitFor();
  await page.getByText("Your ballot is due.").waitFor();
  if (round === 1) await unhurried(stage, () => accessible(page, "a ballot that is due"));
  await page.getByRole("radio", { name: new RegExp(`challenge ${cheat.challenge}'s root`) }).check();
  await act(page, "Cast the ballot");
  await button(page, "Find my ballot").click();
  await act(page, "Show the ballot");
}

/** Both sides' agents play; the page follows every move, level by level. */
async function match(page: Page, { stage }: Play, { commitment, place }: Cheat): Promise<void> {
  const tree = page.locator("ol.levels");
  await tree.waitFor();
  const played = new Set<string>();
  for (let moves = 0; ; moves++) {
    expect(moves, "a match ends").toBeLessThan(60);
    const { phase, over } = await stage.say<{ phase: string; over: boolean }>(`move ${commitment}`);
    if (over) break;
    const level = levels[phase];
    expect(level, phase).toBeDefined();
    await expect.poll(() => tree.locator("> li.now strong").allTextContents()).toEqual([level]);
    played.add(level ?? "");
    if (phase === "leaf") {
      expect(await page.getByText("256 numbers posted").count(), "the tile").toBe(1);
      await accessible(page, "a match at its leaf");
    }
  }
  expect([...played]).toEqual(["Step", "Operator", "Operands", "Tile", "Element", "Block", "Sixteen products"]);
  await page.getByText("the committer was convicted").first().waitFor();
  expect(await tree.locator("summary").allTextContents()).toEqual([
    `Step: after step ${place.step} of the window the weights differ`,
    `Operator: operator ${place.operator} of the step gives another output`,
    `Operands: operator ${place.operator}'s operands are fixed; both sides agree on them`,
    `Tile: tile ${place.tile} (16 × 16 numbers) of the output differs`,
    `Element: number ${place.word} of the tile differs`,
    "Chunk: nothing to choose from here",
    `Block: the sum differs after block ${place.block} of the chunk (16 products each)`,
    "Sixteen products: the contract computes these itself",
  ]);
}

async function collect(page: Page, { stage }: Play, { challenge, run }: Cheat): Promise<void> {
  await act(page, "Record how the match ended");
  await page.getByText("rejected", { exact: true }).first().waitFor();
  await stage.say("train");
  await stage.say(`finalise ${run}`);
  await act(page, `Settle challenge ${challenge}`);
  await act(page, "Settle the seat");
  await act(page, "Settle the seat");
  await page.goto(`${stage.url}/#/stake`);
  await page.getByRole("row", { name: `of run ${run}` }).getByRole("cell", { name: "right", exact: true }).nth(1).waitFor();
  await act(page, "Withdraw");
  await page.getByText("Nothing is owed to you.").waitFor();
}
