package auditor

import (
	"context"
	"math"
	"sync"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/replica"
)

// job runs one thing at a time beside the ticks.
type job struct {
	mu   sync.Mutex
	busy bool
	crew *sync.WaitGroup
}

// start begins a piece of work, unless one is under way.
func (j *job) start(work func()) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.busy {
		return
	}
	j.busy = true
	j.crew.Add(1)
	go func() {
		defer j.crew.Done()
		work()
		j.mu.Lock()
		defer j.mu.Unlock()
		j.busy = false
	}()
}

// finding is what a replay gave.
type finding struct {
	root    chain.Hash // history root; zero unless the verdict agrees
	verdict replica.Verdict
	retryAt uint64 // block time, if it is unknown
}

// study replays windows and remembers what it found.
type study struct {
	job
	found map[chain.Hash]finding // guarded by mu
}

func (s *study) of(commitment chain.Hash) (finding, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f, ok := s.found[commitment]
	return f, ok
}

func (s *study) keep(commitment chain.Hash, f finding) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.found[commitment] = f
}

func (s *study) forget(commitment chain.Hash) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.found, commitment)
}

// retry is how long after an unknown answer a window is replayed again. Seconds of block time.
const retry = 30

// find returns what is known of a window's history. If nothing is, a replay begins.
func (a *auditor) find(ctx context.Context, run chain.RunID, commitment chain.Hash) (finding, bool) {
	f, ok := a.study.of(commitment)
	if ok && (f.verdict.Answer != replica.Unknown || a.config.Account.Now() < f.retryAt) {
		return f, f.verdict.Answer != replica.Unknown
	}
	a.study.start(func() {
		f := a.replay(ctx, run, commitment)
		if ctx.Err() == nil {
			a.study.keep(commitment, f)
		}
	})
	return finding{}, false
}

func (a *auditor) replay(ctx context.Context, run chain.RunID, commitment chain.Hash) finding {
	f := finding{retryAt: a.config.Account.Now() + retry}
	r, err := a.config.Replica(ctx, run)
	if err != nil {
		f.verdict = replica.Verdict{Answer: replica.Unknown, Reason: err.Error()}
		return f
	}
	f.root, f.verdict = r.History(ctx, commitment)
	return f
}

// Copy makes an auditor's replica of a replica.
type Copy struct{ *replica.Replica }

// History is one replay where the window is right. Where it isn't, the judge has the last word, on two engines.
func (r Copy) History(ctx context.Context, commitment chain.Hash) (chain.Hash, replica.Verdict) {
	h, err := r.Replica.History(ctx, commitment, 0, math.MaxUint64)
	if err != nil {
		return chain.Hash{}, replica.Verdict{Answer: replica.Unknown, Reason: err.Error()}
	}
	if !h.Agrees() {
		return chain.Hash{}, r.Judge(ctx, commitment)
	}
	v := replica.Verdict{Answer: replica.Agree, Root: h.Claimed, Claimed: h.Claimed, Reason: "the replay ends in the commitment's root"}
	return r.HistoryRoot(h.Roots), v
}
