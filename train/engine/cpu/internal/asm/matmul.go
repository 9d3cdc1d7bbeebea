package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// matmul writes the register-blocked kernels: as many rows as leave registers for two vectors of B and one element of A. The smaller
// kernels finish what the largest leaves over.
func (s set) matmul() {
	rows := []int{6, 4, 2}
	if s.wide() {
		rows = []int{12, 8, 4}
	}
	for _, r := range rows {
		s.block(r)
	}
}

// fetched is the number of terms between two looks ahead.
const fetched = 8

// block computes one chunk of rows × 2·lanes chains. Each output has its own lane of its own accumulator: it starts from +0 and takes
// its terms in ascending k, whatever the blocking around this kernel is. Meanwhile it asks for memory that will be needed: its rows of c,
// and two lines at ahead for every 8 terms, which is what the caller packs next.
func (s set) block(rows int) {
	s.function(fmt.Sprintf("matmul%d", rows),
		"func(k int, a *float32, aRow, aStep int, b, c *float32, cRow, add int, ahead *float32, aheadStep int)",
		fmt.Sprintf("computes S = Σ a·b over one chunk for %d×%d outputs, then sets c to S + c, or to S + (+0) if add is 0. "+
			"Element (i, k) of A lies at i·aRow + k·aStep bytes, B is a packed panel, rows of c are cRow bytes apart. "+
			"Two lines at ahead are prefetched for every %d terms, aheadStep bytes apart.", rows, 2*s.lanes, fetched))
	early, earlyRow := param("c"), param("cRow")
	for range rows {
		for line := 0; line < 2*s.bytes(); line += 64 {
			PREFETCHT0(Mem{Base: early, Disp: line})
		}
		PREFETCHT0(Mem{Base: early, Disp: 2*s.bytes() - 4}) // a row may begin in the middle of a line
		ADDQ(earlyRow, early)
	}
	k, b := param("k"), param("b")
	aRow, aStep := param("aRow"), param("aStep")
	ahead, aheadStep := param("ahead"), param("aheadStep")
	bases := []GPVirtual{param("a")}
	for i := 4; i < rows; i += 4 {
		p := GP64()
		LEAQ(Mem{Base: bases[len(bases)-1], Index: aRow, Scale: 4}, p)
		bases = append(bases, p)
	}
	aRow3 := GP64()
	LEAQ(Mem{Base: aRow, Index: aRow, Scale: 2}, aRow3)

	acc := make([][2]VecVirtual, rows)
	for i := range acc {
		acc[i] = [2]VecVirtual{s.zero(), s.zero()}
	}
	Label("ahead")
	PREFETCHT1(Mem{Base: ahead})
	PREFETCHT1(Mem{Base: ahead, Disp: 64})
	ADDQ(aheadStep, ahead)
	n := GP64()
	MOVQ(U32(fetched), n)
	CMPQ(k, n)
	CMOVQLT(k, n)
	SUBQ(n, k)
	counter("terms", n, 1, func() {
		b0, b1 := s.load(Mem{Base: b}), s.load(Mem{Base: b, Disp: s.bytes()})
		for i := range acc {
			m := Mem{Base: bases[i/4]}
			switch i % 4 {
			case 1:
				m.Index, m.Scale = aRow, 1
			case 2:
				m.Index, m.Scale = aRow, 2
			case 3:
				m.Index, m.Scale = aRow3, 1
			}
			e := s.vec()
			VBROADCASTSS(m, e)
			VFMADD231PS(b0, e, acc[i][0])
			VFMADD231PS(b1, e, acc[i][1])
		}
		ADDQ(U32(uint32(2*s.bytes())), b)
		for _, p := range bases {
			ADDQ(aStep, p)
		}
	}, nil)
	TESTQ(k, k)
	JG(LabelRef("ahead"))

	c, cRow, add := param("c"), param("cRow"), param("add")
	TESTQ(add, add)
	JNE(LabelRef("fold"))
	zero := s.zero()
	for i := range acc {
		for j := range acc[i] {
			VADDPS(zero, acc[i][j], acc[i][j])
			VMOVUPS(acc[i][j], Mem{Base: c, Disp: j * s.bytes()})
		}
		ADDQ(cRow, c)
	}
	VZEROUPPER()
	RET()
	Label("fold")
	for i := range acc {
		for j := range acc[i] {
			m := Mem{Base: c, Disp: j * s.bytes()}
			VADDPS(m, acc[i][j], acc[i][j])
			VMOVUPS(acc[i][j], m)
		}
		ADDQ(cRow, c)
	}
	VZEROUPPER()
	RET()
}
