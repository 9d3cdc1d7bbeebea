package player

import (
	"context"
	"fmt"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/internal/chain"
)

// Duel is a match over two bonded answers to a question that no commitment asks: the loss of a key frame, an auditor's history.
type Duel struct {
	ID          chain.ChallengeID
	Side        match.Side     // the account's
	Lists       match.Provider // what this machine holds to be true
	Claim       chain.Hash     // the root of the account's answer: its lists end in it
	DatasetRoot chain.Hash     // of the data that the duel's program reads
}

// Duelist plays an account's duels in one run. As of a Player, all that it remembers may be lost at any moment.
//
// Concurrency: one goroutine.
type Duelist struct {
	account *chain.Account
	run     chain.RunID
	log     *chain.Log
	posted  map[chain.ChallengeID][]byte // by whoever posted last
}

// NewDuelist returns a duelist.
func NewDuelist(account *chain.Account, run chain.RunID) *Duelist {
	return &Duelist{account: account, run: run, log: account.Log(run), posted: map[chain.ChallengeID][]byte{}}
}

// Play makes the account's move, if one is due, and returns how the duel stands before it. A revert says that the chain has moved on: look again.
//
// Errors: ErrNotOurs; those of the chain and of the lists.
func (d *Duelist) Play(ctx context.Context, duel Duel) (outcome match.Outcome, moved bool, err error) {
	m, err := d.account.Match(ctx, duel.ID)
	if err != nil || m.Outcome != match.Running {
		return m.Outcome, false, err
	}
	if m.Owner(duel.Side) != d.account.Address() {
		return m.Outcome, false, fmt.Errorf("duel %d: the %s is %s, not this account", duel.ID, duel.Side, m.Owner(duel.Side))
	}
	if !concerns(m.Game, duel.Side, d.account.Now()) {
		return m.Outcome, false, nil
	}
	if err := endsIn(ctx, duel.Lists, duel.Claim); err != nil {
		return m.Outcome, false, err
	}
	if err := d.read(ctx); err != nil {
		return m.Outcome, false, err
	}
	solver := match.Solver{Side: duel.Side, Lists: duel.Lists, DatasetRoot: merkle.Hash(duel.DatasetRoot)}
	move, err := solver.Next(ctx, m.Game, d.account.Now(), d.posted[duel.ID])
	if move == nil || err != nil {
		return m.Outcome, false, err
	}
	_, err = d.account.Play(ctx, duel.ID, move)
	return m.Outcome, err == nil, err
}

// read takes in what was posted since the last time.
func (d *Duelist) read(ctx context.Context) error {
	events, restarted, err := d.log.Next(ctx)
	if err != nil {
		return fmt.Errorf("duels of run %d: %w", d.run, err)
	}
	if restarted {
		clear(d.posted)
	}
	for _, e := range events {
		if posted, ok := e.Data.(chain.Posted); ok {
			d.posted[posted.Match] = posted.Data
		}
	}
	return nil
}

// endsIn says whether lists end in a claim.
//
// Errors: ErrNotOurs.
func endsIn(ctx context.Context, lists match.Provider, claim chain.Hash) error {
	steps := match.List{Name: match.ListSteps}
	length, err := lists.Length(ctx, steps)
	if err != nil {
		return err
	}
	root, err := lists.Entry(ctx, steps, length-1)
	if err != nil {
		return err
	}
	if chain.Hash(root) != claim {
		return fmt.Errorf("%w: %s is claimed, this machine computes %s", ErrNotOurs, claim, root)
	}
	return nil
}
