package player

import (
	"context"
	"fmt"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/internal/chain"
)

// margin is what must be left of a window for a transaction to be mined in it. Seconds of block time.
const margin = 2

// shouldOpen says whether the account should take a challenge to arithmetic now: the court's tally goes against its own bits, or nobody could
// decide. While the court is at work arithmetic isn't needed, and who is right loses nothing by waiting.
func (p *Player) shouldOpen(ctx context.Context, t *table, x chain.Challenge, status chain.Status) (bool, error) {
	if status != chain.StatusPending {
		return false, nil
	}
	c, err := p.Account.CaseOf(ctx, t.commitment)
	if err != nil || c.TalliedAt == 0 {
		return false, err
	}
	against := chain.VerdictStands
	if t.side == match.Committer {
		against = chain.VerdictFalls
	}
	switch {
	case c.Verdict == chain.VerdictNoMajority:
		return true, nil
	case c.Verdict != against || c.Closed && t.side == match.Committer:
		return false, nil
	}
	if p.Account.Now()+margin > max(c.TalliedAt, x.OpenedAt)+uint64(p.run.Clocks.Appeal) {
		return false, nil
	}
	if p.Owner != p.Account.Address() {
		return false, fmt.Errorf("the tally goes against %s, and only its own key can open arithmetic: commonweight dispute open %d", p.Owner, t.id)
	}
	return true, nil
}

// open takes a challenge to arithmetic, if this machine stands by the account's claim.
func (p *Player) open(ctx context.Context, t *table) (bool, error) {
	if _, err := p.lists(ctx, t); err != nil {
		return false, err
	}
	receipt, err := p.Account.OpenArithmetic(ctx, t.id)
	if chain.IsRevert(err, "WrongMatch") {
		return false, nil // the other side was faster
	}
	if err != nil {
		return false, err
	}
	p.report(Event{Kind: Began, Challenge: t.id, Commitment: t.commitment, Side: t.side, Gas: receipt.GasUsed, Fee: receipt.Fee})
	return true, nil
}

// stepForward puts the account's challenge in front for its root after the one that stood there was defeated: else nobody could be paid for it.
func (p *Player) stepForward(ctx context.Context, t *table, x chain.Challenge) (bool, error) {
	if t.side != match.Challenger || !t.fallen || x.Outcome.Defeats() {
		return false, nil
	}
	first, err := p.Account.Earliest(ctx, t.commitment, t.claim)
	if err != nil || first != 0 && first <= t.id {
		return false, err
	}
	if _, err := p.Account.Nominate(ctx, t.id); err != nil {
		return false, err
	}
	return true, nil
}
