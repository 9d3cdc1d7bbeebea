package numeric

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden vectors again")

const vectorFolder = "../../testdata/vectors"

// words is a run of 32-bit words, in JSON one hex string of eight digits per word.
type words []uint32

func (w words) MarshalJSON() ([]byte, error) {
	var b []byte
	for _, x := range w {
		b = binary.BigEndian.AppendUint32(b, x)
	}
	return json.Marshal("0x" + hex.EncodeToString(b))
}

func (w *words) UnmarshalJSON(text []byte) error {
	var s string
	if err := json.Unmarshal(text, &s); err != nil {
		return err
	}
	b, err := hex.DecodeString(strings.TrimPrefix(s, "0x"))
	if err != nil || len(b)%4 != 0 {
		return fmt.Errorf("%d bytes of hex are no words: %w", len(b), err)
	}
	*w = make(words, len(b)/4)
	for i := range *w {
		(*w)[i] = binary.BigEndian.Uint32(b[4*i:])
	}
	return nil
}

func (w words) floats() []float32 {
	f := make([]float32, len(w))
	for i, x := range w {
		f[i] = math.Float32frombits(x)
	}
	return f
}

func bitsOf(f []float32) words {
	w := make(words, len(f))
	for i, x := range f {
		w[i] = math.Float32bits(x)
	}
	return w
}

// file is the head of every vector file.
type file struct {
	Schema string `json:"schema"`
	About  string `json:"about"`
	Seed   uint64 `json:"seed"`
}

// vectorFile reads a vector file, writing it first if -update is set; made is what it should hold.
func vectorFile[T any](t *testing.T, name string, made T) T {
	t.Helper()
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	if err := encoder.Encode(made); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(vectorFolder, name)
	if *update {
		if err := os.WriteFile(path, text.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	committed, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var read T
	if err := json.Unmarshal(committed, &read); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if !bytes.Equal(committed, text.Bytes()) {
		t.Errorf("%s differs from what its generator makes: a change of bits, or run go generate", name)
	}
	return read
}

// stream is a deterministic source of words for vectors and fuzz tests.
type stream struct {
	key   uint64
	block uint64
	left  []uint32
}

func newStream(seed uint64) *stream { return &stream{key: seed} }

func (s *stream) word() uint32 {
	if len(s.left) == 0 {
		next := Philox([4]uint32{uint32(s.block), uint32(s.block >> 32)}, [2]uint32{uint32(s.key), uint32(s.key >> 32)})
		s.left = next[:]
		s.block++
	}
	w := s.left[0]
	s.left = s.left[1:]
	return w
}

// below returns a number in [0, n).
func (s *stream) below(n int) int { return int(uint64(s.word()) * uint64(n) >> 32) }

// kind is a distribution of words.
type kind func(s *stream) uint32

// ordinary numbers have exponents from −8 to 8, so that the order of additions shows.
func ordinary(s *stream) uint32 {
	return s.word()&(signBit|0x7fffff) | uint32(119+s.below(17))<<23
}

// adversarial numbers are anything: subnormal, huge, ±0, ±Inf, NaN of any payload.
func adversarial(s *stream) uint32 {
	switch s.below(16) {
	case 0:
		return special[s.below(len(special))]
	case 1:
		return s.word() & (signBit | 0x7fffff) // subnormal
	case 2:
		return s.word()
	default:
		return ordinary(s)
	}
}

// finite numbers are adversarial without Inf and NaN, and their sums stay finite.
func finite(s *stream) uint32 {
	for {
		if w := adversarial(s); w>>23&0xff < 180 {
			return w
		}
	}
}

// tiny numbers have products below the least subnormal number, most of them with one sign: they tell a final +0 from none.
func tiny(s *stream) uint32 { return s.word()&0x7fffff | uint32(20+s.below(8))<<23 }

// special words: the ends of every range of binary32.
var special = []uint32{
	0x00000000, 0x80000000, // ±0
	0x00000001, 0x80000001, 0x00000002, 0x00400000, 0x007fffff, 0x807fffff, // subnormal
	0x00800000, 0x80800000, 0x00800001, 0x01000000, // least normal
	0x33800000, 0x34000000, 0x3effffff, 0x3f000000, // around ½ ulp, ulp, ½
	0x3f7fffff, 0x3f800000, 0xbf800000, 0x3f800001, 0x3fc00000, 0x40000000, 0x40490fdb, // around 1
	0x4b000000, 0x4b800000, 0xcb800000, 0x4b7fffff, 0x4f000000, // 2²³, ±2²⁴, 2²⁴−1, 2³¹
	0x7f000000, 0x7f7fffff, 0xff7fffff, // greatest
	0x7f800000, 0xff800000, // ±Inf
	0x7fc00000, 0xffc00000, 0x7f800001, 0xffffffff, // NaN
}

func (s *stream) words(n int, k kind) words {
	w := make(words, n)
	for i := range w {
		w[i] = k(s)
	}
	return w
}

func (s *stream) floats(n int, k kind) []float32 { return s.words(n, k).floats() }

// sameBits reports the first word that differs.
func sameBits(t *testing.T, what string, got, want []float32) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s: %d words, want %d", what, len(got), len(want))
	}
	for i := range got {
		if a, b := math.Float32bits(got[i]), math.Float32bits(want[i]); a != b {
			t.Fatalf("%s: word %d is %08x (%v), want %08x (%v)", what, i, a, got[i], b, want[i])
		}
	}
}
