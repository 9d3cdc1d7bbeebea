package devnet

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
)

// stampTries bounds how often Advance mines what comes in between.
const stampTries = 20

// hurry is the interval while nobody watches.
const hurry = 10 * time.Millisecond

var errClosed = errors.New("the devnet is closed")

// startClock begins to seal blocks, see Config.Interval.
func (d *Devnet) startClock(interval time.Duration) {
	ctx, stop := context.WithCancel(context.Background())
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		d.run(ctx, interval)
	}()
	d.stopClock = func() {
		stop()
		<-stopped
	}
}

// Breathe returns the pause after a block that took so long to seal, where blocks come faster than in life: a machine that is slow to seal, or
// busy, is slow to act too, and deadlines are counted in blocks.
func Breathe(interval, took time.Duration) time.Duration {
	return max(interval, min(3*took, time.Second))
}

// run seals block after block until ctx ends.
func (d *Devnet) run(ctx context.Context, interval time.Duration) {
	var took time.Duration
	for {
		pause := Breathe(interval, took)
		if interval == 0 {
			pause = d.due()
		}
		timer := time.NewTimer(pause)
		select {
		case <-timer.C:
		case <-ctx.Done():
			timer.Stop()
			return
		}
		begun := time.Now()
		if err := d.seal(); err != nil {
			warn("no block was sealed", err)
		}
		took = time.Since(begun)
	}
}

// due returns the time until the next block is due. The simulator stamps a block with the wall clock or one second after its
// parent, whichever is later; so a block sealed in a later second than its parent's is never ahead of the wall clock.
func (d *Devnet) due() time.Duration {
	d.mu.Lock()
	defer d.mu.Unlock()
	now := time.Now()
	if due := time.Unix(int64(d.latest)+1, 0); due.After(now) {
		return due.Sub(now)
	}
	return 0
}

// seal adds one block with whatever the pool holds.
func (d *Devnet) seal() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.commit()
}

func (d *Devnet) commit() error {
	if d.closed {
		return errClosed
	}
	header, err := d.sim.Client().HeaderByNumber(context.Background(), nil)
	if err != nil {
		return err
	}
	if d.sim.Commit() == header.Hash() {
		return errors.New("the simulator kept its head")
	}
	return d.observe()
}

func (d *Devnet) observe() error {
	header, err := d.sim.Client().HeaderByNumber(context.Background(), nil)
	if err != nil {
		return err
	}
	d.latest = header.Time
	return nil
}

// Advance jumps ahead in block time, after sealing what the pool holds. Only for chains with an Interval: others keep to the wall clock.
//
// Units: whole seconds, at least one.
func (d *Devnet) Advance(by time.Duration) error {
	if d.config.Interval == 0 {
		return errors.New("advance: this devnet keeps to the wall clock")
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.closed {
		return errClosed
	}
	var err error
	for range stampTries {
		if err = d.sim.AdjustTime(by); err == nil {
			return d.observe()
		}
		if sealErr := d.commit(); sealErr != nil {
			return fmt.Errorf("advance: %w", sealErr)
		}
	}
	return fmt.Errorf("advance: %w", err)
}

// Mine seals a block at once. Only for chains with an Interval.
func (d *Devnet) Mine() error {
	if d.config.Interval == 0 {
		return errors.New("mine: this devnet keeps to the wall clock")
	}
	return d.seal()
}

// Fork makes the chain go on from an earlier block, at once longer than it was: what stood above is gone, and its transactions return to the
// pool. For tests of reorganisations.
func (d *Devnet) Fork(from chain.Hash, blocks int) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.sim.Fork(from); err != nil {
		return fmt.Errorf("fork: %w", err)
	}
	for range blocks {
		if err := d.commit(); err != nil {
			return fmt.Errorf("fork: %w", err)
		}
	}
	return nil
}
