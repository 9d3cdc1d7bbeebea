// Proofs of a commitment's steps.
import { StepProved, WindowProved } from "../generated/StepProofs/StepProofs";
import { Commitment, StepProof } from "../generated/schema";
import { about, account, activity, eventId } from "./records";

export function handleStepProved(event: StepProved): void {
  const c = Commitment.load(event.params.commitment)!;
  c.provenSteps += event.params.steps.toI32();
  c.save();
  const proof = new StepProof(eventId(event));
  proof.commitment = c.id;
  proof.run = c.run;
  proof.prover = account(event.params.prover, event).id;
  proof.firstStep = event.params.first;
  proof.steps = event.params.steps.toI32();
  proof.root = event.params.root;
  proof.at = event.block.timestamp;
  proof.tx = event.transaction.hash;
  proof.save();

  const a = activity(event, "StepProved");
  about(a, c);
  a.account = proof.prover;
  a.save();
}

export function handleWindowProved(event: WindowProved): void {
  const c = Commitment.load(event.params.commitment)!;
  c.provenAt = event.block.timestamp;
  c.save();

  const a = activity(event, "WindowProved");
  about(a, c);
  a.account = c.committer;
  a.save();
}
