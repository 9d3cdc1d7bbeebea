package replica

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/train/engine"
	"github.com/commonweight/commonweight/train/program"
)

// smallState is the size up to which states inside a window are kept, so that fewer steps are taken again. Unit: words.
const smallState = 1 << 24

// bench holds the window whose lists were asked for last, with the tracer that all windows share. The tracer is on the second engine: what it
// shows operator by operator has to lead to the state that the first engine's step leads to, so each trace is a second replay.
//
// Concurrency: safe.
type bench struct {
	mu     sync.Mutex
	tracer engine.Tracer
	old    []engine.Tracer // of engines that were replaced; windows may still have them
	about  chain.Hash
	window *trace.Window
}

// Lists returns what this machine holds to be true about a commitment's window: every list that a match over it opens. Its state root after the
// last step is the commitment's only if the commitment is right.
//
// Errors: ErrUnknown.
func (r *Replica) Lists(ctx context.Context, commitment chain.Hash) (match.Provider, error) {
	w, err := r.Window(ctx, commitment)
	if err != nil {
		return nil, err
	}
	return w.Lists(), nil
}

// Window returns the window behind Lists.
//
// Errors: ErrUnknown.
func (r *Replica) Window(ctx context.Context, commitment chain.Hash) (*trace.Window, error) {
	c, err := r.commitment(ctx, commitment)
	if err != nil {
		return nil, err
	}
	r.bench.mu.Lock()
	defer r.bench.mu.Unlock()
	if t := r.bench.tracer; t != nil && t.Name() != r.second.name() {
		r.bench.old, r.bench.tracer, r.bench.window = append(r.bench.old, t), nil, nil
	}
	if r.bench.window != nil && r.bench.about == commitment {
		return r.bench.window, nil
	}
	if err := r.lacks(ctx, c.Window, c.Steps); err != nil {
		return nil, err
	}
	pre, err := r.After(ctx, c.Parent)
	if err != nil {
		return nil, err
	}
	if r.bench.tracer == nil {
		if r.bench.tracer, err = engine.OpenTracer(r.second.name(), r.program, r.Payload(), r.threads); err != nil {
			return nil, err
		}
	}
	w, err := trace.NewWindow(trace.Source{
		Program: r.program, Payload: r.Payload(), Pre: pre, Steps: int(c.Steps), Stepper: r.first, Tracer: r.bench.tracer, Kept: keptStates(r.program),
		Paths: r.knownPaths(),
	})
	if err != nil {
		return nil, fmt.Errorf("lists of %s: %w", commitment, err)
	}
	r.bench.about, r.bench.window = commitment, w
	return w, nil
}

func keptStates(p *program.Program) int {
	if stateWords(p) > smallState {
		return 0
	}
	return 8
}

func stateWords(p *program.Program) int {
	words := 0
	for _, t := range p.StateLayout {
		words += t.Shape.Words()
	}
	return words
}

func (b *bench) close() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	var errs []error
	for _, t := range b.old {
		errs = append(errs, t.Close())
	}
	if b.tracer != nil {
		errs = append(errs, b.tracer.Close())
	}
	b.tracer, b.old, b.window = nil, nil, nil
	return errors.Join(errs...)
}
