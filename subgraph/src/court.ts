import { BallotCommitted, BallotLeaked, BallotRevealed, CaseOpened, CommitterWaived, JuryDrawn, Resolved, RoundBegun, SeatSettled, Tallied } from "../generated/Court/Court";

export function handleBallotCommitted(event: BallotCommitted): void {}

export function handleBallotLeaked(event: BallotLeaked): void {}

export function handleBallotRevealed(event: BallotRevealed): void {}

export function handleCaseOpened(event: CaseOpened): void {}

export function handleCommitterWaived(event: CommitterWaived): void {}

export function handleJuryDrawn(event: JuryDrawn): void {}

export function handleResolved(event: Resolved): void {}

export function handleRoundBegun(event: RoundBegun): void {}

export function handleSeatSettled(event: SeatSettled): void {}

export function handleTallied(event: Tallied): void {}
