package plan

import "github.com/commonweight/commonweight/train/numeric"

// hashWords is the number of words of a hash.
const hashWords = 8

// hash plans the trees over the state: the leaves of each tensor's tiles, padded to a power of two, and level by level their nodes, up to
// one hash. Two pieces of scratch take turns, so that a tree costs two hashes for each pair of leaves.
func (pl *planner) hash() {
	most := 1
	for _, t := range pl.p.StateLayout {
		most = max(most, padded(t.Shape.Tiles()))
	}
	scratch := [2]Region{pl.take(hashWords * most), pl.take(hashWords * ceil(most, 2))}
	for i, t := range pl.p.StateLayout {
		s, from := t.Shape, pl.State[i]
		root := pl.take(hashWords)
		leaves, width := s.Tiles(), padded(s.Tiles())
		n := &node{level: i, members: []int{i}}
		down, across := ceil(s.R, numeric.TileSide), ceil(s.W, numeric.TileSide)
		if s.Vector {
			down = 0
		}
		place := func(level, width int) int {
			if width == 1 {
				return root.At
			}
			return scratch[level%2].At
		}
		pl.launchRoot(n, "leaves", line(width), at(from.At), at(place(0, width)), number(leaves), number(width), number(s.R), number(s.W),
			number(down), number(across))
		for level := 1; width > 1; level++ {
			pl.launchRoot(n, "nodes", line(width/2), at(place(level-1, width)), at(place(level, width/2)), number(width/2))
			width /= 2
		}
		pl.Trees = append(pl.Trees, Tree{root, leaves})
	}
}

func (pl *planner) launchRoot(n *node, kernel string, grid [3]int, args ...Arg) {
	pl.Roots = append(pl.Roots, Launch{kernel, grid, args, n.level, n.members[0]})
}

// padded is the power of two that is no less.
func padded(n int) int {
	width := 1
	for width < n {
		width *= 2
	}
	return width
}
