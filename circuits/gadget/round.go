package gadget

import "github.com/consensys/gnark/frontend"

// rounded is what an exact value was rounded to.
type rounded struct {
	sign, e, m frontend.Variable
}

// round rounds value·2^base, to nearest even, where base is the exponent of the value's unit; less is a remainder below the tail, 0 where there
// is none. The hint proposes an exponent e and a shift j; then
//
//	value·±2^(tail+1−j) = q·2^(tail+1) + r·2^tail + t     0 ≤ t < 2^tail, r a bit, q = n·2^(p−1) + 2h + o
//	value·(e − base − j) = 0                              the exponent is the value's, unless it is 0
//	(e − 1, n) in the table of exponents                  q is normal, or e the least exponent
//	m = q + ω, ω = (t+o)·k, (r − ω)·(t+o) = 0             up if r and (t ≠ 0 or q odd)
//
// so that e, q, r and t are the only ones there are: a wrong sign would need a negative left side to be below 2^202, which is impossible in the
// field, since no multiple of the order lies so near.
//
// Constraints: 11, less the sign's one where there is none, and one per limb.
func (u *Unit) round(name string, s scaling, value, base frontend.Variable, target frontend.Variable, exact, signs bool) rounded {
	f := u.format
	high, tail := f.limbs(f.precision()-2), s.tail/f.Limb
	out := u.hint(roundHint, 9+high+tail,
		f.Exponent, f.Mantissa, f.Limb, s.low, s.high, s.clip, s.tail, value, base, target)
	j, factor, sign, normal, above, r, odd, k, flip := out[0], out[1], out[2], out[3], out[4], out[5], out[6], out[7], out[8]
	if signs {
		negative := u.api.Mul(u.api.Sub(1, sign), u.inverse(1))
		u.scale(name, s).Look(u.api.Add(j, j, negative), factor, sign)
	} else {
		u.scaleUnsigned(name, s).Look(j, factor)
	}
	e := u.exponent(above, normal)
	if exact {
		u.product(value, flip, u.api.Sub(u.api.Mul(u.api.Sub(1, sign), u.inverse(1)), target))
	}
	q, t := u.significand(normal, odd, out[9:9+high]), u.limbs(out[9+high:])
	u.product(value, factor, u.sum(u.times(q, s.tail+1), u.times(r, s.tail), t))
	u.product(value, u.api.Sub(e, base, j), 0)
	return rounded{sign: sign, e: e, m: u.nearest(q, r, odd, t, k)}
}

// significand is q from its parts, of which the exponent's table has shown normal to be a bit.
func (u *Unit) significand(normal, odd frontend.Variable, high []frontend.Variable) frontend.Variable {
	u.boolean(odd)
	return u.sum(u.times(normal, u.format.Mantissa), odd, u.times(u.limbs(high), 1))
}

// limbs is the number with these limbs, each in its range.
func (u *Unit) limbs(limbs []frontend.Variable) frontend.Variable {
	terms := make([]frontend.Variable, len(limbs))
	for i, limb := range limbs {
		u.limb(limb)
		terms[i] = u.times(limb, i*u.format.Limb)
	}
	return u.sum(terms...)
}

// nearest is the rounded significand: q, or q + 1 if r is set and what lies below it, or q's oddness, says up.
func (u *Unit) nearest(q, r, odd, below, k frontend.Variable) frontend.Variable {
	u.boolean(r)
	why := u.api.Add(below, odd)
	up := u.api.Mul(why, k)
	u.product(u.api.Sub(r, up), why, 0)
	return u.api.Add(q, up)
}

// zeroSign is what a sum that is exactly 0 has as its sign bit: minus if both terms are.
func (u *Unit) zeroSign(a, b frontend.Variable) frontend.Variable {
	bit := func(sign frontend.Variable) frontend.Variable { return u.api.Mul(u.api.Sub(1, sign), u.inverse(1)) }
	return u.api.Mul(bit(a), bit(b))
}
