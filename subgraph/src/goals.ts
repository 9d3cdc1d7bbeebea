import { Claimed, Contested, DuelConcluded, DuelStarted, GasRepaid, Locked, PledgeDefeated, Pulled, Reached, ReadingSettled, TakenBack } from "../generated/Goals/Goals";

export function handleClaimed(event: Claimed): void {}

export function handleContested(event: Contested): void {}

export function handleDuelConcluded(event: DuelConcluded): void {}

export function handleDuelStarted(event: DuelStarted): void {}

export function handleGasRepaid(event: GasRepaid): void {}

export function handleLocked(event: Locked): void {}

export function handlePledgeDefeated(event: PledgeDefeated): void {}

export function handlePulled(event: Pulled): void {}

export function handleReached(event: Reached): void {}

export function handleReadingSettled(event: ReadingSettled): void {}

export function handleTakenBack(event: TakenBack): void {}
