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
	missing := new(big.Int).Sub(a.config.Stake, v.Stake)
	if missing.Add(missing, v.Unbonding); missing.Sign() <= 0 {
		return nil
	}
	if _, err := account.Stake(ctx, missing); err != nil {
		return err
	}
	a.report(Event{Kind: Staked, Amount: missing})
	return nil
}

// Vote casts a ballot by hand: it commits, waits for the others and reveals. Called again after an interruption, with the same root, it goes
// on where it was. The root may be chain.Abstain.
//
// Errors: ErrNoVote.
func Vote(ctx context.Context, account *chain.Account, salts *Salts, commitment, root chain.Hash, to Reporter) error {
	if root == (chain.Hash{}) {
		return fmt.Errorf("%w: 0 is no root", ErrNoVote)
	}
	d := newDocket(account)
	for range account.Blocks(ctx) {
		s, err := d.seat(ctx, commitment)
		if err != nil {
			return err
		}
		done, err := voteByHand(ctx, account, salts, commitment, root, s, to)
		if done || err != nil {
			return err
		}
	}
	return ctx.Err()
}

func voteByHand(ctx context.Context, account *chain.Account, salts *Salts, commitment, root chain.Hash, s seat, to Reporter) (done bool, err error) {
	switch s.Status {
	case chain.SeatStatusEmpty:
		return true, fmt.Errorf("%w: %s has no seat in the case of %s (phase: %s)", ErrNoVote, account.Address(), commitment, s.phase)
	case chain.SeatStatusSeated:
		if s.phase != chain.PhaseCommit {
			return true, fmt.Errorf("%w: the time for ballots on %s is over (phase: %s)", ErrNoVote, commitment, s.phase)
		}
		salt, err := salts.prepare(s.slot(commitment), root)
		if err != nil {
			return true, err
		}
		if _, err := account.CommitBallot(ctx, commitment, ballot(account, s.slot(commitment), root, salt)); err != nil {
			return false, err
		}
		to.Report(Event{Kind: Committed, Run: s.Run, Commitment: commitment, Root: root})
	case chain.SeatStatusCommitted:
		cast, salt, found := matching(account, salts, s.slot(commitment), s.Ballot, []chain.Hash{root})
		if !found || cast != root {
			return true, fmt.Errorf("%w: another ballot was cast on %s", ErrNoVote, commitment)
		}
		if s.phase > chain.PhaseReveal {
			return true, fmt.Errorf("%w: the time to reveal on %s is over (phase: %s)", ErrNoVote, commitment, s.phase)
		}
		if s.phase != chain.PhaseReveal {
			return false, nil
		}
		if _, err := account.Reveal(ctx, commitment, account.Address(), root, salt); err != nil {
			return false, err
		}
		to.Report(Event{Kind: Revealed, Run: s.Run, Commitment: commitment, Root: root})
		return true, nil
	case chain.SeatStatusVoted, chain.SeatStatusAbstained:
		if s.Root != root {
			return true, fmt.Errorf("%w: another ballot was revealed on %s", ErrNoVote, commitment)
		}
		return true, nil
	default:
		return true, fmt.Errorf("%w: the seat on %s is settled", ErrNoVote, commitment)
	}
	return false, nil
}
