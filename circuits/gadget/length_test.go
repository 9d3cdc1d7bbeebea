package gadget

import (
	"flag"
	"math/big"
	"math/rand/v2"
	"runtime/debug"
	"testing"
	"time"

	"github.com/consensys/gnark/constraint/solver"
)

var (
	cases = flag.Int("cases", 0, "cases per gadget of the comparison at length, and a tenth of them lies; 0 for a short one")
	seed  = flag.Uint64("seed", 1, "draws other cases")
)

// TestEvaluatorSaysWhatTheSolverSays: of true cases and of planned lies, the evaluator accepts what the compiled constraints accept.
func TestEvaluatorSaysWhatTheSolverSays(t *testing.T) {
	for _, o := range operations {
		c, e := open(t, Binary32, o.inputs, o.build), newEvaluator(Binary32)
		r := rand.New(rand.NewPCG(7, uint64(len(o.name))))
		for range 2 {
			in, want := o.batch(r, 1)
			e.hint = nil
			if got, refused := e.evaluate(o.build, in); refused != "" || got != want[0] {
				t.Fatalf("%s of %x: %x, refused: %q, want %x", o.name, in, got, refused, want[0])
			}
			for n := range planned {
				solved, err := c.accepted(in, planOptions(n)...)
				e.hint = byPlan(n)
				got, refused := e.evaluate(o.build, in)
				if (err == nil) != (refused == "") || err == nil && got != solved[0] {
					t.Fatalf("%s of %x, lie %d: the solver says %x, %v, the evaluator %x, %q", o.name, in, n, solved, err, got, refused)
				}
			}
		}
	}
}

// TestOperationsAtLength compares gadgets with their twins and lets hints lie, on the evaluator.
func TestOperationsAtLength(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(800)) // hardly anything lives longer than a case
	for _, o := range operations {
		t.Run(o.name, func(t *testing.T) {
			begun, count := time.Now(), max(*cases, 2000)
			if o.most > 100 {
				count /= 10
			}
			e, r := newEvaluator(Binary32), rand.New(rand.NewPCG(*seed, uint64(len(o.name))))
			for range count {
				in, want := o.batch(r, 1)
				if got, refused := e.evaluate(o.build, in); refused != "" || got != want[0] {
					t.Fatalf("%x: %x, refused: %q, want %x", in, got, refused, want[0])
				}
			}
			lies, harmless := count/10, 0
			for n := range lies {
				in, want := o.batch(r, 1)
				l := lie{r: r, call: -1}
				e.hint = func(f solver.Hint, in, out []*big.Int) error {
					if err := f(modulus, in, out); err != nil {
						return err
					}
					if l.seen++; l.seen-1 == l.call {
						l.tell(modulus, out)
					}
					return nil
				}
				if n%2 == 0 {
					e.hint = byPlan(r.IntN(planned))
				} else {
					e.evaluate(o.build, in) // counts the calls
					l.call, l.seen = r.IntN(l.seen), 0
				}
				got, refused := e.evaluate(o.build, in)
				if refused != "" {
					continue
				}
				if got != want[0] {
					t.Fatalf("%x: with a lie %x is accepted, not %x", in, got, want[0])
				}
				harmless++
			}
			if harmless == lies {
				t.Error("no lie was refused: the test changes nothing")
			}
			t.Logf("| %s | %d | %d | %d | %.1f |", o.name, count, lies, harmless, float64(time.Since(begun).Microseconds())/float64(count+lies))
		})
	}
}
