// Every page in both themes and on a phone: no violations of accessibility rules, nothing wider than the screen.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { connect } from "./clicks";
import { openPage, pictures, type Play } from "./stage";

const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };

/** `shots`: keeps a picture of each. */
export async function looks({ stage, browser }: Play, commitment: string, shots: boolean): Promise<void> {
  const places = { runs: "runs", run: "runs/2", disputes: "disputes", dispute: `disputes/${commitment}`, ballots: "ballots", stake: "stake", economics: "economics" };
  const context = await browser.newContext({ viewport: desk });
  const page = await openPage(context, stage);
  await page.goto(stage.url);
  await connect(page);
  for (const [name, path] of Object.entries(places)) {
    await page.goto(`${stage.url}/#/${path}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.getByText("Loading…").waitFor({ state: "detached" });
    for (const theme of ["light", "dark"]) {
      await page.setViewportSize(desk);
      await page.getByLabel("Colours").selectOption(theme);
      await settled(page);
      await accessible(page, `${name}, ${theme}`);
      if (shots) await pictures(page, `${name}-${theme}`);
    }
    await page.getByLabel("Colours").selectOption("light");
    await page.setViewportSize(phone);
    await settled(page);
    expect(await overflow(page), `${name} on a phone`).toBe(0);
    if (shots) await pictures(page, `${name}-phone`);
  }
  await context.close();
}

/** What a page shows now breaks no rule of accessibility. */
export async function accessible(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((v) => `${what}: ${v.id}: ${v.nodes.map((n) => n.html).join(" ")}`)).toEqual([]);
}

/** How much wider than the screen a page is. Units: pixels. */
export async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

async function settled(page: Page): Promise<void> {
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
}
