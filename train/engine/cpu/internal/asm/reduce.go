package main

import (
	"math"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

const chunk = 512

func (s set) reductions() {
	s.columns("colSum", false)
	s.columns("colDot", true)
	s.rows("rowSum", sum)
	s.rows("rowDot", dot)
	s.rows("rowMax", maximum)
	s.tiles("tileSum", sum)
	s.tiles("tileSqSum", square)
	s.magnitude()
}

// columns writes a chain over the rows of one chunk: every column has its own lane.
func (s set) columns(name string, product bool) {
	signature, doc := "func(x *float32, row, rows int, out *float32, cols int)", "adds to out[c] the chain over rows of acc + x[r,c]"
	if product {
		signature = "func(x, y *float32, row, rows int, out *float32, cols int)"
		doc = "adds to out[c] the chain over rows of fma(x[r,c], y[r,c], acc)"
	}
	s.function(name, signature, doc+"; at most one chunk of rows, row bytes apart.")
	x, row, rows, out, cols := param("x"), param("row"), param("rows"), param("out"), param("cols")
	y := x
	if product {
		y = param("y")
	}
	// strip reduces vectors side by side; the mask, if any, covers a single one.
	strip := func(label string, vectors int, mask *tail) {
		px, py, n := GP64(), GP64(), GP64()
		MOVQ(x, px)
		if product {
			MOVQ(y, py)
		}
		MOVQ(rows, n)
		at := func(base Register, v int) Mem { return Mem{Base: base, Disp: v * s.bytes()} }
		load := func(m Mem) VecVirtual {
			if mask != nil {
				return s.loadTail(m, *mask)
			}
			return s.load(m)
		}
		acc := make([]VecVirtual, vectors)
		for v := range acc {
			acc[v] = s.zero()
		}
		counter(label, n, 1, func() {
			for v := range acc {
				if product {
					VFMADD231PS(load(at(py, v)), load(at(px, v)), acc[v])
				} else {
					VADDPS(load(at(px, v)), acc[v], acc[v])
				}
			}
			ADDQ(row, px)
			if product {
				ADDQ(row, py)
			}
		}, nil)
		for v := range acc {
			sum := s.add(acc[v], load(at(out, v)))
			if mask != nil {
				s.storeTail(sum, at(out, v), *mask)
			} else {
				VMOVUPS(sum, at(out, v))
			}
		}
		for _, p := range []GPVirtual{x, out} {
			ADDQ(U32(uint32(vectors*s.bytes())), p)
		}
		if product {
			ADDQ(U32(uint32(vectors*s.bytes())), y)
		}
	}
	counter("strips", cols, 4*s.lanes, func() { strip("four", 4, nil) }, nil)
	counter("singles", cols, s.lanes, func() { strip("one", 1, nil) }, func() {
		mask := s.tailMask(cols)
		strip("last", 1, &mask)
	})
	VZEROUPPER()
	RET()
}

type reduction int

const (
	sum reduction = iota + 1
	dot
	square
	maximum
)

func (r reduction) identity(s set) Mem {
	if r == maximum {
		return s.float(float32(math.Inf(-1)))
	}
	return s.float(0)
}

// take folds one vector of terms into the lanes.
func (r reduction) take(s set, acc VecVirtual, x VecVirtual, y func() VecVirtual) {
	switch r {
	case sum:
		VADDPS(x, acc, acc)
	case dot:
		VFMADD231PS(y(), x, acc)
	case square:
		VFMADD231PS(x, x, acc)
	case maximum:
		VMAXPS(acc, x, acc) // x > acc ? x : acc
	}
}

// join is s[l] ∘ s[l+h] with a the lower half.
func (r reduction) join(a, b Op, out Register) {
	if r == maximum {
		VMAXPS(a, b, out) // b > a ? b : a
		return
	}
	VADDPS(b, a, out)
}

// lanes is the accumulator of a lanes-reduction, 16 wide: one ZMM register or two YMM registers.
func (s set) sixteen(r reduction) []VecVirtual {
	acc := make([]VecVirtual, 16/s.lanes)
	for i := range acc {
		acc[i] = s.load(r.identity(s))
	}
	return acc
}

// tree joins the lanes with h = 8, 4, 2, 1 and returns s[0] in the lowest lane.
func (s set) tree(r reduction, acc []VecVirtual) VecVirtual {
	y := YMM()
	if s.wide() {
		high := YMM()
		VEXTRACTF32X8(U8(1), acc[0], high)
		r.join(acc[0].AsY(), high, y)
	} else {
		r.join(acc[0], acc[1], y)
	}
	x, other := XMM(), XMM()
	VEXTRACTF128(U8(1), y, other)
	r.join(y.AsX(), other, x)
	for _, shuffle := range []uint8{0x0e, 0x01} { // lanes 2, 3 down; lane 1 down
		VPERMILPS(U8(shuffle), x, other)
		next := XMM()
		r.join(x, other, next)
		x = next
	}
	return x
}

// rows writes a lanes-reduction of whole rows, chunk after chunk. Absent terms of a sum are +0: the final +0 makes that free.
func (s set) rows(name string, r reduction) {
	signature, what := "func(x *float32, row, rows, w int, out *float32)", "the lanes-sum of row r"
	switch r {
	case dot:
		signature, what = "func(x, y *float32, row, rows, w int, out *float32)", "the lanes-sum of products of rows r of x and y"
	case maximum:
		what = "the lanes-maximum of row r"
	}
	s.function(name, signature, "sets out[r] to "+what+", w words each, row bytes apart.")
	x, row, rows, w, out := param("x"), param("row"), param("rows"), param("w"), param("out")
	y := x
	if r == dot {
		y = param("y")
	}
	counter("rows", rows, 1, func() {
		px, py, left := GP64(), GP64(), GP64()
		MOVQ(x, px)
		MOVQ(y, py)
		MOVQ(w, left)
		fold := XMM()
		VMOVUPS(r.identity(s), fold)

		Label("chunks")
		n := GP64()
		size := GP64()
		MOVQ(U32(chunk), size)
		MOVQ(left, n)
		CMPQ(left, size)
		CMOVQGT(size, n)
		SUBQ(n, left)
		acc := s.sixteen(r)
		step := func(load func(m Mem) VecVirtual, i int) {
			at := func(base Register) Mem { return Mem{Base: base, Disp: i * s.bytes()} }
			r.take(s, acc[i], load(at(px)), func() VecVirtual { return load(at(py)) })
		}
		counter("steps", n, 16, func() {
			for i := range acc {
				step(s.load, i)
			}
			ADDQ(U32(64), px)
			ADDQ(U32(64), py)
		}, func() { s.partial(r, n, acc, px, py) })
		total := s.tree(r, acc).AsX()
		r.join(fold, total, fold)
		TESTQ(left, left)
		JG(LabelRef("chunks"))

		zero := XMM()
		VXORPS(zero, zero, zero)
		VADDSS(zero, fold, fold)
		VMOVSS(fold, Mem{Base: out})
		ADDQ(U32(4), out)
		ADDQ(row, x)
		if r == dot {
			ADDQ(row, y)
		}
	}, nil)
	VZEROUPPER()
	RET()
}

// partial takes the last n < 16 terms of a row.
func (s set) partial(r reduction, n GPVirtual, acc []VecVirtual, px, py Register) {
	one := func(i int) {
		mask := s.tailMask(n)
		x := s.loadTail(Mem{Base: px, Disp: i * s.bytes()}, mask)
		if r == maximum {
			x = s.onlyMasked(x, mask, r.identity(s))
		}
		r.take(s, acc[i], x, func() VecVirtual { return s.loadTail(Mem{Base: py, Disp: i * s.bytes()}, mask) })
	}
	if s.wide() {
		one(0)
		return
	}
	CMPQ(n, U32(8))
	JL(LabelRef("short"))
	r.take(s, acc[0], s.load(Mem{Base: px}), func() VecVirtual { return s.load(Mem{Base: py}) })
	SUBQ(U32(8), n)
	one(1)
	JMP(LabelRef("taken"))
	Label("short")
	one(0)
	Label("taken")
}

// onlyMasked replaces the lanes outside the mask.
func (s set) onlyMasked(x VecVirtual, t tail, other Mem) VecVirtual {
	v := s.load(other)
	if s.wide() {
		VMOVAPS(x, t.reg, v)
		return v
	}
	VBLENDVPS(t.reg, x, v, v)
	return v
}

// tiles writes a lanes-reduction of every 16×16 tile in a strip of at most 16 rows; what lies beyond the edges counts as +0.
func (s set) tiles(name string, r reduction) {
	term := "its words"
	if r == square {
		term = "their squares"
	}
	s.function(name, "func(x *float32, row, rows, w int, out *float32)",
		"sets out[t] to the lanes-sum of tile t of a strip: "+term+", at most 16 rows of w words, row bytes apart.")
	x, row, rows, w, out := param("x"), param("row"), param("rows"), param("w"), param("out")
	// side reduces tiles that lie side by side; load takes the number of a vector in their row.
	side := func(label string, tiles int, load func(p Register, i int) VecVirtual) {
		p, n := GP64(), GP64()
		MOVQ(x, p)
		MOVQ(rows, n)
		acc := make([][]VecVirtual, tiles)
		for t := range acc {
			acc[t] = s.sixteen(r)
		}
		counter(label, n, 1, func() {
			for t := range acc {
				for i := range acc[t] {
					r.take(s, acc[t][i], load(p, t*len(acc[t])+i), nil)
				}
			}
			ADDQ(row, p)
		}, nil)
		for t := range acc {
			total := s.tree(r, acc[t]).AsX()
			zero := XMM()
			VXORPS(zero, zero, zero)
			VADDSS(zero, total, total)
			VMOVSS(total, Mem{Base: out, Disp: 4 * t})
		}
	}
	full := func(p Register, i int) VecVirtual { return s.load(Mem{Base: p, Disp: i * s.bytes()}) }
	counter("quads", w, 4*16, func() { // four at a time read memory in longer pieces
		side("quad", 4, full)
		ADDQ(U32(4*64), x)
		ADDQ(U32(4*4), out)
	}, nil)
	counter("tiles", w, 16, func() {
		side("full", 1, full)
		ADDQ(U32(64), x)
		ADDQ(U32(4), out)
	}, func() {
		masks := s.tileMasks(w)
		side("ragged", 1, func(p Register, i int) VecVirtual {
			return s.loadTail(Mem{Base: p, Disp: i * s.bytes()}, masks[i])
		})
	})
	VZEROUPPER()
	RET()
}

// tileMasks returns the masks of n < 16 lanes spread over the registers of an accumulator.
func (s set) tileMasks(n GPVirtual) []tail {
	if s.wide() {
		return []tail{s.tailMask(n)}
	}
	eight, zero, low, high := GP64(), GP64(), GP64(), GP64()
	MOVQ(U32(8), eight)
	XORQ(zero, zero)
	MOVQ(n, low)
	MOVQ(n, high)
	CMPQ(low, eight)
	CMOVQGT(eight, low)
	SUBQ(eight, high)
	CMOVQLT(zero, high)
	return []tail{s.tailMask(low), s.tailMask(high)}
}
