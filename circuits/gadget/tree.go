package gadget

import (
	"math/big"

	"github.com/consensys/gnark/frontend"

	"github.com/commonweight/commonweight/fraudproof/merkle"
)

// Trees as fraudproof/merkle hashes them by Poseidon2, which is the native twin of all here. There are no hints: a root has no second preimage
// in the circuit that it hasn't outside, as long as each word is shown to have 32 bits, which is the caller's duty: seven words make an element.

const (
	tileWords    = merkle.LeafSize / 4
	elementWords = 7
)

// Tile is the leaf of 256 words.
//
// Constraints: 186 for each element from the first on to the last that isn't the constant 0.
func Tile(api frontend.API, words []frontend.Variable) frontend.Variable {
	if len(words) != tileWords {
		panic("gadget: a tile has 256 words")
	}
	var elements []frontend.Variable
	for first := (tileWords - 1) / elementWords * elementWords; first >= 0; first -= elementWords {
		terms := []frontend.Variable{0, 0}
		for i, w := range words[first:min(first+elementWords, tileWords)] {
			terms = append(terms, api.Mul(w, power(32*i)))
		}
		elements = append(elements, api.Add(terms[0], terms[1], terms[2:]...))
	}
	return Absorb(api, 0, elements...)
}

// ListRoot is the root of a list of leaves.
//
// Constraints: 372 per node, and 372.
func ListRoot(api frontend.API, kind merkle.Kind, leaves []frontend.Variable) frontend.Variable {
	nodes := append([]frontend.Variable{}, leaves...)
	for level := range merkle.Depth(uint64(len(leaves))) {
		parents := make([]frontend.Variable, (len(nodes)+1)/2)
		for i := range parents {
			right := constant(merkle.Poseidon2.Padding(level))
			if 2*i+1 < len(nodes) {
				right = nodes[2*i+1]
			}
			parents[i] = Absorb(api, 1, nodes[2*i], right)
		}
		nodes = parents
	}
	return Absorb(api, 2, nodes[0], int(kind)+len(leaves)<<8)
}

// Entry is the leaf of a root in a list of roots.
//
// Constraints: 186.
func Entry(api frontend.API, root frontend.Variable) frontend.Variable { return Absorb(api, 0, root) }

func constant(h merkle.Hash) frontend.Variable { return new(big.Int).SetBytes(h[:]) }

// OpeningRoot is the root of a list of so many leaves in which the leaf has that place: its bits from the lowest on, and the siblings from the leaf
// upwards, one of each per level. A place beyond the list opens padding only.
//
// Constraints: 374 per level, and 372.
//
// Native twin: merkle.Function.Climb.
//
// Soundness: a bit is 0 or 1, so a node is either child; another leaf or place under the same root is a collision of the hash.
func OpeningRoot(api frontend.API, kind merkle.Kind, length int, leaf frontend.Variable, place, siblings []frontend.Variable) frontend.Variable {
	if depth := merkle.Depth(uint64(length)); len(place) != depth || len(siblings) != depth {
		panic("gadget: an opening of another depth")
	}
	node := leaf
	for level, sibling := range siblings {
		api.AssertIsBoolean(place[level])
		left := api.Add(node, api.Mul(place[level], api.Sub(sibling, node)))
		node = Absorb(api, 1, left, api.Sub(api.Add(node, sibling), left))
	}
	return Absorb(api, 2, node, int(kind)+length<<8)
}
