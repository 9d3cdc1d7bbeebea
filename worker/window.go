package worker

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/commonweight/commonweight/train/engine"
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
	at, _ := w.journal.resume(lease.ExpectedHead, pre, steps)
	post, err := w.compute(ctx, lease, pre, at, steps)
	if err == nil {
		err = w.commit(ctx, lease, post, steps)
	}
	switch {
	case err == nil:
		return w.journal.clear("")
	case errors.Is(err, errLeaseGone):
		return errors.Join(w.explain(ctx, lease), w.journal.clear(""))
	case errors.Is(err, replica.ErrUnknown), engine.Failed(err):
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

// compute takes the steps that are missing between at, which pre has become, and the window's end. Where a device fails, the processor takes its
// place, and starts from pre: what the device left, also in the journal, is not used.
func (w *worker) compute(ctx context.Context, lease chain.Lease, pre, at *program.State, steps int) (*program.State, error) {
	r := w.Replica.Begin(pre, at)
	defer r.End()
	for {
		post, err := w.steps(ctx, lease, r, steps)
		if !errors.Is(err, replica.ErrAgain) {
			return post, w.interrupted(ctx, lease, r, steps, err)
		}
		if err := w.journal.clear(""); err != nil {
			return nil, err
		}
	}
}

// steps takes those that are left, one of them also on the second engine, and all of them twice where a device takes them.
func (w *worker) steps(ctx context.Context, lease chain.Lease, r *replica.Replay, steps int) (*program.State, error) {
	again := r.Done() + rand.IntN(steps-r.Done())
	seen := uint64(0)
	first := lease.Window * uint64(w.terms.Schedule.WindowSteps)
	for done := r.Done(); done < steps; done = r.Done() {
		if now := w.Account.Latest().Number; now != seen {
			seen = now
			if err := w.worthwhile(ctx, lease, steps-done); err != nil {
				return nil, err
			}
		}
		var before *program.State
		if done == again {
			s, err := r.State(ctx)
			if err != nil {
				return nil, err
			}
			before = s.Clone()
		}
		begun := time.Now()
		if err := r.Step(ctx); err != nil {
			return nil, err
		}
		took := time.Since(begun)
		w.Meter.Took("compute", took)
		w.Report.Report(Stepped{lease.Window, first + uint64(done), r.Loss(), r.Norm(), took})
		if before != nil {
			if err := w.confirm(ctx, before, r); err != nil {
				return nil, err
			}
		}
		if r.Done() < steps && w.journal.due() {
			if err := w.save(ctx, lease, r); err != nil {
				return nil, err
			}
		}
	}
	post, err := r.State(ctx)
	if err != nil {
		return nil, err
	}
	return post, r.Repeat(ctx, w.Replica.Root(post))
}

// save writes the journal. A disk that refuses is no error.
func (w *worker) save(ctx context.Context, lease chain.Lease, r *replica.Replay) error {
	begun := time.Now()
	s, err := r.State(ctx)
	if err != nil {
		return err
	}
	if err := w.journal.save(lease.ExpectedHead, r.Done(), s); err != nil {
		w.Log.Warn("a crash would now cost this window's work", "err", err)
	}
	w.Meter.Took("save", time.Since(begun))
	return nil
}

// lastWord is how long a device may take to bring the state home when the worker is stopped.
const lastWord = 5 * time.Second

// interrupted saves what is done before the window is left. A step that is on its way on a device is waited for.
func (w *worker) interrupted(stopped context.Context, lease chain.Lease, r *replica.Replay, steps int, err error) error {
	if err == nil || stopped.Err() == nil || r.Done() == 0 {
		return err
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(stopped), lastWord)
	defer cancel()
	s, lost := r.State(ctx)
	if lost != nil {
		w.Log.Warn("the steps since the last save are lost", "err", lost)
		return err
	}
	if done := r.Done(); 0 < done && done < steps {
		return errors.Join(err, w.journal.save(lease.ExpectedHead, done, s))
	}
	return err
}

// confirm takes again on the second engine the step that the replay has taken from a state.
//
// Errors: if it comes out differently, replica.ErrAgain where a device may be replaced by the processor, its failure where it may not, and
// replica.ErrUnknown where it was the processor: then nothing that this machine computes can be bonded.
func (w *worker) confirm(ctx context.Context, before *program.State, r *replica.Replay) error {
	begun := time.Now()
	second, err := w.again(ctx, before, 1, nil)
	if err != nil {
		return err
	}
	w.Meter.Took("confirm", time.Since(begun))
	a, err := r.Root(ctx)
	if err != nil {
		return err
	}
	b := w.Replica.Root(second)
	if a == b {
		return nil
	}
	one, two := w.Replica.Engines()
	found := fmt.Sprintf("step %d: %s gives %s, %s gives %s", before.Clock, one, a, two, b)
	if err := r.Contradicted(ctx, found); err != nil {
		return err
	}
	return fmt.Errorf("%w: this machine contradicts itself in %s", replica.ErrUnknown, found)
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
