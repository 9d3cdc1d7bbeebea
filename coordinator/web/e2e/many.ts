// Ten thousand disputes, listed and scrolled through. Frames are measured and told; they never make a test fail.
import { expect } from "vitest";
import { openPage, type Play } from "./stage";

const many = 10_000;
const perPage = 500;

/** The list is read once, and not again with each block. Returns the longest frame of each of five scrolls. Units: milliseconds. */
export async function manyDisputes({ stage, browser }: Play): Promise<number[]> {
  const context = await browser.newContext();
  const page = await openPage(context, stage);
  let pages = 0;
  let kept = 0;
  await page.route("**/graphql", async (route) => {
    const { query, variables } = route.request().postDataJSON() as { query: string; variables: { after?: string } };
    if (query.includes("query Happened")) {
      kept++;
      return route.fulfill({ json: { data: { activities: [] } } });
    }
    if (!query.includes("query Disputes")) return route.continue();
    pages++;
    const from = variables.after === "0x" ? 0 : Number(variables.after) + 1;
    const commitments = Array.from({ length: Math.min(perPage, many - from) }, (_, i) => dispute(from + i));
    return route.fulfill({ json: { data: { commitments } } });
  });
  await page.goto(`${stage.url}/#/disputes`);
  await page.getByText("10000 disputes").waitFor();
  const longest: number[] = [];
  for (let scroll = 0; scroll < 5; scroll++) {
    longest.push(
      await page.getByRole("table").evaluate(async (list) => {
        list.scrollTop = 0;
        let worst = 0;
        let last = performance.now();
        for (let frame = 0; frame < 60; frame++) {
          list.scrollTop += list.scrollHeight / 60;
          const now = await new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.now())));
          if (frame > 0) worst = Math.max(worst, now - last);
          last = now;
        }
        return worst;
      }),
    );
  }
  expect(await page.getByRole("row").count(), "only what is seen is laid out").toBeLessThan(100);
  await expect.poll(() => kept, "the list is kept").toBeGreaterThan(3);
  expect(pages, "each page is read once").toBe(many / perPage + 1);
  await context.close();
  return longest;
}

function dispute(n: number) {
  const account = { id: `0x${n.toString(16).padStart(40, "0")}` };
  return {
    id: `0x${n.toString(16).padStart(64, "0")}`,
    window: String(n),
    status: "Pending",
    bond: "1000000000000000000",
    unsettled: n % 2,
    committedAt: String(n),
    run: { id: String(n % 7) },
    committer: account,
    disputes: [{ id: String(n), status: "Opened", bond: String(n), openUntil: "0", outcome: "None", challenger: account, arithmetic: null }],
    courtCase: null,
  };
}
