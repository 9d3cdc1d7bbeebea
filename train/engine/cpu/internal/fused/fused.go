// Package fused lists the maps that have a kernel of their own: straight lists of instructions that a kernel computes in registers, one
// vector after the other, where the engine would else call a kernel per instruction for every block of words.
//
// The generator writes the kernels from these lists and the engine compares a task's instructions with them, so a kernel can't compute
// anything but the instructions that the program spells out: a map that differs in one of them is computed instruction by instruction.
package fused

import "github.com/commonweight/commonweight/train/numeric"

// Body is what one kernel computes.
type Body struct {
	Name string
	Doc  string
	Code []Instruction
}

// Instruction reads streams, uniforms and earlier results.
type Instruction struct {
	Op      numeric.MapOp
	A, B, C Arg
	Out     Out
}

// Out says where a result goes, other than to later instructions.
type Out uint8

const (
	Inner     Out = iota // nowhere
	Stored               // to the next stream
	Canonical            // its NaN are made the one NaN, also for later instructions; then to the next stream
)

// Arg names an argument.
type Arg struct {
	Kind  Kind
	Index int
}

// Kind tells arguments apart.
type Kind uint8

const (
	Stream  Kind = 1 + iota // a word per element; streams that are read come before those that are written
	Uniform                 // one word for all elements
	Result                  // of an earlier instruction
)

func stream(i int) Arg  { return Arg{Stream, i} }
func uniform(i int) Arg { return Arg{Uniform, i} }
func result(i int) Arg  { return Arg{Result, i} }

// Arguments is the number of arguments that an instruction reads.
func Arguments(op numeric.MapOp) int {
	switch op {
	case numeric.MapSqrt, numeric.MapNeg, numeric.MapAbs, numeric.MapExp, numeric.MapLog, numeric.MapTanh:
		return 1
	case numeric.MapFMA, numeric.MapSelect:
		return 3
	}
	return 2
}

// Args returns the arguments that the instruction reads.
func (in Instruction) Args() []Arg { return []Arg{in.A, in.B, in.C}[:Arguments(in.Op)] }

// Reads counts the streams that are read.
func (b Body) Reads() int { return b.count(Stream) }

// Uniforms counts the uniforms.
func (b Body) Uniforms() int { return b.count(Uniform) }

func (b Body) count(kind Kind) int {
	n := 0
	for _, in := range b.Code {
		for _, a := range in.Args() {
			if a.Kind == kind {
				n = max(n, a.Index+1)
			}
		}
	}
	return n
}

// Streams counts the streams that are read or written.
func (b Body) Streams() int {
	n := b.Reads()
	for _, in := range b.Code {
		if in.Out != Inner {
			n++
		}
	}
	return n
}
