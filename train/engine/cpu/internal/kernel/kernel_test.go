package kernel

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/commonweight/commonweight/train/numeric"
)

// each runs a test for every set that this machine has.
func each(t *testing.T, f func(t *testing.T, k *Set)) {
	for _, level := range []string{LevelAVX2, LevelAVX512} {
		t.Run(level, func(t *testing.T) {
			k, err := Lookup(level)
			if err != nil {
				t.Skip(err)
			}
			f(t, k)
		})
	}
}

// adversarial words: they show a wrong order, a second rounding, a flushed subnormal, a lost sign.
var adversarial = []float32{
	0, float32(math.Copysign(0, -1)), 1, -1, 0x1p24, -0x1p24, 0x1p-149, -0x1p-149, 0x1p-126, -0x1p-126, 0x0.fffffep-126, 0x1.fffffep+127,
	-0x1.fffffep+127, 0x1.000002p0, 0x1.fffffep-1, 3, 1.0 / 3, 0x1.8p-24, 0x1p-63, -0x1.000002p-63, 0x1p63, 89, -104, 0x1.19999ap-1, 10,
}

var special = []float32{float32(math.Inf(1)), float32(math.Inf(-1)), math.Float32frombits(0x7fc00000), math.Float32frombits(0xffc12345)}

// fill writes random words: mostly ordinary ones, some adversarial; with wild, infinities and NaN too.
func fill(r *rand.Rand, wild bool, words []float32) []float32 {
	for i := range words {
		switch n := r.IntN(16); {
		case n < 5:
			words[i] = adversarial[r.IntN(len(adversarial))]
		case n == 5 && wild:
			words[i] = special[r.IntN(len(special))]
		default:
			words[i] = float32(r.NormFloat64())
		}
	}
	return words
}

// same compares bits; any NaN equals any NaN, which is all that kernels promise.
func same(t *testing.T, what string, got, want []float32) {
	t.Helper()
	for i := range want {
		g, w := math.Float32bits(numeric.Canonical(got[i])), math.Float32bits(want[i])
		if g != w {
			t.Fatalf("%s: word %d is %08x (%v), want %08x (%v)", what, i, g, got[i], w, want[i])
		}
	}
}

const guard = 0x7fa55555 // a signalling NaN that no kernel writes

// guarded returns n words with guards behind them.
func guarded(n int) []float32 {
	x := make([]float32, n+32)
	for i := range x {
		x[i] = math.Float32frombits(guard)
	}
	return x
}

func checkGuard(t *testing.T, what string, x []float32, n int) {
	t.Helper()
	for i := n; i < len(x); i++ {
		if math.Float32bits(x[i]) != guard {
			t.Fatalf("%s: wrote word %d of %d", what, i, n)
		}
	}
}

var lengths = []int{1, 2, 7, 8, 9, 15, 16, 17, 31, 33, 64, 127, 511, 512, 513, 1023, 1025, 1537}

func TestInstructions(t *testing.T) {
	each(t, func(t *testing.T, k *Set) {
		r := rand.New(rand.NewPCG(1, 2))
		for _, n := range lengths {
			a, b, c := fill(r, true, guarded(n)), fill(r, true, guarded(n)), fill(r, true, guarded(n))
			check := func(op numeric.MapOp, run func(dst *float32)) {
				got, want := guarded(n), make([]float32, n)
				for i := range want {
					want[i] = math.Float32frombits(numeric.Apply(op, math.Float32bits(a[i]), math.Float32bits(b[i]), math.Float32bits(c[i])))
				}
				run(&got[0])
				same(t, fmt.Sprintf("%v of %d words", op, n), got[:n], want)
				checkGuard(t, op.String(), got, n)
			}
			for op, f := range map[numeric.MapOp]Unary{
				numeric.MapSqrt: k.Sqrt, numeric.MapNeg: k.Neg, numeric.MapAbs: k.Abs, numeric.MapExp: k.Exp, numeric.MapLog: k.Log,
				numeric.MapTanh: k.Tanh,
			} {
				check(op, func(dst *float32) { f(dst, &a[0], n) })
			}
			for op, f := range map[numeric.MapOp]Binary{
				numeric.MapAdd: k.Add, numeric.MapSub: k.Sub, numeric.MapMul: k.Mul, numeric.MapDiv: k.Div, numeric.MapMax: k.Max,
				numeric.MapGt: k.Gt, numeric.MapGe: k.Ge, numeric.MapIeq: k.Ieq,
			} {
				check(op, func(dst *float32) { f(dst, &a[0], &b[0], n) })
			}
			for op, f := range map[numeric.MapOp]Ternary{numeric.MapFMA: k.FMA, numeric.MapSelect: k.Select} {
				check(op, func(dst *float32) { f(dst, &a[0], &b[0], &c[0], n) })
			}
		}
	})
}

// TestFunctions goes through exp, log and tanh with every 251st word, and densely around the places where a sequence branches.
func TestFunctions(t *testing.T) {
	each(t, func(t *testing.T, k *Set) {
		in, out, want := make([]float32, 4096), make([]float32, 4096), make([]float32, 4096)
		run := func(first, step uint32) {
			for i := range in {
				in[i] = math.Float32frombits(first + uint32(i)*step)
			}
			for op, f := range map[numeric.MapOp]Unary{numeric.MapExp: k.Exp, numeric.MapLog: k.Log, numeric.MapTanh: k.Tanh} {
				for i, x := range in {
					want[i] = math.Float32frombits(numeric.Apply(op, math.Float32bits(x), 0, 0))
				}
				f(&out[0], &in[0], len(in))
				same(t, fmt.Sprintf("%v from %08x", op, first), out, want)
			}
		}
		step := uint32(2503)
		if testing.Short() {
			step = 25013
		}
		for first := uint64(0); first < 1<<32; first += uint64(len(in)) * uint64(step) {
			run(uint32(first), step)
		}
		for _, x := range []float32{0, 0x1p-126, 1, 89, -104, -88, 0x1.19999ap-1, -0x1.19999ap-1, 10, -10, 0x1.555554p-1, float32(math.Inf(1))} {
			run(math.Float32bits(x)-2048, 1)
		}
	})
}

func TestCanonicalAndFill(t *testing.T) {
	each(t, func(t *testing.T, k *Set) {
		for _, n := range lengths {
			x := fill(rand.New(rand.NewPCG(3, 4)), true, guarded(n)[:n])
			got := guarded(n)
			k.Canonical(&got[0], &x[0], n)
			for i := range n {
				if math.Float32bits(got[i]) != math.Float32bits(numeric.Canonical(x[i])) {
					t.Fatalf("canonical: word %d is %08x", i, math.Float32bits(got[i]))
				}
			}
			checkGuard(t, "canonical", got, n)
			got = guarded(n)
			k.Fill(&got[0], 0xdeadbeef, n)
			for i := range n {
				if math.Float32bits(got[i]) != 0xdeadbeef {
					t.Fatalf("fill: word %d is %08x", i, math.Float32bits(got[i]))
				}
			}
			checkGuard(t, "fill", got, n)
		}
	})
}

func TestRows(t *testing.T) {
	each(t, func(t *testing.T, k *Set) {
		r := rand.New(rand.NewPCG(5, 6))
		for _, w := range lengths {
			for _, wild := range []bool{false, true} {
				const rows = 5
				x, y := fill(r, wild, make([]float32, rows*w)), fill(r, wild, make([]float32, rows*w))
				if w > 1 {
					copy(x[w:2*w], fill(r, false, make([]float32, w)))
					for i := range w { // a row whose maximum is −0
						x[2*w+i] = float32(math.Copysign(0, -1))
					}
				}
				want := make([]float32, rows)
				check := func(what string, run func(out *float32)) {
					got := guarded(rows)
					run(&got[0])
					same(t, fmt.Sprintf("%s of %d words", what, w), got[:rows], want)
					checkGuard(t, what, got, rows)
				}
				numeric.RowSum(want, x, rows, w)
				check("row sum", func(out *float32) { k.RowSum(&x[0], 4*w, rows, w, out) })
				numeric.RowDot(want, x, y, rows, w)
				check("row dot", func(out *float32) { k.RowDot(&x[0], &y[0], 4*w, rows, w, out) })
				numeric.RowMax(want, x, rows, w)
				check("row max", func(out *float32) { k.RowMax(&x[0], 4*w, rows, w, out) })
			}
		}
	})
}

func TestColumns(t *testing.T) {
	each(t, func(t *testing.T, k *Set) {
		r := rand.New(rand.NewPCG(7, 8))
		for _, w := range []int{1, 7, 8, 15, 16, 17, 33, 64, 65, 100} {
			for _, rows := range []int{1, 2, 17, 511, 512, 513, 1025} {
				x, y := fill(r, rows%2 == 0, make([]float32, rows*w)), fill(r, rows%2 == 0, make([]float32, rows*w))
				for _, dot := range []bool{false, true} {
					want, got := make([]float32, w), guarded(w)
					clear(got[:w])
					if dot {
						numeric.ColumnDot(want, x, y, rows, w)
					} else {
						numeric.ColumnSum(want, x, rows, w)
					}
					for first := 0; first < rows; first += numeric.Chunk {
						n := min(numeric.Chunk, rows-first)
						if dot {
							k.ColDot(&x[first*w], &y[first*w], 4*w, n, &got[0], w)
						} else {
							k.ColSum(&x[first*w], 4*w, n, &got[0], w)
						}
					}
					what := fmt.Sprintf("columns, dot %v, of [%d,%d]", dot, rows, w)
					same(t, what, got[:w], want)
					checkGuard(t, what, got, w)
				}
			}
		}
	})
}

func TestTiles(t *testing.T) {
	each(t, func(t *testing.T, k *Set) {
		r := rand.New(rand.NewPCG(9, 10))
		for _, w := range []int{1, 7, 8, 9, 15, 16, 17, 24, 31, 33, 48, 64, 100, 150} {
			for rows := 1; rows <= 16; rows++ {
				x := fill(r, rows%5 == 0, make([]float32, rows*w))
				grid := numeric.Grid{G: 1, R: rows, W: w}
				n := grid.Tiles()
				want, got := make([]float32, n), guarded(n)
				numeric.TileSum(want, x, grid)
				k.TileSum(&x[0], 4*w, rows, w, &got[0])
				same(t, fmt.Sprintf("tile sums of [%d,%d]", rows, w), got[:n], want)
				numeric.TileSqSum(want, x, grid)
				k.TileSquare(&x[0], 4*w, rows, w, &got[0])
				same(t, fmt.Sprintf("tile squares of [%d,%d]", rows, w), got[:n], want)
				checkGuard(t, "tiles", got, n)
			}
		}
	})
}

func TestMagnitude(t *testing.T) {
	each(t, func(t *testing.T, k *Set) {
		r := rand.New(rand.NewPCG(19, 20))
		for _, w := range lengths {
			const rows, beyond = 3, 5
			x := guarded(rows * (w + beyond)) // what lies between the rows is greater than all
			for round := range 12 {
				want := uint32(0)
				for i := range rows {
					for j := range w {
						word := uint32(r.IntN(2)) << 31
						if round%3 == 1 {
							word |= r.Uint32() >> r.IntN(32) % 0x7fa00000
						}
						x[i*(w+beyond)+j] = math.Float32frombits(word)
					}
				}
				if round%3 == 2 { // one word alone counts
					x[r.IntN(rows)*(w+beyond)+r.IntN(w)] = special[r.IntN(len(special))]
				}
				for i := range rows {
					for j := range w {
						want = max(want, math.Float32bits(x[i*(w+beyond)+j])&^(1<<31))
					}
				}
				if got := k.Magnitude(&x[0], 4*(w+beyond), rows, w); got != want {
					t.Fatalf("%d words: %08x, want %08x", w, got, want)
				}
			}
		}
	})
}

func TestPacking(t *testing.T) {
	each(t, func(t *testing.T, k *Set) {
		terms, row := 3*k.Lanes, 3*k.Lanes+5
		src := make([]float32, terms*row+2*k.Panel)
		for i := range src {
			src[i] = float32(i)
		}
		dst := guarded(terms * k.Panel)
		k.PackRows(&dst[0], &src[0], 4*row, terms)
		for i := range terms {
			same(t, "rows", dst[i*k.Panel:][:k.Panel], src[i*row:][:k.Panel])
		}
		checkGuard(t, "rows", dst, terms*k.Panel)
		dst = guarded(terms * k.Panel)
		k.PackColumns(&dst[0], &src[0], 4*row, terms)
		for i := range terms {
			for j := range k.Lanes {
				if dst[i*k.Panel+j] != src[j*row+i] {
					t.Fatalf("columns: (%d,%d) is %v, want %v", i, j, dst[i*k.Panel+j], src[j*row+i])
				}
			}
		}
	})
}
