package challenger

import (
	"context"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/replica"
)

// judge asks the judge, whose answer is remembered.
func (a *proofer) judge(ctx context.Context, hash chain.Hash, c chain.Commitment) {
	v, news := a.opinions.Ask(ctx, hash, a.config.Account.Now, func(ctx context.Context) replica.Verdict { return a.config.Judge.Judge(ctx, hash) })
	if !news {
		return
	}
	a.report(Event{Kind: Judged, Commitment: hash, Window: c.Window, Verdict: v})
	if v.Answer == replica.Unknown {
		a.alert(hash, c.Window, v, "can't tell whether a window is right: "+v.Reason)
	}
}

// forget drops what is remembered about commitments that nothing is due on.
func (a *proofer) forget(keep map[chain.Hash]bool) {
	for hash := range a.facts {
		if !keep[hash] {
			delete(a.facts, hash)
		}
	}
	a.opinions.Keep(func(hash chain.Hash) bool { return keep[hash] })
	for hash := range a.published {
		if !keep[hash] {
			delete(a.published, hash)
		}
	}
	for hash := range a.alerted {
		if !keep[hash] && hash != (chain.Hash{}) {
			delete(a.alerted, hash)
		}
	}
}
