package player

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/commonweight/commonweight/internal/chain"
)

// takeDemanded notes a demand against a commitment of the owner's. Unanswered it would cost half of the bond.
func (p *Player) takeDemanded(ctx context.Context, e chain.Demanded) error {
	c, err := p.Account.Commitment(ctx, e.Commitment)
	if err == nil && c.Committer == p.Owner {
		p.demands[e.Commitment] = true
	}
	return err
}

// answerDemands shows the bytes that are asked for, and takes the fee.
func (p *Player) answerDemands(ctx context.Context) (moved bool, err error) {
	if p.Bytes == nil {
		return false, nil
	}
	for _, hash := range slices.SortedFunc(maps.Keys(p.demands), chain.Hash.Cmp) {
		moved, err := p.answerDemand(ctx, hash)
		switch {
		case moved:
			return true, nil
		case chain.IsRevert(err): // somebody was faster, or its block hasn't come
		case err != nil:
			return false, fmt.Errorf("answer the demand on %s: %w", hash, err)
		}
	}
	return false, nil
}

func (p *Player) answerDemand(ctx context.Context, hash chain.Hash) (bool, error) {
	d, err := p.Account.Demand(ctx, hash)
	if err != nil || d.Kind == chain.DemandNone || p.Account.Now() > d.Deadline {
		return false, err
	}
	var seed chain.Hash
	if d.Kind == chain.DemandTiles {
		if seed, err = p.Account.DemandSeed(ctx, hash); err != nil || seed == (chain.Hash{}) {
			return false, err
		}
	}
	opening, err := p.Bytes.Opening(ctx, hash, d, seed)
	if err != nil {
		return false, err
	}
	receipt, err := p.Account.AnswerDemand(ctx, hash, opening)
	if err != nil {
		return false, err
	}
	p.report(Event{Kind: Shown, Commitment: hash, Gas: receipt.GasUsed, Fee: receipt.Fee, Text: d.Kind.String()})
	return true, nil
}
