package validator

import (
	"context"
	"log/slog"
	"math/big"
	"slices"

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
	// Juror is whose seats these are: the account if zero, else a contract wallet that takes the account's signature for its own (EIP-1271).
	Juror chain.Address
	// Judge returns the judge of a run, opened once and kept by the caller. While it fails, the run's cases are unknown.
	Judge  func(ctx context.Context, run chain.RunID) (Judge, error)
	Salts  *Salts
	Stake  *big.Int // wei; what is missing of it is staked at the start. nil leaves the stake alone
	Stance *Stance  // kept up to date for others; nil if nobody asks
	// Concerned is told of each run in which the account has a seat that isn't settled, with every block; it must not block. It may be nil.
	Concerned func(run chain.RunID)
	Report    Reporter
	Log       *slog.Logger
}

// Run serves as a validator until the context ends, which is its only good end.
//
// Errors: those of staking. Later trouble is reported, and every new block is a new try.
func Run(ctx context.Context, config Config) error {
	if config.Juror == (chain.Address{}) {
		config.Juror = config.Account.Address()
	}
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
	hand     hand
	opinions *replica.Opinions
	keepers  map[chain.RunID]*keeper.Keeper
}

func newJuror(config Config) *juror {
	a := &juror{
		config: config, reports: newReports(config.Report, config.Log), docket: newDocket(config.Account.Client, config.Account.Address(), config.Juror),
		hand:     hand{config.Account, config.Juror, config.Salts},
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
	a.opinions.Keep(func(hash chain.Hash) bool {
		return slices.ContainsFunc(seats, func(s seat) bool { return s.commitment == hash })
	})
	a.stand(seats)
	for _, s := range seats {
		moved, err := a.act(ctx, s)
		if err != nil {
			a.loop.Failed(ctx, "vote on "+s.commitment.Hex(), err)
			continue
		}
		if moved {
			return true, nil
		}
	}
	return a.collect(ctx, seats)
}

// stand brings the stance up to date.
func (a *juror) stand(seats []seat) {
	held := make(map[question]position)
	for _, s := range seats {
		if a.config.Concerned != nil {
			a.config.Concerned(s.file.Run)
		}
		p := a.position(s)
		if p.root == (chain.Hash{}) {
			continue
		}
		q := questionOf(s.about)
		if other, ok := held[q]; ok && other.root == p.root {
			p.stake.Add(p.stake, other.stake)
		}
		held[q] = p
	}
	if a.config.Stance != nil {
		a.config.Stance.take(held)
	}
}

// position is what a seat says: its ballot, or what this machine has found; the root is zero if neither.
func (a *juror) position(s seat) position {
	p := position{stake: new(big.Int)}
	if v := a.opinions.Of(s.commitment); known(v) {
		p.root = v.Root
	}
	switch s.Status {
	case chain.SeatStatusVoted:
		p.root = s.Root
		p.stake.Set(s.file.SeatStake)
	case chain.SeatStatusCommitted:
		p.stake.Set(s.file.SeatStake)
	}
	return p
}
