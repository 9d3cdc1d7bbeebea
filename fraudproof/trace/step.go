package trace

import (
	"context"
	"fmt"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/train/program"
)

// Trace returns the list of the window's step n: entry 0 is the root of the state before it, entry 1+o the root of the output of operator
// o; the last operator is `state`, whose root is that of the state after the step.
//
// Bounds: outputs are hashed as they come and forgotten once no later operator reads them. The caller doesn't change the entries.
//
// Errors: ErrContradiction if the operators don't lead to the state that the whole step leads to.
func (w *Window) Trace(ctx context.Context, n int) ([]merkle.Hash, error) {
	if err := w.begin(ctx); err != nil {
		return nil, err
	}
	defer w.end()
	t, err := w.trace(ctx, n)
	return t.entries, err
}

// TensorRoots returns the roots of the tensors of the state before the window's step n: the list behind entry 0 of its trace.
//
// Errors: as Trace.
func (w *Window) TensorRoots(ctx context.Context, n int) ([]merkle.Hash, error) {
	if err := w.begin(ctx); err != nil {
		return nil, err
	}
	defer w.end()
	t, err := w.trace(ctx, n)
	return t.state, err
}

func (w *Window) trace(ctx context.Context, n int) (stepTrace, error) {
	for _, t := range w.traces {
		if t.step == n {
			return t, nil
		}
	}
	if n < 0 || n >= w.Steps {
		return stepTrace{}, fmt.Errorf("%w: step %d of %d", ErrNoSuch, n, w.Steps)
	}
	pre, err := w.state(ctx, n)
	if err != nil {
		return stepTrace{}, err
	}
	operators := len(w.Program.Operators)
	outputs := make([]merkle.Hash, operators)
	if err := w.outputs(ctx, pre, n, operators, func(o int, words []uint32) error {
		outputs[o] = w.outputRoot(o, words, outputs)
		return nil
	}); err != nil {
		return stepTrace{}, err
	}
	state := w.tensorRoots(pre)
	entries := append([]merkle.Hash{function(w.Program).ListRoot(merkle.KindState, state)}, outputs...)
	if w.history != nil && (entries[0] != w.history[n] || entries[operators] != w.history[n+1]) {
		return stepTrace{}, fmt.Errorf("%w: step %d leads from %v to %v operator by operator, from %v to %v as a whole",
			ErrContradiction, n, entries[0], entries[operators], w.history[n], w.history[n+1])
	}
	t := stepTrace{n, entries, state}
	w.traces = append(w.traces, t)
	if len(w.traces) > tracesKept {
		w.traces = w.traces[1:]
	}
	return t, nil
}

// outputs shows the outputs of the operators before end and reports progress.
func (w *Window) outputs(ctx context.Context, pre *program.State, n, end int, visit func(o int, words []uint32) error) error {
	err := w.Tracer.Outputs(ctx, pre, end, func(o int, words []uint32) error {
		w.report(Progress{Step: n, Steps: w.Steps, Operator: o, Operators: end})
		return visit(o, words)
	})
	if err != nil {
		return fmt.Errorf("operators of step %d: %w", pre.Clock, err)
	}
	return nil
}

// outputRoot returns the root of an output; that of `state` follows from the outputs before.
func (w *Window) outputRoot(o int, words []uint32, outputs []merkle.Hash) merkle.Hash {
	operator := &w.Program.Operators[o]
	if operator.Code == program.OpState {
		return function(w.Program).ListRoot(merkle.KindState, newTensorRoots(w.Program, outputs))
	}
	return tiles(operator.Out, words).By(function(w.Program)).Root()
}

// newTensorRoots returns the tensor roots of the state after a step from the roots of the step's outputs.
func newTensorRoots(p *program.Program, outputs []merkle.Hash) []merkle.Hash {
	var roots []merkle.Hash
	for _, o := range p.StateOutputs() {
		roots = append(roots, outputs[o])
	}
	return roots
}

// tiles lists the tiles of a tensor.
func tiles(s program.Shape, words []uint32) merkle.List {
	if s.Vector {
		return merkle.Vector(words)
	}
	return merkle.Matrix(words, s.G, s.R, s.W)
}
