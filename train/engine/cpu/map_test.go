package cpu

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/commonweight/commonweight/train/engine/cpu/internal/kernel"
	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

// randomMap is a random expression over operands of every role, which the reference and the engine both compute.
type randomMap struct {
	code      []numeric.Instruction
	constants []float32
	roles     []program.Role
	data      [][]float32
}

func newRandomMap(r *rand.Rand, shape program.Shape, wild bool) *randomMap {
	m := &randomMap{constants: []float32{2, -0.5, float32(math.Copysign(0, -1)), 0x1p-140}}
	m.roles = []program.Role{program.RoleFull, []program.Role{program.RoleFull, program.RoleRow, program.RoleCol}[r.IntN(3)],
		[]program.Role{program.RoleRec, program.RoleCol, program.RoleRow}[r.IntN(3)]}
	sizes := map[program.Role]int{
		program.RoleFull: shape.Words(), program.RoleRow: shape.W, program.RoleCol: shape.G * shape.R, program.RoleRec: 4,
	}
	for _, role := range m.roles {
		m.data = append(m.data, random(r, wild, sizes[role]))
	}
	emit := func(op numeric.MapOp, a, b, c int) {
		m.code = append(m.code, numeric.Instruction{Op: op, A: uint8(a), B: uint8(b), C: uint8(c)})
	}
	for i, role := range m.roles {
		word := 0
		if role == program.RoleRec {
			word = r.IntN(4)
		}
		emit(numeric.MapOperand, i, word, 0)
	}
	emit(numeric.MapConst, r.IntN(len(m.constants)), 0, 0)
	if r.IntN(2) == 0 {
		emit(numeric.MapI, 0, 0, 0)
		emit(numeric.MapJ, 0, 0, 0)
		n := len(m.code)
		emit(numeric.MapIeq, n-2, n-1, 0)
		emit(numeric.MapGt, n-1, n-2, 0)
	}
	ops := []numeric.MapOp{
		numeric.MapAdd, numeric.MapSub, numeric.MapMul, numeric.MapFMA, numeric.MapDiv, numeric.MapSqrt, numeric.MapNeg, numeric.MapAbs,
		numeric.MapMax, numeric.MapGt, numeric.MapGe, numeric.MapSelect, numeric.MapExp, numeric.MapLog, numeric.MapTanh,
	}
	for range 1 + r.IntN(numeric.MaxInstructions-len(m.code)) {
		n := len(m.code)
		emit(ops[r.IntN(len(ops))], r.IntN(n), r.IntN(n), r.IntN(n))
	}
	if r.IntN(8) == 0 { // the result is an operand
		m.code = m.code[:1]
	}
	return m
}

func (m *randomMap) reference(shape program.Shape) []float32 {
	var operands []numeric.Operand
	for i, role := range m.roles {
		operands = append(operands, numeric.Operand{Role: numeric.Role(role), Floats: m.data[i]})
	}
	dst := make([]float32, shape.Words())
	numeric.Map(dst, shape.G, shape.R, shape.W, m.code, m.constants, operands)
	return dst
}

var mapShapes = []program.Shape{
	program.VectorOf(program.DTypeFloat32, 1), program.VectorOf(program.DTypeFloat32, 517), program.MatrixOf(1, 1),
	program.MatrixOf(33, 1), program.MatrixOf(7, 3), program.ListOf(3, 16, 16), program.ListOf(2, 31, 100), program.MatrixOf(5, 255),
	program.MatrixOf(3, 257), program.MatrixOf(4, 511), program.MatrixOf(3, 512), program.MatrixOf(2, 1025), program.MatrixOf(1, 2000),
}

func TestMaps(t *testing.T) {
	everyKernel(t, func(t *testing.T, k *kernel.Set) {
		r := rand.New(rand.NewPCG(19, 20))
		rounds := 40
		if testing.Short() {
			rounds = 4
		}
		for round := range rounds {
			for _, shape := range mapShapes {
				m := newRandomMap(r, shape, round%2 == 0)
				got := poisoned(shape.Words())
				e := expression{code: m.code, constants: m.constants, out: &got, canonical: round%3 == 0}
				for i, role := range m.roles {
					e.operands = append(e.operands, source{role: role, earlier: -1, words: &m.data[i]})
				}
				task, err := compileMap(k, shape, 1+round%4, []expression{e})
				if err != nil {
					t.Fatal(err)
				}
				all(k, task)
				want := m.reference(shape)
				same(t, fmt.Sprintf("%+v: %v", shape, m.code), got, want)
				if e.canonical {
					for i, x := range got {
						if x != x && math.Float32bits(x) != numeric.NaN {
							t.Fatalf("word %d is the NaN %08x", i, math.Float32bits(x))
						}
					}
				}
			}
		}
	})
}

// TestFusedMaps chains maps: the first result is read by the second and stays in registers or goes to memory, the second is written over
// an operand.
func TestFusedMaps(t *testing.T) {
	everyKernel(t, func(t *testing.T, k *kernel.Set) {
		r := rand.New(rand.NewPCG(21, 22))
		for round := range 20 {
			for _, shape := range mapShapes {
				first, second := newRandomMap(r, shape, round%2 == 0), newRandomMap(r, shape, round%2 == 0)
				between := first.reference(shape)
				inPlace := append([]float32{}, second.data[0]...)
				second.roles[1], second.data[1] = program.RoleFull, between
				want := second.reference(shape)

				kept := poisoned(shape.Words())
				list := []expression{
					{code: first.code, constants: first.constants},
					{code: second.code, constants: second.constants, out: &inPlace},
				}
				if round%2 == 0 {
					list[0].out = &kept
				}
				for i, role := range first.roles {
					list[0].operands = append(list[0].operands, source{role: role, earlier: -1, words: &first.data[i]})
				}
				for i, role := range second.roles {
					s := source{role: role, earlier: -1, words: &second.data[i]}
					if i == 0 {
						s.words = &inPlace
					}
					if i == 1 {
						s = source{role: role, earlier: 0}
					}
					list[1].operands = append(list[1].operands, s)
				}
				task, err := compileMap(k, shape, 2, list)
				if err != nil {
					t.Fatal(err)
				}
				all(k, task)
				same(t, fmt.Sprintf("%+v: %v then %v", shape, first.code, second.code), inPlace, want)
				if round%2 == 0 {
					same(t, "the first result", kept, between)
				}
			}
		}
	})
}
