package cuda

import (
	"context"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/train/engine/cuda/plan"
	"github.com/commonweight/commonweight/train/engine/internal/golden"
	"github.com/commonweight/commonweight/train/engine/portable"
	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

// mlp is a small classifier whose widths are no multiples of anything.
func mlp(t *testing.T) (*program.Program, []byte) {
	t.Helper()
	run, _, _ := golden.Tiny(t, vectors)
	spec, err := program.ParseSpec(run.Spec)
	if err != nil {
		t.Fatal(err)
	}
	const records, features = 40, 19
	spec.Model = program.Model{Kind: program.ModelMLP, Features: features, Hidden: []int{33, 7}, Classes: 5, Activation: program.ActivationGELU}
	spec.Dataset.Kind, spec.Dataset.TokenBytes, spec.Dataset.Stride = program.DatasetTabular, 0, 0
	spec.Dataset.Bytes = records * 4 * (features + 1)
	spec.Batch = 13
	p, err := program.Compile(spec)
	if err != nil {
		t.Fatal(err)
	}
	payload := make([]byte, spec.Dataset.Bytes)
	for i := range payload {
		payload[i] = byte(i*i>>3) & 0x3f
	}
	return p, payload
}

// models are programs whose rows, heads and vocabularies fall on and beside the edges of warps, chunks and tiles; each optimiser is among them.
func models(t *testing.T) map[string]*program.Program {
	t.Helper()
	run, _, _ := golden.Tiny(t, vectors)
	spec, err := program.ParseSpec(run.Spec)
	if err != nil {
		t.Fatal(err)
	}
	list := map[string]*program.Program{}
	add := func(name string, m program.Model, optimiser string, batch int) {
		s := spec
		s.Model, s.Batch, s.Optimiser.Kind = m, batch, optimiser
		if optimiser != program.OptimiserAdamW {
			s.Optimiser.Beta1, s.Optimiser.Beta2, s.Optimiser.Epsilon, s.Optimiser.WeightDecay = "", "", "", ""
		}
		if optimiser == program.OptimiserMomentum {
			s.Optimiser.Momentum = "0.9"
		}
		p, err := program.Compile(s)
		if err != nil {
			t.Fatal(name, err)
		}
		list[name] = p
	}
	add("a row of two chunks", program.Model{Kind: program.ModelGPT, Layers: 1, Width: 528, Heads: 11, Context: 16, Vocabulary: 77}, program.OptimiserMomentum, 1)
	add("odd heads", program.Model{Kind: program.ModelGPT, Layers: 2, Width: 48, Heads: 3, Context: 48, Vocabulary: 1100}, program.OptimiserSGD, 3)
	add("one head", program.Model{Kind: program.ModelGPT, Layers: 1, Width: 16, Heads: 1, Context: 16, Vocabulary: 31}, program.OptimiserAdamW, 33)
	return list
}

// TestModels compares a step of each with the reference's.
func TestModels(t *testing.T) {
	slow(t)
	_, _, payload := golden.Tiny(t, vectors)
	for name, p := range models(t) {
		reference, err := portable.New(p, payload)
		if err != nil {
			t.Fatal(err)
		}
		want := p.Genesis()
		for _, e := range engines(t, p, payload, plan.Options{}) {
			s := p.Genesis()
			step(t, e, s)
			if want.Clock == 0 {
				if err := reference.Step(t.Context(), want); err != nil {
					t.Fatal(err)
				}
			}
			for i, tensor := range s.Tensors {
				if !slices.Equal(wordsOf(tensor), wordsOf(want.Tensors[i])) {
					t.Fatalf("%s: tensor %d, %s, differs", name, i, p.StateLayout[i].Name)
				}
			}
		}
	}
}

// TestPoison: Inf or NaN in one weight reaches the norm, and the step then changes nothing but its record and the clock.
func TestPoison(t *testing.T) {
	slow(t)
	_, p, payload := golden.Tiny(t, vectors)
	for _, poison := range []float32{float32(math.Inf(1)), float32(math.NaN())} {
		for _, tensor := range []int{0, 4, 10} {
			e, s := on(t, &emulator{}, p, payload, plan.Options{}), p.Genesis()
			s.Tensors[tensor][0] = numeric.Canonical(poison)
			before := s.Clone()
			step(t, e, s)
			for i := range s.Tensors[:len(s.Tensors)-1] {
				if !slices.Equal(wordsOf(s.Tensors[i]), wordsOf(before.Tensors[i])) {
					t.Errorf("%v in %s: %s has changed", poison, p.StateLayout[tensor].Name, p.StateLayout[i].Name)
				}
			}
			if math.Float32bits(s.Norm()) != numeric.NaN || math.Float32bits(s.Loss()) != numeric.NaN || s.Clock != 1 {
				t.Errorf("%v in %s: norm %v, loss %v, clock %d", poison, p.StateLayout[tensor].Name, s.Norm(), s.Loss(), s.Clock)
			}
		}
	}
}

// TestRoots: the roots that a device hashes are those of package merkle.
func TestRoots(t *testing.T) {
	slow(t)
	for _, make := range []func() (*program.Program, []byte){
		func() (*program.Program, []byte) { _, p, payload := golden.Tiny(t, vectors); return p, payload },
		func() (*program.Program, []byte) { return mlp(t) },
	} {
		p, payload := make()
		w, err := on(t, &emulator{}, p, payload, plan.Options{}).Begin(p.Genesis())
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Step(t.Context()); err != nil {
			t.Fatal(err)
		}
		roots, err := w.Roots(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		s, err := w.State(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if len(roots) != len(p.StateLayout) {
			t.Fatalf("%d roots", len(roots))
		}
		for i, root := range roots {
			if want := tensorRoot(p, s, i); merkle.Hash(root) != want {
				t.Errorf("root of %s: %x, want %v", p.StateLayout[i].Name, root, want)
			}
		}
	}
}

// TestFailuresLeaveTheState: whatever the driver fails at, the state is what it was, and the engine doesn't come back to life.
func TestFailuresLeaveTheState(t *testing.T) {
	p, payload := mlp(t)
	for _, at := range []string{"write", "run", "read"} {
		failing := false
		d := &emulator{fails: func(what string) error {
			if failing && what == at {
				return errors.Join(ErrDevice, errors.New(what))
			}
			return nil
		}}
		e, s := on(t, d, p, payload, plan.Options{}), p.Genesis()
		before := golden.StateHash(s)
		failing = true
		for range 2 {
			if err := e.Step(t.Context(), s); !errors.Is(err, ErrDevice) {
				t.Errorf("%s: error %v", at, err)
			}
			failing = false // the driver feels better; the engine stays closed
		}
		if err := e.Step(t.Context(), s); !errors.Is(err, ErrDevice) {
			t.Errorf("%s: once more: error %v", at, err)
		}
		if golden.StateHash(s) != before {
			t.Errorf("%s: the state has changed", at)
		}
	}
}

// TestHangingDevice: a device that doesn't answer keeps nobody beyond its context, and when it comes back, the engine goes on.
func TestHangingDevice(t *testing.T) {
	p, payload := mlp(t)
	release, hanging := make(chan struct{}), make(chan struct{}, 1)
	d := &emulator{fails: func(what string) error {
		if what == "run" {
			select {
			case hanging <- struct{}{}:
			default:
			}
			<-release
		}
		return nil
	}}
	e, s := on(t, d, p, payload, plan.Options{}), p.Genesis()
	before := golden.StateHash(s)
	ctx, cancel := context.WithCancel(t.Context())
	go func() { <-hanging; cancel() }()
	if err := e.Step(ctx, s.Clone()); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	ended, stop := context.WithCancel(t.Context())
	stop()
	if err := e.Step(ended, s); !errors.Is(err, context.Canceled) {
		t.Errorf("while it hangs: error %v", err)
	}
	if golden.StateHash(s) != before {
		t.Error("the state has changed")
	}
	close(release)
	step(t, e, s)
	if golden.StateHash(s) == before {
		t.Error("no step was taken")
	}
}

func TestStartRefuses(t *testing.T) {
	p, payload := mlp(t)
	never := func() (device, error) { t.Error("a device is opened"); return nil, ErrDevice }
	if _, err := start(p, payload[1:], plan.Options{Processors: 1}, never); err == nil {
		t.Error("takes a dataset of another length")
	}
	if _, err := start(p, payload, plan.Options{}, never); !errors.Is(err, plan.ErrProgram) {
		t.Errorf("takes 0 processors: %v", err)
	}
	if _, err := start(p, payload, plan.Options{Processors: 1}, func() (device, error) { return nil, ErrUnsupported }); !errors.Is(err, ErrUnsupported) {
		t.Errorf("error %v", err)
	}
	for _, at := range []string{"prepare", "staging", "record"} {
		d := &emulator{fails: func(what string) error {
			if what == at {
				return ErrMemory
			}
			return nil
		}}
		if _, err := start(p, payload, plan.Options{Processors: 1}, func() (device, error) { return d, nil }); !errors.Is(err, ErrMemory) || !d.closed {
			t.Errorf("%s: error %v, closed %v", at, err, d.closed)
		}
	}
	e := on(t, &emulator{}, p, payload, plan.Options{})
	if err := e.Step(t.Context(), &program.State{}); !errors.Is(err, program.ErrState) {
		t.Errorf("takes a foreign state: %v", err)
	}
}

// TestThisBuild: without a GPU there is one line that says so.
func TestThisBuild(t *testing.T) {
	_, err := Devices()
	if err == nil {
		t.Skip("this machine has a GPU")
	}
	p, payload := mlp(t)
	e, errNew := New(p, payload, 0)
	for _, err := range []error{err, errNew, Check(0)} {
		if e != nil || !errors.Is(err, ErrUnsupported) || strings.Contains(err.Error(), "\n") {
			t.Errorf("engine %v, error %v", e, err)
		}
	}
}

// TestProfile measures as often as it is asked to, and takes nothing from the state.
func TestProfile(t *testing.T) {
	p, payload := mlp(t)
	e, s := on(t, &emulator{}, p, payload, plan.Options{}), p.Genesis()
	before := golden.StateHash(s)
	got, err := e.Profile(t.Context(), s, 3)
	if err != nil || len(got.Step) != 3 || len(got.Roots) != 3 || golden.StateHash(s) != before {
		t.Errorf("%+v, error %v", got, err)
	}
	ended, stop := context.WithCancel(t.Context())
	stop()
	if _, err := e.Profile(ended, s, 3); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	step(t, e, s)
}
