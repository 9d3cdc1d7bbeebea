package player

import (
	"context"
	"time"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/internal/chain"
)

// Prover proves an element of a matrix product; circuits/leaf does.
type Prover interface {
	// Prove returns the deployment's key and a proof. Errors: whatever keeps an element from being proved; the match is then played on.
	Prove(domain [32]byte, e *match.Element) (key, proof []byte, err error)
	// Takes is how long that takes at most.
	Takes() time.Duration
}

// prove ends a match by a proof of the element that it has come to, if the account is its committer, was given a prover, and has the time. It says
// whether it did; where there is no such proof the ordinary moves follow.
func (p *Player) prove(ctx context.Context, t *table, m chain.Match, solver match.Solver, now uint64) (bool, error) {
	if p.Prover == nil || t.unproven {
		return false, nil
	}
	e, err := solver.Element(ctx, m.Game, now, t.posted)
	if e == nil || err != nil {
		return false, err
	}
	if now+uint64(p.Prover.Takes()/time.Second)+margin > m.Deadline() {
		return false, nil
	}
	t.unproven = true
	key, proof, err := p.Prover.Prove(p.Account.ElementDomain(t.id), e)
	if err == nil {
		var receipt *chain.Receipt
		if receipt, err = p.Account.ProveElement(ctx, t.id, e, key, proof); err == nil {
			p.report(Event{Kind: Moved, Challenge: t.id, Commitment: t.commitment, Side: t.side, Phase: m.Phase, Move: "proveElement", Gas: receipt.GasUsed, Fee: receipt.Fee})
			return true, nil
		}
	}
	if ctx.Err() != nil {
		return false, ctx.Err()
	}
	p.Log.Info("the element isn't proved, and the match is played on", "challenge", uint64(t.id), "err", err)
	return false, nil
}
