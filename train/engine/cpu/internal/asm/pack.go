package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// pack writes the copies that bring B into panels [k][2·lanes], the order in which the matrix product reads it.
func (s set) pack() {
	s.function("packRows", "func(dst, src *float32, srcRow, k int)",
		"copies k rows of one panel's width; srcRow is the distance of rows of src in bytes.")
	dst, src, row, k := param("dst"), param("src"), param("srcRow"), param("k")
	counter("rows", k, 1, func() {
		a, b := s.load(Mem{Base: src}), s.load(Mem{Base: src, Disp: s.bytes()})
		VMOVUPS(a, Mem{Base: dst})
		VMOVUPS(b, Mem{Base: dst, Disp: s.bytes()})
		ADDQ(row, src)
		ADDQ(U32(uint32(2*s.bytes())), dst)
	}, nil)
	VZEROUPPER()
	RET()

	s.function("packColumns", "func(dst, src *float32, srcRow, k int)",
		"transposes: as many rows of src as a register has lanes become columns of dst (half a panel); k is a multiple of the lanes.")
	dst, src, row, k = param("dst"), param("src"), param("srcRow"), param("k")
	counter("blocks", k, s.lanes, func() {
		p, rows := GP64(), []VecVirtual{}
		MOVQ(src, p)
		for range s.lanes {
			rows = append(rows, s.load(Mem{Base: p}))
			ADDQ(row, p)
		}
		if s.wide() {
			rows = transpose16(rows)
		} else {
			rows = transpose8(rows)
		}
		for i, r := range rows {
			VMOVUPS(r, Mem{Base: dst, Disp: 2 * s.bytes() * i})
		}
		ADDQ(U32(uint32(s.bytes())), src)
		ADDQ(U32(uint32(2*s.bytes()*s.lanes)), dst)
	}, nil)
	VZEROUPPER()
	RET()
}

// pairs applies two complementary shuffles to the rows that are step apart.
func pairs(rows []VecVirtual, step int, fresh func() VecVirtual, low, high func(a, b, out VecVirtual)) []VecVirtual {
	out := make([]VecVirtual, len(rows))
	for i := range rows {
		if i&step != 0 {
			continue
		}
		out[i], out[i+step] = fresh(), fresh()
		low(rows[i], rows[i+step], out[i])
		high(rows[i], rows[i+step], out[i+step])
	}
	return out
}

// fourByFour transposes every 4×4 block in the 128-bit quarters of four rows: row 4g+i then holds column i of each quarter.
func fourByFour(rows []VecVirtual, fresh func() VecVirtual) []VecVirtual {
	rows = pairs(rows, 1, fresh,
		func(a, b, out VecVirtual) { VUNPCKLPS(b, a, out) },
		func(a, b, out VecVirtual) { VUNPCKHPS(b, a, out) })
	rows = pairs(rows, 2, fresh,
		func(a, b, out VecVirtual) { VUNPCKLPD(b, a, out) },
		func(a, b, out VecVirtual) { VUNPCKHPD(b, a, out) })
	for g := 0; g < len(rows); g += 4 { // the two steps leave columns in the order 0, 2, 1, 3
		rows[g+1], rows[g+2] = rows[g+2], rows[g+1]
	}
	return rows
}

func transpose8(rows []VecVirtual) []VecVirtual {
	fresh := func() VecVirtual { return YMM() }
	rows = fourByFour(rows, fresh)
	return pairs(rows, 4, fresh,
		func(a, b, out VecVirtual) { VPERM2F128(U8(0x20), b, a, out) },
		func(a, b, out VecVirtual) { VPERM2F128(U8(0x31), b, a, out) })
}

func transpose16(rows []VecVirtual) []VecVirtual {
	fresh := func() VecVirtual { return ZMM() }
	rows = fourByFour(rows, fresh)
	// Quarter q of row 4g+i must become quarter g of row 4q+i: twice, even quarters against odd ones.
	even := func(a, b, out VecVirtual) { VSHUFF32X4(U8(0x88), b, a, out) }
	odd := func(a, b, out VecVirtual) { VSHUFF32X4(U8(0xdd), b, a, out) }
	return pairs(pairs(rows, 4, fresh, even, odd), 8, fresh, even, odd)
}
