package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// magnitude writes a scan: the greatest |x| of a block of words, as an integer. It is 0 if all are ±0, and below 0x7f800000 if all are
// finite, which no sum could tell without rounding.
func (s set) magnitude() {
	s.function("magnitude", "func(x *float32, row, rows, w int) uint32",
		"returns the greatest word of a block without its sign, compared as integers: rows of w words, row bytes apart.")
	x, row, rows, w := param("x"), param("row"), param("rows"), param("w")
	acc, mask := s.zero(), s.load(s.bits(^uint32(signBit)))
	take := func(v VecVirtual) { VPMAXSD(s.and(v, mask), acc, acc) }
	counter("rows", rows, 1, func() {
		p, n := GP64(), GP64()
		MOVQ(x, p)
		MOVQ(w, n)
		counter("fours", n, 4*s.lanes, func() {
			for i := range 4 {
				take(s.load(Mem{Base: p, Disp: i * s.bytes()}))
			}
			ADDQ(U32(uint32(4*s.bytes())), p)
		}, nil)
		counter("ones", n, s.lanes, func() {
			take(s.load(Mem{Base: p}))
			ADDQ(U32(uint32(s.bytes())), p)
		}, func() { take(s.loadTail(Mem{Base: p}, s.tailMask(n))) })
		ADDQ(row, x)
	}, nil)
	half, other := XMM(), XMM()
	if s.wide() {
		quarter := XMM()
		for i := range 4 {
			VEXTRACTI32X4(U8(uint8(i)), acc, quarter)
			if i == 0 {
				VMOVDQA(quarter, half)
			} else {
				VPMAXSD(quarter, half, half)
			}
		}
	} else {
		VEXTRACTI128(U8(0), acc, half)
		VEXTRACTI128(U8(1), acc, other)
		VPMAXSD(other, half, half)
	}
	for _, shuffle := range []uint8{0x0e, 0x01} { // lanes 2, 3 down; lane 1 down
		VPSHUFD(U8(shuffle), half, other)
		VPMAXSD(other, half, half)
	}
	greatest := GP32()
	VMOVD(half, greatest)
	VZEROUPPER()
	Store(greatest, ReturnIndex(0))
	RET()
}
