package plan

import "github.com/commonweight/commonweight/train/numeric"

// hashWords is the number of words of a hash.
const hashWords = 8

// hash plans the trees over the state: the leaves of each tensor's tiles, padded to a power of two, and level by level their nodes, up to
// one hash. Two pieces of scratch take turns, so that a tree costs two hashes for each pair of leaves. What lies on one level of all trees may run
// side by side: most trees are small, and a device waits longer for a launch than for their nodes.
func (pl *planner) hash() {
	type tree struct {
		scratch [2]Region
		root    int
		width   int // of the level to come
	}
	trees := make([]tree, len(pl.p.StateLayout))
	deepest := 0
	for i, t := range pl.p.StateLayout {
		width := padded(t.Shape.Tiles())
		trees[i] = tree{[2]Region{pl.take(hashWords * width), pl.take(hashWords * ceil(width, 2))}, pl.take(hashWords).At, width}
		pl.Trees = append(pl.Trees, Tree{Region{trees[i].root, hashWords}, t.Shape.Tiles()})
		deepest = max(deepest, width)
	}
	for level := 0; deepest>>level > 0; level++ {
		for i, t := range pl.p.StateLayout {
			tree, n := &trees[i], &node{level: level, members: []int{i}}
			width := tree.width >> level
			to := tree.scratch[level%2].At
			switch {
			case width == 0:
				continue
			case width == 1:
				to = tree.root
			}
			if level > 0 {
				pl.launchRoot(n, "nodes", line(width), at(tree.scratch[(level-1)%2].At), at(to), number(width))
				continue
			}
			s := t.Shape
			down, across := ceil(s.R, numeric.TileSide), ceil(s.W, numeric.TileSide)
			if s.Vector {
				down = 0
			}
			pl.launchRoot(n, "leaves", line(width), at(pl.State[i].At), at(to), number(s.Tiles()), number(width), number(s.R), number(s.W),
				number(down), number(across))
		}
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
