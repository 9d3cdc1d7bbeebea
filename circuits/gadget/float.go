package gadget

import (
	"math/big"

	"github.com/consensys/gnark/frontend"
)

// Decode reads a word.
//
// Constraints: 6, and one for each of what is asked for later: sign·m, and two for being 0.
//
// No proof: infinities, NaNs, and numbers of the top binade. The limbs of the significand are exact, so a word has one reading.
func (u *Unit) Decode(word frontend.Variable) *Float {
	if w, constant := u.api.Compiler().ConstantValue(word); constant {
		return u.Constant(w.Uint64())
	}
	f := u.format
	out := u.hint(decodeHint, 4+f.limbs(f.Mantissa-1)-1, f.Exponent, f.Mantissa, f.Limb, word)
	sign, normal, above, odd, low := out[0], out[1], out[2], out[3], out[4:]
	u.boolean(sign)
	u.boolean(odd)
	e := u.exponent(above, normal)
	// The top limb is what the others leave of the word.
	rest := []frontend.Variable{u.times(normal, f.Mantissa), odd}
	for i, limb := range low {
		u.limb(limb)
		rest = append(rest, u.times(limb, 1+i*f.Limb))
	}
	below := u.api.Sub(word, u.times(sign, f.Exponent+f.Mantissa), u.times(u.api.Sub(e, 1), f.Mantissa), u.sum(rest...))
	top := u.api.Mul(below, u.inverse(1+len(low)*f.Limb))
	u.limb(top)
	m := u.sum(append(rest, u.times(top, 1+len(low)*f.Limb))...)
	return &Float{sign: u.api.Sub(1, u.api.Add(sign, sign)), e: e, m: m}
}

// inverse is 2^−n in the field.
func (u *Unit) inverse(n int) *big.Int {
	if u.inverses[n] == nil {
		u.inverses[n] = new(big.Int).ModInverse(power(n), u.api.Compiler().Field())
	}
	return u.inverses[n]
}

// Constant is the number with these bits, which must be finite.
func (u *Unit) Constant(bits uint64) *Float {
	f := u.format
	e, m, sign := int(bits>>f.Mantissa)&(1<<f.Exponent-1), bits&(1<<f.Mantissa-1), 1
	if e == 1<<f.Exponent-1 {
		panic("gadget: a constant that is not finite")
	}
	if e > 0 {
		m |= 1 << f.Mantissa
	}
	if bits>>(f.Exponent+f.Mantissa)&1 == 1 {
		sign = -1
	}
	return &Float{sign: sign, e: max(e, 1), m: m}
}

// PowerOfTwo is 2^n for an n that is known to give a normal number.
func (u *Unit) PowerOfTwo(n frontend.Variable) *Float {
	return &Float{sign: 1, e: u.api.Add(n, u.format.one()-u.format.Mantissa), m: power(u.format.Mantissa)}
}

// Word is the word of a number: linear in its parts.
func (u *Unit) Word(x *Float) frontend.Variable {
	negative := u.api.Mul(u.api.Sub(1, x.sign), u.inverse(1))
	return u.api.Add(u.times(negative, u.format.Exponent+u.format.Mantissa), u.Magnitude(x))
}

// Magnitude is the word without its sign.
func (u *Unit) Magnitude(x *Float) frontend.Variable {
	return u.api.Add(u.times(u.api.Sub(x.e, 1), u.format.Mantissa), x.m)
}

// Negative is −x.
func (u *Unit) Negative(x *Float) *Float {
	y := &Float{sign: u.api.Neg(x.sign), e: x.e, m: x.m, nonzero: x.nonzero}
	if x.signed != nil {
		y.signed = u.api.Neg(x.signed)
	}
	return y
}

// Abs is |x|.
func (u *Unit) Abs(x *Float) *Float {
	return &Float{sign: 1, e: x.e, m: x.m, signed: x.m, nonzero: x.nonzero}
}

// signedOf is sign·m.
func (u *Unit) signedOf(x *Float) frontend.Variable {
	if x.signed == nil {
		x.signed = u.api.Mul(x.sign, x.m)
	}
	return x.signed
}

// nonzeroOf is 1 if m ≠ 0, else 0: m·k for a k that makes it 1, and it must be 1 wherever m isn't 0.
func (u *Unit) nonzeroOf(x *Float) frontend.Variable {
	if x.nonzero == nil {
		if m, constant := u.api.Compiler().ConstantValue(x.m); constant {
			x.nonzero = min(m.BitLen(), 1)
			return x.nonzero
		}
		x.nonzero = u.Nonzero(x.m)
	}
	return x.nonzero
}

// Nonzero is 1 if v ≠ 0, else 0.
//
// Constraints: 2.
func (u *Unit) Nonzero(v frontend.Variable) frontend.Variable {
	flag := u.api.Mul(v, u.hint(inverseHint, 1, v)[0])
	u.product(u.api.Sub(1, flag), v, 0)
	return flag
}

// factorExponent is the exponent of a factor: far below all others if it is 0.
func (u *Unit) factorExponent(x *Float) frontend.Variable {
	return u.api.Sub(x.e, u.api.Mul(u.format.zeroShift(), u.api.Sub(1, u.nonzeroOf(x))))
}

// PlusZero is x + (+0): −0 becomes +0.
//
// Constraints: 3, of which the two for being 0 serve later products too.
func (u *Unit) PlusZero(x *Float) *Float {
	y := *x
	nonzero := u.nonzeroOf(x)
	// sign = 1 − 2·s; s·nonzero
	y.sign = u.api.Sub(1, u.api.Mul(u.api.Sub(1, x.sign), nonzero))
	y.nonzero = nonzero
	return &y
}

// Word32 asserts that a word has as many bits as the format's words.
//
// Constraints: one per limb, and one for a limb that isn't whole.
func (u *Unit) Word32(word frontend.Variable) {
	bits := 1 + u.format.Exponent + u.format.Mantissa
	whole, part := bits/u.format.Limb, bits%u.format.Limb
	out := u.hint(shiftHint, whole, u.format.Limb, whole*u.format.Limb, word)
	top := u.api.Mul(u.api.Sub(word, u.limbs(out)), u.inverse(whole*u.format.Limb))
	u.limb(top)
	u.limb(u.times(top, u.format.Limb-part))
}
