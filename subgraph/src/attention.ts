import { Bytes } from "@graphprotocol/graph-ts";
import {
  AnswerLapsed,
  AnswerOpened,
  AnswerSettled,
  AuditorsDrawn,
  AuditSealed,
  BudgetReclaimed,
  CanaryPlanted,
  DuelConcluded,
  DuelStarted,
  GasRepaid,
  JackpotPaid,
  PledgeDefeated,
} from "../generated/Attention/Attention";
import { Commitment, Pledge } from "../generated/schema";
import { concludeDuel, defeatPledge, OF_ATTENTION, onPledge, repayGas, sealedPledge, startDuel } from "./duels";
import { account, activity } from "./records";

export function handleAuditorsDrawn(event: AuditorsDrawn): void {
  const c = Commitment.load(event.params.commitment)!;
  c.auditors = changetype<Bytes[]>(event.params.auditors);
  c.save();
  const a = activity(event, "AuditorsDrawn");
  a.run = c.run;
  a.commitment = c.id;
  a.save();
}

export function handleAuditSealed(event: AuditSealed): void {
  const c = Commitment.load(event.params.commitment)!;
  const l = sealedPledge(event, event.params.pledge, "Audit");
  l.run = c.run;
  l.commitment = c.id;
  l.owner = account(event.params.auditor, event).id;
  l.sealHash = event.params.sealHash;
  l.save();
  onPledge(event, "AuditSealed", l).save();
}

export function handleCanaryPlanted(event: CanaryPlanted): void {
  const l = sealedPledge(event, event.params.pledge, "Canary");
  l.run = event.params.run.toString();
  l.owner = account(event.params.planter, event).id;
  l.sealHash = event.params.sealHash;
  l.jackpot = event.params.jackpot;
  l.save();
  const a = onPledge(event, "CanaryPlanted", l);
  a.amount = event.params.jackpot;
  a.save();
}

export function handleAnswerOpened(event: AnswerOpened): void {
  const l = Pledge.load(OF_ATTENTION + event.params.pledge.toString())!;
  l.commitment = event.params.commitment;
  l.status = "Standing";
  l.root = event.params.root;
  l.openedAt = event.block.timestamp;
  l.save();
  onPledge(event, "AnswerOpened", l).save();
}

export function handleAnswerLapsed(event: AnswerLapsed): void {
  const l = Pledge.load(OF_ATTENTION + event.params.pledge.toString())!;
  l.status = "Lapsed";
  l.endedAt = event.block.timestamp;
  l.burned = event.params.burned;
  l.save();
  const a = onPledge(event, "AnswerLapsed", l);
  a.amount = event.params.burned;
  a.save();
}

/** A canary that can't count any more tells its commitment only now. */
export function handleAnswerSettled(event: AnswerSettled): void {
  const l = Pledge.load(OF_ATTENTION + event.params.pledge.toString())!;
  l.commitment = event.params.commitment;
  l.status = "Settled";
  l.endedAt = event.block.timestamp;
  l.pay = event.params.pay;
  l.save();
  const a = onPledge(event, "AnswerSettled", l);
  a.amount = event.params.pay;
  a.save();
}

export function handleJackpotPaid(event: JackpotPaid): void {
  const l = Pledge.load(OF_ATTENTION + event.params.pledge.toString())!;
  l.jackpotShares = event.params.auditors.toI32();
  l.save();
  const a = onPledge(event, "JackpotPaid", l);
  a.amount = event.params.jackpot;
  a.save();
}

export function handleBudgetReclaimed(event: BudgetReclaimed): void {
  const a = activity(event, "BudgetReclaimed");
  a.run = event.params.run.toString();
  a.account = account(event.params.owner, event).id;
  a.amount = event.params.amount;
  a.save();
}

export function handleDuelStarted(event: DuelStarted): void {
  startDuel(event, OF_ATTENTION, event.params.duel, event.params.left, event.params.right);
}

export function handleDuelConcluded(event: DuelConcluded): void {
  concludeDuel(event, event.params.duel, event.params.outcome, event.params.moot);
}

export function handlePledgeDefeated(event: PledgeDefeated): void {
  const id = OF_ATTENTION + event.params.pledge.toString();
  defeatPledge(event, id, event.params.gas, event.params.reward, event.params.burned);
}

export function handleGasRepaid(event: GasRepaid): void {
  const to = OF_ATTENTION + event.params.to.toString();
  repayGas(event, OF_ATTENTION + event.params.pledge.toString(), to, event.params.gas);
}
