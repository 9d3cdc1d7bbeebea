package match

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/referee"
)

// Errors of the solver.
var (
	// ErrAgreed says that a side's own lists don't differ from what the other side posted: they aren't the lists it claimed.
	ErrAgreed = errors.New("own lists agree with the other side's")
	// ErrUnknownPosting says that the bytes given aren't those that the match says were posted last.
	ErrUnknownPosting = errors.New("not what was posted last")
)

// Solver finds one side's moves. All it knows comes from the match and from that side's lists, so a restart changes nothing.
type Solver struct {
	Side        Side
	Lists       Provider
	DatasetRoot merkle.Hash
}

// Next returns what the side should send now; nil if it should wait. Posted is the data of the last Posted event of the match.
//
// It moves when the side is due. It also brings the leaf when the other side is due, since waiting for that helps nobody; and ends a match
// whose other side is late, or in which both are. A side that is late itself has no move.
//
// Errors: ErrAgreed, ErrUnknownPosting, those of the provider. An error is no reason to bond or move anything.
func (s Solver) Next(ctx context.Context, g Game, now uint64, posted []byte) (Move, error) {
	switch {
	case g.Outcome != Running:
		return nil, nil
	case g.Late(now):
		if g.Due == s.Side {
			return nil, nil
		}
		return Timeout{}, nil
	case g.Phase != PhaseStart && g.Phase != PhaseLeaf && g.Due != s.Side:
		return nil, nil
	}
	b := &board{Solver: s, Game: &g, ctx: ctx, posted: posted}
	move, err := b.next()
	if err != nil {
		return nil, fmt.Errorf("%s's move in phase %s: %w", s.Side, g.Phase, err)
	}
	return move, nil
}

// board is a match from one side, while that side thinks.
type board struct {
	Solver
	*Game
	ctx    context.Context
	posted []byte
}

func (b *board) next() (Move, error) {
	switch b.Phase {
	case PhaseStart:
		list, err := b.open(List{Name: ListSteps}, uint64(b.Steps)+1)
		return OpenSteps{Side: b.Side, List: list}, err
	case PhaseBind:
		return b.bind()
	case PhaseBound:
		return b.openOutput()
	case PhaseLeaf:
		return b.leaf()
	}
	if Digest(b.posted) != b.Posted {
		return nil, ErrUnknownPosting
	}
	switch b.Phase {
	case PhaseSteps, PhaseTrace, PhaseTiles:
		return b.answerNodes()
	case PhaseElement:
		return b.answerElement()
	case PhaseFolds:
		return b.answerFolds()
	case PhaseBlocks:
		return b.answerBlocks()
	}
	return nil, fmt.Errorf("%w: %s", ErrWrongPhase, b.Phase)
}

// list is the one that is open.
func (b *board) list() List {
	switch b.Phase {
	case PhaseSteps:
		return List{Name: ListSteps}
	case PhaseTrace:
		return b.trace()
	}
	return b.output()
}

func (b *board) trace() List  { return List{Name: ListTrace, Step: b.Step} }
func (b *board) output() List { return List{Name: ListOutput, Step: b.Step, Operator: b.Operator} }
func (b *board) state() List  { return List{Name: ListState, Step: b.Step} }

// at is the place in the output that the match has come to.
func (b *board) at() Micro {
	return Micro{Step: b.Step, Operator: b.Operator, Tile: b.Index, Word: b.Word, Chunk: b.Chunk, Block: b.Block}
}

// path returns the siblings of a leaf, from the leaf up to that level.
func (b *board) path(l List, leaf uint64, levels int) ([]merkle.Hash, error) {
	var path []merkle.Hash
	for level := range levels {
		sibling, err := b.Lists.Nodes(b.ctx, l, level, leaf>>level^1, 1)
		if err != nil {
			return nil, err
		}
		path = append(path, sibling...)
	}
	return path, nil
}

// open returns the first opening of a list of roots.
func (b *board) open(l List, length uint64) (list NewList, err error) {
	shown := merkle.FirstLevels(length)
	below := merkle.Depth(length) - shown
	if list.Nodes, err = b.Lists.Nodes(b.ctx, l, below, 0, 1<<shown); err != nil {
		return list, err
	}
	if list.Head, err = b.path(l, 0, below); err != nil {
		return list, err
	}
	list.Tail, err = b.path(l, length-1, below)
	return list, err
}

// answerNodes answers, and opens the next.
func (b *board) answerNodes() (Move, error) {
	l := b.list()
	a, index, err := b.answer(l)
	if err != nil {
		return nil, err
	}
	if b.Below > 0 {
		opening, err := b.Lists.Nodes(b.ctx, l, b.Below-merkle.RoundLevels, index<<merkle.RoundLevels, 1<<merkle.RoundLevels)
		return Continue{a, opening}, err
	}
	switch b.Phase {
	case PhaseSteps:
		return b.moveToTrace(a, index)
	case PhaseTiles:
		geometry, _, _, err := b.describe()
		if err != nil || geometry.Leaf == referee.LeafState {
			return Continue{a, nil}, err
		}
		tile, err := b.Lists.Tile(b.ctx, l, index)
		return MoveToTile{a, tile}, err
	}
	return Continue{a, nil}, nil
}

// answer returns the side's own nodes where the other's are posted, and the place of the first that differs.
func (b *board) answer(l List) (a Answer, index uint64, err error) {
	count, first := 1<<merkle.RoundLevels, uint64(b.Index)<<merkle.RoundLevels
	if b.first() {
		count, first = 1<<(b.Depth-b.Below), 0
	}
	if a.Nodes, err = b.Lists.Nodes(b.ctx, l, b.Below, first, count); err != nil {
		return a, 0, err
	}
	theirs := split(b.posted)
	if len(theirs) != count || len(a.Nodes) != count {
		return a, 0, ErrWrongLength
	}
	place := 0
	for place < count && a.Nodes[place] == theirs[place] {
		place++
	}
	if place == count {
		return a, 0, ErrAgreed
	}
	a.Theirs = theirs[place:]
	if b.first() && b.Phase != PhaseTiles {
		length, err := b.Lists.Length(b.ctx, l)
		if err != nil {
			return a, 0, err
		}
		if a.Head, err = b.path(l, 0, b.Below); err != nil {
			return a, 0, err
		}
		if a.Tail, err = b.path(l, length-1, b.Below); err != nil {
			return a, 0, err
		}
	}
	return a, first + uint64(place), nil
}

func (b *board) moveToTrace(a Answer, step uint64) (Move, error) {
	m := MoveToTrace{Answer: a}
	program, steps := List{Name: ListProgram}, List{Name: ListSteps}
	length, err := b.Lists.Length(b.ctx, program)
	if err != nil {
		return nil, err
	}
	m.Operators = uint32(length)
	top, err := b.Lists.Nodes(b.ctx, program, merkle.Depth(length), 0, 1)
	if err != nil {
		return nil, err
	}
	m.ProgramTree = top[0]
	if m.Agreed, err = b.Lists.Entry(b.ctx, steps, step-1); err != nil {
		return nil, err
	}
	if m.AgreedPath, err = b.path(steps, step-1, b.Depth); err != nil {
		return nil, err
	}
	m.List, err = b.open(List{Name: ListTrace, Step: int(step)}, length)
	return m, err
}

// describe returns the disputed operator by the run's program.
func (b *board) describe() (referee.Geometry, []referee.Reference, []byte, error) {
	descriptor, err := b.Lists.Tile(b.ctx, List{Name: ListProgram}, uint64(b.Operator))
	if err != nil {
		return referee.Geometry{}, nil, nil, err
	}
	geometry, references := referee.Describe((*[referee.DescriptorBytes]byte)(descriptor), uint64(b.Operator))
	return geometry, references, descriptor, nil
}

func (b *board) bind() (Move, error) {
	_, references, descriptor, err := b.describe()
	if err != nil {
		return nil, err
	}
	m := Bind{Descriptor: descriptor}
	if m.Path, err = b.path(List{Name: ListProgram}, uint64(b.Operator), merkle.Depth(uint64(b.Operators))); err != nil {
		return nil, err
	}
	m.Roots, err = b.operands(references)
	return m, err
}

// operands opens the roots that references name.
func (b *board) operands(references []referee.Reference) (o Operands, err error) {
	for _, r := range references {
		var x Operand
		switch {
		case r.Source == referee.SourceTrace:
			x, err = b.operand(b.trace(), uint64(r.Index)+1)
		case r.Source == referee.SourcePreState:
			if o.StateLength, err = b.Lists.Length(b.ctx, b.state()); err != nil {
				return o, err
			}
			var top []merkle.Hash
			if top, err = b.Lists.Nodes(b.ctx, b.state(), merkle.Depth(o.StateLength), 0, 1); err != nil {
				return o, err
			}
			o.StateTree = top[0]
			x, err = b.operand(b.state(), uint64(r.Index))
		case r.Index == uint32(referee.ConstantDataset):
			x.Root = b.DatasetRoot
		default:
			x, err = b.operand(List{Name: ListProgram}, uint64(b.Operators)-1)
		}
		if err != nil {
			return o, err
		}
		o.Operands = append(o.Operands, x)
	}
	return o, nil
}

func (b *board) operand(l List, entry uint64) (x Operand, err error) {
	length, err := b.Lists.Length(b.ctx, l)
	if err != nil {
		return x, err
	}
	if entry >= length { // the rules call such an operator invalid, whatever is shown
		return x, nil
	}
	if x.Root, err = b.Lists.Entry(b.ctx, l, entry); err != nil {
		return x, err
	}
	x.Path, err = b.path(l, entry, merkle.Depth(length))
	return x, err
}

func (b *board) openOutput() (Move, error) {
	geometry, _, _, err := b.describe()
	if err != nil {
		return nil, err
	}
	length := geometry.Leaves()
	if length == 1 && geometry.Leaf != referee.LeafState {
		tile, err := b.Lists.Tile(b.ctx, b.output(), 0)
		return OpenTile{tile}, err
	}
	shown := merkle.FirstLevels(length)
	nodes, err := b.Lists.Nodes(b.ctx, b.output(), merkle.Depth(length)-shown, 0, 1<<shown)
	return OpenTiles{nodes}, err
}

func (b *board) answerElement() (Move, error) {
	geometry, _, _, err := b.describe()
	if err != nil {
		return nil, err
	}
	own, err := b.Lists.Tile(b.ctx, b.output(), uint64(b.Index))
	if err != nil {
		return nil, err
	}
	e, err := firstDifference(own, b.posted, 4)
	if err != nil {
		return nil, err
	}
	m := AnswerElement{Word: uint8(e), Value: word(own, e), Theirs: b.posted}
	at := Micro{Step: b.Step, Operator: b.Operator, Tile: b.Index, Word: m.Word}
	switch geometry.Way(uint64(b.Index), uint32(e)) {
	case referee.WayFolds:
		m.Words, err = b.Lists.Folds(b.ctx, at)
	case referee.WayBlocks:
		m.Words, err = b.Lists.Blocks(b.ctx, at)
	}
	return m, err
}

func (b *board) answerFolds() (Move, error) {
	at := b.at()
	at.Chunk, at.Block = 0, 0
	own, err := b.Lists.Folds(b.ctx, at)
	if err != nil {
		return nil, err
	}
	q, err := firstDifference(own, b.posted, 4)
	if err != nil {
		return nil, err
	}
	at.Chunk = uint32(q)
	blocks, err := b.Lists.Blocks(b.ctx, at)
	return AnswerFolds{Chunk: at.Chunk, Value: word(own, q), Theirs: b.posted, Words: blocks}, err
}

func (b *board) answerBlocks() (Move, error) {
	geometry, _, _, err := b.describe()
	if err != nil {
		return nil, err
	}
	own, err := b.Lists.Blocks(b.ctx, b.at())
	if err != nil {
		return nil, err
	}
	size := 4 * geometry.PartialWords()
	block, err := firstDifference(own, b.posted, size)
	if err != nil {
		return nil, err
	}
	return AnswerBlocks{Block: uint8(block), Value: own[block*size:][:size], Theirs: b.posted}, nil
}

func (b *board) leaf() (Move, error) {
	geometry, references, descriptor, err := b.describe()
	if err != nil {
		return nil, err
	}
	m := Leaf{Descriptor: descriptor}
	if geometry.Late {
		references = nil
		if part := referee.Part((*[referee.DescriptorBytes]byte)(descriptor), uint64(b.Index), uint32(b.Word)); part.Source != 0 {
			references = append(references, part)
		}
	}
	if m.Roots, err = b.operands(references); err != nil {
		return nil, err
	}
	if !geometry.Late { // bound already: the roots alone
		for i := range m.Roots.Operands {
			m.Roots.Operands[i].Path = nil
		}
		m.Roots.StateTree, m.Roots.StateLength = merkle.Hash{}, 0
	}
	m.Evidence, err = b.Lists.Evidence(b.ctx, b.at())
	return m, err
}

// firstDifference returns the first place, in pieces of that size, where two byte strings of equal length differ.
func firstDifference(own, theirs []byte, size int) (int, error) {
	if len(own) != len(theirs) {
		return 0, ErrWrongLength
	}
	for i := 0; i < len(own); i += size {
		if !bytes.Equal(own[i:i+size], theirs[i:i+size]) {
			return i / size, nil
		}
	}
	return 0, ErrAgreed
}
