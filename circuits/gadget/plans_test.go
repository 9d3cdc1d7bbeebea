package gadget

import (
	"errors"
	"math/big"
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/consensys/gnark/constraint/solver"
)

// Lies with a plan keep to as many constraints as they can: another exponent, the other sign, another quotient or root, the other rounding, all
// parts to match.

// planned is how many plans there are.
const planned = 20

// planOf is one of them: by how much the exponent is wrong, and two more lies, or none.
func planOf(n int) (shift int, first, second bool) { return n%5 - 2, n/5&1 == 1, n/10 == 1 }

var errNoPlan = errors.New("no such plan")

// planners tell a plan in the place of a hint.
var planners = []struct {
	hint solver.Hint
	tell func(field *big.Int, in, out []*big.Int, n int) error
}{
	{roundHint, func(field *big.Int, in, out []*big.Int, n int) error {
		shift, flip, up := planOf(n)
		return plan(field, in, out, shift, flip, up)
	}},
	{divHint, planDiv}, {sqrtHint, planSqrt},
}

// byPlan lets every rounding on the evaluator lie.
func byPlan(n int) func(f solver.Hint, in, out []*big.Int) error {
	return func(f solver.Hint, in, out []*big.Int) error {
		for _, p := range planners {
			if reflect.ValueOf(f).Pointer() == reflect.ValueOf(p.hint).Pointer() {
				return p.tell(modulus, in, out, n)
			}
		}
		return f(modulus, in, out)
	}
}

// planOptions do the same in the solver.
func planOptions(n int) (options []solver.Option) {
	for _, p := range planners {
		options = append(options, solver.OverrideHint(solver.GetHintID(p.hint), func(field *big.Int, in, out []*big.Int) error {
			return p.tell(field, in, out, n)
		}))
	}
	return options
}

// plan is roundHint with another exponent, the other sign, the other rounding.
func plan(field *big.Int, in, out []*big.Int, shift int, flip, up bool) error {
	if err := roundHint(field, in, out); err != nil {
		return err
	}
	f := formatOf(in)
	s := scaling{low: small(field, in[3]), high: small(field, in[4]), clip: small(field, in[5]), tail: small(field, in[6])}
	value := signed(field, in[7])
	if value.Sign() == 0 {
		return nil
	}
	j := small(field, out[0]) + shift
	e := small(field, out[4]) + shift
	if j < s.low || j > s.high || e < 0 || e >= f.top() {
		return errNoPlan
	}
	factor := power(s.tail + 1 - min(j, s.clip))
	p := split(f, new(big.Int).Mul(new(big.Int).Abs(value), factor), s.tail)
	out[0].SetInt64(int64(j))
	out[4].SetInt64(int64(e))
	sign := big.NewInt(1)
	if value.Sign() < 0 != flip {
		sign.Neg(sign)
	}
	out[1].Mul(factor, sign)
	out[2].Set(sign)
	p.put(field, f, s.tail, new(big.Int), out[3], out[5], out[6], out[7], out[9:])
	if up {
		if out[7].Sign() == 0 {
			out[7].SetInt64(1)
		} else {
			out[7].SetInt64(0)
		}
	}
	return nil
}

// beside is another quotient or root: the one below, the one above, or the same with the other rounding.
func beside(first, second bool) (delta int64, up bool) {
	switch {
	case first && second:
		return -1, false
	case first:
		return 1, false
	}
	return 0, second
}

// spread writes limbs of which the top one takes what is left, whatever that is.
func spread(field *big.Int, out []*big.Int, v *big.Int, width int) {
	top := len(out) - 1
	low := new(big.Int).And(v, new(big.Int).Sub(power(width*top), big.NewInt(1)))
	putLimbs(out[:top], low, width)
	out[top].Mod(new(big.Int).Rsh(new(big.Int).Sub(v, low), uint(width*top)), field)
}

// planDiv is divHint with another exponent, another quotient with the remainder that it leaves, the other rounding.
func planDiv(field *big.Int, in, out []*big.Int, n int) error {
	if err := divHint(field, in, out); err != nil {
		return err
	}
	shift, first, second := planOf(n)
	delta, up := beside(first, second)
	f := formatOf(in)
	am, bm := in[4], in[6]
	x, e := small(field, out[0])-shift, small(field, out[3])+shift
	if am.Sign() == 0 || x < f.divLow() || x > f.divHigh() || e < 0 || e >= f.top() {
		return errNoPlan
	}
	factor := power(max(x, divClip) + f.Limb + 1)
	scaled, s := new(big.Int).QuoRem(new(big.Int).Mul(am, factor), bm, new(big.Int))
	if scaled.Add(scaled, big.NewInt(delta)).Sign() < 0 {
		return errNoPlan
	}
	s.Sub(s, new(big.Int).Mul(bm, big.NewInt(delta)))
	out[0].Mod(big.NewInt(int64(x)), field)
	out[1].Set(factor)
	out[3].SetInt64(int64(e))
	high, wide := f.limbs(f.precision()-2), f.limbs(f.precision()+1)
	split(f, scaled, f.Limb).put(field, f, f.Limb, s, out[2], out[4], out[5], out[6], out[7:])
	out[6].Mod(out[6], field)
	if up {
		out[6].SetInt64(int64(1 - out[6].Sign()))
	}
	spread(field, out[7+high+1:][:wide], s, f.Limb)
	less := new(big.Int).Sub(bm, s)
	spread(field, out[7+high+1+wide:], less.Sub(less, big.NewInt(1)), f.Limb)
	return nil
}

// planSqrt is sqrtHint with another exponent, another root with the remainder that it leaves, the root's last bit changed.
func planSqrt(field *big.Int, in, out []*big.Int, n int) error {
	if err := sqrtHint(field, in, out); err != nil {
		return err
	}
	shift, first, second := planOf(n)
	delta, up := beside(first, second)
	f := formatOf(in)
	x, e := small(field, out[0])-2*shift, small(field, out[3])+shift
	if in[4].Sign() == 0 || x < f.precision()-2 || x >= 2*f.precision() || e < 0 || e >= f.top() {
		return errNoPlan
	}
	square := new(big.Int).Lsh(in[4], uint(x+2))
	d := new(big.Int).Sqrt(square)
	if d.Add(d, big.NewInt(delta)); up {
		d.Xor(d, big.NewInt(1))
	}
	s := new(big.Int).Sub(square, new(big.Int).Mul(d, d))
	out[0].SetInt64(int64(x))
	out[1].Set(power(x + 2))
	out[3].SetInt64(int64(e))
	high, wide := f.limbs(f.precision()-2), f.limbs(f.precision()+2)
	split(f, d, 0).put(field, f, 0, new(big.Int), out[2], out[4], out[5], new(big.Int), out[6:6+high])
	spread(field, out[6+high:][:wide], s, f.Limb)
	spread(field, out[6+high+wide:], d.Sub(d.Lsh(d, 1), s), f.Limb)
	return nil
}

// TestPlansAreRefused: for every operation that rounds, what comes out of a well-made lie.
func TestPlansAreRefused(t *testing.T) {
	for _, o := range operations[:7] {
		t.Run(o.name, func(t *testing.T) {
			c := open(t, Binary32, o.inputs, o.build)
			r := rand.New(rand.NewPCG(5, uint64(len(o.name))))
			refused, count := 0, max(10, *campaign/planned)
			for range count {
				in, want := o.batch(r, 1)
				for n := range planned {
					got, err := c.accepted(in, planOptions(n)...)
					if err != nil {
						refused++
					} else if got[0] != want[0] {
						t.Fatalf("%x, lie %d: %x is accepted, not %x", in, n, got[0], want[0])
					}
				}
			}
			t.Logf("%d planned lies, %d refused, none accepted with another output", count*planned, refused)
			if refused == 0 {
				t.Error("no plan was refused")
			}
		})
	}
}
