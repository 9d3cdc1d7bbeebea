package step_test

import (
	"bytes"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/circuits/step"
	"github.com/commonweight/commonweight/train/program"
)

// small is a run whose circuit is quickly compiled.
func small(t *testing.T, change ...func(s *program.Spec)) (*program.Program, []byte) {
	t.Helper()
	payload := flowers(2)[:20*30]
	return classifier(t, payload, []int{2}, 2, append([]func(s *program.Spec){func(s *program.Spec) { s.Steps = 40 }}, change...)...), payload
}

// Every kind of step that a classifier may have leads where the engine's leads.
func TestEveryOptimiserIsTheEngines(t *testing.T) {
	for name, change := range map[string]func(s *program.Spec){
		"sgd": func(s *program.Spec) {},
		"sgd with clipping and a table of rates": func(s *program.Spec) {
			s.Optimiser.Clip = "0.01"
			s.Optimiser.LearningRate = program.Schedule{Kind: program.ScheduleLinear, Peak: "0.5", Floor: "0.01", Warmup: 2}
		},
		"momentum": func(s *program.Spec) { s.Optimiser.Kind, s.Optimiser.Momentum = program.OptimiserMomentum, "0.9" },
		"adamw": func(s *program.Spec) {
			o := &s.Optimiser
			o.Kind, o.Beta1, o.Beta2, o.Epsilon, o.WeightDecay = program.OptimiserAdamW, "0.9", "0.95", "1e-8", "0.1"
		},
		"gelu": func(s *program.Spec) { s.Model.Activation = program.ActivationGELU },
	} {
		t.Run(name, func(t *testing.T) {
			p, payload := small(t, change)
			c, err := step.Compile(p)
			if err != nil {
				t.Fatal(err)
			}
			t.Logf("%d constraints", c.Constraints().GetNbConstraints())
			s := p.Genesis()
			for range 3 {
				pre := s.Clone()
				st := statement(t, p, payload, s)
				if err := solves(t, c, st, step.Step{Pre: pre, Payload: payload}); err != nil {
					t.Fatalf("step %d: %v", pre.Clock, err)
				}
			}
		})
	}
}

// The domain is bound by the proof alone, which TestProofs and package circuits show: no witness contradicts another domain.
func TestFalseStatementsAreRefused(t *testing.T) {
	p, payload := small(t)
	c, err := step.Compile(p)
	if err != nil {
		t.Fatal(err)
	}
	s := p.Genesis()
	pre := s.Clone()
	st := statement(t, p, payload, s)
	given := step.Step{Pre: pre, Payload: payload}
	if err := solves(t, c, st, given); err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(s *step.Statement){
		"program":      func(s *step.Statement) { s.Program[31] ^= 1 },
		"dataset":      func(s *step.Statement) { s.Dataset[31] ^= 1 },
		"first":        func(s *step.Statement) { s.First++ },
		"first beyond": func(s *step.Statement) { s.First = 40 },
		"steps":        func(s *step.Statement) { s.Steps = 2 },
		"no steps":     func(s *step.Statement) { s.Steps = 0 },
		"pre":          func(s *step.Statement) { s.Pre[31] ^= 1 },
		"post":         func(s *step.Statement) { s.Post[31] ^= 1 },
		"swapped":      func(s *step.Statement) { s.Pre, s.Post = s.Post, s.Pre },
		"idle":         func(s *step.Statement) { s.Post = s.Pre },
	} {
		changed := st
		change(&changed)
		if solves(t, c, changed, given) == nil {
			t.Errorf("a statement with another %s is accepted", name)
		}
	}
	for i, tensor := range pre.Tensors {
		kept := tensor[0]
		tensor[0] = math.Float32frombits(math.Float32bits(kept) ^ 1)
		if solves(t, c, st, given) == nil {
			t.Errorf("another word of tensor %d is accepted", i)
		}
		tensor[0] = kept
	}
	other := append([]byte{}, payload...)
	other[len(other)-1] ^= 1
	if solves(t, c, st, step.Step{Pre: pre, Payload: other}) == nil {
		t.Error("another dataset is accepted")
	}
}

func TestNoProofOfWhatIsNotFinite(t *testing.T) {
	p, payload := small(t)
	c, err := step.Compile(p)
	if err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(s *program.State){
		"a weight that overflows": func(s *program.State) { s.Tensors[0][0] = 1e38 },
		"an infinite weight":      func(s *program.State) { s.Tensors[0][0] = float32(math.Inf(1)) },
		"a weight that is NaN":    func(s *program.State) { s.Tensors[0][0] = float32(math.NaN()) },
	} {
		s := p.Genesis()
		change(s)
		pre := s.Clone()
		st := statement(t, p, payload, s)
		if _, err := c.Assign(st, step.Step{Pre: pre, Payload: payload}); !errors.Is(err, step.ErrNotFinite) {
			t.Errorf("%s: %v", name, err)
		}
	}
	// A step after one that changed nothing is proved like any other: its records are hashed, not computed with.
	s := p.Genesis()
	s.Scalars()[program.ScalarLoss] = math.Float32frombits(0x7fc00000)
	s.Scalars()[program.ScalarNorm] = math.Float32frombits(0x7fc00000)
	pre := s.Clone()
	st := statement(t, p, payload, s)
	if err := solves(t, c, st, step.Step{Pre: pre, Payload: payload}); err != nil {
		t.Error(err)
	}
}

func TestCompileRefuses(t *testing.T) {
	for name, change := range map[string]func(s *program.Spec){
		"sha256":        func(s *program.Spec) { s.TreeHash = program.HashSHA256 },
		"a long run":    func(s *program.Spec) { s.Steps = 1 << 17 },
		"wide products": func(s *program.Spec) { s.Model.Hidden, s.Batch = []int{300}, 300 },
	} {
		p, _ := small(t, change)
		if _, err := step.Compile(p); !errors.Is(err, step.ErrUnsupported) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Token datasets have no circuit; the refusal says what the step would have taken.
func TestTokensAreRefusedWithTheirSizes(t *testing.T) {
	p, _ := small(t, func(s *program.Spec) {
		s.Model = program.Model{Kind: program.ModelGPT, Layers: 1, Width: 16, Heads: 1, Context: 16, Vocabulary: 16}
		s.Dataset.Kind, s.Dataset.TokenBytes, s.Dataset.Stride = program.DatasetTokens, 1, 16
	})
	_, err := step.Compile(p)
	if !errors.Is(err, step.ErrUnsupported) {
		t.Fatal(err)
	}
	for _, part := range []string{"gpt over a dataset of tokens", "3824 parameters and 368640", "multiplications", "at most 262144"} {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("%q doesn't say %q", err, part)
		}
	}
}

// Two agents compile the same circuit.
func TestCompileIsDeterministic(t *testing.T) {
	p, _ := small(t)
	var first string
	for range 2 {
		c, err := step.Compile(p)
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if _, err := c.Constraints().WriteTo(&b); err != nil {
			t.Fatal(err)
		}
		if first == "" {
			first = b.String()
		} else if first != b.String() {
			t.Error("the same program compiles to another constraint system")
		}
	}
}
