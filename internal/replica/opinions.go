package replica

import (
	"context"

	"github.com/commonweight/commonweight/internal/chain"
)

// longestWait bounds the time to the next try of what is unknown. Seconds of block time.
const longestWait = 60

// Opinions remembers what a judge said about commitments. It is a cache: a verdict follows from the commitment's hash alone, so a process that
// lost it asks again and hears the same. What is unknown is asked again later, less and less often.
//
// Concurrency: one goroutine.
type Opinions struct{ held map[chain.Hash]*opinion }

type opinion struct {
	Verdict
	tries   uint   // of an unknown one
	retryAt uint64 // block time
}

// NewOpinions returns none.
func NewOpinions() *Opinions { return &Opinions{make(map[chain.Hash]*opinion)} }

// Of returns what was said last; its Answer is 0 if nothing was.
func (o *Opinions) Of(commitment chain.Hash) Verdict {
	if x := o.held[commitment]; x != nil {
		return x.Verdict
	}
	return Verdict{}
}

// Due says whether the judge should be asked (again). Now is block time.
func (o *Opinions) Due(commitment chain.Hash, now uint64) bool {
	x := o.held[commitment]
	return x == nil || x.Answer == Unknown && now >= x.retryAt
}

// Ask asks a judge and remembers the answer; news is false if it says again what is known. An interrupted judge has said nothing.
func (o *Opinions) Ask(ctx context.Context, commitment chain.Hash, now func() uint64, judge func(context.Context) Verdict) (v Verdict, news bool) {
	v = judge(ctx)
	if ctx.Err() != nil {
		delete(o.held, commitment)
		return Verdict{Answer: Unknown, Claimed: v.Claimed, Reason: "interrupted"}, false
	}
	x := o.held[commitment]
	if x == nil {
		x = &opinion{}
		o.held[commitment] = x
	}
	news = v.Answer != Unknown || x.Answer != Unknown || v.Reason != x.Reason
	x.Verdict = v
	if v.Answer == Unknown {
		x.retryAt = now() + min(uint64(1)<<min(x.tries, 16), longestWait)
		x.tries++
	}
	return v, news
}

// Keep forgets all opinions but some.
func (o *Opinions) Keep(some func(commitment chain.Hash) bool) {
	for hash := range o.held {
		if !some(hash) {
			delete(o.held, hash)
		}
	}
}
