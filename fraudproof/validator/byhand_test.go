package validator

import (
	"errors"
	"math/big"
	"testing"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/chaintest"
)

func TestUnstakeAfterTheCooldown(t *testing.T) {
	t.Parallel()
	s := chaintest.Start(t, chaintest.Terms())
	a := s.Account(accountAgent)
	if err := Unstake(t.Context(), a, nil); !errors.Is(err, ErrNotFree) {
		t.Errorf("took what was never asked back: %v", err)
	}
	if _, err := Stake(t.Context(), a, stake); err != nil {
		t.Fatal(err)
	}
	more := new(big.Int).Add(stake, big.NewInt(1))
	if err := Unstake(t.Context(), a, more); !errors.Is(err, ErrNotFree) {
		t.Errorf("asked back more than there is: %v", err)
	}
	if err := Unstake(t.Context(), a, stake); err != nil {
		t.Fatal(err)
	}
	x, err := StandingOf(t.Context(), a.Client, a.Address())
	if err != nil || x.Weight.Sign() != 0 || x.Unbonding.Cmp(stake) != 0 || x.AvailableAt <= x.Now || len(x.Seats) != 0 {
		t.Fatalf("standing %+v, %v", x, err)
	}
	if err := Unstake(t.Context(), a, nil); !errors.Is(err, ErrNotFree) {
		t.Errorf("took it before the cooldown was over: %v", err)
	}
	if err := s.Net.Advance(time.Duration(x.AvailableAt-x.Now+1) * time.Second); err != nil {
		t.Fatal(err)
	}
	s.Await(a, "the cooldown's end", func() (bool, error) { return a.Now() > x.AvailableAt, nil })
	before, err := a.Balance(t.Context(), a.Address())
	if err != nil {
		t.Fatal(err)
	}
	if err := Unstake(t.Context(), a, nil); err != nil {
		t.Fatal(err)
	}
	after, err := a.Balance(t.Context(), a.Address())
	if err != nil {
		t.Fatal(err)
	}
	if came := new(big.Int).Sub(after, before); came.Cmp(new(big.Int).Sub(stake, chain.Ether(1))) < 0 {
		t.Errorf("%s came back of %s", chain.Coins(came), chain.Coins(stake))
	}
}

// A stranger's signature casts nobody's ballot, and whoever reads a standing sees every seat with its deadline.
func TestStandingTellsWhatIsDue(t *testing.T) {
	t.Parallel()
	s := chaintest.Start(t, chaintest.Terms())
	a, b, liar, challenger := s.Account(accountAgent), s.Account(accountWorker), s.Account(accountLiar), s.Account(accountChallenger)
	s.Jury(chaintest.Answer, accountJury)
	for _, x := range []*chain.Account{a, b} {
		if _, err := Stake(t.Context(), x, stake); err != nil {
			t.Fatal(err)
		}
	}
	lie := s.CommitLie(liar)
	s.Dispute(challenger, lie, chain.Hash{7})
	s.Await(a, "the seats", func() (bool, error) { return seatOf(t, a, lie).Status == chain.SeatStatusSeated, nil })
	due := func(want, status string) SeatStatus {
		t.Helper()
		x, err := StandingOf(t.Context(), b.Client, a.Address())
		if err != nil || len(x.Seats) != 1 || x.Seats[0].Status != status || x.Seats[0].Next[:len(want)] != want {
			t.Fatalf("%+v, %v; want %q", x, err, want)
		}
		return x.Seats[0]
	}
	if x := due("commit a ballot within ", "seated"); x.Deadline <= a.Now() || x.Round != 1 || x.Commitment != lie || x.Phase != "commit" {
		t.Errorf("%+v", x)
	}
	r, err := a.RoundOf(t.Context(), lie, 1)
	if err != nil {
		t.Fatal(err)
	}
	at := slot{lie, 1, r.Seed}
	if err := (hand{b, a.Address(), saltsOf(t, b)}).cast(t.Context(), at, chain.Abstain); !chain.IsRevert(err, "WrongSignature") {
		t.Errorf("a stranger cast the ballot: %v", err)
	}
	if err := (hand{a, a.Address(), saltsOf(t, a)}).cast(t.Context(), at, chain.Abstain); err != nil {
		t.Fatal(err)
	}
	due("wait for the others' ballots", "committed")
}
