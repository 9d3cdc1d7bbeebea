package match_test

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/merkle"
)

// TestRefusals: what a side could gain by, refused by name.
func TestRefusals(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 7))
	s := newMLP(t, 2) // three entries: the fourth node of the steps list is padding
	seen := map[error]int{}
	refuse := func(g match.Game, m match.Move, now uint64, want error) {
		t.Helper()
		if _, _, err := s.rules.Play(g, m, now); !errors.Is(err, want) {
			t.Errorf("%T: %v, want %v", m, err, want)
		}
		seen[want]++
	}
	// earlier says that the lists part one place before they do.
	earlier := func(a match.Answer) (match.Answer, bool) {
		place := len(a.Nodes) - len(a.Theirs)
		if place == 0 {
			return a, false
		}
		a.Theirs = append([]merkle.Hash{a.Nodes[place-1]}, a.Theirs...)
		return a, true
	}
	for o := range uint32(len(s.program.Operators)) {
		var games []played
		for _, x := range s.lies(r, 2, o)[:4] {
			if l := s.liar(x); l != nil {
				games = append(games, s.honestAgainst(l)[0])
			}
		}
		for _, game := range games {
			for i, m := range game.moves {
				g, now := game.states[i], game.now[i]
				switch m := m.(type) {
				case match.OpenSteps:
					m.List.Nodes = append([]merkle.Hash(nil), m.List.Nodes...)
					m.List.Nodes[3] = merkle.Hash{1}
					refuse(g, m, now, match.ErrWrongNodes)
				case match.Continue:
					if a, ok := earlier(m.Answer); ok {
						m.Answer = a
						refuse(g, m, now, match.ErrNoDifference)
					}
				case match.MoveToTrace:
					if a, ok := earlier(m.Answer); ok {
						m.Answer = a
						refuse(g, m, now, match.ErrNoDifference)
					}
				case match.AnswerElement:
					if len(m.Words) > 0 {
						m.Value ^= 1 << 5
						refuse(g, m, now, match.ErrWrongWords)
					}
				case match.AnswerFolds:
					last := m
					m.Value ^= 1 << 5
					if m.Chunk == g.Geometry.Chunks()-1 {
						refuse(g, m, now, match.ErrWrongClaim)
					} else {
						refuse(g, m, now, match.ErrWrongWords)
						last.Chunk, last.Value = g.Geometry.Chunks()-1, 0x12345678
						refuse(g, last, now, match.ErrWrongClaim)
					}
				case match.AnswerBlocks:
					m.Block = uint8(g.Geometry.Blocks(g.Chunk) - 1)
					m.Value = bytes.Repeat([]byte{0x12}, len(m.Value))
					refuse(g, m, now, match.ErrWrongClaim)
				}
			}
		}
	}
	for _, want := range []error{match.ErrWrongNodes, match.ErrNoDifference, match.ErrWrongWords, match.ErrWrongClaim} {
		if seen[want] < 3 {
			t.Errorf("%d moves to be refused with %v", seen[want], want)
		}
	}
}
