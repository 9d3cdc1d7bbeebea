package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

const (
	lanes    = 16
	rowBytes = 64   // of a block of one message: a register
	nextDown = 1024 // where the block after this one's sixteen lies, if messages are tiles side by side
)

// hashSixteen keeps one word of each of sixteen messages in a register, so that a round is a few instructions for all of them.
func hashSixteen() {
	TEXT("hashSixteen", 0, "func(out *byte, messages **byte, row, blocks int, tail *byte)")
	Doc("hashSixteen writes the SHA-256 of sixteen messages to out, 32 bytes each, with AVX-512. Messages are given by their first block; their",
		"blocks of 64 bytes lie row bytes apart. Behind so many blocks each message has the same tail of one more block, padding included.")
	Pragma("noescape")
	saved := AllocLocal(8 * rowBytes)
	word := func(i int) Mem { return saved.Offset(i * rowBytes) }
	for i := range initial {
		z := ZMM()
		VPBROADCASTD(words("initial", initial[:]).Offset(4*i), z)
		VMOVDQU32(z, word(i))
	}
	at, row, blocks, offset, k := GP64(), GP64(), GP64(), GP64(), GP64()
	Load(Param("messages"), at)
	Load(Param("row"), row)
	Load(Param("blocks"), blocks)
	XORQ(offset, offset)
	LEAQ(words("constants", constants), k)

	Label("data")
	var w []VecVirtual
	for range lanes {
		w = append(w, ZMM())
	}
	for i := range lanes {
		message := GP64()
		MOVQ(Mem{Base: at, Disp: 8 * i}, message)
		VMOVDQU32(Mem{Base: message, Index: offset, Scale: 1}, w[i])
		PREFETCHT0(Mem{Base: message, Index: offset, Scale: 1, Disp: nextDown})
	}
	ADDQ(row, offset)
	transpose(w)
	Label("compress")
	swap := ZMM()
	VBROADCASTI32X4(words("swap", []uint32{0x00010203, 0x04050607, 0x08090a0b, 0x0c0d0e0f}), swap)
	for i := range lanes {
		VPSHUFB(swap, w[i], w[i])
	}
	var s []VecVirtual
	for i := range 8 {
		s = append(s, ZMM())
		VMOVDQU32(word(i), s[i])
	}
	for i := range lanes {
		s = round(s, w[i], Mem{Base: k, Disp: 4 * i})
	}
	more := GP64()
	MOVQ(U32(3), more)
	Label("rounds")
	ADDQ(U32(4*lanes), k)
	for i := range lanes {
		schedule(w[i], w[(i+1)%lanes], w[(i+9)%lanes], w[(i+14)%lanes])
		s = round(s, w[i], Mem{Base: k, Disp: 4 * i})
	}
	DECQ(more)
	JNE(LabelRef("rounds"))
	SUBQ(U32(3*4*lanes), k)
	for i := range 8 {
		VPADDD(word(i), s[i], s[i])
		VMOVDQU32(s[i], word(i))
	}
	DECQ(blocks)
	JG(LabelRef("data"))
	JL(LabelRef("done"))
	tail := GP64()
	Load(Param("tail"), tail)
	for i := range lanes {
		VPBROADCASTD(Mem{Base: tail, Disp: 4 * i}, w[i])
	}
	JMP(LabelRef("compress"))

	Label("done")
	out := GP64()
	Load(Param("out"), out)
	var h []VecVirtual
	for i := range lanes {
		h = append(h, ZMM())
		VMOVDQU32(word(i%8), h[i])
		VPSHUFB(swap, h[i], h[i])
	}
	transpose(h)
	for i := range lanes {
		VMOVDQU32(h[i].AsY(), Mem{Base: out, Disp: 32 * i})
	}
	VZEROUPPER()
	RET()
}

// round does one round; the registers of the state change their names, not their places. What needs the newest word of the state, e or a,
// comes last: rounds wait for one another by it.
func round(s []VecVirtual, w VecVirtual, k Mem) []VecVirtual {
	a, b, c, d, e, f, g, h := s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7]
	VPADDD(w, h, h)
	VPADDD_BCST(k, h, h)
	choice := ZMM()
	VMOVDQA32(e, choice)
	VPTERNLOGD(U8(0xca), g, f, choice) // e ? f : g
	VPADDD(choice, h, h)
	VPADDD(h, d, d)
	bits := sum(e, 6, 11, 25)
	VPADDD(bits, d, d)
	VPADDD(bits, h, h)
	majority := ZMM()
	VMOVDQA32(a, majority)
	VPTERNLOGD(U8(0xe8), c, b, majority)
	VPADDD(majority, h, h)
	VPADDD(sum(a, 2, 13, 22), h, h)
	return []VecVirtual{h, a, b, c, d, e, f, g}
}

// schedule makes word t of word t−16, with words t−15, t−7 and t−2.
func schedule(w, w1, w9, w14 VecVirtual) {
	for _, from := range []struct {
		w    VecVirtual
		r, q uint8
		down uint8
	}{{w1, 7, 18, 3}, {w14, 17, 19, 10}} {
		x, y, z := ZMM(), ZMM(), ZMM()
		VPRORD(U8(from.r), from.w, x)
		VPRORD(U8(from.q), from.w, y)
		VPSRLD(U8(from.down), from.w, z)
		VPTERNLOGD(U8(0x96), z, y, x)
		VPADDD(x, w, w)
	}
	VPADDD(w9, w, w)
}

// sum is the exclusive or of three rotations.
func sum(v VecVirtual, r ...uint8) VecVirtual {
	x, y, z := ZMM(), ZMM(), ZMM()
	VPRORD(U8(r[0]), v, x)
	VPRORD(U8(r[1]), v, y)
	VPRORD(U8(r[2]), v, z)
	VPTERNLOGD(U8(0x96), z, y, x)
	return x
}

// transpose makes rows of sixteen words columns.
func transpose(rows []VecVirtual) {
	pairs := func(step int, low, high func(a, b, out VecVirtual)) {
		for i := range rows {
			if i&step == 0 {
				a, b := ZMM(), rows[i+step]
				VMOVDQA32(rows[i], a)
				low(a, b, rows[i])
				high(a, b, rows[i+step])
			}
		}
	}
	even := func(a, b, out VecVirtual) { VSHUFI32X4(U8(0x88), b, a, out) }
	odd := func(a, b, out VecVirtual) { VSHUFI32X4(U8(0xdd), b, a, out) }
	pairs(1, func(a, b, out VecVirtual) { VPUNPCKLDQ(b, a, out) }, func(a, b, out VecVirtual) { VPUNPCKHDQ(b, a, out) })
	pairs(2, func(a, b, out VecVirtual) { VPUNPCKLQDQ(b, a, out) }, func(a, b, out VecVirtual) { VPUNPCKHQDQ(b, a, out) })
	for g := 0; g < len(rows); g += 4 { // the two steps leave columns in the order 0, 2, 1, 3
		rows[g+1], rows[g+2] = rows[g+2], rows[g+1]
	}
	pairs(4, even, odd)
	pairs(8, even, odd)
}
