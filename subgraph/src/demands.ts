import { Answered, DemandEnded, Demanded } from "../generated/Demands/Demands";

export function handleAnswered(event: Answered): void {}

export function handleDemandEnded(event: DemandEnded): void {}

export function handleDemanded(event: Demanded): void {}
