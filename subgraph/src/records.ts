// What every mapping uses: ids, the entities that appear everywhere, and the line of a timeline that each event writes. Its twin is
// coordinator/mapping/records.go.
import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { Account, Activity, Commitment, Protocol, Run } from "../generated/schema";

export const ZERO = BigInt.zero();
/** What the contracts say for no address, the native coin too, and for no hash. */
export const NOBODY = Bytes.fromHexString("0x0000000000000000000000000000000000000000");
export const NO_HASH = Bytes.fromHexString("0x0000000000000000000000000000000000000000000000000000000000000000");

/** The event's place on the chain, block-index: id of what is one event's alone. */
export function eventId(event: ethereum.Event): string {
  return event.block.number.toString() + "-" + event.logIndex.toString();
}

/** The whole deployment's counters. Whoever changes them saves them. */
export function protocol(): Protocol {
  let p = Protocol.load("1");
  if (p === null) {
    p = new Protocol("1");
    p.runs = 0;
    p.commitments = 0;
    p.finalised = 0;
    p.rejected = 0;
    p.challenges = 0;
    p.cases = 0;
    p.matches = 0;
    p.moves = 0;
    p.demands = 0;
    p.validators = 0;
    p.stake = ZERO;
    p.burned = ZERO;
    p.pausedUntil = ZERO;
  }
  return p;
}

/** An account, saved when it is seen for the first time. Whoever changes it saves it. */
export function account(address: Bytes, event: ethereum.Event): Account {
  let a = Account.load(address);
  if (a === null) {
    a = new Account(address);
    a.runs = 0;
    a.leases = 0;
    a.lapsedLeases = 0;
    a.commitments = 0;
    a.finalised = 0;
    a.steps = ZERO;
    a.rejected = 0;
    a.challenges = 0;
    a.challengesWon = 0;
    a.challengesLost = 0;
    a.firstSeen = event.block.timestamp;
    a.save();
  }
  return a;
}

/** The event as a line of a timeline. The caller says what it is about, and saves it. */
export function activity(event: ethereum.Event, name: string): Activity {
  const a = new Activity(eventId(event));
  a.name = name;
  a.contract = event.address;
  a.at = event.block.timestamp;
  a.block = event.block.number;
  a.tx = event.transaction.hash;
  return a;
}

/** Says that a line of a timeline is about a commitment. */
export function about(a: Activity, c: Commitment): void {
  a.run = c.run;
  a.commitment = c.id;
}

/** A commitment that has a challenge which isn't settled. */
export function isDisputed(c: Commitment): boolean {
  return c.status == "Pending" && c.unsettled > 0;
}

/** Counts a commitment among its run's disputed ones; was: whether it was one before its status or its challenges changed. */
export function countDisputed(run: Run, was: boolean, c: Commitment): void {
  if (was && !isDisputed(c)) run.disputed -= 1;
  if (!was && isDisputed(c)) run.disputed += 1;
}
