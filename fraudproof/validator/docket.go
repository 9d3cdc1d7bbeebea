package validator

import (
	"cmp"
	"context"
	"slices"

	"github.com/commonweight/commonweight/internal/chain"
)

// reorgDepth is how many blocks a fact must have stood before it isn't read again.
const reorgDepth = 64

// place is one round of a case. A juror may be drawn in both, and votes in each as if there were no other.
type place struct {
	commitment chain.Hash
	round      uint32
}

func (p place) compare(q place) int {
	return cmp.Or(p.commitment.Cmp(q.commitment), cmp.Compare(p.round, q.round))
}

// seat is the juror's in one round.
type seat struct {
	place
	phase chain.Phase      // of the round: Appeal and later once another has begun
	about chain.Commitment // its marks may be out of date
	claim []chain.Hash     // roots that the challengers named in public
	file  chain.Case
	chain.Round
	chain.Seat
}

func (s seat) slot() slot { return slot{s.commitment, s.round, s.Seed} }

// docket finds the cases in the log of all runs: who is seated stands there. How a seat stands the chain is asked, until that has not
// concerned the juror for so long that no reorganisation can change it.
type docket struct {
	client  *chain.Client
	account chain.Address // who makes challenges
	juror   chain.Address
	log     *chain.Log
	claims  map[chain.Hash][]chain.Hash // roots that opened challenges name, by commitment
	seats   map[place]*entry            // the juror's
	runs    map[chain.RunID]bool        // in which the account has made a challenge
}

// entry is what the docket remembers about a seat.
type entry struct {
	about chain.Commitment
	done  uint64 // block since which there is nothing left to learn; 0 if there is
}

func (f *entry) closed(now uint64) bool { return f.done != 0 && now > f.done+reorgDepth }

// mark notes whether there is something left to learn.
func (f *entry) mark(done bool, now uint64) {
	switch {
	case !done:
		f.done = 0
	case f.done == 0:
		f.done = now
	}
}

func newDocket(client *chain.Client, account, juror chain.Address) *docket {
	d := &docket{client: client, account: account, juror: juror, log: client.LogOfAll()}
	d.clear()
	return d
}

func (d *docket) clear() {
	d.claims, d.seats, d.runs = make(map[chain.Hash][]chain.Hash), make(map[place]*entry), make(map[chain.RunID]bool)
}

// read returns the juror's seats that aren't settled, those first whose time is up first.
func (d *docket) read(ctx context.Context) ([]seat, error) {
	if err := d.take(ctx); err != nil {
		return nil, err
	}
	now := d.client.Latest().Number
	var seats []seat
	for at, f := range d.seats {
		if f.closed(now) {
			continue
		}
		s, err := d.seat(ctx, at)
		if err != nil {
			return nil, err
		}
		over := s.Status == chain.SeatStatusEmpty || s.Status == chain.SeatStatusSettled
		f.mark(over, now)
		if over {
			continue
		}
		if !f.about.Known() {
			if f.about, err = d.client.Commitment(ctx, at.commitment); err != nil {
				return nil, err
			}
		}
		s.claim, s.about = d.claims[at.commitment], f.about
		seats = append(seats, s)
	}
	slices.SortFunc(seats, func(a, b seat) int {
		return cmp.Or(cmp.Compare(a.RevealUntil, b.RevealUntil), a.place.compare(b.place))
	})
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
			if data.Challenger != d.account {
				continue
			}
			c, err := d.client.Commitment(ctx, data.Commitment)
			if err != nil {
				d.log = d.client.LogOfAll() // what was read of this batch is read again
				d.clear()
				return err
			}
			d.runs[c.Run] = true
		case chain.Opened:
			d.claims[data.Commitment] = append(d.claims[data.Commitment], data.Root)
		case chain.JuryDrawn:
			if slices.Contains(data.Jurors, d.juror) {
				d.seats[place{data.Commitment, data.Round}] = &entry{}
			}
		}
	}
	return nil
}

// seat asks the chain how a seat stands.
func (d *docket) seat(ctx context.Context, at place) (s seat, err error) {
	s.place = at
	if s.phase, err = d.client.Phase(ctx, at.commitment); err != nil {
		return s, err
	}
	if s.file, err = d.client.CaseOf(ctx, at.commitment); err != nil {
		return s, err
	}
	if s.file.Round != at.round && s.phase < chain.PhaseAppeal {
		s.phase = chain.PhaseAppeal
	}
	if s.Round, err = d.client.RoundOf(ctx, at.commitment, at.round); err != nil {
		return s, err
	}
	s.Seat, err = d.client.Seat(ctx, at.commitment, at.round, d.juror)
	return s, err
}

// current asks for the seat of the round that runs, or ran last.
func (d *docket) current(ctx context.Context, commitment chain.Hash) (seat, error) {
	c, err := d.client.CaseOf(ctx, commitment)
	if err != nil {
		return seat{}, err
	}
	return d.seat(ctx, place{commitment, max(c.Round, 1)})
}
