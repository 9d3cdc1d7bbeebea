package chain

import (
	"context"
	"fmt"
	"math/big"
)

// Lease is a run's mutex. One with a zero Holder is none; one whose deadline or head has passed may not have been settled yet.
type Lease struct {
	Holder       Address
	Fence        uint64 // fencing token
	Window       uint64 // to compute
	AcquiredAt   uint64 // block time
	Deadline     uint64 // block time, last moment of Commit
	ExpectedHead Hash   // what it builds on
	Bond         *big.Int
	Reward       *big.Int // reserved, in units of the reward token
}

// Progress is a run's place.
type Progress struct {
	Fence       uint64 // of the newest lease
	HeadCount   uint64 // windows up to the head
	AnchorCount uint64 // finalised windows
	AcquiredAt  uint64 // block time of the newest lease
	Doublings   uint8  // the next bond is the base bond times two to this
}

// Lease returns the run's lease.
func (c *Client) Lease(ctx context.Context, run RunID) (Lease, error) {
	p := parsed().training
	l, err := read(ctx, c, fmt.Sprintf("read the lease of run %d", run), c.deployment.Training, p.PackLease(uint64(run)), p.UnpackLease)
	if err != nil {
		return Lease{}, err
	}
	return Lease{Holder: l.Holder, Fence: l.Fence, Window: l.Window, AcquiredAt: l.AcquiredAt, Deadline: l.Deadline,
		ExpectedHead: l.ExpectedHead, Bond: l.Bond, Reward: l.Reward}, nil
}

// Progress returns the run's counters.
func (c *Client) Progress(ctx context.Context, run RunID) (Progress, error) {
	p := parsed().training
	s, err := read(ctx, c, fmt.Sprintf("read the progress of run %d", run), c.deployment.Training, p.PackProgress(uint64(run)), p.UnpackProgress)
	if err != nil {
		return Progress{}, err
	}
	return Progress(s), nil
}

// RequiredBond returns what Acquire costs now.
//
// Units: wei.
func (c *Client) RequiredBond(ctx context.Context, run RunID) (*big.Int, error) {
	p := parsed().training
	return read(ctx, c, fmt.Sprintf("read the bond of run %d", run), c.deployment.Training, p.PackRequiredBond(uint64(run)), p.UnpackRequiredBond)
}

// Acquire takes the run's lease on the given head, with the bond asked for now, and returns its fencing token.
//
// Errors: RevertErrors WrongHead, Leased, RunComplete, TooManyPending, EscrowTooSmall, AcquirePaused; WrongBond if the bond just moved.
func (a *Account) Acquire(ctx context.Context, run RunID, expectedHead Hash) (Acquired, *Receipt, error) {
	bond, err := a.RequiredBond(ctx, run)
	if err != nil {
		return Acquired{}, nil, err
	}
	receipt, err := a.pay(ctx, fmt.Sprintf("acquire the lease of run %d", run), a.deployment.Training,
		parsed().training.PackAcquire(uint64(run), expectedHead), bond)
	if err != nil {
		return Acquired{}, nil, err
	}
	acquired, err := EventOf[Acquired](receipt)
	return acquired, receipt, err
}

// Release gives a lease back.
func (a *Account) Release(ctx context.Context, run RunID, fence uint64) (*Receipt, error) {
	return a.transact(ctx, fmt.Sprintf("release the lease of run %d", run), a.deployment.Training, parsed().training.PackRelease(uint64(run), fence))
}

// Expire ends a lease whose deadline or head has passed; by anyone, who gets the tip.
func (a *Account) Expire(ctx context.Context, run RunID) (*Receipt, error) {
	return a.transact(ctx, fmt.Sprintf("expire the lease of run %d", run), a.deployment.Training, parsed().training.PackExpire(uint64(run)))
}
