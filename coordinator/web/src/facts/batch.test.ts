import { describe, expect, it } from "vitest";
import { dueSeats, type SeatInCase } from "./batch";
import { claimsOf } from "./claims";

const round = { round: 1, seed: "0x01", seedBlock: "5", seats: 3, committed: 1, revealed: 0, commitUntil: "100", revealUntil: "150" };
const seat = (id: string, change: object = {}, cast = false): SeatInCase => ({
  id,
  round: { round: 1 },
  settledAt: null,
  ballot: cast ? { hash: "0x02", revealedAt: null, leakedBy: null } : null,
  courtCase: { round: 1, talliedAt: null, appealUntil: null, resolvedAt: null, rounds: [{ ...round, ...change }] },
});

describe("dueSeats", () => {
  it("leaves out what can only be waited for, and puts the nearest end first", () => {
    const seats = [
      seat("late", { commitUntil: "300", revealUntil: "400" }),
      seat("waits", {}, true),
      seat("soon"),
      seat("shows", { seats: 1, revealUntil: "60" }, true),
      { ...seat("settles"), courtCase: { ...seat("x").courtCase, resolvedAt: "40" } },
      { ...seat("done"), settledAt: "1" },
    ];
    expect(dueSeats(seats, 50).map(({ seat: s, duty }) => `${s.id}: ${duty}`)).toEqual(["shows: reveal", "soon: commit", "late: commit", "settles: settle"]);
    expect(dueSeats(seats, 120).map(({ seat: s, duty }) => `${s.id}: ${duty}`)).toEqual(["waits: reveal", "late: commit", "settles: settle"]);
  });
});

describe("claimsOf", () => {
  it("names each root once", () => {
    const root = (n: number) => `0x0${n}` as const;
    const disputes = [
      { id: "1", root: root(2) },
      { id: "2", root: null },
      { id: "3", root: root(2) },
      { id: "4", root: root(1) },
    ];
    expect(claimsOf({ postRoot: root(1), disputes })).toEqual([
      { root: "0x01", challenge: null },
      { root: "0x02", challenge: "1" },
    ]);
  });
});
