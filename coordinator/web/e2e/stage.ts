// What browser tests play with: the stage (a chain and a coordinator in a process of their own), a browser, and a wallet that a person holds.
import { spawn, type ChildProcess } from "node:child_process";
import { createDecipheriv, scryptSync } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface, type Interface } from "node:readline";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import type { Host } from "./host";
import { createPublicClient, createWalletClient, hexToBytes, http, isHex, toHex, type Address, type Hex } from "viem";
import { privateKeyToAccount, type PrivateKeyAccount } from "viem/accounts";

const root = new URL("../../../", import.meta.url).pathname;

export class Stage {
  private readonly answers: { resolve: (line: string) => void; reject: (why: Error) => void }[] = [];
  /** What it said that was no answer: why it ended, if it did. */
  private readonly words: string[] = [];

  private constructor(
    private readonly process: ChildProcess,
    private readonly lines: Interface,
    readonly url: string,
    readonly rpc: string,
    readonly person: PrivateKeyAccount,
    /** Folder of the keys. */
    private readonly keys: string,
  ) {
    this.lines.on("line", (line) => {
      if (line.startsWith("stage: ")) this.answers.shift()?.resolve(line.slice("stage: ".length));
      else this.words.push(line);
    });
    this.lines.on("close", () => {
      for (const { reject } of this.answers) reject(new Error(`the stage ended: ${this.words.join("\n")}`));
    });
  }

  /** Builds nothing: `make test-web` has built the stage and the pages. */
  static async start(host: Host): Promise<Stage> {
    const keys = mkdtempSync(join(tmpdir(), "stage-"));
    const child = spawn(join(root, ".tools/stage"), ["-test.run", "TestStage", "-test.timeout", "30m", "-pages", join(root, "coordinator/web/dist/pages"), "-keys", keys, "-origin", host.origin], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    const lines = createInterface({ input: child.stdout });
    const first = await new Promise<string>((resolve, reject) => {
      const words: string[] = [];
      lines.once("close", () => reject(new Error(`the stage ended: ${words.join("\n")}`)));
      lines.on("line", function listen(line) {
        words.push(line);
        if (!line.startsWith("stage: ")) return;
        lines.off("line", listen);
        resolve(line.slice("stage: ".length));
      });
    });
    const said = JSON.parse(first) as { url: string; rpc: string; person: Address };
    const account = keyOf(keys, "person");
    if (account.address.toLowerCase() !== said.person.toLowerCase()) throw new Error("the person's key isn't the person's");
    return new Stage(child, lines, said.url, said.rpc, account, keys);
  }

  /** Says a line to the stage and waits for its answer. */
  async say<T = Record<string, never>>(line: string): Promise<T> {
    const answer = new Promise<string>((resolve, reject) => this.answers.push({ resolve, reject }));
    this.process.stdin?.write(`${line}\n`);
    const said = JSON.parse(await answer) as T & { error?: string };
    if (said.error !== undefined) throw new Error(said.error);
    return said;
  }

  /** The account that commits windows. */
  worker(): PrivateKeyAccount {
    return keyOf(this.keys, "worker");
  }

  async end(): Promise<void> {
    if (this.process.exitCode !== null) return;
    const exited = new Promise((resolve) => this.process.once("exit", resolve));
    this.process.stdin?.write("end\n");
    await exited;
  }
}

/** How long anything is waited for: only a test that fails takes so long. Units: milliseconds. */
export const patience = 90_000;

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

/** What all tests share: a stage and a browser take seconds to start. */
export interface Play {
  stage: Stage;
  browser: Browser;
  host: Host;
}

export interface WalletOptions {
  /** The same text, another signature each time. */
  wobbly?: boolean;
  /** The chain that the wallet speaks to at first. */
  chainId?: number;
  /** How it calls itself. */
  name?: string;
  /** What it says instead of sending. */
  refusal?: string;
}

/** A page with a wallet that announces itself by EIP-6963 and agrees to everything. The key stays in this process. */
export async function openPage(context: BrowserContext, stage: Stage, options: WalletOptions = {}): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const node = createPublicClient({ transport: http(stage.rpc) });
  const wallet = createWalletClient({ account: stage.person, transport: http(stage.rpc) });
  let chainId = options.chainId ?? 1337;
  let nonsense = 0;
  await page.exposeFunction("stageWallet", async (method: string, params: readonly unknown[]): Promise<unknown> => {
    switch (method) {
      case "eth_requestAccounts":
      case "eth_accounts":
        return [stage.person.address];
      case "eth_chainId":
        return toHex(chainId);
      case "wallet_switchEthereumChain":
        chainId = Number((params[0] as { chainId: Hex }).chainId);
        return null;
      case "personal_sign": {
        const raw = params[0] as Hex;
        if (options.wobbly === true) return `0x${(nonsense++).toString(16).padStart(130, "7")}`;
        return stage.person.signMessage({ message: isHex(raw) ? { raw } : raw });
      }
      case "eth_signTypedData_v4":
        return stage.person.signTypedData(JSON.parse(params[1] as string) as Parameters<typeof stage.person.signTypedData>[0]);
      case "eth_sendTransaction": {
        if (options.refusal !== undefined) throw new Error(options.refusal);
        const { to, data, value, gas } = params[0] as { to: Address; data: Hex; value: Hex; gas: Hex };
        return wallet.sendTransaction({ chain: null, to, data, value: BigInt(value), gas: BigInt(gas) });
      }
      default:
        return node.request({ method, params } as Parameters<typeof node.request>[0]);
    }
  });
  await page.addInitScript((name) => {
    const listeners = new Map<string, Set<(value: unknown) => void>>();
    const call = (window as unknown as { stageWallet: (m: string, p: readonly unknown[]) => Promise<unknown> }).stageWallet;
    const provider = {
      request: async ({ method, params }: { method: string; params?: readonly unknown[] }) => {
        const answer = await call(method, params ?? []);
        if (method === "wallet_switchEthereumChain") {
          const chain = await call("eth_chainId", []);
          for (const listener of listeners.get("chainChanged") ?? []) listener(chain);
        }
        return answer;
      },
      on: (event: string, listener: (value: unknown) => void) => {
        const those = listeners.get(event) ?? new Set();
        listeners.set(event, those.add(listener));
      },
      removeListener: (event: string, listener: (value: unknown) => void) => listeners.get(event)?.delete(listener),
    };
    const info = { uuid: "7a0c9a52-0000-4000-8000-000000000001", name, icon: "data:,", rdns: "test.stage" };
    const announce = () => window.dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail: Object.freeze({ info, provider }) }));
    window.addEventListener("eip6963:requestProvider", announce);
    announce();
  }, options.name ?? "Stage wallet");
  return page;
}

/** Keeps what every open page shows, for whoever has to find out why a test failed: in .tools/pictures. */
export async function picture(browser: Browser, name: string): Promise<void> {
  const open = browser.contexts().flatMap((context) => context.pages());
  for (const [i, page] of open.entries()) await page.screenshot({ path: join(root, `.tools/pictures/${name}-${i}.png`), fullPage: true });
}

/** Leaves no page behind: what one test left open would ask the index throughout the next. */
export async function closeAll(browser: Browser): Promise<void> {
  await Promise.all(browser.contexts().map((context) => context.close()));
}

// Units: bytes.
const largestPicture = 150_000;

/** A picture for docs/ui: the whole page, or as much of its top as fits the bound. */
export async function pictures(page: Page, name: string): Promise<void> {
  await page.evaluate(() => scrollTo(0, 0));
  const { width, height: whole } = await page.evaluate(() => ({ width: innerWidth, height: document.documentElement.scrollHeight }));
  for (let height = whole; ; ) {
    const shot = await page.screenshot({ fullPage: true, clip: { x: 0, y: 0, width, height } });
    if (shot.length <= largestPicture) {
      writeFileSync(join(root, `docs/ui/${name}.png`), shot);
      return;
    }
    height = Math.floor((height * largestPicture * 0.95) / shot.length);
  }
}

/** A picture of one panel, for docs/ui. */
export async function part(page: Page, panel: string, name: string): Promise<void> {
  await page.getByRole("region", { name: panel }).screenshot({ path: join(root, `docs/ui/${name}.png`) });
}

function keyOf(keys: string, name: string): PrivateKeyAccount {
  return privateKeyToAccount(decrypt(readFileSync(join(keys, `${name}.json`), "utf8"), name));
}

/** Opens a keystore file, version 3, as devnets write them. */
function decrypt(text: string, password: string): Hex {
  const { crypto } = JSON.parse(text) as {
    crypto: { ciphertext: string; cipherparams: { iv: string }; kdfparams: { dklen: number; n: number; r: number; p: number; salt: string } };
  };
  const { dklen, n, r, p, salt } = crypto.kdfparams;
  const key = scryptSync(password, hexToBytes(`0x${salt}`), dklen, { N: n, r, p, maxmem: 512 << 20 });
  const cipher = createDecipheriv("aes-128-ctr", key.subarray(0, 16), hexToBytes(`0x${crypto.cipherparams.iv}`));
  return toHex(Buffer.concat([cipher.update(hexToBytes(`0x${crypto.ciphertext}`)), cipher.final()]));
}
