package merkle

import "fmt"

// A list is opened from its top in rounds. Each shows the nodes some levels below one node: FirstLevels levels below the top, then four
// below the node that differs. The shown nodes hash to the node above them by Fold.

// RoundLevels is how many levels every opening but the first shows: 16 nodes.
const RoundLevels = 4

// FirstLevels returns how many levels the first opening of a list shows: depth mod 4, 4 if that is 0, 0 for a list of one leaf.
func FirstLevels(length uint64) int {
	depth := Depth(length)
	if depth == 0 {
		return 0
	}
	return (depth-1)%RoundLevels + 1
}

// Rounds returns the number of openings from the top of a list to its leaves; a list of one leaf needs none.
func Rounds(length uint64) int { return (Depth(length) + RoundLevels - 1) / RoundLevels }

// Fold returns the node above 2, 4, 8 … neighbours; one node is its own.
//
// Bounds: a power of two; panics otherwise.
func Fold(nodes []Hash) Hash { return SHA256.Fold(nodes) }

// Fold returns the node above neighbours; see the function Fold.
func (f Function) Fold(nodes []Hash) Hash {
	if len(nodes) == 0 || len(nodes)&(len(nodes)-1) != 0 {
		panic(fmt.Sprintf("merkle: folding %d nodes", len(nodes)))
	}
	row := append([]Hash(nil), nodes...)
	for len(row) > 1 {
		row = f.foldOnce(row, row, 0)
	}
	return row[0]
}

// Climb returns the node above a leaf or node, as many levels up as there are siblings. Index is its place in its own level.
func Climb(from Hash, index uint64, siblings []Hash) Hash { return SHA256.Climb(from, index, siblings) }

// Padding returns the node that many levels above padding leaves only.
//
// Bounds: level ≤ 64.
func Padding(level int) Hash { return padding[level] }

// Padded says whether those of the shown nodes that cover padding leaves only are what they must be. First is the index of the first node
// in its level, which lies that many levels above the leaves.
//
// Bounds: level ≤ 63.
func Padded(nodes []Hash, first uint64, level int, length uint64) bool {
	return SHA256.Padded(nodes, first, level, length)
}

// Padded says whether shown nodes above padding leaves are what they must be; see the function Padded.
func (f Function) Padded(nodes []Hash, first uint64, level int, length uint64) bool {
	real := uint64(0)
	if length > 0 {
		real = (length-1)>>level + 1
	}
	for i, node := range nodes {
		if first+uint64(i) >= real && node != f.Padding(level) {
			return false
		}
	}
	return true
}

// Show returns the 2^levels nodes below node `index` of the level, padding included: what an opening shows. Level 0 are the leaves.
//
// Bounds: the node is in the tree and has that many levels below it; panics otherwise.
func (t *Tree) Show(level int, index uint64, levels int) []Hash {
	if depth := Depth(uint64(t.length)); level > depth || levels > level || index>>(depth-level) != 0 {
		panic(fmt.Sprintf("merkle: %d levels below node %d of level %d in a list of %d", levels, index, level, t.length))
	}
	nodes := make([]Hash, 1<<levels)
	first := index << levels
	for i := range nodes {
		nodes[i] = t.node(level-levels, first+uint64(i))
	}
	return nodes
}

// Path returns the siblings of leaf i from the leaf upwards, below the given level: what leads from the leaf to its node there. It is Open
// where the level is the tree's depth.
//
// Bounds: i < Length, level ≤ depth; panics otherwise.
func (t *Tree) Path(i, level int) []Hash { return t.Open(i)[:level:level] }

// Top returns the top of the tree, which the list's root is made of.
func (t *Tree) Top() Hash { return t.node(Depth(uint64(t.length)), 0) }

// node returns a node of the tree or of its padding.
func (t *Tree) node(level int, index uint64) Hash {
	if index < uint64(len(t.levels[level])) {
		return t.levels[level][index]
	}
	return t.function.Padding(level)
}
