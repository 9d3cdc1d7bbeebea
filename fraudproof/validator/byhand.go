package validator

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/commonweight/commonweight/internal/chain"
)

// ErrNoVote says that a ballot can't be cast, or can't be cast any more.
var ErrNoVote = errors.New("no vote")

// Stake adds to an account's stake and returns what it is then.
func Stake(ctx context.Context, account *chain.Account, amount *big.Int) (chain.Validator, error) {
	if _, err := account.Stake(ctx, amount); err != nil {
		return chain.Validator{}, err
	}
	return account.Validator(ctx, account.Address())
}

// ErrNotFree says that stake can't be asked back, or not taken yet.
var ErrNotFree = errors.New("not free")

// Unstake asks for stake back, or, without an amount, takes what was asked back and withdraws it.
//
// Errors: ErrNotFree.
func Unstake(ctx context.Context, account *chain.Account, amount *big.Int) error {
	v, err := account.Validator(ctx, account.Address())
	if err != nil {
		return err
	}
	if amount != nil {
		if v.Weight().Cmp(amount) < 0 {
			return fmt.Errorf("%w: %s can be asked back", ErrNotFree, chain.Coins(v.Weight()))
		}
		_, err := account.RequestUnstake(ctx, amount)
		return err
	}
	switch now := account.Now(); {
	case v.Unbonding.Sign() == 0:
		return fmt.Errorf("%w: nothing was asked back", ErrNotFree)
	case now < v.AvailableAt:
		return fmt.Errorf("%w: %s can be taken in %s", ErrNotFree, chain.Coins(v.Unbonding), span(now, v.AvailableAt))
	case v.Unlocked().Sign() == 0:
		return fmt.Errorf("%w: all of it is locked in seats", ErrNotFree)
	}
	if _, err := account.Unstake(ctx); err != nil {
		return err
	}
	_, err = account.Withdraw(ctx, chain.Native)
	return err
}

// ensureStake adds what is missing of the configured stake. What is asked back doesn't count.
func (a *juror) ensureStake(ctx context.Context) error {
	account := a.config.Account
	for {
		// A predecessor's deposit may still lie in the pool.
		quiet, err := account.Quiet(ctx)
		if err != nil {
			return err
		}
		if quiet {
			break
		}
		if _, err := account.Until(ctx, account.Now()+1); err != nil {
			return err
		}
	}
	v, err := account.Validator(ctx, account.Address())
	if err != nil {
		return err
	}
	missing := new(big.Int).Sub(a.config.Stake, v.Weight())
	if missing.Sign() <= 0 {
		return nil
	}
	if _, err := account.Stake(ctx, missing); err != nil {
		return err
	}
	a.report(Event{Kind: Staked, Amount: missing})
	return nil
}

// Ballot is a ballot that a person casts.
type Ballot struct {
	Account    *chain.Account
	Juror      chain.Address // see Config
	Salts      *Salts
	Commitment chain.Hash
	Root       chain.Hash // chain.Abstain to abstain
}

// Vote casts a ballot by hand: it commits, waits for the others and reveals, in the round that runs. Called again after an interruption, with the
// same root, it goes on where it was.
//
// Errors: ErrNoVote.
func Vote(ctx context.Context, b Ballot, to Reporter) error {
	if b.Root == (chain.Hash{}) {
		return fmt.Errorf("%w: 0 is no root", ErrNoVote)
	}
	if b.Juror == (chain.Address{}) {
		b.Juror = b.Account.Address()
	}
	d := newDocket(b.Account.Client, b.Account.Address(), b.Juror)
	for range b.Account.Blocks(ctx) {
		s, err := d.current(ctx, b.Commitment)
		if err != nil {
			return err
		}
		done, err := b.step(ctx, s, to)
		if done || err != nil {
			return err
		}
	}
	return ctx.Err()
}

// step makes the move that is due, and says whether it was the last.
func (b Ballot) step(ctx context.Context, s seat, to Reporter) (done bool, err error) {
	h := hand{b.Account, b.Juror, b.Salts}
	told := Event{Run: s.file.Run, Commitment: b.Commitment, Round: s.round, Root: b.Root}
	switch s.Status {
	case chain.SeatStatusEmpty:
		return true, fmt.Errorf("%w: %s has no seat in the case of %s (phase: %s)", ErrNoVote, b.Juror, b.Commitment, s.phase)
	case chain.SeatStatusSeated:
		if s.phase != chain.PhaseCommit {
			return true, fmt.Errorf("%w: the time for ballots on %s is over (phase: %s)", ErrNoVote, b.Commitment, s.phase)
		}
		if err := h.cast(ctx, s.slot(), b.Root); err != nil {
			return false, err
		}
		told.Kind = Committed
		to.Report(told)
	case chain.SeatStatusCommitted:
		cast, salt, found := h.matching(s.slot(), s.Seat.Ballot, []chain.Hash{b.Root})
		if !found || cast != b.Root {
			return true, fmt.Errorf("%w: another ballot was cast on %s", ErrNoVote, b.Commitment)
		}
		if s.phase > chain.PhaseReveal {
			return true, fmt.Errorf("%w: the time to reveal on %s is over (phase: %s)", ErrNoVote, b.Commitment, s.phase)
		}
		if s.phase != chain.PhaseReveal {
			return false, nil
		}
		if err := h.show(ctx, s.slot(), b.Root, salt); err != nil {
			return false, err
		}
		told.Kind = Revealed
		to.Report(told)
		return true, nil
	case chain.SeatStatusVoted, chain.SeatStatusAbstained:
		if s.Root != b.Root {
			return true, fmt.Errorf("%w: another ballot was revealed on %s", ErrNoVote, b.Commitment)
		}
		return true, nil
	default:
		return true, fmt.Errorf("%w: the seat on %s is settled", ErrNoVote, b.Commitment)
	}
	return false, nil
}
