package match

import (
	"context"
	"fmt"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/referee"
)

// Element is an element of a matrix product that a match has come to, as this side has it: what a committer may prove instead of playing on
// (IStepProofs.sol).
type Element struct {
	Descriptor []byte
	Roots      [2]merkle.Hash
	Theirs     []byte // the challenger's tile, if the match has come to it; else it has contradicted the element already
	Word       uint8
	Value      uint32
	Product    referee.Product
	Evidence   [][]byte // of each sixteen terms, as a leaf has it: tile and siblings of either operand
}

// Element returns the element at which a match stands, if the side is a committer that may prove one now; else nil. Posted is the data of the
// last Posted event of the match.
//
// Errors: as Next.
func (s Solver) Element(ctx context.Context, g Game, now uint64, posted []byte) (*Element, error) {
	there := g.Phase == PhaseElement || g.Phase == PhaseFolds || g.Phase == PhaseBlocks && g.Geometry.Chunks() == 1
	if s.Side != Committer || g.Outcome != Running || g.Due != Committer || g.Late(now) || !there || g.Geometry.Leaf != referee.LeafChain {
		return nil, nil
	}
	b := &board{Solver: s, Game: &g, ctx: ctx, posted: posted}
	e, err := b.element()
	if err != nil {
		return nil, fmt.Errorf("the element at which the match stands: %w", err)
	}
	return e, nil
}

func (b *board) element() (*Element, error) {
	_, references, descriptor, err := b.describe()
	if err != nil {
		return nil, err
	}
	e := &Element{Descriptor: descriptor, Word: b.Word, Value: number(b.Mine)}
	if b.Phase == PhaseElement {
		own, err := b.Lists.Tile(b.ctx, b.output(), uint64(b.Index))
		if err != nil {
			return nil, err
		}
		if Digest(b.posted) != b.Posted {
			return nil, ErrUnknownPosting
		}
		at, err := firstDifference(own, b.posted, 4)
		if err != nil {
			return nil, err
		}
		e.Theirs, e.Word, e.Value = b.posted, uint8(at), word(own, at)
	}
	product, ok := referee.ProductOf((*[referee.DescriptorBytes]byte)(descriptor), uint64(b.Index), uint32(e.Word))
	if !ok {
		return nil, nil
	}
	e.Product = product
	roots, err := b.operands(references)
	if err != nil {
		return nil, err
	}
	for n := range e.Roots {
		e.Roots[n] = roots.Operands[n].Root
	}
	at := Micro{Step: b.Step, Operator: b.Operator, Tile: b.Index, Word: e.Word}
	for block := range uint32(product.Tiles()) {
		at.Chunk, at.Block = block/32, uint8(block%32)
		evidence, err := b.Lists.Evidence(b.ctx, at)
		if err != nil {
			return nil, err
		}
		e.Evidence = append(e.Evidence, evidence)
	}
	return e, nil
}
