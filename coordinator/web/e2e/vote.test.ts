// A person votes by clicks: connects, stakes, reads, casts, shows on another device, and is paid.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from "vitest";
import { openBrowser, openPage, picture, Stage } from "./stage";

let stage: Stage;
let browser: Browser;

beforeAll(async () => {
  [stage, browser] = await Promise.all([Stage.start(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await stage?.end();
});

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

async function connect(page: Page) {
  await button(page, "Connect a wallet").click();
  await button(page, "Disconnect").waitFor();
}

/** Presses a button that sends an act, and waits until it says how that went, or has gone because it was done. */
async function act(page: Page, name: string) {
  const pressed = button(page, name);
  const note = page.locator(`[id="${await pressed.getAttribute("aria-describedby")}"]`);
  await pressed.click();
  await expect.poll(async () => ((await note.count()) === 0 ? "Done." : await note.textContent()), { timeout: 60_000 }).toMatch(/^Done\.|^It failed/);
  if ((await note.count()) > 0) expect(await note.textContent()).toMatch(/^Done\./);
}

describe("a validator who never read our docs", () => {
  it("stakes, votes, shows the ballot from another device and is paid", async () => {
    onTestFailed(() => picture(browser, "vote"));
    const first = await browser.newContext();
    const page = await openPage(first, stage);
    await page.goto(`${stage.url}/#/stake`);
    await connect(page);
    await page.getByLabel("Amount (coin)").fill("10");
    await expect.poll(() => button(page, "Deposit").isEnabled()).toBe(true);
    await page.getByLabel("Amount (coin)").fill("1000000000");
    expect(await button(page, "Deposit").isDisabled(), "what was found for ten coins says nothing about more than there are").toBe(true);
    await page.getByLabel("Amount (coin)").fill("10");
    await act(page, "Deposit");
    await expect.poll(async () => page.getByRole("definition").first().textContent()).toBe("10");

    const { commitment, root, challenge } = await stage.say<{ commitment: string; root: string; challenge: number }>("lie");
    await page.goto(`${stage.url}/#/disputes`);
    await page.getByRole("link", { name: commitment.slice(0, 10) }).click();
    await page.getByRole("heading", { name: "Is window 0 of run 1 right?" }).waitFor();
    await page.getByText("Your ballot is due.").waitFor();
    await page.getByRole("radio", { name: new RegExp(`challenge ${challenge}'s root.*${root.slice(0, 10)}`) }).check();
    await act(page, "Cast the ballot");
    await page.getByText("Show your ballot now").waitFor({ timeout: 60_000 });
    await first.close();

    const second = await browser.newContext();
    const other = await openPage(second, stage);
    await other.goto(`${stage.url}/#/disputes/${commitment}`);
    await connect(other);
    await button(other, "Find my ballot").click();
    await act(other, "Show the ballot");
    await other.getByText("3 for others").waitFor({ timeout: 60_000 });
    await other.getByText("The head went back").waitFor();

    await stage.say("pass 61");
    await stage.say("truth");
    await stage.say("finalise");
    await act(other, "Settle the seat");
    await other.goto(`${stage.url}/#/stake`);
    await other.getByRole("cell", { name: "right" }).waitFor();
    await act(other, "Withdraw");
    await other.getByText("Nothing is owed to you.").waitFor();
    await second.close();
  });
});
