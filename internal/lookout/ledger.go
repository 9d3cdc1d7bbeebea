package lookout

import (
	"math/big"
	"slices"

	"github.com/commonweight/commonweight/internal/chain"
)

// ledger is what the log says of one account: what of its money hangs on something, and what it may have to do.
type ledger struct {
	self, juror chain.Address

	commitments map[chain.Hash]*big.Int // own, with their bonds; nil: not read yet
	challenges  map[chain.ChallengeID]*sealed
	seats       map[seat]bool
	answers     map[chain.PledgeID]*answer
	readings    map[chain.PledgeID]*big.Int // claims about goals and contests; nil: not read yet
	matches     map[chain.ChallengeID]bool
	demands     map[chain.Hash]uint64 // deadlines, of what is demanded of own commitments
}

type sealed struct {
	bond      *big.Int
	openUntil uint64 // 0 once it is opened
}

type seat struct {
	commitment chain.Hash
	round      uint32
}

type answer struct {
	commitment chain.Hash // zero of a canary
	bond       *big.Int   // nil: not read yet
	opened     bool
	openUntil  uint64 // 0: not known
}

func newLedger(self, juror chain.Address) *ledger {
	return &ledger{
		self: self, juror: juror, commitments: make(map[chain.Hash]*big.Int), challenges: make(map[chain.ChallengeID]*sealed),
		seats: make(map[seat]bool), answers: make(map[chain.PledgeID]*answer), readings: make(map[chain.PledgeID]*big.Int),
		matches: make(map[chain.ChallengeID]bool), demands: make(map[chain.Hash]uint64),
	}
}

// take reads one event.
func (l *ledger) take(e chain.Event) {
	if l.self == (chain.Address{}) {
		return
	}
	l.bonds(e.Data)
	l.pledges(e.Data)
	l.duties(e.Data)
}

// bonds follows commitments and challenges.
func (l *ledger) bonds(data any) {
	switch e := data.(type) {
	case chain.Committed:
		if e.Committer == l.self {
			l.commitments[e.Commitment] = nil
		}
	case chain.Finalised:
		delete(l.commitments, e.Commitment)
	case chain.Cleared:
		delete(l.commitments, e.Commitment)
	case chain.Settled:
		delete(l.commitments, e.Commitment)
	case chain.VoidedClaimed:
		delete(l.commitments, e.Commitment)
	case chain.Sealed:
		if e.Challenger == l.self {
			l.challenges[e.Challenge] = &sealed{e.Bond, e.OpenUntil}
		}
	case chain.Opened:
		if x := l.challenges[e.Challenge]; x != nil {
			x.openUntil = 0
		}
	case chain.Lapsed:
		delete(l.challenges, e.Challenge)
	case chain.ChallengeSettled:
		delete(l.challenges, e.Challenge)
	}
}

// pledges follows answers, canaries, claims and contests.
func (l *ledger) pledges(data any) {
	switch e := data.(type) {
	case chain.AuditSealed:
		if e.Auditor == l.self {
			l.answers[e.Pledge] = &answer{commitment: e.Commitment}
		}
	case chain.CanaryPlanted:
		if e.Planter == l.self {
			l.answers[e.Pledge] = &answer{}
		}
	case chain.AnswerOpened:
		if x := l.answers[e.Pledge]; x != nil {
			x.opened = true
		}
	case chain.AnswerLapsed:
		delete(l.answers, e.Pledge)
	case chain.AnswerSettled:
		delete(l.answers, e.Pledge)
	case chain.AnswerDefeated:
		delete(l.answers, e.Pledge)
	case chain.GoalClaimed:
		if e.Owner == l.self {
			l.readings[e.Pledge] = nil
		}
	case chain.GoalContested:
		if e.Owner == l.self {
			l.readings[e.Pledge] = nil
		}
	case chain.ReadingSettled:
		delete(l.readings, e.Pledge)
	case chain.PledgeLost:
		delete(l.readings, e.Pledge)
	}
}

// duties follows seats, matches and demands.
func (l *ledger) duties(data any) {
	switch e := data.(type) {
	case chain.JuryDrawn:
		if slices.Contains(e.Jurors, l.juror) {
			l.seats[seat{e.Commitment, e.Round}] = true
		}
	case chain.SeatSettled:
		if e.Juror == l.juror {
			delete(l.seats, seat{e.Commitment, e.Round})
		}
	case chain.Started:
		if e.Committer == l.self || e.Challenger == l.self {
			l.matches[e.Match] = true
		}
	case chain.Ended:
		delete(l.matches, e.Match)
	case chain.Concluded:
		delete(l.matches, e.Challenge)
	case chain.Demanded:
		if _, own := l.commitments[e.Commitment]; own {
			l.demands[e.Commitment] = e.Deadline
		}
	case chain.DemandAnswered:
		delete(l.demands, e.Commitment)
	case chain.DemandEnded:
		delete(l.demands, e.Commitment)
	}
}
