package worker_test

import (
	"context"
	"errors"
	"testing"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/replica/replicatest"
	"github.com/commonweight/commonweight/train/program"
	"github.com/commonweight/commonweight/worker"
)

// unprovable is a prover that proves the first window and has no proof of the others.
type unprovable struct{ asked []uint32 }

func (u *unprovable) Prove(_ context.Context, _ chain.Hash, pre *program.State, steps int) error {
	u.asked = append(u.asked, pre.Clock)
	if len(u.asked) == 1 {
		return nil
	}
	return errors.New("the step meets a number that is not finite")
}

// TestWhatHasNoProofGoesTheUsualWay: a worker whose windows can't be proved says so, and earns as without a prover.
func TestWhatHasNoProofGoesTheUsualWay(t *testing.T) {
	t.Parallel()
	s := replicatest.Start(t, nil, nil)
	a, l, u := s.Account(1), &listener{t: t, name: "a"}, &unprovable{}
	c := config(s, a, l, t.TempDir())
	c.Prover = u
	check(t, worker.Run(bounded(t), c))
	wantTruth(t, s, a.Client, 3)
	proved := heard[worker.Proved](l)
	if len(proved) != 3 || proved[0].Trouble != "" || proved[1].Trouble == "" || proved[2].Trouble == "" {
		t.Errorf("told %v", proved)
	}
	if len(u.asked) != 3 || u.asked[0] != 0 || u.asked[1] != 4 || u.asked[2] != 8 {
		t.Errorf("asked to prove from the steps %v", u.asked)
	}
}
