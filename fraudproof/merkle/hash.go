package merkle

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"math/bits"
)

// Hash is the root of a list, or a node or leaf on the way to one.
type Hash [sha256.Size]byte

// String returns the hash as 0x and 64 hex digits.
func (h Hash) String() string { return "0x" + hex.EncodeToString(h[:]) }

// Kind says what a list holds. It is hashed into the list's root, so a root of one kind can't stand for another.
type Kind byte

// The kinds of lists. Steps are the state roots of a window, a trace is the outputs of one step.
const (
	KindTensor Kind = 1 + iota
	KindState
	KindSteps
	KindTrace
	KindProgram
	KindDataset
)

// LeafSize is the bytes of a tile: 256 words.
const LeafSize = 1024

const (
	tagLeaf byte = iota
	tagNode
	tagList
)

// HashLeaf returns the leaf of a tile, a piece of a dataset or an operator descriptor.
func HashLeaf(data *[LeafSize]byte) Hash {
	tagged := newLeaf()
	copy(tagged[:], data[:])
	return tagged.hash()
}

// HashEntry returns the leaf of a root in a list of roots.
func HashEntry(root Hash) Hash {
	var tagged [len(root) + 1]byte
	copy(tagged[:], root[:])
	tagged[len(root)] = tagLeaf
	return sha256.Sum256(tagged[:])
}

// HashNode returns the parent of two neighbours.
func HashNode(left, right Hash) Hash {
	var tagged [2*len(left) + 1]byte
	copy(tagged[:], left[:])
	copy(tagged[len(left):], right[:])
	tagged[2*len(left)] = tagNode
	return sha256.Sum256(tagged[:])
}

// HashList returns the root of a list from the top of its tree. Length counts leaves before padding.
func HashList(tree Hash, kind Kind, length uint64) Hash {
	var tagged [len(tree) + 1 + 8 + 1]byte
	copy(tagged[:], tree[:])
	tagged[len(tree)] = byte(kind)
	binary.LittleEndian.PutUint64(tagged[len(tree)+1:], length)
	tagged[len(tagged)-1] = tagList
	return sha256.Sum256(tagged[:])
}

// Depth returns the levels between the leaves and the top of the tree of a list of that length.
func Depth(length uint64) int {
	if length <= 1 {
		return 0
	}
	return bits.Len64(length - 1)
}

// padding[k] is the node at level k above padding leaves only.
var padding = func() (nodes [65]Hash) {
	for k := range len(nodes) - 1 {
		nodes[k+1] = HashNode(nodes[k], nodes[k])
	}
	return nodes
}()
