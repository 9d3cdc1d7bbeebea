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
	model := b.forward(clock, p)
	model.backward()
	loss := model.mean()
	norm := b.optimise(p, loss)
	if b.err != nil {
		return nil, fmt.Errorf("%w: the model does not compile: %w", ErrSpec, b.err)
	}
	return &Program{
		Spec: s, Operators: b.operators, StateLayout: b.layout, LearningRates: b.rates,
		Parameters: len(list), Loss: loss.index, Norm: norm.index,
	}, nil
}

// model is a forward pass that was appended.
type model interface {
	// mean is its loss.
	mean() value
	// backward appends the gradients of all parameters.
	backward()
}

func (c crossEntropy) mean() value { return c.loss }

// forward appends the model's forward pass over the clock's batch.
func (b *builder) forward(clock value, p *parameters) model {
	if b.spec.Model.Kind == ModelGPT {
		return b.gptForward(clock, p)
	}
	return b.mlpForward(clock, p)
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
