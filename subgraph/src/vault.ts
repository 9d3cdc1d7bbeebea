import { Burned, Credited, Deposited, Moved, Withdrawn } from "../generated/Vault/Vault";

export function handleBurned(event: Burned): void {}

export function handleCredited(event: Credited): void {}

export function handleDeposited(event: Deposited): void {}

export function handleMoved(event: Moved): void {}

export function handleWithdrawn(event: Withdrawn): void {}
