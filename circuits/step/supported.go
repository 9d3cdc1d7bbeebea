package step

import (
	"fmt"

	"github.com/commonweight/commonweight/train/program"
)

// unsupported is panicked with by the walk where a circuit for the program can't be built; Define recovers it.
type unsupported string

// The sizes up to which a circuit is built. Beyond them proving takes hours, or more memory than a worker has.
const (
	maxPayload = 1 << 16 // bytes: the whole dataset is hashed in the circuit
	maxSteps   = 1 << 16 // a row of a table each
	maxFMAs    = 1 << 18 // of matrix products: some 8 million constraints
)

// supported refuses early what the walk would refuse late.
func supported(p *program.Program) error {
	if p.Spec.TreeHash != program.HashPoseidon2 {
		return fmt.Errorf("%w: its trees are hashed by %s", ErrUnsupported, p.Spec.TreeHash)
	}
	if p.Evaluates() {
		return fmt.Errorf("%w: its run has a goal", ErrUnsupported)
	}
	if p.Spec.Dataset.Kind != program.DatasetTabular {
		return fmt.Errorf("%w: it is a %s over a dataset of %s, and only steps of classifiers (mlp) of records (tabular) have one; this step has %d parameters "+
			"and %d multiplications in its matrix products, of which a circuit takes at most %d", ErrUnsupported, p.Spec.Model.Kind, p.Spec.Dataset.Kind,
			parameters(p), products(p), maxFMAs)
	}
	if n := p.Spec.Dataset.Bytes; n > maxPayload {
		return fmt.Errorf("%w: a dataset of %d bytes, the most is %d", ErrUnsupported, n, maxPayload)
	}
	if n := p.Spec.Steps; n > maxSteps {
		return fmt.Errorf("%w: a run of %d steps, the most is %d", ErrUnsupported, n, maxSteps)
	}
	if n := products(p); n > maxFMAs {
		return fmt.Errorf("%w: %d multiplications in its matrix products, the most is %d", ErrUnsupported, n, maxFMAs)
	}
	return nil
}

// products counts the multiplications of a step's matrix products.
func products(p *program.Program) int {
	fmas := 0
	for i := range p.Operators {
		if o := &p.Operators[i]; o.Code == program.OpMatmul {
			terms := o.Operands[0].View.W
			if o.Mode == program.ModeTN {
				terms = o.Operands[0].View.R
			}
			fmas += o.Out.Words() * terms
		}
	}
	return fmas
}

// parameters counts the model's words.
func parameters(p *program.Program) int {
	n := 0
	for _, t := range p.StateLayout[:p.Parameters] {
		n += t.Shape.Words()
	}
	return n
}
