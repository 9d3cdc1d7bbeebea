package worker

import (
	"context"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
)

// goodbye bounds what is still done after the context has ended.
const goodbye = 15 * time.Second

// giveBack ends a lease that can't be finished. Release burns 1 % in the first quarter and 50 % at the deadline; expiry, by oneself, costs
// 49 % net of the tip, so the very end is left to that. Both double the next bond.
func (w *worker) giveBack(ctx context.Context, lease chain.Lease, reason string) error {
	if 100*burned(lease, w.Account.Now()+1) > 49 {
		w.wait("the lease can't be finished and is cheaper to let run out: " + reason)
		return nil
	}
	_, err := w.Account.Release(ctx, w.id, lease.Fence)
	if err != nil && !chain.IsRevert(err) {
		return err
	}
	w.Report.Report(Ended{lease.Window, "given back: " + reason})
	return w.journal.clear("")
}

// burned is the part of a lease's bond that is lost when it is released at a moment.
//
// Bounds: 0.01…0.5.
func burned(lease chain.Lease, now uint64) float64 {
	whole := float64(lease.Deadline - lease.AcquiredAt)
	gone := float64(min(now, lease.Deadline)-min(now, lease.AcquiredAt)) / whole
	if gone <= 0.25 {
		return 0.01
	}
	return 0.01 + 0.49*(4*gone-1)/3
}

// farewell is what happens when the worker is stopped: a lease of its own is left for the next start if there is time for one, and given
// back if there isn't. A transaction that is still on its way is waited for, as it may bring a lease or end one.
func (w *worker) farewell(stopped context.Context) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(stopped), goodbye)
	defer cancel()
	for range w.Account.Blocks(ctx) {
		if quiet, err := w.Account.Quiet(ctx); quiet || err != nil {
			break
		}
	}
	lease, err := w.Account.Lease(ctx, w.id)
	if err != nil || lease.Holder != w.self || w.Account.Now() > lease.Deadline {
		return err
	}
	steps, done := w.stepsOf(lease.Window), 0
	if pre, err := w.Replica.After(ctx, lease.ExpectedHead); err == nil {
		_, done = w.journal.resume(lease.ExpectedHead, pre, steps)
	}
	spare := w.left(lease) - w.need(steps-done)
	if spare < goodbye {
		return w.giveBack(ctx, lease, "the worker was stopped, and there is no time for another start")
	}
	w.Report.Report(Left{lease.Window, lease.Deadline, spare})
	return nil
}
