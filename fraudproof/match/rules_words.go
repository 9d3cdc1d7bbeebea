package match

import (
	"math"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/referee"
)

func (t *turn) bind(m Bind) error {
	if err := t.expect(PhaseBind); err != nil {
		return err
	}
	if len(m.Descriptor) != merkle.LeafSize {
		return ErrWrongLength
	}
	descriptor := (*[merkle.LeafSize]byte)(m.Descriptor)
	at := merkle.Position{Kind: merkle.KindProgram, Length: uint64(t.Operators), Index: uint64(t.Operator)}
	if !t.stands(at, t.ProgramRoot, t.by.Leaf(descriptor), m.Path) {
		return ErrWrongProgram
	}
	geometry, references := referee.Describe(descriptor, uint64(t.Operator))
	valid := geometry.Leaf != 0 && geometry.Leaves() > 0 && geometry.Leaves() <= math.MaxUint32
	if valid {
		var err error
		if valid, err = t.operands(references, m.Roots); err != nil {
			return err
		}
	}
	if !valid {
		t.end(BothConvicted)
		return nil
	}
	t.Binding, t.Geometry, t.Phase = referee.Binding(descriptor, roots(m.Roots)), geometry, PhaseBound
	return nil
}

// operands checks that roots are where the references say. False if there is no such place, whatever anyone shows.
func (t *turn) operands(references []referee.Reference, o Operands) (bool, error) {
	if len(o.Operands) != len(references) {
		return false, ErrWrongLength
	}
	usesState := false
	for i, r := range references {
		x := o.Operands[i]
		leaf := t.entry(x.Root)
		there := false
		switch {
		case r.Source == referee.SourceTrace:
			if r.Index >= t.Operator {
				return false, nil
			}
			there = len(x.Path) == merkle.Depth(uint64(t.Operators)) && t.isTree(t.climb(leaf, uint64(r.Index)+1, x.Path))
		case r.Source == referee.SourcePreState:
			usesState = true
			if t.list(o.StateTree, merkle.KindState, o.StateLength) != t.Agreed {
				return false, ErrWrongAgreed
			}
			if uint64(r.Index) >= o.StateLength {
				return false, nil
			}
			there = len(x.Path) == merkle.Depth(o.StateLength) && t.climb(leaf, uint64(r.Index), x.Path) == o.StateTree
		case r.Index == uint32(referee.ConstantDataset):
			there = len(x.Path) == 0 && x.Root == t.DatasetRoot
		default:
			at := merkle.Position{Kind: merkle.KindProgram, Length: uint64(t.Operators), Index: uint64(t.Operators) - 1}
			there = t.stands(at, t.ProgramRoot, leaf, x.Path)
		}
		if !there {
			return false, ErrWrongOperand
		}
	}
	if !usesState {
		return true, requireNoState(o)
	}
	return true, nil
}

func requireNoState(o Operands) error {
	if o.StateTree != (merkle.Hash{}) || o.StateLength != 0 {
		return ErrWrongLength
	}
	return nil
}

func roots(o Operands) []merkle.Hash {
	list := make([]merkle.Hash, len(o.Operands))
	for i, x := range o.Operands {
		list[i] = x.Root
	}
	return list
}

func (t *turn) answerElement(m AnswerElement) error {
	if err := t.expect(PhaseElement); err != nil {
		return err
	}
	their, next, err := t.element(t.Geometry, m)
	if err != nil {
		return err
	}
	t.Word = m.Word
	if next == PhaseLeaf {
		t.pass(t.now, PhaseLeaf, hashOf(their), hashOf(m.Value))
		return nil
	}
	t.post(next, hashOf(their), m.Words)
	return nil
}

func (t *turn) answerFolds(m AnswerFolds) error {
	if err := t.expect(PhaseFolds); err != nil {
		return err
	}
	their, before, err := t.fold(t.Geometry, m)
	if err != nil {
		return err
	}
	t.Chunk, t.Before = m.Chunk, hashOf(before)
	t.post(PhaseBlocks, hashOf(their), m.Words)
	return nil
}

func (t *turn) answerBlocks(m AnswerBlocks) error {
	if err := t.expect(PhaseBlocks); err != nil {
		return err
	}
	own, their, before, err := t.partial(t.Geometry, m)
	if err != nil {
		return err
	}
	t.Block, t.Before = m.Block, before
	t.pass(t.now, PhaseLeaf, their, own)
	return nil
}

func (t *turn) leaf(m Leaf) error {
	if err := t.expect(PhaseLeaf); err != nil {
		return err
	}
	if len(m.Descriptor) != merkle.LeafSize {
		return ErrWrongLength
	}
	descriptor := (*[merkle.LeafSize]byte)(m.Descriptor)
	bound, err := t.bound(descriptor, m.Roots)
	if err != nil {
		return err
	}
	if !bound {
		t.end(BothConvicted)
		return nil
	}
	step := referee.MicroStep{
		Binding: t.Binding, Tile: uint64(t.Index), Word: uint32(t.Word), Chunk: t.Chunk, Block: uint32(t.Block), Before: t.Before,
	}
	result, err := referee.Decide(t.by, step, descriptor, roots(m.Roots), m.Evidence)
	if err != nil {
		return err
	}
	if result.Verdict != referee.VerdictDecided {
		t.end(BothConvicted)
		return nil
	}
	t.end(t.judge(merkle.Hash(result.Value)))
	return nil
}

// bound says whether the operands are: by Bind, or here the one of concat and state, which may be none there is.
func (t *turn) bound(descriptor *[merkle.LeafSize]byte, o Operands) (bool, error) {
	if !t.Geometry.Late {
		for _, x := range o.Operands {
			if len(x.Path) != 0 {
				return false, ErrWrongLength
			}
		}
		return true, requireNoState(o)
	}
	if referee.Binding(descriptor, nil) != t.Binding {
		return false, ErrWrongProgram
	}
	var references []referee.Reference
	if part := referee.Part(descriptor, uint64(t.Index), uint32(t.Word)); part.Source != 0 {
		references = append(references, part)
	}
	return t.operands(references, o)
}

func (t *turn) timeout() error {
	switch {
	case t.Outcome != Running:
		return ErrWrongPhase
	case !t.Late(t.now):
		return ErrNotYet
	case t.Phase == PhaseStart:
		t.end(BothSilent)
	default:
		t.end(convicted(t.Due))
	}
	return nil
}
