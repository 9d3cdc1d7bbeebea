package merkle

import (
	"fmt"
	"sync"
)

// Function is the hash that a run's trees are made with; 0 is invalid. The functions of this package that take none are SHA-256's.
type Function uint8

// The functions. Poseidon2 is for small runs with step proofs: a permutation of it is some 200 constraints, a block of SHA-256 some 27,000.
const (
	SHA256 Function = 1 + iota
	Poseidon2
)

// String returns the function's name in a RunSpec.
func (f Function) String() string {
	switch f {
	case SHA256:
		return "sha256"
	case Poseidon2:
		return "poseidon2"
	}
	return "invalid"
}

// FunctionNamed returns the function with the name.
func FunctionNamed(name string) (f Function, ok bool) {
	for _, f := range []Function{SHA256, Poseidon2} {
		if f.String() == name {
			return f, true
		}
	}
	return 0, false
}

// Leaf returns the leaf of a tile, a piece of a dataset or an operator descriptor.
func (f Function) Leaf(data *[LeafSize]byte) Hash {
	if f.isPoseidon2() {
		return poseidonLeaf(data[:])
	}
	return HashLeaf(data)
}

// Entry returns the leaf of a root in a list of roots.
func (f Function) Entry(root Hash) Hash {
	if f.isPoseidon2() {
		return absorb(tagLeaf, element(root))
	}
	return HashEntry(root)
}

// Node returns the parent of two neighbours.
func (f Function) Node(left, right Hash) Hash {
	if f.isPoseidon2() {
		return absorb(tagNode, element(left), element(right))
	}
	return HashNode(left, right)
}

// List returns the root of a list from the top of its tree. Length counts leaves before padding.
func (f Function) List(tree Hash, kind Kind, length uint64) Hash {
	if f.isPoseidon2() {
		return poseidonList(tree, kind, length)
	}
	return HashList(tree, kind, length)
}

// Padding returns the node that many levels above padding leaves only.
//
// Bounds: level ≤ 64.
func (f Function) Padding(level int) Hash {
	if f.isPoseidon2() {
		return poseidonPadding()[level]
	}
	return padding[level]
}

// Climb returns the node above a leaf or node; see the function Climb.
func (f Function) Climb(from Hash, index uint64, siblings []Hash) Hash {
	for level, sibling := range siblings {
		if index>>level&1 == 0 {
			from = f.Node(from, sibling)
		} else {
			from = f.Node(sibling, from)
		}
	}
	return from
}

// Verify checks an opening; see Position.Verify.
//
// Errors: ErrOpening, also for siblings that are no field elements where the function's hashes are.
func (f Function) Verify(at Position, root, leaf Hash, siblings []Hash) error {
	if !f.isPoseidon2() {
		return at.Verify(root, leaf, siblings)
	}
	if at.Index >= at.Length || len(siblings) != Depth(at.Length) {
		return fmt.Errorf("%w: index %d with %d siblings in a list of %d", ErrOpening, at.Index, len(siblings), at.Length)
	}
	for _, h := range append([]Hash{root, leaf}, siblings...) {
		if !f.Canonical(h) {
			return fmt.Errorf("%w: %v is no field element", ErrOpening, h)
		}
	}
	if f.List(f.Climb(leaf, at.Index, siblings), at.Kind, at.Length) != root {
		return fmt.Errorf("%w: index %d in a list of %d", ErrOpening, at.Index, at.Length)
	}
	return nil
}

// ListRoot returns the root of a list of roots.
func (f Function) ListRoot(kind Kind, roots []Hash) Hash { return Roots(kind, roots).By(f).Root() }

// DatasetRoot returns the root of a payload.
func (f Function) DatasetRoot(payload []byte) Hash { return Dataset(payload).By(f).Root() }

// By returns the same list with its leaves, nodes and root hashed by another function. Leaves that were hashed already (Leaves) stay as they are.
func (l List) By(f Function) List {
	f.isPoseidon2()
	l.function = f
	return l
}

// isPoseidon2 panics for what is no function.
func (f Function) isPoseidon2() bool {
	if f != SHA256 && f != Poseidon2 {
		panic(fmt.Sprintf("merkle: no hash function %d", f))
	}
	return f == Poseidon2
}

// poseidonPadding is padding by Poseidon2, made when it is first needed.
var poseidonPadding = sync.OnceValue(func() *[65]Hash {
	nodes := new([65]Hash)
	for k := range len(nodes) - 1 {
		nodes[k+1] = Poseidon2.Node(nodes[k], nodes[k])
	}
	return nodes
})
