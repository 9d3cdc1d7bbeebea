import { Address, BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import {
  Answered,
  Awaits,
  Ended,
  KeyNamed,
  OperatorBound,
  Posted,
  Started,
  StepFound,
} from "../generated/Matches/Matches";
import { Activity, Challenge, Duel, Match, Move, Pledge } from "../generated/schema";
import { outcomes, phases, sides } from "./names";
import { account, activity, protocol } from "./records";

/** From here on a match is a duel's. */
const FIRST_DUEL = BigInt.fromU64(1 << 63);

/** The event as a line of a timeline about a match, and what the match is about. */
function onMatch(event: ethereum.Event, name: string, m: Match): Activity {
  const a = activity(event, name);
  a.run = m.run;
  a.match = m.id;
  a.challenge = m.challenge;
  if (m.challenge !== null) {
    a.commitment = Challenge.load(m.challenge!)!.commitment;
  } else if (m.duel !== null) {
    a.commitment = Pledge.load(Duel.load(m.duel!)!.left)!.commitment;
  }
  return a;
}

/** The same about what a side said. */
function onMove(event: ethereum.Event, name: string, m: Match, side: string): Activity {
  const a = onMatch(event, name, m);
  a.account = side == "Committer" ? m.committer : m.challenger;
  return a;
}

export function handleStarted(event: Started): void {
  const p = protocol();
  p.matches += 1;
  p.save();
  const terms = event.params.terms;
  const m = new Match(event.params.id.toString());
  m.number = event.params.id;
  m.run = terms.run.toString();
  m.committer = account(event.params.committer, event).id;
  m.challenger = account(event.params.challenger, event).id;
  m.steps = terms.steps.toI32();
  m.preRoot = terms.preRoot;
  m.committerRoot = terms.committerRoot;
  m.challengerRoot = terms.challengerRoot;
  m.startedAt = event.block.timestamp;
  m.deadline = event.params.deadline;
  m.due = "None";
  m.phase = "Start";
  m.moves = 0;
  m.outcome = "Running";
  m.byClock = false;
  if (m.number.lt(FIRST_DUEL)) m.challenge = m.id;
  else m.duel = m.id;
  m.save();
  onMatch(event, "Started", m).save();
}

/** The next line of a match's log. The caller says what it says, and saves it and the match. */
function line(event: ethereum.Event, m: Match, kind: string): Move {
  const p = protocol();
  p.moves += 1;
  p.save();
  m.moves += 1;
  const l = new Move(moveId(m));
  l.match = m.id;
  l.number = m.moves;
  l.kind = kind;
  l.side = "None";
  l.phase = m.phase;
  l.at = event.block.timestamp;
  l.block = event.block.number;
  l.tx = event.transaction.hash;
  return l;
}

/** Id of the match's last line. */
function moveId(m: Match): string {
  return m.id + "-" + m.moves.toString();
}

export function handleAnswered(event: Answered): void {
  const m = Match.load(event.params.id.toString())!;
  const l = line(event, m, "Answered");
  l.side = sides[event.params.side];
  l.phase = phases[event.params.phase];
  l.place = event.params.place;
  l.value = event.params.value;
  l.save();
  m.save();
  onMove(event, "Answered", m, l.side).save();
}

export function handlePosted(event: Posted): void {
  const side = sides[event.params.side];
  const m = Match.load(event.params.id.toString())!;
  m.phase = phases[event.params.phase];
  m.due = side == "Committer" ? "Challenger" : "Committer";
  m.deadline = event.params.deadline;
  const l = line(event, m, "Posted");
  l.side = side;
  l.place = event.params.place;
  l.data = event.params.data;
  l.deadline = m.deadline;
  l.save();
  m.save();
  onMove(event, "Posted", m, side).save();
}

export function handleAwaits(event: Awaits): void {
  const m = Match.load(event.params.id.toString())!;
  m.phase = phases[event.params.phase];
  m.due = sides[event.params.side];
  m.deadline = event.params.deadline;
  if (m.phase == "Bind") {
    // The answer just before names an entry of the trace; the first is the state, operators follow.
    const said = Move.load(moveId(m))!;
    m.operator = said.place!.minus(BigInt.fromI32(1));
  }
  const l = line(event, m, "Awaits");
  l.side = m.due;
  l.deadline = m.deadline;
  l.save();
  m.save();
  onMove(event, "Awaits", m, l.side).save();
}

export function handleStepFound(event: StepFound): void {
  const m = Match.load(event.params.id.toString())!;
  m.step = event.params.step;
  m.agreed = event.params.agreed;
  const l = line(event, m, "StepFound");
  l.place = event.params.step;
  l.value = event.params.agreed;
  l.save();
  m.save();
  onMatch(event, "StepFound", m).save();
}

export function handleOperatorBound(event: OperatorBound): void {
  const m = Match.load(event.params.id.toString())!;
  m.phase = "Bound";
  const l = line(event, m, "OperatorBound");
  l.place = event.params.operator;
  l.value = event.params.binding;
  l.save();
  m.save();
  onMatch(event, "OperatorBound", m).save();
}

export function handleEnded(event: Ended): void {
  const endedIn = phases[event.params.phase];
  const m = Match.load(event.params.id.toString())!;
  m.phase = "Ended";
  m.due = "None";
  m.outcome = outcomes[event.params.outcome];
  m.endedAt = event.block.timestamp;
  m.endedIn = endedIn;
  m.byClock = event.params.byClock;
  const l = line(event, m, "Ended");
  l.phase = endedIn;
  if (!isZero(event.params.truth)) {
    m.truth = event.params.truth;
    l.value = event.params.truth;
  }
  l.save();
  m.save();
  onMatch(event, "Ended", m).save();
}

function isZero(b: Bytes): boolean {
  for (let i = 0; i < b.length; i++) {
    if (b[i] != 0) return false;
  }
  return true;
}

export function handleKeyNamed(event: KeyNamed): void {
  const key = event.params.key;
  const owner = account(event.params.owner, event);
  if (key == Address.zero()) owner.namedKey = null;
  else owner.namedKey = key;
  owner.save();
  const a = activity(event, "KeyNamed");
  a.account = owner.id;
  a.save();
}
