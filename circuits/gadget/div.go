package gadget

import (
	"fmt"
	"math/big"

	"github.com/consensys/gnark/constraint/solver"
	"github.com/consensys/gnark/frontend"
)

// The shifts x of a quotient and of a root. a/b has the significand aₘ·2^x/bₘ with x = aₑ − bₑ − e + one; with 1 ≤ m ≤ 2^p it lies below 2^p for
// x ≤ 2p. From x = −4 down bₑ is large, so bₘ is normal and the quotient below 1/8. A root has the square m·2^x with x = aₑ + one − 2e, which
// lies in [2^(2p−2), 2^2p).
func (f Format) divLow() int  { return f.one() - f.top() }
func (f Format) divHigh() int { return 2 * f.precision() }

const divClip = -4

// Div is a/b, rounded to nearest even.
//
// Constraints: 22 with decoded operands.
//
// Native twin: numeric.Div.
//
// No proof: b = 0, and results of the top binade or beyond.
//
// Soundness: aₘ·2^(x+L+1) = bₘ·(q·2^(L+1) + r·2^L + t) + s with 0 ≤ s < bₘ is division with remainder, of which there is one; x is in the table,
// and the exponent that it gives normal or the least. Neither side comes near the field's order. Rounding is that of round, s counting as below t.
func (u *Unit) Div(a, b *Float) *Float {
	f := u.format
	high, wide := f.limbs(f.precision()-2), f.limbs(f.precision()+1)
	out := u.hint(divHint, 7+high+1+wide+wide, f.Exponent, f.Mantissa, f.Limb, a.e, a.m, b.e, b.m)
	x, factor, normal, above, r, odd, k := out[0], out[1], out[2], out[3], out[4], out[5], out[6]
	limbs := out[7:]
	u.once("div scale", func() [][]frontend.Variable {
		var rows [][]frontend.Variable
		for x := f.divLow(); x <= f.divHigh(); x++ {
			rows = append(rows, []frontend.Variable{x, power(max(x, divClip) + f.Limb + 1)})
		}
		return rows
	}).Look(x, factor)
	e := u.exponent(above, normal)
	q, t := u.significand(normal, odd, limbs[:high]), u.limbs(limbs[high:high+1])
	s, less := u.limbs(limbs[high+1:high+1+wide]), u.limbs(limbs[high+1+wide:])
	u.api.AssertIsEqual(u.api.Add(s, less, 1), b.m)
	u.product(b.m, u.sum(u.times(q, f.Limb+1), u.times(r, f.Limb), t), u.api.Sub(u.api.Mul(a.m, factor), s))
	u.product(a.m, u.api.Sub(u.api.Add(a.e, f.one()), b.e, e, x), 0)
	return &Float{sign: u.api.Mul(a.sign, b.sign), e: e, m: u.nearest(q, r, odd, u.api.Add(t, s), k)}
}

// Sqrt is the square root of x.
//
// Constraints: 19 with a decoded operand.
//
// Native twin: numeric.Sqrt.
//
// No proof: x < 0.
//
// Soundness: with d = 2q + r, d² + s = m·2^(x+2) and 0 ≤ s ≤ 2d make d the integer root, of which there is one. d² is a multiple of 4, so there
// are no ties: up if r. The root of a number is normal; q and e are 0 and 1 only for 0.
func (u *Unit) Sqrt(a *Float) *Float {
	f := u.format
	high, wide := f.limbs(f.precision()-2), f.limbs(f.precision()+2)
	out := u.hint(sqrtHint, 6+high+2*wide, f.Exponent, f.Mantissa, f.Limb, a.e, a.m)
	x, factor, normal, above, r, odd := out[0], out[1], out[2], out[3], out[4], out[5]
	limbs := out[6:]
	u.once("sqrt scale", func() [][]frontend.Variable {
		var rows [][]frontend.Variable
		for x := f.precision() - 2; x < 2*f.precision(); x++ {
			rows = append(rows, []frontend.Variable{x, power(x + 2)})
		}
		return rows
	}).Look(x, factor)
	e := u.exponent(above, normal)
	u.boolean(r)
	q := u.significand(normal, odd, limbs[:high])
	s, less := u.limbs(limbs[high:high+wide]), u.limbs(limbs[high+wide:])
	d := u.api.Add(q, q, r)
	u.api.AssertIsEqual(u.api.Add(s, less), u.api.Add(d, d))
	u.product(d, d, u.api.Sub(u.api.Mul(a.m, factor), s))
	u.product(a.m, u.api.Sub(u.api.Add(a.e, f.one()), e, e, x), 0)
	u.product(u.api.Sub(1, a.sign), a.m, 0)
	return &Float{sign: a.sign, e: e, m: u.api.Add(q, r)}
}

func init() { solver.RegisterHint(divHint, sqrtHint) }

// holds bounds what a hint computes with: a dishonest prover's numbers may be anything.
func (f Format) holds(e int, m *big.Int) bool {
	return e >= 1 && e <= 1<<f.Exponent && m.BitLen() <= f.precision()+1
}

// divHint: format, a's e and m, b's → x, factor, normal, e − 1, r, odd, k, limbs of q, t, s and b − 1 − s.
func divHint(field *big.Int, in, out []*big.Int) error {
	f := formatOf(in)
	ae, am, be, bm := small(field, in[3]), in[4], small(field, in[5]), in[6]
	if bm.Sign() == 0 {
		return fmt.Errorf("%w: a division by 0", errNotFinite)
	}
	if !f.holds(ae, am) || !f.holds(be, bm) {
		return errNotFinite
	}
	at := func(e int) (scaled, s *big.Int, x int) {
		x = ae - be - e + f.one()
		shift := max(x, divClip) + f.Limb + 1
		scaled, s = new(big.Int).QuoRem(new(big.Int).Lsh(am, uint(shift)), bm, new(big.Int))
		return scaled, s, x
	}
	// The quotient of the significands lies between two powers of two.
	e := 1
	if am.Sign() != 0 {
		e = max(1, ae-be+f.one()+am.BitLen()-bm.BitLen()-f.precision())
	}
	scaled, s, x := at(e)
	for scaled.BitLen() > f.precision()+f.Limb+1 {
		e++
		scaled, s, x = at(e)
	}
	if am.Sign() == 0 {
		x = 0
	}
	if e > f.top() || x < f.divLow() || x > f.divHigh() {
		return fmt.Errorf("%w: exponent %d of a quotient", errNotFinite, e)
	}
	out[0].SetInt64(int64(x))
	out[1].Set(power(max(x, divClip) + f.Limb + 1))
	out[3].SetInt64(int64(e - 1))
	high, wide := f.limbs(f.precision()-2), f.limbs(f.precision()+1)
	split(f, scaled, f.Limb).put(field, f, f.Limb, s, out[2], out[4], out[5], out[6], out[7:])
	putLimbs(out[7+high+1:][:wide], s, f.Limb)
	less := new(big.Int).Sub(bm, s)
	putLimbs(out[7+high+1+wide:], less.Sub(less, big.NewInt(1)), f.Limb)
	return nil
}

// sqrtHint: format, e, m → x, factor, normal, e − 1, r, odd, limbs of q, s and 2d − s.
func sqrtHint(field *big.Int, in, out []*big.Int) error {
	f := formatOf(in)
	ae, am := small(field, in[3]), in[4]
	if !f.holds(ae, am) {
		return errNotFinite
	}
	e, x := 1, f.precision()-2
	if am.Sign() != 0 {
		// m·2^x has 2p − 1 or 2p bits, and x the parity that makes e whole.
		x = 2*f.precision() - am.BitLen()
		if (ae+f.one()-x)%2 != 0 {
			x--
		}
		e = (ae + f.one() - x) / 2
	}
	if e < 1 || e > f.top() {
		return fmt.Errorf("%w: exponent %d of a root", errNotFinite, e)
	}
	square := new(big.Int).Lsh(am, uint(x+2))
	d := new(big.Int).Sqrt(square)
	s := new(big.Int).Sub(square, new(big.Int).Mul(d, d))
	out[0].SetInt64(int64(x))
	out[1].Set(power(x + 2))
	out[3].SetInt64(int64(e - 1))
	high, wide := f.limbs(f.precision()-2), f.limbs(f.precision()+2)
	split(f, d, 0).put(field, f, 0, new(big.Int), out[2], out[4], out[5], new(big.Int), out[6:6+high])
	putLimbs(out[6+high:][:wide], s, f.Limb)
	putLimbs(out[6+high+wide:], d.Sub(d.Lsh(d, 1), s), f.Limb)
	return nil
}
