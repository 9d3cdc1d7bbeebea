// Pledges and duels: what the events of Attention and Goals have in common. Pledges are numbered in each contract, so their ids begin with
// its name. Its twin is coordinator/mapping/duels.go.
import { BigInt, ethereum } from "@graphprotocol/graph-ts";
import { Activity, Duel, Pledge } from "../generated/schema";
import { outcomes } from "./names";
import { activity, ZERO } from "./records";

export const OF_ATTENTION = "attention-";
export const OF_GOALS = "goals-";

/** A new pledge of Attention, of which nobody knows yet what it says. The caller says whose it is, and saves it. */
export function sealedPledge(event: ethereum.Event, id: BigInt, kind: string): Pledge {
  const l = newPledge(event, OF_ATTENTION, id, kind);
  l.status = "Sealed";
  return l;
}

export function newPledge(event: ethereum.Event, contract: string, id: BigInt, kind: string): Pledge {
  const l = new Pledge(contract + id.toString());
  l.kind = kind;
  l.number = id;
  l.status = "Standing";
  l.jackpot = ZERO;
  l.jackpotShares = 0;
  l.pledgedAt = event.block.timestamp;
  l.pay = ZERO;
  l.burned = ZERO;
  l.toWinner = ZERO;
  l.gasRepaid = ZERO;
  return l;
}

/** The event as a line of a timeline about a pledge. */
export function onPledge(event: ethereum.Event, name: string, l: Pledge): Activity {
  const a = activity(event, name);
  a.run = l.run;
  a.commitment = l.commitment;
  a.account = l.owner;
  return a;
}

export function startDuel(event: ethereum.Event, contract: string, duel: BigInt, left: BigInt, right: BigInt): void {
  const d = new Duel(duel.toString());
  d.left = contract + left.toString();
  d.right = contract + right.toString();
  d.match = d.id;
  d.outcome = "Running";
  d.moot = false;
  d.startedAt = event.block.timestamp;
  d.save();
  const a = onPledge(event, "DuelStarted", Pledge.load(d.left)!);
  a.match = d.id;
  a.save();
}

export function concludeDuel(event: ethereum.Event, duel: BigInt, outcome: i32, moot: boolean): void {
  const d = Duel.load(duel.toString())!;
  d.outcome = outcomes[outcome];
  d.moot = moot;
  d.concludedAt = event.block.timestamp;
  d.save();
  const a = onPledge(event, "DuelConcluded", Pledge.load(d.left)!);
  a.match = d.id;
  a.save();
}

export function defeatPledge(event: ethereum.Event, id: string, gas: BigInt, reward: BigInt, burned: BigInt): void {
  const l = Pledge.load(id)!;
  l.status = "Defeated";
  l.endedAt = event.block.timestamp;
  l.toWinner = gas.plus(reward);
  l.burned = burned;
  l.save();
  const a = onPledge(event, "PledgeDefeated", l);
  a.amount = l.toWinner;
  a.save();
}

export function repayGas(event: ethereum.Event, id: string, to: string, gas: BigInt): void {
  const l = Pledge.load(id)!;
  l.gasRepaid = l.gasRepaid.plus(gas);
  l.save();
  const a = onPledge(event, "GasRepaid", Pledge.load(to)!);
  a.amount = gas;
  a.save();
}
