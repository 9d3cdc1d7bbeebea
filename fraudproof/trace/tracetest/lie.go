package tracetest

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/referee"
	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/train/program"
)

// Lie is a micro-step with another result. Of an operator that is no reduction, and of elements without terms, Chunk and Block are 0 and
// Flip changes the element; of a reduction it changes the partial after the block (lane 0 of lanes), and all that follows is computed from
// that.
type Lie struct {
	Step       int // from 1, as in matches
	Operator   int
	Tile, Word int
	Chunk      int
	Block      int
	Flip       uint32 // the bits that are changed
}

// At is the lie's place as a match names it.
func (l Lie) At() match.Micro {
	return match.Micro{
		Step: l.Step, Operator: uint32(l.Operator), Tile: uint32(l.Tile), Word: uint8(l.Word), Chunk: uint32(l.Chunk), Block: uint8(l.Block),
	}
}

// ErrNoLie says that the changed bits leave no trace, or that there are no such bits.
var ErrNoLie = errors.New("no lie")

// Liar believes a lie: its states, traces and lists follow from it.
//
// Lists are those of a match; Source steps and traces as the liar does, for whoever needs its states.
type Liar struct {
	*Patched
	Source trace.Source
	Window *trace.Window
	Value  uint32 // the element as the lie has it; the truth is another
}

// Tell computes what an honest window would have to hold if the lie were true. Later lists are computed when they are asked for.
//
// Errors: ErrNoLie if the element is what it was: the flipped bits were rounded away, or the place is padding or an entry of `state`.
func Tell(ctx context.Context, honest *trace.Window, lie Lie) (*Liar, error) {
	out, err := honest.Output(ctx, lie.Step-1, lie.Operator)
	if err != nil {
		return nil, err
	}
	if out.Roots != nil {
		return nil, fmt.Errorf("%w: the output of state is no tensor", ErrNoLie)
	}
	element, ok := trace.WordAt(out.Shape, lie.Tile, lie.Word)
	if !ok {
		return nil, fmt.Errorf("%w: word %d of tile %d is padding", ErrNoLie, lie.Word, lie.Tile)
	}
	value := out.Words[element] ^ lie.Flip
	var folds, blocks []uint32
	if r, ok := out.Reduction(lie.Tile, lie.Word); ok {
		if folds, blocks, err = believe(r, lie); err != nil {
			return nil, err
		}
		value = referee.Finish(folds[len(folds)-1])
	}
	if value == out.Words[element] {
		return nil, fmt.Errorf("%w: flipping %08x in %s is rounded away", ErrNoLie, lie.Flip, out.Operator.Name)
	}
	s := honest.Source
	p := planted{lie: lie, element: element, value: value, clock: s.Pre.Clock + uint32(lie.Step-1)}
	s.Tracer = tracer{s.Tracer, p}
	s.Stepper = stepper{s.Stepper, s.Tracer, s.Program, p.clock}
	w, err := trace.NewWindow(s)
	if err != nil {
		return nil, err
	}
	l := &Liar{Patched: Patch(w.Lists()), Source: s, Window: w, Value: value}
	if folds != nil {
		at := lie.At()
		at.Block = 0
		l.SetBlocks(at, referee.PutWords(blocks))
		at.Chunk = 0
		l.SetFolds(at, referee.PutWords(folds))
	}
	return l, nil
}

// believe returns the folds of the element and the blocks of the chunk as they follow from the lie.
func believe(r trace.Reduction, lie Lie) (folds, blocks []uint32, err error) {
	g, width := r.Geometry(), r.Width()
	honest, err := r.Blocks(lie.Chunk)
	if err != nil {
		return nil, nil, err
	}
	blocks = slices.Clone(honest[:(lie.Block+1)*width])
	blocks[lie.Block*width] ^= lie.Flip
	rest, err := r.After(lie.Chunk, lie.Block, blocks[lie.Block*width:])
	if err != nil {
		return nil, nil, err
	}
	blocks = append(blocks, rest...)
	if folds, err = r.Folds(); err != nil {
		return nil, nil, err
	}
	for q := lie.Chunk; q < r.Chunks(); q++ {
		of := blocks
		if q > lie.Chunk {
			if of, err = r.Blocks(q); err != nil {
				return nil, nil, err
			}
		}
		folds[q] = g.Reduce(of[len(of)-width:])
		if q > 0 {
			folds[q] = g.Fold(folds[q-1], folds[q])
		}
	}
	return folds, blocks, nil
}

// planted is a lie as one word of an output of the step that follows a clock.
type planted struct {
	lie     Lie
	element int
	value   uint32
	clock   uint32
}

// tracer lies about one output; what comes later is computed from the lie.
type tracer struct {
	trace.Tracer
	planted
}

func (t tracer) Outputs(ctx context.Context, s *program.State, end int, visit func(operator int, words []uint32) error) error {
	if s.Clock != t.clock {
		return t.Tracer.Outputs(ctx, s, end, visit)
	}
	return t.Tracer.Outputs(ctx, s, end, func(o int, words []uint32) error {
		if o == t.lie.Operator {
			words[t.element] = t.value
		}
		return visit(o, words)
	})
}

// stepper takes the step of the lie operator by operator.
type stepper struct {
	trace.Stepper
	tracer  trace.Tracer
	program *program.Program
	clock   uint32
}

func (t stepper) Step(ctx context.Context, s *program.State) error {
	if s.Clock != t.clock {
		return t.Stepper.Step(ctx, s)
	}
	next := make([][]uint32, len(t.program.StateLayout))
	tensors := map[int]int{}
	for tensor, o := range t.program.StateOutputs() {
		tensors[o] = tensor
	}
	if err := t.tracer.Outputs(ctx, s, len(t.program.Operators), func(o int, words []uint32) error {
		if tensor, ok := tensors[o]; ok {
			next[tensor] = slices.Clone(words)
		}
		return nil
	}); err != nil {
		return err
	}
	for i, to := range s.Tensors {
		for e, w := range next[i] {
			to[e] = math.Float32frombits(w)
		}
	}
	s.Clock = next[len(s.Tensors)][0]
	return nil
}
