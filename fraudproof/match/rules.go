package match

import (
	"fmt"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/referee"
)

// Terms are what a match starts from. Of a duel, the lists are roots of the steps lists that its sides named before, and no other may they
// open; the sides' roots may then be equal. Else the lists are zero.
type Terms struct {
	Steps                                          int
	PreRoot, CommitterRoot, ChallengerRoot         merkle.Hash
	CommitterList, ChallengerList                  merkle.Hash
	Clock                                          uint32
	MoveExtension, ListExtension, HistoryExtension uint32
}

// Rules are what the rules know of a run.
type Rules struct {
	Hash                     merkle.Function // of its trees
	ProgramRoot, DatasetRoot merkle.Hash
}

// MaxSteps is the longest window.
const MaxSteps = 1024

// Start is start.
//
// Errors: ErrInvalidTerms.
func Start(t Terms, now uint64) (Game, error) {
	part := t.CommitterRoot != t.ChallengerRoot ||
		t.CommitterList != merkle.Hash{} && t.ChallengerList != merkle.Hash{} && t.CommitterList != t.ChallengerList
	if !part || t.Steps < 1 || t.Steps > MaxSteps {
		return Game{}, ErrInvalidTerms
	}
	left := max(t.Clock, t.HistoryExtension)
	return Game{
		Outcome: Running, Phase: PhaseStart, TurnAt: now, CommitterLeft: left, ChallengerLeft: left, Steps: t.Steps,
		MoveExtension: t.MoveExtension, ListExtension: t.ListExtension, HistoryExtension: t.HistoryExtension,
		Mine: t.CommitterRoot, Posted: t.ChallengerRoot, Agreed: t.PreRoot,
		CommitterList: t.CommitterList, ChallengerList: t.ChallengerList,
	}, nil
}

// turn is one move while it is played.
type turn struct {
	Rules
	*Game
	trees
	now    uint64
	posted []byte
}

// Play returns the match after a move of whoever is due, and what the move posted, if anything. The match given isn't changed.
//
// Errors: those of errors.go; of a Leaf also the referee's. A move that is refused changes nothing.
func (r Rules) Play(g Game, m Move, now uint64) (Game, []byte, error) {
	t := &turn{Rules: r, Game: &g, trees: trees{by: r.Hash}, now: now}
	before := g
	var err error
	switch m := m.(type) {
	case OpenSteps:
		err = t.openSteps(m)
	case Continue:
		err = t.move(m)
	case MoveToTrace:
		err = t.moveToTrace(m)
	case Bind:
		err = t.bind(m)
	case OpenTiles:
		err = t.openTiles(m)
	case OpenTile:
		err = t.openTile(m)
	case MoveToTile:
		err = t.moveToTile(m)
	case AnswerElement:
		err = t.answerElement(m)
	case AnswerFolds:
		err = t.answerFolds(m)
	case AnswerBlocks:
		err = t.answerBlocks(m)
	case Leaf:
		err = t.leaf(m)
	case Timeout:
		err = t.timeout()
	default:
		err = fmt.Errorf("%w: %T is no move", ErrWrongPhase, m)
	}
	if t.strange {
		err = ErrNotInField
	}
	if err != nil {
		return before, nil, fmt.Errorf("%T in phase %s: %w", m, before.Phase, err)
	}
	return g, t.posted, nil
}

func (t *turn) expect(p Phase) error {
	if t.Phase != p {
		return ErrWrongPhase
	}
	if t.Late(t.now) {
		return ErrTooLate
	}
	return nil
}

// post ends the turn with something posted.
func (t *turn) post(next Phase, mine merkle.Hash, data []byte) {
	t.posted = data
	t.pass(t.now, next, mine, Digest(data))
}

func (t *turn) openSteps(m OpenSteps) error {
	if err := t.expect(PhaseStart); err != nil {
		return err
	}
	claim, theirs := t.Mine, t.Posted
	switch m.Side {
	case Committer:
	case Challenger:
		claim, theirs = theirs, claim
	default:
		return ErrInvalidSide
	}
	length := uint64(t.Steps) + 1
	tree, err := t.newList(m.List, length, t.entry(t.Agreed), t.entry(claim))
	if err != nil {
		return err
	}
	if err := t.setSteps(m.Side, tree); err != nil {
		return err
	}
	t.enter(length)
	t.posted = join(m.List.Nodes)
	t.Phase, t.Mine, t.Posted = PhaseSteps, theirs, Digest(t.posted)
	t.passTo(t.now, m.Side.Other(), t.HistoryExtension)
	return nil
}

// setSteps keeps the top of a side's steps list: in a duel, of the one that it named before.
func (t *turn) setSteps(s Side, tree merkle.Hash) error {
	named := t.CommitterList
	if s == Challenger {
		named = t.ChallengerList
	}
	if named != (merkle.Hash{}) && t.list(tree, merkle.KindSteps, uint64(t.Steps)+1) != named {
		return ErrWrongClaim
	}
	t.setTree(s, tree)
	return nil
}

func (t *turn) move(m Continue) error {
	own, theirs, err := t.answer(m.Answer)
	if err != nil {
		return err
	}
	if t.Below > 0 {
		if err := t.requireBelow(m.Opening, own, uint64(t.Index), t.Below-merkle.RoundLevels, t.length()); err != nil {
			return err
		}
		t.Below -= merkle.RoundLevels
		t.post(t.Phase, theirs, join(m.Opening))
		return nil
	}
	switch {
	case len(m.Opening) != 0:
		return ErrWrongLength
	case t.Phase == PhaseTrace:
		t.Operator = t.Index - 1
		t.pass(t.now, PhaseBind, theirs, own)
	case t.Phase == PhaseTiles && t.Geometry.Leaf == referee.LeafState:
		t.pass(t.now, PhaseLeaf, theirs, own)
	default:
		return ErrWrongPhase
	}
	return nil
}

func (t *turn) moveToTrace(m MoveToTrace) error {
	if t.Phase != PhaseSteps || t.Below != 0 {
		return ErrWrongPhase
	}
	own, theirs, err := t.answer(m.Answer)
	if err != nil {
		return err
	}
	first := t.entry(m.Agreed)
	switch {
	case len(m.AgreedPath) != t.Depth:
		return ErrWrongLength
	case !t.isTree(t.climb(first, uint64(t.Index)-1, m.AgreedPath)):
		return ErrWrongAgreed
	case m.Operators < 2 || t.list(m.ProgramTree, merkle.KindProgram, uint64(m.Operators)) != t.ProgramRoot:
		return ErrWrongProgram
	}
	tree, err := t.newList(m.List, uint64(m.Operators), first, own)
	if err != nil {
		return err
	}
	t.setTree(t.Due, tree)
	t.Agreed, t.Step, t.Operators = m.Agreed, int(t.Index), m.Operators
	t.enter(uint64(m.Operators))
	t.post(PhaseTrace, theirs, join(m.List.Nodes))
	return nil
}

func (t *turn) openTiles(m OpenTiles) error {
	if err := t.expect(PhaseBound); err != nil {
		return err
	}
	length := t.Geometry.Leaves()
	if length == 1 && t.Geometry.Leaf != referee.LeafState {
		return ErrWrongLength
	}
	if err := t.requireOutput(m.Nodes, t.Mine, t.Geometry); err != nil {
		return err
	}
	t.enter(length)
	t.post(PhaseTiles, t.Posted, join(m.Nodes))
	return nil
}

func (t *turn) openTile(m OpenTile) error {
	if err := t.expect(PhaseBound); err != nil {
		return err
	}
	if len(m.Tile) != merkle.LeafSize || t.Geometry.Leaf == referee.LeafState || t.Geometry.Leaves() != 1 {
		return ErrWrongLength
	}
	root := t.list(t.by.Leaf((*[merkle.LeafSize]byte)(m.Tile)), merkle.KindTensor, 1)
	if t.entry(root) != t.Mine {
		return ErrWrongTile
	}
	t.enter(1)
	t.post(PhaseElement, t.Posted, m.Tile)
	return nil
}

func (t *turn) moveToTile(m MoveToTile) error {
	if t.Phase != PhaseTiles || t.Below != 0 || t.Geometry.Leaf == referee.LeafState {
		return ErrWrongPhase
	}
	if len(m.Tile) != merkle.LeafSize {
		return ErrWrongLength
	}
	own, theirs, err := t.answer(m.Answer)
	if err != nil {
		return err
	}
	if t.by.Leaf((*[merkle.LeafSize]byte)(m.Tile)) != own {
		return ErrWrongTile
	}
	t.post(PhaseElement, theirs, m.Tile)
	return nil
}

// length is that of the list that is open.
func (t *turn) length() uint64 {
	switch t.Phase {
	case PhaseSteps:
		return uint64(t.Steps) + 1
	case PhaseTrace:
		return uint64(t.Operators)
	default:
		return t.Geometry.Leaves()
	}
}

// answer checks an answer and moves to the first node that differs, which it returns of both sides.
func (t *turn) answer(a Answer) (own, theirs merkle.Hash, err error) {
	if t.Phase != PhaseSteps && t.Phase != PhaseTrace && t.Phase != PhaseTiles {
		return own, theirs, ErrWrongPhase
	}
	if err := t.expect(t.Phase); err != nil {
		return own, theirs, err
	}
	if err := t.checkAnswer(a); err != nil {
		return own, theirs, err
	}
	place, err := difference(a.Nodes, a.Theirs, t.Posted)
	if err != nil {
		return own, theirs, err
	}
	t.Index = t.Index*uint32(len(a.Nodes)) + uint32(place)
	return a.Nodes[place], a.Theirs[0], nil
}

func (t *turn) checkAnswer(a Answer) error {
	if t.first() && t.Phase != PhaseTiles {
		last := t.Mine
		if t.Phase == PhaseSteps {
			last = t.entry(t.Mine)
		}
		tree, err := t.newList(NewList{a.Nodes, a.Head, a.Tail}, t.length(), t.entry(t.Agreed), last)
		if err != nil {
			return err
		}
		if t.Phase == PhaseSteps {
			return t.setSteps(t.Due, tree)
		}
		t.setTree(t.Due, tree)
		return nil
	}
	switch {
	case len(a.Head)+len(a.Tail) != 0:
		return ErrWrongLength
	case t.first():
		return t.requireOutput(a.Nodes, t.Mine, t.Geometry)
	default:
		return t.requireBelow(a.Nodes, t.Mine, uint64(t.Index), t.Below, t.length())
	}
}
