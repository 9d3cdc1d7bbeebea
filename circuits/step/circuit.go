package step

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math"

	"github.com/consensys/gnark-crypto/ecc"
	"github.com/consensys/gnark/backend/witness"
	"github.com/consensys/gnark/constraint"
	"github.com/consensys/gnark/frontend"
	"github.com/consensys/gnark/frontend/cs/r1cs"

	"github.com/commonweight/commonweight/circuits/gadget"
	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/train/engine/portable"
	"github.com/commonweight/commonweight/train/program"
)

// ErrUnsupported says that the program has an operator or a size that no circuit is built for.
var ErrUnsupported = errors.New("no step circuit for this program")

// ErrNotFinite says that the step meets an infinity, a NaN or a number of the top binade: it can't be proved and goes the optimistic way.
var ErrNotFinite = errors.New("the step meets a number that is not finite, or above 2^127")

// ErrWitness says that a state or dataset isn't one of the program.
var ErrWitness = errors.New("not a step of this program")

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
	if err := supported(p); err != nil {
		return nil, err
	}
	system, err := frontend.Compile(ecc.BN254.ScalarField(), r1cs.NewBuilder, newLayout(p))
	if err != nil {
		return nil, fmt.Errorf("compile the step circuit: %w", err)
	}
	return &Circuit{program: p, system: system}, nil
}

// Constraints returns the constraint system that keys are made for.
func (c *Circuit) Constraints() constraint.ConstraintSystem { return c.system }

// Assign returns the full witness of a statement. Whether the statement is true, proving shows.
//
// Errors: ErrWitness; ErrNotFinite, naming the operator.
func (c *Circuit) Assign(s Statement, step Step) (witness.Witness, error) {
	p := c.program
	if err := p.CheckState(step.Pre); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrWitness, err)
	}
	if len(step.Payload) != p.Spec.Dataset.Bytes {
		return nil, fmt.Errorf("%w: a dataset of %d bytes, the program says %d", ErrWitness, len(step.Payload), p.Spec.Dataset.Bytes)
	}
	if err := finite(p, step); err != nil {
		return nil, err
	}
	l := newLayout(p)
	for i, x := range s.Public() {
		l.Public[i] = x
	}
	at := 0
	for _, tensor := range step.Pre.Tensors {
		for _, x := range tensor {
			l.State[at] = math.Float32bits(x)
			at++
		}
	}
	for i := range l.Payload {
		l.Payload[i] = binary.LittleEndian.Uint32(step.Payload[4*i:])
	}
	w, err := frontend.NewWitness(l, ecc.BN254.ScalarField())
	if err != nil {
		return nil, fmt.Errorf("assign the witness: %w", err)
	}
	return w, nil
}

// finite replays the step and refuses outputs that have no proof.
func finite(p *program.Program, step Step) error {
	e, err := portable.New(p, step.Payload)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrWitness, err)
	}
	defer e.Close()
	return e.Outputs(context.Background(), step.Pre, len(p.Operators), func(operator int, words []uint32) error {
		o := &p.Operators[operator]
		if o.Out.DType != program.DTypeFloat32 {
			return nil
		}
		for _, w := range words {
			if w>>23&0xff > 253 {
				return fmt.Errorf("%w: in the output of %s", ErrNotFinite, o.Name)
			}
		}
		return nil
	})
}

// layout is the circuit as gnark sees it.
type layout struct {
	Public  [publicInputs]frontend.Variable `gnark:",public"`
	State   []frontend.Variable             // the words of the state before the step, without its clock
	Payload []frontend.Variable             // the dataset's words

	program *program.Program
}

func newLayout(p *program.Program) *layout {
	words := 0
	for _, t := range p.StateLayout {
		if t.Section != program.SectionClock {
			words += t.Shape.Words()
		}
	}
	return &layout{program: p, State: make([]frontend.Variable, words), Payload: make([]frontend.Variable, p.Spec.Dataset.Bytes/4)}
}

// Define walks the step: the roots of what it starts from, its operators, the root of what it leads to.
func (l *layout) Define(api frontend.API) (err error) {
	defer func() {
		switch refused := recover().(type) {
		case nil:
		case unsupported:
			err = fmt.Errorf("%w: %s", ErrUnsupported, string(refused))
		default:
			panic(refused)
		}
	}()
	lookups := gadget.NewLookups(api)
	w := &walk{Unit: gadget.NewUnit(lookups, gadget.Binary32), api: api, program: l.program, clock: l.Public[publicFirst]}
	lookups.Bind(l.Public[:]...)

	root := trace.ProgramRoot(l.program)
	api.AssertIsEqual(l.Public[publicProgram], element(root))
	api.AssertIsEqual(l.Public[publicSteps], 1)
	api.AssertIsEqual(l.Public[publicDataset], w.dataset(l.Payload))
	api.AssertIsEqual(l.Public[publicPre], w.before(l.State))
	w.run()
	api.AssertIsEqual(l.Public[publicPost], w.after())
	return nil
}
