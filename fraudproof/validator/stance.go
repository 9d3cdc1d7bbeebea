package validator

import (
	"context"
	"fmt"
	"math/big"
	"sync"

	"github.com/commonweight/commonweight/internal/chain"
)

// Stance is what a validator stands by: the roots that it has found for questions which aren't settled, and the stake that hangs on them. It is
// a challenger's scope: a commitment that answers one of these questions otherwise contradicts the validator.
//
// Concurrency: safe for any number of goroutines.
type Stance struct {
	account *chain.Account
	mu      sync.Mutex
	held    map[question]position   // by the seats of the account
	found   map[question]chain.Hash // beside them
}

// question is what a window answers: chain.QuestionHash spells it for the contracts.
type question struct {
	run    chain.RunID
	pre    chain.Hash
	window uint64
	steps  uint32
}

// position is an answer of the validator's own.
type position struct {
	root  chain.Hash
	stake *big.Int // of the seats whose ballots name it: burned if another becomes final. Wei
}

func questionOf(c chain.Commitment) question { return question{c.Run, c.PreRoot, c.Window, c.Steps} }

// NewStance returns one without answers.
func NewStance(account *chain.Account) *Stance {
	return &Stance{account: account, held: make(map[question]position), found: make(map[question]chain.Hash)}
}

// Found adds an answer that no seat asked for: an auditor's. Nothing is at stake on it.
func (s *Stance) Found(c chain.Commitment, root chain.Hash) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.found[questionOf(c)] = root
}

// take replaces the answers of the seats.
func (s *Stance) take(held map[question]position) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.held = held
}

func (s *Stance) of(c chain.Commitment) (position, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if p, ok := s.held[questionOf(c)]; ok {
		return p, true
	}
	root, ok := s.found[questionOf(c)]
	return position{root: root, stake: new(big.Int)}, ok
}

// Concerns says whether a window answers a question that the validator has answered, and otherwise.
func (s *Stance) Concerns(_ chain.Hash, c chain.Commitment) bool {
	p, ok := s.of(c)
	return ok && p.root != c.PostRoot
}

// Worth says whether a window that contradicts the validator is to be challenged now, and why (not), in words. The root is what this machine
// computes now.
func (s *Stance) Worth(ctx context.Context, hash chain.Hash, c chain.Commitment, root chain.Hash) (bool, string, error) {
	p, ok := s.of(c)
	switch {
	case !ok:
		return false, "the question is settled", nil
	case p.root != root:
		return false, fmt.Sprintf("this machine answered %s and computes %s now: it can't tell", p.root, root), nil
	}
	x, err := s.prospect(ctx, hash, c, p)
	if err != nil {
		return false, "", err
	}
	worth, reason := x.weigh()
	return worth, reason, nil
}

// prospect reads what a challenge would cost and bring now.
func (s *Stance) prospect(ctx context.Context, hash chain.Hash, c chain.Commitment, p position) (x prospect, err error) {
	run, err := s.account.Run(ctx, c.Run)
	if err != nil {
		return x, err
	}
	x.now, x.until, x.period = s.account.Now(), c.CommittedAt+uint64(run.Clocks.Challenge), uint64(run.Clocks.Challenge)
	tallied, err := s.account.CaseOf(ctx, hash)
	if err != nil {
		return x, err
	}
	x.stands = tallied.Verdict == chain.VerdictStands
	d, err := s.account.Dispute(ctx, hash)
	if err != nil {
		return x, err
	}
	x.hidden = d.Unopened
	first, err := s.account.Earliest(ctx, hash, p.root)
	if err != nil {
		return x, err
	}
	if first != 0 {
		other, err := s.account.Challenge(ctx, first)
		if err != nil {
			return x, err
		}
		x.spoken = !other.Outcome.Defeats()
	}
	fee, err := s.account.CourtFee(ctx, c.Run)
	if err != nil {
		return x, err
	}
	if x.bond, err = s.account.ChallengeBond(ctx, c.Run); err != nil {
		return x, err
	}
	if x.balance, err = s.account.Balance(ctx, s.account.Address()); err != nil {
		return x, err
	}
	x.reward, x.stake = rewardOf(new(big.Int).Sub(c.Bond, fee)), p.stake
	x.gas = new(big.Int).Mul(new(big.Int).SetUint64(2*s.account.Latest().BaseFee), big.NewInt(challengeGas))
	return x, nil
}
