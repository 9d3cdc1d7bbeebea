// What goes wrong while a page is open: another chain, a coordinator that goes away, blocks that are left, a wallet that never signs alike.
import { readFileSync } from "node:fs";
import { createPublicClient, createWalletClient, http } from "viem";
import { expect } from "vitest";
import { act, button, connect, outcome, tabTo } from "./clicks";
import { openPage, part, type Play, type Stage } from "./stage";

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
  const before = await page.getByRole("banner").getByText(/^block \d+$/).textContent();
  await stage.say("up");
  await page.getByText("The index can't be reached").waitFor({ state: "detached" });
  await expect.poll(() => page.getByRole("banner").getByText(/^block \d+$/).textContent()).not.toBe(before);
  await context.close();
}

/** The chain's node is out of reach, for the index as for the wallet; what was indexed stays readable, and all goes on when it is back. */
export async function silentNode({ stage, browser }: Play, commitment: string): Promise<void> {
  const context = await browser.newContext();
  const page = await openPage(context, stage);
  await page.goto(`${stage.url}/#/stake`);
  await connect(page);
  const amount = page.getByLabel("Amount (coin)");
  await amount.fill("1");
  await expect.poll(() => button(page, "Deposit").isEnabled()).toBe(true);
  await stage.say("shut");
  await amount.fill("2");
  await page.getByText("It can't be tried now:").first().waitFor();
  expect(await button(page, "Deposit").isDisabled()).toBe(true);
  await page.goto(`${stage.url}/#/disputes/${commitment}`);
  await page.getByRole("heading", { name: /^Is window \d+ of run \d+ right\?/ }).waitFor();
  expect(await page.getByText("The index can't be reached").count()).toBe(0);
  // Hours go by on the reader's clock, and no block comes. The last one may have been noticed after the first of them.
  const hourLater = async () => {
    await page.evaluate(() => {
      const now = Date.now;
      Date.now = () => now() + 3_600_000;
    });
    return page.getByText(/^No block has come for \d+ minutes/).count();
  };
  await expect.poll(hourLater, { interval: 2000 }).toBeGreaterThan(0);
  await page.goto(`${stage.url}/#/stake`);
  await amount.fill("3");
  await stage.say("lift");
  await page.getByText("No block has come").waitFor({ state: "detached" });
  await expect.poll(() => button(page, "Deposit").isEnabled()).toBe(true);
  await context.close();
}

/** The chain leaves the blocks that hold a dispute, while it is being read; on the new branch it never happens. */
export async function goneDispute({ stage, browser }: Play): Promise<void> {
  const context = await browser.newContext();
  const page = await openPage(context, stage);
  const list = await openPage(context, stage);
  await list.goto(`${stage.url}/#/disputes`);
  await list.getByRole("status").filter({ hasText: /dispute/ }).waitFor();
  await stage.say("mark");
  const { commitment } = await stage.say<{ commitment: string }>("lie");
  await list.getByRole("link", { name: commitment.slice(0, 10) }).waitFor();
  await page.goto(`${stage.url}/#/disputes/${commitment}`);
  await page.getByRole("heading", { name: /^Is window \d+ of run 1 right\?/ }).waitFor();
  await stage.say("leave");
  await replaceNext(stage);
  await stage.say("grow");
  await page.getByText("This dispute was here").waitFor();
  await list.getByRole("link", { name: commitment.slice(0, 10) }).waitFor({ state: "detached" });
  await page.goto(`${stage.url}/?again#/disputes/${commitment}`);
  await page.getByText("There is no such dispute here.").waitFor();
  await context.close();
}

/** Takes the place of whatever the worker sends next, which can't be mined then. */
async function replaceNext(stage: Stage): Promise<void> {
  const account = stage.worker();
  const node = createPublicClient({ transport: http(stage.rpc) });
  const nonce = await node.getTransactionCount({ address: account.address, blockTag: "latest" });
  const wallet = createWalletClient({ account, transport: http(stage.rpc) });
  await wallet.sendTransaction({ chain: null, to: account.address, nonce, gas: 21_000n, maxFeePerGas: 10n ** 12n, maxPriorityFeePerGas: 10n ** 11n });
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
  if (shots) for (const [panel, name] of [["Your ballot", "vote-cast"], ["In short", "short"], ["Who would get what", "payouts"], ["Arithmetic", "opening"]] as const) await part(page, panel, name);
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
  await page.getByText("Show your ballot now").waitFor();
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
  await other.getByText("3 for others").waitFor();
  await second.close();
}
