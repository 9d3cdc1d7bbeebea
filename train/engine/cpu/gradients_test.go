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

// TestProductSquares compares a product that takes the squares of its tiles with the reference doing one after the other.
func TestProductSquares(t *testing.T) {
	everyKernel(t, func(t *testing.T, k *kernel.Set) {
		r := rand.New(rand.NewPCG(41, 42))
		for round, c := range []struct{ m, n, terms int }{
			{1, 1, 1}, {16, 16, 16}, {17, 33, 5}, {64, 160, 513}, {300, 47, 700}, {70, 1100, 3}, {1056, 1030, 2},
		} {
			for _, mode := range []numeric.Mode{numeric.NN, numeric.NT, numeric.TN} {
				ar, aw, br, bw := operandShapes(mode, c.m, c.n, c.terms)
				a, b := random(r, round%2 == 0, c.m*c.terms), random(r, round%2 == 0, c.n*c.terms)
				grid := numeric.Grid{G: 1, R: c.m, W: c.n}
				want, squares := make([]float32, c.m*c.n), make([]float32, grid.Tiles())
				numeric.Matmul(numeric.Matrix(want, c.m, c.n), numeric.Matrix(a, ar, aw), numeric.Matrix(b, br, bw), mode, false)
				numeric.TileSqSum(squares, want, grid)
				for threads := 1; threads <= 3; threads++ {
					got, gotSquares := poisoned(c.m*c.n), poisoned(grid.Tiles())
					p := &product{
						k: k, mode: mode, dst: placed{program.MatrixOf(c.m, c.n).Whole(), &got}, squares: &gotSquares,
						a: placed{program.MatrixOf(ar, aw).Whole(), &a}, b: placed{program.MatrixOf(br, bw).Whole(), &b},
					}
					p.plan(threads)
					all(k, p)
					what := fmt.Sprintf("%v %+v, %d threads", mode, c, threads)
					same(t, what, got, want)
					same(t, what+", squares", gotSquares, squares)
				}
			}
		}
	})
}

// TestProductHasNoNegativeZero multiplies zeros of both signs: that no product is −0 is what lets a scatter be added in place.
func TestProductHasNoNegativeZero(t *testing.T) {
	everyKernel(t, func(t *testing.T, k *kernel.Set) {
		r := rand.New(rand.NewPCG(43, 44))
		for _, terms := range []int{1, 16, 512, 1025} {
			const m, n = 37, 50
			a, b, got := make([]float32, m*terms), make([]float32, n*terms), poisoned(m*n)
			for _, words := range [][]float32{a, b} {
				for i := range words {
					words[i] = []float32{0, float32(math.Copysign(0, -1)), 1, -1, -0x1p-149}[r.IntN(5)]
				}
			}
			clear(a[:5*terms])
			for i := range b {
				b[i] = float32(math.Copysign(float64(b[i]), -1)) // +0 · negative is −0 in every term of the first rows
			}
			p := &product{
				k: k, mode: numeric.NT, dst: placed{program.MatrixOf(m, n).Whole(), &got}, a: placed{program.MatrixOf(m, terms).Whole(), &a},
				b: placed{program.MatrixOf(n, terms).Whole(), &b},
			}
			p.plan(1)
			all(k, p)
			for i, x := range got {
				if math.Float32bits(x) == 1<<31 {
					t.Fatalf("%d terms: word %d is −0", terms, i)
				}
			}
		}
	})
}

// TestScatterInto adds rows to a matrix without −0, in place, and compares with a scatter and an addition of their own.
func TestScatterInto(t *testing.T) {
	everyKernel(t, func(t *testing.T, k *kernel.Set) {
		r := rand.New(rand.NewPCG(45, 46))
		for round, c := range []struct{ n, values, width int }{{1, 1, 1}, {3, 40, 16}, {513, 17, 33}, {2000, 7, 48}, {1500, 900, 100}, {256, 5000, 64}} {
			for _, cycle := range []bool{false, true} {
				x, head := random(r, round%2 == 1, c.n*c.width), random(r, round%2 == 1, c.values*c.width)
				for i := range head {
					head[i] += 0 // a product has no −0
				}
				index := make([]float32, c.n)
				for i := range index {
					index[i] = math.Float32frombits(r.Uint32N(uint32(c.values) + 1)) // now and then out of range
				}
				words := asWords(index)
				s := &scatterInto{scatterAdd: scatterAdd{k: k, x: &x, index: &index, n: c.n, values: c.values, width: c.width}}
				if cycle {
					words = numeric.Iota(c.n, c.values)
					s.index, s.modulus = nil, uint32(c.values)
				}
				grid := numeric.Grid{G: 1, R: c.values, W: c.width}
				want, squares := make([]float32, len(head)), make([]float32, grid.Tiles())
				numeric.ScatterAdd(want, x, words, c.values, c.width)
				for i := range want {
					want[i] = math.Float32frombits(numeric.Apply(numeric.MapAdd, math.Float32bits(head[i]), math.Float32bits(want[i]), 0))
				}
				gotSquares := make([]float32, grid.Tiles())
				numeric.TileSqSum(gotSquares, head, grid)
				numeric.TileSqSum(squares, want, grid)
				s.out, s.squares = &head, &gotSquares
				s.plan(3)
				all(k, s)
				same(t, fmt.Sprintf("%+v, cycle %v", c, cycle), head, want)
				same(t, fmt.Sprintf("%+v, cycle %v, squares", c, cycle), gotSquares, squares)
			}
		}
	})
}

// TestGradientOfTiedEmbedding: in a GPT's step the embedding's gradient is added to the head's in its place, and every gradient that is a
// product has its squares taken with it. A second reader of either would see the sum: then they are operators of their own.
func TestGradientOfTiedEmbedding(t *testing.T) {
	pl := planned(t)
	number := map[string]int{}
	for i := range pl.p.Operators {
		number[pl.p.Operators[i].Name] = i
	}
	head, embed, sum := number["wte.weight.grad.head"], number["wte.weight.grad.embed"], number["wte.weight.grad"]
	n := pl.nodeOf[sum]
	if !n.adds || n.into != head || pl.nodeOf[embed] != n || &pl.slots[pl.slot(sum)][0] != &pl.slots[pl.slot(head)][0] || pl.slots[pl.slot(embed)] != nil {
		t.Error("the embedding's gradient is not added to the head's in its place")
	}
	for i := range pl.p.Operators {
		if o := &pl.p.Operators[i]; o.Code == program.OpTileReduce && o.Mode == program.ModeSqsum && o.Operands[0].Source == program.SourceTrace {
			from := o.Operands[0].Index
			if p := pl.p.Operators[from].Code == program.OpMatmul; p && pl.nodeOf[from] != pl.nodeOf[i] {
				t.Errorf("%s has a task of its own", o.Name)
			}
		}
	}
	for _, read := range []int{head, embed} {
		changed := *pl.p
		changed.Operators = append([]program.Operator{}, pl.p.Operators...)
		last := &changed.Operators[number["h.0.ln_1.weight.grad.sqsum"]]
		operands := append([]program.Operand{}, last.Operands...)
		last.Operands = append(operands, program.Operand{Source: program.SourceTrace, Index: read})
		for _, n := range nodes(&changed) {
			if n.adds {
				t.Error("a product that has another reader is overwritten")
			}
		}
	}
}
