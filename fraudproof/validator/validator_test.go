package validator

import (
	"context"
	"errors"
	"testing"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/chaintest"
)

func TestValidatorVotesByItsOwnBitsAndIsPaid(t *testing.T) {
	t.Parallel()
	s := chaintest.Start(t, chaintest.Terms())
	agent, worker, liar, challenger := s.Account(accountAgent), s.Account(accountWorker), s.Account(accountLiar), s.Account(accountChallenger)
	s.Jury(chaintest.Answer, accountJury, accountJury+1)
	var told diary
	launch(t, agent, every(agent), &told)
	staked(t, s, agent)

	lie := s.CommitLie(liar)
	truth, err := chaintest.Answer(t.Context(), agent.Client, lie)
	if err != nil {
		t.Fatal(err)
	}
	s.Dispute(challenger, lie, truth)
	s.Await(worker, "the lie is rejected", func() (bool, error) { return s.Status(worker, lie) == chain.StatusRejected, nil })
	if seat := seatOf(t, agent, lie); seat.Root != truth {
		t.Errorf("voted for %s, want %s", seat.Root, truth)
	}
	if len(told.of(Settled)) > 0 {
		t.Error("it was paid before a root became final")
	}
	s.CommitTruth(worker)
	s.Finalise(worker)
	s.Await(agent, "the fee", func() (bool, error) { return len(told.of(Withdrawn)) > 0 && len(told.of(Settled)) > 0, nil })
	if got := total(told.of(Withdrawn)); got.Cmp(chain.Ether(10)) != 0 {
		t.Errorf("withdrew %s, want the juror's fee", got)
	}
	v, err := agent.Validator(t.Context(), agent.Address())
	if err != nil {
		t.Fatal(err)
	}
	if v.Unlocked().Cmp(stake) != 0 {
		t.Errorf("%s of the stake is free, want all", v.Unlocked())
	}
}

// The challenger is a griefer whose root is wrong too: the validator's root is named by nobody else.
func TestKilledBetweenCommitAndReveal(t *testing.T) {
	long(t)
	t.Parallel()
	for name, x := range map[string]struct {
		lie  bool
		root chain.Hash // what the challenger names; zero is the truth
		next func(*chain.Account) judges
	}{
		"root is public, no replay possible": {lie: true, next: func(*chain.Account) judges { return none }},
		"the commitment's own root":          {root: chain.Hash{1}, next: func(*chain.Account) judges { return none }},
		"only a replay gives the root":       {lie: true, root: chain.Hash{1}, next: every},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := chaintest.Start(t, chaintest.Terms())
			agent, worker, challenger := s.Account(accountAgent), s.Account(accountWorker), s.Account(accountChallenger)
			s.Jury(chaintest.Answer, accountJury)
			told := diary{at: Committed}
			stop := launch(t, agent, every(agent), &told)
			staked(t, s, agent)
			commit := s.CommitTruth
			if x.lie {
				commit = s.CommitLie
			}
			disputed := commit(worker)
			truth, err := chaintest.Answer(t.Context(), agent.Client, disputed)
			if err != nil {
				t.Fatal(err)
			}
			if x.root == (chain.Hash{}) {
				x.root = truth
			}
			s.Dispute(challenger, disputed, x.root)
			s.Await(worker, "the ballot", func() (bool, error) { return len(told.of(Committed)) > 0, nil })
			stop()
			agent.Close()

			agent = s.Account(accountAgent) // nothing but the key is left
			launch(t, agent, x.next(agent), &told)
			s.Await(agent, "the tally", func() (bool, error) {
				c, err := agent.CaseOf(t.Context(), disputed)
				return c.TalliedAt != 0, err
			})
			if seat := seatOf(t, agent, disputed); seat.Root != truth {
				t.Errorf("the seat is %s with root %s, want %s", seat.Status, seat.Root, truth)
			}
		})
	}
}

func TestUnknownAbstainsInTimeAndAlerts(t *testing.T) {
	long(t)
	t.Parallel()
	s := chaintest.Start(t, chaintest.Terms())
	agent, liar, challenger := s.Account(accountAgent), s.Account(accountLiar), s.Account(accountChallenger)
	s.Jury(chaintest.Answer, accountJury, accountJury+1)
	var told diary
	launch(t, agent, none, &told)
	staked(t, s, agent)
	lie := s.CommitLie(liar)
	truth, err := chaintest.Answer(t.Context(), agent.Client, lie)
	if err != nil {
		t.Fatal(err)
	}
	s.Dispute(challenger, lie, truth)
	s.Await(agent, "the tally", func() (bool, error) {
		c, err := agent.CaseOf(t.Context(), lie)
		return c.TalliedAt != 0, err
	})
	if seat := seatOf(t, agent, lie); seat.Status != chain.SeatStatusAbstained && seat.Status != chain.SeatStatusSettled || seat.Root != chain.Abstain {
		t.Errorf("the seat is %s with root %s, want an abstention", seat.Status, seat.Root)
	}
	if n := len(told.of(Alert)); n != 1 {
		t.Errorf("%d alerts, want 1", n)
	}
	s.Await(agent, "the seat's end", func() (bool, error) { return len(told.of(Settled)) > 0, nil })
	if e := told.of(Settled)[0]; e.Amount.Sign() != 0 || e.Burned.Sign() != 0 {
		t.Errorf("an abstention was paid %s and cost %s", e.Amount, e.Burned)
	}
}

// The first jury finds no majority, since the others abstain in it. The second one does, and both of the agent's ballots are paid.
func TestServesInBothRounds(t *testing.T) {
	long(t)
	t.Parallel()
	s := chaintest.Start(t, chaintest.Terms())
	agent, worker, liar, challenger := s.Account(accountAgent), s.Account(accountWorker), s.Account(accountLiar), s.Account(accountChallenger)
	s.Jury(func(ctx context.Context, c *chain.Client, commitment chain.Hash) (chain.Hash, error) {
		if x, err := c.CaseOf(ctx, commitment); err != nil || x.Round == 1 {
			return chain.Abstain, err
		}
		return chaintest.Answer(ctx, c, commitment)
	}, accountJury, accountJury+1)
	var told diary
	launch(t, agent, every(agent), &told)
	staked(t, s, agent)
	lie := s.CommitLie(liar)
	truth, err := chaintest.Answer(t.Context(), agent.Client, lie)
	if err != nil {
		t.Fatal(err)
	}
	s.Dispute(challenger, lie, truth)
	s.Await(worker, "the lie is rejected", func() (bool, error) { return s.Status(worker, lie) == chain.StatusRejected, nil })
	for round := uint32(1); round <= 2; round++ {
		if seat, err := agent.Seat(t.Context(), lie, round, agent.Address()); err != nil || seat.Status != chain.SeatStatusVoted || seat.Root != truth {
			t.Errorf("round %d: the seat is %s with root %s (%v), want %s", round, seat.Status, seat.Root, err, truth)
		}
	}
	s.CommitTruth(worker)
	s.Finalise(worker)
	s.Await(agent, "both fees", func() (bool, error) { return len(told.of(Settled)) == 2 && len(told.of(Withdrawn)) > 0, nil })
	if got := total(told.of(Settled)); got.Cmp(chain.Ether(20)) != 0 {
		t.Errorf("fees of %s, want two", chain.Coins(got))
	}
	if n := len(told.of(Judged)); n != 1 {
		t.Errorf("judged %d times: the second round is the same question", n)
	}
}

func TestVoteByHandGoesOnAfterAnInterruption(t *testing.T) {
	t.Parallel()
	s := chaintest.Start(t, chaintest.Terms())
	hand, liar, challenger := s.Account(accountAgent), s.Account(accountLiar), s.Account(accountChallenger)
	s.Jury(chaintest.Answer, accountJury)
	salts := saltsOf(t, hand)
	if v, err := Stake(t.Context(), hand, stake); err != nil || v.Stake.Cmp(stake) != 0 {
		t.Fatalf("staked %s: %v", v.Stake, err)
	}
	lie := s.CommitLie(liar)
	truth, err := chaintest.Answer(t.Context(), hand.Client, lie)
	if err != nil {
		t.Fatal(err)
	}
	cast := func(root chain.Hash) Ballot { return Ballot{Account: hand, Salts: salts, Commitment: lie, Root: root} }
	if err := Vote(t.Context(), cast(truth), new(diary)); !errors.Is(err, ErrNoVote) {
		t.Errorf("voted without a case: %v", err)
	}
	s.Dispute(challenger, lie, truth)
	s.Await(hand, "the seat", func() (bool, error) { return seatOf(t, hand, lie).Status == chain.SeatStatusSeated, nil })

	dying, die := context.WithCancel(t.Context())
	told := diary{at: Committed, stop: die}
	if err := Vote(dying, cast(truth), &told); !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v", err)
	}
	if err := Vote(t.Context(), cast(chain.Abstain), new(diary)); !errors.Is(err, ErrNoVote) {
		t.Errorf("cast a second ballot: %v", err)
	}
	if err := Vote(t.Context(), cast(truth), &told); err != nil {
		t.Fatal(err)
	}
	if seat := seatOf(t, hand, lie); seat.Root != truth {
		t.Errorf("the seat is %s with root %s", seat.Status, seat.Root)
	}
	if err := Vote(t.Context(), cast(truth), &told); err != nil && !errors.Is(err, ErrNoVote) {
		t.Errorf("voting again: %v", err)
	}
}
