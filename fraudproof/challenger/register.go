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

// register finds the account's challenges. The chain has no list of them, so it reads all; those of others, and those that have ended, are
// not read again once that has been true for so long that no reorganisation can change it.
type register struct {
	account *chain.Account
	known   map[chain.ChallengeID]*entry
	runs    map[chain.Hash]chain.RunID // of the commitments concerned
}

type entry struct {
	last  chain.Challenge
	quiet uint64 // block since which it has been another's or over; 0 if it isn't
}

func newRegister(account *chain.Account) *register {
	return &register{account: account, known: make(map[chain.ChallengeID]*entry), runs: make(map[chain.Hash]chain.RunID)}
}

// read returns the account's challenges in a run, in order of seal.
func (r *register) read(ctx context.Context, run chain.RunID) ([]own, error) {
	n, err := r.account.Challenges(ctx)
	if err != nil {
		return nil, err
	}
	now := r.account.Latest().Number
	attempts := make(map[chain.Hash]uint64)
	var mine []own
	for id := chain.ChallengeID(1); id <= n; id++ {
		c, err := r.challenge(ctx, id, now)
		if err != nil {
			return nil, err
		}
		if c.Challenger != r.account.Address() {
			continue
		}
		in, err := r.runOf(ctx, c.Commitment)
		if err != nil {
			return nil, err
		}
		if in != run {
			continue
		}
		mine = append(mine, own{id: id, Challenge: c, attempt: attempts[c.Commitment]})
		attempts[c.Commitment]++
	}
	return mine, nil
}

func (r *register) challenge(ctx context.Context, id chain.ChallengeID, now uint64) (chain.Challenge, error) {
	e := r.known[id]
	if e != nil && e.quiet != 0 && now > e.quiet+reorgDepth {
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
	if over := !(own{Challenge: c}).alive(); e.quiet == 0 && (over || c.Challenger != r.account.Address()) {
		e.quiet = now
	}
	return c, nil
}

func (r *register) runOf(ctx context.Context, commitment chain.Hash) (chain.RunID, error) {
	if run, ok := r.runs[commitment]; ok {
		return run, nil
	}
	c, err := r.account.Commitment(ctx, commitment)
	if err != nil {
		return 0, err
	}
	if c.Known() {
		r.runs[commitment] = c.Run
	}
	return c.Run, nil
}
