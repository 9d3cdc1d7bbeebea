package merkle

import (
	"crypto/sha256"
	"encoding/binary"
)

//go:generate go run ../../train/engine/cpu/internal/asm/sha256 -out sha256_amd64.s -stubs sha256_amd64.go -pkg merkle

const (
	shaBlock   = 64
	leafBlocks = 17 // of a tagged leaf: 1025 bytes, the padding and the length
	nodeBlocks = 2
)

// taggedLeaf is a leaf with room for its tag and for what SHA-256 adds to a message, so that hashing needs no second copy.
type taggedLeaf [leafBlocks * shaBlock]byte

// taggedNode is the same for a node.
type taggedNode [nodeBlocks * shaBlock]byte

// newLeaf returns a leaf of which only the data is missing.
func newLeaf() (t taggedLeaf) {
	pad(t[:], LeafSize, tagLeaf)
	return t
}

// newNode returns a node of which only the children are missing.
func newNode() (t taggedNode) {
	pad(t[:], 2*sha256.Size, tagNode)
	return t
}

// join puts the children in place.
func (t *taggedNode) join(left, right Hash) {
	copy(t[:], left[:])
	copy(t[len(left):], right[:])
}

// pad puts the tag behind n bytes of data, and behind it SHA-256's own padding: one bit, zeros, the length in bits.
//
// Source: FIPS 180-4, 5.1.1.
func pad(message []byte, n int, tag byte) {
	message[n], message[n+1] = tag, 0x80
	binary.BigEndian.PutUint64(message[len(message)-8:], uint64(8*(n+1)))
}

func (t *taggedLeaf) hash() Hash { return sha256.Sum256(t[:LeafSize+1]) }

func (t *taggedNode) hash() Hash { return sha256.Sum256(t[:2*sha256.Size+1]) }

// twoAtOnce: the processor hashes two messages in little more than the time of one.
var twoAtOnce = hasSHA()

// hashLeaves returns the hashes of two leaves.
func hashLeaves(a, b *taggedLeaf) (hashes [2]Hash) {
	if !twoAtOnce {
		return [2]Hash{a.hash(), b.hash()}
	}
	hashPair(&hashes[0][0], &a[0], &b[0], leafBlocks)
	return hashes
}

// hashNodes returns the hashes of two nodes.
func hashNodes(a, b *taggedNode) (hashes [2]Hash) {
	if !twoAtOnce {
		return [2]Hash{a.hash(), b.hash()}
	}
	hashPair(&hashes[0][0], &a[0], &b[0], nodeBlocks)
	return hashes
}
