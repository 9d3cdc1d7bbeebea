package evmfuzz

import (
	"encoding/binary"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/commonweight/commonweight/train/numeric"
)

// mostOfFMA is what a term of a chain may cost at most, whatever the words.
const mostOfFMA = 900

// TestWorstRow looks for the dearest row of a chain, term by term: what cancels the accumulator but for some bits, what is subnormal,
// great, zero or not finite. What it finds stays within bounds.
func TestWorstRow(t *testing.T) {
	m := newMachine(t, bytecode(t, "Float32Batch"))
	rowGas := func(w *row) uint32 {
		input := binary.BigEndian.AppendUint32([]byte{32 | 0x80}, w.n)
		for _, part := range [][16]uint32{w.p, w.x, w.y} {
			for _, x := range part {
				input = binary.BigEndian.AppendUint32(input, x)
			}
		}
		output, _, err := m.call(input)
		if err != nil {
			t.Fatal(err)
		}
		return binary.BigEndian.Uint32(output[60:])
	}
	tries, rows := 100, 12
	if *campaign {
		tries, rows = 1000, 200
	}
	var most uint32
	var dearest row
	for i := range rows {
		r := newRand(130, uint64(i))
		w := row{n: 16}
		w.p[0] = word(r, r.Uint32()%7)
		acc := w.p[0]
		for k := range 16 {
			best, found := uint32(0), [2]uint32{}
			w.n = uint32(k + 1)
			for range tries {
				pair := dear(r, acc)
				for (i%3 == 1 || i%3 == 2 && k < 15) && !finite(pair, acc) {
					pair = dear(r, acc)
				}
				w.x[k], w.y[k] = pair[0], pair[1]
				if gas := rowGas(&w); gas >= best {
					best, found = gas, pair
				}
			}
			w.x[k], w.y[k] = found[0], found[1]
			acc = numeric.Apply(numeric.MapFMA, found[0], found[1], acc)
		}
		if gas := rowGas(&w); gas > most {
			most, dearest = gas, w
		}
	}
	t.Logf("dearest row: %d gas, %d a term: %08x × %08x from %08x", most, (most+8)/16, dearest.x, dearest.y, dearest.p[0])
	if most > 16*mostOfFMA {
		t.Errorf("a row costs %d gas, %d a term", most, (most+8)/16)
	}
}

// finite says that neither pair nor sum is Inf or NaN.
func finite(pair [2]uint32, acc uint32) bool {
	for _, w := range []uint32{pair[0], pair[1], numeric.Apply(numeric.MapFMA, pair[0], pair[1], acc)} {
		if w&0x7f800000 == 0x7f800000 {
			return false
		}
	}
	return true
}

// dear returns a pair that may be dear to add to an accumulator.
func dear(r *rand.Rand, acc uint32) [2]uint32 {
	a, b := word(r, r.Uint32()%8), word(r, r.Uint32()%8)
	switch r.Uint32() % 8 {
	case 0, 1, 2, 3: // cancels all but some bits
		a = acc&0x7f800000 ^ r.Uint32()&(signBit|0x7fffff)
		if r.Uint32()&1 == 0 {
			a = ordinary(r, 20)
		}
		b = bits(-float(acc)/float(a)) + r.Uint32()&(1<<r.Uint32N(24)-1)
	case 4: // subnormal by anything
		a = r.Uint32() & (signBit | 0x7fffff) >> r.Uint32N(24)
	case 5:
		a, b = end(r), end(r)
	case 6: // next to the accumulator's last bit
		a = bits(float32(math.Ldexp(float64(float(acc)), -int(r.Uint32N(60))))) ^ sign(r)
		b = 0x3f800000 + r.Uint32N(5) - 2
	}
	return [2]uint32{a, b}
}
