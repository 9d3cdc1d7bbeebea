import { Acquired, Cleared, Committed, Expired, Finalised, LeaseEnded, Paused, Rejected, Released, RolledBack, Settled, VoidedClaimed } from "../generated/Training/Training";

export function handleAcquired(event: Acquired): void {}

export function handleCleared(event: Cleared): void {}

export function handleCommitted(event: Committed): void {}

export function handleExpired(event: Expired): void {}

export function handleFinalised(event: Finalised): void {}

export function handleLeaseEnded(event: LeaseEnded): void {}

export function handlePaused(event: Paused): void {}

export function handleRejected(event: Rejected): void {}

export function handleReleased(event: Released): void {}

export function handleRolledBack(event: RolledBack): void {}

export function handleSettled(event: Settled): void {}

export function handleVoidedClaimed(event: VoidedClaimed): void {}
