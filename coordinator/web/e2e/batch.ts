// Two disputes are voted on together: chosen, looked at once, sent one after another; and shown in the same way. The wallet is the page's own.
import { expect } from "vitest";
import { button } from "./clicks";
import type { Play } from "./stage";

export async function batch({ stage, browser }: Play): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${stage.url}/#/ballots`);
  await button(page, "Local wallet").click();
  await page.getByLabel("Account of the devnet").fill("4");
  await button(page, "Use this account").click();
  await page.getByText("local development wallet").waitFor();
  const lies = [await stage.say<{ commitment: string; root: string }>("lie"), await stage.say<{ commitment: string; root: string }>("lie")];
  for (const { commitment, root } of lies) {
    const row = page.getByRole("listitem").filter({ has: page.locator(`a[href="#/disputes/${commitment}"]`) });
    await row.getByRole("combobox").selectOption(root);
  }
  const together = async () => {
    for (const name of ["Look at 2 transactions", "Send 2 transactions"]) {
      await expect.poll(() => button(page, name).isEnabled().catch(() => false)).toBe(true);
      await button(page, name).click();
    }
    await page.getByText("2 of 2 went through.").waitFor();
    await button(page, "Back").click();
  };
  await together();
  await page.getByText("Show your ballot now").nth(1).waitFor();
  await together();
  await page.getByText("Nothing waits for you.").waitFor();
  await page.reload();
  await button(page, "Local wallet").waitFor();
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage })), "no key outlives the page").not.toMatch(/[0-9a-f]{64}/i);
  await context.close();
}
