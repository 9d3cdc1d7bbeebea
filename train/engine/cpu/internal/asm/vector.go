package main

import (
	"fmt"
	"math"

	"github.com/mmcloughlin/avo/attr"
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// set writes the kernels of one instruction set: lanes is 8 (YMM registers) or 16 (ZMM registers).
type set struct {
	name      string
	lanes     int
	constants map[uint32]Mem
}

func newSet(name string, lanes int) set {
	return set{name: name, lanes: lanes, constants: map[uint32]Mem{}}
}

func (s set) wide() bool { return s.lanes == 16 }

// bytes is the size of a register.
func (s set) bytes() int { return 4 * s.lanes }

// vec returns a fresh register.
func (s set) vec() VecVirtual {
	if s.wide() {
		return ZMM()
	}
	return YMM()
}

// function opens a kernel. The suffix names the instruction set.
func (s set) function(name, signature, doc string) {
	TEXT(name+s.name, NOSPLITFlag, signature)
	Doc(name + s.name + " " + doc)
}

// NOSPLITFlag: kernels are leaves with no frame of their own.
const NOSPLITFlag = attr.NOSPLIT

// param loads an argument into a register.
func param(name string) GPVirtual {
	r := GP64()
	Load(Param(name), r)
	return r
}

// bits returns a constant in memory, one copy per lane.
func (s set) bits(u uint32) Mem {
	if m, ok := s.constants[u]; ok {
		return m
	}
	m := GLOBL(fmt.Sprintf("c%08x%s", u, s.name), attr.RODATA|attr.NOPTR)
	for i := range s.lanes {
		DATA(4*i, U32(u))
	}
	s.constants[u] = m
	return m
}

func (s set) float(f float32) Mem { return s.bits(math.Float32bits(f)) }

// zero returns a register of +0.
func (s set) zero() VecVirtual {
	v := s.vec()
	if s.wide() {
		VPXORD(v, v, v)
	} else {
		VXORPS(v, v, v)
	}
	return v
}

// load returns a register with the words at m.
func (s set) load(m Mem) VecVirtual {
	v := s.vec()
	VMOVUPS(m, v)
	return v
}

// tail is the mask of the last, shorter vector.
type tail struct{ reg Register }

// tailMask returns the mask of the first n lanes, n < lanes.
func (s set) tailMask(n GPVirtual) tail {
	if s.wide() {
		ones, k := GP32(), K()
		MOVL(U32(0xffff), ones)
		BZHIL(n.As32(), ones, ones)
		KMOVW(ones, k)
		return tail{k}
	}
	p, off, v := GP64(), GP64(), YMM()
	LEAQ(s.maskTable(), p)
	MOVQ(U32(8), off)
	SUBQ(n, off)
	VMOVUPS(Mem{Base: p, Index: off, Scale: 4}, v)
	return tail{v}
}

// maskTable is eight words of ones and eight of zeros: a load at word 8−n masks n lanes.
func (s set) maskTable() Mem {
	if m, ok := s.constants[1]; ok { // 1 is no constant of the profile
		return m
	}
	m := GLOBL("masks"+s.name, attr.RODATA|attr.NOPTR)
	for i := range 8 {
		DATA(4*i, U32(0xffffffff))
	}
	for i := 8; i < 16; i++ {
		DATA(4*i, U32(0))
	}
	s.constants[1] = m
	return m
}

// loadTail loads the masked lanes, +0 elsewhere, and touches no other memory.
func (s set) loadTail(m Mem, t tail) VecVirtual {
	v := s.vec()
	if s.wide() {
		VMOVUPS_Z(m, t.reg, v)
	} else {
		VMASKMOVPS(m, t.reg, v)
	}
	return v
}

func (s set) storeTail(v Op, m Mem, t tail) {
	if s.wide() {
		VMOVUPS(v, t.reg, m)
	} else {
		VMASKMOVPS(v, t.reg, m)
	}
}

// condition is the result of a comparison: an opmask, or a register of ones and zeros.
type condition struct{ reg Register }

// Predicates of VCMPPS; none signals on a quiet NaN in a way we can see, all exceptions are masked.
const (
	less           = 0x11 // ordered
	notEqual       = 0x04 // unordered counts as not equal
	greaterOrEqual = 0x1d // ordered
	greater        = 0x1e // ordered
	unordered      = 0x03
)

// compare returns a ∘ b lane by lane.
func (s set) compare(predicate uint8, a VecVirtual, b Op) condition {
	if s.wide() {
		k := K()
		VCMPPS(U8(predicate), b, a, k)
		return condition{k}
	}
	v := YMM()
	VCMPPS(U8(predicate), b, a, v)
	return condition{v}
}

// equalWords compares 32-bit words.
func (s set) equalWords(a VecVirtual, b Op) condition {
	if s.wide() {
		k := K()
		VPCMPEQD(b, a, k)
		return condition{k}
	}
	v := YMM()
	VPCMPEQD(b, a, v)
	return condition{v}
}

// choose returns c ? yes : no.
func (s set) choose(c condition, yes Op, no VecVirtual) VecVirtual {
	v := s.vec()
	if s.wide() {
		VBLENDMPS(yes, no, c.reg, v)
	} else {
		VBLENDVPS(c.reg, yes, no, v)
	}
	return v
}

// Arithmetic, one rounding each.

func (s set) add(a VecVirtual, b Op) VecVirtual { v := s.vec(); VADDPS(b, a, v); return v }
func (s set) sub(a VecVirtual, b Op) VecVirtual { v := s.vec(); VSUBPS(b, a, v); return v }
func (s set) mul(a VecVirtual, b Op) VecVirtual { v := s.vec(); VMULPS(b, a, v); return v }
func (s set) div(a VecVirtual, b Op) VecVirtual { v := s.vec(); VDIVPS(b, a, v); return v }
func (s set) sqrt(a Op) VecVirtual              { v := s.vec(); VSQRTPS(a, v); return v }

// max returns a > b ? a : b, which is what the instruction does: its second source wins for NaN and for zeros of both signs.
func (s set) max(a VecVirtual, b Op) VecVirtual { v := s.vec(); VMAXPS(b, a, v); return v }

// min returns a < b ? a : b.
func (s set) min(a VecVirtual, b Op) VecVirtual { v := s.vec(); VMINPS(b, a, v); return v }

// fma returns a·b + c, c in a register.
func (s set) fma(a VecVirtual, b Op, c VecVirtual) VecVirtual {
	v := s.vec()
	VMOVAPS(c, v)
	VFMADD231PS(b, a, v)
	return v
}

// horner sets q to q·f + c.
func (s set) horner(q, f VecVirtual, c float32) { VFMADD213PS(s.float(c), f, q) }

func (s set) and(a VecVirtual, b Op) VecVirtual {
	v := s.vec()
	if s.wide() {
		VPANDD(b, a, v)
	} else {
		VPAND(b, a, v)
	}
	return v
}

func (s set) xor(a VecVirtual, b Op) VecVirtual {
	v := s.vec()
	if s.wide() {
		VPXORD(b, a, v)
	} else {
		VPXOR(b, a, v)
	}
	return v
}

// 32-bit integers.

func (s set) addWords(a VecVirtual, b Op) VecVirtual { v := s.vec(); VPADDD(b, a, v); return v }
func (s set) subWords(a VecVirtual, b Op) VecVirtual { v := s.vec(); VPSUBD(b, a, v); return v }
func (s set) shiftLeft(a VecVirtual, n uint8) VecVirtual {
	v := s.vec()
	VPSLLD(U8(n), a, v)
	return v
}
func (s set) shiftRight(a VecVirtual, n uint8) VecVirtual { // arithmetic
	v := s.vec()
	VPSRAD(U8(n), a, v)
	return v
}

// counter counts down in steps: body runs while at least step are left, rest once with 1..step−1 left.
func counter(label string, n GPVirtual, step int, body func(), rest func()) {
	Label(label)
	CMPQ(n, U32(uint32(step)))
	JLT(LabelRef(label + "Rest"))
	body()
	SUBQ(U32(uint32(step)), n)
	JMP(LabelRef(label))
	Label(label + "Rest")
	if rest == nil {
		return
	}
	TESTQ(n, n)
	JLE(LabelRef(label + "Done"))
	rest()
	Label(label + "Done")
}
