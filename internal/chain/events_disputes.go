package chain

import (
	"math/big"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/internal/chain/bindings"
)

// Sealed: a challenge against commitment was sealed.
type Sealed struct {
	Challenge  ChallengeID
	Commitment Hash
	Challenger Address
	SealHash   Hash
	OpenUntil  uint64
	Bond       *big.Int
}

// Opened: it was opened: it names root.
type Opened struct {
	Challenge   ChallengeID
	Commitment  Hash
	Beneficiary Address
	Root        Hash
}

// Lapsed: it was never opened; burned of its bond is gone (0 on a voided commitment).
type Lapsed struct {
	Challenge  ChallengeID
	Commitment Hash
	Challenger Address
	Burned     *big.Int
}

// ArithmeticOpened: its match began. By opened arithmetic.
type ArithmeticOpened struct {
	Challenge  ChallengeID
	Commitment Hash
	By         Address
}

// Concluded: its match was concluded. Void: the commitment was rejected before it ended.
type Concluded struct {
	Challenge  ChallengeID
	Commitment Hash
	Outcome    match.Outcome
}

// ChallengeDismissed: a proof of the commitment's steps ended it. By called.
type ChallengeDismissed struct {
	Challenge  ChallengeID
	Commitment Hash
	By         Address
}

// ChallengerWaived: its challenger gave up the appeal against a tally that let the commitment stand.
type ChallengerWaived struct {
	Challenge  ChallengeID
	Commitment Hash
}

// Nominated: it is now the earliest undefeated challenge that names root.
type Nominated struct {
	Challenge  ChallengeID
	Commitment Hash
	Root       Hash
}

// ChallengeSettled: it is over. To the challenger: bond and gas; to the beneficiary: the reward; to the committer: part of a defeated
// bond.
type ChallengeSettled struct {
	Challenge     ChallengeID
	Commitment    Hash
	Status        ChallengeStatus
	ToChallenger  *big.Int
	ToBeneficiary *big.Int
	ToCommitter   *big.Int
	Burned        *big.Int
}

func disputesEvents(p *bindings.Disputes) decoders {
	return decoders{
		p.GetABI().Events["Sealed"].ID: decoder(p.UnpackSealedEvent, func(e *bindings.DisputesSealed) any {
			return Sealed{
				Challenge: ChallengeID(e.Challenge), Commitment: e.Commitment, Challenger: e.Challenger, SealHash: e.SealHash,
				OpenUntil: e.OpenUntil, Bond: e.Bond,
			}
		}),
		p.GetABI().Events["Opened"].ID: decoder(p.UnpackOpenedEvent, func(e *bindings.DisputesOpened) any {
			return Opened{Challenge: ChallengeID(e.Challenge), Commitment: e.Commitment, Beneficiary: e.Beneficiary, Root: e.Root}
		}),
		p.GetABI().Events["ArithmeticOpened"].ID: decoder(p.UnpackArithmeticOpenedEvent, func(e *bindings.DisputesArithmeticOpened) any {
			return ArithmeticOpened{ChallengeID(e.Challenge), e.Commitment, e.By}
		}),
		p.GetABI().Events["Concluded"].ID: decoder(p.UnpackConcludedEvent, func(e *bindings.DisputesConcluded) any {
			return Concluded{ChallengeID(e.Challenge), e.Commitment, match.Outcome(e.Outcome)}
		}),
		p.GetABI().Events["ChallengeDismissed"].ID: decoder(p.UnpackChallengeDismissedEvent, func(e *bindings.DisputesChallengeDismissed) any {
			return ChallengeDismissed{ChallengeID(e.Challenge), e.Commitment, e.By}
		}),
		p.GetABI().Events["ChallengerWaived"].ID: decoder(p.UnpackChallengerWaivedEvent, func(e *bindings.DisputesChallengerWaived) any {
			return ChallengerWaived{ChallengeID(e.Challenge), e.Commitment}
		}),
		p.GetABI().Events["Nominated"].ID: decoder(p.UnpackNominatedEvent, func(e *bindings.DisputesNominated) any {
			return Nominated{ChallengeID(e.Challenge), e.Commitment, e.Root}
		}),
		p.GetABI().Events["Lapsed"].ID: decoder(p.UnpackLapsedEvent, func(e *bindings.DisputesLapsed) any {
			return Lapsed{Challenge: ChallengeID(e.Challenge), Commitment: e.Commitment, Challenger: e.Challenger, Burned: e.Burned}
		}),
		p.GetABI().Events["ChallengeSettled"].ID: decoder(p.UnpackChallengeSettledEvent, func(e *bindings.DisputesChallengeSettled) any {
			return ChallengeSettled{
				Challenge: ChallengeID(e.Challenge), Commitment: e.Commitment, Status: ChallengeStatus(e.Status),
				ToChallenger: e.ToChallenger, ToBeneficiary: e.ToBeneficiary, ToCommitter: e.ToCommitter, Burned: e.Burned,
			}
		}),
	}
}
