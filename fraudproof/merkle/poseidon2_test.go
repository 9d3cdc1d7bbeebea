package merkle_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"testing"

	"github.com/consensys/gnark-crypto/ecc/bn254/fr"
	"github.com/consensys/gnark-crypto/ecc/bn254/fr/poseidon2"

	"github.com/commonweight/commonweight/fraudproof/merkle"
)

var update = flag.Bool("update", false, "write the vectors")

// poseidonVectors are read by the circuits and the contracts.
type poseidonVectors struct {
	Schema      string            `json:"schema"`
	Seed        uint64            `json:"seed"`
	Rules       map[string]string `json:"rules"`
	FullRounds  int               `json:"full_rounds"`
	PartRounds  int               `json:"partial_rounds"`
	RoundKeys   [][]hexHash       `json:"round_keys"`
	Permutation []permutationCase `json:"permutation"`
	Hashes      []hashCase        `json:"hashes"`
	Lists       []listCase        `json:"lists"`
}

type permutationCase struct {
	In  [2]hexHash `json:"in"`
	Out [2]hexHash `json:"out"`
}

type hashCase struct {
	Sort   string      `json:"sort"`
	Of     []hexHash   `json:"of"`
	Kind   merkle.Kind `json:"kind,omitempty"`
	Length uint64      `json:"length,omitempty"`
	Hash   hexHash     `json:"hash"`
}

type listCase struct {
	List    string    `json:"list"`
	Seed    uint64    `json:"seed"`
	N       int       `json:"n"`
	Root    hexHash   `json:"root"`
	Index   int       `json:"index"`
	Leaf    hexHash   `json:"leaf"`
	Opening []hexHash `json:"opening"`
}

// MarshalText writes a hash as the other vectors do.
func (h hexHash) MarshalText() ([]byte, error) { return []byte(merkle.Hash(h).String()), nil }

func hexed(hashes ...merkle.Hash) []hexHash {
	out := []hexHash{}
	for _, h := range hashes {
		out = append(out, hexHash(h))
	}
	return out
}

// residue is some field element.
func residue(n uint64) merkle.Hash {
	e := fr.NewElement(n)
	e.Square(&e).Square(&e).Square(&e).Square(&e)
	return e.Bytes()
}

func makePoseidonVectors() poseidonVectors {
	p := poseidon2.GetDefaultParameters()
	v := poseidonVectors{
		Schema: "poseidon2-1", Seed: 1, FullRounds: p.NbFullRounds, PartRounds: p.NbPartialRounds,
		Rules: map[string]string{
			"hash":   "32 bytes, big-endian, below the order of BN254's scalar field",
			"absorb": "s = 0; for the tag and then each element x: s = P(s, x)[1] + x",
			"pack":   "28 bytes little-endian in an element",
			"leaf":   "tag 0, then the elements of 1024 bytes from the last to the first",
			"entry":  "tag 0, root", "node": "tag 1, left, right", "list": "tag 2, tree, kind + 256·length",
			"words": "as in merkle.json: a vector of n words, or a dataset of n bytes",
		},
	}
	for _, round := range p.RoundKeys {
		var keys []hexHash
		for _, k := range round {
			keys = append(keys, k.Bytes())
		}
		v.RoundKeys = append(v.RoundKeys, keys)
	}
	for n := range uint64(3) {
		c := permutationCase{In: [2]hexHash{hexHash(residue(n)), hexHash(residue(n + 77))}}
		var lanes [2]fr.Element
		lanes[0].SetBytes(c.In[0][:])
		lanes[1].SetBytes(c.In[1][:])
		if err := poseidon2.NewDefaultPermutation().Permutation(lanes[:]); err != nil {
			panic(err)
		}
		c.Out = [2]hexHash{lanes[0].Bytes(), lanes[1].Bytes()}
		v.Permutation = append(v.Permutation, c)
	}
	a, b, h := residue(5), residue(6), merkle.Poseidon2
	v.Hashes = []hashCase{
		{Sort: "entry", Of: hexed(a), Hash: hexHash(h.Entry(a))},
		{Sort: "node", Of: hexed(a, b), Hash: hexHash(h.Node(a, b))},
		{Sort: "node", Of: hexed(b, a), Hash: hexHash(h.Node(b, a))},
		{Sort: "list", Of: hexed(a), Kind: merkle.KindState, Length: 6, Hash: hexHash(h.List(a, merkle.KindState, 6))},
		{Sort: "padding", Of: hexed(), Length: 3, Hash: hexHash(h.Padding(3))},
	}
	for _, c := range []listCase{{List: "vector", Seed: 1, N: 1}, {List: "vector", Seed: 2, N: 700}, {List: "dataset", Seed: 3, N: 5000}} {
		list := merkle.Vector(words(c.Seed, c.N))
		if c.List == "dataset" {
			list = merkle.Dataset(payload(c.Seed, c.N))
		}
		tree := list.By(h).Tree()
		c.Index = list.Length() - 1
		c.Root, c.Leaf, c.Opening = hexHash(tree.Root()), hexHash(tree.Leaf(c.Index)), hexed(tree.Open(c.Index)...)
		v.Lists = append(v.Lists, c)
	}
	return v
}

func TestPoseidon2Vectors(t *testing.T) {
	const path = "../../testdata/vectors/poseidon2.json"
	want, err := json.MarshalIndent(makePoseidonVectors(), "", " ")
	if err != nil {
		t.Fatal(err)
	}
	want = append(want, '\n')
	if *update {
		if err := os.WriteFile(path, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is not what go generate writes", path)
	}
}

// A leaf is gnark's Merkle–Damgård hash of the same elements.
func TestPoseidon2LeafIsGnarks(t *testing.T) {
	var data [merkle.LeafSize]byte
	copy(data[:], payload(9, merkle.LeafSize))
	h := poseidon2.NewMerkleDamgardHasher()
	write := func(b []byte) {
		var wide [32]byte
		for i, x := range b {
			wide[31-i] = x
		}
		if _, err := h.Write(wide[:]); err != nil {
			t.Fatal(err)
		}
	}
	write(nil)
	for first := 36 * 28; first >= 0; first -= 28 {
		write(data[first:min(first+28, len(data))])
	}
	if got := merkle.Poseidon2.Leaf(&data); !bytes.Equal(got[:], h.Sum(nil)) {
		t.Errorf("a leaf is %v, gnark's hash %x", got, h.Sum(nil))
	}
}

func TestPoseidon2Openings(t *testing.T) {
	h := merkle.Poseidon2
	for _, n := range []int{1, 2, 5, 16, 21} {
		list := merkle.Vector(words(4, 256*n)).By(h)
		tree := list.Tree()
		if tree.Root() != list.Root() || list.Root() == merkle.Vector(words(4, 256*n)).Root() {
			t.Errorf("%d tiles: roots %v and %v", n, tree.Root(), list.Root())
		}
		for i := range n {
			at, leaf, siblings := tree.Position(i), tree.Leaf(i), tree.Open(i)
			if err := h.Verify(at, list.Root(), leaf, siblings); err != nil {
				t.Errorf("tile %d of %d: %v", i, n, err)
			}
			if merkle.SHA256.Verify(at, list.Root(), leaf, siblings) == nil {
				t.Errorf("tile %d of %d opens by another hash", i, n)
			}
			leaf[31] ^= 1
			if err := h.Verify(at, list.Root(), leaf, siblings); !errors.Is(err, merkle.ErrOpening) {
				t.Errorf("tile %d of %d changed: %v", i, n, err)
			}
		}
	}
	// The same element written another way is refused.
	tree := merkle.Vector(words(4, 512)).By(h).Tree()
	siblings := tree.Open(0)
	modulus := fr.Modulus().FillBytes(make([]byte, 32))
	carry := 0
	for i := 31; i >= 0; i-- {
		carry += int(siblings[0][i]) + int(modulus[i])
		siblings[0][i], carry = byte(carry), carry>>8
	}
	if carry == 0 {
		if err := h.Verify(tree.Position(0), tree.Root(), tree.Leaf(0), siblings); !errors.Is(err, merkle.ErrOpening) {
			t.Errorf("a sibling above the order: %v", err)
		}
	}
}
