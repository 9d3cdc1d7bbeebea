package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// maps writes one kernel per map instruction: dst and the arguments are blocks of n words; dst may be one of the arguments.
func (s set) maps() {
	one := func(c condition) VecVirtual { return s.choose(c, s.float(1), s.zero()) }

	s.elementwise("add", 2, "sets dst to a + b.", func(a []VecVirtual) VecVirtual { return s.add(a[0], a[1]) })
	s.elementwise("sub", 2, "sets dst to a − b.", func(a []VecVirtual) VecVirtual { return s.sub(a[0], a[1]) })
	s.elementwise("mul", 2, "sets dst to a · b.", func(a []VecVirtual) VecVirtual { return s.mul(a[0], a[1]) })
	s.elementwise("div", 2, "sets dst to a / b.", func(a []VecVirtual) VecVirtual { return s.div(a[0], a[1]) })
	s.elementwise("max", 2, "sets dst to a > b ? a : b.", func(a []VecVirtual) VecVirtual { return s.max(a[0], a[1]) })
	s.elementwise("gt", 2, "sets dst to a > b ? 1 : +0.", func(a []VecVirtual) VecVirtual {
		return one(s.compare(greater, a[0], a[1]))
	})
	s.elementwise("ge", 2, "sets dst to a ≥ b ? 1 : +0.", func(a []VecVirtual) VecVirtual {
		return one(s.compare(greaterOrEqual, a[0], a[1]))
	})
	s.elementwise("ieq", 2, "sets dst to 1 where the words are equal, else +0.", func(a []VecVirtual) VecVirtual {
		return one(s.equalWords(a[0], a[1]))
	})
	s.elementwise("fma", 3, "sets dst to a·b + c, rounded once.", func(a []VecVirtual) VecVirtual {
		VFMADD231PS(a[1], a[0], a[2])
		return a[2]
	})
	s.elementwise("sel", 3, "sets dst to a ≠ 0 ? b : c.", func(a []VecVirtual) VecVirtual {
		return s.choose(s.compare(notEqual, a[0], s.zero()), a[1], a[2])
	})
	s.elementwise("sqrt", 1, "sets dst to the square root of a.", func(a []VecVirtual) VecVirtual { return s.sqrt(a[0]) })
	s.elementwise("neg", 1, "sets dst to a with its sign flipped.", func(a []VecVirtual) VecVirtual {
		return s.xor(a[0], s.bits(signBit))
	})
	s.elementwise("abs", 1, "sets dst to a without its sign.", func(a []VecVirtual) VecVirtual {
		return s.and(a[0], s.bits(^uint32(signBit)))
	})
	s.elementwise("exp", 1, "sets dst to exp(a).", func(a []VecVirtual) VecVirtual { return s.exp(a[0]) })
	s.elementwise("log", 1, "sets dst to log(a).", func(a []VecVirtual) VecVirtual { return s.log(a[0]) })
	s.elementwise("tanh", 1, "sets dst to tanh(a).", func(a []VecVirtual) VecVirtual { return s.tanh(a[0]) })
	s.elementwise("canon", 1, "sets dst to a, every NaN replaced by 0x7fc00000.", func(a []VecVirtual) VecVirtual {
		return s.choose(s.compare(unordered, a[0], a[0]), s.bits(canonicalNaN), a[0])
	})
	s.fill()
	s.pause()
}

// elementwise writes a kernel that applies f to every word.
func (s set) elementwise(name string, arguments int, doc string, f func([]VecVirtual) VecVirtual) {
	names := []string{"a", "b", "c"}[:arguments]
	signature := "func(dst"
	for _, n := range names {
		signature += ", " + n
	}
	s.function(name, signature+" *float32, n int)", doc)
	dst, n := param("dst"), param("n")
	var sources []GPVirtual
	for _, name := range names {
		sources = append(sources, param(name))
	}
	i := GP64()
	XORQ(i, i)
	at := func(base Register) Mem { return Mem{Base: base, Index: i, Scale: 4} }
	counter("words", n, s.lanes, func() {
		var in []VecVirtual
		for _, p := range sources {
			in = append(in, s.load(at(p)))
		}
		VMOVUPS(f(in), at(dst))
		ADDQ(U32(uint32(s.lanes)), i)
	}, func() {
		mask := s.tailMask(n)
		var in []VecVirtual
		for _, p := range sources {
			in = append(in, s.loadTail(at(p), mask))
		}
		s.storeTail(f(in), at(dst), mask)
	})
	VZEROUPPER()
	RET()
}

func (s set) fill() {
	s.function("fill", "func(dst *float32, word uint32, n int)", "sets n words.")
	dst, n := param("dst"), param("n")
	word, x, v := GP32(), XMM(), s.vec()
	Load(Param("word"), word)
	VMOVD(word, x)
	VBROADCASTSS(x, v)
	counter("words", n, s.lanes, func() {
		VMOVUPS(v, Mem{Base: dst})
		ADDQ(U32(uint32(s.bytes())), dst)
	}, func() {
		s.storeTail(v, Mem{Base: dst}, s.tailMask(n))
	})
	VZEROUPPER()
	RET()
}

// pause tells the processor that a loop waits.
func (s set) pause() {
	s.function("pause", "func()", "waits a moment.")
	PAUSE()
	RET()
}
