// Bytes that somebody asked for on chain, for a fee.
import { Answered, DemandEnded, Demanded } from "../generated/Demands/Demands";
import { Commitment, Demand } from "../generated/schema";
import { about, account, activity, protocol } from "./records";

export function handleDemanded(event: Demanded): void {
  const c = Commitment.load(event.params.commitment)!;
  c.demands += 1;
  const by = account(event.params.by, event);
  const d = new Demand(c.id.toHexString() + "-" + c.demands.toString());
  d.commitment = c.id;
  d.run = c.run;
  d.by = by.id;
  d.kind = event.params.kind == 1 ? "Tiles" : event.params.kind == 2 ? "Leaf" : "None";
  d.index = event.params.index;
  d.deadline = event.params.deadline;
  d.fee = event.params.fee;
  d.demandedAt = event.block.timestamp;
  d.status = "Open";
  d.save();
  c.demand = d.id;
  c.save();
  const p = protocol();
  p.demands += 1;
  p.save();

  const a = activity(event, "Demanded");
  about(a, c);
  a.account = by.id;
  a.amount = d.fee;
  a.save();
}

export function handleAnswered(event: Answered): void {
  const c = Commitment.load(event.params.commitment)!;
  const by = account(event.params.by, event);
  const d = Demand.load(c.demand!)!;
  d.status = "Answered";
  d.answeredBy = by.id;
  d.endedAt = event.block.timestamp;
  d.save();
  c.demand = null;
  c.save();

  const a = activity(event, "Answered");
  about(a, c);
  a.account = by.id;
  a.amount = event.params.fee;
  a.save();
}

export function handleDemandEnded(event: DemandEnded): void {
  const c = Commitment.load(event.params.commitment)!;
  const d = Demand.load(c.demand!)!;
  d.status = event.params.rejected ? "Rejected" : "Ended";
  d.endedAt = event.block.timestamp;
  d.save();
  c.demand = null;
  c.save();

  const a = activity(event, "DemandEnded");
  about(a, c);
  a.account = account(event.params.by, event).id;
  a.amount = event.params.fee;
  a.save();
}
