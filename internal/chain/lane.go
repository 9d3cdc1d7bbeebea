package chain

import (
	"context"
	"errors"
	"slices"
	"sync"
)

// lane hands out the nonces of one key, one at a time and in order, so that concurrent senders neither collide nor leave a hole.
//
// A nonce that was given up without being mined becomes a gap: its transaction may still lie in some pool, so the next sender takes
// that nonce again, with fees high enough to replace it.
//
// Concurrency: one caller submits at a time, which also keeps transactions in the node's pool in order.
type lane struct {
	mu       sync.Mutex
	next     uint64
	inFlight int
	gaps     []slot // ascending
}

// slot is one nonce with the fees that a replacement must exceed (zero for a fresh nonce).
type slot struct {
	nonce uint64
	floor fees
}

// nonces is what a lane asks the chain.
type nonces interface {
	mined(context.Context) (uint64, error)   // first nonce not yet in a block
	pending(context.Context) (uint64, error) // first nonce not yet in the pool
}

// errNonceUsed is how a submission tells the lane that the chain is ahead of it.
var errNonceUsed = errors.New("nonce already used")

const laneTries = 3

// take calls submit with the next slot. The nonce is spent only if submit returns nil.
func (l *lane) take(ctx context.Context, chain nonces, submit func(slot) error) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	var err error
	for range laneTries {
		if err = l.align(ctx, chain, err != nil); err != nil {
			return err
		}
		if len(l.gaps) > 0 {
			if err = submit(l.gaps[0]); err == nil {
				l.gaps = l.gaps[1:]
			}
		} else if err = submit(slot{nonce: l.next, floor: noFees()}); err == nil {
			l.next++
		}
		if err == nil {
			l.inFlight++
			return nil
		}
		if !errors.Is(err, errNonceUsed) {
			return err
		}
	}
	return err
}

// align takes over what the chain knows better: after a start, a pause or a surprise the next nonce, and which gaps were mined after all.
func (l *lane) align(ctx context.Context, chain nonces, surprised bool) error {
	if len(l.gaps) > 0 {
		mined, err := chain.mined(ctx)
		if err != nil {
			return err
		}
		l.gaps = slices.DeleteFunc(l.gaps, func(s slot) bool { return s.nonce < mined })
	}
	if l.inFlight > 0 && !surprised {
		return nil
	}
	pending, err := chain.pending(ctx)
	if err != nil {
		return err
	}
	// A pool that forgot given-up transactions must not lead us below the gaps.
	if n := len(l.gaps); n > 0 && pending <= l.gaps[n-1].nonce {
		pending = l.gaps[n-1].nonce + 1
	}
	l.next = pending
	return nil
}

// settle ends a nonce that was mined.
func (l *lane) settle() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.inFlight--
}

// giveUp ends a nonce that wasn't mined in time.
func (l *lane) giveUp(s slot) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.inFlight--
	at, _ := slices.BinarySearchFunc(l.gaps, s.nonce, func(g slot, nonce uint64) int { return int(g.nonce) - int(nonce) })
	l.gaps = slices.Insert(l.gaps, at, s)
}
