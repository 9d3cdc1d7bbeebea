// The pages where something is wrong: the index, the node, the chain, the wallet, or what others have written.
import { describe } from "vitest";
import type { Cheat } from "./arithmetic";
import { carried } from "./carried";
import { elsewhere, strangers, subgraphOnly } from "./host";
import { hostile, hostileIndex, hostileNode } from "./hostile";
import { opened, shots } from "./opened";
import { stakes } from "./vote";
import { downAndUp, goneDispute, silentNode, wobbly, wrongChain } from "./weather";

const test = opened();
let open: string;

describe("on a host that only serves files", () => {
  test("the pages read a coordinator that lies elsewhere", async (play) => {
    await (await stakes(play)).context.close();
    open = (await play.stage.say<Cheat>("cheat")).commitment;
    await elsewhere(play, open);
  });
  test("the pages read a subgraph, and tell what it doesn't have", (play) => subgraphOnly(play, open));
  test("the pages read no coordinator that wasn't told of them", strangers);
});

describe("the pages", () => {
  test("show text that others choose as text", hostile);
  test("outlive an index that answers anything", (play) => hostileIndex(play, open));
  test("outlive a node that answers anything", hostileNode);
});

describe("while a page is open", () => {
  test("a wallet on another chain is led to the right one", wrongChain);
  test("a coordinator goes away and comes back", (play) => downAndUp(play, open));
  test("the chain's node goes away and comes back", (play) => silentNode(play, open));
  test("the blocks of the very dispute are left", goneDispute);
  test("a ballot is cast by keyboard with a random secret, its block is left, and a backup shows it elsewhere", (play) => wobbly(play, shots));
});

describe("a ballot that is signed", () => {
  test("is sent by another account, and counts for a contract wallet", carried);
});
