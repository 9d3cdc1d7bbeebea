package gadget

import (
	"flag"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/consensys/gnark-crypto/ecc"
	"github.com/consensys/gnark/constraint"
	"github.com/consensys/gnark/constraint/solver"
	"github.com/consensys/gnark/frontend"
	"github.com/consensys/gnark/frontend/cs/r1cs"
	"github.com/consensys/gnark/logger"

	"github.com/commonweight/commonweight/circuits/circuittest"
)

var campaign = flag.Int("campaign", 0, "cases per gadget of the campaign; 0 leaves the long runs out")

func init() { logger.Disable() }

// words is a circuit over words: build gets a unit and the inputs and returns words, which must be the outputs.
type words struct {
	In, Out []frontend.Variable
	Public  frontend.Variable `gnark:",public"`
	format  Format
	build   func(u *Unit, in []frontend.Variable) []frontend.Variable
}

func (w *words) Define(api frontend.API) error {
	l := NewLookups(api)
	l.Bind(w.Public)
	out := w.build(NewUnit(l, w.format), w.In)
	for i := range w.Out {
		api.AssertIsEqual(w.Out[i], out[i])
	}
	return nil
}

// compiled is a circuit of one sort of case, many at a time.
type compiled struct {
	system  constraint.ConstraintSystem
	in, out int
	cases   int
}

// compile makes the circuit of that many cases, each of so many inputs and outputs.
func compile(t testing.TB, f Format, cases, in, out int, one func(u *Unit, in []frontend.Variable) []frontend.Variable) *compiled {
	t.Helper()
	w := &words{In: make([]frontend.Variable, cases*in), Out: make([]frontend.Variable, cases*out), format: f}
	w.build = func(u *Unit, words []frontend.Variable) []frontend.Variable {
		var results []frontend.Variable
		for i := range cases {
			results = append(results, one(u, words[i*in:(i+1)*in])...)
		}
		return results
	}
	system, err := frontend.Compile(ecc.BN254.ScalarField(), r1cs.NewBuilder, w)
	if err != nil {
		t.Fatal(err)
	}
	return &compiled{system: system, in: in, out: out, cases: cases}
}

// solve says whether the constraints hold for the words. The challenge is a hash of what is committed to.
func (c *compiled) solve(in, out []uint64, options ...solver.Option) error {
	w := &words{In: make([]frontend.Variable, len(in)), Out: make([]frontend.Variable, len(out)), Public: 1}
	for i, v := range in {
		w.In[i] = v
	}
	for i, v := range out {
		w.Out[i] = v
	}
	full, err := frontend.NewWitness(w, ecc.BN254.ScalarField())
	if err != nil {
		return err
	}
	return c.system.IsSolved(full, append(options, circuittest.Committed())...)
}

// perCase is how many constraints a case costs, tables left out.
func perCase(t testing.TB, f Format, in, out int, one func(u *Unit, in []frontend.Variable) []frontend.Variable) int {
	t.Helper()
	few, many := compile(t, f, 2, in, out, one), compile(t, f, 12, in, out, one)
	return (many.system.GetNbConstraints() - few.system.GetNbConstraints()) / 10
}

// awkward draws words near everything that rounding could get wrong: halfway cases, subnormals, cancellation, the ends of the exponents.
func awkward(r *rand.Rand) uint32 {
	switch r.IntN(8) {
	case 0:
		return r.Uint32() & 0x80000000
	case 1:
		return r.Uint32() & 0x807fffff
	case 2:
		return r.Uint32()&0x80000000 | uint32(r.IntN(30)+1)<<23 | r.Uint32()&(r.Uint32()>>r.IntN(32))&0x7fffff
	case 3:
		return r.Uint32()&0x80000000 | uint32(115+r.IntN(24))<<23
	case 4:
		return math.Float32bits(float32(r.IntN(64)-32) * float32(math.Pow(2, float64(r.IntN(40)-20))))
	case 5:
		return r.Uint32()&0x80000000 | uint32(100+r.IntN(54))<<23 | 0x7fffff&^(r.Uint32()&(1<<r.IntN(23)-1))
	default:
		return r.Uint32()&0x80000000 | uint32(1+r.IntN(253))<<23 | r.Uint32()&0x7fffff
	}
}

// provable says that a result has a proof.
func provable(bits uint32) bool { return bits>>23&0xff <= 253 }
