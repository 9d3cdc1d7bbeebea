import { beforeEach, describe, expect, it } from "vitest";
import type { DisputeFacts } from "../facts/dispute";
import { DisputeBook, page, type Happened, type Shelf } from "./disputebook";

type Id = `0x${string}`;
const idOf = (n: number): Id => `0x${n.toString(16).padStart(64, "0")}`;
const dispute = (n: number, status = "Pending") => ({ id: idOf(n), status }) as DisputeFacts;

describe("DisputeBook", () => {
  let disputes: Map<Id, DisputeFacts>;
  let log: Happened[];
  let asked: { pages: number; these: Id[] };
  const shelf: Shelf = {
    after: (id) => {
      asked.pages++;
      return Promise.resolve([...disputes.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).filter((d) => d.id > id).slice(0, page));
    },
    these: (ids) => {
      asked.these.push(...ids);
      return Promise.resolve(ids.flatMap((id) => disputes.get(id) ?? []));
    },
    since: (time) => Promise.resolve(log.filter((h) => Number(h.at) >= time)),
  };
  const at = (timestamp: number) => ({ number: timestamp, timestamp });
  const happens = (n: number, time: number, name = "BallotCommitted") => log.push({ name, at: String(time), commitment: { id: idOf(n) } });
  let book: DisputeBook;
  const turn = async (time: number) => {
    asked = { pages: 0, these: [] };
    const found = await book.turnTo(at(time), () => {});
    expect(new Map(found.map((d) => [d.id, d]))).toEqual(disputes);
  };

  beforeEach(async () => {
    disputes = new Map(Array.from({ length: 1234 }, (_, i) => [idOf(i + 1), dispute(i + 1)]));
    log = [];
    book = new DisputeBook(shelf);
    await turn(10_000);
    expect(asked.pages).toBe(3);
  });

  it("tells what it has while it reads for the first time", async () => {
    const grown: number[] = [];
    await new DisputeBook(shelf).turnTo(at(10_000), (some) => grown.push(some.length));
    expect(grown).toEqual([500, 1000]);
  });

  it("reads again only what something happened to", async () => {
    disputes.set(idOf(7), dispute(7, "Rejected"));
    disputes.set(idOf(5000), dispute(5000));
    happens(7, 10_001);
    happens(5000, 10_001);
    await turn(10_001);
    expect(asked).toEqual({ pages: 0, these: [idOf(7), idOf(5000)] });
    await turn(11_500);
    expect(asked.these, "for as long as it may change back").toEqual([idOf(7), idOf(5000)]);
    await turn(11_501);
    expect(asked).toEqual({ pages: 0, these: [] });
  });

  it("forgets with the chain what a branch held that was left", async () => {
    disputes.set(idOf(5000), dispute(5000));
    disputes.set(idOf(7), dispute(7, "Finalised"));
    happens(5000, 10_001);
    happens(7, 10_001);
    await turn(10_001);
    disputes.delete(idOf(5000));
    disputes.set(idOf(7), dispute(7));
    log = [];
    await turn(10_000);
  });

  it("reads all again after what sweeps, after a long way back, and where more happened than is told", async () => {
    happens(7, 10_001, "RolledBack");
    disputes.set(idOf(9), dispute(9, "Voided"));
    await turn(10_001);
    expect(asked.pages).toBe(3);
    await turn(10_002);
    expect(asked.pages, "once").toBe(0);
    log = [];
    disputes.set(idOf(9), dispute(9));
    await turn(10_003);
    expect(asked.pages, "when the sweep is gone").toBe(3);
    disputes.delete(idOf(9));
    await turn(5_000);
    expect(asked.pages).toBe(3);
    for (let i = 0; i < 1000; i++) happens(1, 5_001);
    disputes.delete(idOf(10));
    await turn(5_001);
    expect(asked.pages).toBe(3);
  });
});
