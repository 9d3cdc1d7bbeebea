package merkle_test

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/merkle"
)

type vectorCase struct {
	List       string
	Seed       uint64
	G, R, W, N int
	Kind       merkle.Kind
	Length     uint64
	Tree, Root hexHash
	Rounds     []struct {
		Level, Levels int
		Index         uint64
		Nodes         []hexHash
	}
	Openings []struct {
		Index    uint64
		Leaf     hexHash
		Siblings []hexHash
	}
}

type hexHash merkle.Hash

func (h *hexHash) UnmarshalText(text []byte) error {
	_, err := hex.Decode(h[:], []byte(strings.TrimPrefix(string(text), "0x")))
	return err
}

func readVectors(t *testing.T) []vectorCase {
	t.Helper()
	data, err := os.ReadFile("../../testdata/vectors/merkle.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Schema string
		Cases  []vectorCase
	}
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	if file.Schema != "merkle-1" || len(file.Cases) == 0 {
		t.Fatalf("schema %q, %d cases", file.Schema, len(file.Cases))
	}
	return file.Cases
}

func words(seed uint64, n int) []uint32 {
	out := make([]uint32, n)
	for i := range out {
		out[i] = uint32(seed + uint64(i)*2654435761)
	}
	return out
}

func payload(seed uint64, n int) []byte {
	out := make([]byte, n)
	for i, w := range words(seed, n) {
		out[i] = byte(w >> 24)
	}
	return out
}

func roots(seed uint64, n int) []merkle.Hash {
	out := make([]merkle.Hash, n)
	for i := range out {
		out[i] = sha256.Sum256(binary.LittleEndian.AppendUint64(binary.LittleEndian.AppendUint64(nil, seed), uint64(i)))
	}
	return out
}

func (c vectorCase) list(t *testing.T) merkle.List {
	switch c.List {
	case "matrix":
		return merkle.Matrix(words(c.Seed, c.G*c.R*c.W), c.G, c.R, c.W)
	case "vector":
		return merkle.Vector(words(c.Seed, c.N))
	case "dataset":
		return merkle.Dataset(payload(c.Seed, c.N))
	case "roots":
		return merkle.Roots(c.Kind, roots(c.Seed, c.N))
	case "descriptors":
		leaves := make([]merkle.Hash, c.N)
		for i := range leaves {
			var descriptor [merkle.LeafSize]byte
			for j, w := range words(c.Seed, 256*c.N)[256*i:][:256] {
				binary.LittleEndian.PutUint32(descriptor[4*j:], w)
			}
			leaves[i] = merkle.HashLeaf(&descriptor)
		}
		return merkle.Leaves(merkle.KindProgram, leaves)
	}
	t.Fatalf("no list is called %q", c.List)
	return merkle.List{}
}

func TestGoldenVectors(t *testing.T) {
	for _, c := range readVectors(t) {
		list := c.list(t)
		if list.Kind() != c.Kind || uint64(list.Length()) != c.Length {
			t.Errorf("%s %d: kind %d length %d, want %d and %d", c.List, c.Seed, list.Kind(), list.Length(), c.Kind, c.Length)
			continue
		}
		if list.Root() != merkle.Hash(c.Root) {
			t.Errorf("%s %d: root %v, want %v", c.List, c.Seed, list.Root(), merkle.Hash(c.Root))
		}
		tree := list.Tree()
		for _, o := range c.Openings {
			i := int(o.Index)
			if list.Leaf(i) != merkle.Hash(o.Leaf) || tree.Leaf(i) != merkle.Hash(o.Leaf) {
				t.Errorf("%s %d: leaf %d differs", c.List, c.Seed, i)
			}
			siblings := tree.Open(i)
			if len(siblings) != len(o.Siblings) {
				t.Fatalf("%s %d: %d siblings, want %d", c.List, c.Seed, len(siblings), len(o.Siblings))
			}
			for level := range siblings {
				if siblings[level] != merkle.Hash(o.Siblings[level]) {
					t.Errorf("%s %d: sibling of leaf %d at level %d differs", c.List, c.Seed, i, level)
				}
			}
		}
	}
}

// The named roots of a float tensor are the roots of its bits, −0, NaN payloads and subnormals included.
func TestFloatsHashAsBits(t *testing.T) {
	bits := words(7, 3*20*33)
	bits[0], bits[1], bits[2], bits[3] = 0x80000000, 0x7fc00001, 0xff800001, 1
	floats := make([]float32, len(bits))
	for i, b := range bits {
		floats[i] = math.Float32frombits(b)
	}
	if merkle.MatrixRoot(floats, 3, 20, 33) != merkle.MatrixRoot(bits, 3, 20, 33) {
		t.Error("matrix: floats hash differently from their bits")
	}
	if merkle.VectorRoot(floats) != merkle.VectorRoot(bits) {
		t.Error("vector: floats hash differently from their bits")
	}
	bits[0] = 0
	if merkle.MatrixRoot(floats, 3, 20, 33) == merkle.MatrixRoot(bits, 3, 20, 33) {
		t.Error("−0 and +0 hash alike")
	}
}
