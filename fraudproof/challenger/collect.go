package challenger

import (
	"context"
	"math/big"

	"github.com/commonweight/commonweight/internal/chain"
)

// collect pushes on what anyone may push and takes home what was won. With a scope, another agent of the account does, and this one looks on.
func (a *proofer) collect(ctx context.Context, _ []own) (moved bool, err error) {
	if a.config.Scope != nil {
		return false, a.keeper.Read(ctx)
	}
	n, err := a.keeper.Push(ctx)
	if n > 0 || err != nil {
		return n > 0, err
	}
	amount, err := a.keeper.Withdraw(ctx)
	if err != nil || amount.Sign() == 0 {
		return false, err
	}
	a.report(Event{Kind: Withdrawn, Amount: amount})
	return true, nil
}

// ended are the kinds of event by the end a challenge came to.
var ended = map[chain.ChallengeStatus]Kind{
	chain.ChallengeWon:      Won,
	chain.ChallengeDefeated: Lost,
	chain.ChallengeReturned: Returned,
}

// observe reads the run's log, from its beginning on: who settled a challenge of this account doesn't matter, and its end is reported even
// if it came while the agent was away. After a restart ends are reported again.
func (a *proofer) observe(e chain.Event) {
	switch data := e.Data.(type) {
	case chain.Committed:
		a.windows[data.Commitment] = data.Window
	case chain.Sealed:
		if data.Challenger == a.config.Account.Address() {
			a.sealed[data.Challenge] = true
		}
	case chain.Lapsed:
		if a.sealed[data.Challenge] {
			a.report(Event{Kind: Lapsed, Commitment: data.Commitment, Window: a.windows[data.Commitment], Challenge: data.Challenge})
		}
	case chain.ChallengeSettled:
		if kind, ok := ended[data.Status]; ok && a.sealed[data.Challenge] {
			a.report(Event{
				Kind: kind, Commitment: data.Commitment, Window: a.windows[data.Commitment], Challenge: data.Challenge,
				Amount: new(big.Int).Add(data.ToChallenger, data.ToBeneficiary),
			})
		}
	}
}
