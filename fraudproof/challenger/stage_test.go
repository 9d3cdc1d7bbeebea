package challenger

import (
	"context"
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
	accountBuilder
	accountThief
	accountJury // and the next two
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

// patched is an honest judge but for what patch says about a commitment: a griefer, or a machine gone bad.
type patched struct {
	honest
	patch func(chain.Hash) (replica.Verdict, bool)
}

func (j patched) Judge(ctx context.Context, commitment chain.Hash) replica.Verdict {
	if v, ok := j.patch(commitment); ok {
		return v
	}
	return j.honest.Judge(ctx, commitment)
}

// diary keeps what is reported.
type diary struct {
	mu     sync.Mutex
	events []Event
}

func (d *diary) Report(e Event) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.events = append(d.events, e)
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

func (d *diary) total(kind Kind) *big.Int {
	sum := new(big.Int)
	for _, e := range d.of(kind) {
		sum.Add(sum, e.Amount)
	}
	return sum
}

var silent = slog.New(slog.NewTextHandler(io.Discard, nil))

// launch runs an agent until stop is called or the test ends.
func launch(t *testing.T, account *chain.Account, run chain.RunID, judge Judge, to Reporter) (stop func()) {
	t.Helper()
	return launchConfig(t, Config{Account: account, Run: run, Judge: judge, Report: to, Log: silent})
}

func launchConfig(t *testing.T, config Config) (stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() {
		ended <- Run(ctx, config)
	}()
	var once sync.Once
	stop = func() {
		once.Do(func() {
			cancel()
			if err := <-ended; err != nil && ctx.Err() == nil {
				t.Error(err)
			}
		})
	}
	t.Cleanup(stop)
	return stop
}

func balance(t *testing.T, a *chain.Account) *big.Int {
	t.Helper()
	b, err := a.Balance(t.Context(), a.Address())
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func commitment(t *testing.T, a *chain.Account, hash chain.Hash) chain.Commitment {
	t.Helper()
	c, err := a.Commitment(t.Context(), hash)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func challenge(t *testing.T, a *chain.Account, id chain.ChallengeID) chain.Challenge {
	t.Helper()
	c, err := a.Challenge(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func challenges(t *testing.T, a *chain.Account) chain.ChallengeID {
	t.Helper()
	n, err := a.Challenges(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func percent(x *big.Int, p int64) *big.Int {
	y := new(big.Int).Mul(x, big.NewInt(p))
	return y.Div(y, big.NewInt(100))
}

func minus(x *big.Int, ys ...*big.Int) *big.Int {
	z := new(big.Int).Set(x)
	for _, y := range ys {
		z.Sub(z, y)
	}
	return z
}

func plus(xs ...*big.Int) *big.Int {
	z := new(big.Int)
	for _, x := range xs {
		z.Add(z, x)
	}
	return z
}

// long marks tests that add nothing for the race detector, under which everything is slow.
func long(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("long")
	}
}
