import { AnswerLapsed, AnswerOpened, AnswerSettled, AuditSealed, AuditorsDrawn, BudgetReclaimed, CanaryPlanted, DuelConcluded, DuelStarted, GasRepaid, JackpotPaid, PledgeDefeated } from "../generated/Attention/Attention";

export function handleAnswerLapsed(event: AnswerLapsed): void {}

export function handleAnswerOpened(event: AnswerOpened): void {}

export function handleAnswerSettled(event: AnswerSettled): void {}

export function handleAuditSealed(event: AuditSealed): void {}

export function handleAuditorsDrawn(event: AuditorsDrawn): void {}

export function handleBudgetReclaimed(event: BudgetReclaimed): void {}

export function handleCanaryPlanted(event: CanaryPlanted): void {}

export function handleDuelConcluded(event: DuelConcluded): void {}

export function handleDuelStarted(event: DuelStarted): void {}

export function handleGasRepaid(event: GasRepaid): void {}

export function handleJackpotPaid(event: JackpotPaid): void {}

export function handlePledgeDefeated(event: PledgeDefeated): void {}
