package gadget

import (
	"math/big"

	"github.com/consensys/gnark/constraint/solver"
	"github.com/consensys/gnark/frontend"
)

// key orders numbers as their values do: ±|word|, 0 for both zeros.
func (u *Unit) key(x *Float) frontend.Variable { return u.api.Mul(x.sign, u.Magnitude(x)) }

// GT is 1 if a > b, else 0.
//
// Constraints: 7 for variables of binary32: one each for their keys, a bit, a product and three limbs; 3 beside the constant 0.
//
// Native twin: numeric.GT, whose 1 and +0 are the same as words by Flag.
//
// Soundness: with g = 1 the difference of the keys less one, with g = 0 the difference the other way, is shown to be no negative number; keys
// are below 2^32, so one of the two always is.
func (u *Unit) GT(a, b *Float) frontend.Variable {
	half := u.inverse(1)
	switch {
	case u.isZero(b): // a is positive and not 0
		return u.api.Mul(u.nonzeroOf(a), u.api.Mul(u.api.Add(1, a.sign), half))
	case u.isZero(a):
		return u.api.Mul(u.nonzeroOf(b), u.api.Mul(u.api.Sub(1, b.sign), half))
	}
	return u.greater(u.api.Sub(u.key(a), u.key(b)))
}

// isZero says that a number is the constant 0.
func (u *Unit) isZero(x *Float) bool {
	m, constant := u.api.Compiler().ConstantValue(x.m)
	return constant && m.Sign() == 0
}

// GE is 1 if a ≥ b, else 0.
//
// Native twin: numeric.GE; the rest as GT.
func (u *Unit) GE(a, b *Float) frontend.Variable { return u.api.Sub(1, u.GT(b, a)) }

// greater is 1 if the difference is above 0.
func (u *Unit) greater(difference frontend.Variable) frontend.Variable {
	if d, constant := u.api.Compiler().ConstantValue(difference); constant {
		return max(signed(u.api.Compiler().Field(), d).Sign(), 0)
	}
	f := u.format
	out := u.hint(greaterHint, 1+f.limbs(f.Exponent+f.Mantissa+1)-1, f.Limb, difference)
	g := out[0]
	u.boolean(g)
	// g ? difference − 1 : −difference, its top limb being what the others leave.
	distance := u.api.Sub(u.api.Mul(g, u.api.Add(difference, difference)), difference, g)
	top := u.api.Sub(distance, u.limbs(out[1:]))
	u.limb(u.api.Mul(top, u.inverse(len(out[1:])*f.Limb)))
	return g
}

// Equal is 1 if two values are equal as field elements, else 0.
//
// Constraints: 2.
//
// Native twin: numeric's ieq on words.
func (u *Unit) Equal(a, b frontend.Variable) frontend.Variable {
	difference := u.api.Sub(a, b)
	if d, constant := u.api.Compiler().ConstantValue(difference); constant {
		return 1 - min(d.BitLen(), 1)
	}
	return u.api.Sub(1, u.Nonzero(difference))
}

// Flag is the number 1 or +0.
func (u *Unit) Flag(bit frontend.Variable) *Float {
	one := u.format.one() - u.format.Mantissa
	return &Float{
		sign: 1, e: u.api.Add(1, u.api.Mul(bit, one-1)), m: u.times(bit, u.format.Mantissa), signed: u.times(bit, u.format.Mantissa), nonzero: bit,
	}
}

// Select is bit ? a : b.
//
// Constraints: 3, less those of equal parts.
//
// Native twin: numeric.Select. No hints.
func (u *Unit) Select(bit frontend.Variable, a, b *Float) *Float {
	if v, constant := u.api.Compiler().ConstantValue(bit); constant {
		if v.Sign() != 0 {
			return a
		}
		return b
	}
	return &Float{sign: u.choose(bit, a.sign, b.sign), e: u.choose(bit, a.e, b.e), m: u.choose(bit, a.m, b.m)}
}

func (u *Unit) choose(bit, a, b frontend.Variable) frontend.Variable {
	return u.api.Add(b, u.api.Mul(bit, u.api.Sub(a, b)))
}

// Truth is 1 for a number that isn't 0, what numeric.Select asks of its condition.
func (u *Unit) Truth(x *Float) frontend.Variable { return u.nonzeroOf(x) }

// Max is a > b ? a : b.
//
// Constraints: 10.
//
// Native twin: numeric.Max.
func (u *Unit) Max(a, b *Float) *Float { return u.Select(u.GT(a, b), a, b) }

func init() { solver.RegisterHint(greaterHint) }

// greaterHint: limb width, difference → bit, the low limbs of the distance.
func greaterHint(field *big.Int, in, out []*big.Int) error {
	d := new(big.Int).Set(signed(field, in[1]))
	if d.Sign() > 0 {
		out[0].SetInt64(1)
		d.Sub(d, big.NewInt(1))
	} else {
		out[0].SetInt64(0)
		d.Neg(d)
	}
	putLimbs(out[1:], d, int(in[0].Int64()))
	return nil
}
