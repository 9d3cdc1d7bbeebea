package referee

import (
	"crypto/sha256"
	"encoding/binary"
	"math"

	"github.com/commonweight/commonweight/train/numeric"
)

// A partial is what a reduction has after some of its terms: one word of a chain, 16 words of lanes. A list of blocks is agreed to begin
// with Start and has to end in what the chunk gives: Reduce of its last partial is S_q, F_0 = S_0, F_q = Fold(F_{q−1}, S_q), and
// Finish(F_last) is the element.

// Start returns the partial before the first block of a chunk.
func (g Geometry) Start() []uint32 {
	partial := make([]uint32, g.PartialWords())
	if g.Leaf == LeafLanesMax {
		for l := range partial {
			partial[l] = math.Float32bits(float32(math.Inf(-1)))
		}
	}
	return partial
}

// Reduce returns S_q, the result of a chunk with that last partial.
//
// Order: of lanes, s[l] = s[l] ∘ s[l+h] for h = 8, 4, 2, 1.
func (g Geometry) Reduce(partial []uint32) uint32 {
	s := append([]uint32(nil), partial...)
	for h := len(s) / 2; h > 0; h /= 2 {
		for l := range h {
			s[l] = g.Fold(s[l], s[l+h])
		}
	}
	return s[0]
}

// Fold returns a ∘ b: the sum, or b > a ? b : a.
func (g Geometry) Fold(a, b uint32) uint32 {
	x, y := math.Float32frombits(a), math.Float32frombits(b)
	if g.Leaf == LeafLanesMax {
		return math.Float32bits(numeric.Max(y, x))
	}
	return math.Float32bits(numeric.Add(x, y))
}

// Finish returns F + (+0), the element.
func Finish(f uint32) uint32 {
	return math.Float32bits(numeric.Add(math.Float32frombits(f), 0))
}

// Digest returns a partial as MicroStep.Before and Result.Value hold it: a word as its number, lanes as sha256 of their bytes.
func Digest(partial []uint32) [32]byte {
	if len(partial) == 1 {
		return wordValue(partial[0])
	}
	return sha256.Sum256(PutWords(partial))
}

// PutWords returns words as they travel: 4 bytes each, little-endian.
func PutWords(words []uint32) []byte {
	b := make([]byte, 0, 4*len(words))
	for _, w := range words {
		b = binary.LittleEndian.AppendUint32(b, w)
	}
	return b
}

// Words reads what PutWords wrote.
//
// Bounds: len(b) is a multiple of 4; what lies beyond is ignored.
func Words(b []byte) []uint32 {
	words := make([]uint32, len(b)/4)
	for i := range words {
		words[i] = binary.LittleEndian.Uint32(b[4*i:])
	}
	return words
}

// wordValue returns a word as Result.Value holds it.
func wordValue(w uint32) (value [32]byte) {
	binary.BigEndian.PutUint32(value[28:], w)
	return value
}
