import { ethereum } from "@graphprotocol/graph-ts";
import {
  ArithmeticOpened,
  ChallengeDismissed,
  ChallengeSettled,
  ChallengerWaived,
  Concluded,
  Lapsed,
  Nominated,
  Opened,
  Sealed,
} from "../generated/Disputes/Disputes";
import { Account, Activity, ArithmeticOpening, Case, Challenge, Commitment, Run } from "../generated/schema";
import { appealUntil } from "./court";
import { challengeStatuses, outcomes } from "./names";
import { account, activity, countDisputed, isDisputed, protocol, ZERO } from "./records";

/** The event as a line of a timeline about a challenge. */
function onChallenge(event: ethereum.Event, name: string, x: Challenge): Activity {
  const a = activity(event, name);
  a.run = x.run;
  a.commitment = x.commitment;
  a.challenge = x.id;
  a.account = x.challenger;
  return a;
}

export function handleSealed(event: Sealed): void {
  const c = Commitment.load(event.params.commitment)!;
  const run = Run.load(c.run)!;
  const was = isDisputed(c);
  c.challenges += 1;
  c.unopened += 1;
  c.unsettled += 1;
  countDisputed(run, was, c);
  c.save();
  run.save();
  const who = account(event.params.challenger, event);
  who.challenges += 1;
  who.save();
  const p = protocol();
  p.challenges += 1;
  p.save();

  const x = new Challenge(event.params.challenge.toString());
  x.number = event.params.challenge;
  x.commitment = c.id;
  x.run = c.run;
  x.challenger = who.id;
  x.sealHash = event.params.sealHash;
  x.bond = event.params.bond;
  x.sealedAt = event.block.timestamp;
  x.openUntil = event.params.openUntil;
  x.status = "Sealed";
  x.waived = false;
  x.outcome = "None";
  x.toChallenger = ZERO;
  x.toBeneficiary = ZERO;
  x.toCommitter = ZERO;
  x.burned = ZERO;
  x.save();
  const a = onChallenge(event, "Sealed", x);
  a.amount = event.params.bond;
  a.save();
}

export function handleOpened(event: Opened): void {
  const x = Challenge.load(event.params.challenge.toString())!;
  x.status = "Opened";
  x.root = event.params.root;
  x.beneficiary = account(event.params.beneficiary, event).id;
  x.openedAt = event.block.timestamp;
  x.save();
  const c = Commitment.load(x.commitment)!;
  c.unopened -= 1;
  c.save();
  const k = Case.load(x.commitment);
  if (k !== null && k.talliedAt !== null) {
    k.appealUntil = appealUntil(event, k);
    k.save();
  }
  onChallenge(event, "Opened", x).save();
}

export function handleLapsed(event: Lapsed): void {
  const x = Challenge.load(event.params.challenge.toString())!;
  x.status = "Lapsed";
  x.settledAt = event.block.timestamp;
  x.toChallenger = x.bond.minus(event.params.burned);
  x.burned = event.params.burned;
  x.save();
  const c = Commitment.load(x.commitment)!;
  c.unopened -= 1;
  endChallenge(c);
  const a = onChallenge(event, "Lapsed", x);
  a.amount = event.params.burned;
  a.save();
}

/** Counts a challenge against the commitment as settled, and saves it. */
function endChallenge(c: Commitment): void {
  const run = Run.load(c.run)!;
  const was = isDisputed(c);
  c.unsettled -= 1;
  countDisputed(run, was, c);
  c.save();
  run.save();
}

export function handleArithmeticOpened(event: ArithmeticOpened): void {
  const x = Challenge.load(event.params.challenge.toString())!;
  x.outcome = "Running";
  x.waived = false;
  x.arithmetic = x.id;
  x.save();
  const by = account(event.params.by, event);
  const o = new ArithmeticOpening(x.id);
  o.challenge = x.id;
  o.commitment = x.commitment;
  o.run = x.run;
  o.by = by.id;
  o.openedAt = event.block.timestamp;
  o.tx = event.transaction.hash;
  o.match = x.id;
  o.save();
  const a = onChallenge(event, "ArithmeticOpened", x);
  a.match = x.id;
  a.account = by.id;
  a.save();
}

export function handleConcluded(event: Concluded): void {
  const x = Challenge.load(event.params.challenge.toString())!;
  x.outcome = outcomes[event.params.outcome];
  x.concludedAt = event.block.timestamp;
  x.save();
  const a = onChallenge(event, "Concluded", x);
  a.match = x.id;
  a.save();
}

export function handleChallengeDismissed(event: ChallengeDismissed): void {
  const x = Challenge.load(event.params.challenge.toString())!;
  x.outcome = "Dismissed";
  x.waived = false;
  x.concludedAt = event.block.timestamp;
  x.save();
  const a = onChallenge(event, "ChallengeDismissed", x);
  a.account = account(event.params.by, event).id;
  a.save();
}

export function handleChallengerWaived(event: ChallengerWaived): void {
  const x = Challenge.load(event.params.challenge.toString())!;
  x.waived = true;
  x.save();
  onChallenge(event, "ChallengerWaived", x).save();
}

export function handleNominated(event: Nominated): void {
  const x = Challenge.load(event.params.challenge.toString())!;
  x.nominatedRoot = event.params.root;
  x.save();
  onChallenge(event, "Nominated", x).save();
}

export function handleChallengeSettled(event: ChallengeSettled): void {
  const x = Challenge.load(event.params.challenge.toString())!;
  x.status = challengeStatuses[event.params.status];
  x.settledAt = event.block.timestamp;
  x.toChallenger = event.params.toChallenger;
  x.toBeneficiary = event.params.toBeneficiary;
  x.toCommitter = event.params.toCommitter;
  x.burned = event.params.burned;
  x.save();
  endChallenge(Commitment.load(x.commitment)!);
  const who = Account.load(x.challenger)!;
  if (x.status == "Won") who.challengesWon += 1;
  if (x.status == "Defeated") who.challengesLost += 1;
  who.save();
  const a = onChallenge(event, "ChallengeSettled", x);
  a.amount = event.params.toChallenger;
  a.save();
}
