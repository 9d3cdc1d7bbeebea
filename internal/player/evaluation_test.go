package player_test

import (
	"maps"
	"runtime"
	"slices"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/replica/replicatest"
	"github.com/commonweight/commonweight/train/engine"
	"github.com/commonweight/commonweight/train/program"
)

// newEvaluationArena is an arena whose run's only step is an evaluation: the matches over it are those over a loss.
func newEvaluationArena(t testing.TB) *arena {
	t.Helper()
	goal := &program.Goal{Batches: 2, Target: "4"}
	var evaluation *program.Program
	s := replicatest.Start(t, func(spec *program.Spec) {
		patient(spec)
		spec.Goal, spec.Window, spec.Steps = goal, 1, 4
		spec.Clocks.Lease = 4000
	}, func(terms *chain.Run) {
		spec := replicatest.Spec()
		payload := replicatest.Usual()
		spec.Dataset.CID, spec.Dataset.Bytes, spec.Dataset.Root = "x", len(payload), program.Digest(merkle.DatasetRoot(payload))
		spec.Goal = goal
		var err error
		evaluation, err = program.CompileEvaluation(spec)
		check(t, err)
		terms.Facts.ProgramRoot, terms.Facts.DatasetRoot = trace.ProgramRoot(evaluation), goal.Dataset.Root
	})
	a := &arena{t: t, stage: s, program: evaluation, honest: s.Account(honestKey), liar: s.Account(liarKey)}
	a.accounts = []*chain.Account{a.honest, a.liar}
	tracer, err := engine.OpenTracer(engine.Auto, evaluation, s.HeldOut, runtime.NumCPU())
	check(t, err)
	t.Cleanup(func() { check(t, tracer.Close()) })
	a.window, err = trace.NewWindow(trace.Source{Program: evaluation, Payload: s.HeldOut, Pre: s.Program.Genesis(), Steps: 1, Tracer: tracer})
	check(t, err)
	a.lists = fixed{a.window.Lists()}
	a.truth = a.root(a.window.Lists())
	return a
}

// TestEvaluationIsDecidedByTheEVM: whichever kind of operator of an evaluation a lie is told in, the contracts convict the liar, who claimed the
// loss; at last one who contests a true one. Every day it is one lie of each opcode.
func TestEvaluationIsDecidedByTheEVM(t *testing.T) {
	replicatest.Long(t)
	a := newEvaluationArena(t)
	operators, seen := kinds(a.program), map[program.Opcode]int{}
	for _, kind := range slices.Sorted(maps.Keys(operators)) {
		o := operators[kind]
		code := a.program.Operators[o].Code
		if seen[code]++; seen[code] > 1 && *disputes == "" {
			continue
		}
		lies, ok := a.tell(a.lieAt(1, o, place(o%3)))
		if !ok {
			t.Logf("%s: rounded away", kind)
			seen[code]--
			continue
		}
		a.begin("evaluation: "+kind, match.Committer, lies).play(false)
	}
	for code := range seen {
		if seen[code] == 0 {
			t.Errorf("no lie about %v was told", code)
		}
	}
	lies, ok := a.tell(a.lieAt(1, operatorOf(t, a.program, "heldout.1.batch.y"), middle))
	if !ok {
		t.Fatal("rounded away")
	}
	a.begin("evaluation: against the truth", match.Challenger, lies).play(false)
	a.audit()
}
