package merkle

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// MatrixRoot returns the root of g matrices of r×w words; see Matrix.
func MatrixRoot[W Word](words []W, g, r, w int) Hash { return Matrix(words, g, r, w).Root() }

// VectorRoot returns the root of a vector.
func VectorRoot[W Word](words []W) Hash { return Vector(words).Root() }

// DatasetRoot returns the root of a payload.
func DatasetRoot(payload []byte) Hash { return Dataset(payload).Root() }

// ListRoot returns the root of a list of roots.
func ListRoot(kind Kind, roots []Hash) Hash { return Roots(kind, roots).Root() }

// groupDepth is the height of the subtrees that one goroutine hashes at a time: 256 leaves, 256 KiB.
const groupDepth = 8

// Root hashes the list on all cores and keeps no tree.
func (l List) Root() Hash {
	depth := Depth(uint64(l.length))
	top := min(depth, groupDepth)
	groups := make([]Hash, tiles(l.length, 1<<groupDepth))
	l.inGroups(func(group, first, n int) {
		var nodes [1 << groupDepth]Hash
		l.leaves(nodes[:n], first)
		groups[group] = l.function.fold(nodes[:n], 0, top)
	})
	return l.function.List(l.function.fold(groups, top, depth), l.kind, uint64(l.length))
}

// fold returns the node at level `to` above the given nodes of level `from`, padded on the right. It overwrites them.
func (f Function) fold(nodes []Hash, from, to int) Hash {
	if len(nodes) == 0 {
		return f.Padding(to)
	}
	for level := from; level < to; level++ {
		nodes = f.foldOnce(nodes, nodes, level)
	}
	return nodes[0]
}

// foldOnce writes the parents of nodes of that level to dst, which may be nodes itself, and returns them.
func (f Function) foldOnce(dst, nodes []Hash, level int) []Hash {
	parents := (len(nodes) + 1) / 2
	if f.isPoseidon2() {
		for i := range parents {
			right := f.Padding(level)
			if 2*i+1 < len(nodes) {
				right = nodes[2*i+1]
			}
			dst[i] = f.Node(nodes[2*i], right)
		}
		return dst[:parents]
	}
	a, b := newNode(), newNode()
	i := 0
	for ; sixteenAtOnce && 2*(i+sixteen) <= len(nodes); i += sixteen {
		sixteenNodes(dst[i:], nodes[2*i:])
	}
	for ; 2*i+4 <= len(nodes); i += 2 {
		a.join(nodes[2*i], nodes[2*i+1])
		b.join(nodes[2*i+2], nodes[2*i+3])
		*(*[2]Hash)(dst[i:]) = hashNodes(&a, &b)
	}
	for ; i < parents; i++ {
		right := padding[level]
		if 2*i+1 < len(nodes) {
			right = nodes[2*i+1]
		}
		dst[i] = HashNode(nodes[2*i], right)
	}
	return dst[:parents]
}

// inGroups calls work for every group of leaves, on all cores. A group's leaves are first … first+n−1.
func (l List) inGroups(work func(group, first, n int)) {
	groups := tiles(l.length, 1<<groupDepth)
	var next atomic.Int64
	run := func() {
		for {
			group := int(next.Add(1)) - 1
			if group >= groups {
				return
			}
			first := group << groupDepth
			work(group, first, min(1<<groupDepth, l.length-first))
		}
	}
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), groups) - 1 {
		wait.Go(run)
	}
	run()
	wait.Wait()
}
