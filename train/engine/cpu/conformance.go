package cpu

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"math"
	"sync"
	"unsafe"

	"github.com/commonweight/commonweight/train/engine/cpu/internal/kernel"
	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

// ErrArithmetic means that a thread, or the processor, doesn't compute what the profile says: nothing it trains would stand.
var ErrArithmetic = errors.New("this processor does not compute as the numeric profile says")

// conformance is SHA-256 of some 1.2 million results, NaN made canonical: every map instruction on 2^16 words, products in all modes,
// and reductions. The reference in train/numeric made it; a test makes it again.
const conformance = "a2fac408310740bd80fde8038202c48736a09f6053f4ec302525ac96f444c874"

// conform computes the results of a level once in the life of the process and compares them with the reference's.
func conform(level string, k *kernel.Set) error {
	check, _ := conformed.LoadOrStore(level, sync.OnceValue(func() error { return checkConformance(kernels{k, newWorker(k, nil)}) }))
	return check.(func() error)()
}

var conformed sync.Map // level → func() error

func checkConformance(a arithmetic) error {
	if got := conformanceHash(a); got != conformance {
		return fmt.Errorf("%w: its results hash to %s, the reference's to %s", ErrArithmetic, got, conformance)
	}
	return nil
}

// selfTest checks on this thread that subnormals are kept (FTZ and DAZ are off), sums are rounded to nearest, ties to even, and FMA
// rounds once.
func (w *worker) selfTest(k *kernel.Set) error {
	const up, even = 0x1.000002p0, 0x1.000004p0
	cases := [...]struct{ a, b, c, want float32 }{
		{0x1p-126, 0.5, 0, 0x1p-127}, {0x1p-127, 2, 0, 0x1p-126},
		{1, 0x1p-24, 1, 1}, {1, 0x1p-24, up, even}, {1, -0x1p-24, -1, -1}, {1, -0x1p-24, -up, -even},
		{up, up, -even, 0x1p-46},
	}
	const n = len(cases)
	a, b, c, got := w.edge[:n], w.edge[n:2*n], w.edge[2*n:3*n], w.edge[3*n:4*n]
	for i, x := range cases {
		a[i], b[i], c[i] = x.a, x.b, x.c
	}
	k.FMA(&got[0], &a[0], &b[0], &c[0], n)
	for i, x := range cases {
		if got[i] != x.want {
			return fmt.Errorf("%w: fma(%x, %x, %x) is %x on a thread of this process, not %x; does it flush subnormals?",
				ErrArithmetic, x.a, x.b, x.c, got[i], x.want)
		}
	}
	return nil
}

// arithmetic is what the conformance hash asks of a machine, in the terms of train/numeric: the kernels of a level, or the reference.
type arithmetic interface {
	apply(op numeric.MapOp, dst, a, b, c []float32)
	multiply(mode numeric.Mode, causal bool, dst, a, b []float32, m, n, terms int)
	reduceRows(mode program.Mode, dst, x, y []float32, rows, width int)
	reduceColumns(mode program.Mode, dst, x, y []float32, rows, width int)
	reduceTiles(mode program.Mode, dst, x []float32, grid numeric.Grid)
}

// conformanceHash goes through every kernel of a set. The sizes leave something over for the smaller blocks of both sets, and ragged
// edges behind whole chunks.
func conformanceHash(on arithmetic) string {
	const n = 1 << 16
	in := conformanceWords(n)
	h, out := sha256.New(), make([]float32, n)
	take := func(words int) {
		for i, x := range out[:words] {
			out[i] = numeric.Canonical(x)
		}
		_, _ = h.Write(unsafe.Slice((*byte)(unsafe.Pointer(&out[0])), 4*words)) // a hash takes all; little-endian on amd64
	}
	for op := numeric.MapAdd; op <= numeric.MapIeq; op++ {
		if op < numeric.MapConst || op == numeric.MapIeq {
			on.apply(op, out, in.a, in.b, in.c)
			take(n)
		}
	}
	const rows, columns, terms = 47, 70, 600
	for _, mode := range []numeric.Mode{numeric.NN, numeric.NT, numeric.TN} {
		for _, causal := range []bool{false, true} {
			on.multiply(mode, causal, out[:rows*columns], in.x[:rows*terms], in.y[:columns*terms], rows, columns, terms)
			take(rows * columns)
		}
	}
	const long, short = 1111, 53
	x, y := in.x[:long*short], in.y[:long*short]
	for _, mode := range []program.Mode{program.ModeSum, program.ModeDot, program.ModeMax} {
		on.reduceRows(mode, out[:short], x, y, short, long)
		take(short)
	}
	for _, mode := range []program.Mode{program.ModeSum, program.ModeDot} {
		on.reduceColumns(mode, out[:short], x, y, long, short)
		take(short)
	}
	for _, mode := range []program.Mode{program.ModeSum, program.ModeSqsum} {
		for _, grid := range []numeric.Grid{{G: 1, R: short, W: long}, {G: 1, R: 1, W: long * short, Vector: true}} {
			on.reduceTiles(mode, out[:grid.Tiles()], x, grid)
			take(grid.Tiles())
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}

// inputs of the conformance hash: a, b and c hold every kind of word, x and y numbers whose sums show their order.
type inputs struct{ a, b, c, x, y []float32 }

func conformanceWords(n int) inputs {
	in := inputs{make([]float32, n), make([]float32, n), make([]float32, n), make([]float32, n), make([]float32, n)}
	number := func(u uint32, exponent, exponents uint32) float32 {
		return math.Float32frombits(u&0x807fffff | (exponent+(u>>23&0xff)%exponents)<<23)
	}
	special := [16]uint32{0, 1 << 31, 0x3f800000, 0xbf800000, 0x7f800000, 0xff800000, numeric.NaN, 1, 0x80000001, 0x007fffff, 0x00800000,
		0x7f7fffff, 0xff7fffff, 0x42b20000, 0xc2d00000, 0x3f0ccccd}
	for i := range n {
		u := numeric.Philox([4]uint32{uint32(i)}, [2]uint32{})
		in.x[i], in.y[i] = number(u[0], 110, 24), number(u[1], 110, 24)
		switch a, b, c := &in.a[i], &in.b[i], &in.c[i]; u[3] % 6 {
		case 0: // any bits
			*a, *b, *c = math.Float32frombits(u[0]), math.Float32frombits(u[1]), math.Float32frombits(u[2])
		case 1: // a·b + c all but cancels, a and b are neighbours
			*a = number(u[0], 96, 64)
			*b = math.Float32frombits(math.Float32bits(*a) ^ u[1]&7)
			*c = math.Float32frombits(math.Float32bits(float32(*a**b)) ^ 1<<31 ^ u[2]&3)
		case 2: // subnormal, or nearly
			*a, *b, *c = number(u[0], 0, 3), number(u[1], 120, 10), number(u[2], 0, 3)
		case 3:
			*a, *b, *c = math.Float32frombits(special[u[0]>>28]), math.Float32frombits(special[u[1]>>28]), math.Float32frombits(special[u[2]>>28])
		default: // where functions bend
			*a, *b, *c = number(u[0], 117, 17), number(u[1], 117, 17), number(u[2], 117, 17)
		}
	}
	return in
}

// kernels is a set with a thread's memory.
type kernels struct {
	*kernel.Set
	w *worker
}

func (k kernels) apply(op numeric.MapOp, dst, a, b, c []float32) {
	s, arguments := instruction(k.Set, op)
	if arguments == 0 {
		return
	}
	s.a, s.b, s.c = 1, 2, 3
	s.call([]*float32{&dst[0], &a[0], &b[0], &c[0]}, len(dst))
}

func (k kernels) all(t task) {
	for part := range t.parts() {
		t.run(k.w, part)
	}
}

func (k kernels) multiply(mode numeric.Mode, causal bool, dst, a, b []float32, m, n, terms int) {
	left, right := program.MatrixOf(m, terms), program.MatrixOf(terms, n)
	if mode == numeric.TN {
		left = program.MatrixOf(terms, m)
	}
	if mode == numeric.NT {
		right = program.MatrixOf(n, terms)
	}
	t := &product{
		k: k.Set, mode: mode, causal: causal, dst: placed{program.MatrixOf(m, n).Whole(), &dst},
		a: placed{left.Whole(), &a}, b: placed{right.Whole(), &b},
	}
	t.plan(1)
	k.all(t)
}

func (k kernels) reduceRows(mode program.Mode, dst, x, y []float32, rows, width int) {
	t := &rowReduce{k: k.Set, mode: mode, out: &dst, x: &x, y: &y, rows: rows, width: width}
	t.plan(1)
	k.all(t)
}

func (k kernels) reduceColumns(mode program.Mode, dst, x, y []float32, rows, width int) {
	t := &columnReduce{k: k.Set, out: &dst, x: &x, rows: rows, width: width}
	if mode == program.ModeDot {
		t.y = &y
	}
	t.plan(1)
	k.all(t)
}

func (k kernels) reduceTiles(mode program.Mode, dst, x []float32, grid numeric.Grid) {
	t := &tileReduce{reduce: k.TileSum, out: &dst, x: &x, grid: grid}
	if mode == program.ModeSqsum {
		t.reduce = k.TileSquare
	}
	t.plan(1)
	k.all(t)
}
