package challenger

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/keeper"
	"github.com/commonweight/commonweight/internal/replica"
)

// Judge says whether a commitment is right. replica.Replica does, by replaying it.
type Judge interface {
	Judge(ctx context.Context, commitment chain.Hash) replica.Verdict
}

// Config is what a challenger needs.
type Config struct {
	Account *chain.Account
	Run     chain.RunID
	Judge   Judge
	Report  Reporter
	Log     *slog.Logger
}

const (
	// margin is what must be left of a challenge period for a seal to be mined in it. Seconds of block time.
	margin = 2
	// inheritance is for how long after a start transactions of a predecessor are waited for. Seconds of block time.
	inheritance = 120
	// deaf is how long a node may show no new block before nothing is bonded on its word.
	deaf = time.Minute
)

// Run watches a run until the context ends, which is its only good end.
//
// Errors: those of the first reads, while the run's clocks aren't known yet. Later trouble is reported, and every new block is a new try.
func Run(ctx context.Context, config Config) error {
	a, err := newAgent(ctx, config)
	if err != nil {
		return err
	}
	a.serve(ctx)
	return nil
}

// agent is a challenger at work. All of it but config and run may be lost at any moment without consequence.
//
// Concurrency: one goroutine.
type agent struct {
	config Config
	log    *slog.Logger
	run    chain.Run
	base   chain.Hash // stands below window 0
	deaf   time.Duration
	start  uint64 // block time
	quiet  bool   // what a predecessor sent has been mined

	facts      map[chain.Hash]chain.Commitment // what is committed, by the hash that covers it
	verdicts   map[chain.Hash]*opinion
	challenges *register
	keeper     *keeper.Keeper
	windows    map[chain.Hash]uint64      // of all commitments in the log
	sealed     map[chain.ChallengeID]bool // the account's own in the log
	alerted    map[chain.Hash]string
}

func newAgent(ctx context.Context, config Config) (*agent, error) {
	run, err := config.Account.Run(ctx, config.Run)
	if err != nil {
		return nil, fmt.Errorf("watch run %d: %w", config.Run, err)
	}
	base, err := config.Account.Genesis(ctx, config.Run)
	if err != nil {
		return nil, fmt.Errorf("watch run %d: %w", config.Run, err)
	}
	a := &agent{
		config: config, log: config.Log.With("role", "fraud-proofer", "run", uint64(config.Run)), run: run, base: base,
		deaf: deaf, start: config.Account.Now(),
		facts: make(map[chain.Hash]chain.Commitment), verdicts: make(map[chain.Hash]*opinion),
		challenges: newRegister(config.Account), alerted: make(map[chain.Hash]string),
		windows: make(map[chain.Hash]uint64), sealed: make(map[chain.ChallengeID]bool),
	}
	if a.keeper, err = keeper.New(ctx, config.Account, config.Run, a.observe); err != nil {
		return nil, fmt.Errorf("watch run %d: %w", config.Run, err)
	}
	return a, nil
}

// serve makes what moves are due after each block, until the context ends.
func (a *agent) serve(ctx context.Context) {
	blocks := a.config.Account.Blocks(ctx)
	listen := time.NewTicker(a.deaf)
	defer listen.Stop()
	for {
		select {
		case _, open := <-blocks:
			if !open {
				return
			}
			a.settleDown(ctx)
		case <-listen.C:
			if a.config.Account.Silence() > a.deaf {
				a.alert(chain.Hash{}, 0, replica.Verdict{}, fmt.Sprintf("the node has shown no new block for more than %s: nothing can be challenged", a.deaf))
			}
		}
	}
}

// settleDown makes moves until none is due.
func (a *agent) settleDown(ctx context.Context) {
	for ctx.Err() == nil {
		moved, err := a.tick(ctx)
		if err != nil {
			a.trouble(ctx, "plan", err)
			return
		}
		if !moved {
			return
		}
	}
}

// tick makes the first move that is due and says whether it made one. Then everything is looked at again: the chain has moved on.
func (a *agent) tick(ctx context.Context) (moved bool, err error) {
	if a.config.Account.Silence() > a.deaf {
		return false, nil
	}
	mine, err := a.challenges.read(ctx, a.config.Run)
	if err != nil {
		return false, err
	}
	for _, phase := range []func(context.Context, []own) (bool, error){a.follow, a.watch, a.collect} {
		if moved, err := phase(ctx, mine); moved || err != nil {
			return moved, err
		}
	}
	return false, nil
}

// trouble writes down why a move failed. Refusals and transactions that weren't mined mean that the chain has moved on: the next tick plans
// again. Only money that is short needs a person.
func (a *agent) trouble(ctx context.Context, doing string, err error) {
	switch {
	case ctx.Err() != nil:
	case errors.Is(err, chain.ErrFunds):
		a.alert(chain.Hash{}, 0, replica.Verdict{}, fmt.Sprintf("%s: %v; send coins to %s", doing, err, a.config.Account.Address()))
	default:
		a.log.Warn("a move failed and is planned again", "doing", doing, "err", err)
	}
}
