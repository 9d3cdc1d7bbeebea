package challenger

import (
	"context"

	"github.com/commonweight/commonweight/internal/chain"
)

// reorgDepth is how many blocks a fact must have stood before it isn't read again.
const reorgDepth = 64

// own is a challenge of this agent's account.
type own struct {
	id chain.ChallengeID
	chain.Challenge
	attempt uint64 // how many challenges the account had sealed against the same commitment before
}

func (o own) alive() bool {
	return o.Status == chain.ChallengeSealed || o.Status == chain.ChallengeOpened
}

// register finds the account's challenges in a run's log. How each of them stands it asks the chain, until it has been over for so long that
// no reorganisation can change it.
type register struct {
	account *chain.Account
	log     *chain.Log
	ids     []chain.ChallengeID // the account's, in order of seal
	known   map[chain.ChallengeID]*entry
}

type entry struct {
	last chain.Challenge
	over uint64 // block since which it has been over; 0 if it isn't
}

func newRegister(account *chain.Account, run chain.RunID) *register {
	return &register{account: account, log: account.Log(run), known: make(map[chain.ChallengeID]*entry)}
}

// read returns the account's challenges, in order of seal.
func (r *register) read(ctx context.Context) ([]own, error) {
	events, restarted, err := r.log.Next(ctx)
	if err != nil {
		return nil, err
	}
	if restarted {
		r.ids, r.known = nil, make(map[chain.ChallengeID]*entry)
	}
	for _, e := range events {
		if data, ok := e.Data.(chain.Sealed); ok && data.Challenger == r.account.Address() {
			r.ids = append(r.ids, data.Challenge)
		}
	}
	now := r.account.Latest().Number
	attempts := make(map[chain.Hash]uint64)
	mine := make([]own, 0, len(r.ids))
	for _, id := range r.ids {
		c, err := r.challenge(ctx, id, now)
		if err != nil {
			return nil, err
		}
		mine = append(mine, own{id: id, Challenge: c, attempt: attempts[c.Commitment]})
		attempts[c.Commitment]++
	}
	return mine, nil
}

func (r *register) challenge(ctx context.Context, id chain.ChallengeID, now uint64) (chain.Challenge, error) {
	e := r.known[id]
	if e != nil && e.over != 0 && now > e.over+reorgDepth {
		return e.last, nil
	}
	c, err := r.account.Challenge(ctx, id)
	if err != nil {
		return c, err
	}
	if e == nil || e.last.SealHash != c.SealHash || e.last.Status != c.Status {
		e = &entry{}
		r.known[id] = e
	}
	e.last = c
	if e.over == 0 && !(own{Challenge: c}).alive() {
		e.over = now
	}
	return c, nil
}
