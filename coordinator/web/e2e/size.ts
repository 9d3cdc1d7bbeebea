// What the first page loads.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Play } from "./stage";

/** Everything that a browser asks for to show the list of runs, gzipped. Units: bytes. */
export async function firstLoad({ stage, browser }: Play): Promise<number> {
  const page = await browser.newPage();
  const asked = new Set<string>();
  page.on("request", (request) => asked.add(new URL(request.url()).pathname));
  await page.goto(`${stage.url}/#/runs`);
  await page.getByRole("link", { name: "Run 1" }).waitFor();
  await page.close();
  const pages = new URL("../dist/pages/", import.meta.url);
  const files = [...asked].map((path) => (path === "/" ? "index.html" : path.slice(1))).filter((path) => /^(index\.html|icon\.svg|assets\/.*)$/.test(path));
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, pages))).length, 0);
}
