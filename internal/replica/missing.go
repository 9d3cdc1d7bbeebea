package replica

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
)

// Missing names bytes that this machine lacks, and that may be demanded on chain.
type Missing struct {
	State  chain.Hash `json:"state"`  // a key frame whose checkpoint no store gives; 0: none
	Leaves []uint64   `json:"leaves"` // of the dataset
}

// MissingError is an ErrUnknown that a demand could resolve.
type MissingError struct {
	Missing
	Why string
}

func (m *MissingError) Error() string { return fmt.Sprintf("%v: %s", ErrUnknown, m.Why) }
func (m *MissingError) Unwrap() error { return ErrUnknown }

// MissingIn returns what could be demanded so that the answer is known, nil if nothing.
func MissingIn(err error) *Missing {
	var m *MissingError
	if errors.As(err, &m) {
		return &m.Missing
	}
	return nil
}

// KeyFrame says whether the checkpoint of a window must stay available: from there every later state can be recomputed in time.
func (r *Replica) KeyFrame(window uint64) bool {
	return r.program.Spec.KeyFrame(window)
}

// Published fetches a commitment's checkpoint as a stranger would, whatever this machine holds.
//
// Errors: ErrUnknown if no store gives it, or if it is another state.
func (r *Replica) Published(ctx context.Context, commitment chain.Hash) error {
	c, err := r.commitment(ctx, commitment)
	if err != nil {
		return err
	}
	cid, err := r.cids.of(ctx, commitment)
	if err != nil {
		return err
	}
	_, err = r.download(ctx, commitment, c.PostRoot, cid)
	return err
}

// gap is a commitment whose state has to be recomputed.
type gap struct {
	hash chain.Hash
	chain.Commitment
}

// worthwhile says that recomputing the gaps, the newest first, would take longer than the newest key frame among them can still be demanded.
//
// Errors: ErrUnknown, with what is missing.
func (r *Replica) worthwhile(ctx context.Context, gaps []gap) error {
	steps := 0
	for i := len(gaps) - 1; i >= 0; i-- {
		steps += int(gaps[i].Steps)
	}
	need := time.Duration(steps) * r.StepTime()
	for _, g := range gaps {
		left, err := r.demandable(ctx, g)
		if err != nil {
			return err
		}
		if left == 0 || !r.KeyFrame(g.Window) {
			continue
		}
		if need <= left {
			return nil
		}
		return &MissingError{Missing{State: g.hash}, fmt.Sprintf("no store gives the checkpoint of window %d, and recomputing takes %s, longer than the %s in which it can be demanded",
			g.Window, need.Round(time.Second), left)}
	}
	return nil
}

// demandable is for how long bytes of a commitment can still be demanded.
func (r *Replica) demandable(ctx context.Context, g gap) (time.Duration, error) {
	end := g.CommittedAt + uint64(r.run.Clocks.Challenge)
	if now := r.chain.Now(); g.Mark == chain.MarkNone && now < end {
		status, err := r.chain.Status(ctx, g.hash)
		if err != nil || status != chain.StatusPending {
			return 0, err
		}
		return time.Duration(end-now) * time.Second, nil
	}
	return 0, nil
}
