// Ballots that one signs and another sends: by a file from hand to hand, and for a contract wallet, which alone says whose signature is its own (EIP-1271).
import { readFileSync } from "node:fs";
import { concatHex, createPublicClient, createWalletClient, encodeFunctionData, http, parseEther, type Address, type Hex } from "viem";
import { expect } from "vitest";
import { validatorsAbi } from "../src/chain/abi";
import { act, button, connect } from "./clicks";
import { openPage, type Play, type Stage } from "./stage";

/**
 * Creates a wallet of one owner. A call whose first 20 bytes are an address is passed on to it, with the coins; isValidSignature says yes where
 * ecrecover of hash and signature gives the owner, and else reverts.
 *
 *     00 5f35 60e0 1c 63 1626ba7e 14 6031 57                 isValidSignature?
 *     0e 6014 36 03 80 6014 5f 37 5f 5f 82 5f 34 5f35 6060 1c 5a f1 3d 5f 5f 3e 602d 57 3d 5f fd
 *     2d 5b 3d 5f f3
 *     31 5b 6004 35 5f 52  60a4 35 5f 1a 6020 52             hash, v
 *        6064 35 6040 52  6084 35 6060 52                    r, s
 *        6020 6080 6080 5f 6001 5a fa 50                     ecrecover
 *     57 6080 51 73 owner 14 6076 57 5f 5f fd
 *     76 5b 63 1626ba7e 60e0 1b 5f 52 6020 5f f3
 */
function walletCode(owner: Address): Hex {
  const code = [
    "5f3560e01c631626ba7e14603157",
    "601436038060145f375f5f825f345f3560601c5af13d5f5f3e602d573d5ffd",
    "5b3d5ff3",
    "5b6004355f5260a4355f1a602052",
    "606435604052608435606052",
    "6020608060805f60015afa50",
    `60805173${owner.slice(2)}146076575f5ffd`,
    "5b631626ba7e60e01b5f5260205ff3",
  ].join("");
  return `0x60${(code.length / 2).toString(16)}8060095f395ff3${code}`;
}

/** Creates the person's contract wallet, and gives it and the person so much stake that both are drawn. */
async function wallet(stage: Stage): Promise<Address> {
  const { deployment } = (await (await fetch(`${stage.url}/config.json`)).json()) as { deployment: { validators: Address } };
  const node = createPublicClient({ transport: http(stage.rpc), pollingInterval: 100 });
  const person = createWalletClient({ account: stage.person, transport: http(stage.rpc) });
  const mined = async (hash: Hex) => {
    const receipt = await node.waitForTransactionReceipt({ hash });
    expect(receipt.status).toBe("success");
    return receipt;
  };
  const { contractAddress } = await mined(await person.sendTransaction({ chain: null, data: walletCode(stage.person.address), gas: 500_000n }));
  if (contractAddress == null) throw new Error("no contract");
  const stake = encodeFunctionData({ abi: validatorsAbi, functionName: "stake" });
  const value = parseEther("3000");
  await mined(await person.sendTransaction({ chain: null, to: deployment.validators, data: stake, value, gas: 1_000_000n }));
  await mined(await person.sendTransaction({ chain: null, to: contractAddress, data: concatHex([deployment.validators, stake]), value, gas: 1_000_000n }));
  return contractAddress;
}

export async function carried({ stage, browser }: Play): Promise<void> {
  const contract = await wallet(stage);
  const { commitment, challenge } = await stage.say<{ commitment: string; challenge: number }>("lie");
  const first = await browser.newContext({ acceptDownloads: true });
  const page = await openPage(first, stage);
  await page.goto(`${stage.url}/#/disputes/${commitment}`);
  await connect(page);
  const due = page.getByText("Your ballot is due.");
  await due.waitFor();
  const choose = () => page.getByRole("radio", { name: new RegExp(`challenge ${challenge}'s root`) }).check();
  await choose();
  await page.getByText("Sign it here, send it from anywhere").click();
  await button(page, "Sign the ballot").click();
  const [file] = await Promise.all([page.waitForEvent("download"), button(page, "Save the signed ballot").click()]);
  const signed = JSON.parse(readFileSync(await file.path(), "utf8")) as { signature: string };

  const second = await browser.newContext();
  const carrier = await second.newPage();
  await carrier.goto(`${stage.url}/#/disputes/${commitment}`);
  await button(carrier, "Local wallet").click();
  await carrier.getByLabel("Account of the devnet").fill("7");
  await button(carrier, "Use this account").click();
  await carrier.getByText("Send somebody else’s signed ballot").click();
  const load = (ballot: object) =>
    carrier.getByLabel("Load the signed ballot").setInputFiles({ name: "ballot.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(ballot)) });
  await load({ ...signed, signature: signed.signature.replace(/^0x../, "0x00") });
  const send = button(carrier, "Send the signed ballot");
  await send.waitFor();
  await expect.poll(async () => carrier.locator(`[id="${await send.getAttribute("aria-describedby")}"]`).textContent()).toContain("The signature isn't the juror's.");
  expect(await send.isDisabled(), "another's signature is no ballot").toBe(true);
  await load(signed);
  await expect.poll(() => send.isEnabled()).toBe(true);
  await act(carrier, "Send the signed ballot");
  await due.waitFor({ state: "detached" });
  await second.close();

  await page.getByText("Vote for a contract wallet").click();
  const seat = page.getByLabel("Whose seat");
  await seat.selectOption(await seat.locator("option").filter({ hasText: new RegExp(contract, "i") }).getAttribute("value"));
  await choose();
  await button(page, "Sign the ballot").click();
  await act(page, "Send the signed ballot");
  await page.getByText("Show your ballot now").first().waitFor();
  for (let seats = 0; seats < 2; seats++) {
    await button(page, "Find my ballot").first().click();
    await act(page, "Show the ballot");
  }
  await page.getByText("3 for others").waitFor();
  await first.close();
}
