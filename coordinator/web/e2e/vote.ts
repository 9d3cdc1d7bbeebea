// A person votes by clicks: connects, stakes, reads, casts, shows on another device, and is paid.
import type { BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import { act, button, connect } from "./clicks";
import { openPage, type Play } from "./stage";

/** A person who never staked puts down ten coins. */
export async function stakes({ stage, browser }: Pick<Play, "stage" | "browser">): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext();
  const page = await openPage(context, stage);
  await page.goto(`${stage.url}/#/stake`);
  await connect(page);
  await page.getByLabel("Amount (coin)").fill("10");
  await expect.poll(() => button(page, "Deposit").isEnabled()).toBe(true);
  await page.getByLabel("Amount (coin)").fill("1000000000");
  expect(await button(page, "Deposit").isDisabled(), "what was found for ten coins says nothing about more than there are").toBe(true);
  await page.getByLabel("Amount (coin)").fill("10");
  await act(page, "Deposit");
  await expect.poll(async () => page.getByRole("definition").first().textContent()).toBe("10 coins");
  return { context, page };
}

/** Returns the commitment that was voted on. */
export async function vote({ stage, browser }: Play): Promise<string> {
  const { context: first, page } = await stakes({ stage, browser });
  const { commitment, root, challenge } = await stage.say<{ commitment: string; root: string; challenge: number }>("lie");
  await page.goto(`${stage.url}/#/disputes`);
  await page.getByRole("link", { name: commitment.slice(0, 10) }).click();
  await page.getByRole("heading", { name: "Is window 0 of run 1 right?" }).waitFor();
  await page.getByText("Your ballot is due.").waitFor();
  const evidence = page.getByRole("link", { name: "Download the evidence (CAR)" });
  expect(await evidence.evaluate((link: HTMLAnchorElement) => link.href)).toBe(`${stage.url}/api/disputes/${challenge}/evidence.car`);
  await page.getByRole("radio", { name: new RegExp(`challenge ${challenge}'s root.*${root.slice(0, 10)}`) }).check();
  await act(page, "Cast the ballot");
  await page.getByText("Show your ballot now").waitFor();
  await first.close();

  const second = await browser.newContext();
  const other = await openPage(second, stage);
  await other.goto(`${stage.url}/#/disputes/${commitment}`);
  await connect(other);
  await button(other, "Find my ballot").click();
  await act(other, "Show the ballot");
  await other.getByText("3 for others").waitFor();
  await other.getByText("The head went back").waitFor();

  await stage.say("pass 61");
  await stage.say("truth");
  await stage.say("finalise 1");
  await act(other, "Settle the seat");
  await other.goto(`${stage.url}/#/stake`);
  await other.getByRole("cell", { name: "right", exact: true }).waitFor();
  await act(other, "Withdraw");
  await other.getByText("Nothing is owed to you.").waitFor();
  await second.close();
  return commitment;
}
