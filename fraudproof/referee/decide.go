package referee

import (
	"fmt"

	"github.com/commonweight/commonweight/fraudproof/merkle"
)

// Decide recomputes a micro-step of a run whose trees are hashed by that function. Roots are those that were bound; of concat and state, the root that Part names, if it names one.
//
// Evidence: for each bound operand, in the descriptor's order, its tile and the siblings from the leaf upwards; of lanes after block 0 the
// 64 bytes of the partial before it stand first. Steps whose result is zero and those of `state` have none.
//
// Errors: ErrWrongBinding, ErrWrongLength, ErrNoSuchStep, ErrWrongPredecessor, ErrWrongOpening, ErrNotInField, the first that applies.
func Decide(by merkle.Function, step MicroStep, descriptor *[DescriptorBytes]byte, roots []merkle.Hash, evidence []byte) (Result, error) {
	o := parse(descriptor)
	late := o != nil && o.geometry.Late
	bound := roots
	if late {
		bound = nil
	}
	if Binding(descriptor, bound) != step.Binding {
		return Result{}, ErrWrongBinding
	}
	if o == nil {
		return Result{Verdict: VerdictInvalid}, nil
	}
	if err := o.check(step); err != nil {
		return Result{}, err
	}
	var value [32]byte
	var err error
	e := &openings{by: by, operator: o, roots: roots, left: evidence}
	if o.code == OpState {
		if err = e.expect(1, 0); err == nil && !by.Canonical(roots[0]) {
			err = ErrNotInField
		}
		if err == nil {
			value = by.Entry(roots[0])
		}
	} else {
		value, err = o.decide(step, e)
	}
	if err != nil {
		return Result{}, err
	}
	return Result{VerdictDecided, value}, nil
}

// check says that the output has such a step.
func (o *operator) check(step MicroStep) error {
	g := o.geometry
	most := uint32(tileWords)
	if g.Leaf == LeafState {
		most = 1
	}
	if step.Tile >= g.Leaves() || step.Word >= most {
		return fmt.Errorf("%w: word %d of tile %d", ErrNoSuchStep, step.Word, step.Tile)
	}
	partials := g.Leaf != LeafState && g.Way(step.Tile, step.Word) != WayLeaf
	if partials && (step.Chunk >= g.Chunks() || step.Block >= g.Blocks(step.Chunk)) || !partials && step.Chunk|step.Block != 0 {
		return fmt.Errorf("%w: block %d of chunk %d", ErrNoSuchStep, step.Block, step.Chunk)
	}
	if step.Block == 0 && step.Before != [32]byte{} {
		return fmt.Errorf("%w: there is none before block 0", ErrWrongPredecessor)
	}
	return nil
}

// decide returns the value of a step that exists; not for `state`.
func (o *operator) decide(step MicroStep, from reader) ([32]byte, error) {
	if o.geometry.IsZero(step.Tile, step.Word) {
		n := len(o.operands)
		if o.geometry.Late {
			n = 0
		}
		return [32]byte{}, from.expect(n, 0)
	}
	row, column, _ := o.geometry.Place(step.Tile, step.Word)
	var word uint32
	var err error
	switch o.geometry.Leaf {
	case LeafChain, LeafLanes, LeafLanesMax:
		return o.reduce(step, row, column, from)
	}
	switch o.code {
	case OpMap:
		word, err = o.mapped(row, column, from)
	case OpConcat:
		word, err = o.copied(step, row, column, from)
	case OpLoadBatch:
		word, err = o.loaded(row, column, from)
	case OpTick:
		if err = from.expect(1, 0, 0); err == nil {
			word, err = wordOf(from, 0, 0, 0)
			word++
		}
	default:
		word, err = o.lookedUp(row, column, from)
	}
	return wordValue(word), err
}

// reader gives the tiles that a step reads: from evidence, verified, or from tensors.
type reader interface {
	// expect is told how many roots there are, how many bytes stand in front of the openings, and of which operands they are. It comes
	// before everything else.
	expect(roots, front int, operands ...int) error
	// lanes returns the bytes in front.
	lanes() []byte
	// tile returns a tile of the n-th of those operands.
	tile(n int, index uint64) (*[merkle.LeafSize]byte, error)
}

// openings is the reader of evidence.
type openings struct {
	by       merkle.Function
	operator *operator
	roots    []merkle.Hash
	left     []byte // evidence
	front    []byte
	parts    []part
}

// part is the opening of one operand.
type part struct {
	operand *operand
	data    *[merkle.LeafSize]byte
	path    []merkle.Hash
}

func (e *openings) expect(roots, front int, operands ...int) error {
	size := front
	for _, i := range operands {
		size += merkle.LeafSize + 32*merkle.Depth(e.operator.operands[i].tiles())
	}
	if len(e.roots) != roots || len(e.left) != size {
		return fmt.Errorf("%w: %d roots and %d bytes, want %d and %d", ErrWrongLength, len(e.roots), len(e.left), roots, size)
	}
	e.front = e.left[:front]
	at := front
	for _, i := range operands {
		x := &e.operator.operands[i]
		p := part{operand: x, data: (*[merkle.LeafSize]byte)(e.left[at:])}
		at += merkle.LeafSize
		for range merkle.Depth(x.tiles()) {
			p.path = append(p.path, merkle.Hash(e.left[at:]))
			at += len(merkle.Hash{})
		}
		e.parts = append(e.parts, p)
	}
	return nil
}

func (e *openings) lanes() []byte { return e.front }

// tile verifies the n-th opening as that tile of its operand, whose root is the n-th.
func (e *openings) tile(n int, index uint64) (*[merkle.LeafSize]byte, error) {
	p := e.parts[n]
	position := merkle.Position{Kind: p.operand.kind(), Length: p.operand.tiles(), Index: index}
	for _, sibling := range p.path {
		if !e.by.Canonical(sibling) {
			return nil, ErrNotInField
		}
	}
	if err := e.by.Verify(position, e.roots[n], e.by.Leaf(p.data), p.path); err != nil {
		return nil, fmt.Errorf("%w: operand %d: %w", ErrWrongOpening, n, err)
	}
	return p.data, nil
}

// wordOf returns a word of a tile.
func wordOf(from reader, n int, tile uint64, word int) (uint32, error) {
	data, err := from.tile(n, tile)
	if err != nil {
		return 0, err
	}
	return wordAt(data, word), nil
}

func wordAt(data *[merkle.LeafSize]byte, word int) uint32 {
	return Words(data[4*word : 4*word+4])[0]
}
