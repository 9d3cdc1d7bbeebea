package match

import (
	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/referee"
)

// newList returns the top of a new list of roots whose first and last leaves are given.
func (t *trees) newList(l NewList, length uint64, first, last merkle.Hash) (merkle.Hash, error) {
	shown := merkle.FirstLevels(length)
	below := merkle.Depth(length) - shown
	switch {
	case len(l.Nodes) != 1<<shown || len(l.Head) != below || len(l.Tail) != below:
		return merkle.Hash{}, ErrWrongLength
	case t.climb(first, 0, l.Head) != l.Nodes[0], t.climb(last, length-1, l.Tail) != l.Nodes[(length-1)>>below]:
		return merkle.Hash{}, ErrWrongEnds
	case !t.by.Padded(l.Nodes, 0, below, length):
		return merkle.Hash{}, ErrWrongNodes
	}
	return t.above(l.Nodes), nil
}

// requireBelow checks nodes four levels below a parent, whose place in its level is index.
func (t *trees) requireBelow(nodes []merkle.Hash, parent merkle.Hash, index uint64, below int, length uint64) error {
	if len(nodes) != 1<<merkle.RoundLevels {
		return ErrWrongLength
	}
	if t.above(nodes) != parent || !t.by.Padded(nodes, index<<merkle.RoundLevels, below, length) {
		return ErrWrongNodes
	}
	return nil
}

// requireOutput checks the first nodes of the list behind an output, whose entry in the trace is held.
func (t *trees) requireOutput(nodes []merkle.Hash, held merkle.Hash, g referee.Geometry) error {
	length := g.Leaves()
	shown := merkle.FirstLevels(length)
	if len(nodes) != 1<<shown {
		return ErrWrongLength
	}
	root := t.list(t.above(nodes), g.Kind(), length)
	if t.entry(root) != held || !t.by.Padded(nodes, 0, merkle.Depth(length)-shown, length) {
		return ErrWrongNodes
	}
	return nil
}

// difference returns the first place at which the mover's nodes differ from the posted ones, of which theirs is the end.
func difference(nodes, theirs []merkle.Hash, posted merkle.Hash) (int, error) {
	if len(theirs) == 0 || len(theirs) > len(nodes) {
		return 0, ErrWrongLength
	}
	place := len(nodes) - len(theirs)
	if Digest(append(join(nodes[:place]), join(theirs)...)) != posted {
		return 0, ErrWrongPosted
	}
	if nodes[place] == theirs[0] {
		return 0, ErrNoDifference
	}
	return place, nil
}

// join writes nodes one after the other, as they are posted.
func join(nodes []merkle.Hash) []byte {
	b := make([]byte, 0, len(merkle.Hash{})*len(nodes))
	for i := range nodes {
		b = append(b, nodes[i][:]...)
	}
	return b
}

// split reads what join wrote.
func split(b []byte) []merkle.Hash {
	nodes := make([]merkle.Hash, len(b)/len(merkle.Hash{}))
	for i := range nodes {
		nodes[i] = merkle.Hash(b[i*len(nodes[i]):])
	}
	return nodes
}
