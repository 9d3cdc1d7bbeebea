import { Address, BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import {
  BallotCommitted,
  BallotLeaked,
  BallotRevealed,
  CaseOpened,
  CommitterWaived,
  JuryDrawn,
  Resolved,
  RoundBegun,
  SeatSettled,
  Tallied,
} from "../generated/Court/Court";
import { Activity, Ballot, Case, Commitment, Juror, Round, Run, Validator } from "../generated/schema";
import { verdicts } from "./names";
import { account, activity, protocol, ZERO } from "./records";

function roundId(commitment: Bytes, round: BigInt): string {
  return commitment.toHexString() + "-" + round.toString();
}

function seatId(commitment: Bytes, round: BigInt, juror: Address): string {
  return roundId(commitment, round) + "-" + juror.toHexString();
}

/** The event as a line of a timeline about a case. */
function onCase(event: ethereum.Event, name: string, k: Case): Activity {
  const a = activity(event, name);
  a.run = k.run;
  a.commitment = k.commitment;
  return a;
}

/** The same about a juror. */
function onSeat(event: ethereum.Event, name: string, j: Juror): Activity {
  const a = activity(event, name);
  a.run = j.run;
  a.commitment = j.courtCase;
  a.account = j.validator;
  return a;
}

/** One appeal window after now. */
export function appealUntil(event: ethereum.Event, k: Case): BigInt {
  return event.block.timestamp.plus(BigInt.fromI32(Run.load(k.run)!.appealSeconds));
}

export function handleCaseOpened(event: CaseOpened): void {
  const c = Commitment.load(event.params.commitment)!;
  c.courtCase = c.id;
  c.save();
  const p = protocol();
  p.cases += 1;
  p.save();
  const k = new Case(c.id);
  k.commitment = c.id;
  k.run = event.params.run.toString();
  k.openedAt = event.block.timestamp;
  k.round = 0;
  k.verdict = "Undecided";
  k.waived = false;
  k.save();
  onCase(event, "CaseOpened", k).save();
}

export function handleRoundBegun(event: RoundBegun): void {
  const k = Case.load(event.params.commitment)!;
  k.round = event.params.round.toI32();
  k.save();
  const t = new Round(roundId(event.params.commitment, event.params.round));
  t.courtCase = k.id;
  t.round = k.round;
  t.size = event.params.size;
  t.seedBlock = event.params.seedBlock;
  t.begunAt = event.block.timestamp;
  t.seats = 0;
  t.committed = 0;
  t.revealed = 0;
  t.verdict = "Undecided";
  t.votes = 0;
  t.votesFor = 0;
  t.save();
  onCase(event, "RoundBegun", k).save();
}

export function handleJuryDrawn(event: JuryDrawn): void {
  const k = Case.load(event.params.commitment)!;
  const t = Round.load(roundId(event.params.commitment, event.params.round))!;
  const run = Run.load(k.run)!;
  const jurors = event.params.jurors;
  t.seed = event.params.seed;
  t.drawnAt = event.block.timestamp;
  t.seats = jurors.length;
  if (t.seats > 0) {
    t.commitUntil = event.params.commitUntil;
    t.revealUntil = event.params.revealUntil;
  }
  t.save();
  for (let i = 0; i < jurors.length; i++) {
    const v = Validator.load(jurors[i])!;
    v.seats += 1;
    v.save();
    const j = new Juror(seatId(event.params.commitment, event.params.round, jurors[i]));
    j.courtCase = k.id;
    j.round = t.id;
    j.run = k.run;
    j.validator = v.id;
    j.drawnAt = event.block.timestamp;
    j.stake = run.seatStake;
    j.fee = ZERO;
    j.burned = ZERO;
    j.save();
  }
  onCase(event, "JuryDrawn", k).save();
}

export function handleBallotCommitted(event: BallotCommitted): void {
  const j = Juror.load(seatId(event.params.commitment, event.params.round, event.params.juror))!;
  const t = Round.load(j.round)!;
  const v = Validator.load(j.validator)!;
  j.ballot = j.id;
  j.save();
  const b = new Ballot(j.id);
  b.juror = j.id;
  b.courtCase = j.courtCase;
  b.validator = j.validator;
  b.hash = event.params.ballot;
  b.committedAt = event.block.timestamp;
  b.save();
  t.committed += 1;
  const from = event.params.revealFrom;
  if (!from.isZero()) {
    // It was the last.
    t.revealUntil = from.plus(t.revealUntil!.minus(t.commitUntil!));
    t.commitUntil = from;
  }
  t.save();
  v.committed += 1;
  v.save();
  onSeat(event, "BallotCommitted", j).save();
}

/** Whether a ballot that names this abstains: all bits are set. */
function abstains(root: Bytes): boolean {
  for (let i = 0; i < root.length; i++) {
    if (root[i] != 0xff) return false;
  }
  return true;
}

export function handleBallotRevealed(event: BallotRevealed): void {
  const root = event.params.root;
  const j = Juror.load(seatId(event.params.commitment, event.params.round, event.params.juror))!;
  const b = Ballot.load(j.id)!;
  const t = Round.load(j.round)!;
  const v = Validator.load(j.validator)!;
  const c = Commitment.load(j.courtCase)!;
  b.revealedAt = event.block.timestamp;
  b.root = root;
  b.save();
  t.revealed += 1;
  if (!abstains(root)) {
    t.votes += 1;
    if (root == c.postRoot) t.votesFor += 1;
  }
  t.save();
  v.revealed += 1;
  v.save();
  onSeat(event, "BallotRevealed", j).save();
}

export function handleBallotLeaked(event: BallotLeaked): void {
  const j = Juror.load(seatId(event.params.commitment, event.params.round, event.params.juror))!;
  const b = Ballot.load(j.id)!;
  const t = Round.load(j.round)!;
  const v = Validator.load(j.validator)!;
  const reporter = account(event.params.reporter, event);
  b.leakedBy = reporter.id;
  b.save();
  j.settledAt = event.block.timestamp;
  j.burned = event.params.burned;
  j.save();
  t.committed -= 1;
  t.save();
  v.settled += 1;
  v.save();
  const a = onSeat(event, "BallotLeaked", j);
  a.amount = event.params.toReporter.plus(event.params.burned);
  a.save();
}

export function handleTallied(event: Tallied): void {
  const k = Case.load(event.params.commitment)!;
  const t = Round.load(roundId(event.params.commitment, event.params.round))!;
  t.talliedAt = event.block.timestamp;
  t.verdict = verdicts[event.params.verdict];
  t.votes = event.params.votes;
  t.votesFor = event.params.votesFor;
  t.save();
  // The larger jury is awaited, unless no jury could be seated.
  if (t.round > 1 || t.verdict != "NoMajority" || event.params.seats == 0) {
    k.talliedAt = event.block.timestamp;
    k.verdict = t.verdict;
    k.appealUntil = appealUntil(event, k);
    k.save();
  }
  onCase(event, "Tallied", k).save();
}

export function handleCommitterWaived(event: CommitterWaived): void {
  const k = Case.load(event.params.commitment)!;
  k.waived = true;
  k.save();
  const a = onCase(event, "CommitterWaived", k);
  a.account = account(event.params.committer, event).id;
  a.save();
}

export function handleResolved(event: Resolved): void {
  const k = Case.load(event.params.commitment)!;
  k.verdict = verdicts[event.params.verdict];
  k.resolvedAt = event.block.timestamp;
  k.save();
  onCase(event, "Resolved", k).save();
}

export function handleSeatSettled(event: SeatSettled): void {
  const j = Juror.load(seatId(event.params.commitment, event.params.round, event.params.juror))!;
  const v = Validator.load(j.validator)!;
  j.settledAt = event.block.timestamp;
  j.fee = event.params.fee;
  j.burned = event.params.burned;
  j.save();
  v.settled += 1;
  v.fees = v.fees.plus(event.params.fee);
  v.save();
  const a = onSeat(event, "SeatSettled", j);
  a.amount = event.params.fee;
  a.save();
}
