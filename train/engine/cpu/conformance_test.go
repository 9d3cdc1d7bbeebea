package cpu

import (
	"errors"
	"math"
	"testing"
	"unsafe"

	"github.com/commonweight/commonweight/train/engine/cpu/internal/kernel"
	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

// plain is the reference.
type plain struct{}

func (plain) apply(op numeric.MapOp, dst, a, b, c []float32) {
	for i := range dst {
		dst[i] = math.Float32frombits(numeric.Apply(op, math.Float32bits(a[i]), math.Float32bits(b[i]), math.Float32bits(c[i])))
	}
}

func (plain) multiply(mode numeric.Mode, causal bool, dst, a, b []float32, m, n, terms int) {
	ar, aw, br, bw := operandShapes(mode, m, n, terms)
	numeric.Matmul(numeric.Matrix(dst, m, n), numeric.Matrix(a, ar, aw), numeric.Matrix(b, br, bw), mode, causal)
}

func (plain) reduceRows(mode program.Mode, dst, x, y []float32, rows, width int) {
	switch mode {
	case program.ModeSum:
		numeric.RowSum(dst, x, rows, width)
	case program.ModeDot:
		numeric.RowDot(dst, x, y, rows, width)
	default:
		numeric.RowMax(dst, x, rows, width)
	}
}

func (plain) reduceColumns(mode program.Mode, dst, x, y []float32, rows, width int) {
	if mode == program.ModeSum {
		numeric.ColumnSum(dst, x, rows, width)
	} else {
		numeric.ColumnDot(dst, x, y, rows, width)
	}
}

func (plain) reduceTiles(mode program.Mode, dst, x []float32, grid numeric.Grid) {
	if mode == program.ModeSum {
		numeric.TileSum(dst, x, grid)
	} else {
		numeric.TileSqSum(dst, x, grid)
	}
}

func TestConformance(t *testing.T) {
	if got := conformanceHash(plain{}); got != conformance {
		t.Errorf("the reference's results hash to %s, not %s", got, conformance)
	}
	everyKernel(t, func(t *testing.T, k *kernel.Set) {
		if err := checkConformance(kernels{k, newWorker(k, nil)}); err != nil {
			t.Error(err)
		}
	})
}

// TestConformanceSeesOneBit breaks each kernel a little, in a way that some processor or emulator might.
func TestConformanceSeesOneBit(t *testing.T) {
	everyKernel(t, func(t *testing.T, k *kernel.Set) {
		// nudge changes the last bit of the last word that a kernel wrote.
		nudge := func(dst *float32, n int) {
			w := wordsAt(dst, n)
			w[n-1] = math.Float32frombits(math.Float32bits(w[n-1]) ^ 1)
		}
		for name, wrong := range map[string]func(s *kernel.Set){
			"exp": func(s *kernel.Set) { s.Exp = func(d, a *float32, n int) { k.Exp(d, a, n); nudge(d, n) } },
			"div": func(s *kernel.Set) { s.Div = func(d, a, b *float32, n int) { k.Div(d, a, b, n); nudge(d, n) } },
			"fma": func(s *kernel.Set) { s.FMA = func(d, a, b, c *float32, n int) { k.Mul(d, a, b, n); k.Add(d, d, c, n) } },
			"rows": func(s *kernel.Set) {
				s.RowSum = func(x *float32, row, n, w int, out *float32) { k.RowSum(x, row, n, w, out); nudge(out, n) }
			},
			"tiles": func(s *kernel.Set) {
				s.TileSquare = func(x *float32, row, n, w int, out *float32) { k.TileSquare(x, row, n, w, out); nudge(out, 1) }
			},
			"columns": func(s *kernel.Set) {
				s.ColSum = func(x *float32, row, n int, out *float32, w int) { k.ColSum(x, row, n, out, w); nudge(out, w) }
			},
			"smallest block": func(s *kernel.Set) {
				s.Products[2] = func(n int, a *float32, aRow, aStep int, b, c *float32, cRow, add int, ahead *float32, aheadStep int) {
					k.Products[2](n, a, aRow, aStep, b, c, cRow, add, ahead, aheadStep)
					nudge(c, 1)
				}
			},
		} {
			s := *k
			wrong(&s)
			if err := checkConformance(kernels{&s, newWorker(&s, nil)}); !errors.Is(err, ErrArithmetic) {
				t.Errorf("%s: error %v", name, err)
			}
		}
	})
}

// TestThreadsAreTested gives the pool what threads with FTZ, DAZ, another rounding or no fused instruction would compute.
func TestThreadsAreTested(t *testing.T) {
	everyKernel(t, func(t *testing.T, k *kernel.Set) {
		each := func(f func(a, b, c float64) float32) kernel.Ternary {
			return func(dst, a, b, c *float32, n int) {
				d, x, y, z := wordsAt(dst, n), wordsAt(a, n), wordsAt(b, n), wordsAt(c, n)
				for i := range d {
					d[i] = f(float64(x[i]), float64(y[i]), float64(z[i]))
				}
			}
		}
		flush := func(x float64) float64 {
			if math.Abs(x) < 0x1p-126 {
				return 0
			}
			return x
		}
		down := func(x float64) float32 {
			r := float32(x)
			if float64(r) > x {
				r = math.Nextafter32(r, float32(math.Inf(-1)))
			}
			return r
		}
		for name, wrong := range map[string]kernel.Ternary{
			"ftz":      each(func(a, b, c float64) float32 { return float32(flush(a*b + c)) }),
			"daz":      each(func(a, b, c float64) float32 { return float32(flush(a)*flush(b) + flush(c)) }),
			"downward": each(func(a, b, c float64) float32 { return down(a*b + c) }),
			"upward":   each(func(a, b, c float64) float32 { return -down(-(a*b + c)) }),
			"unfused":  each(func(a, b, c float64) float32 { return float32(float32(a*b) + float32(c)) }),
		} {
			s := *k
			s.FMA = wrong
			if _, err := newPool(&s, []stage{{}}, 3); !errors.Is(err, ErrArithmetic) {
				t.Errorf("%s: error %v", name, err)
			}
		}
	})
}

func BenchmarkConformance(b *testing.B) {
	for _, level := range levels {
		b.Run(level, func(b *testing.B) {
			k, err := kernel.Lookup(level)
			if err != nil {
				b.Skip(err)
			}
			for b.Loop() {
				if err := checkConformance(kernels{k, newWorker(k, nil)}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// wordsAt is what a kernel sees: n words from p on.
func wordsAt(p *float32, n int) []float32 { return unsafe.Slice(p, n) }
