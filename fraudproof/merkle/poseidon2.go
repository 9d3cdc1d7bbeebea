package merkle

import (
	"slices"
	"sync"

	"github.com/consensys/gnark-crypto/ecc/bn254/fr"
	"github.com/consensys/gnark-crypto/ecc/bn254/fr/poseidon2"
)

// packed is how many bytes of data make one field element.
const packed = 28

// permutation is Poseidon2 over BN254's scalar field: width 2, 6 full and 50 partial rounds, x⁵.
//
// Source: Grassi, Khovratovich and Schofnegger, "Poseidon2: A Faster Version of the Poseidon Hash Function", 2023; the round keys are gnark's.
var permutation = poseidon2.NewDefaultPermutation()

// absorb hashes field elements behind their tag, one permutation each: s = 0; for each x, s = P(s, x)[1] + x. The state behind the tag is a
// constant.
func absorb(tag byte, elements ...fr.Element) Hash {
	state := tagged()[tag]
	for i := range elements {
		state = compress(state, elements[i])
	}
	return state.Bytes()
}

// tagged are the states behind the tags.
var tagged = sync.OnceValue(func() (states [tagList + 1]fr.Element) {
	for tag := range states {
		states[tag] = compress(fr.Element{}, fr.NewElement(uint64(tag)))
	}
	return states
})

func compress(state, x fr.Element) fr.Element {
	lanes := [2]fr.Element{state, x}
	if permutation.Permutation(lanes[:]) != nil {
		panic("merkle: poseidon2 has width 2")
	}
	return *state.Add(&lanes[1], &x)
}

// element reads a node, root or leaf. One that is no field element is refused by Verify; here it stands for its residue.
func element(h Hash) (e fr.Element) {
	e.SetBytes(h[:])
	return e
}

// Canonical says that a hash is a field element written the one way there is, big-endian.
func (f Function) Canonical(h Hash) bool {
	if f != Poseidon2 {
		return true
	}
	var e fr.Element
	return e.SetBytesCanonical(h[:]) == nil
}

// pack packs bytes into elements, 28 little-endian in each.
func pack(data []byte) []fr.Element {
	elements := make([]fr.Element, 0, tiles(len(data), packed)+1)
	for ; len(data) > 0; data = data[min(packed, len(data)):] {
		var wide [fr.Bytes]byte
		for i, b := range data[:min(packed, len(data))] {
			wide[fr.Bytes-1-i] = b
		}
		var e fr.Element
		elements = append(elements, *e.SetBytes(wide[:]))
	}
	return elements
}

// poseidonLeaf takes in the last element first: most tiles of small models end in zeros, and the state after those is then a constant, which
// costs a circuit nothing.
func poseidonLeaf(data []byte) Hash {
	elements := pack(data)
	slices.Reverse(elements)
	return absorb(tagLeaf, elements...)
}

func poseidonList(tree Hash, kind Kind, length uint64) Hash {
	var counted fr.Element
	counted.SetUint64(length)
	shift := fr.NewElement(1 << 8)
	counted.Mul(&counted, &shift)
	kindElement := fr.NewElement(uint64(kind))
	counted.Add(&counted, &kindElement)
	return absorb(tagList, element(tree), counted)
}
