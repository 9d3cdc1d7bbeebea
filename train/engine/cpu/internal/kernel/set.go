package kernel

import "errors"

// Instruction sets by name.
const (
	LevelAVX2   = "avx2"
	LevelAVX512 = "avx512"
)

var (
	// ErrLevel means that the name is no instruction set of ours.
	ErrLevel = errors.New("no such instruction set")
	// ErrUnsupported means that this machine lacks the instruction set.
	ErrUnsupported = errors.New("this processor lacks the instruction set")
)

// Lookup returns the kernels of a level if this machine can run them.
//
// Errors: ErrLevel, ErrUnsupported.
func Lookup(level string) (*Set, error) { return lookup(level) }

// Element-wise kernels: n words from each argument into dst, which may be one of the arguments.
type (
	Unary   func(dst, a *float32, n int)
	Binary  func(dst, a, b *float32, n int)
	Ternary func(dst, a, b, c *float32, n int)
)

// Fused computes a list of map instructions for n words of every stream; see package fused.
type Fused func(streams **float32, uniforms *float32, n int)

// Fetched is the number of terms for which a Product asks for two lines of memory.
const Fetched = 8

// Product computes one chunk of a block of outputs; see matmul*AVX2.
type Product func(k int, a *float32, aRow, aStep int, b, c *float32, cRow, add int, ahead *float32, aheadStep int)

// Set is one instruction set's kernels. Distances (row, aRow …) are in bytes, counts in words.
type Set struct {
	Lanes int // words in a register

	// Products are ordered by the rows of their blocks, the largest first; a block is Panel columns wide.
	Products    [3]Product
	ProductRows [3]int
	Panel       int
	PackRows    func(dst, src *float32, srcRow, k int)
	PackColumns func(dst, src *float32, srcRow, k int)

	ColSum              func(x *float32, row, rows int, out *float32, cols int)
	ColDot              func(x, y *float32, row, rows int, out *float32, cols int)
	RowSum, RowMax      func(x *float32, row, rows, w int, out *float32)
	RowDot              func(x, y *float32, row, rows, w int, out *float32)
	TileSum, TileSquare func(x *float32, row, rows, w int, out *float32)
	Magnitude           func(x *float32, row, rows, w int) uint32

	Add, Sub, Mul, Div, Max, Gt, Ge, Ieq      Binary
	FMA, Select                               Ternary
	Sqrt, Neg, Abs, Exp, Log, Tanh, Canonical Unary
	Fused                                     []Fused // of fused.Bodies, in their order
	Fill                                      func(dst *float32, word uint32, n int)

	Pause func()
}
