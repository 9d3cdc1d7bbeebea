package cpu

import (
	"fmt"
	"math"
	"slices"

	"github.com/commonweight/commonweight/train/engine/cpu/internal/kernel"
	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

// expression is one map operator of a task: where its operands and its result are.
type expression struct {
	code      []numeric.Instruction
	constants []float32
	operands  []source
	out       *[]float32 // nil if only later expressions of the task read the result
	canonical bool       // the result enters the state
}

// source is where a map operand comes from: an earlier expression of the same task, or memory.
type source struct {
	role    program.Role
	earlier int // −1: words
	words   *[]float32
}

// mapCompiler turns expressions into values and kernel calls.
type mapCompiler struct {
	t       *mapTask
	shared  map[valueKey]int // values that several instructions name alike
	work    int
	results []int // of the expressions: value numbers
}

// valueKey tells loads apart: word is a record's word or a constant's bits.
type valueKey struct {
	kind  valueKind
	words *[]float32
	word  uint32
}

func (c *mapCompiler) intern(key valueKey, v value) int {
	if i, ok := c.shared[key]; ok {
		return i
	}
	i := c.fresh(v)
	c.shared[key] = i
	return i
}

func (c *mapCompiler) fresh(v value) int {
	c.t.values = append(c.t.values, v)
	return len(c.t.values) - 1
}

// compileMap makes the task of expressions over one shape.
func compileMap(k *kernel.Set, shape program.Shape, threads int, list []expression) (*mapTask, error) {
	t := &mapTask{k: k, rows: shape.G * shape.R, width: shape.W, perMatrix: shape.R}
	if !placeMatters(list) {
		t.rows, t.width, t.perMatrix = 1, shape.Words(), 1
	}
	if t.rows > 1 && t.width <= blockWords/2 {
		t.together = blockWords / t.width
	}
	c := &mapCompiler{t: t, shared: map[valueKey]int{}}
	for i := range list {
		if err := c.add(&list[i]); err != nil {
			return nil, err
		}
	}
	c.allocate()
	t.recognise()
	t.plan(threads, c.work*shape.Words())
	return t, nil
}

// placeMatters reports whether an element needs to know its row or column.
func placeMatters(list []expression) bool {
	for _, e := range list {
		for _, in := range e.code {
			if in.Op == numeric.MapI || in.Op == numeric.MapJ {
				return true
			}
		}
		for _, o := range e.operands {
			if o.role == program.RoleRow || o.role == program.RoleCol {
				return true
			}
		}
	}
	return false
}

func (c *mapCompiler) add(e *expression) error {
	registers := make([]int, len(e.code))
	for at, in := range e.code {
		c.work += weight(in.Op)
		last := at == len(e.code)-1
		switch in.Op {
		case numeric.MapConst:
			registers[at] = c.constant(e.constants[in.A])
		case numeric.MapOperand:
			v, err := c.operand(e.operands[in.A], int(in.B))
			if err != nil {
				return err
			}
			registers[at] = v
		case numeric.MapI:
			registers[at] = c.intern(valueKey{kind: valueLine}, value{kind: valueLine})
		case numeric.MapJ:
			registers[at] = c.column()
		default:
			s, arguments := instruction(c.t.k, in.Op)
			if arguments == 0 {
				return fmt.Errorf("no kernel for map instruction %v", in.Op)
			}
			s.a = registers[in.A]
			if arguments > 1 {
				s.b = registers[in.B]
			}
			if arguments > 2 {
				s.c = registers[in.C]
			}
			registers[at] = c.emit(s, arguments, last && e.out != nil, e.out)
			continue
		}
		if last && e.out != nil { // a plain copy: max(a, a) is a
			registers[at] = c.emit(step{op: numeric.MapMax, binary: c.t.k.Max, a: registers[at], b: registers[at]}, 2, true, e.out)
		}
	}
	result := registers[len(registers)-1]
	if e.canonical {
		c.t.body = append(c.t.body, step{unary: c.t.k.Canonical, dst: result, a: result})
		c.work++
	}
	c.results = append(c.results, result)
	return nil
}

// emit adds a kernel call and returns the value it writes. What depends on constants and records alone is computed once per part.
func (c *mapCompiler) emit(s step, arguments int, output bool, out *[]float32) int {
	uniform := !output
	for _, a := range []int{s.a, s.b, s.c}[:arguments] {
		uniform = uniform && c.t.values[a].uniform()
	}
	switch {
	case output:
		s.dst = c.fresh(value{kind: valueMemory, words: out})
	case uniform:
		s.dst = c.fresh(value{kind: valueUniform})
		c.t.prologue = append(c.t.prologue, s)
		return s.dst
	default:
		s.dst = c.fresh(value{kind: valueResult})
	}
	c.t.body = append(c.t.body, s)
	return s.dst
}

// constant returns a block of one word.
func (c *mapCompiler) constant(f float32) int {
	key := valueKey{kind: valueStatic, word: math.Float32bits(f)}
	if i, ok := c.shared[key]; ok {
		return i
	}
	block := make([]float32, blockWords)
	for i := range block {
		block[i] = f
	}
	return c.intern(key, value{kind: valueStatic, static: block, same: true})
}

// column returns the number of each column, as an integer.
func (c *mapCompiler) column() int {
	key := valueKey{kind: valueRow}
	if i, ok := c.shared[key]; ok {
		return i
	}
	kind, n := valueRow, c.t.width
	if c.t.together > 0 {
		kind, n = valueStatic, c.t.together*c.t.width
	}
	columns := make([]float32, n)
	for i := range columns {
		columns[i] = math.Float32frombits(uint32(i % c.t.width))
	}
	return c.intern(key, value{kind: kind, static: columns})
}

func (c *mapCompiler) operand(o source, word int) (int, error) {
	if o.earlier >= 0 {
		return c.results[o.earlier], nil
	}
	v := value{words: o.words}
	switch o.role {
	case program.RoleFull:
		v.kind = valueMemory
	case program.RoleRow:
		v.kind = valueRow
		if c.t.together > 0 {
			v.kind = valuePattern
		}
	case program.RoleCol:
		v.kind = valueCol
	case program.RoleRec:
		v.kind, v.word = valueUniform, word
	default:
		return 0, fmt.Errorf("a map operand can't be %v", o.role)
	}
	return c.intern(valueKey{v.kind, v.words, uint32(v.word)}, v), nil
}

// allocate gives registers: for good to what lives as long as a part, by last use to results.
func (c *mapCompiler) allocate() {
	t := c.t
	last := make([]int, len(t.values))
	for i, s := range t.body {
		last[s.a], last[s.b], last[s.c] = i, i, i
	}
	for i := range t.values {
		v := &t.values[i]
		switch v.kind {
		case valueUniform, valuePattern, valueCol, valueLine:
			v.register = t.registers
			t.registers++
		default:
			v.register = -1
		}
	}
	var free []int
	for i, s := range t.body {
		// An argument that dies here may give its register to the result: kernels read a word before they write it.
		for _, a := range [3]int{s.a, s.b, s.c} {
			if v := &t.values[a]; v.kind == valueResult && last[a] == i && v.register >= 0 && !slices.Contains(free, v.register) {
				free = append(free, v.register)
			}
		}
		if v := &t.values[s.dst]; v.kind == valueResult {
			if len(free) == 0 {
				free = append(free, t.registers)
				t.registers++
			}
			v.register = free[len(free)-1]
			free = free[:len(free)-1]
		}
	}
}
