import { Funded, Reclaimed, RewardReserved, RunCreated, Transfer } from "../generated/RunRegistry/RunRegistry";

export function handleFunded(event: Funded): void {}

export function handleReclaimed(event: Reclaimed): void {}

export function handleRewardReserved(event: RewardReserved): void {}

export function handleRunCreated(event: RunCreated): void {}

export function handleTransfer(event: Transfer): void {}
