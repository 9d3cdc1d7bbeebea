package auditor

import (
	"context"
	"math/big"

	"github.com/commonweight/commonweight/internal/chain"
)

// Past is what an account has done as an auditor, in all runs.
type Past struct {
	Sealed  int      // answers
	Planted int      // canaries
	Settled int      // answers whose bond came back
	Lost    int      // answers that lapsed or were defeated
	Paid    *big.Int // for answers, in units of their runs' reward tokens
	Burned  *big.Int // wei
}

// Pending is an answer of the account's that isn't settled.
type Pending struct {
	Pledge     chain.PledgeID
	Run        chain.RunID
	Commitment chain.Hash // zero for a canary that isn't opened: only its planter knows
	Canary     bool
	Status     chain.PledgeStatus
	Bond       *big.Int // wei
}

// StandingOf reads what an account has done as an auditor, and what of it isn't settled. It needs no key.
func StandingOf(ctx context.Context, client *chain.Client, account chain.Address) (Past, []Pending, error) {
	b := newBook(client, account)
	if err := b.read(ctx); err != nil {
		return Past{}, nil, err
	}
	var pending []Pending
	for _, p := range b.own() {
		answer, state, err := client.Answer(ctx, p.id)
		if err != nil {
			return b.past, nil, err
		}
		if state.Status == chain.PledgeSealed || state.Status == chain.PledgeStanding {
			pending = append(pending, Pending{p.id, answer.Run, answer.Commitment, p.canary, state.Status, state.Bond})
		}
	}
	return b.past, pending, nil
}
