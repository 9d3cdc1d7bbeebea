package main

import (
	"github.com/commonweight/commonweight/train/engine/cpu/internal/fused"
	"github.com/commonweight/commonweight/train/numeric"
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// mapKernels are the map instructions with a kernel of their own.
var mapKernels = []struct {
	op   numeric.MapOp
	name string
	doc  string
}{
	{numeric.MapAdd, "add", "sets dst to a + b."},
	{numeric.MapSub, "sub", "sets dst to a − b."},
	{numeric.MapMul, "mul", "sets dst to a · b."},
	{numeric.MapDiv, "div", "sets dst to a / b."},
	{numeric.MapMax, "max", "sets dst to a > b ? a : b."},
	{numeric.MapGt, "gt", "sets dst to a > b ? 1 : +0."},
	{numeric.MapGe, "ge", "sets dst to a ≥ b ? 1 : +0."},
	{numeric.MapIeq, "ieq", "sets dst to 1 where the words are equal, else +0."},
	{numeric.MapFMA, "fma", "sets dst to a·b + c, rounded once."},
	{numeric.MapSelect, "sel", "sets dst to a ≠ 0 ? b : c."},
	{numeric.MapSqrt, "sqrt", "sets dst to the square root of a."},
	{numeric.MapNeg, "neg", "sets dst to a with its sign flipped."},
	{numeric.MapAbs, "abs", "sets dst to a without its sign."},
	{numeric.MapExp, "exp", "sets dst to exp(a)."},
	{numeric.MapLog, "log", "sets dst to log(a)."},
	{numeric.MapTanh, "tanh", "sets dst to tanh(a)."},
}

// maps writes one kernel per map instruction: dst and the arguments are blocks of n words; dst may be one of the arguments.
func (s set) maps() {
	for _, k := range mapKernels {
		s.elementwise(k.name, fused.Arguments(k.op), k.doc, func(a []VecVirtual) VecVirtual { return s.instruction(k.op, a) })
	}
	s.elementwise("canon", 1, "sets dst to a, every NaN replaced by 0x7fc00000.", func(a []VecVirtual) VecVirtual { return s.canonical(a[0]) })
	s.fill()
	s.pause()
}

// instruction computes a map instruction on vectors and leaves its arguments as they are.
func (s set) instruction(op numeric.MapOp, a []VecVirtual) VecVirtual {
	one := func(c condition) VecVirtual { return s.choose(c, s.float(1), s.zero()) }
	switch op {
	case numeric.MapAdd:
		return s.add(a[0], a[1])
	case numeric.MapSub:
		return s.sub(a[0], a[1])
	case numeric.MapMul:
		return s.mul(a[0], a[1])
	case numeric.MapDiv:
		return s.div(a[0], a[1])
	case numeric.MapMax:
		return s.max(a[0], a[1])
	case numeric.MapGt:
		return one(s.compare(greater, a[0], a[1]))
	case numeric.MapGe:
		return one(s.compare(greaterOrEqual, a[0], a[1]))
	case numeric.MapIeq:
		return one(s.equalWords(a[0], a[1]))
	case numeric.MapFMA:
		return s.fma(a[0], a[1], a[2])
	case numeric.MapSelect:
		return s.choose(s.compare(notEqual, a[0], s.zero()), a[1], a[2])
	case numeric.MapSqrt:
		return s.sqrt(a[0])
	case numeric.MapNeg:
		return s.xor(a[0], s.bits(signBit))
	case numeric.MapAbs:
		return s.and(a[0], s.bits(^uint32(signBit)))
	case numeric.MapExp:
		return s.exp(a[0])
	case numeric.MapLog:
		return s.log(a[0])
	case numeric.MapTanh:
		return s.tanh(a[0])
	}
	panic("asm: no instruction " + op.String())
}

// canonical makes every NaN the one NaN.
func (s set) canonical(a VecVirtual) VecVirtual {
	return s.choose(s.compare(unordered, a, a), s.bits(canonicalNaN), a)
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
