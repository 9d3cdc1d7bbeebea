package trace

import (
	"context"
	"fmt"
	"slices"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/referee"
	"github.com/commonweight/commonweight/train/program"
)

// Output is what one operator of one step computed, with everything it computed it from.
//
// Concurrency: safe, nothing of it may be changed; it stays valid when the window goes on.
type Output struct {
	Step, Index int
	Operator    *program.Operator
	Tensor                    // the output; without words for `state`
	Operands    []Tensor      // by operand; without words for `state` and the dataset
	Roots       []merkle.Hash // `state`: the roots of the new state's tensors, its list; else nil
	payload     []byte
	dataset     Paths // of the payload, if it is an operand
	descriptor  [referee.DescriptorBytes]byte
	geometry    referee.Geometry
}

// List returns the list behind the output's root: the tiles of a tensor; for `state` the roots of the new state's tensors.
func (o *Output) List() *merkle.Tree {
	if o.Roots != nil {
		o.once.Do(func() { o.tree = merkle.Roots(merkle.KindState, o.Roots).By(o.function).Tree() })
		return o.tree
	}
	return o.Tree()
}

// Output computes the output of operator o of the window's step n again, and keeps its operands.
//
// Errors: ErrContradiction if its root is not the one that the step's trace has.
func (w *Window) Output(ctx context.Context, n, o int) (*Output, error) {
	if err := w.begin(ctx); err != nil {
		return nil, err
	}
	defer w.end()
	if w.output != nil && w.output.Step == n && w.output.Index == o {
		return w.output, nil
	}
	if o < 0 || o >= len(w.Program.Operators) {
		return nil, fmt.Errorf("%w: operator %d of %d", ErrNoSuch, o, len(w.Program.Operators))
	}
	w.output = nil
	t, err := w.trace(ctx, n)
	if err != nil {
		return nil, err
	}
	entries := t.entries
	pre, err := w.state(ctx, n)
	if err != nil {
		return nil, err
	}
	operator := &w.Program.Operators[o]
	out := &Output{Step: n, Index: o, Operator: operator, payload: w.Payload, descriptor: operator.Descriptor()}
	out.function = function(w.Program)
	out.geometry, _ = referee.Describe(&out.descriptor, uint64(o))
	if operator.Code == program.OpState {
		out.Roots = newTensorRoots(w.Program, entries[1:])
		w.output = out
		return out, nil
	}
	out.Shape = operator.Out
	out.Operands = make([]Tensor, len(operator.Operands))
	for i, x := range operator.Operands {
		out.Operands[i].Shape, out.Operands[i].Words, out.Operands[i].function = x.Shape, w.given(pre, x), out.function
		if x.Role == program.RoleDataset {
			out.dataset = w.paths()
		}
	}
	if err := w.outputs(ctx, pre, n, o+1, func(at int, words []uint32) error {
		for i, x := range operator.Operands {
			if x.Source == program.SourceTrace && x.Index == at {
				out.Operands[i].Words = slices.Clone(words)
			}
		}
		if at == o {
			out.Words = slices.Clone(words)
		}
		return nil
	}); err != nil {
		return nil, err
	}
	if root := out.List().Root(); root != entries[1+o] {
		return nil, fmt.Errorf("%w: the output of %s had the root %v and has %v", ErrContradiction, operator.Name, entries[1+o], root)
	}
	w.output, w.pinned = out, pre == w.newest
	return out, nil
}

// given returns the words of an operand that no operator computes, nil for the dataset and for outputs.
func (w *Window) given(pre *program.State, x program.Operand) []uint32 {
	switch {
	case x.Source == program.SourcePreState && x.Index == len(pre.Tensors):
		return []uint32{pre.Clock}
	case x.Source == program.SourcePreState:
		return bitsOf(pre.Tensors[x.Index])
	case x.Source == program.SourceConstant && program.RunConstant(x.Index) == program.ConstantLearningRates:
		return bitsOf(w.Program.LearningRates)
	}
	return nil
}

// paths hashes the dataset once, if nobody has.
func (w *Window) paths() Paths {
	if w.dataset == nil {
		w.dataset = w.Paths
	}
	if w.dataset == nil {
		w.dataset = merkle.Dataset(w.Payload).By(function(w.Program)).Tree()
	}
	return w.dataset
}
