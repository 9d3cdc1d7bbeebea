import { Answered, Awaits, Ended, KeyNamed, OperatorBound, Posted, Started, StepFound } from "../generated/Matches/Matches";

export function handleAnswered(event: Answered): void {}

export function handleAwaits(event: Awaits): void {}

export function handleEnded(event: Ended): void {}

export function handleKeyNamed(event: KeyNamed): void {}

export function handleOperatorBound(event: OperatorBound): void {}

export function handlePosted(event: Posted): void {}

export function handleStarted(event: Started): void {}

export function handleStepFound(event: StepFound): void {}
