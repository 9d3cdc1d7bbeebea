package merkle

import (
	"errors"
	"fmt"
)

// ErrOpening says that an opening doesn't lead from its leaf to the root. Whoever sent it has shown nothing.
var ErrOpening = errors.New("opening does not lead to the root")

// Position says where a leaf stands. All of it is known to the verifier; nothing of it comes from a prover.
type Position struct {
	Kind   Kind
	Length uint64 // leaves of the list before padding
	Index  uint64
}

// Verify checks that the leaf stands at the position in the list with that root. Siblings go from the leaf upwards.
//
// Errors: ErrOpening, also for an index beyond the list (its padding can't be opened) and for a wrong number of siblings.
func (p Position) Verify(root, leaf Hash, siblings []Hash) error {
	if p.Index >= p.Length {
		return fmt.Errorf("%w: index %d in a list of %d", ErrOpening, p.Index, p.Length)
	}
	if len(siblings) != Depth(p.Length) {
		return fmt.Errorf("%w: %d siblings where a list of %d has %d levels", ErrOpening, len(siblings), p.Length, Depth(p.Length))
	}
	node := Climb(leaf, p.Index, siblings)
	if HashList(node, p.Kind, p.Length) != root {
		return fmt.Errorf("%w: index %d in a list of %d", ErrOpening, p.Index, p.Length)
	}
	return nil
}

// Tree is a list with all its nodes, from which leaves are opened.
type Tree struct {
	kind     Kind
	length   int
	function Function
	levels   [][]Hash // levels[0] are the leaves, the last level is the top; padding is left out
}

// Tree hashes the list on all cores and keeps every node: 64 bytes for each leaf.
func (l List) Tree() *Tree {
	leaves := make([]Hash, l.length)
	l.inGroups(func(_, first, n int) { l.leaves(leaves[first:first+n], first) })
	t := &Tree{kind: l.kind, length: l.length, function: l.function, levels: [][]Hash{leaves}}
	for level := range Depth(uint64(l.length)) {
		nodes := t.levels[level]
		t.levels = append(t.levels, l.function.foldOnce(make([]Hash, (len(nodes)+1)/2), nodes, level))
	}
	return t
}

// Root returns the list's root.
func (t *Tree) Root() Hash {
	top := t.function.Padding(0)
	if t.length > 0 {
		top = t.levels[len(t.levels)-1][0]
	}
	return t.function.List(top, t.kind, uint64(t.length))
}

// Position returns the position of leaf i.
func (t *Tree) Position(i int) Position {
	return Position{Kind: t.kind, Length: uint64(t.length), Index: uint64(i)}
}

// Leaf returns leaf i.
func (t *Tree) Leaf(i int) Hash { return t.levels[0][i] }

// Open returns the siblings of leaf i, from the leaf upwards.
func (t *Tree) Open(i int) []Hash {
	if i < 0 || i >= t.length {
		panic(fmt.Sprintf("merkle: opening %d of a list of %d", i, t.length))
	}
	siblings := make([]Hash, len(t.levels)-1)
	for level := range siblings {
		siblings[level] = t.function.Padding(level)
		if sibling := i>>level ^ 1; sibling < len(t.levels[level]) {
			siblings[level] = t.levels[level][sibling]
		}
	}
	return siblings
}
