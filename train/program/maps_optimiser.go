package program

import (
	"math"

	"github.com/commonweight/commonweight/train/numeric"
)

// The named maps of the optimiser. A step whose norm is not finite (ok = 0) keeps every parameter, moment and power.

// mapSqrt is sqrt(n).
func mapSqrt() *expression {
	e := named("sqrt")
	e.sqrt(e.full())
	return e
}

// mapClip is n > max ? max/n : 1.
func mapClip(limit float32) *expression {
	e := named("clip")
	n := e.full()
	most := e.constant(limit)
	e.choose(e.gt(n, most), e.div(most, n), e.constant(1))
	return e
}

// mapFinite is n ≤ the largest binary32 ? 1 : 0.
func mapFinite() *expression {
	e := named("finite")
	n := e.full()
	e.ge(e.constant(math.MaxFloat32), n)
	return e
}

// mapPow is ok ? q·b : q, q being one word of the scalars.
func mapPow(word int, b float32) *expression {
	e := named("pow")
	ok := e.full()
	q := e.word(e.record(), word)
	e.choose(ok, e.mul(q, e.constant(b)), q)
	return e
}

// mapCorr is 1/(1 − q).
func mapCorr() *expression {
	e := named("corr")
	q := e.full()
	one := e.constant(1)
	e.div(one, e.sub(one, q))
	return e
}

// mapRecorded is ok ? x : NaN: what the state keeps of a loss or a norm.
func mapRecorded() *expression {
	e := named("recorded")
	x, ok := e.full(), e.full()
	e.choose(ok, x, e.constant(math.Float32frombits(numeric.NaN)))
	return e
}

// factors are the words of the record that the optimiser's maps share; -1 for one that the optimiser lacks.
type factors struct{ clip, c1, c2, lr, ok, count int }

var (
	adamFactors  = factors{clip: 0, c1: 1, c2: 2, lr: 3, ok: 4, count: 5}
	plainFactors = factors{clip: 0, c1: -1, c2: -1, lr: 1, ok: 2, count: 3}
)

// mapAdamM is ok ? fma(b1, m, omb1·(g·clip)) : m.
func mapAdamM(b1 float32) *expression {
	e := named("adam_m")
	m, g, h := e.full(), e.full(), e.record()
	clipped := e.mul(g, e.word(h, adamFactors.clip))
	ok := e.word(h, adamFactors.ok)
	next := e.fma(e.constant(b1), m, e.mul(e.constant(numeric.Sub(1, b1)), clipped))
	e.choose(ok, next, m)
	return e
}

// mapAdamV is g1 = g·clip; ok ? fma(b2, v, omb2·(g1·g1)) : v.
func mapAdamV(b2 float32) *expression {
	e := named("adam_v")
	v, g, h := e.full(), e.full(), e.record()
	clipped := e.mul(g, e.word(h, adamFactors.clip))
	ok := e.word(h, adamFactors.ok)
	next := e.fma(e.constant(b2), v, e.mul(e.constant(numeric.Sub(1, b2)), e.mul(clipped, clipped)))
	e.choose(ok, next, v)
	return e
}

// mapAdamU is (m·c1)/(sqrt(v·c2) + eps).
func mapAdamU(eps float32) *expression {
	e := named("adam_u")
	m, v, h := e.full(), e.full(), e.record()
	mean := e.mul(m, e.word(h, adamFactors.c1))
	root := e.sqrt(e.mul(v, e.word(h, adamFactors.c2)))
	e.div(mean, e.add(root, e.constant(eps)))
	return e
}

// mapAdamP is ok ? fma(−lr, fma(wd, p, u), p) : p.
func mapAdamP(decay float32) *expression {
	e := named("adam_p")
	p, u, h := e.full(), e.full(), e.record()
	rate := e.neg(e.word(h, adamFactors.lr))
	ok := e.word(h, adamFactors.ok)
	e.choose(ok, e.fma(rate, e.fma(e.constant(decay), p, u), p), p)
	return e
}

// mapSGD is ok ? fma(−lr, g·clip, p) : p.
func mapSGD() *expression {
	e := named("sgd")
	p, g, h := e.full(), e.full(), e.record()
	clipped := e.mul(g, e.word(h, plainFactors.clip))
	rate := e.neg(e.word(h, plainFactors.lr))
	ok := e.word(h, plainFactors.ok)
	e.choose(ok, e.fma(rate, clipped, p), p)
	return e
}

// mapMomentum is ok ? fma(mu, m, g·clip) : m.
func mapMomentum(mu float32) *expression {
	e := named("momentum")
	m, g, h := e.full(), e.full(), e.record()
	clipped := e.mul(g, e.word(h, plainFactors.clip))
	ok := e.word(h, plainFactors.ok)
	e.choose(ok, e.fma(e.constant(mu), m, clipped), m)
	return e
}

// mapMomentumP is ok ? fma(−lr, m′, p) : p.
func mapMomentumP() *expression {
	e := named("momentum_p")
	p, m, h := e.full(), e.full(), e.record()
	rate := e.neg(e.word(h, plainFactors.lr))
	ok := e.word(h, plainFactors.ok)
	e.choose(ok, e.fma(rate, m, p), p)
	return e
}
