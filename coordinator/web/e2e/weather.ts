// What goes wrong while a page is open: another chain, a coordinator that goes away, blocks that are left, a wallet that never signs alike.
import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { act, button, connect, outcome, tabTo } from "./clicks";
import { openPage, part, type Play } from "./stage";

export async function wrongChain({ stage, browser }: Play): Promise<void> {
  const context = await browser.newContext();
  const page = await openPage(context, stage, { chainId: 1 });
  await page.goto(`${stage.url}/#/stake`);
  await connect(page);
  await page.getByText("Your wallet speaks to chain 1; these contracts live on chain 1337.").waitFor();
  expect(await button(page, "Deposit").isDisabled()).toBe(true);
  await button(page, "Switch chain").click();
  await page.getByText("Your wallet speaks to chain 1;").waitFor({ state: "detached" });
  await page.getByLabel("Amount (coin)").fill("1");
  await expect.poll(() => button(page, "Deposit").isEnabled()).toBe(true);
  await context.close();
}

export async function downAndUp({ stage, browser }: Play, commitment: string): Promise<void> {
  const context = await browser.newContext();
  const page = await openPage(context, stage);
  await page.goto(`${stage.url}/#/disputes/${commitment}`);
  const heading = page.getByRole("heading", { level: 1 });
  await heading.waitFor();
  await stage.say("down");
  await page.getByText("The index can't be reached").waitFor();
  expect(await heading.isVisible(), "what was shown stays").toBe(true);
  const before = await page.getByText(/^block \d+$/).textContent();
  await stage.say("up");
  await page.getByText("The index can't be reached").waitFor({ state: "detached" });
  await expect.poll(() => page.getByText(/^block \d+$/).textContent()).not.toBe(before);
  await context.close();
}

/** By keyboard alone; the salt is random, so a backup is saved on one device and loaded on another. A branch is left in between. */
export async function wobbly({ stage, browser }: Play, shots: boolean): Promise<void> {
  const { commitment, root, challenge } = await stage.say<{ commitment: string; root: string; challenge: number }>("lie");
  const first = await browser.newContext({ acceptDownloads: true });
  const page = await openPage(first, stage, { wobbly: true });
  await page.goto(`${stage.url}/#/disputes/${commitment}`);
  await tabTo(page, button(page, "Connect a wallet"));
  await page.keyboard.press("Enter");
  await page.getByText("Your ballot is due.").waitFor();
  if (shots) await part(page, "Your ballot", "vote-cast");
  await tabTo(page, page.getByRole("radio", { name: "the committer's root" }));
  await page.keyboard.press("ArrowDown");
  expect(await page.getByRole("radio", { name: new RegExp(`challenge ${challenge}'s root.*${root.slice(0, 10)}`) }).isChecked()).toBe(true);
  const cast = button(page, "Cast the ballot");
  await expect.poll(() => cast.isEnabled()).toBe(true);
  await tabTo(page, cast);
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  const backup = readFileSync(await download.path(), "utf8");
  await page.getByText("Save the backup before you cast").waitFor();
  await stage.say("mark");
  await expect.poll(() => cast.isEnabled()).toBe(true);
  const done = await outcome(page, "Cast the ballot");
  await tabTo(page, cast);
  await page.keyboard.press("Enter");
  await done();
  await page.getByText("Your ballot is due.").waitFor({ state: "detached" });

  // The block that held the ballot is left. What it held may come back on the new branch; the page follows either way.
  await stage.say("fork");
  const due = page.getByText("Your ballot is due.");
  const later = page.getByText(/Show your ballot now|You have done your part/);
  await due.or(later).first().waitFor();
  const cases = `{ commitment(id: "${commitment}") { courtCase { jurors { validator { id } ballot { hash } } } } }`;
  interface Answer {
    data: { commitment: { courtCase: { jurors: { validator: { id: string }; ballot: { hash: string } | null }[] } } };
  }
  const isCast = async () => {
    const { data } = (await (await fetch(`${stage.url}/graphql`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ query: cases }) })).json()) as Answer;
    return data.commitment.courtCase.jurors.some((j) => j.validator.id === stage.person.address.toLowerCase() && j.ballot !== null);
  };
  await expect.poll(async () => (await isCast()) !== (await due.isVisible())).toBe(true);
  if (!(await isCast())) {
    await page.getByRole("radio", { name: new RegExp(`challenge ${challenge}'s root`) }).check();
    await act(page, "Cast the ballot");
  }
  await page.getByText("Show your ballot now").waitFor({ timeout: 60_000 });
  if (shots) await part(page, "Your ballot", "vote-show");
  await first.close();

  const second = await browser.newContext();
  const other = await openPage(second, stage, { wobbly: true });
  await other.goto(`${stage.url}/#/disputes/${commitment}`);
  await connect(other);
  await button(other, "Find my ballot").click();
  await other.getByText("This wallet's secret doesn't open the ballot").waitFor();
  await other.getByText("It was cast with a backup").click();
  await other.getByLabel("Load a backup").setInputFiles({ name: "ballot.json", mimeType: "application/json", buffer: Buffer.from("<b>no</b>") });
  await other.getByText("This is no backup for here: it isn't JSON.").waitFor();
  await other.getByLabel("Load a backup").setInputFiles({ name: "ballot.json", mimeType: "application/json", buffer: Buffer.from(backup) });
  await other.getByText("This is no backup").waitFor({ state: "detached" });
  await button(other, "Find my ballot").click();
  await act(other, "Show the ballot");
  await other.getByText("3 for others").waitFor({ timeout: 60_000 });
  await second.close();
}
