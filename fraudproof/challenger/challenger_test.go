package challenger

import (
	"context"
	"math/big"
	"testing"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/chaintest"
	"github.com/commonweight/commonweight/internal/replica"
)

// A lie is committed on a true window, an honest worker builds on it: the lie falls, the head goes back, training goes on, and every coin is
// where protocol.md says.
func TestLiarIsCaughtAndEveryoneIsPaid(t *testing.T) {
	t.Parallel()
	s := chaintest.Start(t, chaintest.Terms())
	agent, worker, liar, builder := s.Account(accountAgent), s.Account(accountWorker), s.Account(accountLiar), s.Account(accountBuilder)
	s.Jury(chaintest.Answer, accountJury, accountJury+1, accountJury+2)
	before := balance(t, agent)

	first := s.CommitTruth(worker)
	var told diary
	launch(t, agent, s.Run, honest{agent.Client}, &told)
	lie := s.CommitLie(liar)
	above := s.CommitTruth(builder)

	s.Await(worker, "the lie is rejected", func() (bool, error) { return s.Status(worker, lie) == chain.StatusRejected, nil })
	if got := s.Status(worker, above); got != chain.StatusVoided {
		t.Errorf("what stood on the lie is %s", got)
	}
	if head, err := worker.Head(t.Context(), s.Run); err != nil || head != first {
		t.Fatalf("head %s (%v), want the last true window %s", head, err, first)
	}
	s.CommitTruth(worker)
	s.Finalise(worker)
	s.Await(agent, "the challenger is paid", func() (bool, error) { return len(told.of(Withdrawn)) > 0 && len(told.of(Won)) > 0, nil })

	if n := challenges(t, agent); n != 1 {
		t.Fatalf("%d challenges, want 1", n)
	}
	x, c := challenge(t, agent, 1), commitment(t, agent, lie)
	if x.Status != chain.ChallengeWon {
		t.Fatalf("the challenge is %s", x.Status)
	}
	fee, err := agent.CourtFee(t.Context(), s.Run)
	if err != nil {
		t.Fatal(err)
	}
	pot := minus(c.Bond, fee)
	gas := x.GasCost
	if limit := percent(pot, 20); gas.Cmp(limit) > 0 {
		gas = limit
	}
	reward := percent(minus(pot, gas), 40)
	if got, want := told.total(Withdrawn), plus(x.Bond, gas, reward); got.Cmp(want) != 0 {
		t.Errorf("the challenger withdrew %s, want bond %s, gas %s and reward %s", got, x.Bond, gas, reward)
	}
	if balance(t, agent).Cmp(before) <= 0 {
		t.Error("catching a liar didn't pay")
	}
	if c.VoidedCount != 1 || c.VoidedShare.Cmp(percent(minus(pot, gas), 10)) != 0 {
		t.Errorf("%d voided windows get %s each, want one that gets 10 %%", c.VoidedCount, c.VoidedShare)
	}
	// The bond may have been claimed for it already: keepers do that for everyone.
	if _, err := builder.ClaimVoided(t.Context(), above); err != nil && !chain.IsRevert(err, "NothingToClaim") {
		t.Fatal(err)
	}
	want := plus(commitment(t, builder, above).Bond, c.VoidedShare)
	credit, err := builder.Credit(t.Context(), builder.Address(), chain.Native)
	if err != nil {
		t.Fatal(err)
	}
	if credit.Cmp(want) != 0 {
		t.Errorf("the builder has %s to take, want its bond and its share %s", credit, want)
	}
	for i := range 3 {
		juror := s.Net.Keys()[accountJury+i].Address
		s.Await(agent, "a juror's fee", func() (bool, error) {
			credit, err := agent.Credit(t.Context(), juror, chain.Native)
			return credit != nil && credit.Cmp(chain.Ether(10)) == 0, err
		})
	}
}

func TestGrieferLosesItsBond(t *testing.T) {
	long(t)
	t.Parallel()
	s := chaintest.Start(t, chaintest.Terms())
	griefer, worker := s.Account(accountAgent), s.Account(accountWorker)
	s.Jury(chaintest.Answer, accountJury, accountJury+1, accountJury+2)
	hash := s.CommitTruth(worker)
	lie := chain.Hash{31: 1}
	judge := patched{honest{griefer.Client}, func(h chain.Hash) (replica.Verdict, bool) {
		return replica.Verdict{Answer: replica.Disagree, Root: lie}, h == hash
	}}
	var told diary
	launch(t, griefer, s.Run, judge, &told)
	s.Await(griefer, "the griefer is told", func() (bool, error) { return len(told.of(Lost)) > 0 && len(told.of(Withdrawn)) > 0, nil })

	x := challenge(t, griefer, 1)
	fee, err := griefer.CourtFee(t.Context(), s.Run)
	if err != nil {
		t.Fatal(err)
	}
	used := new(big.Int).Mul(chain.Ether(10), big.NewInt(3)) // three jurors
	if got, want := told.total(Withdrawn), minus(fee, used); got.Cmp(want) != 0 {
		t.Errorf("the griefer got %s back, want only the unused court fee %s", got, want)
	}
	events, _, err := griefer.Log(s.Run).Next(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	settled := 0
	for _, e := range events {
		data, ok := e.Data.(chain.ChallengeSettled)
		if !ok {
			continue
		}
		settled++
		if want := percent(minus(x.Bond, fee), 40); data.ToCommitter.Cmp(want) != 0 {
			t.Errorf("the worker got %s, want 40 %% of the griefer's bond, %s", data.ToCommitter, want)
		}
	}
	if settled != 1 {
		t.Errorf("the challenge was settled %d times", settled)
	}
	s.Finalise(worker)
	if got := s.Status(worker, hash); got != chain.StatusFinalised {
		t.Errorf("the challenged truth is %s", got)
	}
	if n := challenges(t, griefer); n != 1 {
		t.Errorf("%d challenges against a window that was cleared", n)
	}
}

func TestUnknownAlertsAndBondsNothing(t *testing.T) {
	long(t)
	t.Parallel()
	s := chaintest.Start(t, chaintest.Terms())
	agent, liar := s.Account(accountAgent), s.Account(accountLiar)
	before := balance(t, agent)
	lie := s.CommitLie(liar)
	judge := patched{honest{agent.Client}, func(chain.Hash) (replica.Verdict, bool) {
		return replica.Verdict{Answer: replica.Unknown, Reason: "bytes are missing"}, true
	}}
	var told diary
	stop := launch(t, agent, s.Run, judge, &told)
	s.Await(agent, "an alert", func() (bool, error) { return len(told.of(Alert)) > 0, nil })
	start := agent.Latest().Number
	s.Await(agent, "some blocks", func() (bool, error) { return agent.Latest().Number > start+20, nil })
	stop()
	if n := challenges(t, agent); n != 0 {
		t.Fatalf("%d challenges without an answer", n)
	}
	if n := len(told.of(Alert)); n != 1 {
		t.Errorf("%d alerts about one trouble", n)
	}
	if balance(t, agent).Cmp(before) != 0 {
		t.Error("it spent money")
	}
	// The bytes come back in time: now it acts.
	launch(t, agent, s.Run, honest{agent.Client}, &told)
	s.Await(agent, "a challenge", func() (bool, error) { return len(told.of(Opened)) == 1, nil })
	if got := told.of(Opened)[0].Commitment; got != lie {
		t.Errorf("challenged %s, want %s", got, lie)
	}
}

// On a node that has fallen silent nothing is known about deadlines.
func TestSilentNodeIsReportedAndNothingIsBonded(t *testing.T) {
	t.Parallel()
	s := chaintest.Start(t, chaintest.Terms())
	account, liar := s.Account(accountAgent), s.Account(accountLiar)
	s.CommitLie(liar)
	var told diary
	a, err := newProofer(t.Context(), Config{Account: account, Run: s.Run, Judge: honest{account.Client}, Report: &told, Log: silent})
	if err != nil {
		t.Fatal(err)
	}
	a.loop.Deaf = time.Nanosecond
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() { defer close(ended); a.loop.Run(ctx) }()
	s.Await(account, "an alert", func() (bool, error) { return len(told.of(Alert)) > 0, nil })
	start := account.Latest().Number
	s.Await(account, "20 blocks", func() (bool, error) { return account.Latest().Number >= start+20, nil })
	stop()
	<-ended
	if len(told.of(Alert)) != 1 || challenges(t, account) != 0 {
		t.Errorf("%d alerts, %d challenges", len(told.of(Alert)), challenges(t, account))
	}
}

// Windows: true, lie, true on the lie, lie on that. Only the first lie is challenged.
func TestOnlyTheEarliestWrongWindowIsChallenged(t *testing.T) {
	long(t)
	t.Parallel()
	s := chaintest.Start(t, chaintest.Terms())
	agent, worker, liar := s.Account(accountAgent), s.Account(accountWorker), s.Account(accountLiar)
	s.Jury(chaintest.Answer, accountJury, accountJury+1, accountJury+2)
	s.CommitTruth(worker)
	lie := s.CommitLie(liar)
	s.CommitTruth(worker)
	s.CommitLie(liar)
	var told diary
	launch(t, agent, s.Run, honest{agent.Client}, &told)
	s.Await(agent, "the lie is rejected", func() (bool, error) { return s.Status(agent, lie) == chain.StatusRejected, nil })
	if n := challenges(t, agent); n != 1 {
		t.Errorf("%d challenges, want 1", n)
	}
	if got := told.of(Sealed)[0].Commitment; got != lie {
		t.Errorf("challenged %s, want the earliest lie %s", got, lie)
	}
}

// The agent is killed at each of its transactions, wherever it is, and a fresh one with no files takes over.
func TestRestartAtEachTransactionEndsTheSame(t *testing.T) {
	long(t)
	t.Parallel()
	t.Run("mined", func(t *testing.T) {
		t.Parallel()
		restartAtEachTransaction(t, func(_ *chain.Account, before, now *big.Int) (bool, error) { return now.Cmp(before) != 0, nil })
	})
	t.Run("still in the pool", func(t *testing.T) {
		t.Parallel()
		restartAtEachTransaction(t, func(agent *chain.Account, before, now *big.Int) (bool, error) {
			quiet, err := agent.Quiet(t.Context())
			return !quiet || now.Cmp(before) != 0, err
		})
	})
}

func restartAtEachTransaction(t *testing.T, sent func(agent *chain.Account, before, now *big.Int) (bool, error)) {
	s := chaintest.Start(t, chaintest.Terms())
	watcher, worker, liar := s.Account(accountBuilder), s.Account(accountWorker), s.Account(accountLiar)
	s.Jury(chaintest.Answer, accountJury, accountJury+1, accountJury+2)
	lie := s.CommitLie(liar)
	first := balance(t, s.Account(accountAgent))
	ctx, cancel := context.WithTimeout(t.Context(), chaintest.Patience)
	defer cancel()
	lives, committed, finalised := 0, false, false
	var told diary
	for done := false; !done; lives++ {
		agent := s.Account(accountAgent)
		before := balance(t, agent)
		stop := launch(t, agent, s.Run, honest{agent.Client}, &told)
		for killed := false; !killed && !done; time.Sleep(chaintest.Interval / 5) {
			if ctx.Err() != nil {
				t.Fatalf("not done after %d lives", lives)
			}
			now := balance(t, agent)
			var err error
			if killed, err = sent(agent, before, now); err != nil {
				t.Fatal(err)
			}
			if killed {
				break
			}
			if rejected := s.Status(watcher, lie) == chain.StatusRejected; rejected && !committed {
				s.CommitTruth(worker)
				committed = true
			} else if committed && !finalised {
				s.Finalise(worker)
				finalised = true
			}
			done = finalised && challenge(t, watcher, 1).Status == chain.ChallengeWon && now.Cmp(first) > 0
		}
		stop()
		agent.Close()
	}
	if lives < 4 {
		t.Errorf("%d lives: it wasn't killed at each transaction", lives)
	}
	if n := challenges(t, watcher); n != 1 {
		t.Errorf("%d challenges, want 1: a restart sealed again", n)
	}
}

// An agent dies with its seal in the pool. The next one sees no challenge on chain, and doesn't send the same again.
func TestSealInThePoolIsWaitedFor(t *testing.T) {
	t.Parallel()
	s := chaintest.Start(t, chaintest.Terms())
	first, second := s.Account(accountAgent), s.Account(accountAgent)
	s.CommitLie(s.Account(accountLiar))
	thaw := s.Freeze()
	stop := launch(t, first, s.Run, honest{first.Client}, new(diary))
	for sent := false; !sent; time.Sleep(chaintest.Interval / 5) {
		quiet, err := second.Quiet(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		sent = !quiet
	}
	stop()
	var told diary
	launch(t, second, s.Run, honest{second.Client}, &told)
	for deadline := time.Now().Add(chaintest.Patience); len(told.of(Judged)) == 0; time.Sleep(chaintest.Interval / 5) {
		if time.Now().After(deadline) {
			t.Fatal("nothing is judged")
		}
	}
	time.Sleep(2 * chaintest.Interval)
	thaw()
	s.Await(second, "the opening", func() (bool, error) { return len(told.of(Opened)) > 0, nil })
	if n := challenges(t, second); n != 1 {
		t.Errorf("%d challenges", n)
	}
}
