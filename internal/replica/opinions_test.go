package replica_test

import (
	"context"
	"testing"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/replica"
)

// TestOpinionsAskUnknownAgain: what is known is asked once, what is unknown again after 1, 2, 4 … seconds and no later than after a minute.
func TestOpinionsAskUnknownAgain(t *testing.T) {
	hash, now := chain.Hash{1}, uint64(100)
	o := replica.NewOpinions()
	ask := func(v replica.Verdict) (replica.Verdict, bool) {
		return o.Ask(t.Context(), hash, func() uint64 { return now }, func(context.Context) replica.Verdict { return v })
	}
	unknown := replica.Verdict{Answer: replica.Unknown, Reason: "no bytes"}
	for i, wait := range []uint64{1, 2, 4, 8, 16, 32, 60, 60} {
		if !o.Due(hash, now) {
			t.Fatalf("try %d isn't due", i)
		}
		if _, news := ask(unknown); news != (i == 0) {
			t.Errorf("try %d: news %t", i, news)
		}
		if o.Due(hash, now+wait-1) {
			t.Errorf("try %d is due before %d seconds are over", i+1, wait)
		}
		now += wait
	}
	if _, news := ask(replica.Verdict{Answer: replica.Unknown, Reason: "other bytes"}); !news {
		t.Error("another reason is no news")
	}
	if _, news := ask(replica.Verdict{Answer: replica.Disagree}); !news || o.Due(hash, now+1<<40) {
		t.Error("what is known is asked again")
	}
	if o.Of(hash).Answer != replica.Disagree || o.Of(chain.Hash{2}).Answer != 0 {
		t.Error("the wrong opinion is remembered")
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	v, news := o.Ask(stopped, hash, func() uint64 { return now }, func(context.Context) replica.Verdict { return replica.Verdict{Answer: replica.Agree} })
	if v.Answer != replica.Unknown || news || !o.Due(hash, now) {
		t.Error("an interrupted judge was believed")
	}
	o.Keep(func(chain.Hash) bool { return false })
	if o.Of(hash).Answer != 0 {
		t.Error("nothing was forgotten")
	}
}
