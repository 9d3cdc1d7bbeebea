package match_test

import (
	"errors"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/merkle"
)

// TestDuels: lists that begin and end alike and were named before are played to the leaf; a side that opens another is refused.
func TestDuels(t *testing.T) {
	s := newGPT(t, 3)
	truth := s.history[s.steps]
	own := merkle.ListRoot(merkle.KindSteps, s.history)
	for _, x := range []lie{
		{step: 1, operator: 30, bits: 1 << 20, rejoins: true},
		{step: 2, operator: uint32(len(s.program.Operators) - 1), bits: 1 << 20, rejoins: true},
		{step: 2, operator: 7, rejoins: true, rootless: true},
	} {
		l := s.liar(x)
		if l.claim != truth {
			t.Fatalf("%+v: its history doesn't rejoin the truth", x)
		}
		lies := l.patched[match.List{Name: match.ListSteps}].Root()
		for _, honest := range []match.Side{match.Committer, match.Challenger} {
			for _, first := range []match.Side{match.Committer, match.Challenger} {
				players := [2]player{}
				players[honest-1], players[honest.Other()-1] = s.solver(honest, s.lists), s.solver(honest.Other(), l)
				s.named[honest-1], s.named[honest.Other()-1] = own, lies
				m := s.play([2]merkle.Hash{truth, truth}, players, first, 3)
				want := match.ChallengerConvicted
				if honest == match.Challenger {
					want = match.CommitterConvicted
				}
				if m.Outcome != want || m.late != x.rootless {
					t.Errorf("%+v: honest %s, %s first: %s, by the clock: %t", x, honest, first, m.Outcome, m.late)
				}
				s.othersLists(m)
			}
		}
	}
	s.named = [2]merkle.Hash{}
}

// othersLists plays a match's moves in the steps list again where the sides had named other lists.
func (s *stage) othersLists(m played) {
	s.t.Helper()
	refused := 0
	for i, g := range m.states {
		g.CommitterList, g.ChallengerList = merkle.Hash{1}, merkle.Hash{2}
		_, _, err := s.rules.Play(g, m.moves[i], m.now[i])
		switch {
		case errors.Is(err, match.ErrWrongClaim):
			refused++
		case err != nil:
			s.t.Errorf("move %d, %T: %v", i, m.moves[i], err)
		}
	}
	if refused != 2 {
		s.t.Errorf("%d openings of other lists were refused, want both", refused)
	}
}

// TestDuelTerms: equal roots are for those only who named different lists.
func TestDuelTerms(t *testing.T) {
	one, two := merkle.Hash{1}, merkle.Hash{2}
	for _, c := range []struct {
		lists [2]merkle.Hash
		ok    bool
	}{{[2]merkle.Hash{one, two}, true}, {[2]merkle.Hash{one, one}, false}, {[2]merkle.Hash{one, {}}, false}, {[2]merkle.Hash{{}, two}, false}, {}} {
		_, err := match.Start(match.Terms{Steps: 2, CommitterRoot: one, ChallengerRoot: one, CommitterList: c.lists[0], ChallengerList: c.lists[1]}, 1)
		if (err == nil) != c.ok {
			t.Errorf("%v: %v", c.lists, err)
		}
	}
}
