package match_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/match"
)

// TestLongest has the longest matches in numbers.
func TestLongest(t *testing.T) {
	const hour = 3600
	public := match.Terms{Clock: 24 * hour, MoveExtension: 2 * hour, ListExtension: 4 * hour, HistoryExtension: 4*hour + 30}
	devnet := match.Terms{Clock: 120, MoveExtension: 10, ListExtension: 20, HistoryExtension: 26}
	short := match.Terms{Clock: 5, MoveExtension: 1, ListExtension: 1, HistoryExtension: 2}
	slow := match.Terms{Clock: 10, MoveExtension: 8, ListExtension: 9, HistoryExtension: 10}
	const most = math.MaxUint32
	for _, c := range []struct {
		terms             match.Terms
		steps             int
		operators, leaves uint64
		want              uint64
	}{
		{public, 8, most, most, (48 + 17*2 + 3*4) * hour},
		{public, 8, 2200, 1 << 21, (48 + 10*2 + 3*4) * hour}, // GPT-2 124M
		{public, 15, most, most, (48 + 17*2 + 3*4) * hour},
		{public, 16, most, most, (48 + 18*2 + 3*4) * hour},
		{public, 255, most, most, (48 + 18*2 + 3*4) * hour},
		{public, 256, most, most, (48 + 18*2 + 4*4) * hour},
		{public, 1024, most, most, (48 + 18*2 + 4*4) * hour},
		{devnet, 4, most, most, 240 + 17*10 + 3*20},
		{devnet, 4, 150, 64, 240 + 5*10 + 3*20}, // tiny GPT
		{short, 4, most, most, 10 + 17 + 3},
		{slow, 4, most, most, 10 + 10 + 18*8 + 3*9}, // both clocks run out first
	} {
		c.terms.Steps = c.steps
		if got := c.terms.Longest(c.operators, c.leaves); got != c.want {
			t.Errorf("%d steps, %d operators, %d leaves: %d seconds, want %d", c.steps, c.operators, c.leaves, got, c.want)
		}
	}
}

// TestLongestOfTheContract: the bound that RunBounds.sol reckons with is one, of any window and any clocks.
func TestLongestOfTheContract(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 9))
	for range 10_000 {
		c := func() uint32 { return 1 + r.Uint32N(1<<(1+r.IntN(30))) }
		terms := match.Terms{Steps: 1 + r.IntN(match.MaxSteps), Clock: c(), MoveExtension: c(), ListExtension: c(), HistoryExtension: c()}
		bound := 2*uint64(max(terms.Clock, terms.HistoryExtension)) + uint64(terms.HistoryExtension) +
			19*uint64(terms.MoveExtension) + 4*uint64(terms.ListExtension)
		if longest := terms.Longest(math.MaxUint32, math.MaxUint32); longest > bound {
			t.Fatalf("%+v: %d seconds, at most %d", terms, longest, bound)
		}
	}
}

// TestNoMatchIsLonger: whatever the clocks, and whenever the sides move. Two that always wait for the last second, at the start too or not
// there, last as long as is said.
func TestNoMatchIsLonger(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 8))
	games, reached := 60, 0
	if testing.Short() {
		games = 10
	}
	s := newMLP(t, 20)
	for range games {
		lies := s.lies(r, 1+r.IntN(s.steps), r.Uint32N(uint32(len(s.program.Operators))))
		l := s.liar(lies[r.IntN(len(lies))])
		if l == nil {
			continue
		}
		m := s.honestAgainst(l)[r.IntN(4)]
		for range 25 {
			terms := match.Terms{
				Steps: s.steps, PreRoot: s.history[0], CommitterRoot: m.states[0].Mine, ChallengerRoot: m.states[0].Posted,
			}
			bits := 1 + r.IntN(25) // long or short, and of like length
			for _, clock := range []*uint32{&terms.Clock, &terms.MoveExtension, &terms.ListExtension, &terms.HistoryExtension} {
				*clock = 1 + r.Uint32N(1<<(bits+r.IntN(3)))
			}
			random := s.lasts(m, terms, func(left uint64, _ match.Phase) uint64 { return r.Uint64N(left + 1) })
			late := s.lasts(m, terms, func(left uint64, _ match.Phase) uint64 { return left })
			early := s.lasts(m, terms, func(left uint64, p match.Phase) uint64 {
				if p == match.PhaseStart {
					return 0
				}
				return left
			})
			last := m.states[len(m.states)-1]
			longest := terms.Longest(uint64(last.Operators), last.Geometry.Leaves())
			if max(random, late, early) > longest || longest > terms.Longest(math.MaxUint32, math.MaxUint32) {
				t.Fatalf("%+v: %d, %d and %d seconds, at most %d", terms, random, late, early, longest)
			}
			if n := len(m.states); last.Geometry.Leaves() > 1 && n > 3 && m.states[n-3].Phase == match.PhaseFolds {
				reached++
				if max(late, early) != longest {
					t.Fatalf("%+v: %d and %d seconds, at most %d", terms, late, early, longest)
				}
			}
		}
	}
	if reached == 0 && !testing.Short() {
		t.Error("no match went all the way")
	}
}

// lasts plays the moves of a match again, each after that many of the seconds that are left, and returns how long it lasts, or would if
// whoever is due never moved.
func (s *stage) lasts(m played, terms match.Terms, wait func(left uint64, p match.Phase) uint64) (seconds uint64) {
	s.t.Helper()
	const start = 1_700_000_000
	now := uint64(start)
	g, err := match.Start(terms, now)
	if err != nil {
		s.t.Fatal(err)
	}
	for _, move := range m.moves {
		seconds = max(seconds, g.Deadline()-start)
		now += wait(g.Deadline()-now, g.Phase)
		if g, _, err = s.rules.Play(g, move, now); err != nil {
			s.t.Fatalf("%T: %v", move, err)
		}
	}
	return max(seconds, now-start)
}
