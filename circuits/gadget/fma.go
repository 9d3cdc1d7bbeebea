package gadget

import "github.com/consensys/gnark/frontend"

// FMA is a·b + c, rounded once to nearest even.
//
// Constraints: 30 with decoded operands and 2 for each factor that wasn't asked yet whether it is 0, which doesn't matter beside a constant
// addend that isn't tiny; 55 with three fresh words, decoding included.
//
// Native twin: numeric.FMA.
//
// No proof: a result of the top binade or beyond.
//
// Soundness: the exponent difference has one row in the table of alignments; shifts beyond fmaAbove and fmaBelow can't change the rounding
// (format.go). The sum is then exact, below 2^(4p+3), and round leaves one result. That a sum 0 has the right sign is shown by its being a
// multiple of the sum: sum·x = sign − (both terms negative).
func (u *Unit) FMA(a, b, c *Float) *Float { return u.fma(a, b, c, true) }

// Chain is FMA for accumulators that a final +0 follows: a sum 0 may have either sign.
//
// Constraints: 28 with decoded operands, its sign for the next included.
func (u *Unit) Chain(a, b, c *Float) *Float { return u.fma(a, b, c, false) }

func (u *Unit) fma(a, b, c *Float, exact bool) *Float {
	f := u.format
	low, high := 2*(1-f.zeroShift())-f.one()-f.top(), 2*f.top()-f.one()-1
	x, y := a.e, b.e
	if e, constant := u.api.Compiler().ConstantValue(c.e); !constant || int(e.Int64()) < f.zeroShift() {
		x, y = u.factorExponent(a), u.factorExponent(b)
	}
	d := u.api.Sub(u.api.Add(x, y), f.one(), c.e)
	product := u.api.Mul(u.signedOf(a), u.signedOf(b))
	value, unit := u.aligned(u.align("fma", low, high, f.fmaBelow(), f.fmaAbove()), d, product, u.signedOf(c), low, f.fmaBelow(), f.fmaAbove())
	target := frontend.Variable(0)
	if exact {
		target = u.zeroSign(u.api.Mul(a.sign, b.sign), c.sign)
	}
	return u.result(u.round("fma scale", f.fmaScaling(), value, u.api.Add(c.e, unit), target, exact, true))
}

// Add is a + b, rounded to nearest even.
//
// Constraints: 24 with decoded operands.
//
// Native twin: numeric.Add; the rest as FMA.
func (u *Unit) Add(a, b *Float) *Float { return u.add(a, b, true) }

// Sub is a − b.
func (u *Unit) Sub(a, b *Float) *Float { return u.add(a, u.Negative(b), true) }

// ChainAdd is Add as Chain is FMA.
//
// Constraints: 23 with decoded operands, its sign for the next included.
func (u *Unit) ChainAdd(a, b *Float) *Float { return u.add(a, b, false) }

func (u *Unit) add(a, b *Float, exact bool) *Float {
	f := u.format
	d := u.api.Sub(a.e, b.e)
	k := f.addBeyond()
	value, unit := u.aligned(u.align("add", 1-f.top(), f.top()-1, k, k), d, u.signedOf(a), u.signedOf(b), 1-f.top(), k, k)
	target := frontend.Variable(0)
	if exact {
		target = u.zeroSign(a.sign, b.sign)
	}
	return u.result(u.round("add scale", f.addScaling(), value, u.api.Add(b.e, unit), target, exact, true))
}

// aligned is first·2^max(d,0) + second·2^max(−d,0), shifts clipped, and by how much its unit's exponent is more than the second's.
func (u *Unit) aligned(t *Table, d, first, second frontend.Variable, low, below, above int) (sum, unit frontend.Variable) {
	out := u.hint(alignHint, 3, below, above, d)
	t.Look(d, out[0], out[1], out[2])
	return u.api.Add(u.api.Mul(first, out[0]), u.api.Mul(second, out[1])), out[2]
}

func (u *Unit) result(r rounded) *Float { return &Float{sign: r.sign, e: r.e, m: r.m} }

// Mul is a·b, rounded to nearest even.
//
// Constraints: 19 with decoded operands.
//
// Native twin: numeric.Mul; the rest as FMA. The sign is the product of the signs, of a zero too.
func (u *Unit) Mul(a, b *Float) *Float {
	f := u.format
	product := u.api.Mul(a.m, b.m)
	base := u.api.Sub(u.api.Add(a.e, b.e), f.one())
	r := u.round("mul scale", f.mulScaling(), product, base, 0, false, false)
	r.sign = u.api.Mul(a.sign, b.sign)
	return u.result(r)
}
