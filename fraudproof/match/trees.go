package match

import "github.com/commonweight/commonweight/fraudproof/merkle"

// trees hashes as the run does, and notices what can't be: the chain's Poseidon2 refuses a node or root that is no element of its field, whatever
// else is wrong with the move from there on.
type trees struct {
	by      merkle.Function
	strange bool // something was no element
}

func (t *trees) take(hashes ...merkle.Hash) {
	for _, h := range hashes {
		t.strange = t.strange || !t.by.Canonical(h)
	}
}

func (t *trees) entry(root merkle.Hash) merkle.Hash {
	t.take(root)
	return t.by.Entry(root)
}

func (t *trees) list(tree merkle.Hash, kind merkle.Kind, length uint64) merkle.Hash {
	t.take(tree)
	return t.by.List(tree, kind, length)
}

func (t *trees) climb(from merkle.Hash, index uint64, siblings []merkle.Hash) merkle.Hash {
	if len(siblings) > 0 {
		t.take(from)
		t.take(siblings...)
	}
	return t.by.Climb(from, index, siblings)
}

func (t *trees) above(nodes []merkle.Hash) merkle.Hash {
	if len(nodes) > 1 {
		t.take(nodes...)
	}
	return t.by.Fold(nodes)
}

// stands says whether a leaf stands at a place of the list with that root.
func (t *trees) stands(at merkle.Position, root, leaf merkle.Hash, siblings []merkle.Hash) bool {
	return at.Index < at.Length && len(siblings) == merkle.Depth(at.Length) &&
		t.list(t.climb(leaf, at.Index, siblings), at.Kind, at.Length) == root
}
