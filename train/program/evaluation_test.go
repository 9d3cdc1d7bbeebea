package program

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"slices"
	"strings"
	"testing"
)

// withGoal gives a spec held-out data of its own.
func withGoal(s Spec, batches int) Spec {
	held := s.Dataset
	held.Root, held.CID = Digest{1}, "bafg"
	s.Goal = &Goal{Dataset: held, Batches: batches, Target: "2.5"}
	return s
}

func evaluation(t testing.TB, s Spec) *Program {
	t.Helper()
	p, err := CompileEvaluation(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// evaluations compiles one of each model.
func evaluations(t *testing.T) map[string]*Program {
	return map[string]*Program{
		"gpt, 5 batches": evaluation(t, withGoal(tinyGPT(), 5)),
		"mlp, 1 batch":   evaluation(t, withGoal(tinyMLP(OptimiserMomentum, ActivationReLU), 1)),
	}
}

// TestEvaluationIsForwardPasses: batch b is the forward pass of a step, operator by operator, with b for its clock; nothing else reads the
// state's clock, and nothing at all writes a state.
func TestEvaluationIsForwardPasses(t *testing.T) {
	for name, p := range evaluations(t) {
		spec := p.Spec
		spec.Goal = nil
		step := compile(t, spec)
		at, clock := 0, Operand{Source: SourceConstant, Index: int(ConstantLearningRates)}
		if len(p.LearningRates) != 1 || p.LearningRates[0] != 0 {
			t.Fatalf("%s: the first clock is %v", name, p.LearningRates)
		}
		for b := range p.Spec.Goal.Batches {
			if b > 0 {
				tick := p.Operators[at]
				if from := tick.Operands[0]; tick.Code != OpTick || from.Source != clock.Source || from.Index != clock.Index {
					t.Fatalf("%s: batch %d begins with %+v", name, b, tick)
				}
				clock = Operand{Source: SourceTrace, Index: at}
				at++
			}
			first := at
			for i := range step.Loss + 1 {
				want, got := step.Operators[i], p.Operators[at]
				want.Operands = append([]Operand{}, want.Operands...)
				for k, x := range want.Operands {
					switch {
					case x.Source == SourceTrace:
						want.Operands[k].Index += first
					case x.Role == RoleClock:
						want.Operands[k].Source, want.Operands[k].Index = clock.Source, clock.Index
					}
				}
				if got.Descriptor() != want.Descriptor() || got.Name != "heldout."+string(rune('0'+b))+"."+want.Name {
					t.Fatalf("%s: batch %d: %s is %+v, the step has %+v", name, b, got.Name, got, want)
				}
				at++
			}
		}
		last := p.Operators[len(p.Operators)-1]
		if out := p.StateOutputs(); len(out) != 1 || out[0] != p.Loss || last.Code != OpState || last.Out.W != 1 || !p.Evaluates() || step.Evaluates() {
			t.Errorf("%s: it leads to %v, the loss is %d", name, out, p.Loss)
		}
		if o := p.Operators[p.Loss]; o.Name != "heldout.loss" || o.Out != VectorOf(DTypeFloat32, 1) {
			t.Errorf("%s: the loss is %+v", name, o)
		}
		names := map[string]bool{}
		for _, o := range p.Operators {
			if names[o.Name] {
				t.Errorf("%s: two operators %s", name, o.Name)
			}
			names[o.Name] = true
			for _, x := range o.Operands {
				if x.Role == RoleClock && x.Source == SourcePreState {
					t.Errorf("%s: %s reads the state's clock", name, o.Name)
				}
			}
		}
	}
}

// TestEvaluationsStay pins their compiler, as TestProgramsStay does.
func TestEvaluationsStay(t *testing.T) {
	want := map[string]string{
		"gpt, 5 batches": "6e27aeec5f62c53de4b56bb34a67179f456eb0a89ba5d8e09910370b5d7d442c",
		"mlp, 1 batch":   "fcf138b001b01dae1fbf51a5d2dd1109bdb3dba6a26fa10a1e4ecefd86cc5da1",
	}
	for name, p := range evaluations(t) {
		h := sha256.New()
		for i := range p.Operators {
			tile := p.Operators[i].Descriptor()
			h.Write(tile[:])
		}
		if got := hex.EncodeToString(h.Sum(nil)); got != want[name] {
			t.Errorf("%s: %s, want %s", name, got, want[name])
		}
	}
}

// TestGoalChangesNoStep: a goal is no part of the step, and a spec without one is written as before there were goals.
func TestGoalChangesNoStep(t *testing.T) {
	plain, goal := tinyGPT(), withGoal(tinyGPT(), 5)
	a, b := compile(t, plain), compile(t, goal)
	for i := range a.Operators {
		if a.Operators[i].Descriptor() != b.Operators[i].Descriptor() {
			t.Fatalf("operator %d differs", i)
		}
	}
	if len(a.Operators) != len(b.Operators) || bytes.Contains(plain.Canonical(), []byte("goal")) {
		t.Errorf("%s", plain.Canonical())
	}
	text := goal.Canonical()
	back, err := ParseSpec(text)
	if err != nil || !bytes.Equal(back.Canonical(), text) || back.Hash() == plain.Hash() {
		t.Errorf("%s: %v", text, err)
	}
	null := strings.Replace(string(plain.Canonical()), `"genesis"`, `"goal":null,"genesis"`, 1)
	if _, err := ParseSpec([]byte(null)); !errors.Is(err, ErrSpec) || !strings.Contains(err.Error(), "goal") {
		t.Errorf("a goal of null: %v", err)
	}
}

func TestGoalRefusals(t *testing.T) {
	for _, c := range []struct {
		field string
		spoil func(*Goal)
	}{
		{"goal.dataset.kind", func(g *Goal) { g.Dataset.Kind = DatasetTabular }},
		{"goal.dataset.cid", func(g *Goal) { g.Dataset.CID = "" }},
		{"goal.dataset.bytes", func(g *Goal) { g.Dataset.Bytes = 0 }},
		{"goal.dataset.tokenBytes", func(g *Goal) { g.Dataset.TokenBytes = 3 }},
		{"goal.dataset.stride", func(g *Goal) { g.Dataset.Stride = 0 }},
		{"model.context: a sample takes 17 tokens, the goal.dataset has 16", func(g *Goal) { g.Dataset.Bytes = 16 }},
		{"goal.dataset.root: is the run's own", func(g *Goal) { g.Dataset.Root = Digest{} }},
		{"goal.batches", func(g *Goal) { g.Batches = 0 }},
		{"goal.batches", func(g *Goal) { g.Batches = maxHeldOut + 1 }},
		{"goal.batches: 6 of 2 samples are more than the 11 there are", func(g *Goal) { g.Batches, g.Dataset.Bytes = 6, 11*16+1 }},
		{"goal.target", func(g *Goal) { g.Target = "" }},
		{"goal.target", func(g *Goal) { g.Target = "0" }},
		{"goal.target", func(g *Goal) { g.Target = "-1" }},
		{"goal.target", func(g *Goal) { g.Target = "1e9" }},
	} {
		s := withGoal(tinyGPT(), 5)
		c.spoil(s.Goal)
		for _, compile := range []func(Spec) (*Program, error){Compile, CompileEvaluation} {
			if _, err := compile(s); !errors.Is(err, ErrSpec) || !strings.Contains(err.Error(), c.field) {
				t.Errorf("%v, want %s", err, c.field)
			}
		}
	}
	if _, err := CompileEvaluation(tinyGPT()); !errors.Is(err, ErrSpec) {
		t.Errorf("no goal: %v", err)
	}
	s := withGoal(tinyGPT(), 5)
	s.Goal.Batches, s.Goal.Dataset.Bytes = 5, 9*16+17 // ten samples
	if _, err := CompileEvaluation(s); err != nil {
		t.Errorf("every sample once: %v", err)
	}
}

func TestReached(t *testing.T) {
	g := Goal{Target: "2.5"}
	nan := float32(0)
	nan /= nan
	for loss, want := range map[float32]bool{2.5: true, 2.4999998: true, 2.5000002: false, 0: true, nan: false} {
		if g.Reached(loss) != want {
			t.Errorf("a loss of %v: %v", loss, !want)
		}
	}
}

func TestKeyFrame(t *testing.T) {
	s := Spec{Steps: 30, Window: 4, KeyFrames: 3} // eight windows
	var frames []uint64
	for w := range uint64(20) {
		if s.KeyFrame(w) {
			frames = append(frames, w)
		}
	}
	if !slices.Equal(frames, []uint64{2, 5, 7}) {
		t.Errorf("%v", frames)
	}
}
