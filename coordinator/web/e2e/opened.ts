// A file of browser tests opens a stage, a browser and a host of its own, so that files can run beside each other.
import { afterAll, beforeAll, it, onTestFailed } from "vitest";
import { Host } from "./host";
import { closeAll, openBrowser, picture, Stage, type Play } from "./stage";

/** Whether pictures for docs/ui are taken. */
export const shots = process.env.SHOTS !== undefined;

export type Test = (name: string, run: (play: Play) => Promise<void>) => void;

/** Opens all that before the first test of a file, and closes it after the last; gives what declares a test on it. */
export function opened(): Test {
  let play: Play | undefined;
  beforeAll(async () => {
    const host = await Host.start();
    const [stage, browser] = await Promise.all([Stage.start(host), openBrowser()]);
    play = { stage, browser, host };
  });
  afterAll(async () => {
    await play?.browser.close();
    await play?.stage.end();
    await play?.host.end();
  });
  return (name, run) =>
    it(name, async () => {
      const on = play;
      if (on === undefined) throw new Error("there is no stage");
      // A test that fails keeps pictures, and leaves no page open for the next.
      onTestFailed(async () => {
        await picture(on.browser, name.replaceAll(/\W+/g, "-"));
        await closeAll(on.browser);
      });
      await run(on);
    });
}
