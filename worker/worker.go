package worker

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"sync"
	"sync/atomic"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/demander"
	"github.com/commonweight/commonweight/internal/keeper"
	"github.com/commonweight/commonweight/internal/player"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/commonweight/commonweight/train/engine"
	"github.com/commonweight/commonweight/train/program"
)

// Config is what a worker needs.
type Config struct {
	Account *chain.Account
	Replica *replica.Replica
	Dir     string // for the journal
	Report  Reporter
	Meter   Meter // may be nil
	Log     *slog.Logger

	// Prover, if there is one, proves the windows that are committed, while the next ones are computed.
	Prover Prover

	// Elements, if there is one, ends the matches of the account's commitments by proofs of elements.
	Elements player.Prover

	// Tamper, for tests and the demo only, spoils the state after a window before it is published.
	Tamper func(window uint64, post *program.State)
}

// withdrawEvery is how many blocks credit may lie in the Vault.
const withdrawEvery = 8

// retryHead is when a head that can't be built on is tried again; it may cost a replay.
const retryHead = 30 * time.Second

// Run works until every window of the run is final and all money is home, or until the context ends: then a window in progress is left to
// the next start if there is time for one, and given back if there isn't.
//
// Errors: chain.ErrFunds if the first bond can't be paid; replica.ErrUnknown if this machine contradicts itself; engine.Failed if a device fails that
// nothing else may replace; those of the first reads.
// Later trouble is logged, and every new block is a new try.
func Run(ctx context.Context, config Config) error {
	w, err := start(ctx, config)
	if err != nil {
		return fmt.Errorf("work on run %d: %w", config.Replica.ID(), err)
	}
	if err := w.run(ctx); err != nil {
		return fmt.Errorf("work on run %d: %w", config.Replica.ID(), err)
	}
	return nil
}

// worker is one at work.
//
// Concurrency: one goroutine plans and computes, one keeps, one defends, one proves.
type worker struct {
	Config
	terms   chain.Run
	self    chain.Address
	id      chain.RunID
	keeper  *keeper.Keeper
	player  *player.Player
	asker   *demander.Demander
	journal *journal
	fates   *fates
	after   func(context.Context, chain.Hash) (*program.State, error)                        // a commitment's state
	again   func(context.Context, *program.State, int, replica.Step) (*program.State, error) // replays for the second opinion

	quiet      bool          // what a predecessor sent has been mined
	started    uint64        // the block from which events are news
	owed       atomic.Bool   // the keeper still has something to bring home
	publishing time.Duration // how long it took last time
	committed  uint64        // block of the last commitment of ours
	fence      uint64        // of the lease that was reported
	waiting    string        // the reason that was reported
	measured   time.Time     // when this machine was last found too slow
	refused    chain.Hash    // a head whose state couldn't be had,
	refusedAt  time.Time     // when that was tried
}

func start(ctx context.Context, config Config) (*worker, error) {
	if config.Log == nil {
		config.Log = slog.Default()
	}
	if config.Report == nil {
		config.Report = toLog{config.Log}
	}
	if config.Meter == nil {
		config.Meter = unmeasured{}
	}
	w := &worker{
		Config: config, terms: config.Replica.Run(), self: config.Account.Address(), id: config.Replica.ID(),
		journal: openJournal(config.Dir, config.Account.Address(), config.Replica), started: config.Account.Latest().Number,
	}
	w.after, w.again = config.Replica.After, config.Replica.ReplaySecond
	w.fates = &fates{self: w.self, mine: make(map[chain.Hash]chain.Committed)}
	var err error
	if w.keeper, err = keeper.New(ctx, config.Account, w.id, w.follow); err != nil {
		return nil, err
	}
	w.player, err = player.New(ctx, player.Config{Account: config.Account, Run: w.id, Lists: config.Replica, Bytes: config.Replica, Prover: config.Elements, Log: config.Log, Report: w.played})
	if err != nil {
		return nil, err
	}
	w.asker, err = demander.New(ctx, demander.Config{Account: config.Account, Run: w.id, Keep: config.Replica, Log: config.Log})
	if err != nil {
		return nil, err
	}
	w.owed.Store(true)
	return w, config.Replica.Measure(ctx)
}

func (w *worker) run(ctx context.Context) error {
	keeping, stop := context.WithCancel(ctx)
	var kept sync.WaitGroup
	kept.Go(func() { w.keep(ctx, keeping) })
	kept.Go(func() { w.defend(ctx, keeping) })
	kept.Go(func() { w.prove(keeping) })
	defer func() {
		stop()
		kept.Wait()
	}()
	for block := range w.Account.Blocks(ctx) {
		done, err := w.tick(ctx, block)
		switch {
		case done:
			stop()
			kept.Wait()
			return w.withdraw(ctx)
		case errors.Is(err, replica.ErrUnknown), errors.Is(err, errBroke), engine.Failed(err):
			return err
		case err != nil && ctx.Err() == nil:
			w.Log.Warn("trying again with the next block", "run", uint64(w.id), "err", err)
		}
	}
	return errors.Join(ctx.Err(), w.farewell(ctx))
}

// keep brings money home while the other goroutine computes, until keeping ends; what it has begun by then it finishes.
func (w *worker) keep(ctx, keeping context.Context) {
	trouble := ""
	for block := range w.Account.Blocks(keeping) {
		_, err := w.keeper.Push(ctx)
		if err == nil {
			w.owed.Store(w.keeper.Waiting())
		}
		if err == nil && block.Number%withdrawEvery == 0 {
			err = w.withdraw(ctx)
		}
		if err == nil {
			trouble = ""
		} else if ctx.Err() == nil && err.Error() != trouble {
			trouble = err.Error()
			w.Log.Warn("keeping failed, trying again with every block", "run", uint64(w.id), "err", err)
		}
	}
}

func (w *worker) withdraw(ctx context.Context) error {
	amount, err := w.keeper.Withdraw(ctx)
	if amount.Sign() > 0 {
		w.Report.Report(Earned{amount})
	}
	return err
}

// tick does what the chain says is next, up to a whole window. Done: nothing is left to do in this run.
func (w *worker) tick(ctx context.Context, block chain.Block) (done bool, err error) {
	// What a predecessor sent may still be on its way and would change everything that is read here.
	if !w.quiet {
		if w.quiet, err = w.Account.Quiet(ctx); err != nil || !w.quiet {
			return false, err
		}
	}
	lease, err := w.Account.Lease(ctx, w.id)
	if err != nil {
		return false, err
	}
	if lease.Holder == w.self {
		if w.Account.Now() > lease.Deadline {
			w.wait("the lease has run out; it expires with the next block")
			return false, nil
		}
		return false, w.work(ctx, lease)
	}
	p, err := w.Account.Progress(ctx, w.id)
	if err != nil {
		return false, err
	}
	steps := w.stepsOf(p.HeadCount)
	if steps == 0 {
		w.wait("every window is committed, not all are final")
		return p.AnchorCount == p.HeadCount && !w.owed.Load() && !w.fates.pending(), nil
	}
	head, err := w.Account.Head(ctx, w.id)
	if err != nil {
		return false, err
	}
	if sound, err := w.holds(ctx, head); err != nil || !sound {
		return false, err
	}
	// Rationale: who has just committed lets one block pass. It holds the new head's state before anyone else can, would win every race,
	// and a run that hangs on a single worker stops with it.
	if block.Number <= w.committed {
		return false, nil
	}
	if reason, err := w.unready(ctx, lease, p, steps); err != nil || reason != "" {
		w.wait(reason)
		return false, err
	}
	return false, w.acquire(ctx, head)
}

// holds says whether this machine has the head's state, checked against the head's root. It is asked also while another computes: who has
// the next head's state already can take the lease in the first block.
func (w *worker) holds(ctx context.Context, head chain.Hash) (bool, error) {
	if head == w.refused && time.Since(w.refusedAt) < retryHead {
		return false, nil
	}
	_, err := w.after(ctx, head)
	if errors.Is(err, replica.ErrUnknown) {
		w.refused, w.refusedAt = head, time.Now()
		w.wait("can't build on the head: " + err.Error())
		return false, w.demand(ctx, head, err)
	}
	return err == nil, err
}

// demand asks on chain for what keeps this machine from building on the head.
func (w *worker) demand(ctx context.Context, head chain.Hash, lack error) error {
	missing := replica.MissingIn(lack)
	if missing == nil {
		return nil
	}
	if _, err := w.asker.Take(ctx); err != nil {
		return err
	}
	_, err := w.asker.Ask(ctx, head, *missing)
	return err
}

// wait reports why nothing is being computed, once.
func (w *worker) wait(reason string) {
	if reason != "" && reason != w.waiting {
		w.Report.Report(Waiting{reason})
	}
	w.waiting = reason
}

// stepsOf is the number of steps of a window; 0 beyond the run's end.
func (w *worker) stepsOf(window uint64) int {
	k := uint64(w.terms.Schedule.WindowSteps)
	first := window * k
	if first >= w.terms.Schedule.TotalSteps {
		return 0
	}
	return int(min(k, w.terms.Schedule.TotalSteps-first))
}

// rewardOf is what a window pays when it becomes final, in units of the reward token.
func (w *worker) rewardOf(window uint64) *big.Int {
	return new(big.Int).Mul(w.terms.Economy.Reward, big.NewInt(int64(w.stepsOf(window))))
}

// gasReserve is what must be left beside a bond, so that the commit can be paid: wei.
func (w *worker) gasReserve() *big.Int {
	const gas, tip = 2_000_000, 1_000_000_000
	price := new(big.Int).SetUint64(2*w.Account.Latest().BaseFee + tip)
	return price.Mul(price, big.NewInt(gas))
}
