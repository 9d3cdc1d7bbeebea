package validator

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/keeper"
	"github.com/commonweight/commonweight/internal/replica"
)

// Judge says whether a commitment is right. replica.Replica does, by replaying it.
type Judge interface {
	Judge(ctx context.Context, commitment chain.Hash) replica.Verdict
}

// Config is what a validator needs.
type Config struct {
	Account *chain.Account
	// Judge returns the judge of a run, opened once and kept by the caller. While it fails, the run's cases are unknown.
	Judge  func(ctx context.Context, run chain.RunID) (Judge, error)
	Stake  *big.Int // wei; what is missing of it is staked at the start. nil leaves the stake alone
	Report Reporter
	Log    *slog.Logger
}

// deaf is how long a node may show no new block before no ballot is cast on its word.
const deaf = time.Minute

// Run serves as a validator until the context ends, which is its only good end.
//
// Errors: those of staking. Later trouble is reported, and every new block is a new try.
func Run(ctx context.Context, config Config) error {
	a := newAgent(config)
	if config.Stake != nil {
		if err := a.ensureStake(ctx); err != nil {
			return err
		}
	}
	a.serve(ctx)
	return nil
}

// agent is a validator at work. All of it but config may be lost at any moment without consequence.
//
// Concurrency: one goroutine.
type agent struct {
	config Config
	*reports
	deaf     time.Duration
	docket   *docket
	opinions map[chain.Hash]*opinion
	keepers  map[chain.RunID]*keeper.Keeper
}

func newAgent(config Config) *agent {
	return &agent{
		config: config, deaf: deaf, reports: newReports(config.Report, config.Log), docket: newDocket(config.Account),
		opinions: make(map[chain.Hash]*opinion), keepers: make(map[chain.RunID]*keeper.Keeper),
	}
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
				a.alert(0, chain.Hash{}, fmt.Sprintf("the node has shown no new block for more than %s: no ballot can be cast", a.deaf))
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
	seats, err := a.docket.read(ctx)
	if err != nil {
		return false, err
	}
	for hash := range a.opinions {
		if _, ok := seats[hash]; !ok {
			delete(a.opinions, hash)
		}
	}
	for hash, s := range seats {
		moved, err := a.act(ctx, hash, s)
		if err != nil {
			a.trouble(ctx, "vote on "+hash.Hex(), err)
			continue
		}
		if moved {
			return true, nil
		}
	}
	return a.collect(ctx, seats)
}

// trouble writes down why a move failed. Refusals and transactions that weren't mined mean that the chain has moved on: the next tick plans
// again. Only money that is short needs a person.
func (a *agent) trouble(ctx context.Context, doing string, err error) {
	switch {
	case ctx.Err() != nil:
	case errors.Is(err, chain.ErrFunds):
		a.alert(0, chain.Hash{}, fmt.Sprintf("%s: %v; send coins to %s", doing, err, a.config.Account.Address()))
	default:
		a.log.Warn("a move failed and is planned again", "doing", doing, "err", err)
	}
}
