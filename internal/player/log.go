package player

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/internal/chain"
)

// read takes in the log since the last time, or all of it again after a reorganisation.
func (p *Player) read(ctx context.Context) error {
	events, restarted, err := p.log.Next(ctx)
	if err != nil {
		return err
	}
	if restarted {
		p.clear()
	}
	for _, e := range events {
		if err := p.take(ctx, e.Data); err != nil {
			p.log = p.Account.Log(p.Run) // what was read of this batch is read again
			p.clear()
			return err
		}
	}
	return nil
}

func (p *Player) take(ctx context.Context, data any) error {
	switch e := data.(type) {
	case chain.Opened:
		return p.takeOpened(ctx, e)
	case chain.Posted:
		if t := p.tables[e.Match]; t != nil {
			t.posted = e.Data
		}
	case chain.Concluded:
		if e.Outcome.Defeats() {
			for _, t := range p.tables {
				t.fallen = t.fallen || t.commitment == e.Commitment && t.id != e.Challenge
			}
		}
	case chain.Demanded:
		return p.takeDemanded(ctx, e)
	case chain.DemandAnswered:
		delete(p.demands, e.Commitment)
	case chain.DemandEnded:
		delete(p.demands, e.Commitment)
	case chain.ChallengeSettled:
		if t := p.tables[e.Challenge]; t != nil {
			t.over = true
		}
	}
	return nil
}

// takeOpened notes a challenge in which the owner is a party.
func (p *Player) takeOpened(ctx context.Context, e chain.Opened) error {
	c, err := p.Account.Commitment(ctx, e.Commitment)
	if err != nil {
		return err
	}
	x, err := p.Account.Challenge(ctx, e.Challenge)
	if err != nil {
		return err
	}
	t := &table{id: e.Challenge, commitment: e.Commitment}
	switch p.Owner {
	case c.Committer:
		t.side, t.claim = match.Committer, c.PostRoot
	case x.Challenger:
		t.side, t.claim = match.Challenger, e.Root
	default:
		return nil
	}
	p.tables[e.Challenge] = t
	return nil
}

// seats lists the tables at which something may be due, by id.
func (p *Player) seats() []*table {
	var out []*table
	for t := range maps.Values(p.tables) {
		if !t.over {
			out = append(out, t)
		}
	}
	slices.SortFunc(out, func(a, b *table) int { return cmp.Compare(a.id, b.id) })
	return out
}
