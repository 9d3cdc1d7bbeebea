package validator

import (
	"context"
	"maps"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/keeper"
)

// collect pushes on the runs in which the account has a seat or a challenge, and takes its fees home.
func (a *juror) collect(ctx context.Context, seats []seat) (moved bool, err error) {
	runs := maps.Clone(a.docket.runs)
	for _, s := range seats {
		runs[s.file.Run] = true
	}
	for run := range runs {
		if a.keepers[run] != nil {
			continue
		}
		k, err := keeper.New(ctx, a.config.Account, run, func(e chain.Event) { a.observe(run, e) })
		if err != nil {
			return false, err
		}
		k.Also(a.config.Juror)
		a.keepers[run] = k
	}
	for run, k := range a.keepers {
		n, err := k.Push(ctx)
		if n > 0 || err != nil {
			return n > 0, err
		}
		if !k.Waiting() && !served(seats, run) {
			delete(a.keepers, run)
			delete(a.docket.runs, run)
		}
	}
	return a.withdraw(ctx)
}

func served(seats []seat, run chain.RunID) bool {
	for _, s := range seats {
		if s.file.Run == run {
			return true
		}
	}
	return false
}

func (a *juror) withdraw(ctx context.Context) (moved bool, err error) {
	credit, err := a.config.Account.Credit(ctx, a.config.Account.Address(), chain.Native)
	if err != nil || credit.Sign() == 0 {
		return false, err
	}
	receipt, err := a.config.Account.Withdraw(ctx, chain.Native)
	if err != nil {
		return false, err
	}
	out, err := chain.EventOf[chain.Withdrawn](receipt)
	if err != nil {
		return false, err
	}
	a.report(Event{Kind: Withdrawn, Amount: out.Amount})
	return true, nil
}

// observe reads a run's log: who settled the account's seat doesn't matter.
func (a *juror) observe(run chain.RunID, e chain.Event) {
	if data, ok := e.Data.(chain.SeatSettled); ok && data.Juror == a.config.Juror {
		a.report(Event{Kind: Settled, Run: run, Commitment: data.Commitment, Round: data.Round, Amount: data.Fee, Burned: data.Burned})
	}
}
