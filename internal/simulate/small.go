package simulate

import (
	"fmt"
	"math"
	"math/big"
	"strconv"

	"github.com/commonweight/commonweight/internal/chain"
)

// near says that two amounts in coins differ by rounding alone.
func near(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

func number(v float64) string { return strconv.FormatFloat(v, 'g', 5, 64) }

// orNone is a number, or a dash where there is none.
func orNone(v float64) string {
	if math.IsNaN(v) {
		return "–"
	}
	return number(v)
}

func percent(v float64) string { return strconv.FormatFloat(100*v, 'f', 1, 64) + " %" }

func yes(v bool) string {
	if v {
		return "yes"
	}
	return "no"
}

// many is more windows than a scenario has.
var many = big.NewInt(4096)

func numbered(name string, i int) string { return fmt.Sprintf("%s %d", name, i+1) }

func times(amount *big.Int, n int64) *big.Int { return new(big.Int).Mul(amount, big.NewInt(n)) }

// rewardOf is the reward of so many windows, in coins.
func rewardOf(windows int64) float64 { return coins(times(rewardStep, steps*windows)) }

func (w *world) hoursSince(time uint64) float64 { return float64(w.Now()-time) / hour }

// awaitFinal lets time pass until a commitment's challenge period is over, and makes it final.
func (w *world) awaitFinal(by *actor, commitment chain.Hash) {
	w.passUntil(w.commitment(commitment).CommittedAt + uint64(w.terms.Clocks.Challenge) + 1)
	w.must(by, w.at.Training, nil, finalise(w))
	w.check(w.status(commitment) == chain.StatusFinalised, "a window that nothing holds back is %s after its challenge period", w.status(commitment))
}

// passUntil lets time pass until a moment, if it hasn't come.
func (w *world) passUntil(time uint64) {
	if time > w.Now() {
		w.Pass(time - w.Now())
	}
}

// whole checks that people who did nothing wrong have lost nothing: bonds are back, replays and gas paid for.
func (w *world) whole(people ...*actor) {
	for _, a := range people {
		left := coins(w.gain(a)) - replaysOf(a)
		w.check(left >= 0, "%s lost %g coins", a.name, -left)
	}
}

// aside is a world that goes on from here to show one case of a scenario.
func (w *world) aside(name string) *world {
	s := w.scene(name, w.random.Uint64())
	s.within = w
	return s
}

// join ends an aside.
func (w *world) join(s *world) {
	s.audit()
	s.show()
	w.out.Hours += float64(s.Now()-w.Now()) / hour
}
