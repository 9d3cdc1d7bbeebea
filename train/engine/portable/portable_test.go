package portable

import (
	"context"
	"encoding/binary"
	"errors"
	"math"
	"testing"

	"github.com/commonweight/commonweight/train/engine/internal/golden"
	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

// classifier is an MLP on three clouds of points.
func classifier(t testing.TB, o program.Optimiser, activation string) (*program.Program, []byte) {
	t.Helper()
	const count = 96
	var payload []byte
	for i := range count {
		label := i % 3
		angle := 2*math.Pi*float64(label)/3 + 0.5*math.Sin(float64(i)*2.3)
		radius := 1 + 0.4*math.Cos(float64(i)*1.1)
		for _, x := range []float64{radius * math.Cos(angle), radius * math.Sin(angle)} {
			payload = binary.LittleEndian.AppendUint32(payload, math.Float32bits(float32(x)))
		}
		payload = binary.LittleEndian.AppendUint32(payload, uint32(label))
	}
	run, p, _ := golden.Tiny(t, vectors)
	s := p.Spec
	s.Name, s.Seed, s.Batch = "clouds", run.Seed, 24
	s.Model = program.Model{Kind: program.ModelMLP, Features: 2, Hidden: []int{16}, Classes: 3, Activation: activation}
	s.Dataset = program.Dataset{Kind: program.DatasetTabular, CID: s.Dataset.CID, Bytes: len(payload)}
	s.Optimiser = o
	q, err := program.Compile(s)
	if err != nil {
		t.Fatal(err)
	}
	return q, payload
}

// optimisers are one of each kind, with rates that suit the clouds.
func optimisers() map[string]program.Optimiser {
	constant := func(peak program.Decimal) program.Schedule {
		return program.Schedule{Kind: program.ScheduleConstant, Peak: peak}
	}
	return map[string]program.Optimiser{
		"sgd":      {Kind: program.OptimiserSGD, Clip: "5", LearningRate: constant("1")},
		"momentum": {Kind: program.OptimiserMomentum, Momentum: "0.9", Clip: "5", LearningRate: constant("0.2")},
		"adamw": {
			Kind: program.OptimiserAdamW, Beta1: "0.9", Beta2: "0.999", Epsilon: "1e-8", WeightDecay: "0.01", Clip: "5",
			LearningRate: constant("0.02"),
		},
	}
}

func TestClassifierLearns(t *testing.T) {
	if testing.Short() {
		t.Skip("learning takes many steps")
	}
	for name, o := range optimisers() {
		for _, activation := range []string{program.ActivationReLU, program.ActivationGELU} {
			p, payload := classifier(t, o, activation)
			e, s := open(t, p, payload), p.Genesis()
			step(t, e, s)
			first := s.Loss()
			for range 150 {
				step(t, e, s)
			}
			if !(first > 1 && s.Loss() < 0.1) {
				t.Errorf("%s, %s: the loss went from %g to %g", name, activation, first, s.Loss())
			}
		}
	}
}

// TestStepWithoutFiniteNorm: it changes the record and the clock and not one bit more, also of −0 and of values that are not finite.
func TestStepWithoutFiniteNorm(t *testing.T) {
	programs := map[string]func() (*program.Program, []byte){
		"gpt": func() (*program.Program, []byte) {
			_, p, payload := golden.Tiny(t, vectors)
			return p, payload
		},
	}
	for name, o := range optimisers() {
		programs[name] = func() (*program.Program, []byte) { return classifier(t, o, program.ActivationReLU) }
	}
	inf := float32(math.Inf(1))
	nan := math.Float32frombits(numeric.NaN)
	poisons := []float32{inf, -inf, nan, 3e38}
	if testing.Short() {
		delete(programs, "gpt")
	}
	for name, prepare := range programs {
		p, payload := prepare()
		e := open(t, p, payload)
		for _, poison := range poisons {
			s := p.Genesis()
			step(t, e, s)
			for i := range p.Parameters {
				s.Tensors[i][1] = float32(math.Copysign(0, -1))
			}
			for n := 2; n < min(len(s.Tensors[0]), 64); n++ {
				s.Tensors[0][n] = poison
			}
			before := s.Clone()
			step(t, e, s)
			for i, tensor := range s.Tensors[:len(s.Tensors)-1] {
				if golden.TensorHash(tensor) != golden.TensorHash(before.Tensors[i]) {
					t.Errorf("%s, %g: %v of %s changed", name, poison, p.StateLayout[i].Section, p.StateLayout[i].Name)
				}
			}
			for w, want := range []uint32{
				math.Float32bits(before.Scalars()[0]), math.Float32bits(before.Scalars()[1]), numeric.NaN, numeric.NaN,
			} {
				if got := math.Float32bits(s.Scalars()[w]); got != want {
					t.Errorf("%s, %g: scalar %d is %08x, want %08x", name, poison, w, got, want)
				}
			}
			if s.Clock != before.Clock+1 {
				t.Errorf("%s, %g: clock %d after %d", name, poison, s.Clock, before.Clock)
			}
		}
	}
}

// TestFailedStepLeavesState: at whichever operator it ends.
func TestFailedStepLeavesState(t *testing.T) {
	p, payload := classifier(t, optimisers()["adamw"], program.ActivationReLU)
	e, s := open(t, p, payload), p.Genesis()
	step(t, e, s)
	want := golden.StateHash(s)
	errStop := errors.New("stop")
	for at := range p.Operators {
		if testing.Short() && at%16 != 0 {
			continue
		}
		err := e.Trace(t.Context(), s, func(i int, _ []uint32) error {
			if i == at {
				return errStop
			}
			return nil
		})
		if !errors.Is(err, errStop) || golden.StateHash(s) != want {
			t.Fatalf("stopped at %d: %v", at, err)
		}
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if err := e.Step(ended, s); !errors.Is(err, context.Canceled) || golden.StateHash(s) != want {
		t.Errorf("cancelled: %v", err)
	}
	if err := e.Step(t.Context(), &program.State{}); !errors.Is(err, program.ErrState) {
		t.Errorf("a foreign state: %v", err)
	}
	if _, err := New(p, payload[1:]); err == nil {
		t.Error("a short dataset is taken")
	}
}

// TestTrace: one entry per operator, of its shape; the new state's tensors are entries; watching changes nothing; what is kept stays.
func TestTrace(t *testing.T) {
	_, p, payload := golden.Tiny(t, vectors)
	e := open(t, p, payload)
	s, watched := p.Genesis(), p.Genesis()
	var trace [][]uint32
	err := e.Trace(t.Context(), watched, func(i int, words []uint32) error {
		if i != len(trace) {
			t.Fatalf("operator %d after %d", i, len(trace)-1)
		}
		trace = append(trace, words)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	step(t, e, s)
	if golden.StateHash(s) != golden.StateHash(watched) {
		t.Error("watching changes the step")
	}
	if len(trace) != len(p.Operators) || len(trace[len(trace)-1]) != 0 {
		t.Fatalf("%d entries, the last of %d words", len(trace), len(trace[len(trace)-1]))
	}
	for i, words := range trace[:len(trace)-1] {
		if o := p.Operators[i]; len(words) != o.Out.Words() {
			t.Errorf("%s: %d words for %+v", o.Name, len(words), o.Out)
		}
	}
	for tensor, i := range p.StateOutputs() {
		want := []uint32{s.Clock}
		if tensor < len(s.Tensors) {
			want = words(s.Tensors[tensor])
		}
		for w := range want {
			if trace[i][w] != want[w] {
				t.Fatalf("%s: word %d of the trace differs from the state", p.Operators[i].Name, w)
			}
		}
	}
	if got := trace[p.Loss][0]; got != math.Float32bits(s.Loss()) {
		t.Errorf("loss %08x in the trace", got)
	}
	if got := trace[p.Norm][0]; got != math.Float32bits(s.Norm()) {
		t.Errorf("norm %08x in the trace", got)
	}
}

// TestLearningRateTable: step s takes entry min(s, last), also after a step that changed nothing.
func TestLearningRateTable(t *testing.T) {
	o := optimisers()["sgd"]
	o.LearningRate = program.Schedule{Kind: program.ScheduleTable, Words: []string{"00000000", "3f800000", "00000000"}}
	p, payload := classifier(t, o, program.ActivationReLU)
	e, s := open(t, p, payload), p.Genesis()
	parameters := func() (hashes []string) {
		for _, tensor := range s.Tensors[:p.Parameters] {
			hashes = append(hashes, golden.TensorHash(tensor))
		}
		return hashes
	}
	for i, moves := range []bool{false, true, false, false, false} {
		before := parameters()
		step(t, e, s)
		after := parameters()
		for k := range before {
			if (before[k] != after[k]) != moves {
				t.Errorf("step %d: %s moved: %v", i, p.StateLayout[k].Name, !moves)
			}
		}
	}
}

// TestPlainUpdates computes a clipped step of SGD and momentum by hand, from the gradients of the trace. AdamW's is in the golden run.
func TestPlainUpdates(t *testing.T) {
	for _, name := range []string{"sgd", "momentum"} {
		o := optimisers()[name]
		o.Clip = "0.125"
		p, payload := classifier(t, o, program.ActivationReLU)
		e, s := open(t, p, payload), p.Genesis()
		step(t, e, s)
		before, gradients := s.Clone(), map[string][]uint32{}
		err := e.Trace(t.Context(), s, func(i int, words []uint32) error {
			gradients[p.Operators[i].Name] = words
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if !(s.Norm() > 0.125) || s.Scalars()[program.ScalarPow1] != 1 || s.Scalars()[program.ScalarPow2] != 1 {
			t.Fatalf("%s: scalars %v", name, s.Scalars())
		}
		clip := numeric.Div(0.125, s.Norm())
		rate, _ := o.LearningRate.Peak.Float()
		mu, _ := o.Momentum.Float()
		for i := range p.Parameters {
			for n, bits := range gradients[p.StateLayout[i].Name+".grad"] {
				move := numeric.Mul(math.Float32frombits(bits), clip)
				if name == "momentum" {
					move = numeric.FMA(mu, before.Tensors[p.Parameters+i][n], move)
					if got := s.Tensors[p.Parameters+i][n]; got != move {
						t.Fatalf("momentum of %s[%d]: %g, want %g", p.StateLayout[i].Name, n, got, move)
					}
				}
				want := numeric.FMA(-rate, move, before.Tensors[i][n])
				if got := s.Tensors[i][n]; got != want {
					t.Fatalf("%s: %s[%d]: %g, want %g", name, p.StateLayout[i].Name, n, got, want)
				}
			}
		}
	}
}
