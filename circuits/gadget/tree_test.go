package gadget

import (
	"encoding/binary"
	"math/rand/v2"
	"testing"

	"github.com/consensys/gnark-crypto/ecc"
	"github.com/consensys/gnark/frontend"
	"github.com/consensys/gnark/frontend/cs/r1cs"

	"github.com/commonweight/commonweight/fraudproof/merkle"
)

// forest is a list of vectors, each of a few tiles, as a state is.
type forest struct {
	Words [][]frontend.Variable
	Root  frontend.Variable `gnark:",public"`
}

func (f *forest) Define(api frontend.API) error {
	var entries []frontend.Variable
	for _, words := range f.Words {
		var leaves []frontend.Variable
		for first := 0; first < len(words); first += tileWords {
			tile := make([]frontend.Variable, tileWords)
			for i := range tile {
				tile[i] = 0
				if first+i < len(words) {
					tile[i] = words[first+i]
				}
			}
			leaves = append(leaves, Tile(api, tile))
		}
		entries = append(entries, Entry(api, ListRoot(api, merkle.KindTensor, leaves)))
	}
	api.AssertIsEqual(f.Root, ListRoot(api, merkle.KindState, entries))
	return nil
}

func TestTreesAreTheirTwin(t *testing.T) {
	sizes := []int{1, 7, 8, 255, 256, 257, 700}
	empty, full := &forest{}, &forest{}
	r := rand.New(rand.NewPCG(3, 1))
	var roots []merkle.Hash
	for _, n := range sizes {
		words := make([]uint32, n)
		given := make([]frontend.Variable, n)
		for i := range words {
			words[i] = r.Uint32()
			given[i] = words[i]
		}
		roots = append(roots, merkle.Vector(words).By(merkle.Poseidon2).Root())
		empty.Words, full.Words = append(empty.Words, make([]frontend.Variable, n)), append(full.Words, given)
	}
	root := merkle.Poseidon2.ListRoot(merkle.KindState, roots)
	full.Root = root[:]
	system, err := frontend.Compile(ecc.BN254.ScalarField(), r1cs.NewBuilder, empty)
	if err != nil {
		t.Fatal(err)
	}
	solves := func() error {
		w, err := frontend.NewWitness(full, ecc.BN254.ScalarField())
		if err != nil {
			t.Fatal(err)
		}
		return system.IsSolved(w)
	}
	if err := solves(); err != nil {
		t.Error(err)
	}
	binary.BigEndian.PutUint64(root[24:], binary.BigEndian.Uint64(root[24:])^1)
	if full.Root = root[:]; solves() == nil {
		t.Error("another root is accepted")
	}
}

// opened is the opening of one leaf.
type opened struct {
	Leaf            frontend.Variable
	Place, Siblings []frontend.Variable
	Root            frontend.Variable `gnark:",public"`
	length          int
}

func (o *opened) Define(api frontend.API) error {
	api.AssertIsEqual(o.Root, OpeningRoot(api, merkle.KindTensor, o.length, o.Leaf, o.Place, o.Siblings))
	return nil
}

func TestOpeningsAreTheirTwin(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 1))
	for _, tiles := range []int{1, 2, 5, 16} {
		words := make([]uint32, 256*tiles)
		for i := range words {
			words[i] = r.Uint32()
		}
		tree := merkle.Vector(words).By(merkle.Poseidon2).Tree()
		depth := merkle.Depth(uint64(tiles))
		system, err := frontend.Compile(ecc.BN254.ScalarField(), r1cs.NewBuilder, &opened{
			Place: make([]frontend.Variable, depth), Siblings: make([]frontend.Variable, depth), length: tiles,
		})
		if err != nil {
			t.Fatal(err)
		}
		solves := func(i, place int, change byte) bool {
			leaf, root := tree.Leaf(i), tree.Root()
			leaf[31] ^= change
			o := &opened{Leaf: leaf[:], Root: root[:]}
			for level, sibling := range tree.Open(i) {
				o.Place, o.Siblings = append(o.Place, place>>level&1), append(o.Siblings, sibling[:])
			}
			w, err := frontend.NewWitness(o, ecc.BN254.ScalarField())
			if err != nil {
				t.Fatal(err)
			}
			return system.IsSolved(w) == nil
		}
		for i := range tiles {
			if !solves(i, i, 0) {
				t.Errorf("leaf %d of %d doesn't open", i, tiles)
			}
			if solves(i, i, 1) {
				t.Errorf("leaf %d of %d opens with another bit", i, tiles)
			}
			if tiles > 1 && solves(i, i^1, 0) {
				t.Errorf("leaf %d of %d opens at another place", i, tiles)
			}
		}
	}
}
