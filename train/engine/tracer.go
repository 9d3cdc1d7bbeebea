package engine

import (
	"context"

	"github.com/commonweight/commonweight/train/engine/cpu"
	"github.com/commonweight/commonweight/train/engine/portable"
	"github.com/commonweight/commonweight/train/program"
)

// Tracer shows the output of every operator of a step, with the bits of train/numeric.
//
// Concurrency: safe; one call runs at a time, and who waits can be cancelled. Visit must not call the tracer that calls it.
type Tracer interface {
	// Name is the name it was opened by, never "auto".
	Name() string
	// Outputs runs the operators before end of the step that follows s, shows the words of each output, none for `state`, and leaves the
	// state as it is. An error of visit ends it. The words are valid until visit returns; what visit writes into them is what later
	// operators read. Its memory is that of a step's gradients, not of a second state.
	Outputs(ctx context.Context, s *program.State, end int, visit func(operator int, words []uint32) error) error
	// Close stops its threads and returns its memory.
	Close() error
}

// OpenTracer prepares a program as Open does. A GPU gives no traces: for CUDA it opens a code path of the processor, another one than for
// the engine that Second names.
//
// Errors: as Open.
func OpenTracer(name string, p *program.Program, payload []byte, threads int) (Tracer, error) {
	name, _, err := choose("tracer", name, threads)
	if err != nil {
		return nil, err
	}
	if name == CUDA {
		name = Second(Second(CUDA)) // neither path is that of the other's tracer
	}
	switch name {
	case AVX512, AVX2:
		t, err := cpu.NewTracer(name, p, payload, threads)
		if err != nil {
			return nil, err
		}
		return inTurns{t, make(chan struct{}, 1)}, nil
	default:
		e, err := portable.New(p, payload)
		if err != nil {
			return nil, err
		}
		return inTurns{e, make(chan struct{}, 1)}, nil
	}
}

// inTurns lets one call at a time through.
type inTurns struct {
	Tracer
	turn chan struct{}
}

func (t inTurns) Outputs(ctx context.Context, s *program.State, end int, visit func(operator int, words []uint32) error) error {
	select {
	case t.turn <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	defer func() { <-t.turn }()
	return t.Tracer.Outputs(ctx, s, end, visit)
}
