package worker

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/train/program"
)

// Prover proves a committed window from the state before it, and sends the proofs.
//
// Errors: ErrNoProof. Any other is trouble that may pass. Either way the window waits out its challenge period as others do.
type Prover interface {
	Prove(ctx context.Context, commitment chain.Hash, pre *program.State, steps int) error
}

// ErrNoProof says that a window has no proof, or needs none any more.
var ErrNoProof = errors.New("the window isn't to be proved")

// proveAgain is when a window is tried again whose proof met with trouble.
var proveAgain = 30 * time.Second

// prove proves the worker's own windows until keeping ends, while the next ones are leased and computed: one at a time, so that the memory is
// that of one proof, and the oldest first, which the others' finality waits for. What is left to prove follows from the chain; so a worker
// that was killed goes on with the first step that isn't proved there, and a proof in the making is lost with it.
func (w *worker) prove(keeping context.Context) {
	if w.Prover == nil {
		return
	}
	tried := make(map[chain.Hash]time.Time) // zero for what isn't tried again
	quiet := false
	for range w.Account.Blocks(keeping) {
		if !quiet {
			quiet, _ = w.Account.Quiet(keeping) // a predecessor's proof may still be on its way
		}
		c, again, due := w.toProve(tried)
		if !quiet || !due {
			continue
		}
		begun := time.Now()
		asked, err := w.proveWindow(keeping, c)
		if keeping.Err() != nil {
			return
		}
		proved := Proved{Window: c.Window, Commitment: c.Commitment, Took: time.Since(begun)}
		if err == nil || errors.Is(err, ErrNoProof) {
			tried[c.Commitment] = time.Time{}
		} else {
			tried[c.Commitment] = time.Now()
		}
		if err != nil {
			proved.Trouble = err.Error()
		}
		if asked && (err == nil || !again) {
			w.Report.Report(proved)
		}
	}
}

// toProve is the oldest window that is to be proved now; again says that it met with trouble before.
func (w *worker) toProve(tried map[chain.Hash]time.Time) (c chain.Committed, again, due bool) {
	for _, c := range w.fates.unfinal() {
		at, again := tried[c.Commitment]
		if !again || !at.IsZero() && time.Since(at) >= proveAgain {
			return c, again, true
		}
	}
	return chain.Committed{}, false, false
}

// proveWindow proves what isn't proved of a window. Asked says that something wasn't.
func (w *worker) proveWindow(ctx context.Context, c chain.Committed) (asked bool, err error) {
	if proven, err := w.Account.IsProven(ctx, c.Commitment); err != nil || proven {
		return err != nil, err
	}
	pre, err := w.Replica.Before(ctx, c.Commitment)
	if err != nil {
		return true, err
	}
	return true, w.Prover.Prove(ctx, c.Commitment, pre, int(c.Steps))
}

// unfinal lists the worker's own windows that aren't final, the oldest first.
func (f *fates) unfinal() []chain.Committed {
	f.mu.Lock()
	defer f.mu.Unlock()
	var all []chain.Committed
	for _, c := range f.mine {
		all = append(all, c)
	}
	slices.SortFunc(all, func(a, b chain.Committed) int { return int(a.Window) - int(b.Window) })
	return all
}
