package worker_test

import (
	"context"
	"errors"
	"testing"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/commonweight/commonweight/internal/replica/replicatest"
	"github.com/commonweight/commonweight/train/program"
	"github.com/commonweight/commonweight/worker"
)

// A worker that hangs until its lease has run out gets half of its bond back and goes on.
func TestLeaseThatRanOutIsExpiredAndTrainingGoesOn(t *testing.T) {
	replicatest.Long(t)
	t.Parallel()
	s := replicatest.Start(t, func(spec *program.Spec) { spec.Steps, spec.Clocks.Lease = 4, 80 }, nil)
	a := s.Account(1)
	l := &listener{t: t, name: "a"}
	l.then = func(e worker.Event) {
		leases := heard[worker.Acquired](l)
		if step, ok := e.(worker.Stepped); ok && step.Step == 1 && len(leases) == 1 {
			if _, err := a.Until(t.Context(), leases[0].Deadline+1); err != nil {
				t.Error(err)
			}
		}
	}
	check(t, worker.Run(bounded(t), config(s, a, l, t.TempDir())))
	wantTruth(t, s, a.Client, 1)
	expired := 0
	events, err := a.Events(t.Context(), 0, a.Latest().Number)
	check(t, err)
	for _, e := range events {
		if e, ok := e.Data.(chain.Expired); ok {
			expired++
			if e.Caller != a.Address() {
				t.Error("another had to expire it")
			}
		}
	}
	if expired != 1 {
		t.Errorf("%d leases expired, want 1", expired)
	}
}

// A machine that contradicts itself bonds nothing more, and the lease it holds goes back while that is cheap.
func TestMachineThatContradictsItselfCommitsNothing(t *testing.T) {
	t.Parallel()
	s := replicatest.Start(t, nil, nil)
	a := s.Account(1)
	l := &listener{t: t, name: "broken"}
	err := worker.RunBroken(bounded(t), config(s, a, l, t.TempDir()))
	if !errors.Is(err, replica.ErrUnknown) {
		t.Fatalf("got %v, want ErrUnknown", err)
	}
	p, err := a.Progress(t.Context(), s.Run)
	check(t, err)
	lease, err := a.Lease(t.Context(), s.Run)
	check(t, err)
	if p.HeadCount != 0 || lease.Holder == a.Address() || len(heard[worker.Ended](l)) != 1 {
		t.Errorf("%d windows committed, lease held by %s, told %v", p.HeadCount, lease.Holder, heard[worker.Ended](l))
	}
}

// The prototype's pitfall 5: the mutex check was commented out, and a second worker displaced the first.
func TestPitfall05SecondWorkerDisplacesNobody(t *testing.T) {
	replicatest.Long(t)
	t.Parallel()
	s := replicatest.Start(t, nil, nil)
	holder := s.Account(2)
	head, err := holder.Head(t.Context(), s.Run)
	check(t, err)
	_, _, err = holder.Acquire(t.Context(), s.Run, head)
	check(t, err)
	ctx, stop := context.WithCancel(bounded(t))
	a := s.Account(1)
	l := &listener{t: t, name: "second", then: func(e worker.Event) {
		if _, ok := e.(worker.Waiting); ok {
			stop()
		}
	}}
	worker.Run(ctx, config(s, a, l, t.TempDir()))
	lease, err := holder.Lease(t.Context(), s.Run)
	check(t, err)
	if lease.Holder != holder.Address() || lease.Fence != 1 {
		t.Errorf("lease %d is held by %s", lease.Fence, lease.Holder)
	}
}

// An idler's lease is nobody's for ever: another worker takes over when it has run out.
func TestIdlerIsReplaced(t *testing.T) {
	replicatest.Long(t)
	t.Parallel()
	s := replicatest.Start(t, func(spec *program.Spec) { spec.Steps, spec.Clocks.Lease = 4, 80 }, nil)
	idler := s.Account(2)
	head, err := idler.Head(t.Context(), s.Run)
	check(t, err)
	_, _, err = idler.Acquire(t.Context(), s.Run, head)
	check(t, err)
	a := s.Account(1)
	check(t, worker.Run(bounded(t), config(s, a, &listener{t: t, name: "a"}, t.TempDir())))
	wantTruth(t, s, a.Client, 1)
}

// A head whose state this machine can't have is demanded of its committer. One that withholds it is rejected, and training goes on below it.
func TestWithheldHeadIsDemanded(t *testing.T) {
	replicatest.Long(t)
	t.Parallel()
	s := replicatest.Start(t, func(spec *program.Spec) { replicatest.Disputed(spec); spec.Steps = 8 }, nil)
	a, withholder := s.Account(1), s.Account(2)
	withheld := s.CommitRoot(withholder, s.Truth()[0], s.Lost())
	l := &listener{t: t, name: "late"}
	check(t, worker.RunLate(bounded(t), config(s, a, l, t.TempDir()), withheld))
	wantTruth(t, s, a.Client, 2)
	c, err := a.Commitment(t.Context(), withheld)
	check(t, err)
	if c.Mark != chain.MarkIdle {
		t.Errorf("the withheld window is marked %s", c.Mark)
	}
	if committed := heard[worker.Committed](l); len(committed) != 2 {
		t.Errorf("the worker committed %v", committed)
	}
}
