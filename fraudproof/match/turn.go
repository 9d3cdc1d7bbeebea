package match

import "github.com/commonweight/commonweight/fraudproof/merkle"

// extension is what whoever is due next has at least: more where a list has to be computed.
func (g *Game) extension(next Phase) uint32 {
	switch {
	case next == PhaseBind, next == PhaseElement, next == PhaseFolds, next == PhaseSteps && g.Below == 0:
		return g.ListExtension
	default:
		return g.MoveExtension
	}
}

// pass ends the turn: the other side is due, held to mine.
func (g *Game) pass(now uint64, next Phase, mine, posted merkle.Hash) {
	g.passTo(now, g.Due.Other(), g.extension(next))
	g.Phase, g.Mine, g.Posted = next, mine, posted
}

// passTo takes the turn's time off the mover's clock (at Start: off both) and starts the next mover's, extended.
func (g *Game) passTo(now uint64, next Side, extension uint32) {
	used := uint32(now - g.TurnAt)
	if g.Due != Challenger {
		g.CommitterLeft -= used
	}
	if g.Due != Committer {
		g.ChallengerLeft -= used
	}
	if next == Committer {
		g.CommitterLeft = max(g.CommitterLeft, extension)
	} else {
		g.ChallengerLeft = max(g.ChallengerLeft, extension)
	}
	g.TurnAt, g.Due = now, next
}

// enter begins a list of that length.
func (g *Game) enter(length uint64) {
	g.Depth = merkle.Depth(length)
	g.Below = g.Depth - merkle.FirstLevels(length)
	g.Index = 0
}

// end ends the match.
func (g *Game) end(o Outcome) { g.Phase, g.Due, g.Outcome = PhaseEnded, SideNone, o }

// convicted is the outcome in which the side is convicted.
func convicted(s Side) Outcome {
	if s == Committer {
		return CommitterConvicted
	}
	return ChallengerConvicted
}

// judge says who is convicted where truth is what the claims should have been.
func (g *Game) judge(truth merkle.Hash) Outcome {
	switch {
	case g.Mine != truth && g.Posted != truth:
		return BothConvicted
	case g.Mine != truth:
		return convicted(g.Due)
	default:
		return convicted(g.Due.Other())
	}
}
