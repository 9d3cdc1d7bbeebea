package challenger

import (
	"context"
	"fmt"
	"log/slog"

	"github.com/commonweight/commonweight/internal/agent"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/demander"
	"github.com/commonweight/commonweight/internal/keeper"
	"github.com/commonweight/commonweight/internal/player"
	"github.com/commonweight/commonweight/internal/replica"
)

// Judge says whether a commitment is right. replica.Replica does, by replaying it.
type Judge interface {
	Judge(ctx context.Context, commitment chain.Hash) replica.Verdict
}

// Bytes is this machine's copy of what has to be available; replica.Replica is one.
type Bytes interface {
	demander.Keep
	// KeyFrame says whether the checkpoint of a window must stay available.
	KeyFrame(window uint64) bool
	// Published fetches a commitment's checkpoint and checks it.
	Published(ctx context.Context, commitment chain.Hash) error
}

// Scope narrows a challenger down to what another agent of the same account stands by: a validator's does. That agent pushes the run on and
// brings the money home.
type Scope interface {
	// Concerns says whether a window is to be judged.
	Concerns(hash chain.Hash, c chain.Commitment) bool
	// Worth says whether a window whose right root is another is to be challenged now, and the reason in words.
	Worth(ctx context.Context, hash chain.Hash, c chain.Commitment, root chain.Hash) (worth bool, reason string, err error)
}

// Config is what a challenger needs.
type Config struct {
	Account *chain.Account
	Run     chain.RunID
	Judge   Judge
	Scope   Scope        // nil: every window is judged, every wrong one challenged, and the run pushed on
	Lists   player.Lists // for arithmetic; nil leaves matches to others
	Bytes   Bytes        // for demands; nil makes none
	Report  Reporter
	Log     *slog.Logger
}

const (
	// margin is what must be left of a challenge period for a seal to be mined in it. Seconds of block time.
	margin = 2
	// inheritance is for how long after a start transactions of a predecessor are waited for. Seconds of block time.
	inheritance = 120
)

// Run watches a run until the context ends, which is its only good end.
//
// Errors: those of the first reads, while the run's clocks aren't known yet. Later trouble is reported, and every new block is a new try.
func Run(ctx context.Context, config Config) error {
	a, err := newProofer(ctx, config)
	if err != nil {
		return err
	}
	a.loop.Run(ctx)
	return nil
}

// proofer is a challenger at work. All of it but config and run may be lost at any moment without consequence.
//
// Concurrency: one goroutine.
type proofer struct {
	config Config
	loop   *agent.Loop
	log    *slog.Logger
	run    chain.Run
	base   chain.Hash // stands below window 0
	start  uint64     // block time
	quiet  bool       // what a predecessor sent has been mined

	facts      map[chain.Hash]chain.Commitment // what is committed, by the hash that covers it
	opinions   *replica.Opinions
	challenges *register
	keeper     *keeper.Keeper
	player     *player.Player     // nil without lists
	demander   *demander.Demander // nil without bytes
	published  map[chain.Hash]*publication
	windows    map[chain.Hash]uint64      // of all commitments in the log
	sealed     map[chain.ChallengeID]bool // the account's own in the log
	alerted    agent.Told[chain.Hash]
}

func newProofer(ctx context.Context, config Config) (*proofer, error) {
	run, err := config.Account.Run(ctx, config.Run)
	if err != nil {
		return nil, fmt.Errorf("watch run %d: %w", config.Run, err)
	}
	base, err := config.Account.Genesis(ctx, config.Run)
	if err != nil {
		return nil, fmt.Errorf("watch run %d: %w", config.Run, err)
	}
	a := &proofer{
		config: config, log: config.Log.With("role", "fraud-proofer", "run", uint64(config.Run)), run: run, base: base,
		start: config.Account.Now(),
		facts: make(map[chain.Hash]chain.Commitment), opinions: replica.NewOpinions(),
		challenges: newRegister(config.Account, config.Run), alerted: make(agent.Told[chain.Hash]),
		windows: make(map[chain.Hash]uint64), sealed: make(map[chain.ChallengeID]bool), published: make(map[chain.Hash]*publication),
	}
	if a.keeper, err = keeper.New(ctx, config.Account, config.Run, a.observe); err != nil {
		return nil, fmt.Errorf("watch run %d: %w", config.Run, err)
	}
	if config.Lists != nil {
		a.player, err = player.New(ctx, player.Config{
			Account: config.Account, Run: config.Run, Lists: config.Lists, Log: a.log, Report: a.played,
		})
		if err != nil {
			return nil, fmt.Errorf("watch run %d: %w", config.Run, err)
		}
	}
	if config.Bytes != nil {
		a.demander, err = demander.New(ctx, demander.Config{Account: config.Account, Run: config.Run, Keep: config.Bytes, Log: a.log, Report: a.demanded})
		if err != nil {
			return nil, fmt.Errorf("watch run %d: %w", config.Run, err)
		}
	}
	a.loop = &agent.Loop{Account: config.Account, Deaf: agent.Deaf, Move: a.tick, Muted: "nothing can be challenged", Log: a.log,
		Alert: func(text string) { a.alert(chain.Hash{}, 0, replica.Verdict{}, text) }}
	return a, nil
}

// tick makes the first move that is due and says whether it made one.
func (a *proofer) tick(ctx context.Context) (moved bool, err error) {
	mine, err := a.challenges.read(ctx)
	if err != nil {
		return false, err
	}
	for _, phase := range []func(context.Context, []own) (bool, error){a.follow, a.play, a.watch, a.demand, a.collect} {
		if moved, err := phase(ctx, mine); moved || err != nil {
			return moved, err
		}
	}
	return false, nil
}
