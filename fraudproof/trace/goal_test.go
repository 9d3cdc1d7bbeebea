package trace_test

import (
	"encoding/hex"
	"encoding/json"
	"math/rand/v2"
	"os"
	"runtime"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/fraudproof/trace/tracetest"
	"github.com/commonweight/commonweight/train/engine"
	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

// publishedGoal is a goal of the run of gpt-tiny.json and what its states reach.
type publishedGoal struct {
	Schema  string          `json:"schema"`
	About   string          `json:"about"`
	Seed    uint64          `json:"seed"`
	Goal    program.Goal    `json:"goal"`
	Payload string          `json:"payload"`
	Program string          `json:"program"`
	States  []publishedLoss `json:"states"`
}

type publishedLoss struct {
	Steps int    `json:"steps"`
	Loss  string `json:"loss"`
	Root  string `json:"root"`
}

// TestPublishedGoalOfTiny evaluates the tiny GPT after every tenth step.
func TestPublishedGoalOfTiny(t *testing.T) {
	const name = "gpt-tiny-goal.json"
	p, payload := variants(t)["tiny gpt"]()
	var want publishedGoal
	if *update {
		held := make([]byte, 1024)
		for i := range held {
			words := numeric.Philox([4]uint32{uint32(i), 0, 0, 0xFFFFFFFE}, [2]uint32{2})
			held[i] = byte(31*i) + byte(words[0]%3)
		}
		want = publishedGoal{Schema: "commonweight/goal/1", Seed: p.Spec.Seed,
			About: "A goal of the run of gpt-tiny.json. program: root of its evaluation program. states: the bits of the loss on the held-out payload " +
				"after so many steps, and the root of the list of that one tensor.",
			Goal: program.Goal{Batches: 3, Target: "4.7", Dataset: program.Dataset{
				Kind: program.DatasetTokens, CID: "x", Root: program.Digest(merkle.DatasetRoot(held)), Bytes: len(held), TokenBytes: 1, Stride: 32,
			}},
			Payload: "0x" + hex.EncodeToString(held)}
	} else {
		read(t, name, &want)
	}
	held, err := hex.DecodeString(strings.TrimPrefix(want.Payload, "0x"))
	if err != nil {
		t.Fatal(err)
	}
	spec := p.Spec
	spec.Goal = &want.Goal
	e, err := program.CompileEvaluation(spec)
	if err != nil {
		t.Fatal(err)
	}
	if got := trace.ProgramRoot(e).String(); *update {
		want.Program = got
	} else if got != want.Program || merkle.DatasetRoot(held) != merkle.Hash(want.Goal.Dataset.Root) {
		t.Fatalf("program root %s, want %s, or another payload", got, want.Program)
	}
	stepper := open(t, nil, engine.Auto, p, payload)
	defer stepper.Close()
	tracer, err := engine.OpenTracer(engine.Auto, e, held, runtime.NumCPU())
	if err != nil {
		t.Fatal(err)
	}
	defer tracer.Close()
	s, seen := p.Genesis(), 0
	for {
		if s.Clock%10 == 0 {
			loss, err := engine.Evaluate(t.Context(), tracer, e, s)
			if err != nil {
				t.Fatal(err)
			}
			w, err := trace.NewWindow(trace.Source{Program: e, Payload: held, Pre: s, Steps: 1, Tracer: tracer})
			if err != nil {
				t.Fatal(err)
			}
			history, err := w.History(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			got := publishedLoss{int(s.Clock), bits(loss), trace.EvaluationRoot(loss).String()}
			if len(history) != 2 || history[0] != trace.StateRoot(p, s) || history[1].String() != got.Root {
				t.Fatalf("after %d steps: %v", s.Clock, history)
			}
			if *update {
				want.States = append(want.States, got)
			} else if got != want.States[seen] {
				t.Fatalf("%+v, want %+v", got, want.States[seen])
			}
			seen++
		}
		if int(s.Clock) == p.Spec.Steps {
			break
		}
		if err := stepper.Step(t.Context(), s); err != nil {
			t.Fatal(err)
		}
	}
	if !*update {
		return
	}
	b, err := json.MarshalIndent(want, "", " ")
	if err == nil {
		err = os.WriteFile(vectors+name, append(b, '\n'), 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// evaluations are windows over evaluation programs, from a state that isn't the genesis.
func evaluations(t testing.TB) map[string]*trace.Window {
	t.Helper()
	windows := map[string]*trace.Window{}
	for name, batches := range map[string]int{"tiny gpt": 3, "ragged gpt, momentum": 2, "mlp relu momentum": 2, "mlp relu sgd": 1} {
		step, payload := variants(t)[name]()
		spec := step.Spec
		held := spec.Dataset
		held.Root = program.Digest{9}
		spec.Goal = &program.Goal{Dataset: held, Batches: batches, Target: "1"}
		p, err := program.CompileEvaluation(spec)
		if err != nil {
			t.Fatal(err)
		}
		tracer, err := engine.OpenTracer(engine.Auto, p, payload, runtime.NumCPU())
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = tracer.Close() })
		pre := step.Genesis()
		pre.Clock = 77
		w, err := trace.NewWindow(trace.Source{Program: p, Payload: payload, Pre: pre, Steps: 1, Tracer: tracer})
		if err != nil {
			t.Fatal(err)
		}
		windows[name] = w
	}
	return windows
}

// TestEvaluationHasOneStep and is nothing that could be continued.
func TestEvaluationHasOneStep(t *testing.T) {
	for name, w := range evaluations(t) {
		s := w.Source
		s.Steps = 2
		if _, err := trace.NewWindow(s); err == nil {
			t.Errorf("%s: two steps", name)
		}
	}
}

// TestRefereeDecidesEvaluations: for elements and blocks of every operator of an evaluation the referee computes from the evidence what the
// trace holds, and refuses evidence with a spoilt bit.
func TestRefereeDecidesEvaluations(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 5))
	kinds := map[string]int{}
	for name, w := range evaluations(t) {
		for o := range w.Program.Operators {
			decideOutput(t, r, w, name, 0, o, kinds)
		}
	}
	for _, code := range []program.Opcode{program.OpLoadBatch, program.OpTick, program.OpState, program.OpConcat} {
		if kinds[code.String()] == 0 {
			t.Errorf("no %v was decided: %v", code, kinds)
		}
	}
}

// TestEveryLieAboutALossIsFound: a match over an evaluation is won by the honest side, whichever operator the lie is told in, and whichever
// side it is.
func TestEveryLieAboutALossIsFound(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 6))
	kinds, most, played := map[program.Opcode]int{}, 0, 0
	for name, w := range evaluations(t) {
		for o := range w.Program.Operators {
			code := w.Program.Operators[o].Code
			if code == program.OpState || kinds[code] > 3 && o%7 != 0 || testing.Short() && o%31 != 0 {
				continue
			}
			lie, liar := someLiar(t, r, w, o)
			if liar == nil {
				continue
			}
			side := match.Side(1 + r.IntN(2))
			leaf := false
			g, moves := play(t, w, liar, side, func(m match.Move) { _, leaf = m.(match.Leaf) })
			if g.Outcome != convicted(side.Other()) || !leaf || placeOf(g) != lie.At() {
				t.Fatalf("%s: %s: %s at %+v, the lie is at %+v", name, w.Program.Operators[o].Name, g.Outcome, placeOf(g), lie.At())
			}
			kinds[code]++
			most, played = max(most, moves), played+1
		}
	}
	t.Logf("%d matches, at most %d moves: %v", played, most, kinds)
}

// TestALossOutOfNothing: who claims a loss with an honest trace behind it, up to the list of the loss, is convicted too.
func TestALossOutOfNothing(t *testing.T) {
	w := evaluations(t)["tiny gpt"]
	for _, side := range []match.Side{match.Committer, match.Challenger} {
		liar := tracetest.Patch(w.Lists())
		operators := uint64(len(w.Program.Operators))
		for _, list := range []match.List{{Name: match.ListSteps}, {Name: match.ListTrace, Step: 1}} {
			at := uint64(1)
			if list.Name == match.ListTrace {
				at = operators
			}
			liar.SetEntry(list, at, trace.EvaluationRoot(0.5))
		}
		if g, _ := play(t, w, liar, side, func(match.Move) {}); g.Outcome != convicted(side.Other()) {
			t.Errorf("the honest %s: %s in %s", side, g.Outcome, g.Phase)
		}
	}
}
