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

// everyKernel runs a test for each set that this machine has.
func everyKernel(t *testing.T, f func(t *testing.T, k *kernel.Set)) {
	for _, level := range levels {
		t.Run(level, func(t *testing.T) {
			k, err := kernel.Lookup(level)
			if err != nil {
				t.Skip(err)
			}
			f(t, k)
		})
	}
}

// adversarial words show a wrong order, a second rounding, a flushed subnormal and a lost sign.
var adversarial = []float32{
	0, float32(math.Copysign(0, -1)), 1, 0x1p24, -0x1p24, 0x1p-149, -0x1p-126, 0x1.fffffep+127, 0x1.000002p0, -0x1.fffffep-1, 0x1p-63,
}

var special = []float32{float32(math.Inf(1)), float32(math.Inf(-1)), math.Float32frombits(0x7fc00000)}

func random(r *rand.Rand, wild bool, n int) []float32 {
	words := make([]float32, n)
	for i := range words {
		switch c := r.IntN(40); {
		case c < 12:
			words[i] = adversarial[r.IntN(len(adversarial))]
		case c == 12 && wild && r.IntN(8) == 0:
			words[i] = special[r.IntN(len(special))]
		default:
			words[i] = float32(r.NormFloat64())
		}
	}
	return words
}

// poisoned returns words that a task must overwrite.
func poisoned(n int) []float32 {
	words := make([]float32, n)
	for i := range words {
		words[i] = math.Float32frombits(0xffabcdef)
	}
	return words
}

// all runs every part of a task, the last first, with a worker whose memory is poisoned.
func all(k *kernel.Set, task task) {
	w := newWorker(k, []stage{{units: []unit{{task, 0}}}})
	for _, memory := range [][]float32{w.panel, w.left, w.edge, w.tile, w.blocks} {
		copy(memory, poisoned(len(memory)))
	}
	for part := task.parts() - 1; part >= 0; part-- {
		task.run(w, part)
	}
}

func same(t *testing.T, what string, got, want []float32) {
	t.Helper()
	for i := range want {
		g, w := math.Float32bits(numeric.Canonical(got[i])), math.Float32bits(want[i])
		if g != w {
			t.Fatalf("%s: word %d is %08x (%v), want %08x (%v)", what, i, g, got[i], w, want[i])
		}
	}
}

// shapeOf returns the shape of the operand that has r rows in the product, by mode.
func operandShapes(mode numeric.Mode, m, n, terms int) (ar, aw, br, bw int) {
	ar, aw, br, bw = m, terms, terms, n
	if mode == numeric.TN {
		ar, aw = terms, m
	}
	if mode == numeric.NT {
		br, bw = n, terms
	}
	return ar, aw, br, bw
}

func TestProductShapes(t *testing.T) {
	sizes := []int{1, 2, 3, 5, 7, 8, 11, 12, 13, 15, 16, 17, 24, 31, 32, 33, 47, 64, 65, 97, 130, 257, 300}
	depths := []int{1, 2, 15, 16, 17, 31, 33, 64, 127, 511, 512, 513, 1023, 1025}
	everyKernel(t, func(t *testing.T, k *kernel.Set) {
		r := rand.New(rand.NewPCG(11, 12))
		rounds := 150
		if testing.Short() {
			rounds = 10
		}
		for round := range rounds {
			m, n, terms := sizes[r.IntN(len(sizes))], sizes[r.IntN(len(sizes))], depths[r.IntN(len(depths))]
			for _, mode := range []numeric.Mode{numeric.NN, numeric.NT, numeric.TN} {
				ar, aw, br, bw := operandShapes(mode, m, n, terms)
				a, b := random(r, round%3 == 0, m*terms), random(r, round%3 == 0, n*terms)
				for _, causal := range []bool{false, true} {
					want, got := make([]float32, m*n), poisoned(m*n)
					numeric.Matmul(numeric.Matrix(want, m, n), numeric.Matrix(a, ar, aw), numeric.Matrix(b, br, bw), mode, causal)
					p := &product{
						k: k, mode: mode, causal: causal, dst: placed{program.MatrixOf(m, n).Whole(), &got},
						a: placed{program.MatrixOf(ar, aw).Whole(), &a}, b: placed{program.MatrixOf(br, bw).Whole(), &b},
					}
					threads := 1 + round%5
					p.plan(threads)
					all(k, p)
					same(t, fmt.Sprintf("%v [%d,%d] of %d terms, causal %v, %d threads", mode, m, n, terms, causal, threads), got, want)
				}
			}
		}
	})
}

// TestProductPacksRows multiplies with terms that lie pages apart, in parts that begin and end anywhere.
func TestProductPacksRows(t *testing.T) {
	everyKernel(t, func(t *testing.T, k *kernel.Set) {
		r := rand.New(rand.NewPCG(23, 24))
		for threads, c := range []struct{ m, n, terms int }{{1024, 70, 3}, {1030, 150, 17}, {1057, 300, 33}, {1100, 129, 515}} {
			a, b := random(r, true, c.m*c.terms), random(r, true, c.n*c.terms)
			want, got := make([]float32, c.m*c.n), poisoned(c.m*c.n)
			numeric.Matmul(numeric.Matrix(want, c.m, c.n), numeric.Matrix(a, c.terms, c.m), numeric.Matrix(b, c.terms, c.n), numeric.TN, false)
			p := &product{
				k: k, mode: numeric.TN, dst: placed{program.MatrixOf(c.m, c.n).Whole(), &got},
				a: placed{program.MatrixOf(c.terms, c.m).Whole(), &a}, b: placed{program.MatrixOf(c.terms, c.n).Whole(), &b},
			}
			p.plan(1 + threads)
			all(k, p)
			same(t, fmt.Sprintf("%+v", c), got, want)
		}
	})
}

// TestProductViews multiplies heads that lie side by side, into heads that lie side by side.
func TestProductViews(t *testing.T) {
	everyKernel(t, func(t *testing.T, k *kernel.Set) {
		r := rand.New(rand.NewPCG(13, 14))
		for _, c := range []struct{ samples, heads, length, width int }{
			{1, 1, 16, 16}, {2, 3, 32, 16}, {3, 2, 48, 32}, {1, 5, 80, 64}, {4, 4, 16, 48},
		} {
			for threads := 1; threads <= 3; threads++ {
				stride, g := 3*c.heads*c.width, c.samples*c.heads
				x := random(r, threads == 2, c.samples*c.length*stride)
				heads := func(col, stride int) program.ViewSpec {
					return program.ViewSpec{Stride: stride, Col0: col, G0: c.samples, G1: c.heads, R: c.length, W: c.width}
				}
				square := program.ListOf(g, c.length, c.length).Whole()
				run := func(mode numeric.Mode, causal bool, out program.ViewSpec, a, b placed, words int) []float32 {
					want, got := make([]float32, words), poisoned(words)
					numeric.Matmul(out.On(want), a.On(*a.words), b.On(*b.words), mode, causal)
					p := &product{k: k, mode: mode, causal: causal, dst: placed{out, &got}, a: a, b: b}
					p.plan(threads)
					all(k, p)
					same(t, fmt.Sprintf("%v of %+v", mode, c), got, want)
					return want
				}
				q, key, v := placed{heads(0, stride), &x}, placed{heads(stride/3, stride), &x}, placed{heads(2*stride/3, stride), &x}
				scores := run(numeric.NT, true, square, q, key, g*c.length*c.length)
				probs := placed{square, &scores}
				joined := heads(0, c.heads*c.width)
				run(numeric.NN, false, joined, probs, v, c.samples*c.length*c.heads*c.width)
				run(numeric.TN, false, joined, probs, v, c.samples*c.length*c.heads*c.width)
			}
		}
	})
}

func TestReductions(t *testing.T) {
	everyKernel(t, func(t *testing.T, k *kernel.Set) {
		r := rand.New(rand.NewPCG(15, 16))
		for round, c := range []struct{ g, rows, width int }{
			{1, 1, 1}, {1, 513, 3}, {3, 17, 33}, {2, 31, 257}, {1, 1025, 130}, {5, 16, 16}, {1, 7, 1600}, {1, 600, 515},
		} {
			x, y := random(r, round%2 == 1, c.g*c.rows*c.width), random(r, round%2 == 1, c.g*c.rows*c.width)
			all2 := func(what string, n int, reference func(dst []float32), task func(out *[]float32) task) {
				want, got := make([]float32, n), poisoned(n)
				reference(want)
				all(k, task(&got))
				same(t, fmt.Sprintf("%s of %+v", what, c), got, want)
			}
			rows := c.g * c.rows
			for _, mode := range []program.Mode{program.ModeSum, program.ModeDot, program.ModeMax} {
				all2(mode.String()+" of rows", rows, func(dst []float32) {
					switch mode {
					case program.ModeSum:
						numeric.RowSum(dst, x, rows, c.width)
					case program.ModeDot:
						numeric.RowDot(dst, x, y, rows, c.width)
					default:
						numeric.RowMax(dst, x, rows, c.width)
					}
				}, func(out *[]float32) task {
					r := &rowReduce{k: k, mode: mode, out: out, x: &x, y: &y, rows: rows, width: c.width}
					r.plan(3)
					return r
				})
			}
			for _, dot := range []bool{false, true} {
				all2("columns", c.width, func(dst []float32) {
					if dot {
						numeric.ColumnDot(dst, x, y, rows, c.width)
					} else {
						numeric.ColumnSum(dst, x, rows, c.width)
					}
				}, func(out *[]float32) task {
					r := &columnReduce{k: k, out: out, x: &x, rows: rows, width: c.width}
					if dot {
						r.y = &y
					}
					r.plan(3)
					return r
				})
			}
			for _, grid := range []numeric.Grid{{G: c.g, R: c.rows, W: c.width}, {G: 1, R: 1, W: len(x), Vector: true}} {
				all2("tiles", grid.Tiles(), func(dst []float32) { numeric.TileSum(dst, x, grid) }, func(out *[]float32) task {
					r := &tileReduce{reduce: k.TileSum, out: out, x: &x, grid: grid}
					r.plan(3)
					return r
				})
				all2("tile squares", grid.Tiles(), func(dst []float32) { numeric.TileSqSum(dst, x, grid) }, func(out *[]float32) task {
					r := &tileReduce{reduce: k.TileSquare, out: out, x: &x, grid: grid}
					r.plan(3)
					return r
				})
			}
		}
	})
}

func TestScatterAdd(t *testing.T) {
	everyKernel(t, func(t *testing.T, k *kernel.Set) {
		r := rand.New(rand.NewPCG(17, 18))
		for _, c := range []struct{ n, values, width int }{{1, 1, 1}, {511, 3, 5}, {513, 1, 16}, {2000, 7, 33}, {1500, 900, 100}} {
			x := random(r, c.n%2 == 0, c.n*c.width)
			index := make([]float32, c.n)
			for i := range index {
				index[i] = math.Float32frombits(r.Uint32N(uint32(c.values) + 1)) // now and then out of range
			}
			for _, cycle := range []bool{false, true} {
				words := asWords(index)
				s := &scatterAdd{k: k, x: &x, index: &index, n: c.n, values: c.values, width: c.width}
				if cycle {
					words = numeric.Iota(c.n, c.values)
					s.index, s.modulus = nil, uint32(c.values)
				}
				want, got := make([]float32, c.values*c.width), poisoned(c.values*c.width)
				numeric.ScatterAdd(want, x, words, c.values, c.width)
				s.out = &got
				s.plan(3)
				all(k, s)
				same(t, fmt.Sprintf("%+v, cycle %v", c, cycle), got, want)
			}
		}
	})
}
