package chain

import (
	"math/big"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/internal/chain/bindings"
)

// AuditorsDrawn: the auditors of a window are known for ever.
type AuditorsDrawn struct {
	Commitment Hash
	Seed       Hash
	Auditors   []Address
}

// AuditSealed: an auditor sealed its answer.
type AuditSealed struct {
	Pledge     PledgeID
	Commitment Hash
	Auditor    Address
	SealHash   Hash
}

// CanaryPlanted: a canary was planted, for some window of the run.
type CanaryPlanted struct {
	Pledge   PledgeID
	Run      RunID
	Planter  Address
	SealHash Hash
	Jackpot  *big.Int
}

// AnswerOpened: an answer was opened.
type AnswerOpened struct {
	Pledge     PledgeID
	Commitment Hash
	Owner      Address
	Root       Hash
}

// AnswerLapsed: an answer that was never opened ended; burned of its bond is gone. The commitment is zero for a canary.
type AnswerLapsed struct {
	Pledge     PledgeID
	Commitment Hash
	Owner      Address
	Burned     *big.Int
}

// AnswerSettled: an answer ended; its bond went back, and pay to an auditor.
type AnswerSettled struct {
	Pledge     PledgeID
	Commitment Hash
	Owner      Address
	Pay        *big.Int // in units of the reward token
}

// JackpotPaid: a canary's jackpot went to the auditors who agreed; its planter was repaid.
type JackpotPaid struct {
	Pledge     PledgeID
	Commitment Hash
	Jackpot    *big.Int
	Auditors   uint64
}

// BudgetReclaimed: the run's owner took what nobody earned.
type BudgetReclaimed struct {
	Run    RunID
	Owner  Address
	Amount *big.Int
}

// AuditDuelStarted: two answers began a match.
type AuditDuelStarted struct {
	Duel        ChallengeID
	Left, Right PledgeID
}

// AuditDuelConcluded: what came out of a duel over a history was recorded. Moot: one of the two had been defeated elsewhere.
type AuditDuelConcluded struct {
	Duel    ChallengeID
	Outcome match.Outcome
	Moot    bool
}

// AnswerDefeated: an answer lost a duel; what of its bond went where. By is 0 if both fell.
type AnswerDefeated struct {
	Pledge, By          PledgeID
	Gas, Reward, Burned *big.Int
}

// AnswerGasRepaid: the other side of a duel had its gas out of the bond of an answer that had been defeated elsewhere.
type AnswerGasRepaid struct {
	Pledge, To PledgeID
	Gas        *big.Int
}

func attentionEvents(p *bindings.Attention) decoders {
	return decoders{
		p.GetABI().Events["AuditorsDrawn"].ID: decoder(p.UnpackAuditorsDrawnEvent, func(e *bindings.AttentionAuditorsDrawn) any {
			return AuditorsDrawn{e.Commitment, e.Seed, e.Auditors}
		}),
		p.GetABI().Events["AuditSealed"].ID: decoder(p.UnpackAuditSealedEvent, func(e *bindings.AttentionAuditSealed) any {
			return AuditSealed{PledgeID(e.Pledge), e.Commitment, e.Auditor, e.SealHash}
		}),
		p.GetABI().Events["CanaryPlanted"].ID: decoder(p.UnpackCanaryPlantedEvent, func(e *bindings.AttentionCanaryPlanted) any {
			return CanaryPlanted{PledgeID(e.Pledge), RunID(e.Run), e.Planter, e.SealHash, e.Jackpot}
		}),
		p.GetABI().Events["AnswerOpened"].ID: decoder(p.UnpackAnswerOpenedEvent, func(e *bindings.AttentionAnswerOpened) any {
			return AnswerOpened{PledgeID(e.Pledge), e.Commitment, e.Owner, e.Root}
		}),
		p.GetABI().Events["AnswerLapsed"].ID: decoder(p.UnpackAnswerLapsedEvent, func(e *bindings.AttentionAnswerLapsed) any {
			return AnswerLapsed{PledgeID(e.Pledge), e.Commitment, e.Owner, e.Burned}
		}),
		p.GetABI().Events["AnswerSettled"].ID: decoder(p.UnpackAnswerSettledEvent, func(e *bindings.AttentionAnswerSettled) any {
			return AnswerSettled{PledgeID(e.Pledge), e.Commitment, e.Owner, e.Pay}
		}),
		p.GetABI().Events["JackpotPaid"].ID: decoder(p.UnpackJackpotPaidEvent, func(e *bindings.AttentionJackpotPaid) any {
			return JackpotPaid{PledgeID(e.Pledge), e.Commitment, e.Jackpot, e.Auditors.Uint64()}
		}),
		p.GetABI().Events["BudgetReclaimed"].ID: decoder(p.UnpackBudgetReclaimedEvent, func(e *bindings.AttentionBudgetReclaimed) any {
			return BudgetReclaimed{RunID(e.Run), e.Owner, e.Amount}
		}),
		p.GetABI().Events["DuelStarted"].ID: decoder(p.UnpackDuelStartedEvent, func(e *bindings.AttentionDuelStarted) any {
			return AuditDuelStarted{ChallengeID(e.Duel), PledgeID(e.Left), PledgeID(e.Right)}
		}),
		p.GetABI().Events["DuelConcluded"].ID: decoder(p.UnpackDuelConcludedEvent, func(e *bindings.AttentionDuelConcluded) any {
			return AuditDuelConcluded{ChallengeID(e.Duel), match.Outcome(e.Outcome), e.Moot}
		}),
		p.GetABI().Events["PledgeDefeated"].ID: decoder(p.UnpackPledgeDefeatedEvent, func(e *bindings.AttentionPledgeDefeated) any {
			return AnswerDefeated{PledgeID(e.Pledge), PledgeID(e.By), e.Gas, e.Reward, e.Burned}
		}),
		p.GetABI().Events["GasRepaid"].ID: decoder(p.UnpackGasRepaidEvent, func(e *bindings.AttentionGasRepaid) any {
			return AnswerGasRepaid{PledgeID(e.Pledge), PledgeID(e.To), e.Gas}
		}),
	}
}

func (e AuditorsDrawn) commitment() Hash        { return e.Commitment }
func (e AuditSealed) commitment() Hash          { return e.Commitment }
func (e CanaryPlanted) run() RunID              { return e.Run }
func (e AnswerOpened) commitment() Hash         { return e.Commitment }
func (e AnswerLapsed) commitment() Hash         { return e.Commitment } // a canary's belongs to no run's log
func (e AnswerSettled) commitment() Hash        { return e.Commitment }
func (e JackpotPaid) commitment() Hash          { return e.Commitment }
func (e BudgetReclaimed) run() RunID            { return e.Run }
func (e AuditDuelStarted) match() ChallengeID   { return e.Duel }
func (e AuditDuelConcluded) match() ChallengeID { return e.Duel }
