package worker_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/replica/replicatest"
	"github.com/commonweight/commonweight/train/program"
	"github.com/commonweight/commonweight/worker"
)

// proverFunc is a prover; what it is asked for is kept, by the first step.
type proverFunc struct {
	do func(ctx context.Context, nth int, first uint32) error

	mu    sync.Mutex
	asked []uint32
	busy  int
	most  int
}

func (p *proverFunc) Prove(ctx context.Context, _ chain.Hash, pre *program.State, _ int) error {
	p.mu.Lock()
	p.asked = append(p.asked, pre.Clock)
	n := len(p.asked)
	p.busy++
	p.most = max(p.most, p.busy)
	p.mu.Unlock()
	defer func() {
		p.mu.Lock()
		p.busy--
		p.mu.Unlock()
	}()
	return p.do(ctx, n, pre.Clock)
}

func (p *proverFunc) firsts() []uint32 {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]uint32(nil), p.asked...)
}

// TestWhatHasNoProofGoesTheUsualWay: a worker whose windows can't be proved says so, once each, and earns as without a prover.
func TestWhatHasNoProofGoesTheUsualWay(t *testing.T) {
	t.Parallel()
	s := replicatest.Start(t, nil, nil)
	a, l := s.Account(1), &listener{t: t, name: "a"}
	p := &proverFunc{do: func(_ context.Context, nth int, _ uint32) error {
		if nth == 1 {
			return nil
		}
		return fmt.Errorf("%w: a number is not finite", worker.ErrNoProof)
	}}
	c := config(s, a, l, t.TempDir())
	c.Prover = p
	check(t, worker.Run(bounded(t), c))
	wantTruth(t, s, a.Client, 3)
	proved := heard[worker.Proved](l)
	if len(proved) != 3 || proved[0].Trouble != "" || proved[1].Trouble == "" || proved[2].Trouble == "" {
		t.Errorf("told %v", proved)
	}
	if asked := p.firsts(); len(asked) != 3 || asked[0] != 0 || asked[1] != 4 || asked[2] != 8 {
		t.Errorf("asked to prove from the steps %v", asked)
	}
}

// TestProvingHoldsNothingUp: while the first proof is in the making the next windows are leased, computed and committed; then proofs are made
// one at a time.
func TestProvingHoldsNothingUp(t *testing.T) {
	t.Parallel()
	s := replicatest.Start(t, nil, nil)
	a, all := s.Account(1), make(chan struct{})
	l := &listener{t: t, name: "a", then: func(e worker.Event) {
		if c, ok := e.(worker.Committed); ok && c.Window == 2 {
			close(all)
		}
	}}
	p := &proverFunc{do: func(ctx context.Context, _ int, _ uint32) error {
		select {
		case <-all:
		case <-ctx.Done():
		}
		return ctx.Err()
	}}
	c := config(s, a, l, t.TempDir())
	c.Prover = p
	check(t, worker.Run(bounded(t), c))
	wantTruth(t, s, a.Client, 3)
	if asked := p.firsts(); p.most != 1 || len(asked) != 3 || asked[0] != 0 {
		t.Errorf("asked for %v, %d at a time", asked, p.most)
	}
}

// TestProvingGoesOnAfterTrouble: what fails for a passing reason is tried again, and reported once until it succeeds.
func TestProvingGoesOnAfterTrouble(t *testing.T) {
	replicatest.Long(t)
	defer worker.ProveAgainAtOnce()()
	s := replicatest.Start(t, oneWindow, nil)
	a, l := s.Account(1), &listener{t: t, name: "a"}
	p := &proverFunc{do: func(_ context.Context, nth int, _ uint32) error {
		if nth < 4 {
			return errors.New("the node is away")
		}
		return nil
	}}
	c := config(s, a, l, t.TempDir())
	c.Prover = p
	check(t, worker.Run(bounded(t), c))
	proved := heard[worker.Proved](l)
	if len(proved) != 2 || proved[0].Trouble == "" || proved[1].Trouble != "" || len(p.firsts()) != 4 {
		t.Errorf("asked %d times, told %v", len(p.firsts()), proved)
	}
}

// TestProvingIsResumed: a worker that is stopped while a proof is in the making stops at once, and proves that window when it starts again.
func TestProvingIsResumed(t *testing.T) {
	replicatest.Long(t)
	s := replicatest.Start(t, oneWindow, nil)
	a, dir := s.Account(1), t.TempDir()
	ctx, stop := context.WithCancel(bounded(t))
	defer stop()
	first := config(s, a, &listener{t: t, name: "first"}, dir)
	first.Prover = &proverFunc{do: func(ctx context.Context, _ int, _ uint32) error {
		stop()
		<-ctx.Done()
		return ctx.Err()
	}}
	if err := worker.Run(ctx, first); !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v, want context.Canceled", err)
	}
	l, p := &listener{t: t, name: "second"}, &proverFunc{do: func(context.Context, int, uint32) error { return nil }}
	second := config(s, a, l, dir)
	second.Prover = p
	check(t, worker.Run(bounded(t), second))
	if asked := p.firsts(); len(asked) != 1 || asked[0] != 0 || len(heard[worker.Proved](l)) != 1 {
		t.Errorf("asked for %v, told %v", asked, heard[worker.Proved](l))
	}
	wantTruth(t, s, a.Client, 1)
	wantNoLoss(t, s, a)
}
