package player

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/internal/agent"
	"github.com/commonweight/commonweight/internal/chain"
)

// Lists gives what this machine holds to be true about a commitment's window; replica.Replica does, by replay.
type Lists interface {
	Lists(ctx context.Context, commitment chain.Hash) (match.Provider, error)
}

// Bytes gives what a demand asks for; replica.Replica does.
type Bytes interface {
	Opening(ctx context.Context, commitment chain.Hash, d chain.Demand, seed chain.Hash) ([]byte, error)
}

// Config is what a player needs.
type Config struct {
	Account *chain.Account
	Owner   chain.Address // whose matches are played, if that account named this one's key; zero: the account's own
	Run     chain.RunID
	Lists   Lists
	Bytes   Bytes       // answers demands against the account's own commitments; may be nil
	Prover  Prover      // ends the committer's matches by proofs where it can; nil plays on
	Report  func(Event) // told what happens, in order; must not block
	Log     *slog.Logger
}

// Player plays the matches of one owner in one run. All it remembers may be lost at any moment without consequence.
//
// Concurrency: one goroutine.
type Player struct {
	Config
	run    chain.Run
	log    *chain.Log
	tables map[chain.ChallengeID]*table

	demands map[chain.Hash]bool           // open ones against the account's own commitments
	told    agent.Told[chain.ChallengeID] // the alert told last
}

// New returns a player.
func New(ctx context.Context, config Config) (*Player, error) {
	run, err := config.Account.Run(ctx, config.Run)
	if err != nil {
		return nil, fmt.Errorf("play in run %d: %w", config.Run, err)
	}
	if config.Report == nil {
		config.Report = func(Event) {}
	}
	if config.Owner == (chain.Address{}) {
		config.Owner = config.Account.Address()
	}
	p := &Player{Config: config, run: run, log: config.Account.Log(config.Run)}
	p.clear()
	return p, nil
}

func (p *Player) clear() {
	p.tables, p.told = make(map[chain.ChallengeID]*table), make(agent.Told[chain.ChallengeID])
	p.demands = make(map[chain.Hash]bool)
}

// table is a challenge in which the owner is a party, as the log tells it.
type table struct {
	id         chain.ChallengeID
	commitment chain.Hash
	side       match.Side
	claim      chain.Hash // the owner's root
	posted     []byte     // by whoever posted last
	over       bool       // settled or lapsed: nothing will be due again
	fallen     bool       // another challenge against the same commitment was defeated by its match
	checked    bool       // the account's lists end in its claim
	unproven   bool       // a proof was tried and isn't to be had
}

// Tick makes the first move that is due and says whether it made one. Trouble with one match doesn't keep it from the others.
//
// Errors: those of reading the log, or the last trouble if no move was made.
func (p *Player) Tick(ctx context.Context) (moved bool, err error) {
	if err := p.read(ctx); err != nil {
		return false, fmt.Errorf("play in run %d: %w", p.Run, err)
	}
	moved, trouble := p.answerDemands(ctx)
	if moved || ctx.Err() != nil {
		return moved, trouble
	}
	for _, t := range p.seats() {
		moved, err := p.sit(ctx, t)
		if moved || ctx.Err() != nil {
			return moved, err
		}
		switch {
		case err == nil:
		case chain.IsRevert(err), errors.Is(err, chain.ErrNotMined):
			p.Log.Info("a move was refused and is planned again", "challenge", uint64(t.id), "err", err) // the chain has moved on
		default:
			trouble = fmt.Errorf("challenge %d: %w", t.id, err)
			p.alert(t, err.Error())
		}
	}
	return false, trouble
}

// sit makes the move that is due at one table.
func (p *Player) sit(ctx context.Context, t *table) (moved bool, err error) {
	status, err := p.Account.Status(ctx, t.commitment)
	if err != nil || status == chain.StatusFinalised || status == chain.StatusVoided {
		return false, err
	}
	x, err := p.Account.Challenge(ctx, t.id)
	if err != nil || x.Status != chain.ChallengeOpened {
		return false, err
	}
	if moved, err := p.stepForward(ctx, t, x); moved || err != nil {
		return moved, err
	}
	switch x.Outcome {
	case match.OutcomeNone:
		if open, err := p.shouldOpen(ctx, t, x, status); !open || err != nil {
			return false, err
		}
		return p.open(ctx, t)
	case match.Running:
		return p.play(ctx, t, status)
	}
	return false, nil
}

// play makes the account's move in a running match, or concludes one that has ended.
func (p *Player) play(ctx context.Context, t *table, status chain.Status) (moved bool, err error) {
	m, err := p.Account.Match(ctx, t.id)
	if err != nil {
		return false, err
	}
	if m.Owner(t.side) != p.Owner {
		return false, fmt.Errorf("match %d: the %s is %s, not %s", t.id, t.side, m.Owner(t.side), p.Owner)
	}
	if m.Outcome != match.Running {
		return p.conclude(ctx, t, m.Outcome)
	}
	if status != chain.StatusPending {
		return false, nil // decided otherwise; what the clocks say of it now counts for nobody
	}
	now := p.Account.Now()
	if !concerns(m.Game, t.side, now) {
		return false, nil
	}
	if err := p.named(ctx); err != nil {
		return false, err
	}
	lists, err := p.lists(ctx, t)
	if err != nil {
		return false, err
	}
	solver := match.Solver{Side: t.side, Lists: lists, DatasetRoot: p.run.Facts.DatasetRoot}
	if moved, err := p.prove(ctx, t, m, solver, now); moved || err != nil {
		return moved, err
	}
	move, err := solver.Next(ctx, m.Game, now, t.posted)
	if move == nil || err != nil {
		return false, err
	}
	receipt, err := p.Account.Play(ctx, t.id, move)
	if err != nil {
		return false, err
	}
	delete(p.told, t.id)
	p.report(Event{Kind: Moved, Challenge: t.id, Commitment: t.commitment, Side: t.side, Phase: m.Phase, Move: NameOf(move), Gas: receipt.GasUsed, Fee: receipt.Fee})
	return true, nil
}

// named says whether the account's key may move for the owner.
//
// Errors: ErrNotNamed.
func (p *Player) named(ctx context.Context) error {
	if p.Owner == p.Account.Address() {
		return nil
	}
	key, err := p.Account.MoverOf(ctx, p.Owner)
	if err == nil && key != p.Account.Address() {
		err = fmt.Errorf("%w: %s moves for %s, this is %s", ErrNotNamed, key, p.Owner, p.Account.Address())
	}
	return err
}

// ErrNotNamed says that the owner named another key, or none.
var ErrNotNamed = errors.New("this key may not move for the owner")

// concerns says whether the side could have a move: what is another's turn needs no lists.
func concerns(g match.Game, side match.Side, now uint64) bool {
	switch {
	case g.Due == side, g.Phase == match.PhaseStart, g.Phase == match.PhaseLeaf:
		return true
	}
	return g.Late(now)
}

// lists returns the account's own lists, once they have been found to end in its own claim.
//
// Errors: ErrNotOurs.
func (p *Player) lists(ctx context.Context, t *table) (match.Provider, error) {
	lists, err := p.Lists.Lists(ctx, t.commitment)
	if err != nil || t.checked {
		return lists, err
	}
	if err := endsIn(ctx, lists, t.claim); err != nil {
		return nil, err
	}
	t.checked = true
	return lists, nil
}

// ErrNotOurs says that this machine doesn't compute what its account has claimed: it can't tell who is right, and moves nothing.
var ErrNotOurs = errors.New("own lists don't end in the own claim")

func (p *Player) conclude(ctx context.Context, t *table, outcome match.Outcome) (bool, error) {
	receipt, err := p.Account.Conclude(ctx, t.id)
	if chain.IsRevert(err) {
		return false, nil // somebody was faster, or it waits for a final root
	}
	if err != nil {
		return false, err
	}
	p.report(Event{Kind: Concluded, Challenge: t.id, Commitment: t.commitment, Side: t.side, Outcome: outcome, Gas: receipt.GasUsed, Fee: receipt.Fee})
	return true, nil
}
