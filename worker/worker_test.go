package worker_test

import (
	"context"
	"errors"
	"math/big"
	"sync"
	"testing"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/replica/replicatest"
	"github.com/commonweight/commonweight/train/program"
	"github.com/commonweight/commonweight/worker"
)

// listener keeps what a worker reports and may act on it.
type listener struct {
	t    *testing.T
	name string
	then func(worker.Event)

	mu     sync.Mutex
	events []worker.Event
}

func (l *listener) Report(e worker.Event) {
	l.t.Log(l.name, e)
	l.mu.Lock()
	l.events = append(l.events, e)
	l.mu.Unlock()
	if l.then != nil {
		l.then(e)
	}
}

func heard[E worker.Event](l *listener) (all []E) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, e := range l.events {
		if wanted, ok := e.(E); ok {
			all = append(all, wanted)
		}
	}
	return all
}

func config(s *replicatest.Stage, a *chain.Account, l *listener, dir string) worker.Config {
	return worker.Config{Account: a, Replica: s.Replica("auto", dir), Dir: dir, Report: l}
}

// bounded is the test's context with an end, so that a worker that waits for ever fails instead of hanging.
func bounded(t *testing.T) context.Context {
	ctx, cancel := context.WithTimeout(t.Context(), 4*time.Minute)
	t.Cleanup(cancel)
	return ctx
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// wantTruth checks that the run's windows, up to the head, are what the engine alone makes of them.
func wantTruth(t *testing.T, s *replicatest.Stage, c *chain.Client, windows int) {
	t.Helper()
	p, err := c.Progress(t.Context(), s.Run)
	check(t, err)
	if p.HeadCount != uint64(windows) {
		t.Errorf("%d windows are committed, want %d", p.HeadCount, windows)
	}
	for w, root := range s.Truth()[:p.HeadCount] {
		hash, err := c.Live(t.Context(), s.Run, uint64(w))
		check(t, err)
		committed, err := c.Commitment(t.Context(), hash)
		check(t, err)
		if committed.PostRoot != root {
			t.Errorf("window %d: root %s, want %s", w, committed.PostRoot, root)
		}
	}
}

// worth is all that an account owns: its balance and its credit.
func worth(t *testing.T, c *chain.Client, who chain.Address) *big.Int {
	t.Helper()
	balance, err := c.Balance(t.Context(), who)
	check(t, err)
	credit, err := c.Credit(t.Context(), who, chain.Native)
	check(t, err)
	return balance.Add(balance, credit)
}

// wantGain checks what an account gained since, gas set aside.
func wantGain(t *testing.T, c *chain.Client, who chain.Address, before, gain *big.Int, since uint64) {
	t.Helper()
	paid, err := c.GasPaid(t.Context(), since+1, c.Latest().Number)
	check(t, err)
	gas := new(big.Int)
	if mine := paid[who]; mine != nil {
		gas = mine
	}
	got := new(big.Int).Sub(worth(t, c, who), before)
	if got.Add(got, gas).Cmp(gain) != 0 {
		t.Errorf("%s gained %s besides its gas, want %s", who, got, gain)
	}
}

// The prototype's pitfalls 14 and 21: a deposit per step that could never be reclaimed, and honest workers who earned nothing.
func TestPitfall14And21WorkerEarnsAndHasEveryBondBack(t *testing.T) {
	t.Parallel()
	s := replicatest.Start(t, nil, nil)
	a := s.Account(1)
	before, since := worth(t, a.Client, a.Address()), a.Latest().Number
	l := &listener{t: t, name: "a"}
	check(t, worker.Run(bounded(t), config(s, a, l, t.TempDir())))
	wantTruth(t, s, a.Client, 3)
	reward := new(big.Int).Mul(s.Terms.Economy.Reward, big.NewInt(12))
	wantGain(t, a.Client, a.Address(), before, reward, since)
	credit, err := a.Credit(t.Context(), a.Address(), chain.Native)
	check(t, err)
	if credit.Sign() != 0 {
		t.Errorf("%s was left in the Vault", credit)
	}
	if n := len(heard[worker.Finalised](l)); n != 3 {
		t.Errorf("told of %d final windows, want 3", n)
	}
}

// The prototype's pitfall 13: the worker always trained on batch 0, and the last samples were never used.
func TestPitfall13BatchesAdvanceToTheLastSample(t *testing.T) {
	replicatest.Long(t)
	// 61 samples, 2 a step: 31 steps are the first epoch, so the run's end sees the second.
	s := replicatest.Start(t, func(spec *program.Spec) { spec.Steps, spec.Window = 34, 17 }, nil)
	a := s.Account(1)
	l := &listener{t: t, name: "a"}
	check(t, worker.Run(bounded(t), config(s, a, l, t.TempDir())))
	wantTruth(t, s, a.Client, 2)
	steps := heard[worker.Stepped](l)
	if len(steps) != 34 {
		t.Fatalf("%d steps, want 34", len(steps))
	}
	for i, step := range steps {
		if step.Step != uint64(i) {
			t.Errorf("step %d came as number %d", step.Step, i)
		}
	}
	// A last sample that isn't used can be changed without changing the run.
	other := replicatest.Start(t, func(spec *program.Spec) { spec.Steps, spec.Window = 34, 17 }, nil)
	if got, want := other.Truth(), s.Truth(); got[1] != want[1] {
		t.Fatal("the same run twice isn't the same")
	}
	changed := replicatest.StartWith(t, func(payload []byte) { payload[len(payload)-2] ^= 1 },
		func(spec *program.Spec) { spec.Steps, spec.Window = 34, 17 }, nil)
	if got, want := changed.Truth(), s.Truth(); got[1] == want[1] {
		t.Error("the last sample has no influence on the run")
	}
}

func TestTwoWorkersShareARun(t *testing.T) {
	t.Parallel()
	s := replicatest.Start(t, func(spec *program.Spec) { spec.Steps = 24 }, nil)
	ctx := bounded(t)
	var wait sync.WaitGroup
	listeners := []*listener{{t: t, name: "a"}, {t: t, name: "b"}}
	accounts := []*chain.Account{s.Account(1), s.Account(2)}
	since := accounts[0].Latest().Number
	var before []*big.Int
	for i, l := range listeners {
		before = append(before, worth(t, accounts[i].Client, accounts[i].Address()))
		c := config(s, accounts[i], l, t.TempDir())
		wait.Go(func() {
			if err := worker.Run(ctx, c); err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	wantTruth(t, s, accounts[0].Client, 6)
	windows := 0
	for i, l := range listeners {
		mine := len(heard[worker.Committed](l))
		windows += mine
		if mine == 0 {
			t.Errorf("worker %s never had a turn", l.name)
		}
		reward := new(big.Int).Mul(s.Terms.Economy.Reward, big.NewInt(int64(4*mine)))
		wantGain(t, accounts[i].Client, accounts[i].Address(), before[i], reward, since)
	}
	if windows != 6 {
		t.Errorf("%d windows in all, want 6", windows)
	}
}

func TestNoFundsIsOneClearError(t *testing.T) {
	replicatest.Long(t)
	t.Parallel()
	s := replicatest.Start(t, nil, nil)
	poor := s.Poor()
	err := worker.Run(bounded(t), config(s, poor, &listener{t: t, name: "poor"}, t.TempDir()))
	if !errors.Is(err, chain.ErrFunds) {
		t.Fatalf("got %v, want ErrFunds", err)
	}
	t.Log(err)
}

func TestMachineTooSlowForTheLeaseTakesNone(t *testing.T) {
	replicatest.Long(t)
	t.Parallel()
	s := replicatest.Start(t, func(spec *program.Spec) {
		c := &spec.Clocks
		c.Lease, c.Challenge, c.Open, c.BallotCommit, c.BallotReveal, c.Appeal, c.MatchClock = 6, 10, 4, 5, 5, 2, 2
	}, nil)
	ctx, stop := context.WithCancel(bounded(t))
	l := &listener{t: t, name: "slow", then: func(e worker.Event) {
		if _, ok := e.(worker.Waiting); ok {
			stop()
		}
	}}
	a := s.Account(1)
	if err := worker.Run(ctx, config(s, a, l, t.TempDir())); err == nil {
		t.Error("no error after a cancelled context")
	}
	p, err := a.Progress(t.Context(), s.Run)
	check(t, err)
	if p.Fence != 0 {
		t.Error("it took a lease that it can't be sure to finish")
	}
}
