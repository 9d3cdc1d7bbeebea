package validator

import (
	"context"
	"log/slog"
	"math/big"

	"github.com/commonweight/commonweight/internal/agent"
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
	Salts  *Salts
	Stake  *big.Int // wei; what is missing of it is staked at the start. nil leaves the stake alone
	Report Reporter
	Log    *slog.Logger
}

// Run serves as a validator until the context ends, which is its only good end.
//
// Errors: those of staking. Later trouble is reported, and every new block is a new try.
func Run(ctx context.Context, config Config) error {
	a := newJuror(config)
	if config.Stake != nil {
		if err := a.ensureStake(ctx); err != nil {
			return err
		}
	}
	a.loop.Run(ctx)
	return nil
}

// juror is a validator at work. All of it but config may be lost at any moment without consequence.
//
// Concurrency: one goroutine.
type juror struct {
	config Config
	*reports
	loop     *agent.Loop
	docket   *docket
	opinions *replica.Opinions
	keepers  map[chain.RunID]*keeper.Keeper
}

func newJuror(config Config) *juror {
	a := &juror{
		config: config, reports: newReports(config.Report, config.Log), docket: newDocket(config.Account),
		opinions: replica.NewOpinions(), keepers: make(map[chain.RunID]*keeper.Keeper),
	}
	a.loop = &agent.Loop{Account: config.Account, Deaf: agent.Deaf, Move: a.tick, Muted: "no ballot can be cast", Log: a.log,
		Alert: func(text string) { a.alert(0, chain.Hash{}, text) }}
	return a
}

// tick makes the first move that is due and says whether it made one.
func (a *juror) tick(ctx context.Context) (moved bool, err error) {
	seats, err := a.docket.read(ctx)
	if err != nil {
		return false, err
	}
	a.opinions.Keep(func(hash chain.Hash) bool { _, ok := seats[hash]; return ok })
	for hash, s := range seats {
		moved, err := a.act(ctx, hash, s)
		if err != nil {
			a.loop.Failed(ctx, "vote on "+hash.Hex(), err)
			continue
		}
		if moved {
			return true, nil
		}
	}
	return a.collect(ctx, seats)
}
