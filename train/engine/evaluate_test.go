package engine

import (
	"fmt"
	"math"
	"testing"

	"github.com/commonweight/commonweight/train/engine/internal/golden"
	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

// losses evaluates states on an engine.
func losses(t *testing.T, name string, p *program.Program, payload []byte, states ...*program.State) []string {
	t.Helper()
	tracer, err := OpenTracer(name, p, payload, 2)
	if err != nil {
		t.Fatal(err)
	}
	defer tracer.Close()
	var words []string
	for _, s := range states {
		loss, err := Evaluate(t.Context(), tracer, p, s)
		if err != nil {
			t.Fatal(err)
		}
		words = append(words, golden.Bits(loss))
	}
	return words
}

// TestEvaluationIsTheMeanOfSteps: on every engine the loss of an evaluation is the mean, in tile.sum's order, of the losses that steps with
// the clocks 0, 1, … would record on the same data, whatever the state's own clock is.
func TestEvaluationIsTheMeanOfSteps(t *testing.T) {
	const batches = 3
	for name, variant := range variants(t) {
		step, payload := variant()
		spec := step.Spec
		if spec.Samples() < uint64(spec.Batch) {
			continue // no sample is evaluated twice
		}
		held := spec.Dataset
		held.Root[0]++
		spec.Goal = &program.Goal{Dataset: held, Batches: batches, Target: "1"}
		if spec.Samples() < uint64(batches*spec.Batch) {
			spec.Goal.Batches = 1
		}
		p, err := program.CompileEvaluation(spec)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		s := step.Genesis()
		reference, err := OpenTracer(Portable, step, payload, 1)
		if err != nil {
			t.Fatal(err)
		}
		var each []float32
		for b := range spec.Goal.Batches {
			s.Clock = uint32(b)
			if err := reference.Outputs(t.Context(), s, step.Loss+1, func(o int, words []uint32) error {
				if o == step.Loss {
					each = append(each, math.Float32frombits(words[0]))
				}
				return nil
			}); err != nil {
				t.Fatal(err)
			}
		}
		sum := each[:1]
		if len(each) > 1 {
			sum = make([]float32, 1)
			numeric.TileSum(sum, each, numeric.Grid{G: 1, R: 1, W: len(each), Vector: true})
		}
		want := golden.Bits(numeric.Mul(sum[0], numeric.Div(1, float32(len(each)))))
		s.Clock = 0
		later, poisoned := s.Clone(), s.Clone()
		later.Clock = 1 << 31
		for i := range poisoned.Tensors[0] {
			poisoned.Tensors[0][i] = float32(math.Inf(1))
		}
		for _, engine := range available(t) {
			if got := fmt.Sprint(losses(t, engine, p, payload, s, later, poisoned)); got != fmt.Sprint([]string{want, want, "0x7fc00000"}) {
				t.Errorf("%s: %s: %s, want %s twice and NaN", name, engine, got, want)
			}
		}
	}
}

// TestPublishedGoal: every engine finds the published losses on the way of the tiny GPT.
func TestPublishedGoal(t *testing.T) {
	want, p, payload := golden.TinyGoal(t, vectors)
	_, step, data := golden.Tiny(t, vectors)
	e, s := open(t, Auto, step, data, 2), step.Genesis()
	var states []*program.State
	for _, at := range want.States {
		for s.Clock < uint32(at.Steps) {
			if err := e.Step(t.Context(), s); err != nil {
				t.Fatal(err)
			}
		}
		states = append(states, s.Clone())
	}
	for _, name := range available(t) {
		got := losses(t, name, p, payload, states...)
		for i, at := range want.States {
			if got[i] != at.Loss {
				t.Errorf("%s: after %d steps %s, want %s", name, at.Steps, got[i], at.Loss)
			}
		}
	}
}

func TestEvaluationIsNoStep(t *testing.T) {
	_, p, payload := golden.TinyGoal(t, vectors)
	_, step, data := golden.Tiny(t, vectors)
	for _, name := range append(available(t), Auto) {
		if e, err := Open(name, p, payload, 1); err == nil || e != nil {
			t.Errorf("%s steps through an evaluation", name)
		}
	}
	tracer, err := OpenTracer(Portable, step, data, 1)
	if err != nil {
		t.Fatal(err)
	}
	if loss, err := Evaluate(t.Context(), tracer, step, step.Genesis()); err == nil {
		t.Errorf("a step evaluates to %v", loss)
	}
}
