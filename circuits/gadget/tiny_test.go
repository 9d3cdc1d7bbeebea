package gadget

import (
	"math"
	"math/big"
	"testing"

	"github.com/consensys/gnark/constraint/solver"
	"github.com/consensys/gnark/frontend"
)

// tiny has four exponent and three mantissa bits: all triples of its words can be gone through.
var tiny = Format{Exponent: 4, Mantissa: 3, Limb: 2}

// value is the number of a tiny word.
func value(w uint64) float64 {
	e, m, sign := int(w>>3&15), float64(w&7), 1-2*float64(w>>7)
	if e == 0 {
		return sign * math.Ldexp(m, -9)
	}
	return math.Copysign(math.Ldexp(8+m, e-10), sign)
}

// nearest is the tiny word nearest to a number, ties to even; ok is false where it has no proof. Scaling and RoundToEven are exact.
func nearest(x float64) (w uint64, ok bool) {
	sign := uint64(0)
	if math.Signbit(x) {
		sign = 1 << 7
	}
	x = math.Abs(x)
	e := max(math.Ilogb(x)+7, 1)
	if x == 0 {
		e = 1
	}
	m := uint64(math.RoundToEven(math.Ldexp(x, 10-e)))
	w = uint64(e-1)<<3 + m
	// An exponent of 14 comes with a carry alone.
	return sign | w, e <= tiny.top()
}

// words are all tiny words that have proofs.
func tinyWords() []uint64 {
	var all []uint64
	for w := range uint64(256) {
		if w>>3&15 <= 13 {
			all = append(all, w)
		}
	}
	return all
}

func tinyFMA(u *Unit, in []frontend.Variable) []frontend.Variable {
	return []frontend.Variable{u.Word(u.FMA(u.Decode(in[0]), u.Decode(in[1]), u.Decode(in[2])))}
}

// TestTinyFMA goes through all 224³ triples in the campaign, and through a part of them else.
func TestTinyFMA(t *testing.T) {
	const cases = 4096
	c := compile(t, tiny, cases, 3, 1, tinyFMA)
	all := tinyWords()
	stride := 499
	if *campaign > 0 {
		stride = 1
	}
	n := len(all)
	var in, out []uint64
	checked, without := 0, 0
	flush := func() {
		for len(out) < cases {
			in, out = append(in, 0, 0, 0), append(out, 0)
		}
		if err := c.solve(in, out); err != nil {
			t.Fatalf("a batch that begins with %x: %v", in[:3], err)
		}
		in, out = in[:0], out[:0]
	}
	for i := 0; i < n*n*n; i += stride {
		if *campaign > 0 && i%(n*n*14) == 0 {
			t.Logf("%d of %d", i, n*n*n)
		}
		x := []uint64{all[i%n], all[i/n%n], all[i/n/n]}
		w, ok := nearest(value(x[0])*value(x[1]) + value(x[2]))
		if !ok {
			without++
			continue
		}
		checked++
		if in, out = append(in, x...), append(out, w); len(out) == cases {
			flush()
		}
	}
	flush()
	t.Logf("%d triples checked, %d have no proof", checked, without)
}

// TestTinyLies: for triples of tiny words, no exponent, sign or rounding but the right one is accepted, and no other word.
func TestTinyLies(t *testing.T) {
	c := open(t, tiny, 3, tinyFMA)
	all := tinyWords()
	stride := 1<<18 + 1
	if *campaign > 0 {
		stride = 9973
	}
	n, tried := len(all), 0
	for i := 0; i < n*n*n; i += stride {
		x := []uint64{all[i%n], all[i/n%n], all[i/n/n]}
		want, ok := nearest(value(x[0])*value(x[1]) + value(x[2]))
		for shift := -13; shift <= 13; shift++ {
			for lie := range 4 {
				got, err := c.accepted(x, solver.OverrideHint(solver.GetHintID(roundHint), func(field *big.Int, in, out []*big.Int) error {
					return plan(field, in, out, shift, lie&1 == 1, lie&2 == 2)
				}))
				tried++
				if err == nil && (!ok || got[0] != want) {
					t.Fatalf("%x: exponent by %d, lie %d: %x is accepted, not %x", x, shift, lie, got[0], want)
				}
			}
		}
	}
	t.Logf("%d lies", tried)
}
