package program

import "fmt"

// Compile turns a RunSpec into its step. It validates the spec first, allocates no tensor, and is deterministic.
//
// Errors: ErrSpec, naming the field, or the operator whose shapes don't fit.
func Compile(s Spec) (*Program, error) {
	if err := s.Validate(); err != nil {
		return nil, err
	}
	list := parameterList(s.Model)
	b := &builder{spec: s, layout: stateLayout(list, s.Optimiser), rates: s.Optimiser.LearningRate.table(s.Steps)}
	p, clock := newParameters(list), b.pre(SectionClock, 0)
	var loss value
	if s.Model.Kind == ModelGPT {
		loss = b.gpt(clock, p)
	} else {
		loss = b.mlp(clock, p)
	}
	norm := b.optimise(p, loss)
	if b.err != nil {
		return nil, fmt.Errorf("%w: the model does not compile: %w", ErrSpec, b.err)
	}
	return &Program{
		Spec: s, Operators: b.operators, StateLayout: b.layout, LearningRates: b.rates,
		Parameters: len(list), Loss: loss.index, Norm: norm.index,
	}, nil
}

// stateLayout lists the tensors of the state: parameters, the optimiser's moments, scalars, clock.
func stateLayout(list []TensorSpec, o Optimiser) []TensorSpec {
	layout := append([]TensorSpec{}, list...)
	for _, section := range o.sections() {
		for _, t := range list {
			layout = append(layout, TensorSpec{Name: t.Name, Shape: t.Shape, Section: section})
		}
	}
	return append(layout,
		TensorSpec{Name: "scalars", Shape: VectorOf(DTypeFloat32, scalarWords), Section: SectionScalars},
		TensorSpec{Name: "clock", Shape: VectorOf(DTypeUint32, 1), Section: SectionClock})
}
