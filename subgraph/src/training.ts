// Leases, commitments, head and anchor.
import { BigInt, ethereum } from "@graphprotocol/graph-ts";
import {
  Acquired,
  Cleared,
  Committed,
  Expired,
  Finalised,
  LeaseEnded,
  Paused,
  Rejected,
  Released,
  RolledBack,
  Settled,
  VoidedClaimed,
} from "../generated/Training/Training";
import { Asset, Commitment, Lease, Reward, Run } from "../generated/schema";
import { NOBODY, NO_HASH, ZERO, about, account, activity, countDisputed, isDisputed, protocol } from "./records";

export function handleAcquired(event: Acquired): void {
  const holder = account(event.params.holder, event);
  holder.leases += 1;
  holder.save();

  const run = Run.load(event.params.run.toString())!;
  const lease = new Lease(run.id + "-" + event.params.fence.toString());
  lease.run = run.id;
  lease.fence = event.params.fence;
  lease.holder = holder.id;
  lease.expectedHead = event.params.expectedHead;
  lease.window = event.params.window;
  lease.acquiredAt = event.block.timestamp;
  lease.deadline = event.params.deadline;
  lease.bond = event.params.bond;
  lease.reward = event.params.reward;
  lease.attention = ZERO; // until RewardReserved says
  lease.status = "Held";
  lease.burned = ZERO;
  lease.save();
  run.lease = lease.id;
  run.save();

  const a = activity(event, "Acquired");
  a.run = run.id;
  a.account = holder.id;
  a.amount = lease.bond;
  a.save();
}

export function handleReleased(event: Released): void {
  lapse(event, event.params.run, event.params.fence, "Released", event.params.burned);
}

export function handleExpired(event: Expired): void {
  if (event.params.caller.notEqual(NOBODY)) account(event.params.caller, event);
  lapse(event, event.params.run, event.params.fence, "Expired", event.params.burned);
}

export function handleLeaseEnded(event: LeaseEnded): void {
  lapse(event, event.params.run, event.params.fence, "Ended", ZERO);
}

/** A lease ended without a commitment: what was reserved for it is in the escrow again. */
function lapse(event: ethereum.Event, runNumber: BigInt, fence: BigInt, status: string, burned: BigInt): void {
  const run = Run.load(runNumber.toString())!;
  const lease = Lease.load(run.id + "-" + fence.toString())!;
  lease.status = status;
  lease.endedAt = event.block.timestamp;
  lease.burned = burned;
  lease.save();
  run.lease = null;
  run.lapsedLeases += 1;
  run.escrow = run.escrow.plus(reserved(lease));
  run.save();
  const holder = account(lease.holder, event);
  holder.lapsedLeases += 1;
  holder.save();

  const a = activity(event, status == "Ended" ? "LeaseEnded" : status);
  a.run = run.id;
  a.account = holder.id;
  a.amount = burned;
  a.save();
}

function reserved(lease: Lease): BigInt {
  return lease.reward.plus(lease.attention);
}

export function handleCommitted(event: Committed): void {
  const committer = account(event.params.committer, event);
  committer.commitments += 1;
  committer.save();
  const p = protocol();
  p.commitments += 1;
  p.save();

  const run = Run.load(event.params.run.toString())!;
  const lease = Lease.load(run.id + "-" + event.params.fence.toString())!;
  const c = new Commitment(event.params.commitment);
  c.run = run.id;
  c.parentHash = event.params.parent;
  if (event.params.window.gt(ZERO)) c.parent = event.params.parent;
  c.window = event.params.window;
  c.firstStep = event.params.window.times(BigInt.fromI32(run.windowSteps));
  c.steps = event.params.steps.toI32();
  c.preRoot = event.params.preRoot;
  c.postRoot = event.params.postRoot;
  c.cid = event.params.cid;
  c.committer = committer.id;
  c.lease = lease.id;
  c.bond = lease.bond;
  c.reward = lease.reward;
  c.committedAt = event.block.timestamp;
  c.committedBlock = event.block.number;
  c.tx = event.transaction.hash;
  c.challengeUntil = event.block.timestamp.plus(BigInt.fromI32(run.challengeSeconds));
  c.status = "Pending";
  c.mark = "None";
  c.voidedCount = 0;
  c.challenges = 0;
  c.unopened = 0;
  c.unsettled = 0;
  c.demands = 0;
  c.toCommitter = ZERO;
  c.toChallengers = ZERO;
  c.toVoided = ZERO;
  c.burned = ZERO;
  c.repaid = ZERO;
  c.share = ZERO;
  c.auditors = [];
  c.provenSteps = 0;
  c.save();

  lease.status = "Committed";
  lease.endedAt = event.block.timestamp;
  lease.commitment = c.id;
  lease.save();
  run.lease = null;
  run.head = c.id;
  run.headCount = c.window.plus(BigInt.fromI32(1));
  run.commitments += 1;
  run.save();
  saveCheckpoint(event, run, c);

  const a = activity(event, "Committed");
  about(a, c);
  a.account = committer.id;
  a.amount = c.bond;
  a.save();
}

function saveCheckpoint(event: ethereum.Event, run: Run, c: Commitment): void {
  const checkpoint = new Asset(c.id.toHexString());
  checkpoint.kind = "Checkpoint";
  checkpoint.run = run.id;
  checkpoint.cid = c.cid;
  checkpoint.root = c.postRoot;
  checkpoint.commitment = c.id;
  checkpoint.window = c.window;
  const every = BigInt.fromI32(run.keyFrameEvery);
  checkpoint.keyFrame = run.headCount.mod(every).isZero() || run.headCount.equals(run.windows);
  checkpoint.final = false;
  checkpoint.at = event.block.timestamp;
  checkpoint.save();
}

export function handleFinalised(event: Finalised): void {
  const c = Commitment.load(event.params.commitment)!;
  const run = Run.load(c.run)!;
  const was = isDisputed(c);
  c.status = "Finalised";
  c.finalisedAt = event.block.timestamp;
  c.save();
  countDisputed(run, was, c);
  run.anchor = c.id;
  run.anchorCount = c.window.plus(BigInt.fromI32(1));
  run.paid = run.paid.plus(c.reward);
  run.save();
  const p = protocol();
  p.finalised += 1;
  p.save();
  const committer = account(event.params.committer, event);
  committer.finalised += 1;
  committer.steps = committer.steps.plus(BigInt.fromI32(c.steps));
  committer.save();

  const checkpoint = Asset.load(c.id.toHexString())!;
  checkpoint.final = true;
  checkpoint.save();
  const reward = new Reward(c.id);
  reward.commitment = c.id;
  reward.run = run.id;
  reward.account = committer.id;
  reward.window = c.window;
  reward.steps = c.steps;
  reward.token = run.rewardToken;
  reward.amount = c.reward;
  reward.at = event.block.timestamp;
  reward.save();

  const a = activity(event, "Finalised");
  about(a, c);
  a.account = committer.id;
  a.amount = c.reward;
  a.save();
}

/** By a tally, which leaves it Pending, or by a rejection, which says so in an event of its own right after. */
export function handleRolledBack(event: RolledBack): void {
  const c = Commitment.load(event.params.commitment)!;
  const run = Run.load(c.run)!;
  let above = Commitment.load(run.head!)!;
  while (above.id.notEqual(c.id)) {
    const was = isDisputed(above);
    above.status = "Voided";
    above.leftHeadAt = event.block.timestamp;
    above.voidedBy = c.id;
    above.save();
    countDisputed(run, was, above);
    run.voided += 1;
    above = Commitment.load(above.parent!)!;
  }
  c.mark = "TalliedAgainst";
  c.leftHeadAt = event.block.timestamp;
  c.voidedCount = event.params.voided.toI32();
  c.save();
  run.head = c.parent;
  run.headCount = c.window;
  run.save();

  const a = activity(event, "RolledBack");
  about(a, c);
  a.account = c.committer;
  a.save();
}

export function handleRejected(event: Rejected): void {
  const c = Commitment.load(event.params.commitment)!;
  const run = Run.load(c.run)!;
  const was = isDisputed(c);
  c.status = "Rejected";
  c.mark = event.params.idle ? "Idle" : "Rejected";
  c.rejectedAt = event.block.timestamp;
  c.save();
  countDisputed(run, was, c);
  run.rejected += 1;
  run.escrow = run.escrow.plus(reserved(Lease.load(c.lease)!));
  run.save();
  const p = protocol();
  p.rejected += 1;
  p.save();
  const committer = account(event.params.committer, event);
  committer.rejected += 1;
  committer.save();

  const a = activity(event, "Rejected");
  about(a, c);
  a.account = committer.id;
  a.save();
}

export function handleCleared(event: Cleared): void {
  const c = Commitment.load(event.params.commitment)!;
  const run = Run.load(c.run)!;
  const was = isDisputed(c);
  c.status = "Voided";
  c.mark = "Cleared";
  c.repaid = c.bond;
  c.save();
  countDisputed(run, was, c);
  run.voided += 1;
  run.escrow = run.escrow.plus(Lease.load(c.lease)!.attention);
  run.save();

  const a = activity(event, "Cleared");
  about(a, c);
  a.account = account(event.params.committer, event).id;
  a.amount = c.reward;
  a.save();
}

export function handleSettled(event: Settled): void {
  const c = Commitment.load(event.params.commitment)!;
  c.settledAt = event.block.timestamp;
  if (event.params.finalRoot.notEqual(NO_HASH)) c.finalRoot = event.params.finalRoot;
  c.toCommitter = event.params.toCommitter;
  c.toChallengers = event.params.toChallengers;
  c.toVoided = event.params.toVoided;
  c.burned = event.params.burned;
  c.save();

  const a = activity(event, "Settled");
  about(a, c);
  a.account = c.committer;
  a.amount = c.toCommitter;
  a.save();
}

export function handleVoidedClaimed(event: VoidedClaimed): void {
  const c = Commitment.load(event.params.commitment)!;
  if (event.params.share) {
    c.share = event.params.amount;
  } else {
    c.repaid = event.params.amount;
    const run = Run.load(c.run)!;
    run.escrow = run.escrow.plus(reserved(Lease.load(c.lease)!));
    run.save();
  }
  c.save();

  const a = activity(event, "VoidedClaimed");
  about(a, c);
  a.account = account(event.params.committer, event).id;
  a.amount = event.params.amount;
  a.save();
}

export function handlePaused(event: Paused): void {
  const p = protocol();
  p.pausedUntil = event.params.until;
  p.save();
  activity(event, "Paused").save();
}
