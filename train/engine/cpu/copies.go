package cpu

import (
	"unsafe"

	"github.com/commonweight/commonweight/train/engine/cpu/internal/kernel"
	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

// copyPart is the number of words worth a part of their own.
const copyPart = 1 << 15

// asWords sees float32 words as uint32 words: index tensors share the memory of the others.
func asWords(f []float32) []uint32 {
	return unsafe.Slice((*uint32)(unsafe.Pointer(unsafe.SliceData(f))), len(f))
}

// gather copies rows of a table; a part is a range of rows.
type gather struct {
	mode          program.Mode
	out, table    *[]float32
	index         *[]float32 // the index words, or the clock
	modulus, last uint32
	rows, width   int
	each          int
}

func (t *gather) plan(threads int) {
	t.each = ceil(t.rows, max(1, min(4*threads, t.rows*t.width/copyPart)))
}

func (t *gather) parts() int { return ceil(t.rows, t.each) }

func (t *gather) run(_ *worker, part int) {
	values := uint64(len(*t.table) / t.width)
	for n := part * t.each; n < min((part+1)*t.each, t.rows); n++ {
		var v uint32
		switch t.mode {
		case program.ModeIota:
			v = uint32(n) % t.modulus
		case program.ModeClock:
			v = min(asWords(*t.index)[0], t.last)
		default:
			v = asWords(*t.index)[n]
		}
		if uint64(v) >= values {
			v = 0
		}
		copy((*t.out)[n*t.width:(n+1)*t.width], (*t.table)[int(v)*t.width:])
	}
}

// pick copies one word of each row.
type pick struct {
	out, z, index *[]float32
	width         int
}

func (t *pick) parts() int { return 1 }

func (t *pick) run(*worker, int) { numeric.Pick(*t.out, *t.z, t.width, asWords(*t.index)) }

// concat joins matrices side by side or vectors one behind the other (one row); a part is a range of rows.
type concat struct {
	out         *[]float32
	from        []*[]float32
	widths      []int
	rows, width int
	each        int
}

func (t *concat) plan(threads int) {
	t.each = ceil(t.rows, max(1, min(4*threads, t.rows*t.width/copyPart)))
}

func (t *concat) parts() int { return ceil(t.rows, t.each) }

func (t *concat) run(_ *worker, part int) {
	for r := part * t.each; r < min((part+1)*t.each, t.rows); r++ {
		at := r * t.width
		for i, p := range t.from {
			at += copy((*t.out)[at:at+t.widths[i]], (*p)[r*t.widths[i]:])
		}
	}
}

// loadBatch reads the samples of the step.
type loadBatch struct {
	mode    program.Mode
	out     *[]float32
	clock   *[]float32
	payload []byte
	tokens  numeric.Tokens
	records numeric.Records
}

func (t *loadBatch) parts() int { return 1 }

func (t *loadBatch) run(*worker, int) {
	clock := asWords(*t.clock)[0]
	switch t.mode {
	case program.ModeX:
		numeric.LoadTokens(asWords(*t.out), t.payload, clock, t.tokens, 0)
	case program.ModeY:
		numeric.LoadTokens(asWords(*t.out), t.payload, clock, t.tokens, 1)
	case program.ModeFeatures:
		numeric.LoadFeatures(*t.out, t.payload, clock, t.records)
	case program.ModeLabel:
		numeric.LoadLabels(asWords(*t.out), t.payload, clock, t.records)
	}
}

// tick advances the clock.
type tick struct{ out, clock *[]float32 }

func (t *tick) parts() int { return 1 }

func (t *tick) run(*worker, int) { asWords(*t.out)[0] = numeric.Tick(asWords(*t.clock)[0]) }

// scatterAdd adds up the rows that have one index; a part is a range of indices.
//
// Order: the terms of an index come in ascending n. Each chunk of 512 terms n has a sum of its own, which is added when n/512 changes.
type scatterAdd struct {
	k             *kernel.Set
	out, x, index *[]float32 // index is nil for n mod modulus
	modulus       uint32
	n, values     int
	width         int
	each          int
	first, next   []int32     // the terms of each index, linked in ascending order; −1 ends a list
	sums          [][]float32 // of each part: one of a chunk and, for scatterInto, one of all chunks
}

func (t *scatterAdd) plan(threads int) {
	t.each = ceil(ceil(t.values, max(1, min(4*threads, (t.values+t.n)*t.width/copyPart))), numeric.TileSide) * numeric.TileSide
	t.first, t.next = make([]int32, t.values), make([]int32, t.n)
	t.sums = make([][]float32, t.parts())
	for i := range t.sums {
		t.sums[i] = make([]float32, 2*t.width)
	}
}

func (t *scatterAdd) parts() int { return ceil(t.values, t.each) }

func (t *scatterAdd) run(_ *worker, part int) {
	v0, v1 := t.link(part)
	for v := v0; v < v1; v++ {
		t.add((*t.out)[v*t.width:(v+1)*t.width], t.sums[part][:t.width], t.first[v])
	}
}

// link lists the terms of each index of a part and returns the range of indices.
func (t *scatterAdd) link(part int) (v0, v1 int) {
	v0, v1 = part*t.each, min((part+1)*t.each, t.values)
	for v := v0; v < v1; v++ {
		t.first[v] = -1
	}
	for n := t.n - 1; n >= 0; n-- {
		v := uint64(0)
		if t.index != nil {
			v = uint64(asWords(*t.index)[n])
		} else {
			v = uint64(uint32(n) % t.modulus)
		}
		if v >= uint64(v0) && v < uint64(v1) {
			t.next[n], t.first[v] = t.first[v], int32(n)
		}
	}
	return v0, v1
}

func (t *scatterAdd) add(out, sum []float32, n int32) {
	clear(out)
	for n >= 0 {
		q := n / chunk
		clear(sum)
		for ; n >= 0 && n/chunk == q; n = t.next[n] {
			t.k.Add(&sum[0], &sum[0], &(*t.x)[int(n)*t.width], t.width)
		}
		t.k.Add(&out[0], &out[0], &sum[0], t.width)
	}
}
