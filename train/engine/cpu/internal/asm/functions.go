package main

import (
	"math"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/reg"
)

// The sequences of numerics.md, "Functions". A NaN goes through each of them as a NaN: its payload may differ from the reference's one
// NaN, never its being one.

const magic = 12582912 // 1.5·2^23; its bits are 0x4B400000

func (s set) exp(x VecVirtual) VecVirtual {
	limit := s.load(s.float(89))
	x = s.min(limit, x) // 89 < x ? 89 : x keeps a NaN
	VMOVUPS(s.float(-104), limit)
	x = s.max(limit, x)
	t := s.load(s.float(magic))
	VFMADD231PS(s.float(0x1.715476p+0), x, t)
	n := s.subWords(t, s.float(magic))
	j := s.sub(t, s.float(magic))
	f := s.vec()
	VMOVAPS(x, f)
	VFMADD231PS(s.float(-0x1.63p-1), j, f)
	VFMADD231PS(s.float(0x1.bd0106p-13), j, f)
	q := s.load(s.float(0x1.6a2384p-10))
	for _, c := range []float32{0x1.123a6ap-7, 0x1.5558f4p-5, 0x1.55549p-3, 0x1.fffffcp-2, 1, 1} {
		s.horner(q, f, c)
	}
	a := s.shiftRight(n, 1)
	b := s.subWords(n, a)
	q = s.mul(q, s.powerOfTwo(a))
	return s.mul(q, s.powerOfTwo(b))
}

// powerOfTwo returns the float with bits (n+127)<<23.
func (s set) powerOfTwo(n VecVirtual) VecVirtual {
	return s.shiftLeft(s.addWords(n, s.bits(127)), 23)
}

func (s set) log(x VecVirtual) VecVirtual {
	subnormal := s.compare(less, x, s.float(0x1p-126))
	scaled := s.mul(x, s.float(0x1p23))
	y := s.choose(subnormal, scaled, x)
	e := s.choose(subnormal, s.float(-23), s.zero())
	k := s.shiftRight(s.subWords(y, s.bits(0x3f2aaaab)), 23)
	m := s.subWords(y, s.shiftLeft(k, 23))
	f := s.sub(m, s.float(1))
	sq := s.mul(f, f)
	fk := s.vec()
	VCVTDQ2PS(k, fk)
	fk = s.add(fk, e)
	q := s.load(s.float(-0x1.02bce2p-3))
	for _, c := range []float32{
		0x1.1743a6p-3, -0x1.f59572p-4, 0x1.20752ap-3, -0x1.55858ep-3, 0x1.99b312p-3, -0x1.ffff8p-3, 0x1.555554p-2, -0.5,
	} {
		s.horner(q, f, c)
	}
	VFMADD213PS(f, sq, q) // q·s + f
	VFMADD231PS(s.float(-0x1.05c610p-29), fk, q)
	VFMADD231PS(s.float(0x1.62e430p-1), fk, q)

	zero := s.zero()
	q = s.choose(s.equalWords(x, s.float(float32(math.Inf(1)))), x, q)
	q = s.choose(s.compare(notEqual, x, zero), q, s.load(s.float(float32(math.Inf(-1)))))
	return s.choose(s.compare(greaterOrEqual, x, zero), q, s.load(s.bits(canonicalNaN)))
}

const (
	canonicalNaN = 0x7fc00000
	signBit      = 0x80000000
)

func (s set) tanh(x VecVirtual) VecVirtual {
	a := s.and(x, s.bits(^uint32(signBit)))
	small := s.compare(less, a, s.float(0x1.19999ap-1))

	bounded := s.min(s.load(s.float(10)), a) // 10 < a ? 10 : a keeps a NaN
	d := s.add(s.exp(s.add(bounded, bounded)), s.float(1))
	r := s.sub(s.load(s.float(1)), s.div(s.load(s.float(2)), d))
	r = s.xor(r, s.and(x, s.bits(signBit))) // only used where x is not ±0

	z := s.mul(x, x)
	q := s.load(s.float(-0x1.9b483ep-8))
	for _, c := range []float32{0x1.59439ep-6, -0x1.b92998p-5, 0x1.110d3p-3, -0x1.55554ap-2} {
		s.horner(q, z, c)
	}
	q = s.mul(q, z)
	return s.choose(small, s.fma(q, x, x), r)
}
