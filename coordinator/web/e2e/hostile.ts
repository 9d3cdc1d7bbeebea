// Text that others choose, shown as text: from a wallet, a node, an index, a configuration.
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { button, connect } from "./clicks";
import { overflow } from "./looks";
import { openPage, type Play } from "./stage";

const nasty = `<img src=x onerror="window.owned=1"><script>window.owned=1</script>\u202Egnp.${"W".repeat(300)}`;

async function harmless(page: Page, words: string): Promise<void> {
  await page.getByText(words).first().waitFor();
  expect(await page.evaluate(() => (window as { owned?: number }).owned)).toBeUndefined();
  expect(await page.locator("#app img, #app script").count()).toBe(0);
  expect(await overflow(page)).toBe(0);
}

export async function hostile({ stage, browser }: Play): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await openPage(context, stage, { name: nasty, refusal: nasty });
  await page.goto(`${stage.url}/#/stake`);
  await connect(page);
  await page.getByLabel("Amount (coin)").fill("1");
  await expect.poll(() => button(page, "Deposit").isEnabled()).toBe(true);
  await button(page, "Deposit").click();
  await harmless(page, "It failed: <img src=x");

  await page.route("**/graphql", (route) => route.fulfill({ json: { errors: [{ message: nasty }] } }));
  await harmless(page, "The index can't be reached: <img");
  await page.goto(`${stage.url}/?again#/disputes/${encodeURIComponent(nasty)}`);
  await harmless(page, "The index can't be reached: <img");
  await page.route("**/config.json", (route) => route.fulfill({ json: { graphql: `javascript:${nasty}` } }));
  await page.goto(`${stage.url}/?configured#/runs`);
  await harmless(page, "config.json: graphql is no http address");
  await context.close();
}
