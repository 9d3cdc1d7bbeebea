// The pages on a host that does nothing but serve files, below some folder of it; beside them a config.json. For the case that only a subgraph is to
// be had, the host stands in for one: it takes GraphQL and has nothing else.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { readFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { expect } from "vitest";
import { button, connect } from "./clicks";
import { openPage, type Play } from "./stage";

const pages = new URL("../dist/pages/", import.meta.url).pathname;
const types: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

export class Host {
  private config: object = {};
  private index = "";

  private constructor(
    private readonly server: Server,
    readonly origin: string,
  ) {
    server.on("request", (request: IncomingMessage, response: ServerResponse) => {
      this.answer(request, response).catch(() => response.writeHead(404).end());
    });
  }

  static async start(): Promise<Host> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return new Host(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }

  /** Where the pages are. */
  get url(): string {
    return `${this.origin}/of/a/stranger`;
  }

  /** Serves the pages with this configuration; questions to /subgraph go on to an index. */
  serve(config: object, index: string): void {
    this.config = config;
    this.index = index;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? "", this.origin).pathname;
    if (path === "/subgraph" && request.method === "POST") {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      const answer = await fetch(this.index, { method: "POST", headers: { "content-type": "application/json" }, body: Buffer.concat(parts) });
      response.writeHead(answer.status, { "content-type": "application/json" }).end(await answer.text());
      return;
    }
    const file = path.startsWith("/of/a/stranger/") ? path.slice("/of/a/stranger/".length) : null;
    if (file === null || file.includes("..")) throw new Error("not here");
    const body = file === "config.json" ? JSON.stringify(this.config) : await readFile(join(pages, file === "" ? "index.html" : file));
    response.writeHead(200, { "content-type": types[extname(file === "" ? "index.html" : file)] ?? "application/octet-stream" }).end(body);
  }

  async end(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

interface Settings {
  graphql: string;
  deployment: object;
  chainId: number;
}

/** A coordinator that lets this host's pages read is somewhere else. */
export async function elsewhere({ stage, browser, host }: Play, commitment: string): Promise<void> {
  const { chainId, deployment } = (await (await fetch(`${stage.url}/config.json`)).json()) as Settings;
  const at = (path: string) => `${stage.url}/${path}`;
  host.serve({ graphql: at("graphql"), events: at("events"), api: at("api/"), gateway: at("ipfs/"), rpc: stage.rpc, chainId, deployment }, at("graphql"));
  const context = await browser.newContext({ acceptDownloads: true });
  const page = await openPage(context, stage);
  await page.goto(`${host.url}/#/disputes/${commitment}`);
  const link = page.getByRole("link", { name: "Download the evidence (CAR)" });
  expect(await link.evaluate((a: HTMLAnchorElement) => a.href)).toMatch(`${stage.url}/api/disputes/`);
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(await stage.say<{ answer: string }>(`check ${await download.path()}`)).toMatchObject({ commitment, answer: "disagree" });
  const block = page.getByRole("banner").getByText(/^block \d+$/);
  const before = await block.textContent();
  await expect.poll(() => block.textContent()).not.toBe(before);
  await page.goto(`${host.url}/#/stake`);
  await connect(page);
  await page.getByLabel("Amount (coin)").fill("1");
  await expect.poll(() => button(page, "Deposit").isEnabled()).toBe(true);
  await context.close();
}

/** There is a subgraph and nothing else: everything can be read, and what is missing is named. */
export async function subgraphOnly({ stage, browser, host }: Play, commitment: string): Promise<void> {
  const { chainId, deployment } = (await (await fetch(`${stage.url}/config.json`)).json()) as Settings;
  host.serve({ graphql: `${host.origin}/subgraph`, chainId, deployment }, `${stage.url}/graphql`);
  const context = await browser.newContext();
  const page = await openPage(context, stage);
  const asked = new Set<string>();
  page.on("request", (request) => asked.add(new URL(request.url()).origin));
  await page.goto(`${host.url}/#/runs`);
  await page.getByRole("link", { name: "Run 2" }).click();
  await page.getByText("No coordinator here reads checkpoints").waitFor();
  await page.goto(`${host.url}/#/disputes`);
  await page.getByRole("link", { name: commitment.slice(0, 10) }).click();
  await page.getByRole("heading", { name: /^Is window / }).waitFor();
  await page.getByText("Evidence comes from a coordinator; these pages were told of none.").waitFor();
  expect(await page.getByRole("link", { name: "Download the evidence (CAR)" }).count()).toBe(0);
  const block = page.getByRole("banner").getByText(/^block \d+$/);
  const before = await block.textContent();
  await expect.poll(() => block.textContent()).not.toBe(before);
  expect([...asked], "nobody else is asked for anything").toEqual([host.origin]);
  // The wallet's own node is asked where no other is named.
  await page.goto(`${host.url}/#/stake`);
  await page.getByLabel("Amount (coin)").fill("1");
  await page.getByText("Connect a wallet first.").first().waitFor();
  await connect(page);
  await expect.poll(() => button(page, "Deposit").isEnabled()).toBe(true);
  await context.close();
}

/** A coordinator lets no page read that it wasn't told of. */
export async function strangers({ stage, browser, host }: Play): Promise<void> {
  const { chainId, deployment } = (await (await fetch(`${stage.url}/config.json`)).json()) as Settings;
  const stranger = await Host.start();
  stranger.serve({ graphql: `${stage.url}/graphql`, events: `${stage.url}/events`, chainId, deployment }, "");
  const page = await browser.newPage();
  await page.goto(`${stranger.url}/#/runs`);
  await page.getByText("The index can't be reached").waitFor();
  await page.close();
  await stranger.end();
  expect(stranger.origin).not.toBe(host.origin);
}
