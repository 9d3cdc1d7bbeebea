package auditor

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"io"
	"log/slog"
	"math"
	"math/big"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/chaintest"
	"github.com/commonweight/commonweight/internal/replica"
)

const (
	accountFirst = iota
	accountSecond
	accountWorker
	accountLiar
	accountChallenger
)

// toy is a replica of the toy run: its history is a hash of the window's true root.
type toy struct {
	client *chain.Client
	lie    bool // says another history
}

func (r toy) History(ctx context.Context, commitment chain.Hash) (chain.Hash, replica.Verdict) {
	c, err := r.client.Commitment(ctx, commitment)
	if err != nil {
		return chain.Hash{}, replica.Verdict{Answer: replica.Unknown, Reason: err.Error()}
	}
	v := replica.Verdict{Answer: replica.Agree, Root: chaintest.Truth(c.PreRoot, c.Window), Claimed: c.PostRoot}
	if v.Root != v.Claimed {
		v.Answer = replica.Disagree
		return chain.Hash{}, v
	}
	text := append([]byte("history"), v.Root[:]...)
	if r.lie {
		text[0] = 'H'
	}
	return sha256.Sum256(text), v
}

func (toy) Lists(context.Context, chain.Hash) (match.Provider, error) {
	return nil, errors.New("a toy has no lists")
}

// diary keeps what is reported.
type diary struct {
	mu     sync.Mutex
	events []Event
	wrong  []chain.Hash
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

// launch runs an auditor until stop is called or the test ends. Its coin always comes up, or never.
func launch(t *testing.T, account *chain.Account, r Replica, plants bool, to *diary) (stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	a := newAuditor(Config{
		Account: account, Report: to, Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
		Replica: func(context.Context, chain.RunID) (Replica, error) {
			if r == nil {
				return nil, errors.New("the dataset is missing")
			}
			return r, nil
		},
		Wrong: func(_ chain.Commitment, root chain.Hash) {
			to.mu.Lock()
			defer to.mu.Unlock()
			to.wrong = append(to.wrong, root)
		},
	})
	a.up = func(chain.Hash, *big.Int, *big.Int) bool { return plants }
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		a.run(ctx)
	}()
	stop = sync.OnceFunc(func() {
		cancel()
		<-ended
	})
	t.Cleanup(stop)
	return stop
}

// auditors stakes for two accounts: they audit every window that another commits.
func auditors(t *testing.T, s *chaintest.Stage) (first, second *chain.Account) {
	t.Helper()
	first, second = s.Account(accountFirst), s.Account(accountSecond)
	for _, a := range []*chain.Account{first, second} {
		s.Stake(a, chain.Ether(10_000))
	}
	return first, second
}

// step passes over the windows of time of one audit, and waits for what happens in them.
func step(t *testing.T, s *chaintest.Stage, a *chain.Account, seconds uint32, what string, done func() bool) {
	t.Helper()
	if seconds > 0 {
		s.Pass(seconds)
	}
	s.Await(a, what, func() (bool, error) { return done(), nil })
}

func credit(t *testing.T, a *chain.Account) *big.Int {
	t.Helper()
	x, err := a.Credit(t.Context(), a.Address(), chain.Native)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// TestAuditorsAreDrawnAnswerAndArePaid: both seal and open the same history, and a canary of one of them agrees. One of the processes dies between seal
// and open, with all that it knows: another one opens the answer and the canary. Bonds and jackpot come back, each is paid 2 % of the reward.
func TestAuditorsAreDrawnAnswerAndArePaid(t *testing.T) {
	t.Parallel()
	s := chaintest.Start(t, chaintest.Terms())
	first, second := auditors(t, s)
	worker := s.Account(accountWorker)
	var one, two diary
	stop := launch(t, first, toy{client: first.Client}, true, &one)
	launch(t, second, toy{client: second.Client}, false, &two)
	window := s.CommitTruth(worker)
	step(t, s, worker, 0, "two answers and a canary", func() bool {
		return len(one.of(Sealed)) == 1 && len(two.of(Sealed)) == 1 && len(one.of(Planted)) == 1
	})
	stop()
	first.Close()
	first = s.Account(accountFirst) // nothing but the key is left
	var again diary
	launch(t, first, toy{client: first.Client}, true, &again)

	step(t, s, worker, s.Challenge, "both answers are opened", func() bool { return len(again.of(Opened)) == 1 && len(two.of(Opened)) == 1 })
	step(t, s, worker, s.Open, "the canary is opened", func() bool { return len(again.of(Opened)) == 2 })
	s.Await(worker, "the window is final", func() (bool, error) {
		if _, err := worker.Finalise(t.Context(), s.Run, 1); err != nil && !chain.IsRevert(err) {
			return false, err
		}
		return s.Status(worker, window) == chain.StatusFinalised, nil
	})
	step(t, s, worker, s.Open, "all is settled", func() bool { return len(again.of(Settled)) == 2 && len(two.of(Settled)) == 1 })

	r, err := worker.Record(t.Context(), s.Run)
	if err != nil || r.Tasks != 2 || r.Answered != 2 || r.Right != 2 || r.Live != 0 {
		t.Errorf("record %+v, %v", r, err)
	}
	bond, err := worker.AnswerBond(t.Context(), s.Run)
	if err != nil {
		t.Fatal(err)
	}
	jackpot, err := worker.Jackpot(t.Context(), s.Run)
	if err != nil {
		t.Fatal(err)
	}
	pay := new(big.Int).Div(new(big.Int).Mul(chain.Ether(2), big.NewInt(payShare)), big.NewInt(1000)) // two steps
	if got, want := credit(t, second), new(big.Int).Add(bond, pay); got.Cmp(want) != 0 {
		t.Errorf("the second auditor has %s, want bond and pay: %s", chain.Coins(got), chain.Coins(want))
	}
	want := new(big.Int).Add(new(big.Int).Add(bond, bond), new(big.Int).Add(jackpot, pay))
	if got := credit(t, first); got.Cmp(want) != 0 {
		t.Errorf("the first auditor has %s, want two bonds, jackpot and pay: %s", chain.Coins(got), chain.Coins(want))
	}
	if n := len(again.of(Sealed)) + len(again.of(Planted)); n != 0 {
		t.Errorf("%d answers were bonded twice", n)
	}
}

// TestCanaryInAToken: in a run that pays in an ERC-20 a planter that has tokens lays down its jackpot in them, one that has none plants nothing; all of it comes
// back, and the pay in tokens beside it.
func TestCanaryInAToken(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	t.Parallel()
	s, token := chaintest.StartInToken(t, chaintest.Terms())
	first, second := auditors(t, s)
	worker := s.Account(accountWorker)
	jackpot, err := worker.Jackpot(t.Context(), s.Run)
	if err != nil {
		t.Fatal(err)
	}
	if err := token.Mint(t.Context(), first.Address(), jackpot); err != nil {
		t.Fatal(err)
	}
	var one, two diary
	launch(t, first, toy{client: first.Client}, true, &one)
	launch(t, second, toy{client: second.Client}, true, &two)
	window := s.CommitTruth(worker)
	step(t, s, worker, 0, "two answers and a canary", func() bool {
		return len(one.of(Sealed)) == 1 && len(two.of(Sealed)) == 1 && len(one.of(Planted)) == 1 && slices.ContainsFunc(two.of(Declined), func(e Event) bool {
			return strings.Contains(e.Text, "hasn't the tokens")
		})
	})
	if left, err := first.TokenBalance(t.Context(), token.Address, first.Address()); err != nil || left.Sign() != 0 {
		t.Errorf("the planter still has %s tokens, %v", left, err)
	}
	step(t, s, worker, s.Challenge, "both answers are opened", func() bool { return len(one.of(Opened)) == 1 && len(two.of(Opened)) == 1 })
	step(t, s, worker, s.Open, "the canary is opened", func() bool { return len(one.of(Opened)) == 2 })
	s.Await(worker, "the window is final", func() (bool, error) {
		if _, err := worker.Finalise(t.Context(), s.Run, 1); err != nil && !chain.IsRevert(err) {
			return false, err
		}
		return s.Status(worker, window) == chain.StatusFinalised, nil
	})
	step(t, s, worker, s.Open, "all is settled", func() bool { return len(one.of(Settled)) == 2 && len(two.of(Settled)) == 1 })
	pay := new(big.Int).Div(new(big.Int).Mul(chain.Ether(2), big.NewInt(payShare)), big.NewInt(1000))
	for a, want := range map[*chain.Account]*big.Int{first: new(big.Int).Add(jackpot, pay), second: pay} {
		if got, err := a.Credit(t.Context(), a.Address(), token.Address); err != nil || got.Cmp(want) != 0 {
			t.Errorf("%s has %s tokens to take, want %s (%v)", a.Address(), got, want, err)
		}
	}
	if _, err := first.Withdraw(t.Context(), token.Address); err != nil {
		t.Fatal(err)
	}
	if got, err := first.TokenBalance(t.Context(), token.Address, first.Address()); err != nil || got.Cmp(new(big.Int).Add(jackpot, pay)) != 0 {
		t.Errorf("the planter took %s tokens, %v", got, err)
	}
}

// TestWrongAndUnknownWindowsAreNotSealed: who finds a window wrong says so, who can't tell says that; neither bonds anything.
func TestWrongAndUnknownWindowsAreNotSealed(t *testing.T) {
	t.Parallel()
	s := chaintest.Start(t, chaintest.Terms())
	first, second := auditors(t, s)
	var one, two diary
	launch(t, first, toy{client: first.Client}, true, &one)
	launch(t, second, nil, true, &two)
	lie := s.CommitLie(s.Account(accountLiar))
	truth, err := chaintest.Answer(t.Context(), first.Client, lie)
	if err != nil {
		t.Fatal(err)
	}
	step(t, s, first, 0, "both have looked", func() bool { return len(one.of(Wrong)) > 0 && len(two.of(Alert)) > 0 })
	one.mu.Lock()
	if len(one.wrong) == 0 || one.wrong[0] != truth {
		t.Errorf("told %v, want %s", one.wrong, truth)
	}
	one.mu.Unlock()
	if n := len(one.of(Sealed)) + len(one.of(Planted)) + len(two.of(Sealed)) + len(two.of(Planted)); n != 0 {
		t.Errorf("%d answers about a window that is wrong or unknown", n)
	}
}

// TestContradictionIsMetByADuel: an auditor that says another history is met as soon as the window is final.
func TestContradictionIsMetByADuel(t *testing.T) {
	t.Parallel()
	s := chaintest.Start(t, chaintest.Terms())
	first, second := auditors(t, s)
	worker := s.Account(accountWorker)
	var one, two diary
	launch(t, first, toy{client: first.Client}, false, &one)
	stop := launch(t, second, toy{client: second.Client, lie: true}, false, &two)
	window := s.CommitTruth(worker)
	step(t, s, worker, 0, "two answers", func() bool { return len(one.of(Sealed)) == 1 && len(two.of(Sealed)) == 1 })
	step(t, s, worker, s.Challenge, "both are opened", func() bool { return len(one.of(Opened)) == 1 && len(two.of(Opened)) == 1 })
	stop()
	s.Await(worker, "the window is final", func() (bool, error) {
		if _, err := worker.Finalise(t.Context(), s.Run, 1); err != nil && !chain.IsRevert(err) {
			return false, err
		}
		return s.Status(worker, window) == chain.StatusFinalised, nil
	})
	step(t, s, worker, 0, "the duel", func() bool { return len(one.of(Met))+len(two.of(Met)) > 0 })
	id, err := worker.AuditMeeting(t.Context(), one.of(Sealed)[0].Pledge, two.of(Sealed)[0].Pledge)
	if err != nil || id == 0 {
		t.Errorf("duel %d, %v", id, err)
	}
}

// TestAbandonedAnswersAreEnded: an auditor seals and never comes back. Another one ends its answer, so that nothing waits for it.
func TestAbandonedAnswersAreEnded(t *testing.T) {
	t.Parallel()
	s := chaintest.Start(t, chaintest.Terms())
	first, second := auditors(t, s)
	worker := s.Account(accountWorker)
	var one, two diary
	launch(t, first, toy{client: first.Client}, false, &one)
	stop := launch(t, second, toy{client: second.Client}, false, &two)
	window := s.CommitTruth(worker)
	step(t, s, worker, 0, "two answers", func() bool { return len(one.of(Sealed)) == 1 && len(two.of(Sealed)) == 1 })
	stop()
	step(t, s, worker, s.Challenge, "one is opened", func() bool { return len(one.of(Opened)) == 1 })
	s.Pass(2*s.Open + grace + tidyEvery)
	s.Finalise(worker)
	if status := s.Status(worker, window); status != chain.StatusFinalised {
		t.Fatalf("the window is %s", status)
	}
	s.Await(worker, "nothing is live", func() (bool, error) {
		r, err := worker.Record(t.Context(), s.Run)
		return r.Live == 0, err
	})
	if _, p, err := worker.Answer(t.Context(), two.of(Sealed)[0].Pledge); err != nil || p.Status != chain.PledgeLapsed {
		t.Errorf("the abandoned answer is %s, %v", p.Status, err)
	}
}

// TestCoinsComeUpAsOftenAsStated: over 10^4 windows, five validators of different weight plant one canary per 25 windows together, within 3σ.
func TestCoinsComeUpAsOftenAsStated(t *testing.T) {
	weights := []int64{1, 2, 3, 10, 84}
	const windows = 10_000
	all := big.NewInt(100)
	count, variance := 0, 0.0
	for i, weight := range weights {
		p := float64(weight) / 100 / windowsPerCanary
		variance += windows * p * (1 - p)
		for n := range windows {
			mac := hmac.New(sha256.New, []byte{byte(i)})
			mac.Write(binary.BigEndian.AppendUint64(nil, uint64(n)))
			if up(chain.Hash(mac.Sum(nil)), big.NewInt(weight), all) {
				count++
			}
		}
	}
	if mean, sigma := windows/float64(windowsPerCanary), math.Sqrt(variance); math.Abs(float64(count)-mean) > 3*sigma {
		t.Errorf("%d canaries in %d windows, want %.0f ± %.0f", count, windows, mean, 3*sigma)
	}
	if up(chain.Hash{0: 0xff}, all, all) || !up(chain.Hash{}, big.NewInt(1), all) {
		t.Error("the coin's ends")
	}
	if up(chain.Hash{}, new(big.Int), all) {
		t.Error("who has no stake plants")
	}
}
