package program

import (
	"encoding/binary"
	"encoding/hex"
	"math"

	"github.com/commonweight/commonweight/train/numeric"
)

// table computes the learning-rate table of a valid schedule. What is normative for a step is the table of bits; these formulas are how
// the compiler gets it, in binary32 operations only.
//
//	constant         one entry, peak
//	t < warmup       peak · ((t + 1)/warmup)
//	linear, cosine   with x = (t − warmup)/(steps − warmup − 1), 0 if there is one such step:
//	                 fma(w, peak − floor, floor), w being 1 − x or halfCosine(x)
//	table            the words as given
func (s Schedule) table(steps int) []float32 {
	switch s.Kind {
	case ScheduleConstant:
		return []float32{s.Peak.float()}
	case ScheduleTable:
		table := make([]float32, len(s.Words))
		for i, w := range s.Words {
			table[i], _ = parseWord(w)
		}
		return table
	}
	peak, floor := s.Peak.float(), s.Floor.float()
	table := make([]float32, steps)
	for t := range table {
		if t < s.Warmup {
			table[t] = numeric.Mul(peak, numeric.Div(float32(t+1), float32(s.Warmup)))
			continue
		}
		var x float32
		if last := steps - s.Warmup - 1; last > 0 {
			x = numeric.Div(float32(t-s.Warmup), float32(last))
		}
		w := numeric.Sub(1, x)
		if s.Kind == ScheduleCosine {
			w = halfCosine(x)
		}
		table[t] = numeric.FMA(w, numeric.Sub(peak, floor), floor)
	}
	return table
}

// halfCosine is (1 + cos(πx))/2 to about 1e-7, for x in [0, 1]: with z = x − ½ it is ½·(1 − sin(πz)), the sine being its series to z¹¹.
func halfCosine(x float32) float32 {
	z := numeric.Sub(x, 0.5)
	z2 := numeric.Mul(z, z)
	q := float32(-0x1.e3075p-8)
	for _, c := range []float32{0x1.507834p-4, -0x1.32d2ccp-1, 0x1.466bc6p+1, -0x1.4abbcep+2, 0x1.921fb6p+1} {
		q = numeric.FMA(q, z2, c)
	}
	return numeric.Mul(0.5, numeric.Sub(1, numeric.Mul(q, z)))
}

// parseWord reads a binary32 word of 8 lower-case hex digits; ok is false for what is no learning rate.
func parseWord(s string) (f float32, ok bool) {
	var b [4]byte
	if len(s) != 8 {
		return 0, false
	}
	if _, err := hex.Decode(b[:], []byte(s)); err != nil || hex.EncodeToString(b[:]) != s {
		return 0, false
	}
	f = math.Float32frombits(binary.BigEndian.Uint32(b[:]))
	return f, f >= 0 && f <= maxRate && !math.Signbit(float64(f))
}
