package numeric

import (
	"encoding/binary"
	"math"
)

// Tokens describes the batches of a run on text: sample i is the Length tokens from i·Stride on, and the token after them.
//
// Bounds: TokenBytes is 1, 2 or 4; Stride ≥ 1; the payload has at least Length + 1 tokens.
type Tokens struct {
	Batch, Length, Stride int
	Seed                  uint64
	Vocabulary            uint32
	TokenBytes            int
}

// Samples is the number of samples of a payload, 0 if it is too short.
func (t Tokens) Samples(payload []byte) uint64 {
	tokens := len(payload) / t.TokenBytes
	if tokens < t.Length+1 {
		return 0
	}
	return uint64((tokens-t.Length-1)/t.Stride + 1)
}

// LoadTokens reads the batch of the step that the clock names: word n is token n mod T of the sample at position clock·B + n div T of the
// run; with later = 1 the token after it. A token that is not below the vocabulary counts as 0.
//
// Shapes: dst [B·T].
//
// Bounds: later ≤ 1; Samples(payload) ≥ 1.
func LoadTokens(dst []uint32, payload []byte, clock uint32, t Tokens, later int) {
	samples := t.Samples(payload)
	for b := range t.Batch {
		sample := SampleIndex(t.Seed, uint64(clock)*uint64(t.Batch)+uint64(b), samples)
		first := int(sample)*t.Stride + later
		for i := range t.Length {
			word := token(payload[(first+i)*t.TokenBytes:], t.TokenBytes)
			dst[b*t.Length+i] = below(word, t.Vocabulary)
		}
	}
}

// token reads one little-endian token.
func token(b []byte, bytes int) uint32 {
	switch bytes {
	case 1:
		return uint32(b[0])
	case 2:
		return uint32(binary.LittleEndian.Uint16(b))
	default:
		return binary.LittleEndian.Uint32(b)
	}
}

// below returns word, or 0 if it is not below the limit.
func below(word, limit uint32) uint32 {
	if word >= limit {
		return 0
	}
	return word
}

// Records describes the batches of a run on tabular data: a record is Features float32 words and one label word, little-endian.
//
// Bounds: Features ≥ 1.
type Records struct {
	Batch, Features int
	Seed            uint64
	Classes         uint32
}

func (r Records) bytes() int { return 4 * (r.Features + 1) }

// Samples is the number of whole records of a payload.
func (r Records) Samples(payload []byte) uint64 { return uint64(len(payload) / r.bytes()) }

// record returns the bytes of sample b of the step's batch.
func (r Records) record(payload []byte, clock uint32, b int) []byte {
	sample := SampleIndex(r.Seed, uint64(clock)*uint64(r.Batch)+uint64(b), r.Samples(payload))
	return payload[int(sample)*r.bytes():][:r.bytes()]
}

// LoadFeatures reads the features of the step's batch; any NaN becomes the one NaN.
//
// Shapes: dst [B, Features].
//
// Bounds: Samples(payload) ≥ 1.
func LoadFeatures(dst []float32, payload []byte, clock uint32, r Records) {
	for b := range r.Batch {
		record := r.record(payload, clock, b)
		for i := range r.Features {
			dst[b*r.Features+i] = Canonical(math.Float32frombits(binary.LittleEndian.Uint32(record[4*i:])))
		}
	}
}

// LoadLabels reads the labels of the step's batch; a label that is not below the number of classes counts as 0.
//
// Shapes: dst [B].
//
// Bounds: Samples(payload) ≥ 1.
func LoadLabels(dst []uint32, payload []byte, clock uint32, r Records) {
	for b := range r.Batch {
		dst[b] = below(binary.LittleEndian.Uint32(r.record(payload, clock, b)[4*r.Features:]), r.Classes)
	}
}
