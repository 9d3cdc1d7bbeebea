import { ArithmeticOpened, ChallengeSettled, ChallengerWaived, Concluded, Lapsed, Nominated, Opened, Sealed } from "../generated/Disputes/Disputes";

export function handleArithmeticOpened(event: ArithmeticOpened): void {}

export function handleChallengeSettled(event: ChallengeSettled): void {}

export function handleChallengerWaived(event: ChallengerWaived): void {}

export function handleConcluded(event: Concluded): void {}

export function handleLapsed(event: Lapsed): void {}

export function handleNominated(event: Nominated): void {}

export function handleOpened(event: Opened): void {}

export function handleSealed(event: Sealed): void {}
