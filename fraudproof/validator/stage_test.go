package validator

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"math/big"
	"sync"
	"testing"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/chaintest"
	"github.com/commonweight/commonweight/internal/replica"
)

// The accounts of a stage. The last one is the run's author.
const (
	accountAgent = iota
	accountWorker
	accountLiar
	accountChallenger
	accountJury // and the next
)

// honest judges the toy run.
type honest struct{ client *chain.Client }

func (j honest) Judge(ctx context.Context, commitment chain.Hash) replica.Verdict {
	c, err := j.client.Commitment(ctx, commitment)
	if err != nil {
		return replica.Verdict{Answer: replica.Unknown, Reason: err.Error()}
	}
	v := replica.Verdict{Answer: replica.Agree, Root: chaintest.Truth(c.PreRoot, c.Window), Claimed: c.PostRoot}
	if v.Root != v.Claimed {
		v.Answer = replica.Disagree
	}
	return v
}

type judges = func(context.Context, chain.RunID) (Judge, error)

func every(a *chain.Account) judges {
	return func(context.Context, chain.RunID) (Judge, error) { return honest{a.Client}, nil }
}

func none(context.Context, chain.RunID) (Judge, error) {
	return nil, errors.New("the dataset is missing")
}

// diary keeps what is reported, and calls stop, if there is one, at a kind of event.
type diary struct {
	mu     sync.Mutex
	events []Event
	at     Kind
	stop   context.CancelFunc
}

func (d *diary) Report(e Event) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.events = append(d.events, e)
	if d.stop != nil && e.Kind == d.at {
		d.stop()
	}
}

func (d *diary) of(kind Kind) []Event {
	d.mu.Lock()
	defer d.mu.Unlock()
	var out []Event
	for _, e := range d.events {
		if e.Kind == kind {
			out = append(out, e)
		}
	}
	return out
}

var (
	silent = slog.New(slog.NewTextHandler(io.Discard, nil))
	stake  = chain.Ether(10_000)
)

// launch runs an agent until stop is called or the test ends.
func launch(t *testing.T, account *chain.Account, judge judges, to *diary) (stop func()) {
	t.Helper()
	return launchConfig(t, Config{Account: account, Judge: judge, Salts: saltsOf(t, account), Stake: stake, Report: to, Log: silent}, to)
}

func launchConfig(t *testing.T, config Config, to *diary) (stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	to.stop = cancel
	ended := make(chan error, 1)
	go func() { ended <- Run(ctx, config) }()
	var once sync.Once
	stop = func() {
		once.Do(func() {
			cancel()
			if err := <-ended; err != nil && !errors.Is(err, context.Canceled) {
				t.Error(err)
			}
		})
	}
	t.Cleanup(stop)
	return stop
}

// saltsOf opens the salts of a key.
func saltsOf(t *testing.T, account *chain.Account) *Salts {
	t.Helper()
	salts, err := OpenSalts(t.Context(), account, account.Address(), account.Client, "")
	if err != nil {
		t.Error(err)
	}
	return salts
}

// staked waits until the agent's stake is on chain, so that the next case can seat it.
func staked(t *testing.T, s *chaintest.Stage, a *chain.Account) {
	t.Helper()
	s.Await(a, "the stake", func() (bool, error) {
		v, err := a.Validator(t.Context(), a.Address())
		return v.Stake != nil && v.Stake.Cmp(stake) == 0, err
	})
	start := a.Latest().Number
	s.Await(a, "the next block", func() (bool, error) { return a.Latest().Number > start, nil })
}

func seatOf(t *testing.T, a *chain.Account, commitment chain.Hash) chain.Seat {
	t.Helper()
	seat, err := a.Seat(t.Context(), commitment, 1, a.Address())
	if err != nil {
		t.Fatal(err)
	}
	return seat
}

func total(events []Event) *big.Int {
	sum := new(big.Int)
	for _, e := range events {
		sum.Add(sum, e.Amount)
	}
	return sum
}

// long marks tests that add nothing for the race detector, under which everything is slow.
func long(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("long")
	}
}
