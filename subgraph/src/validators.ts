// Stakes. What becomes of seats is the court's to say.
import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { StakeLocked, StakeReleased, Staked, UnstakeRequested, Unstaked } from "../generated/Validators/Validators";
import { StakeChange, Validator } from "../generated/schema";
import { ZERO, account, activity, eventId, protocol } from "./records";

export function handleStaked(event: Staked): void {
  const p = protocol();
  let v = Validator.load(event.params.validator);
  if (v === null) {
    v = new Validator(event.params.validator);
    v.account = account(event.params.validator, event).id;
    v.index = event.params.index.toI32();
    v.stake = ZERO;
    v.locked = ZERO;
    v.leaving = ZERO;
    v.seats = 0;
    v.committed = 0;
    v.revealed = 0;
    v.settled = 0;
    v.fees = ZERO;
    v.burned = ZERO;
    v.joinedAt = event.block.timestamp;
    p.validators += 1;
  }
  v.stake = v.stake.plus(event.params.amount);
  v.save();
  p.stake = p.stake.plus(event.params.amount);
  p.save();
  saveChange(event, v.id, "Staked", event.params.amount, ZERO, ZERO);
}

export function handleUnstakeRequested(event: UnstakeRequested): void {
  const v = Validator.load(event.params.validator)!;
  v.leaving = v.leaving.plus(event.params.amount);
  v.leavingAt = event.params.availableAt;
  v.save();
  saveChange(event, v.id, "UnstakeRequested", event.params.amount, ZERO, ZERO);
}

export function handleUnstaked(event: Unstaked): void {
  const v = Validator.load(event.params.validator)!;
  v.stake = v.stake.minus(event.params.amount);
  setLeaving(v, v.leaving.minus(event.params.amount));
  v.save();
  const p = protocol();
  p.stake = p.stake.minus(event.params.amount);
  p.save();
  saveChange(event, v.id, "Unstaked", event.params.amount, ZERO, ZERO);
}

export function handleStakeLocked(event: StakeLocked): void {
  const v = Validator.load(event.params.validator)!;
  v.locked = v.locked.plus(event.params.amount);
  v.save();
  saveChange(event, v.id, "Locked", event.params.amount, ZERO, ZERO);
}

export function handleStakeReleased(event: StakeReleased): void {
  const gone = event.params.burned.plus(event.params.paid);
  const v = Validator.load(event.params.validator)!;
  v.locked = v.locked.minus(event.params.amount);
  v.stake = v.stake.minus(gone);
  v.burned = v.burned.plus(event.params.burned);
  // What is lost comes off what was asked back when nothing else is left.
  if (v.leaving.gt(v.stake)) setLeaving(v, v.stake);
  v.save();
  const p = protocol();
  p.stake = p.stake.minus(gone);
  p.save();
  saveChange(event, v.id, "Released", event.params.amount, event.params.burned, event.params.paid);
}

function setLeaving(v: Validator, amount: BigInt): void {
  v.leaving = amount;
  if (amount.isZero()) v.leavingAt = null;
}

function saveChange(event: ethereum.Event, validator: Bytes, kind: string, amount: BigInt, burned: BigInt, paid: BigInt): void {
  const change = new StakeChange(eventId(event));
  change.validator = validator;
  change.kind = kind;
  change.amount = amount;
  change.burned = burned;
  change.paid = paid;
  change.at = event.block.timestamp;
  change.tx = event.transaction.hash;
  change.save();

  const isSeat = kind == "Locked" || kind == "Released";
  const a = activity(event, isSeat ? "Stake" + kind : kind);
  a.account = validator;
  a.amount = amount;
  a.save();
}
