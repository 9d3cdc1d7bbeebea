package evmfuzz

import (
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/commonweight/commonweight/train/numeric"
)

// arguments of the map instructions that compute.
var arguments = map[numeric.MapOp]int{
	numeric.MapAdd: 2, numeric.MapSub: 2, numeric.MapMul: 2, numeric.MapFMA: 3, numeric.MapDiv: 2, numeric.MapSqrt: 1,
	numeric.MapNeg: 1, numeric.MapAbs: 1, numeric.MapMax: 2, numeric.MapGt: 2, numeric.MapGe: 2, numeric.MapSelect: 3,
	numeric.MapExp: 1, numeric.MapLog: 1, numeric.MapTanh: 1, numeric.MapIeq: 2,
}

// batch is one call of Float32Batch: its input, what it must return, and words per case of both.
type batch struct {
	input, want  []byte
	taken, given int
}

// source makes batch number n, of at most size cases; cases of all batches are numbered through.
type source func(n, size uint64) batch

const batchSize = 2048

func newRand(code byte, n uint64) *rand.Rand { return rand.New(rand.NewPCG(*seed<<8|uint64(code), n)) }

// scalars makes cases of one instruction. The first `sweeps` times the grid's size go through all exponents.
func scalars(op numeric.MapOp, sweeps uint64) source {
	return func(n, size uint64) batch {
		r, b := newRand(byte(op), n), batch{input: []byte{byte(op)}, taken: 3, given: 1}
		grid := gridSize(arguments[op])
		for i := n * batchSize; i < n*batchSize+size; i++ {
			at := i % grid
			if i >= sweeps*grid {
				at = i
			}
			a := scalar(r, at, grid, arguments[op])
			for _, w := range a {
				b.input = binary.BigEndian.AppendUint32(b.input, w)
			}
			b.want = binary.BigEndian.AppendUint32(b.want, numeric.Apply(op, a[0], a[1], a[2]))
		}
		return b
	}
}

// rows makes cases of one reduction.
func rows(code byte, result func(*row) [16]uint32) source {
	return func(n, size uint64) batch {
		r, b := newRand(code, n), batch{input: []byte{code}, taken: 49, given: 16}
		for range size {
			w := randomRow(r)
			b.input = binary.BigEndian.AppendUint32(b.input, w.n)
			for _, part := range [][16]uint32{w.p, w.x, w.y} {
				for _, x := range part {
					b.input = binary.BigEndian.AppendUint32(b.input, x)
				}
			}
			for _, x := range result(&w) {
				b.want = binary.BigEndian.AppendUint32(b.want, x)
			}
		}
		return b
	}
}

// reductions are Float32's, with their codes in Float32Batch, from the scalars of the reference.
var reductions = []struct {
	name   string
	code   byte
	result func(*row) [16]uint32
}{
	{"chainDot", 32, chain(func(w *row, acc uint32, k int) uint32 { return numeric.Apply(numeric.MapFMA, w.x[k], w.y[k], acc) })},
	{"chainSum", 33, chain(func(w *row, acc uint32, k int) uint32 { return numeric.Apply(numeric.MapAdd, acc, w.x[k], 0) })},
	{"lanesDot", 34, lanes(func(w *row, l int) uint32 { return numeric.Apply(numeric.MapFMA, w.x[l], w.y[l], w.p[l]) })},
	{"lanesSum", 35, lanes(func(w *row, l int) uint32 { return numeric.Apply(numeric.MapAdd, w.p[l], w.x[l], 0) })},
	{"lanesMax", 36, lanes(func(w *row, l int) uint32 { return numeric.Apply(numeric.MapMax, w.x[l], w.p[l], 0) })},
	{"treeSum", 37, tree(func(a, b uint32) uint32 { return numeric.Apply(numeric.MapAdd, a, b, 0) })},
	{"treeMax", 38, tree(func(a, b uint32) uint32 { return numeric.Apply(numeric.MapMax, b, a, 0) })},
}

func chain(step func(w *row, acc uint32, k int) uint32) func(*row) [16]uint32 {
	return func(w *row) [16]uint32 {
		acc := w.p[0]
		for k := range int(w.n) {
			acc = step(w, acc, k)
		}
		return [16]uint32{acc}
	}
}

func lanes(step func(w *row, l int) uint32) func(*row) [16]uint32 {
	return func(w *row) [16]uint32 {
		p := w.p
		for l := range int(w.n) {
			p[l] = step(w, l)
		}
		return p
	}
}

func tree(join func(a, b uint32) uint32) func(*row) [16]uint32 {
	return func(w *row) [16]uint32 {
		s := w.p
		for h := 8; h > 0; h /= 2 {
			for l := range h {
				s[l] = join(s[l], s[l+h])
			}
		}
		return [16]uint32{s[0]}
	}
}

// compare runs cases through the contract, on all cores, and returns the gas they took; it reports the first difference.
func compare(t *testing.T, code []byte, cases uint64, make source) (gas uint64) {
	t.Helper()
	var next, total atomic.Uint64
	var failed atomic.Bool
	var running sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		m := newMachine(t, code)
		running.Go(func() {
			for !failed.Load() {
				n := next.Add(1) - 1
				if n*batchSize >= cases {
					return
				}
				b := make(n, min(batchSize, cases-n*batchSize))
				used, err := b.run(m)
				total.Add(used)
				if err != nil && !failed.Swap(true) {
					t.Error(err)
				}
			}
		})
	}
	running.Wait()
	return total.Load()
}

// run gives the batch to the contract and says which case it got wrong first.
func (b *batch) run(m *machine) (gas uint64, err error) {
	got, gas, err := m.call(b.input)
	if err != nil {
		return gas, err
	}
	// The fallback returns its bytes bare.
	if len(got) != len(b.want) {
		return gas, fmt.Errorf("%d bytes returned, want %d", len(got), len(b.want))
	}
	for i := 0; i < len(got); i += 4 * b.given {
		if g, w := got[i:i+4*b.given], b.want[i:i+4*b.given]; string(g) != string(w) {
			first := 1 + i/b.given*b.taken
			return gas, fmt.Errorf("code %d, %x = %x, want %x", b.input[0], b.input[first:first+4*b.taken], g, w)
		}
	}
	return gas, nil
}

// plainScalars is the size of a plain test run: times through all exponents, and cases in all.
func plainScalars(op numeric.MapOp) (sweeps, cases uint64) {
	if arguments[op] == 1 {
		return 4, 4*gridSize(1) + 10_000
	}
	return 1, gridSize(2) + 10_000
}

const plainRows = 2_000

// TestScalars goes through every operation: all exponents, or pairs of them, with edge mantissas, then hard cases.
func TestScalars(t *testing.T) {
	code := bytecode(t, "Float32Batch")
	for op := numeric.MapAdd; op <= numeric.MapIeq; op++ {
		if arguments[op] == 0 {
			continue
		}
		sweeps, cases := plainScalars(op)
		switch {
		case *campaign:
			sweeps, cases = 64, 10_200_000
		case testing.Short():
			cases = 512
		}
		t.Run(op.String(), func(t *testing.T) {
			measure(t, cases, func() uint64 { return compare(t, code, cases, scalars(op, sweeps)) })
		})
	}
}

// TestReductions goes through rows of many kinds.
func TestReductions(t *testing.T) {
	code := bytecode(t, "Float32Batch")
	cases := uint64(plainRows)
	switch {
	case *campaign:
		cases = 1_000_000
	case testing.Short():
		cases = 128
	}
	for _, reduction := range reductions {
		t.Run(reduction.name, func(t *testing.T) {
			measure(t, cases, func() uint64 { return compare(t, code, cases, rows(reduction.code, reduction.result)) })
		})
	}
}

// measure prints a line of the campaign's table.
func measure(t *testing.T, cases uint64, run func() (gas uint64)) {
	start := time.Now()
	gas := run()
	t.Logf("| %s | %d | %d | %.0f |", t.Name()[len("Test"):], cases, gas/cases, time.Since(start).Seconds())
}
