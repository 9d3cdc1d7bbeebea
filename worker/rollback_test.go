package worker_test

import (
	"context"
	"math/big"
	"testing"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/commonweight/commonweight/internal/replica/replicatest"
	"github.com/commonweight/commonweight/train/program"
	"github.com/commonweight/commonweight/worker"
)

// commitLie commits window 0 with one bit flipped and returns the commitment.
func commitLie(t *testing.T, s *replicatest.Stage, r *replica.Replica) chain.Hash {
	t.Helper()
	genesis, err := r.After(t.Context(), r.Genesis())
	check(t, err)
	truth, err := r.Replay(t.Context(), genesis, 4, nil)
	check(t, err)
	return s.Commit(s.Account(2), r, replicatest.Lie(truth))
}

// The prototype's pitfall 15: after a rollback a typo kept the poisoned weights.
func TestPitfall15RollbackPoisonsNothing(t *testing.T) {
	t.Parallel()
	s := replicatest.Start(t, replicatest.Disputed, nil)
	s.Seat()
	truth := s.Truth()
	lie := commitLie(t, s, s.Replica("auto", ""))
	a := s.Account(1)
	before, since := worth(t, a.Client, a.Address()), a.Latest().Number
	l := &listener{t: t, name: "a"}
	l.then = func(e worker.Event) {
		if step, ok := e.(worker.Stepped); ok && step.Step == 5 && len(heard[worker.Ended](l)) == 0 {
			s.VoteOut(lie, truth[0])
		}
	}
	check(t, worker.Run(bounded(t), config(s, a, l, t.TempDir())))
	if ended := heard[worker.Ended](l); len(ended) != 1 || ended[0].Window != 1 {
		t.Errorf("told of %v, want the end of the lease of window 1", ended)
	}
	wantTruth(t, s, a.Client, 3)
	reward := new(big.Int).Mul(s.Terms.Economy.Reward, big.NewInt(12))
	wantGain(t, a.Client, a.Address(), before, reward, since)
}

func TestVoidedWindowIsRepaidWithItsShare(t *testing.T) {
	replicatest.Long(t)
	t.Parallel()
	s := replicatest.Start(t, replicatest.Disputed, nil)
	s.Seat()
	truth := s.Truth()
	lie := commitLie(t, s, s.Replica("auto", ""))
	a := s.Account(1)
	before, since := worth(t, a.Client, a.Address()), a.Latest().Number
	l := &listener{t: t, name: "a"}
	l.then = func(e worker.Event) {
		if c, ok := e.(worker.Committed); ok && c.Window == 1 && len(heard[worker.Voided](l)) == 0 {
			s.VoteOut(lie, truth[0])
		}
	}
	check(t, worker.Run(bounded(t), config(s, a, l, t.TempDir())))
	if n := len(heard[worker.Voided](l)); n != 1 {
		t.Errorf("told of %d voided windows, want 1", n)
	}
	wantTruth(t, s, a.Client, 3)
	events, err := a.Events(t.Context(), 0, a.Latest().Number)
	check(t, err)
	gain := new(big.Int).Mul(s.Terms.Economy.Reward, big.NewInt(12))
	for _, e := range events {
		if settled, ok := e.Data.(chain.Settled); ok {
			if settled.ToVoided.Sign() == 0 {
				t.Error("nothing was set aside for the voided window")
			}
			gain.Add(gain, settled.ToVoided)
		}
	}
	wantGain(t, a.Client, a.Address(), before, gain, since)
}

func TestLiarIsAPatchedHonestWorker(t *testing.T) {
	replicatest.Long(t)
	t.Parallel()
	s := replicatest.Start(t, nil, nil)
	ctx, stop := context.WithCancel(bounded(t))
	a := s.Account(1)
	l := &listener{t: t, name: "liar"}
	l.then = func(e worker.Event) {
		if c, ok := e.(worker.Committed); ok && c.Window == 1 {
			stop()
		}
	}
	c := config(s, a, l, t.TempDir())
	c.Tamper = func(window uint64, post *program.State) {
		if window == 1 {
			replicatest.Flip(window, post)
		}
	}
	worker.Run(ctx, c)
	r := s.Replica("avx2", "")
	for i, committed := range heard[worker.Committed](l) {
		want := []replica.Answer{replica.Agree, replica.Disagree}[i]
		if v := r.Judge(t.Context(), committed.Commitment); v.Answer != want {
			t.Errorf("window %d: %s (%s), want %s", i, v.Answer, v.Reason, want)
		}
	}
}

// A lie whose checkpoint is withheld can't be built on, and nothing is bonded above it.
func TestWorkerBuildsOnNothingItCantHold(t *testing.T) {
	replicatest.Long(t)
	t.Parallel()
	s := replicatest.Start(t, nil, nil)
	cid := s.Put([]byte("not a checkpoint"))
	s.CommitRoot(s.Account(2), chain.Hash{1, 2, 3}, cid.Bytes())
	ctx, stop := context.WithCancel(bounded(t))
	a := s.Account(1)
	l := &listener{t: t, name: "a", then: func(e worker.Event) {
		if _, ok := e.(worker.Waiting); ok {
			stop()
		}
	}}
	worker.Run(ctx, config(s, a, l, t.TempDir()))
	p, err := a.Progress(t.Context(), s.Run)
	check(t, err)
	if p.Fence != 1 || len(heard[worker.Waiting](l)) != 1 {
		t.Errorf("%d leases, told %v", p.Fence, heard[worker.Waiting](l))
	}
}

func TestWithheldCheckpointIsRecomputed(t *testing.T) {
	replicatest.Long(t)
	t.Parallel()
	s := replicatest.Start(t, nil, nil)
	r := s.Replica("auto", "")
	genesis, err := r.After(t.Context(), r.Genesis())
	check(t, err)
	truth, err := r.Replay(t.Context(), genesis, 4, nil)
	check(t, err)
	_, cid, err := r.Publish(t.Context(), truth)
	check(t, err)
	s.Commit(s.Account(2), r, truth)
	s.Withhold(cid)
	a := s.Account(1)
	l := &listener{t: t, name: "a"}
	c := config(s, a, l, t.TempDir())
	ctx, stop := context.WithCancel(bounded(t))
	l.then = func(e worker.Event) {
		if c, ok := e.(worker.Committed); ok && c.Window == 2 {
			stop()
		}
	}
	worker.Run(ctx, c)
	wantTruth(t, s, a.Client, 3)
}

// What a release costs by the worker's reckoning is what it costs on chain.
func TestReleaseCostsWhatTheWorkerReckons(t *testing.T) {
	replicatest.Long(t)
	t.Parallel()
	s := replicatest.Start(t, func(spec *program.Spec) { spec.Clocks.Lease = 80 }, nil)
	a := s.Account(1)
	for _, part := range []uint64{0, 30, 60, 95} {
		head, err := a.Head(t.Context(), s.Run)
		check(t, err)
		_, _, err = a.Acquire(t.Context(), s.Run, head)
		check(t, err)
		lease, err := a.Lease(t.Context(), s.Run)
		check(t, err)
		_, err = a.Until(t.Context(), lease.AcquiredAt+80*part/100)
		check(t, err)
		receipt, err := a.Release(t.Context(), s.Run, lease.Fence)
		check(t, err)
		released, err := chain.EventOf[chain.Released](receipt)
		check(t, err)
		at, err := a.Until(t.Context(), 0)
		check(t, err)
		bond, _ := new(big.Float).SetInt(lease.Bond).Float64()
		got, _ := new(big.Float).SetInt(released.Burned).Float64()
		low, high := worker.Burned(lease, lease.AcquiredAt+80*part/100), worker.Burned(lease, at.Time)
		if share := got / bond; share < low-1e-9 || share > high+1e-9 {
			t.Errorf("after %d %% of the time %.4f of the bond burned, the worker reckons %.4f to %.4f", part, share, low, high)
		}
	}
}
