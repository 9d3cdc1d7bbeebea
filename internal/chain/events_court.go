package chain

import (
	"math/big"

	"github.com/commonweight/commonweight/internal/chain/bindings"
)

// Staked: a validator put stake in; it now has total.
type Staked struct {
	Validator Address
	Amount    *big.Int
	Total     *big.Int
}

// UnstakeRequested: a validator asked for stake back.
type UnstakeRequested struct {
	Validator   Address
	Amount      *big.Int
	AvailableAt uint64
}

// Unstaked: it was credited.
type Unstaked struct {
	Validator Address
	Amount    *big.Int
}

// Delisted: a full list of validators lost its smallest to a larger one.
type Delisted struct {
	Validator Address
	By        Address
}

// CaseOpened: the first challenge against commitment was opened.
type CaseOpened struct {
	Commitment Hash
	Run        RunID
}

// CaseFrozen: evidence is frozen and the jury seated.
type CaseFrozen struct {
	Commitment  Hash
	Run         RunID
	Seed        Hash
	Jurors      []Address
	CommitUntil uint64
	RevealUntil uint64
}

// BallotCommitted: a juror committed a ballot. revealFrom isn't 0 if it was the last and the reveal phase begins.
type BallotCommitted struct {
	Commitment Hash
	Juror      Address
	Ballot     Hash
	RevealFrom uint64
}

// BallotRevealed: a ballot was revealed.
type BallotRevealed struct {
	Commitment Hash
	Juror      Address
	Root       Hash
}

// BallotLeaked: a ballot was leaked before its time and no longer counts; its reporter was credited.
type BallotLeaked struct {
	Commitment Hash
	Juror      Address
	Reporter   Address
	ToReporter *big.Int
	Burned     *big.Int
}

// Tallied: the ballots were counted.
type Tallied struct {
	Commitment Hash
	Verdict    Verdict
	Seats      uint16
	Votes      uint16
	VotesFor   uint16
}

// Resolved: the verdict took effect.
type Resolved struct {
	Commitment Hash
	Verdict    Verdict
}

// SeatSettled: a seat was settled: fee credited, burned of the stake gone, the rest free again.
type SeatSettled struct {
	Commitment Hash
	Juror      Address
	Fee        *big.Int
	Burned     *big.Int
}

func courtEvents(p *bindings.Court) decoders {
	return decoders{
		p.GetABI().Events["Staked"].ID: decoder(p.UnpackStakedEvent, func(e *bindings.CourtStaked) any {
			return Staked{Validator: e.Validator, Amount: e.Amount, Total: e.Total}
		}),
		p.GetABI().Events["UnstakeRequested"].ID: decoder(p.UnpackUnstakeRequestedEvent, func(e *bindings.CourtUnstakeRequested) any {
			return UnstakeRequested{Validator: e.Validator, Amount: e.Amount, AvailableAt: e.AvailableAt}
		}),
		p.GetABI().Events["Unstaked"].ID: decoder(p.UnpackUnstakedEvent, func(e *bindings.CourtUnstaked) any {
			return Unstaked{Validator: e.Validator, Amount: e.Amount}
		}),
		p.GetABI().Events["Delisted"].ID: decoder(p.UnpackDelistedEvent, func(e *bindings.CourtDelisted) any {
			return Delisted{Validator: e.Validator, By: e.By}
		}),
		p.GetABI().Events["CaseOpened"].ID: decoder(p.UnpackCaseOpenedEvent, func(e *bindings.CourtCaseOpened) any {
			return CaseOpened{Commitment: e.Commitment, Run: RunID(e.Run)}
		}),
		p.GetABI().Events["CaseFrozen"].ID: decoder(p.UnpackCaseFrozenEvent, func(e *bindings.CourtCaseFrozen) any {
			return CaseFrozen{
				Commitment: e.Commitment, Run: RunID(e.Run), Seed: e.Seed, Jurors: e.Jurors, CommitUntil: e.CommitUntil,
				RevealUntil: e.RevealUntil,
			}
		}),
		p.GetABI().Events["BallotCommitted"].ID: decoder(p.UnpackBallotCommittedEvent, func(e *bindings.CourtBallotCommitted) any {
			return BallotCommitted{Commitment: e.Commitment, Juror: e.Juror, Ballot: e.Ballot, RevealFrom: e.RevealFrom}
		}),
		p.GetABI().Events["BallotRevealed"].ID: decoder(p.UnpackBallotRevealedEvent, func(e *bindings.CourtBallotRevealed) any {
			return BallotRevealed{Commitment: e.Commitment, Juror: e.Juror, Root: e.Root}
		}),
		p.GetABI().Events["BallotLeaked"].ID: decoder(p.UnpackBallotLeakedEvent, func(e *bindings.CourtBallotLeaked) any {
			return BallotLeaked{Commitment: e.Commitment, Juror: e.Juror, Reporter: e.Reporter, ToReporter: e.ToReporter, Burned: e.Burned}
		}),
		p.GetABI().Events["Tallied"].ID: decoder(p.UnpackTalliedEvent, func(e *bindings.CourtTallied) any {
			return Tallied{Commitment: e.Commitment, Verdict: Verdict(e.Verdict), Seats: e.Seats, Votes: e.Votes, VotesFor: e.VotesFor}
		}),
		p.GetABI().Events["Resolved"].ID: decoder(p.UnpackResolvedEvent, func(e *bindings.CourtResolved) any {
			return Resolved{Commitment: e.Commitment, Verdict: Verdict(e.Verdict)}
		}),
		p.GetABI().Events["SeatSettled"].ID: decoder(p.UnpackSeatSettledEvent, func(e *bindings.CourtSeatSettled) any {
			return SeatSettled{Commitment: e.Commitment, Juror: e.Juror, Fee: e.Fee, Burned: e.Burned}
		}),
	}
}
