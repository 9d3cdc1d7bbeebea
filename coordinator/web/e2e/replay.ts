// A validator replays a disputed window, and the leaf of its match, in the browser.
import type { Page, Route } from "playwright-core";
import { expect } from "vitest";
import { button } from "./clicks";
import { accessible } from "./looks";
import { part } from "./stage";

export interface Lie {
  /** The right root, which the challenge names; the one that was committed. */
  root: string;
  claimed: string;
  challenge: number;
  place: { step: number; operator: number; tile: number; word: number; chunk: number; block: number };
}

const shots = process.env.SHOTS !== undefined;

const panel = (page: Page) => page.getByRole("region", { name: "Replay here", exact: true });
const short = (root: string) => `${root.slice(0, 8)}…${root.slice(-6)}`;

/** Lets a gateway that lies or is silent be refused first, then replays for real. */
export async function replayWindow(page: Page, { root, claimed, challenge }: Lie): Promise<void> {
  const here = panel(page);
  expect(await here.locator("pre").textContent()).toMatch(/^commonweight verify --run \d+ --step \d+-\d+$/);

  // The dataset is the one block that isn't JSON: one of its bits is another.
  let spoilt = "";
  const spoil = async (route: Route) => {
    const answer = await route.fetch();
    const body = Buffer.from(await answer.body());
    if (body[0] !== "{".charCodeAt(0)) {
      body[0] = (body[0] ?? 0) ^ 1;
      spoilt = new URL(route.request().url()).pathname.slice("/ipfs/".length);
    }
    await route.fulfill({ response: answer, body });
  };
  await page.context().route("**/ipfs/**", spoil);
  await button(page, "Replay the window").click();
  await here.getByText("The dataset was refused: the bytes aren't what their hash says").waitFor();
  expect(await here.getByRole("alert").textContent()).toContain(spoilt);
  await page.context().unroute("**/ipfs/**", spoil);

  await page.context().route("**/ipfs/**", () => {});
  await button(page, "Replay the window").click();
  await button(page, "Cancel").click();
  await here.getByText("Cancelled. Nothing was found out.").waitFor();
  await page.context().unroute("**/ipfs/**");

  await page.context().route("**/ipfs/**", (route) => route.abort());
  await page.context().route("**/evidence.car", (route) => route.abort());
  await button(page, "Replay the window").click();
  await here.getByText("The RunSpec couldn't be fetched: the gateway doesn't answer").waitFor();
  await page.context().unroute("**/evidence.car");

  const verdict = here.getByText(`The arithmetic ends in challenge ${challenge}'s root: the committer's window is wrong.`);
  await button(page, "Replay the window").click();
  await verdict.waitFor();
  await here.getByText("It was computed from the coordinator's evidence file").waitFor();
  await here.getByText("Where the committer's state differs can't be said.").waitFor();
  await page.context().unroute("**/ipfs/**");

  await button(page, "Replay it again").click();
  await here.getByText("It was computed from the coordinator's evidence file").waitFor({ state: "detached" });
  await verdict.waitFor();
  await here.getByText("Run and roots are those that the chain tells").waitFor();
  expect(await here.getByRole("definition").allTextContents()).toEqual([short(root), `${short(claimed)} another`, `${short(root)} equal`, expect.anything(), expect.anything()]);
  await here.getByText(/^The first number that differs in the state after the window is in .+, row \d+, column \d+\.$/).waitFor();
  await here.getByText(/The weights are \S+ apart \(L2 distance\)\.$/).waitFor();
  if (shots) await part(page, "Replay here", "replay");
}

/** After the match: from the bytes that the contract was sent. */
export async function replayLeaf(page: Page, { challenge, place }: Lie): Promise<void> {
  await button(page, `Recompute the leaf of challenge ${challenge}`).click();
  const leaf = panel(page).getByRole("region", { name: `The leaf of challenge ${challenge}` });
  await leaf.getByText("The challenger is right about it.").waitFor();
  await leaf.getByText("A sum, term after term (matmul)").waitFor();
  await leaf.getByText("are those that were sent to the contract").waitFor();
  const rows = await leaf.getByRole("row").allTextContents();
  expect(rows).toHaveLength(1 + 1 + 16);
  expect(await leaf.getByRole("row").nth(2).getByRole("cell").first().textContent()).toBe(String(16 * place.block));
  await accessible(page, "a leaf, written out");
  if (shots) await part(page, `The leaf of challenge ${challenge}`, "replay-leaf");
  const [value, committer, challenger, contract] = await leaf.getByRole("definition").allTextContents();
  expect(challenger).toBe(`${value} equal`);
  expect(contract).toBe(value);
  expect(committer).toMatch(/ another$/);
  const [sum] = /^\S+/.exec(value ?? "") ?? [];
  expect(rows.at(-1)?.endsWith(sum ?? "?"), "the sum is what it comes to").toBe(true);
}
