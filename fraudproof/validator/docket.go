package validator

import (
	"context"

	"github.com/commonweight/commonweight/internal/chain"
)

// reorgDepth is how many blocks a fact must have stood before it isn't read again.
const reorgDepth = 64

// seat is one case in which the account is a juror.
type seat struct {
	phase chain.Phase
	claim []chain.Hash // roots that were named in public: the commitment's and the challengers'
	chain.Case
	chain.Seat
}

// docket finds the cases. The chain has no list of them, but every case has a challenge, and those are counted. What will never concern the
// account again isn't read any more once that has been true for so long that no reorganisation can change it.
type docket struct {
	account    *chain.Account
	challenges map[chain.ChallengeID]*file
	cases      map[chain.Hash]*file
}

// file is what the docket remembers about a challenge or a case.
type file struct {
	challenge chain.Challenge // as last read
	done      uint64          // block since which there is nothing left to learn; 0 if there is
}

func (f *file) closed(now uint64) bool { return f != nil && f.done != 0 && now > f.done+reorgDepth }

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
	return &docket{account: account, challenges: make(map[chain.ChallengeID]*file), cases: make(map[chain.Hash]*file)}
}

// read returns the account's seats that aren't settled, by commitment.
func (d *docket) read(ctx context.Context) (map[chain.Hash]seat, error) {
	claims, err := d.claims(ctx)
	if err != nil {
		return nil, err
	}
	now := d.account.Latest().Number
	seats := make(map[chain.Hash]seat)
	for hash, roots := range claims {
		f := d.cases[hash]
		if f.closed(now) {
			continue
		}
		if f == nil {
			f = &file{}
			d.cases[hash] = f
		}
		s, err := d.seat(ctx, hash)
		if err != nil {
			return nil, err
		}
		f.mark(s.phase > chain.PhaseEvidence && (s.Status == chain.SeatStatusEmpty || s.Status == chain.SeatStatusSettled), now)
		if s.Status == chain.SeatStatusEmpty || s.Status == chain.SeatStatusSettled {
			continue
		}
		s.claim = roots
		seats[hash] = s
	}
	return seats, nil
}

// claims returns the disputed commitments, each with the roots that opened challenges name.
func (d *docket) claims(ctx context.Context) (map[chain.Hash][]chain.Hash, error) {
	n, err := d.account.Challenges(ctx)
	if err != nil {
		return nil, err
	}
	now := d.account.Latest().Number
	out := make(map[chain.Hash][]chain.Hash)
	for id := chain.ChallengeID(1); id <= n; id++ {
		f := d.challenges[id]
		if f == nil {
			f = &file{}
			d.challenges[id] = f
		}
		if !f.closed(now) {
			if f.challenge, err = d.account.Challenge(ctx, id); err != nil {
				return nil, err
			}
			f.mark(f.challenge.Status != chain.ChallengeSealed, now)
		}
		if f.challenge.Root != (chain.Hash{}) {
			out[f.challenge.Commitment] = append(out[f.challenge.Commitment], f.challenge.Root)
		}
	}
	return out, nil
}

func (d *docket) seat(ctx context.Context, hash chain.Hash) (s seat, err error) {
	if s.phase, err = d.account.Phase(ctx, hash); err != nil {
		return s, err
	}
	if s.Seat, err = d.account.Seat(ctx, hash, d.account.Address()); err != nil {
		return s, err
	}
	s.Case, err = d.account.CaseOf(ctx, hash)
	return s, err
}
