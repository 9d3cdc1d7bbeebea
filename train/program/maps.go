package program

import "math"

// The named maps. Each function is one row of the table: the expression's order is normative, every instruction rounds, and nothing is
// simplified. f = full, r = row, c = col, h = record.

// Constants of GELU: c = sqrt(2/π), k and 3k of its cubic.
const (
	geluC  = 0x1.988454p-1
	geluK  = 0x1.6e4e26p-5
	geluK3 = 0x1.12ba9cp-3
)

func named(name string) *expression { return &expression{name: name} }

// mapAdd is a + b (ff).
func mapAdd() *expression {
	e := named("add")
	a, b := e.full(), e.full()
	e.add(a, b)
	return e
}

// mapBias is a + b (fr).
func mapBias() *expression {
	e := named("bias")
	a, b := e.full(), e.row()
	e.add(a, b)
	return e
}

// mapMulRow is a · b (fr).
func mapMulRow() *expression {
	e := named("mulrow")
	a, b := e.full(), e.row()
	e.mul(a, b)
	return e
}

// mapMulCol is a · b (fc).
func mapMulCol() *expression {
	e := named("mulcol")
	a, b := e.full(), e.col()
	e.mul(a, b)
	return e
}

// mapSubCol is a − b (fc).
func mapSubCol() *expression {
	e := named("subcol")
	a, b := e.full(), e.col()
	e.sub(a, b)
	return e
}

// mapScale is s · k.
func mapScale(k float32) *expression {
	e := named("scale")
	s := e.full()
	e.mul(s, e.constant(k))
	return e
}

// mapRecip is 1/s.
func mapRecip() *expression {
	e := named("recip")
	s := e.full()
	e.div(e.constant(1), s)
	return e
}

// mapRstd is 1/sqrt((ss·inv) + eps).
func mapRstd(inv, eps float32) *expression {
	e := named("rstd")
	ss := e.full()
	variance := e.add(e.mul(ss, e.constant(inv)), e.constant(eps))
	one := e.constant(1)
	e.div(one, e.sqrt(variance))
	return e
}

// mapAffine is fma(xh, γ, β).
func mapAffine() *expression {
	e := named("affine")
	xh, gamma, beta := e.full(), e.row(), e.row()
	e.fma(xh, gamma, beta)
	return e
}

// mapScaleMask is j > i ? −Inf : s·k. Minus infinity, since a finite mask would leak causality when a row's scores all overflow.
func mapScaleMask(k float32) *expression {
	e := named("scale_mask")
	s := e.full()
	later := e.gt(e.column(), e.line())
	masked := e.constant(float32(math.Inf(-1)))
	e.choose(later, masked, e.mul(s, e.constant(k)))
	return e
}

// mapExpCol is exp(a − m).
func mapExpCol() *expression {
	e := named("expcol")
	a, m := e.full(), e.col()
	e.exp(e.sub(a, m))
	return e
}

// mapNLL is log(l) + (m − zy).
func mapNLL() *expression {
	e := named("nll")
	l, m, zy := e.full(), e.full(), e.full()
	e.add(e.log(l), e.sub(m, zy))
	return e
}

// mapDLogits is p = e·rl; (j = y ? p − 1 : p)·inv.
func mapDLogits(inv float32) *expression {
	e := named("dlogits")
	x, rl, y := e.full(), e.col(), e.col()
	p := e.mul(x, rl)
	target := e.ieq(e.column(), y)
	less := e.sub(p, e.constant(1))
	e.mul(e.choose(target, less, p), e.constant(inv))
	return e
}

// mapDSoftmax is (P·(dp − D))·k.
func mapDSoftmax(k float32) *expression {
	e := named("dsoftmax")
	p, dp, d := e.full(), e.full(), e.col()
	e.mul(e.mul(p, e.sub(dp, d)), e.constant(k))
	return e
}

// mapLNB1 is fma(−m2, xh, g).
func mapLNB1() *expression {
	e := named("lnb1")
	g, xh, m2 := e.full(), e.full(), e.col()
	e.fma(e.neg(m2), xh, g)
	return e
}

// mapLNB2 is (t − m1)·rs.
func mapLNB2() *expression {
	e := named("lnb2")
	t, m1, rs := e.full(), e.col(), e.col()
	e.mul(e.sub(t, m1), rs)
	return e
}

// mapGELU is (0.5·x)·(1 + tanh(c·fma(k, (x·x)·x, x))).
func mapGELU() *expression {
	e := named("gelu")
	x := e.full()
	cube := e.mul(e.mul(x, x), x)
	t := e.tanh(e.mul(e.constant(geluC), e.fma(e.constant(geluK), cube, x)))
	half := e.mul(e.constant(0.5), x)
	e.mul(half, e.add(e.constant(1), t))
	return e
}

// mapGELUGrad is, with x2 = x·x, t = tanh(c·fma(k, x2·x, x)), A = 0.5·(1 + t), s = fma(−t, t, 1), D = c·fma(3k, x2, 1):
// dy·fma((0.5·x)·s, D, A).
func mapGELUGrad() *expression {
	e := named("gelu_grad")
	x, dy := e.full(), e.full()
	c, half, one := e.constant(geluC), e.constant(0.5), e.constant(1)
	x2 := e.mul(x, x)
	t := e.tanh(e.mul(c, e.fma(e.constant(geluK), e.mul(x2, x), x)))
	a := e.mul(half, e.add(one, t))
	s := e.fma(e.neg(t), t, one)
	d := e.mul(c, e.fma(e.constant(geluK3), x2, one))
	e.mul(dy, e.fma(e.mul(e.mul(half, x), s), d, a))
	return e
}

// mapReLU is x < 0 ? +0 : x.
func mapReLU() *expression {
	e := named("relu")
	x := e.full()
	zero := e.constant(0)
	e.choose(e.gt(zero, x), zero, x)
	return e
}

// mapReLUGrad is x > 0 ? dy : +0.
func mapReLUGrad() *expression {
	e := named("relu_grad")
	x, dy := e.full(), e.full()
	zero := e.constant(0)
	e.choose(e.gt(x, zero), dy, zero)
	return e
}
