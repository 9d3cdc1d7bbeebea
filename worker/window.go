package worker

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/commonweight/commonweight/train/program"
)

// errLeaseGone ends a window whose lease isn't ours any more.
var errLeaseGone = errors.New("the lease has ended")

// errTooLate ends a window that can't be finished before the deadline.
var errTooLate = errors.New("the deadline can't be met any more")

// work computes the leased window from wherever it stands and commits it.
func (w *worker) work(ctx context.Context, lease chain.Lease) error {
	w.announce(lease, true)
	pre, err := w.after(ctx, lease.ExpectedHead)
	if errors.Is(err, replica.ErrUnknown) {
		return w.giveBack(ctx, lease, "the head's state can't be had: "+err.Error())
	}
	if err != nil {
		return err
	}
	steps := w.stepsOf(lease.Window)
	at, done := w.journal.resume(lease.ExpectedHead, pre, steps)
	post, err := w.compute(ctx, lease, at, done, steps)
	if err == nil {
		err = w.commit(ctx, lease, post, steps)
	}
	switch {
	case err == nil:
		return w.journal.clear("")
	case errors.Is(err, errLeaseGone):
		return errors.Join(w.explain(ctx, lease), w.journal.clear(""))
	case errors.Is(err, replica.ErrUnknown):
		return errors.Join(err, w.giveBack(ctx, lease, err.Error()))
	case errors.Is(err, errTooLate):
		return w.giveBack(ctx, lease, err.Error())
	}
	return err
}

// explain reports what became of a lease that isn't ours any more: perhaps an earlier transaction of ours was mined late.
func (w *worker) explain(ctx context.Context, lease chain.Lease) error {
	hash, err := w.Account.Live(ctx, w.id, lease.Window)
	if err != nil {
		return err
	}
	c, err := w.Account.Commitment(ctx, hash)
	switch {
	case err != nil:
		return err
	case c.Committer == w.self && c.Fence == lease.Fence:
		w.Report.Report(Committed{lease.Window, hash, c.PostRoot})
	case w.Account.Now() > lease.Deadline:
		w.Report.Report(Ended{lease.Window, "the deadline has passed, half of the bond is lost"})
	default:
		w.Report.Report(Ended{lease.Window, "its head was rolled back, the bond is back whole"})
	}
	return nil
}

// left is the time to the deadline.
func (w *worker) left(lease chain.Lease) time.Duration {
	return time.Duration(int64(lease.Deadline)-int64(w.Account.Now())) * time.Second
}

// compute takes the steps that are missing, one of them also on the second engine.
func (w *worker) compute(ctx context.Context, lease chain.Lease, s *program.State, done, steps int) (*program.State, error) {
	again := done + rand.IntN(steps-done)
	seen := uint64(0)
	first := lease.Window * uint64(w.terms.Schedule.WindowSteps)
	for ; done < steps; done++ {
		if now := w.Account.Latest().Number; now != seen {
			seen = now
			if err := w.worthwhile(ctx, lease, steps-done); err != nil {
				return nil, w.interrupted(ctx, lease, done, s, err)
			}
		}
		begun := time.Now()
		next, err := w.Replica.Replay(ctx, s, 1, nil)
		if err != nil {
			return nil, w.interrupted(ctx, lease, done, s, err)
		}
		took := time.Since(begun)
		w.Meter.Took("compute", took)
		w.Report.Report(Stepped{lease.Window, first + uint64(done), next.Loss(), next.Norm(), took})
		if done == again {
			if err := w.confirm(ctx, s, next); err != nil {
				return nil, w.interrupted(ctx, lease, done, s, err)
			}
		}
		s = next
		if done+1 < steps && w.journal.due() {
			begun := time.Now()
			if err := w.journal.save(lease.ExpectedHead, done+1, s); err != nil {
				w.Log.Warn("a crash would now cost this window's work", "err", err)
			}
			w.Meter.Took("save", time.Since(begun))
		}
	}
	return s, nil
}

// interrupted saves what is done before the window is left.
func (w *worker) interrupted(ctx context.Context, lease chain.Lease, done int, s *program.State, err error) error {
	if ctx.Err() != nil && done > 0 {
		return errors.Join(err, w.journal.save(lease.ExpectedHead, done, s))
	}
	return err
}

// confirm takes a step again on the second engine.
//
// Errors: replica.ErrUnknown if it comes out differently: then nothing that this machine computes can be bonded.
func (w *worker) confirm(ctx context.Context, before, after *program.State) error {
	begun := time.Now()
	second, err := w.again(ctx, before, 1, nil)
	if err != nil {
		return err
	}
	w.Meter.Took("confirm", time.Since(begun))
	if a, b := w.Replica.Root(after), w.Replica.Root(second); a != b {
		one, two := w.Replica.Engines()
		return fmt.Errorf("%w: this machine contradicts itself in step %d: %s gives %s, %s gives %s", replica.ErrUnknown, before.Clock, one, a, two, b)
	}
	return nil
}

// worthwhile says why the window needn't be computed to its end, or nothing.
func (w *worker) worthwhile(ctx context.Context, lease chain.Lease, steps int) error {
	if err := w.stillOurs(ctx, lease); err != nil {
		return err
	}
	if least, left := w.least(steps), w.left(lease); least > left {
		return fmt.Errorf("%w: %d steps take %s, and %s are left", errTooLate, steps, least.Round(time.Millisecond), left)
	}
	return nil
}

func (w *worker) stillOurs(ctx context.Context, lease chain.Lease) error {
	now, err := w.Account.Lease(ctx, w.id)
	if err == nil && (now.Holder != w.self || now.Fence != lease.Fence) {
		return errLeaseGone
	}
	return err
}

// commit publishes the state and puts its root on chain.
func (w *worker) commit(ctx context.Context, lease chain.Lease, post *program.State, steps int) error {
	if w.Tamper != nil {
		post = post.Clone()
		w.Tamper(lease.Window, post)
	}
	begun := time.Now()
	root, cid, err := w.Replica.Publish(ctx, post)
	if err != nil {
		return err
	}
	w.publishing = time.Since(begun)
	w.Meter.Took("publish", w.publishing)
	w.Report.Report(Published{lease.Window, root, cid})
	if err := w.stillOurs(ctx, lease); err != nil {
		return err
	}
	committed, receipt, err := w.Account.Commit(ctx, w.id, lease.Fence, lease.ExpectedHead, uint32(steps), root, cid.Bytes())
	if chain.IsRevert(err, "NotHolder") {
		return errLeaseGone
	}
	if err != nil {
		return err
	}
	w.Replica.Keep(post)
	w.committed = receipt.Block
	w.Report.Report(Committed{lease.Window, committed.Commitment, root})
	return nil
}
