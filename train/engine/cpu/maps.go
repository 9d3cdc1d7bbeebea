package cpu

import (
	"math"
	"slices"

	"github.com/commonweight/commonweight/train/engine/cpu/internal/kernel"
	"github.com/commonweight/commonweight/train/numeric"
)

const (
	blockWords = 512            // what a map computes at a time: its registers stay in the first-level cache
	longBlock  = 8 * blockWords // the same for a kernel that keeps all in registers
	mapPart    = 1 << 16        // instructions × words worth a part of their own
)

// valueKind says where a value of a map lies while a block is computed; 0 is invalid.
type valueKind uint8

const (
	valueStatic  valueKind = 1 + iota // the same words for every block: constants, columns of short rows
	valueUniform                      // a register filled or computed once per part: words of records
	valuePattern                      // a row operand of short rows: a register that repeats it, filled once per part
	valueRow                          // a row operand of long rows, or their columns: moves along with the block
	valueCol                          // a register that repeats, row by row, one word of a col operand
	valueLine                         // the same for the row's number in its matrix
	valueMemory                       // a full operand or an output
	valueResult                       // a register
)

type value struct {
	kind     valueKind
	words    *[]float32 // of operands and outputs
	static   []float32
	same     bool // all static words are the same
	word     int  // of a record
	register int
}

// uniform reports whether all elements see one word.
func (v *value) uniform() bool { return v.kind == valueUniform || v.kind == valueStatic && v.same }

// step is one kernel call; of the kernels one is set.
type step struct {
	op           numeric.MapOp // 0: Canonical
	unary        kernel.Unary
	binary       kernel.Binary
	ternary      kernel.Ternary
	dst, a, b, c int
}

// mapTask computes one or more expressions of the same shape, block by block: every instruction is one kernel call for 512 words. A block
// is part of a row or several short rows; elements are independent, so blocks are free.
type mapTask struct {
	k              *kernel.Set
	rows, width    int
	perMatrix      int // rows of a matrix
	together       int // short rows in a block; 0 if a block is part of a row
	values         []value
	prologue, body []step
	registers      int
	blocks, each   int // blocks in all and per part
	block          int // words of a block, if it is part of a row
	setup, moving  []int
	onePass        *onePass // computes the body, unless it is nil
}

func (t *mapTask) parts() int { return ceil(t.blocks, t.each) }

// plan divides the blocks among parts and sorts the values by when their place is known.
func (t *mapTask) plan(threads, work int) {
	t.block = blockWords
	if t.onePass != nil && !slices.ContainsFunc(t.values, func(v value) bool { return v.kind == valueCol || v.kind == valueLine }) {
		t.block = longBlock // no register holds a block
	}
	if t.together > 0 {
		t.blocks = ceil(t.rows, t.together)
	} else {
		t.blocks = t.rows * ceil(t.width, t.block)
	}
	t.each = ceil(t.blocks, max(1, min(4*threads, work/mapPart)))
	for i, v := range t.values {
		switch v.kind {
		case valueRow, valueCol, valueLine, valueMemory:
			t.moving = append(t.moving, i)
		default:
			t.setup = append(t.setup, i)
		}
	}
}

func (t *mapTask) run(w *worker, part int) {
	first, end := part*t.each, min((part+1)*t.each, t.blocks)
	for i := range t.values {
		if r := t.values[i].register; r >= 0 {
			w.pointers[i] = &w.blocks[r*blockWords]
		}
	}
	for _, i := range t.setup {
		switch v := &t.values[i]; v.kind {
		case valueStatic:
			w.pointers[i] = &v.static[0]
		case valueUniform:
			if v.words != nil {
				t.k.Fill(w.pointers[i], math.Float32bits((*v.words)[v.word]), blockWords)
			}
		case valuePattern:
			to := w.blocks[v.register*blockWords:][:t.together*t.width]
			for len(to) > 0 {
				to = to[copy(to, (*v.words)[:t.width]):]
			}
		}
	}
	for i := range t.prologue {
		t.prologue[i].call(w.pointers, blockWords)
	}
	if t.onePass != nil {
		t.onePass.begin(w, t.k)
	}
	for b := first; b < end; b++ {
		n := t.place(w, b)
		if t.onePass != nil {
			t.onePass.run(w, n)
			continue
		}
		for i := range t.body {
			t.body[i].call(w.pointers, n)
		}
	}
}

// place moves the pointers to block b and returns its number of words.
func (t *mapTask) place(w *worker, b int) int {
	row, column, rows, n := 0, 0, 1, 0
	if t.together > 0 {
		row = b * t.together
		rows = min(t.together, t.rows-row)
		n = rows * t.width
	} else {
		across := ceil(t.width, t.block)
		row, column = b/across, b%across*t.block
		n = min(t.block, t.width-column)
	}
	for _, i := range t.moving {
		v := &t.values[i]
		switch v.kind {
		case valueMemory:
			w.pointers[i] = &(*v.words)[row*t.width+column]
		case valueRow:
			from := v.static
			if v.words != nil {
				from = *v.words
			}
			w.pointers[i] = &from[column]
		default:
			to := w.blocks[v.register*blockWords:]
			for r := range rows {
				word := uint32((row + r) % t.perMatrix)
				if v.kind == valueCol {
					word = math.Float32bits((*v.words)[row+r])
				}
				t.k.Fill(&to[r*(n/rows)], word, n/rows)
			}
		}
	}
	return n
}

func (s *step) call(p []*float32, n int) {
	switch {
	case s.binary != nil:
		s.binary(p[s.dst], p[s.a], p[s.b], n)
	case s.ternary != nil:
		s.ternary(p[s.dst], p[s.a], p[s.b], p[s.c], n)
	default:
		s.unary(p[s.dst], p[s.a], n)
	}
}

// instruction returns the kernel of a map instruction in an otherwise empty step, and its number of arguments; 0 means that there is
// none.
func instruction(k *kernel.Set, op numeric.MapOp) (step, int) {
	s, arguments := call(k, op)
	s.op = op
	return s, arguments
}

func call(k *kernel.Set, op numeric.MapOp) (step, int) {
	switch op {
	case numeric.MapAdd:
		return step{binary: k.Add}, 2
	case numeric.MapSub:
		return step{binary: k.Sub}, 2
	case numeric.MapMul:
		return step{binary: k.Mul}, 2
	case numeric.MapDiv:
		return step{binary: k.Div}, 2
	case numeric.MapMax:
		return step{binary: k.Max}, 2
	case numeric.MapGt:
		return step{binary: k.Gt}, 2
	case numeric.MapGe:
		return step{binary: k.Ge}, 2
	case numeric.MapIeq:
		return step{binary: k.Ieq}, 2
	case numeric.MapFMA:
		return step{ternary: k.FMA}, 3
	case numeric.MapSelect:
		return step{ternary: k.Select}, 3
	case numeric.MapSqrt:
		return step{unary: k.Sqrt}, 1
	case numeric.MapNeg:
		return step{unary: k.Neg}, 1
	case numeric.MapAbs:
		return step{unary: k.Abs}, 1
	case numeric.MapExp:
		return step{unary: k.Exp}, 1
	case numeric.MapLog:
		return step{unary: k.Log}, 1
	case numeric.MapTanh:
		return step{unary: k.Tanh}, 1
	}
	return step{}, 0
}

// weight is what an instruction costs, an addition being 1.
func weight(op numeric.MapOp) int {
	switch op {
	case numeric.MapExp, numeric.MapLog:
		return 10
	case numeric.MapTanh:
		return 20
	case numeric.MapDiv, numeric.MapSqrt:
		return 4
	case numeric.MapConst, numeric.MapOperand:
		return 0
	}
	return 1
}
