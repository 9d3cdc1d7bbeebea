package challenger

import (
	"context"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/replica"
)

// opinion is a verdict that was reached once. It is a cache: what it says follows from the commitment's hash alone.
type opinion struct {
	replica.Verdict
	tries   uint   // of an unknown one
	retryAt uint64 // block time
}

// longestWait bounds the time to the next try of what is unknown. Seconds of block time.
const longestWait = 60

// due says whether the judge should be asked (again).
func (o *opinion) due(now uint64) bool {
	return o == nil || o.Answer == replica.Unknown && now >= o.retryAt
}

// judge asks the judge and remembers what it says.
func (a *proofer) judge(ctx context.Context, hash chain.Hash, c chain.Commitment) *opinion {
	o := a.verdicts[hash]
	first := o == nil
	if first {
		o = &opinion{}
		a.verdicts[hash] = o
	}
	before := o.Reason
	o.Verdict = a.config.Judge.Judge(ctx, hash)
	if ctx.Err() != nil {
		delete(a.verdicts, hash) // it was interrupted, that is no answer
		return &opinion{Verdict: replica.Verdict{Answer: replica.Unknown}}
	}
	if o.Answer != replica.Unknown {
		a.report(Event{Kind: Judged, Commitment: hash, Window: c.Window, Verdict: o.Verdict})
		return o
	}
	o.retryAt = a.config.Account.Now() + min(uint64(1)<<min(o.tries, 16), longestWait)
	o.tries++
	if first || o.Reason != before {
		a.report(Event{Kind: Judged, Commitment: hash, Window: c.Window, Verdict: o.Verdict})
		a.alert(hash, c.Window, o.Verdict, "can't tell whether a window is right: "+o.Reason)
	}
	return o
}

// forget drops what is remembered about commitments that nothing is due on.
func (a *proofer) forget(keep map[chain.Hash]bool) {
	for hash := range a.facts {
		if !keep[hash] {
			delete(a.facts, hash)
		}
	}
	for hash := range a.verdicts {
		if !keep[hash] {
			delete(a.verdicts, hash)
		}
	}
	for hash := range a.alerted {
		if !keep[hash] && hash != (chain.Hash{}) {
			delete(a.alerted, hash)
		}
	}
}
