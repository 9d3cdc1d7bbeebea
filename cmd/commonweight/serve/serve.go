// Package serve puts a validator together: the juror, who decides cases; the auditor, who looks without having been asked; and the challengers that
// stand by what the two have found, from the same account. They never import one another.
package serve

import (
	"context"
	"errors"
	"log/slog"
	"math/big"
	"sync"
	"time"

	"github.com/commonweight/commonweight/fraudproof/auditor"
	"github.com/commonweight/commonweight/fraudproof/challenger"
	"github.com/commonweight/commonweight/fraudproof/validator"
	"github.com/commonweight/commonweight/internal/chain"
)

// retry is how long after a run's copy couldn't be opened it is tried again.
const retry = 30 * time.Second

// Replica is a verified copy of a run: auditor.Copy is one.
type Replica interface {
	validator.Judge
	auditor.Replica
}

// Config is what it takes to serve as a validator.
type Config struct {
	Account  *chain.Account
	Juror    chain.Address                                               // see validator.Config
	Replica  func(ctx context.Context, run chain.RunID) (Replica, error) // opened once and kept by the caller; safe for any number of goroutines
	Salts    *validator.Salts
	Stake    *big.Int // wei to have at stake; nil leaves it alone
	Ballots  validator.Reporter
	Audits   auditor.Reporter
	Disputes challenger.Reporter
	Log      *slog.Logger
}

// Validator serves until the context ends, which is its only good end.
//
// Errors: those of staking.
func Validator(ctx context.Context, config Config) error {
	ctx, stop := context.WithCancel(ctx)
	g := &guards{config: config, stance: validator.NewStance(config.Account), at: make(map[chain.RunID]bool)}
	defer g.crew.Wait()
	defer stop()
	g.crew.Add(1)
	go func() {
		defer g.crew.Done()
		auditor.Run(ctx, auditor.Config{
			Account: config.Account, Report: config.Audits, Log: config.Log,
			Replica: func(ctx context.Context, run chain.RunID) (auditor.Replica, error) { return config.Replica(ctx, run) },
			Wrong: func(c chain.Commitment, root chain.Hash) {
				g.stance.Found(c, root)
				g.post(ctx, c.Run)
			},
		})
	}()
	return validator.Run(ctx, validator.Config{
		Account: config.Account, Juror: config.Juror, Salts: config.Salts, Stake: config.Stake, Stance: g.stance, Report: config.Ballots, Log: config.Log,
		Judge:     func(ctx context.Context, run chain.RunID) (validator.Judge, error) { return config.Replica(ctx, run) },
		Concerned: func(run chain.RunID) { g.post(ctx, run) },
	})
}

// guards are challengers, one for each run in which the validator has a seat, or has found something wrong.
type guards struct {
	config Config
	stance *validator.Stance
	crew   sync.WaitGroup
	mu     sync.Mutex
	at     map[chain.RunID]bool
}

// post sets a guard at a run, once.
func (g *guards) post(ctx context.Context, run chain.RunID) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.at[run] || ctx.Err() != nil {
		return
	}
	g.at[run] = true
	g.crew.Add(1)
	go func() {
		defer g.crew.Done()
		g.stand(ctx, run)
	}()
}

// stand watches a run until the context ends.
func (g *guards) stand(ctx context.Context, run chain.RunID) {
	for ctx.Err() == nil {
		err := g.watch(ctx, run)
		if ctx.Err() != nil {
			return
		}
		g.config.Log.Warn("what contradicts this validator can't be challenged yet; trying again", "run", uint64(run), "err", err)
		select {
		case <-time.After(retry):
		case <-ctx.Done():
		}
	}
}

func (g *guards) watch(ctx context.Context, run chain.RunID) error {
	r, err := g.config.Replica(ctx, run)
	if err != nil {
		return err
	}
	err = challenger.Run(ctx, challenger.Config{
		Account: g.config.Account, Run: run, Judge: r, Lists: r, Scope: g.stance, Report: g.config.Disputes, Log: g.config.Log,
	})
	return errors.Join(err, ctx.Err())
}
