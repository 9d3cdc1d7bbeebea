import { Address, BigInt, ethereum } from "@graphprotocol/graph-ts";
import {
  Claimed,
  Contested,
  DuelConcluded,
  DuelStarted,
  GasRepaid,
  Locked,
  PledgeDefeated,
  Pulled,
  Reached,
  ReadingSettled,
  TakenBack,
} from "../generated/Goals/Goals";
import { Activity, GoalLock, GoalPot, Pledge } from "../generated/schema";
import { concludeDuel, defeatPledge, newPledge, OF_GOALS, onPledge, repayGas, startDuel } from "./duels";
import { account, activity, eventId, ZERO } from "./records";

/** The event as a line of a timeline about a pot. */
function onPot(event: ethereum.Event, name: string, p: GoalPot): Activity {
  const a = activity(event, name);
  a.run = p.run;
  return a;
}

export function handleLocked(event: Locked): void {
  const amount = event.params.amount;
  let p = GoalPot.load(event.params.pot);
  if (p === null) {
    const goal = event.params.goal;
    p = new GoalPot(event.params.pot);
    p.run = goal.run.toString();
    p.programRoot = goal.programRoot;
    p.datasetRoot = goal.datasetRoot;
    p.target = goal.target;
    p.token = goal.token;
    p.locked = ZERO;
    p.pulled = ZERO;
    p.takenBack = ZERO;
    p.status = "Open";
  }
  p.locked = p.locked.plus(amount);
  p.save();
  flow(event, "Locked", p, event.params.by, amount, amount, null);
}

/** Money that went into a pot or, where it is negative, out of it. */
function flow(
  event: ethereum.Event,
  name: string,
  p: GoalPot,
  who: Address,
  signed: BigInt,
  amount: BigInt,
  window: BigInt | null,
): void {
  const by = account(who, event);
  const l = new GoalLock(eventId(event));
  l.pot = p.id;
  l.account = by.id;
  l.amount = signed;
  l.window = window;
  l.at = event.block.timestamp;
  l.save();
  const a = onPot(event, name, p);
  a.account = by.id;
  a.amount = amount;
  a.save();
}

export function handleClaimed(event: Claimed): void {
  const p = GoalPot.load(event.params.pot)!;
  const l = newPledge(event, OF_GOALS, event.params.pledge, "Claim");
  l.run = p.run;
  l.commitment = event.params.commitment;
  l.owner = account(event.params.owner, event).id;
  l.word = event.params.word;
  l.pot = p.id;
  l.until = event.params.until;
  l.save();
  onPledge(event, "Claimed", l).save();
}

export function handleContested(event: Contested): void {
  const claim = Pledge.load(OF_GOALS + event.params.claim.toString())!;
  const l = newPledge(event, OF_GOALS, event.params.pledge, "Contest");
  l.run = claim.run;
  l.commitment = claim.commitment;
  l.owner = account(event.params.owner, event).id;
  l.word = event.params.word;
  l.pot = claim.pot;
  l.claim = claim.id;
  l.save();
  const a = onPledge(event, "Contested", l);
  a.match = event.params.duel.toString();
  a.save();
}

export function handleReadingSettled(event: ReadingSettled): void {
  const l = Pledge.load(OF_GOALS + event.params.pledge.toString())!;
  l.status = "Settled";
  l.endedAt = event.block.timestamp;
  l.save();
  onPledge(event, "ReadingSettled", l).save();
}

export function handleReached(event: Reached): void {
  const p = GoalPot.load(event.params.pot)!;
  const l = Pledge.load(OF_GOALS + event.params.pledge.toString())!;
  p.status = "Reached";
  p.reachedBy = l.id;
  p.reachedWindow = event.params.window;
  p.reachedSteps = event.params.steps;
  p.reachedAt = event.block.timestamp;
  p.save();
  const a = onPot(event, "Reached", p);
  a.commitment = l.commitment;
  a.account = l.owner;
  a.amount = event.params.amount;
  a.save();
}

export function handlePulled(event: Pulled): void {
  const amount = event.params.amount;
  const p = GoalPot.load(event.params.pot)!;
  p.pulled = p.pulled.plus(amount);
  p.save();
  flow(event, "Pulled", p, event.params.committer, amount.neg(), amount, event.params.window);
}

export function handleTakenBack(event: TakenBack): void {
  const amount = event.params.amount;
  const p = GoalPot.load(event.params.pot)!;
  p.status = "Returned";
  p.takenBack = p.takenBack.plus(amount);
  p.save();
  flow(event, "TakenBack", p, event.params.by, amount.neg(), amount, null);
}

export function handleDuelStarted(event: DuelStarted): void {
  startDuel(event, OF_GOALS, event.params.duel, event.params.left, event.params.right);
}

export function handleDuelConcluded(event: DuelConcluded): void {
  concludeDuel(event, event.params.duel, event.params.outcome, event.params.moot);
}

export function handlePledgeDefeated(event: PledgeDefeated): void {
  const id = OF_GOALS + event.params.pledge.toString();
  defeatPledge(event, id, event.params.gas, event.params.reward, event.params.burned);
}

export function handleGasRepaid(event: GasRepaid): void {
  const to = OF_GOALS + event.params.to.toString();
  repayGas(event, OF_GOALS + event.params.pledge.toString(), to, event.params.gas);
}
