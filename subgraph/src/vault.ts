// Money: ledgers with a purpose, and what belongs to accounts.
import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { Burned, Credited, Deposited, Moved, Withdrawn } from "../generated/Vault/Vault";
import { Balance, Ledger, Payment } from "../generated/schema";
import { NOBODY, ZERO, account, activity, eventId, protocol } from "./records";

export function handleDeposited(event: Deposited): void {
  receive(event.params.owner, event.params.key, event.params.token, event.params.amount);
  saveMoney(event, "Deposited", null, event.params.amount);
}

export function handleMoved(event: Moved): void {
  spend(event.params.owner, event.params.key, event.params.token, event.params.amount);
  receive(event.params.toOwner, event.params.toKey, event.params.token, event.params.amount);
  saveMoney(event, "Moved", null, event.params.amount);
}

export function handleCredited(event: Credited): void {
  spend(event.params.owner, event.params.key, event.params.token, event.params.amount);
  const b = balance(event.params.account, event.params.token, event);
  b.credited = b.credited.plus(event.params.amount);
  b.credit = b.credit.plus(event.params.amount);
  b.save();

  const payment = new Payment(eventId(event));
  payment.kind = "Credited";
  payment.account = b.account;
  payment.token = b.token;
  payment.amount = event.params.amount;
  payment.owner = event.params.owner;
  payment.key = event.params.key;
  payment.at = event.block.timestamp;
  payment.tx = event.transaction.hash;
  payment.save();
  saveMoney(event, "Credited", b.account, event.params.amount);
}

export function handleBurned(event: Burned): void {
  spend(event.params.owner, event.params.key, NOBODY, event.params.amount);
  const p = protocol();
  p.burned = p.burned.plus(event.params.amount);
  p.save();
  saveMoney(event, "Burned", null, event.params.amount);
}

export function handleWithdrawn(event: Withdrawn): void {
  const b = balance(event.params.account, event.params.token, event);
  b.withdrawn = b.withdrawn.plus(event.params.amount);
  b.credit = b.credit.minus(event.params.amount);
  b.save();

  const payment = new Payment(eventId(event));
  payment.kind = "Withdrawn";
  payment.account = b.account;
  payment.token = b.token;
  payment.amount = event.params.amount;
  payment.at = event.block.timestamp;
  payment.tx = event.transaction.hash;
  payment.save();
  saveMoney(event, "Withdrawn", b.account, event.params.amount);
}

function receive(owner: Bytes, key: Bytes, token: Bytes, amount: BigInt): void {
  const l = ledger(owner, key, token);
  l.received = l.received.plus(amount);
  l.balance = l.balance.plus(amount);
  l.save();
}

function spend(owner: Bytes, key: Bytes, token: Bytes, amount: BigInt): void {
  const l = ledger(owner, key, token);
  l.spent = l.spent.plus(amount);
  l.balance = l.balance.minus(amount);
  l.save();
}

function ledger(owner: Bytes, key: Bytes, token: Bytes): Ledger {
  const id = owner.toHexString() + "-" + key.toHexString() + "-" + token.toHexString();
  let l = Ledger.load(id);
  if (l === null) {
    l = new Ledger(id);
    l.owner = owner;
    l.key = key;
    l.token = token;
    l.balance = ZERO;
    l.received = ZERO;
    l.spent = ZERO;
  }
  return l;
}

function balance(address: Bytes, token: Bytes, event: ethereum.Event): Balance {
  const who = account(address, event);
  const id = who.id.toHexString() + "-" + token.toHexString();
  let b = Balance.load(id);
  if (b === null) {
    b = new Balance(id);
    b.account = who.id;
    b.token = token;
    b.credited = ZERO;
    b.withdrawn = ZERO;
    b.credit = ZERO;
  }
  return b;
}

function saveMoney(event: ethereum.Event, name: string, whose: Bytes | null, amount: BigInt): void {
  const a = activity(event, name);
  a.account = whose;
  a.amount = amount;
  a.save();
}
