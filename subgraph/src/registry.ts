// Runs, as ERC-721 assets, and their reward escrow.
import { BigInt } from "@graphprotocol/graph-ts";
import { Funded, Reclaimed, RewardReserved, RunCreated, Transfer } from "../generated/RunRegistry/RunRegistry";
import { Asset, Lease, Run } from "../generated/schema";
import { NO_HASH, ZERO, account, activity, protocol } from "./records";

export function handleRunCreated(event: RunCreated): void {
  const author = account(event.params.author, event);
  author.runs += 1;
  author.save();
  const p = protocol();
  p.runs += 1;
  p.save();

  const run = new Run(event.params.run.toString());
  run.number = event.params.run;
  run.author = author.id;
  run.owner = author.id;
  run.createdAt = event.block.timestamp;
  run.createdBlock = event.block.number;
  setFacts(run, event);
  setSchedule(run, event);
  setClocks(run, event);
  setEconomy(run, event);
  setProofs(run, event);
  run.headCount = ZERO;
  run.anchorCount = ZERO;
  run.lapsedLeases = 0;
  run.commitments = 0;
  run.rejected = 0;
  run.voided = 0;
  run.disputed = 0;
  run.escrow = ZERO;
  run.funded = ZERO;
  run.reclaimed = ZERO;
  run.paid = ZERO;
  run.save();

  const spec = new Asset("runspec-" + run.id);
  spec.kind = "RunSpec";
  spec.run = run.id;
  spec.cid = run.specCid;
  spec.root = run.specHash;
  spec.keyFrame = false;
  spec.final = true;
  spec.at = event.block.timestamp;
  spec.save();

  const a = activity(event, "RunCreated");
  a.run = run.id;
  a.account = author.id;
  a.save();
}

function setFacts(run: Run, event: RunCreated): void {
  const facts = event.params.data.facts;
  run.specHash = facts.specHash;
  run.specCid = facts.specCid;
  run.programRoot = facts.programRoot;
  run.datasetRoot = facts.datasetRoot;
  run.genesisRoot = facts.genesisRoot;
  run.profile = facts.profile;
  run.hash = facts.hash == 1 ? "Sha256" : facts.hash == 2 ? "Poseidon2" : "Invalid";
}

function setSchedule(run: Run, event: RunCreated): void {
  const schedule = event.params.data.schedule;
  run.totalSteps = schedule.totalSteps;
  run.windowSteps = schedule.windowSteps.toI32();
  run.keyFrameEvery = schedule.keyFrameEvery.toI32();
  run.maxPending = schedule.maxPending.toI32();
  run.refStepMillis = schedule.refStepMillis.toI32();
  run.windows = schedule.totalSteps.plus(schedule.windowSteps).minus(BigInt.fromI32(1)).div(schedule.windowSteps);
}

function setClocks(run: Run, event: RunCreated): void {
  const clocks = event.params.data.clocks;
  run.leaseSeconds = clocks.lease.toI32();
  run.challengeSeconds = clocks.challenge.toI32();
  run.openSeconds = clocks.open.toI32();
  run.ballotCommitSeconds = clocks.ballotCommit.toI32();
  run.ballotRevealSeconds = clocks.ballotReveal.toI32();
  run.appealSeconds = clocks.appeal.toI32();
  run.matchClockSeconds = clocks.matchClock.toI32();
  run.moveExtensionSeconds = clocks.moveExtension.toI32();
  run.listExtensionSeconds = clocks.listExtension.toI32();
  run.historyExtensionSeconds = clocks.historyExtension.toI32();
  run.demandSeconds = clocks.demand.toI32();
}

function setEconomy(run: Run, event: RunCreated): void {
  const economy = event.params.data.economy;
  run.rewardToken = economy.rewardToken;
  run.reward = economy.reward;
  run.rewardValue = economy.rewardValue;
  run.replayCost = economy.replayCost;
  run.seatStake = economy.seatStake;
  run.jurorFee = economy.jurorFee;
  run.jury = economy.jury;
  run.largerJury = economy.largerJury;
}

function setProofs(run: Run, event: RunCreated): void {
  const proofs = event.params.data.proofs;
  if (proofs.keyHash.equals(NO_HASH)) return;
  run.proofKeyHash = proofs.keyHash;
  run.proofSystemHash = proofs.systemHash;
  run.proofTranscriptCid = proofs.transcriptCid;
}

export function handleFunded(event: Funded): void {
  const run = Run.load(event.params.run.toString())!;
  run.escrow = run.escrow.plus(event.params.amount);
  run.funded = run.funded.plus(event.params.amount);
  run.save();

  const a = activity(event, "Funded");
  a.run = run.id;
  a.account = account(event.params.payer, event).id;
  a.amount = event.params.amount;
  a.save();
}

export function handleRewardReserved(event: RewardReserved): void {
  const run = Run.load(event.params.run.toString())!;
  run.escrow = run.escrow.minus(event.params.amount);
  run.save();
  const lease = Lease.load(run.id + "-" + event.params.fence.toString())!;
  lease.attention = event.params.amount.minus(lease.reward);
  lease.save();

  const a = activity(event, "RewardReserved");
  a.run = run.id;
  a.account = lease.holder;
  a.amount = event.params.amount;
  a.save();
}

export function handleReclaimed(event: Reclaimed): void {
  const run = Run.load(event.params.run.toString())!;
  run.escrow = run.escrow.minus(event.params.amount);
  run.reclaimed = run.reclaimed.plus(event.params.amount);
  run.save();

  const a = activity(event, "Reclaimed");
  a.run = run.id;
  a.account = account(event.params.owner, event).id;
  a.amount = event.params.amount;
  a.save();
}

export function handleTransfer(event: Transfer): void {
  const owner = account(event.params.to, event);
  const run = Run.load(event.params.tokenId.toString())!;
  run.owner = owner.id;
  run.save();

  const a = activity(event, "Transfer");
  a.run = run.id;
  a.account = owner.id;
  a.save();
}
