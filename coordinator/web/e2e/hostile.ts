// Text that others choose, shown as text: from a wallet, a node, an index, a configuration.
import type { Page } from "playwright-core";
import { encodeErrorResult } from "viem";
import { expect } from "vitest";
import { button, connect } from "./clicks";
import { overflow } from "./looks";
import { openPage, type Play } from "./stage";

const nasty = `<img src=x onerror="window.owned=1"><script>window.owned=1</script>\u202Egnp.\u0000\u2067\u05D0${"W".repeat(300)}`;

const refusal = [{ type: "error", name: "Error", inputs: [{ type: "string", name: "reason" }] }] as const;

/** What an index may make of a true answer. */
const lies: Record<string, (value: unknown) => unknown> = {
  "every text": (value) => (typeof value === "string" ? nasty : value),
  "every number": (value) => (typeof value === "string" && /^\d+$/.test(value) ? "1e3" : typeof value === "number" ? 1e300 : value),
  "every type": (value) => (typeof value === "string" ? 7 : typeof value === "number" ? nasty : value === null ? {} : value),
  "every value gone": (value) => (Array.isArray(value) || (typeof value === "object" && value !== null) ? value : null),
};
const places = ["runs", "runs/2", "disputes", "disputes/", "ballots", "stake", "economics"];

async function harmless(page: Page, words: string): Promise<void> {
  await page.getByText(words).first().waitFor();
  await unharmed(page, words);
}

/** Nothing ran, nothing became markup, nothing steers a line or is wider than the screen. */
async function unharmed(page: Page, what: string): Promise<void> {
  expect(await page.evaluate(() => (window as { owned?: number }).owned), what).toBeUndefined();
  expect(await page.locator("#app img, #app script").count(), what).toBe(0);
  expect(await page.getByRole("main").innerText(), what).not.toMatch(/[\u0000\u202A-\u202E\u2066-\u2069]/);
  expect(await overflow(page), what).toBe(0);
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

/** An index whose answers have the right shape and nothing right in it: what a chain may carry in any field, and worse. */
export async function hostileIndex({ stage, browser }: Play, commitment: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await openPage(context, stage);
  const broken: string[] = [];
  page.on("pageerror", (error) => broken.push(error.message));
  await page.goto(`${stage.url}/#/stake`);
  await connect(page);
  let lie: (value: unknown) => unknown = (value) => value;
  let told = 0;
  await page.route("**/graphql", async (route) => {
    const answer = (await (await route.fetch()).json()) as { data?: { _meta?: unknown } };
    // The newest block stays true: it is what makes pages ask for more.
    if (answer.data?._meta === undefined) told++;
    await route.fulfill({ json: answer.data?._meta === undefined ? { data: turned(answer.data, lie) } : answer });
  });
  for (const [name, how] of Object.entries(lies)) {
    lie = how;
    for (const place of places) {
      const before = told;
      await page.goto(`${stage.url}/#/${place === "disputes/" ? place + commitment : place}`);
      await expect.poll(() => told, `${place}: ${name}`).toBeGreaterThan(before);
      await page.evaluate(() => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown))));
      expect(await page.getByRole("navigation").isVisible(), `${place}: ${name}: the frame stays`).toBe(true);
      expect((await page.getByRole("main").innerText()).trim(), `${place}: ${name}: something is said`).not.toBe("");
      await unharmed(page, `${place}: ${name}`);
    }
  }
  lie = (value) => value;
  await page.goto(`${stage.url}/#/disputes/${commitment}`);
  await page.getByRole("heading", { name: /^Is window / }).waitFor();
  expect(broken, "nothing breaks but what is told").toEqual([]);
  for (const [body, words] of [
    ["<!doctype html><script>window.owned=1</script>", "no JSON"],
    ["null", "no object"],
    [`{"data":{"x":"${"W".repeat(33 << 20)}"}}`, "longer than 32 MiB"],
  ] as const) {
    await page.unrouteAll({ behavior: "ignoreErrors" });
    await page.route("**/graphql", (route) => route.fulfill({ body, contentType: "text/html" }));
    await page.getByText(new RegExp(`The index can't be reached:.*${words}`)).waitFor();
    await unharmed(page, words);
  }
  await context.close();
}

function turned(value: unknown, lie: (value: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => turned(item, lie));
  if (typeof value === "object" && value !== null) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, turned(item, lie)]));
  return lie(value);
}

/** A node that answers anything but what it was asked. */
export async function hostileNode({ stage, browser }: Play): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await openPage(context, stage);
  await page.goto(`${stage.url}/#/stake`);
  await connect(page);
  const result = (value: unknown) => ({ result: value });
  const answers: [string, object | string][] = [
    ["a number", result(5)],
    ["an object", result({ [nasty]: nasty })],
    ["markup for a hash", result(nasty)],
    ["nothing", {}],
    ["a page", `<html>${nasty}</html>`],
    ["a quarter of a million characters", result("W".repeat(1 << 18))],
    ["an error in markup", { error: { code: -32000, message: nasty } }],
    ["an error without a message", { error: { code: nasty, message: null } }],
    ["a revert with markup for a reason", { error: { code: 3, message: "execution reverted", data: encodeErrorResult({ abi: refusal, args: [nasty] }) } }],
    ["a revert of nothing known", { error: { code: 3, message: "execution reverted", data: `0x12345678${"ff".repeat(100_000)}` } }],
  ];
  for (const [i, [name, answer]] of answers.entries()) {
    await page.route(`${stage.rpc}/**`, async (route) => {
      if (typeof answer === "string") return route.fulfill({ body: answer, contentType: "text/html" });
      const { id } = route.request().postDataJSON() as { id: number };
      return route.fulfill({ json: { jsonrpc: "2.0", id, ...answer } });
    });
    await page.getByLabel("Amount (coin)").fill(String(i + 1));
    const note = page.locator(`[id="${await button(page, "Deposit").getAttribute("aria-describedby")}"]`);
    // What has the right type can't be told from the truth: who asks a node believes it.
    await expect.poll(() => note.textContent(), name).toMatch(name === "a number" ? /^(gas|It can't|The contract)/ : /^(It can't be tried now|The contract refuses)/);
    expect(((await note.textContent()) ?? "").length, name).toBeLessThan(400);
    await unharmed(page, name);
    await page.unrouteAll({ behavior: "ignoreErrors" });
  }
  await context.close();
}
