package challenger

import (
	"context"
	"testing"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/chaintest"
	"github.com/commonweight/commonweight/internal/replica"
)

// The second list of pitfalls.md, as far as it concerns this agent. Pitfall 21 is in replay_test.go.

// Pitfall 4: a move names an index whose content changed in a reorganisation. The agent believes that challenge 1 is its seal against a lie;
// on the branch that won it is another's seal against a true window.
func TestPitfall4IndexChangedByReorg(t *testing.T) {
	t.Parallel()
	s := chaintest.Start(t, chaintest.Terms())
	account, worker, liar, thief := s.Account(accountAgent), s.Account(accountWorker), s.Account(accountLiar), s.Account(accountThief)
	truth := s.CommitTruth(worker)
	lie := s.CommitLie(liar)
	a, err := newProofer(t.Context(), Config{Account: account, Run: s.Run, Judge: honest{account.Client}, Report: new(diary), Log: silent})
	if err != nil {
		t.Fatal(err)
	}
	v := honest{account.Client}.Judge(t.Context(), lie)
	// The thief has copied even the seal hash.
	if _, _, err := thief.Seal(t.Context(), truth, a.sealHash(lie, v.Root, 0)); err != nil {
		t.Fatal(err)
	}
	stale := challenge(t, account, 1)
	stale.Commitment, stale.Challenger = lie, account.Address()
	var moved bool
	for range 2 { // judge, then open
		if moved, err = a.followSealed(t.Context(), own{id: 1, Challenge: stale}); err != nil {
			break
		}
	}
	if !chain.IsRevert(err, "WrongCommitment") {
		t.Fatalf("moved: %v, error: %v; want the contract to refuse", moved, err)
	}
	if x := challenge(t, account, 1); x.Status != chain.ChallengeSealed {
		t.Errorf("the other's challenge is %s", x.Status)
	}
	// A window that the winning branch hasn't got can't be bonded against.
	gone := chain.Hash{1, 2, 3}
	if err := a.seal(t.Context(), gone, chain.Commitment{}, v, 0); err == nil {
		t.Error("sealed a challenge against a commitment that isn't there")
	}
	// Planned again from the chain as it is, the lie is challenged under its own hash.
	for range 4 {
		if _, err := a.tick(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if x := challenge(t, account, 2); x.Commitment != lie || x.Status != chain.ChallengeOpened {
		t.Errorf("challenge 2 is %s against %s, want one opened against the lie", x.Status, x.Commitment)
	}
}

// Pitfall 5: bond and reward sniped in the mempool. A thief sees the agent's seal, gets a copy of it mined first, and copies the opening too.
func TestPitfall5SealAndOpeningAreCopied(t *testing.T) {
	long(t)
	t.Parallel()
	s := chaintest.Start(t, chaintest.Terms())
	account, worker, liar, thief := s.Account(accountAgent), s.Account(accountWorker), s.Account(accountLiar), s.Account(accountThief)
	s.Jury(chaintest.Answer, accountJury, accountJury+1, accountJury+2)
	lie := s.CommitLie(liar)
	a, err := newProofer(t.Context(), Config{Account: account, Run: s.Run, Judge: honest{account.Client}, Report: new(diary), Log: silent})
	if err != nil {
		t.Fatal(err)
	}
	root := honest{account.Client}.Judge(t.Context(), lie).Root
	copied, _, err := thief.Seal(t.Context(), lie, a.sealHash(lie, root, 0))
	if err != nil {
		t.Fatal(err)
	}
	var told diary
	launch(t, account, s.Run, honest{account.Client}, &told)
	s.Await(worker, "the agent's opening", func() (bool, error) { return len(told.of(Opened)) > 0, nil })
	if _, err := thief.OpenChallenge(t.Context(), lie, copied.Challenge, root, account.Address(), a.salt(lie, 0)); err != nil {
		t.Fatal(err)
	}
	s.Await(worker, "the lie is rejected", func() (bool, error) { return s.Status(worker, lie) == chain.StatusRejected, nil })
	s.CommitTruth(worker)
	s.Finalise(worker)
	won := func(id chain.ChallengeID) bool { return challenge(t, worker, id).Status == chain.ChallengeWon }
	s.Await(worker, "both are paid", func() (bool, error) {
		thief.SettleChallenge(t.Context(), copied.Challenge) // a refusal means: done already
		return won(1) && won(2) && len(told.of(Won)) > 0 && len(told.of(Withdrawn)) > 0, nil
	})
	c, x, y := commitment(t, worker, lie), challenge(t, worker, 1), challenge(t, worker, 2)
	fee, err := worker.CourtFee(t.Context(), s.Run)
	if err != nil {
		t.Fatal(err)
	}
	reward := percent(minus(c.Bond, fee, x.GasCost, y.GasCost), 40)
	got, err := thief.Credit(t.Context(), thief.Address(), chain.Native)
	if err != nil {
		t.Fatal(err)
	}
	if want := plus(x.Bond, x.GasCost); got.Cmp(want) != 0 {
		t.Errorf("the thief has %s, want no more than its bond and gas %s", got, want)
	}
	s.Await(worker, "the reward", func() (bool, error) {
		return told.total(Withdrawn).Cmp(plus(y.Bond, y.GasCost, reward)) == 0, nil
	})
}

// Pitfall 21, the other half: an agent attacked its own claims.
func TestPitfall21OwnWindowIsNeverChallenged(t *testing.T) {
	t.Parallel()
	s := chaintest.Start(t, chaintest.Terms())
	account := s.Account(accountAgent)
	hash := s.CommitTruth(account)
	judge := patched{honest{account.Client}, func(chain.Hash) (replica.Verdict, bool) {
		return replica.Verdict{Answer: replica.Disagree, Root: chain.Hash{31: 1}, Reason: "gone bad"}, true
	}}
	var told diary
	launch(t, account, s.Run, judge, &told)
	s.Await(account, "an alert", func() (bool, error) { return len(told.of(Alert)) > 0, nil })
	start := account.Latest().Number
	s.Await(account, "some blocks", func() (bool, error) { return account.Latest().Number > start+10, nil })
	if n := challenges(t, account); n != 0 {
		t.Errorf("%d challenges against its own window %s", n, hash)
	}
}

// A seal whose opening is missed costs 10 %; the next one has another salt, so what the first hid stays hidden.
func TestMissedOpeningLapsesAndIsSealedAgain(t *testing.T) {
	t.Parallel()
	s := chaintest.Start(t, chaintest.Terms())
	account, liar := s.Account(accountAgent), s.Account(accountLiar)
	lie := s.CommitLie(liar)
	ctx, cancel := context.WithCancel(t.Context())
	a, err := newProofer(ctx, Config{Account: account, Run: s.Run, Judge: honest{account.Client}, Report: new(diary), Log: silent})
	if err != nil {
		t.Fatal(err)
	}
	for challenges(t, account) == 0 {
		if _, err := a.tick(ctx); err != nil {
			t.Fatal(err)
		}
	}
	cancel()
	s.Pass(s.Open + 1)
	var told diary
	launch(t, account, s.Run, honest{account.Client}, &told)
	s.Await(account, "the second challenge is opened", func() (bool, error) { return len(told.of(Opened)) > 0 && len(told.of(Lapsed)) > 0, nil })
	first, second := challenge(t, account, 1), challenge(t, account, 2)
	if first.Status != chain.ChallengeLapsed || second.Status != chain.ChallengeOpened || second.Commitment != lie {
		t.Errorf("the first is %s, the second %s against %s", first.Status, second.Status, second.Commitment)
	}
	if first.SealHash == second.SealHash {
		t.Error("the second seal has the first one's salt")
	}
}
