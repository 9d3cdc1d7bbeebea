package trace_test

import (
	"context"
	"errors"
	"math"
	"sync"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/train/engine"
	"github.com/commonweight/commonweight/train/program"
)

// naiveTensor is the root of a tensor by the definition, from its words.
func naiveTensor(s program.Shape, words []uint32) [32]byte {
	var leaves [][]byte
	for k := range s.Tiles() {
		across, down := (s.W+15)/16, (s.R+15)/16
		leaves = append(leaves, tile(func(i int) (uint32, bool) {
			if s.Vector {
				if n := 256*k + i; n < s.W {
					return words[n], true
				}
				return 0, false
			}
			g, r, c := k/(across*down), k%(across*down)/across*16+i/16, k%across*16+i%16
			if r >= s.R || c >= s.W {
				return 0, false
			}
			return words[(g*s.R+r)*s.W+c], true
		}))
	}
	return naive(1, leaves)
}

// TestTraceIsTheDefinition: every root of a step's trace is the one that follows from the words of the reference, and the last one is the
// state root that the whole step leads to.
func TestTraceIsTheDefinition(t *testing.T) {
	list := variants(t)
	list["poisoned mlp"] = list["mlp relu momentum"]
	for name, variant := range list {
		p, payload := variant()
		s := p.Genesis()
		if name == "poisoned mlp" {
			s.Tensors[2][3] = float32(math.Inf(-1)) // the step changes nothing but its record
		}
		w := window(t, p, payload, s, 1, 0)
		entries, err := w.Trace(t.Context(), 0)
		if err != nil {
			t.Fatal(err)
		}
		words := outputs(t, p, payload, s)
		if len(entries) != len(words)+1 {
			t.Fatalf("%s: %d entries of %d operators", name, len(entries), len(words))
		}
		if got, want := entries[0], merkle.Hash(naiveStateRoot(p, s)); got != want {
			t.Errorf("%s: entry 0 is %v, the state root is %v", name, got, want)
		}
		for o := range words[:len(words)-1] {
			if got, want := entries[1+o], merkle.Hash(naiveTensor(p.Operators[o].Out, words[o])); got != want {
				t.Errorf("%s: %s has the root %v, want %v", name, p.Operators[o].Name, got, want)
			}
		}
		after := s.Clone()
		e, err := engine.Open(engine.Portable, p, payload, 1)
		if err != nil {
			t.Fatal(err)
		}
		if err := e.Step(t.Context(), after); err != nil {
			t.Fatal(err)
		}
		if got, want := entries[len(words)], merkle.Hash(naiveStateRoot(p, after)); got != want {
			t.Errorf("%s: the last entry is %v, the next state's root is %v", name, got, want)
		}
		history, err := w.History(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if len(history) != 2 || history[0] != entries[0] || history[1] != entries[len(words)] {
			t.Errorf("%s: the history is %v", name, history)
		}
	}
}

// TestWindowReplays: states and traces of any step, in any order, whatever is kept.
func TestWindowReplays(t *testing.T) {
	p, payload := variants(t)["mlp relu momentum"]()
	const steps = 7
	s := p.Genesis()
	e, err := engine.Open(engine.Portable, p, payload, 1)
	if err != nil {
		t.Fatal(err)
	}
	want := []merkle.Hash{trace.StateRoot(p, s)}
	for range steps {
		if err := e.Step(t.Context(), s); err != nil {
			t.Fatal(err)
		}
		want = append(want, trace.StateRoot(p, s))
	}
	for kept := range 4 {
		for _, historyFirst := range []bool{false, true} {
			w := window(t, p, payload, p.Genesis(), steps, kept)
			check := func() {
				t.Helper()
				got, err := w.History(t.Context())
				if err != nil {
					t.Fatal(err)
				}
				for i := range want {
					if len(got) != len(want) || got[i] != want[i] {
						t.Fatalf("%d kept: history %v, want %v", kept, got, want)
					}
				}
			}
			if historyFirst {
				check()
			}
			for _, n := range []int{4, 0, 5, 6, 3, 6, 1} {
				entries, err := w.Trace(t.Context(), n)
				if err != nil {
					t.Fatal(err)
				}
				if entries[0] != want[n] || entries[len(entries)-1] != want[n+1] {
					t.Fatalf("%d kept: step %d leads from %v to %v", kept, n, entries[0], entries[len(entries)-1])
				}
				out, err := w.Output(t.Context(), n, 2)
				if err != nil {
					t.Fatal(err)
				}
				if out.List().Root() != entries[3] {
					t.Fatalf("%d kept: step %d: output 2 has another root", kept, n)
				}
				if s, err := w.State(t.Context(), n+1); err != nil || trace.StateRoot(p, s) != want[n+1] {
					t.Fatalf("%d kept: state %d: %v", kept, n+1, err)
				}
				if out.Operands[0].Tree().Root() == (merkle.Hash{}) || out.List().Root() != entries[3] {
					t.Fatalf("%d kept: step %d: the output changed when the window went on", kept, n)
				}
			}
			check()
		}
	}
}

// TestOutputKeepsItsOperands: the operands of every operator are those that the trace, the state and the run's constants have.
func TestOutputKeepsItsOperands(t *testing.T) {
	p, payload := variants(t)["tiny gpt"]()
	w := window(t, p, payload, p.Genesis(), 2, 0)
	const step = 1
	entries, err := w.Trace(t.Context(), step)
	if err != nil {
		t.Fatal(err)
	}
	pre, err := w.State(t.Context(), step)
	if err != nil {
		t.Fatal(err)
	}
	state := trace.TensorRoots(p, pre)
	for o := range p.Operators {
		if testing.Short() && o%7 != 0 {
			continue
		}
		out, err := w.Output(t.Context(), step, o)
		if err != nil {
			t.Fatal(err)
		}
		if got := out.List().Root(); got != entries[1+o] {
			t.Errorf("%s: root %v, the trace has %v", p.Operators[o].Name, got, entries[1+o])
		}
		for i, x := range p.Operators[o].Operands {
			if p.Operators[o].Code == program.OpState || x.Role == program.RoleDataset {
				continue
			}
			var want merkle.Hash
			switch x.Source {
			case program.SourceTrace:
				want = entries[1+x.Index]
			case program.SourcePreState:
				want = state[x.Index]
			default:
				want = merkle.VectorRoot(p.LearningRates)
			}
			if got := out.Operands[i].Tree().Root(); got != want {
				t.Errorf("%s: operand %d has the root %v, want %v", p.Operators[o].Name, i, got, want)
			}
		}
	}
}

// lying steps to the wrong state.
type lying struct{ trace.Stepper }

func (l lying) Step(ctx context.Context, s *program.State) error {
	err := l.Stepper.Step(ctx, s)
	s.Tensors[0][0] = math.Float32frombits(math.Float32bits(s.Tensors[0][0]) ^ 1)
	return err
}

// TestContradiction: a machine whose two ways through a step part says so.
func TestContradiction(t *testing.T) {
	p, payload := variants(t)["mlp relu sgd"]()
	e, err := engine.Open(engine.Auto, p, payload, 1)
	if err != nil {
		t.Fatal(err)
	}
	tracer, err := engine.OpenTracer(engine.Auto, p, payload, 1)
	if err != nil {
		t.Fatal(err)
	}
	w, err := trace.NewWindow(trace.Source{Program: p, Payload: payload, Pre: p.Genesis(), Steps: 2, Stepper: lying{e}, Tracer: tracer})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.History(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Trace(t.Context(), 0); !errors.Is(err, trace.ErrContradiction) {
		t.Errorf("the trace of a step that ends elsewhere: %v", err)
	}
}

// TestCancelled: a replay ends with its context, and can be taken up again.
func TestCancelled(t *testing.T) {
	p, payload := variants(t)["mlp relu sgd"]()
	w := window(t, p, payload, p.Genesis(), 5, 0)
	for name, ask := range map[string]func(ctx context.Context) error{
		"history": func(ctx context.Context) error { _, err := w.History(ctx); return err },
		"state":   func(ctx context.Context) error { _, err := w.State(ctx, 5); return err },
		"trace":   func(ctx context.Context) error { _, err := w.Trace(ctx, 2); return err },
		"output":  func(ctx context.Context) error { _, err := w.Output(ctx, 2, 9); return err },
	} {
		ctx, cancel := context.WithCancel(t.Context())
		w.Report = func(at trace.Progress) {
			if at.Step == 3 || at.Operator == 4 {
				cancel()
			}
		}
		if err := ask(ctx); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", name, err)
		}
		cancel()
		for range 8 { // also one that had ended before it began gives its turn back
			_ = ask(ctx)
		}
	}
	w.Report = nil
	entries, err := w.Trace(t.Context(), 2)
	if err != nil {
		t.Fatal(err)
	}
	history, err := w.History(t.Context())
	if err != nil || history[2] != entries[0] || history[3] != entries[len(entries)-1] {
		t.Errorf("after cancelling: %v", err)
	}
}

// TestManyAsk: several matches may play over one window at the same time, or over windows that share stepper and tracer.
func TestManyAsk(t *testing.T) {
	p, payload := variants(t)["mlp relu momentum"]()
	first := window(t, p, payload, p.Genesis(), 4, 1)
	want, err := first.History(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	windows := []*trace.Window{first, nil}
	if windows[1], err = trace.NewWindow(first.Source); err != nil {
		t.Fatal(err)
	}
	o := uint32(operator(t, p, "layers.1.weight.grad"))
	var wait sync.WaitGroup
	for i := range 8 {
		wait.Go(func() {
			l := windows[i%2].Lists()
			at := match.Micro{Step: 1 + i/4, Operator: o, Tile: 1}
			if _, err := l.Nodes(t.Context(), match.List{Name: match.ListOutput, Step: at.Step, Operator: o}, 0, 0, 2); err != nil {
				t.Error(err)
			}
			if _, err := l.Evidence(t.Context(), at); err != nil {
				t.Error(err)
			}
			if root, err := l.Entry(t.Context(), match.List{Name: match.ListTrace, Step: 1 + i%4}, 0); err != nil || root != want[i%4] {
				t.Errorf("before step %d: %v, %v", 1+i%4, root, err)
			}
			if root, err := l.Entry(t.Context(), match.List{Name: match.ListSteps}, 4); err != nil || root != want[4] {
				t.Errorf("after the last step: %v, %v", root, err)
			}
		})
	}
	wait.Wait()
}
