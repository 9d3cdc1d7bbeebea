// How long a stranger waits: nothing is cached, and the link leads to a dispute.
import type { Play } from "./stage";

/** From the start of navigation until the question, both claims and the first button stand there, in five browsers' first visits. Units: milliseconds. */
export async function usable({ stage, browser }: Play): Promise<number[]> {
  const { commitment, root } = await stage.say<{ commitment: string; root: string }>("lie");
  const took: number[] = [];
  // The first of six warms the machine: files are read from its disk, and the index has answered before.
  for (let visit = 0; visit < 6; visit++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.addInitScript((claim) => {
      const look = () => {
        const main = document.querySelector("main");
        const there = main?.querySelector("h1")?.textContent?.startsWith("Is window") === true && main.innerHTML.includes(claim) && main.querySelector("button") !== null;
        if (there) (window as { readableAt?: number }).readableAt = performance.now();
        else requestAnimationFrame(look);
      };
      look();
    }, root);
    await page.goto(`${stage.url}/#/disputes/${commitment}`);
    const at = await page.waitForFunction(() => (window as { readableAt?: number }).readableAt);
    if (visit > 0) took.push((await at.jsonValue()) ?? Number.NaN);
    await context.close();
  }
  return took;
}
