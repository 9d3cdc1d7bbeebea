package validator

import (
	"context"
	"slices"

	"github.com/commonweight/commonweight/internal/chain"
)

// reorgDepth is how many blocks a fact must have stood before it isn't read again.
const reorgDepth = 64

// seat is one case in which the account is a juror.
type seat struct {
	phase chain.Phase
	about chain.Commitment // its marks may be out of date
	claim []chain.Hash     // roots that were named in public: the commitment's and the challengers'
	chain.Case
	chain.Round // the one that runs, or ran last
	chain.Seat
}

func (s seat) slot(commitment chain.Hash) slot {
	return slot{commitment, s.Case.Round, s.Seed}
}

// docket finds the cases in the log of all runs: who is seated stands there. How a seat stands the chain is asked, until that has not
// concerned the account for so long that no reorganisation can change it.
type docket struct {
	account *chain.Account
	log     *chain.Log
	claims  map[chain.Hash][]chain.Hash // roots that opened challenges name, by commitment
	cases   map[chain.Hash]*file        // with a seat of the account's
	runs    map[chain.RunID]bool        // in which the account has made a challenge
}

// file is what the docket remembers about a case.
type file struct {
	about chain.Commitment
	done  uint64 // block since which there is nothing left to learn; 0 if there is
}

func (f *file) closed(now uint64) bool { return f.done != 0 && now > f.done+reorgDepth }

// mark notes whether there is something left to learn.
func (f *file) mark(done bool, now uint64) {
	switch {
	case !done:
		f.done = 0
	case f.done == 0:
		f.done = now
	}
}

func newDocket(account *chain.Account) *docket {
	d := &docket{account: account, log: account.LogOfAll()}
	d.clear()
	return d
}

func (d *docket) clear() {
	d.claims, d.cases, d.runs = make(map[chain.Hash][]chain.Hash), make(map[chain.Hash]*file), make(map[chain.RunID]bool)
}

// read returns the account's seats that aren't settled, by commitment.
func (d *docket) read(ctx context.Context) (map[chain.Hash]seat, error) {
	if err := d.take(ctx); err != nil {
		return nil, err
	}
	now := d.account.Latest().Number
	seats := make(map[chain.Hash]seat)
	for hash, f := range d.cases {
		if f.closed(now) {
			continue
		}
		s, err := d.seat(ctx, hash)
		if err != nil {
			return nil, err
		}
		over := s.Status == chain.SeatStatusEmpty || s.Status == chain.SeatStatusSettled
		f.mark(over, now)
		if !over {
			if !f.about.Known() {
				if f.about, err = d.account.Commitment(ctx, hash); err != nil {
					return nil, err
				}
			}
			s.claim, s.about = d.claims[hash], f.about
			seats[hash] = s
		}
	}
	return seats, nil
}

// take reads what was logged since the last time, or all of it again after a reorganisation.
func (d *docket) take(ctx context.Context) error {
	events, restarted, err := d.log.Next(ctx)
	if err != nil {
		return err
	}
	if restarted {
		d.clear()
	}
	for _, e := range events {
		switch data := e.Data.(type) {
		case chain.Sealed:
			if data.Challenger != d.account.Address() {
				continue
			}
			c, err := d.account.Commitment(ctx, data.Commitment)
			if err != nil {
				d.log = d.account.LogOfAll() // what was read of this batch is read again
				d.clear()
				return err
			}
			d.runs[c.Run] = true
		case chain.Opened:
			d.claims[data.Commitment] = append(d.claims[data.Commitment], data.Root)
		case chain.JuryDrawn:
			if slices.Contains(data.Jurors, d.account.Address()) {
				d.cases[data.Commitment] = &file{}
			}
		}
	}
	return nil
}

func (d *docket) seat(ctx context.Context, hash chain.Hash) (s seat, err error) {
	if s.phase, err = d.account.Phase(ctx, hash); err != nil {
		return s, err
	}
	if s.Case, err = d.account.CaseOf(ctx, hash); err != nil {
		return s, err
	}
	if s.Round, err = d.account.RoundOf(ctx, hash, s.Case.Round); err != nil {
		return s, err
	}
	s.Seat, err = d.account.Seat(ctx, hash, s.Case.Round, d.account.Address())
	return s, err
}
