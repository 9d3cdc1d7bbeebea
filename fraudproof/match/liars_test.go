package match_test

import (
	"math/rand/v2"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/referee"
)

// lies are lies of an operator of a step: in the first, the last and some other tile, word, chunk and block.
func (s *stage) lies(r *rand.Rand, step int, operator uint32) []lie {
	descriptor := s.program.Operators[operator].Descriptor()
	geometry, _ := referee.Describe(&descriptor, uint64(operator))
	var list []lie
	for range 2 {
		for _, tile := range []uint64{0, geometry.Leaves() - 1, r.Uint64N(geometry.Leaves())} {
			x := lie{step: step, operator: operator, tile: uint32(tile), word: uint8(r.Uint32()), bits: 1 << (r.Uint32N(12) + 12)}
			if geometry.Leaf == referee.LeafState {
				x.word = 0
			} else if geometry.Way(tile, uint32(x.word)) != referee.WayLeaf {
				x.chunk = r.Uint32N(geometry.Chunks())
				if r.IntN(2) == 0 {
					x.chunk = geometry.Chunks() - 1
				}
				x.block = r.Uint32N(geometry.Blocks(x.chunk))
			}
			list = append(list, x)
		}
	}
	return list
}

// TestTheLiarIsConvicted: at every operator, in every step, wherever in its output. By a leaf, because this liar always has a move.
func TestTheLiarIsConvicted(t *testing.T) {
	for name, s := range map[string]*stage{"gpt": newGPT(t, 3), "mlp": newMLP(t, 1)} {
		r := rand.New(rand.NewPCG(4, 4))
		phases := map[match.Phase]int{}
		codes := map[string]int{}
		longest := 0
		for o := range uint32(len(s.program.Operators)) {
			if (name == "gpt" || testing.Short()) && o%5 != 0 && int(o) != len(s.program.Operators)-1 {
				continue
			}
			for i, x := range s.lies(r, 1+r.IntN(s.steps), o) {
				if i >= 2 && name == "gpt" {
					break
				}
				l := s.liar(x)
				if l == nil {
					continue
				}
				for _, m := range s.honestAgainst(l) {
					if m.late {
						t.Fatalf("%s: %+v: ended by the clock in phase %s", name, x, m.states[len(m.states)-1].Phase)
					}
					longest = max(longest, len(m.moves))
					for _, g := range m.states {
						phases[g.Phase]++
					}
					codes[s.program.Operators[o].Code.String()]++
				}
			}
		}
		t.Logf("%s: at most %d moves; %v", name, longest, codes)
		for p := match.PhaseStart; p <= match.PhaseLeaf; p++ {
			if phases[p] == 0 && !(name == "gpt" && p == match.PhaseFolds) && !testing.Short() {
				t.Errorf("%s: no match came to phase %s", name, p)
			}
		}
	}
}

// TestWhoeverMadeUpARootRunsOutOfTime: nothing lies behind it, so it can neither be opened nor answered.
func TestWhoeverMadeUpARootRunsOutOfTime(t *testing.T) {
	s := newGPT(t, 2)
	for _, o := range []uint32{0, 40, uint32(len(s.program.Operators) - 1)} {
		for _, m := range s.honestAgainst(s.liar(lie{step: 2, operator: o, rootless: true})) {
			if !m.late {
				t.Errorf("operator %d: not ended by the clock", o)
			}
		}
	}
}

// TestTwoLiars: whoever is wrong is convicted, and if both are, both may be; nothing else can happen.
func TestTwoLiars(t *testing.T) {
	s := newGPT(t, 2)
	a := s.liar(lie{step: 1, operator: 30, bits: 1 << 20})
	b := s.liar(lie{step: 1, operator: 30, bits: 1 << 21})
	m := s.play([2]merkle.Hash{a.claim, b.claim}, [2]player{s.solver(match.Committer, a), s.solver(match.Challenger, b)}, match.Committer, 1)
	if m.Outcome != match.BothConvicted {
		t.Errorf("two lies at one place: %s", m.Outcome)
	}
}
