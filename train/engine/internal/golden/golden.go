// Package golden gives the tests of every engine the same published runs: testdata/vectors/gpt-tiny.json, whose losses, norms and final
// tensors come from an independent program, and gpt-tiny-states.json, one hash per step, made by the portable engine.
package golden

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/train/program"
)

// Run is a RunSpec, its dataset and what an independent program computed.
type Run struct {
	Schema  string          `json:"schema"`
	About   string          `json:"about"`
	Seed    uint64          `json:"seed"`
	Spec    json.RawMessage `json:"spec"`
	Payload string          `json:"payload"` // hex
	Steps   []struct {
		Loss string `json:"loss"` // bits
		Norm string `json:"norm"`
	} `json:"steps"`
	Tensors []struct { // after those steps
		Section string `json:"section"` // parameter, m, v
		Name    string `json:"name"`
		SHA256  string `json:"sha256"` // of its words, little-endian
	} `json:"tensors"`
	Pow1 string `json:"pow1"`
	Pow2 string `json:"pow2"`
}

// States are the hashes of the same run's states.
type States struct {
	Schema  string   `json:"schema"`
	About   string   `json:"about"`
	Seed    uint64   `json:"seed"`
	Program string   `json:"program"` // sha256 of all descriptors, one after the other
	States  []string `json:"states"`  // entry s: the state after s steps
}

// Tiny reads the run.
func Tiny(t testing.TB, vectors string) (r Run, p *program.Program, payload []byte) {
	t.Helper()
	Read(t, filepath.Join(vectors, "gpt-tiny.json"), &r)
	spec, err := program.ParseSpec(r.Spec)
	if err != nil {
		t.Fatal(err)
	}
	if p, err = program.Compile(spec); err != nil {
		t.Fatal(err)
	}
	if payload, err = hex.DecodeString(strings.TrimPrefix(r.Payload, "0x")); err != nil {
		t.Fatal(err)
	}
	return r, p, payload
}

// Read decodes a vectors file.
func Read(t testing.TB, path string, into any) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err == nil {
		err = json.Unmarshal(b, into)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// TensorHash is SHA-256 of a tensor's words, little-endian.
func TensorHash(tensor []float32) string {
	sum := sha256.Sum256(appendWords(nil, tensor))
	return Hex(sum[:])
}

// WordsHash is TensorHash of words of any type.
func WordsHash(words []uint32) string {
	h := sha256.New()
	for _, w := range words {
		h.Write(binary.LittleEndian.AppendUint32(nil, w))
	}
	return Hex(h.Sum(nil))
}

// StateHash is SHA-256 of the words of all tensors in state order, little-endian, the clock last.
func StateHash(s *program.State) string {
	h := sha256.New()
	for _, tensor := range s.Tensors {
		h.Write(appendWords(nil, tensor))
	}
	h.Write(binary.LittleEndian.AppendUint32(nil, s.Clock))
	return Hex(h.Sum(nil))
}

// ProgramHash is SHA-256 of all descriptors, one after the other.
func ProgramHash(p *program.Program) string {
	h := sha256.New()
	for i := range p.Operators {
		tile := p.Operators[i].Descriptor()
		h.Write(tile[:])
	}
	return Hex(h.Sum(nil))
}

// Hex writes bytes as the vectors do.
func Hex(b []byte) string { return "0x" + hex.EncodeToString(b) }

// Bits writes a float as the vectors do.
func Bits(f float32) string { return Hex(binary.BigEndian.AppendUint32(nil, math.Float32bits(f))) }

func appendWords(b []byte, tensor []float32) []byte {
	for _, f := range tensor {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(f))
	}
	return b
}
