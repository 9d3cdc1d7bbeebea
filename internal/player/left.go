package player

import (
	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/referee"
	"github.com/commonweight/commonweight/train/program"
)

// What is taken for a program that isn't known: more than any run has.
const (
	mostOperators = 1 << 12
	mostTiles     = 1 << 21
)

// MovesLeft is how many transactions of both sides together a match can still take, its conclusion included, if nobody's clock runs out. It is exact
// once the sides have come to the words; before it is the most that is left, whatever the sides find to differ in.
func MovesLeft(p *program.Program, g match.Game) int {
	if g.Outcome != match.Running {
		return 0
	}
	const leaf = 2 // and the conclusion
	switch g.Phase {
	case match.PhaseLeaf:
		return leaf
	case match.PhaseBlocks:
		return 1 + leaf
	case match.PhaseFolds:
		return 2 + leaf
	}
	tiles, words := longest(p)
	if g.Phase >= match.PhaseBound {
		tiles, words = g.Geometry.Leaves(), wordsOf(g.Geometry.Leaf, g.Geometry.Terms)
	} else if g.Phase == match.PhaseBind && p != nil && int(g.Operator) < len(p.Operators) {
		tiles, words = of(p, int(g.Operator))
	}
	element := 1 + words + leaf
	if g.Phase == match.PhaseElement {
		return element
	}
	inTiles := func(below int) int { // at the leaves of `state` the last move has no words to open
		if g.Phase >= match.PhaseBound && g.Geometry.Leaf == referee.LeafState {
			return rounds(below) + 1 + leaf
		}
		return rounds(below) + 1 + element
	}
	if g.Phase == match.PhaseTiles {
		return inTiles(g.Below)
	}
	bound := 1 + element
	if tiles > 1 {
		bound = 1 + inTiles(merkle.Depth(tiles)-merkle.FirstLevels(tiles))
	}
	bind := 1 + bound
	operators := uint64(mostOperators)
	if p != nil {
		operators = uint64(len(p.Operators) + 1)
	}
	switch g.Phase {
	case match.PhaseBound:
		return bound
	case match.PhaseBind:
		return bind
	case match.PhaseTrace:
		return rounds(g.Below) + 1 + bind
	}
	trace := rounds(merkle.Depth(operators)-merkle.FirstLevels(operators)) + 1 + bind
	if g.Phase == match.PhaseSteps {
		return rounds(g.Below) + 1 + trace
	}
	steps := uint64(g.Steps + 1)
	return 1 + rounds(merkle.Depth(steps)-merkle.FirstLevels(steps)) + 1 + trace
}

// rounds is how many openings lie between posted nodes and the leaves.
func rounds(below int) int { return (below + merkle.RoundLevels - 1) / merkle.RoundLevels }

// wordsOf is how many lists of words lie between an element and its leaf, at most.
func wordsOf(leaf referee.Leaf, terms uint32) int {
	g := referee.Geometry{Leaf: leaf, Vector: true, W: 1, Terms: terms}
	return int(g.Way(0, 0)) - int(referee.WayLeaf)
}

// of is the number of leaves of operator o's output list, and of lists of words below an element.
func of(p *program.Program, o int) (tiles uint64, words int) {
	descriptor := p.Operators[o].Descriptor()
	g, _ := referee.Describe(&descriptor, uint64(o))
	if g.Leaf == referee.LeafState {
		return g.Leaves(), 0
	}
	return g.Leaves(), wordsOf(g.Leaf, g.Terms)
}

// longest is the most of each that an operator of the program has.
func longest(p *program.Program) (tiles uint64, words int) {
	if p == nil {
		return mostTiles, int(referee.WayFolds) - int(referee.WayLeaf)
	}
	for i := range p.Operators {
		t, w := of(p, i)
		tiles, words = max(tiles, t), max(words, w)
	}
	return tiles, words
}
