package replica_test

import (
	"errors"
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/internal/ipfs"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/commonweight/commonweight/internal/replica/replicatest"
	"github.com/commonweight/commonweight/train/engine"
	"github.com/commonweight/commonweight/train/engine/cpu"
	"github.com/commonweight/commonweight/train/program"
)

func withGoal(s *program.Spec) { s.Goal = &program.Goal{Batches: 3, Target: "4"} }

// TestHeldOut: every engine finds the loss that the reference does, and lists for a match that begin with the commitment's state and end with
// that loss.
func TestHeldOut(t *testing.T) {
	t.Parallel()
	s := replicatest.Start(t, withGoal, nil)
	r := s.Replica("auto", "")
	post := firstWindow(t, r)
	c := s.Commit(s.Account(1), r, post)
	p, err := program.CompileEvaluation(s.Program.Spec)
	check(t, err)
	tracer, err := engine.OpenTracer(engine.Portable, p, s.HeldOut, 1)
	check(t, err)
	want, err := engine.Evaluate(t.Context(), tracer, p, post)
	check(t, err)
	if !(want > 3 && want < 5) {
		t.Fatalf("a loss of %v", want)
	}
	for _, name := range []string{"avx512", "avx2", "portable"} {
		if name != "portable" && !cpu.Supported(name) {
			continue
		}
		r := s.Replica(name, "")
		got, err := r.HeldOut(t.Context(), c)
		check(t, err)
		if math.Float32bits(got) != math.Float32bits(want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
		w, err := r.Evaluation(t.Context(), c)
		check(t, err)
		root, err := w.Lists().Entry(t.Context(), match.List{Name: match.ListSteps}, 1)
		check(t, err)
		pre, err := w.Lists().Entry(t.Context(), match.List{Name: match.ListSteps}, 0)
		check(t, err)
		if root != trace.EvaluationRoot(want) || pre != trace.StateRoot(s.Program, post) {
			t.Errorf("%s: from %v to %v", name, pre, root)
		}
	}
}

func TestHeldOutIsUnknown(t *testing.T) {
	t.Parallel()
	s := replicatest.Start(t, withGoal, nil)
	dir := t.TempDir()
	r := s.Replica("auto", dir)
	cid, err := ipfs.ParseCID(s.Program.Spec.Goal.Dataset.CID)
	check(t, err)
	s.Withhold(cid)
	if loss, err := r.HeldOut(t.Context(), r.Genesis()); !errors.Is(err, replica.ErrUnknown) {
		t.Errorf("without the held-out data: %v, %v", loss, err)
	}
	// A file of that name that holds something else doesn't help.
	spoilt := append([]byte{}, s.HeldOut...)
	spoilt[5]++
	check(t, os.WriteFile(filepath.Join(dir, "payloads", cid.String()), spoilt, 0o644))
	if loss, err := r.HeldOut(t.Context(), r.Genesis()); !errors.Is(err, replica.ErrUnknown) {
		t.Errorf("with other data: %v, %v", loss, err)
	}
	s.Put(s.HeldOut)
	if _, err := r.HeldOut(t.Context(), r.Genesis()); err != nil {
		t.Errorf("the data is back: %v", err)
	}
}

func TestNoGoal(t *testing.T) {
	t.Parallel()
	s := replicatest.Register(t, nil, nil)
	r := s.Replica("auto", "")
	if loss, err := r.HeldOut(t.Context(), r.Genesis()); !errors.Is(err, replica.ErrNoGoal) || r.Goal() != nil {
		t.Errorf("%v, %v", loss, err)
	}
}
