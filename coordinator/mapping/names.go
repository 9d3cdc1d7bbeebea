package mapping

import "github.com/commonweight/commonweight/coordinator/entity"

// Enums of the contracts, by their numbers there.
var (
	challengeStatuses = []entity.ChallengeStatus{
		"", entity.ChallengeStatusSealed, entity.ChallengeStatusOpened, entity.ChallengeStatusLapsed, entity.ChallengeStatusWon,
		entity.ChallengeStatusDefeated, entity.ChallengeStatusReturned,
	}
	outcomes = []entity.Outcome{
		entity.OutcomeNone, entity.OutcomeRunning, entity.OutcomeCommitterConvicted, entity.OutcomeChallengerConvicted,
		entity.OutcomeBothConvicted, entity.OutcomeBothSilent, entity.OutcomeVoid, entity.OutcomeDismissed,
	}
	verdicts = []entity.Verdict{
		entity.VerdictUndecided, entity.VerdictStands, entity.VerdictFalls, entity.VerdictNoMajority, entity.VerdictVoid, entity.VerdictCleared,
	}
	sides  = []entity.Side{entity.SideNone, entity.SideCommitter, entity.SideChallenger}
	phases = []entity.Phase{
		entity.PhaseNone, entity.PhaseStart, entity.PhaseSteps, entity.PhaseTrace, entity.PhaseBind, entity.PhaseBound, entity.PhaseTiles,
		entity.PhaseElement, entity.PhaseFolds, entity.PhaseBlocks, entity.PhaseLeaf, entity.PhaseEnded,
	}
)
