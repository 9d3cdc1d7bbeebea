import { StakeLocked, StakeReleased, Staked, UnstakeRequested, Unstaked } from "../generated/Validators/Validators";

export function handleStakeLocked(event: StakeLocked): void {}

export function handleStakeReleased(event: StakeReleased): void {}

export function handleStaked(event: Staked): void {}

export function handleUnstakeRequested(event: UnstakeRequested): void {}

export function handleUnstaked(event: Unstaked): void {}
