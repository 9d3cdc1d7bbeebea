package merkle_test

import (
	"testing"

	"github.com/commonweight/commonweight/fraudproof/merkle"
)

// The rounds of the vectors lead from the top to the last leaf: each shows what the node before it hashes from.
func TestGoldenRounds(t *testing.T) {
	for _, c := range readVectors(t) {
		tree := c.list(t).Tree()
		if tree.Top() != merkle.Hash(c.Tree) || merkle.HashList(tree.Top(), c.Kind, c.Length) != merkle.Hash(c.Root) {
			t.Errorf("%s %d: the top is %v", c.List, c.Seed, tree.Top())
		}
		if len(c.Rounds) != merkle.Rounds(c.Length) {
			t.Fatalf("%s %d: %d rounds, want %d", c.List, c.Seed, merkle.Rounds(c.Length), len(c.Rounds))
		}
		above, level, levels := tree.Top(), merkle.Depth(c.Length), merkle.FirstLevels(c.Length)
		for _, r := range c.Rounds {
			if r.Level != level || r.Levels != levels || r.Index != (c.Length-1)>>level {
				t.Fatalf("%s %d: round %+v, want %d levels below %d", c.List, c.Seed, r, levels, level)
			}
			shown := tree.Show(level, r.Index, levels)
			for i, node := range shown {
				if node != merkle.Hash(r.Nodes[i]) {
					t.Errorf("%s %d: node %d below level %d differs", c.List, c.Seed, i, level)
				}
			}
			if merkle.Fold(shown) != above {
				t.Errorf("%s %d: the nodes below level %d don't fold", c.List, c.Seed, level)
			}
			level -= levels
			first := r.Index << levels
			if !merkle.Padded(shown, first, level, c.Length) {
				t.Errorf("%s %d: the padding at level %d is refused", c.List, c.Seed, level)
			}
			for i := range shown {
				wrong := append([]merkle.Hash(nil), shown...)
				wrong[i][7]++
				padding := (first+uint64(i))<<level >= c.Length
				if merkle.Padded(wrong, first, level, c.Length) == padding {
					t.Errorf("%s %d: node %d at level %d, padding %v, may be anything: %v", c.List, c.Seed, i, level, padding, !padding)
				}
				if merkle.Fold(wrong) == above {
					t.Errorf("%s %d: node %d at level %d doesn't count", c.List, c.Seed, i, level)
				}
			}
			index := (c.Length - 1) >> level
			above, levels = shown[index-first], merkle.RoundLevels
			leaf := int(c.Length - 1)
			if merkle.Climb(tree.Leaf(leaf), uint64(leaf), tree.Path(leaf, level)) != above {
				t.Errorf("%s %d: the last leaf's path doesn't lead to level %d", c.List, c.Seed, level)
			}
		}
		if level != 0 || above != tree.Leaf(int(c.Length-1)) {
			t.Errorf("%s %d: the rounds end at level %d", c.List, c.Seed, level)
		}
	}
}

func TestPaddedOfAnEmptyList(t *testing.T) {
	if !merkle.Padded([]merkle.Hash{merkle.Padding(3)}, 0, 3, 0) || merkle.Padded([]merkle.Hash{{1}}, 0, 3, 0) {
		t.Error("an empty list is padding and nothing else")
	}
}

func TestShowRefusesNodesThatAreNot(t *testing.T) {
	tree := merkle.Vector(words(1, 256*5)).Tree()
	for _, c := range []struct {
		level  int
		index  uint64
		levels int
	}{{4, 0, 1}, {3, 1, 1}, {1, 4, 1}, {1, 0, 2}} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%+v was shown", c)
				}
			}()
			tree.Show(c.level, c.index, c.levels)
		}()
	}
	defer func() {
		if recover() == nil {
			t.Error("three nodes were folded")
		}
	}()
	merkle.Fold(make([]merkle.Hash, 3))
}
