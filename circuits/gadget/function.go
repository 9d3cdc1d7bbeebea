package gadget

import (
	"math"
	"math/big"

	"github.com/consensys/gnark/constraint/solver"
	"github.com/consensys/gnark/frontend"
)

// float is a binary32 constant.
func (u *Unit) float(x float32) *Float { return u.Constant(uint64(math.Float32bits(x))) }

// polynomial is the last q of q ← fma(q, x, c). The coefficients aren't 0, so the sign of a q that is 0 changes nothing but the last one's.
func (u *Unit) polynomial(q, x *Float, coefficients ...float32) *Float {
	last := len(coefficients) - 1
	for _, c := range coefficients[:last] {
		q = u.Chain(q, x, u.float(c))
	}
	return u.FMA(q, x, u.float(coefficients[last]))
}

// magic is 1.5·2²³: a small integer added to its bits is added to its value.
const magic = 12582912

// Exp is e^x by the sequence of the numeric profile, in binary32.
//
// Constraints: 322 with a decoded operand.
//
// Native twin: numeric.Exp, operation by operation.
//
// Soundness: that of the operations; n is read off the bits of t, and its half by a bit and two limbs.
func (u *Unit) Exp(x *Float) *Float {
	most, least := u.float(89), u.float(-104)
	x = u.Select(u.GT(x, most), most, x)
	x = u.Select(u.GT(least, x), least, x)
	// The polynomial that follows doesn't depend on the sign of an f that is 0, and t never is.
	t := u.Chain(x, u.float(0x1.715476p+0), u.float(magic))
	n := u.api.Sub(u.Word(t), math.Float32bits(magic))
	j := u.ChainAdd(t, u.Negative(u.float(magic)))
	f := u.Chain(j, u.float(-0x1.63p-1), x)
	f = u.Chain(j, u.float(0x1.bd0106p-13), f)
	q := u.polynomial(u.float(0x1.6a2384p-10), f, 0x1.123a6ap-7, 0x1.5558f4p-5, 0x1.55549p-3, 0x1.fffffcp-2, 1, 1)
	half := u.shifted(n, 1, 8)
	return u.Mul(u.Mul(q, u.PowerOfTwo(half)), u.PowerOfTwo(u.api.Sub(n, half)))
}

// shifted is v >> bits for −2^width·2^bits ≤ v < 2^width·2^bits.
//
// Constraints: one per limb of what is shifted out and of the result.
func (u *Unit) shifted(v frontend.Variable, bits, width int) frontend.Variable {
	f := u.format
	if v, constant := u.api.Compiler().ConstantValue(v); constant {
		return new(big.Int).Rsh(signed(u.api.Compiler().Field(), v), uint(bits))
	}
	if width >= f.Limb {
		panic("gadget: a shift of too wide a number")
	}
	whole, part := bits/f.Limb, bits%f.Limb
	out := u.hint(shiftHint, whole+min(part, 1), f.Limb, bits, v)
	low := u.limbs(out)
	if part > 0 {
		u.limb(u.times(out[whole], f.Limb-part))
	}
	high := u.api.Mul(u.api.Sub(v, low), u.inverse(bits))
	u.limb(u.api.Add(high, power(width)))
	return high
}

// Log is the natural logarithm of x by the sequence of the numeric profile, in binary32.
//
// Constraints: 440 with a decoded operand.
//
// Native twin: numeric.Log, operation by operation.
//
// No proof: x ≤ 0.
//
// Soundness: that of the operations; k is a part of x's bits, shown by limbs.
func (u *Unit) Log(x *Float) *Float {
	const subnormal = 0x1p-126
	u.api.AssertIsEqual(u.GT(x, u.float(0)), 1)
	small := u.GT(u.float(subnormal), x)
	x = u.Mul(x, u.Select(small, u.float(0x1p23), u.float(1))) // a product with 1 is exact
	e := u.Select(small, u.float(-23), u.float(0))
	word := u.Word(x)
	k := u.shifted(u.api.Sub(word, 0x3f2aaaab), 23, 9)
	f := u.Sub(u.Decode(u.api.Sub(word, u.times(k, 23))), u.float(1))
	s := u.Mul(f, f)
	// k + 1.5·2²³ as a number has these bits; less 1.5·2²³ it is k.
	fk := u.Sub(&Float{sign: 1, e: u.format.one(), m: u.api.Add(k, magic)}, u.float(magic))
	fk = u.Add(fk, e)
	q := u.polynomial(u.float(-0x1.02bce2p-3), f, 0x1.1743a6p-3, -0x1.f59572p-4, 0x1.20752ap-3, -0x1.55858ep-3, 0x1.99b312p-3, -0x1.ffff8p-3,
		0x1.555554p-2, -0.5)
	q = u.FMA(q, s, f)
	return u.FMA(fk, u.float(0x1.62e430p-1), u.FMA(fk, u.float(-0x1.05c610p-29), q))
}

// Tanh is the hyperbolic tangent by the sequence of the numeric profile, in binary32.
//
// Constraints: 614 with a decoded operand: both branches.
//
// Native twin: numeric.Tanh, operation by operation.
func (u *Unit) Tanh(x *Float) *Float {
	a := u.Abs(x)
	isNear := u.GT(u.float(0x1.19999ap-1), a)
	y := u.Select(isNear, x, u.float(0)) // the branch that isn't taken computes with 0, lest it overflow
	z := u.Mul(y, y)
	q := u.polynomial(u.float(-0x1.9b483ep-8), z, 0x1.59439ep-6, -0x1.b92998p-5, 0x1.110d3p-3, -0x1.55554ap-2)
	near := u.FMA(u.Mul(q, z), y, y)
	most := u.float(10)
	clipped := u.Select(u.GT(a, most), most, a)
	far := u.Sub(u.float(1), u.Div(u.float(2), u.Add(u.Exp(u.Add(clipped, clipped)), u.float(1))))
	far = u.Select(u.GT(u.float(0), x), u.Negative(far), far)
	return u.Select(isNear, near, far)
}

func init() { solver.RegisterHint(shiftHint) }

// shiftHint: limb width, bits, v → the limbs of v mod 2^bits.
func shiftHint(field *big.Int, in, out []*big.Int) error {
	bits := uint(in[1].Int64())
	low := new(big.Int).And(signed(field, in[2]), new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), bits), big.NewInt(1)))
	putLimbs(out, low, int(in[0].Int64()))
	return nil
}
