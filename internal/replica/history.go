package replica

import (
	"context"

	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/train/program"
)

// History is the window of one commitment, step by step.
type History struct {
	Commitment chain.Hash
	First      uint64       // number of the first step
	Roots      []chain.Hash // entry 0 is the pre root; 0 for a step whose root wasn't asked for
	Losses     []float32    // one for each step
	Claimed    chain.Hash   // the commitment's post root
	Post       *program.State
}

// Agrees says whether the replay ends in the commitment's post root.
func (h *History) Agrees() bool { return h.Roots[len(h.Roots)-1] == h.Claimed }

// Committed returns the live commitment whose window holds a step.
//
// Errors: ErrUnknown if the step isn't committed yet.
func (r *Replica) Committed(ctx context.Context, step uint64) (chain.Hash, error) {
	p, err := r.chain.Progress(ctx, r.id)
	if err != nil {
		return chain.Hash{}, err
	}
	window := step / uint64(r.run.Schedule.WindowSteps)
	if window >= p.HeadCount {
		return chain.Hash{}, unknownf("step %d lies in window %d, and only %d windows are committed", step, window, p.HeadCount)
	}
	return r.chain.Live(ctx, r.id, window)
}

// History replays a commitment's window on the first engine. It hashes the state after the window and those after the run's steps first to
// last.
//
// Errors: ErrUnknown.
func (r *Replica) History(ctx context.Context, commitment chain.Hash, first, last uint64) (*History, error) {
	c, err := r.commitment(ctx, commitment)
	if err != nil {
		return nil, err
	}
	pre, err := r.own(ctx, c.Parent)
	if err != nil {
		return nil, err
	}
	start := c.Window * uint64(r.run.Schedule.WindowSteps)
	h, err := r.history(ctx, pre, c.PreRoot, c.Steps, func(step int) bool {
		at := start + uint64(step)
		return first <= at && at <= last
	})
	if err != nil {
		return nil, err
	}
	h.Commitment, h.First, h.Claimed = commitment, start, c.PostRoot
	return h, nil
}

// Differ describes the first difference between a state (A) and the checkpoint published for a commitment (B); ok is false if they are equal.
//
// Errors: ErrUnknown if the checkpoint can't be had.
func (r *Replica) Differ(ctx context.Context, own *program.State, commitment chain.Hash) (d trace.Difference, ok bool, err error) {
	claimed, err := r.Fetch(ctx, commitment)
	if err != nil {
		return trace.Difference{}, false, err
	}
	d, ok = trace.FirstDifference(r.program, own, claimed)
	return d, ok, nil
}
