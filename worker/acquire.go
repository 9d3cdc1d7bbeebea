package worker

import (
	"context"
	"fmt"
	"math/big"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
)

// errBroke ends a worker that can't pay and has nothing coming in.
var errBroke = fmt.Errorf("%w for the bond", chain.ErrFunds)

// slack is what a window takes beside computing and publishing: blocks until transactions are mined.
const slack = 4 * time.Second

// measureEvery is how often a machine that is too slow is given another chance.
const measureEvery = 10 * time.Second

// need is how long steps and what follows them take here, generously.
func (w *worker) need(steps int) time.Duration {
	return w.Replica.WindowTime(steps) + w.Replica.SecondStepTime() + 2*w.publishing + slack
}

// least is how long steps take before anything can be committed.
func (w *worker) least(steps int) time.Duration { return time.Duration(steps) * w.Replica.StepTime() }

// unready says why the lease isn't to be taken now, or nothing.
func (w *worker) unready(ctx context.Context, lease chain.Lease, p chain.Progress, steps int) (string, error) {
	if lease.Holder != (chain.Address{}) && w.Account.Now() <= lease.Deadline {
		return "another worker holds the lease", nil
	}
	if p.HeadCount-p.AnchorCount >= uint64(w.terms.Schedule.MaxPending) {
		return "as many windows as the run allows wait to become final", nil
	}
	if slow, err := w.tooSlow(ctx, steps); err != nil || slow != "" {
		return slow, err
	}
	return w.short(ctx)
}

// tooSlow says that a window doesn't fit into half of the lease, or nothing. A machine that was only busy is measured again.
func (w *worker) tooSlow(ctx context.Context, steps int) (string, error) {
	limit := time.Duration(w.terms.Clocks.Lease) * time.Second / 2
	replaced := w.Replica.SecondStepTime() == 0 // the engines, after a failure
	if replaced || w.need(steps) > limit && time.Since(w.measured) > measureEvery {
		w.measured = time.Now()
		if err := w.Replica.Measure(ctx); err != nil {
			return "", err
		}
	}
	if need := w.need(steps); need > limit {
		return fmt.Sprintf("this machine needs %s for a window, more than half of the lease of %d s", need.Round(time.Second), w.terms.Clocks.Lease), nil
	}
	return "", nil
}

// short says what is missing for the bond, or nothing.
//
// Errors: errBroke if it can't come from anywhere.
func (w *worker) short(ctx context.Context) (string, error) {
	bond, err := w.Account.RequiredBond(ctx, w.id)
	if err != nil {
		return "", err
	}
	balance, err := w.Account.Balance(ctx, w.self)
	if err != nil {
		return "", err
	}
	needed := new(big.Int).Add(bond, w.gasReserve())
	if balance.Cmp(needed) >= 0 {
		return "", nil
	}
	lack := fmt.Sprintf("%s has %s, bond and gas need %s", w.self, chain.Coins(balance), chain.Coins(needed))
	credit, err := w.Account.Credit(ctx, w.self, chain.Native)
	if err != nil {
		return "", err
	}
	if credit.Sign() == 0 && !w.owed.Load() && !w.fates.pending() {
		return "", fmt.Errorf("%w: %s", errBroke, lack)
	}
	return "waiting for money that is on its way: " + lack, nil
}

// acquire takes the lease and works on it. That another was faster is no error.
func (w *worker) acquire(ctx context.Context, head chain.Hash) error {
	_, _, err := w.Account.Acquire(ctx, w.id, head)
	if chain.IsRevert(err, "Leased", "WrongHead", "WrongBond", "TooManyPending", "") {
		return nil
	}
	if chain.IsRevert(err) {
		w.wait(err.Error())
		return nil
	}
	if err != nil {
		return err
	}
	lease, err := w.Account.Lease(ctx, w.id)
	if err != nil || lease.Holder != w.self {
		return err
	}
	w.announce(lease, false)
	return w.work(ctx, lease)
}

// announce reports a lease of ours, once.
func (w *worker) announce(lease chain.Lease, resumed bool) {
	if w.fence == lease.Fence {
		return
	}
	w.fence, w.waiting = lease.Fence, ""
	w.Report.Report(Acquired{Window: lease.Window, Fence: lease.Fence, Deadline: lease.Deadline, Bond: lease.Bond, Resumed: resumed})
}
