package claimant

import (
	"context"

	"github.com/commonweight/commonweight/internal/agent"
	"github.com/commonweight/commonweight/internal/chain"
)

// Watch looks after the goal until the context ends, which is its only end.
func (c *Claimant) Watch(ctx context.Context) {
	(&agent.Loop{
		Account: c.Account, Deaf: agent.Deaf, Move: c.Tick, Muted: "no claim can be contested", Log: c.Log,
		Alert: func(text string) { c.alert(chain.Hash{}, text) },
	}).Run(ctx)
}

// Finish follows what the account said to its end: duels are played, bonds come back, shares are pulled.
//
// Errors: those of the chain, and the context's.
func (c *Claimant) Finish(ctx context.Context) error {
	for range c.Account.Blocks(ctx) {
		for moved := true; moved; {
			var err error
			if moved, err = c.Tick(ctx); err != nil {
				return err
			}
		}
		all, err := c.readings(ctx)
		if err != nil {
			return err
		}
		waiting := false
		for _, e := range all {
			waiting = waiting || c.own(e) && e.pledge.Status == chain.PledgeStanding
		}
		if !waiting {
			return nil
		}
	}
	return ctx.Err()
}
