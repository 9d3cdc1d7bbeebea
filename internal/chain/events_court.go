package chain

import (
	"math/big"

	"github.com/commonweight/commonweight/internal/chain/bindings"
)

// CaseOpened: the first challenge against commitment was opened.
type CaseOpened struct {
	Commitment Hash
	Run        RunID
}

// RoundBegun: evidence is frozen, or round 1 found no majority; the beacon's answer about the seed block will draw a jury of this size.
type RoundBegun struct {
	Commitment Hash
	Run        RunID
	Round      uint32
	Size       uint16
	SeedBlock  uint64
}

// JuryDrawn: a jury was drawn; without jurors the case is tallied as no majority in the same call.
type JuryDrawn struct {
	Commitment  Hash
	Run         RunID
	Round       uint32
	Seed        Hash
	Jurors      []Address
	CommitUntil uint64
	RevealUntil uint64
}

// BallotCommitted: a juror committed a ballot. revealFrom isn't 0 if it was the last and the reveal phase begins.
type BallotCommitted struct {
	Commitment Hash
	Juror      Address
	Round      uint32
	Ballot     Hash
	RevealFrom uint64
}

// BallotRevealed: a ballot was revealed.
type BallotRevealed struct {
	Commitment Hash
	Juror      Address
	Round      uint32
	Root       Hash
}

// BallotLeaked: a ballot was leaked before its time and no longer counts; its reporter was credited.
type BallotLeaked struct {
	Commitment Hash
	Juror      Address
	Reporter   Address
	Round      uint32
	ToReporter *big.Int
	Burned     *big.Int
}

// Tallied: the ballots of a round were counted. After no majority in round 1 another begins, unless no jury could be seated.
type Tallied struct {
	Commitment Hash
	Round      uint32
	Verdict    Verdict
	Seats      uint16
	Votes      uint16
	VotesFor   uint16
}

// CommitterWaived: the committer of a commitment that fell gave up the appeal.
type CommitterWaived struct {
	Commitment Hash
	Committer  Address
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
	Round      uint32
	Fee        *big.Int
	Burned     *big.Int
}

func courtEvents(p *bindings.Court) decoders {
	return decoders{
		p.GetABI().Events["CaseOpened"].ID: decoder(p.UnpackCaseOpenedEvent, func(e *bindings.CourtCaseOpened) any {
			return CaseOpened{Commitment: e.Commitment, Run: RunID(e.Run)}
		}),
		p.GetABI().Events["RoundBegun"].ID: decoder(p.UnpackRoundBegunEvent, func(e *bindings.CourtRoundBegun) any {
			return RoundBegun{Commitment: e.Commitment, Run: RunID(e.Run), Round: e.Round, Size: e.Size, SeedBlock: e.SeedBlock}
		}),
		p.GetABI().Events["JuryDrawn"].ID: decoder(p.UnpackJuryDrawnEvent, func(e *bindings.CourtJuryDrawn) any {
			return JuryDrawn{
				Commitment: e.Commitment, Run: RunID(e.Run), Round: e.Round, Seed: e.Seed, Jurors: e.Jurors, CommitUntil: e.CommitUntil,
				RevealUntil: e.RevealUntil,
			}
		}),
		p.GetABI().Events["BallotCommitted"].ID: decoder(p.UnpackBallotCommittedEvent, func(e *bindings.CourtBallotCommitted) any {
			return BallotCommitted{Commitment: e.Commitment, Juror: e.Juror, Round: e.Round, Ballot: e.Ballot, RevealFrom: e.RevealFrom}
		}),
		p.GetABI().Events["BallotRevealed"].ID: decoder(p.UnpackBallotRevealedEvent, func(e *bindings.CourtBallotRevealed) any {
			return BallotRevealed{Commitment: e.Commitment, Juror: e.Juror, Round: e.Round, Root: e.Root}
		}),
		p.GetABI().Events["BallotLeaked"].ID: decoder(p.UnpackBallotLeakedEvent, func(e *bindings.CourtBallotLeaked) any {
			return BallotLeaked{
				Commitment: e.Commitment, Juror: e.Juror, Reporter: e.Reporter, Round: e.Round, ToReporter: e.ToReporter, Burned: e.Burned,
			}
		}),
		p.GetABI().Events["Tallied"].ID: decoder(p.UnpackTalliedEvent, func(e *bindings.CourtTallied) any {
			return Tallied{
				Commitment: e.Commitment, Round: e.Round, Verdict: Verdict(e.Verdict), Seats: e.Seats, Votes: e.Votes, VotesFor: e.VotesFor,
			}
		}),
		p.GetABI().Events["CommitterWaived"].ID: decoder(p.UnpackCommitterWaivedEvent, func(e *bindings.CourtCommitterWaived) any {
			return CommitterWaived{Commitment: e.Commitment, Committer: e.Committer}
		}),
		p.GetABI().Events["Resolved"].ID: decoder(p.UnpackResolvedEvent, func(e *bindings.CourtResolved) any {
			return Resolved{Commitment: e.Commitment, Verdict: Verdict(e.Verdict)}
		}),
		p.GetABI().Events["SeatSettled"].ID: decoder(p.UnpackSeatSettledEvent, func(e *bindings.CourtSeatSettled) any {
			return SeatSettled{Commitment: e.Commitment, Juror: e.Juror, Round: e.Round, Fee: e.Fee, Burned: e.Burned}
		}),
	}
}
