// What a person does on a page, by the names that the page shows.
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

export const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

export async function connect(page: Page): Promise<void> {
  await button(page, "Connect a wallet").click();
  await button(page, "Disconnect").waitFor();
}

/** Presses a button that sends an act; of several the first. */
export async function act(page: Page, name: string): Promise<void> {
  const done = await outcome(page, name);
  await button(page, name).first().click();
  await done();
}

/** Gives what waits until an act says how it went, or has gone because it was done. */
export async function outcome(page: Page, name: string): Promise<() => Promise<void>> {
  const note = page.locator(`[id="${await button(page, name).first().getAttribute("aria-describedby")}"]`);
  // Read at once: a note that goes between two questions would be waited for in vain.
  const told = async () => (await note.allTextContents())[0] ?? "Done.";
  return async () => {
    await expect.poll(told).toMatch(/^Done\.|^It failed/);
    expect(await told()).toMatch(/^Done\./);
  };
}

/** Goes on by the tabulator until something has the focus. Bounds: 120 stops. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let stops = 0; stops < 120; stops++) {
    await page.keyboard.press("Tab");
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error("the keyboard doesn't get there");
}
