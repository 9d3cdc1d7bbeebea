package mapping

import (
	"math/big"
	"strconv"

	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/internal/chain"
)

func matches(r *records, e chain.Event) bool {
	switch d := e.Data.(type) {
	case chain.Started:
		handleStarted(r, e, d)
	case chain.Answered:
		handleAnswered(r, e, d)
	case chain.Posted:
		handlePosted(r, e, d)
	case chain.Awaits:
		handleAwaits(r, e, d)
	case chain.StepFound:
		handleStepFound(r, e, d)
	case chain.OperatorBound:
		handleOperatorBound(r, e, d)
	case chain.Ended:
		handleEnded(r, e, d)
	case chain.KeyNamed:
		handleKeyNamed(r, e, d)
	default:
		return false
	}
	return true
}

// onMatch is the event as a line of a timeline about a match, and what the match is about.
func onMatch(r *records, e chain.Event, name string, m *entity.Match) *entity.Activity {
	a := activity(e, name)
	a.Run, a.Match, a.Challenge = new(m.Run), new(m.ID), m.Challenge
	if m.Challenge != nil {
		a.Commitment = new(must[entity.Challenge](r, *m.Challenge).Commitment)
	} else if m.Duel != nil {
		a.Commitment = must[entity.Pledge](r, must[entity.Duel](r, *m.Duel).Left).Commitment
	}
	return a
}

// onMove is the same about what a side said.
func onMove(r *records, e chain.Event, name string, m *entity.Match, side entity.Side) *entity.Activity {
	a := onMatch(r, e, name, m)
	if side == entity.SideCommitter {
		a.Account = new(m.Committer)
	} else {
		a.Account = new(m.Challenger)
	}
	return a
}

func handleStarted(r *records, e chain.Event, d chain.Started) {
	p := protocol(r)
	p.Matches++
	r.save(p)
	m := &entity.Match{
		ID: number(d.Match), Number: whole(d.Match), Run: number(d.Run), Committer: account(r, d.Committer, e).ID,
		Challenger: account(r, d.Challenger, e).ID, Steps: int32(d.Steps), PreRoot: d.PreRoot[:], CommitterRoot: d.CommitterRoot[:],
		ChallengerRoot: d.ChallengerRoot[:], StartedAt: whole(e.Time), Deadline: whole(d.Deadline), Due: entity.SideNone,
		Phase: entity.PhaseStart, Outcome: entity.OutcomeRunning,
	}
	if d.Match < chain.FirstDuel {
		m.Challenge = new(m.ID)
	} else {
		m.Duel = new(m.ID)
	}
	r.save(m)
	r.save(onMatch(r, e, "Started", m))
}

// line is the next line of a match's log. The caller says what it says, and saves it and the match.
func line(r *records, e chain.Event, m *entity.Match, kind entity.MoveKind) *entity.Move {
	p := protocol(r)
	p.Moves++
	r.save(p)
	m.Moves++
	return &entity.Move{
		ID: moveID(m), Match: m.ID, Number: m.Moves, Kind: kind, Side: entity.SideNone, Phase: m.Phase, At: whole(e.Time),
		Block: whole(e.Block), Tx: e.Tx[:],
	}
}

// moveID is the id of the match's last line.
func moveID(m *entity.Match) string { return m.ID + "-" + strconv.Itoa(int(m.Moves)) }

func handleAnswered(r *records, e chain.Event, d chain.Answered) {
	m := must[entity.Match](r, number(d.Match))
	l := line(r, e, m, entity.MoveKindAnswered)
	l.Side = spelled(d.Side, sides...)
	l.Phase = spelled(d.Phase, phases...)
	l.Place = whole(d.Place)
	l.Value = d.Value[:]
	r.save(l)
	r.save(m)
	r.save(onMove(r, e, "Answered", m, l.Side))
}

func handlePosted(r *records, e chain.Event, d chain.Posted) {
	m := must[entity.Match](r, number(d.Match))
	m.Phase = spelled(d.Phase, phases...)
	m.Due = entity.SideCommitter
	if spelled(d.Side, sides...) == entity.SideCommitter {
		m.Due = entity.SideChallenger
	}
	m.Deadline = whole(d.Deadline)
	l := line(r, e, m, entity.MoveKindPosted)
	l.Side = spelled(d.Side, sides...)
	l.Place = whole(d.Place)
	l.Data = d.Data
	l.Deadline = m.Deadline
	r.save(l)
	r.save(m)
	r.save(onMove(r, e, "Posted", m, l.Side))
}

func handleAwaits(r *records, e chain.Event, d chain.Awaits) {
	m := must[entity.Match](r, number(d.Match))
	m.Phase = spelled(d.Phase, phases...)
	m.Due = spelled(d.Side, sides...)
	m.Deadline = whole(d.Deadline)
	if m.Phase == entity.PhaseBind {
		// The answer just before names an entry of the trace; the first is the state, operators follow.
		said := must[entity.Move](r, moveID(m))
		m.Operator = minus(said.Place, big.NewInt(1))
	}
	l := line(r, e, m, entity.MoveKindAwaits)
	l.Side = m.Due
	l.Deadline = m.Deadline
	r.save(l)
	r.save(m)
	r.save(onMove(r, e, "Awaits", m, l.Side))
}

func handleStepFound(r *records, e chain.Event, d chain.StepFound) {
	m := must[entity.Match](r, number(d.Match))
	m.Step = whole(d.Step)
	m.Agreed = d.Agreed[:]
	l := line(r, e, m, entity.MoveKindStepFound)
	l.Place = m.Step
	l.Value = d.Agreed[:]
	r.save(l)
	r.save(m)
	r.save(onMatch(r, e, "StepFound", m))
}

func handleOperatorBound(r *records, e chain.Event, d chain.OperatorBound) {
	m := must[entity.Match](r, number(d.Match))
	m.Phase = entity.PhaseBound
	l := line(r, e, m, entity.MoveKindOperatorBound)
	l.Place = whole(d.Operator)
	l.Value = d.Binding[:]
	r.save(l)
	r.save(m)
	r.save(onMatch(r, e, "OperatorBound", m))
}

func handleEnded(r *records, e chain.Event, d chain.Ended) {
	m := must[entity.Match](r, number(d.Match))
	m.Phase = entity.PhaseEnded
	m.Due = entity.SideNone
	m.Outcome = spelled(d.Outcome, outcomes...)
	m.EndedAt = whole(e.Time)
	m.EndedIn = new(spelled(d.Phase, phases...))
	m.ByClock = d.ByClock
	l := line(r, e, m, entity.MoveKindEnded)
	l.Phase = *m.EndedIn
	if d.Truth != (chain.Hash{}) {
		m.Truth = d.Truth[:]
		l.Value = d.Truth[:]
	}
	r.save(l)
	r.save(m)
	r.save(onMatch(r, e, "Ended", m))
}

func handleKeyNamed(r *records, e chain.Event, d chain.KeyNamed) {
	owner := account(r, d.Owner, e)
	owner.NamedKey = nil
	if d.Key != (chain.Address{}) {
		owner.NamedKey = d.Key[:]
	}
	r.save(owner)
	a := activity(e, "KeyNamed")
	a.Account = new(owner.ID)
	r.save(a)
}
