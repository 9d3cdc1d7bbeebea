package claimant

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math"
	"slices"

	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/internal/agent"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/player"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/commonweight/commonweight/train/program"
)

// Replica says what the loss after a commitment is, and why; replica.Replica does.
type Replica interface {
	Program() *program.Program
	HeldOut(ctx context.Context, commitment chain.Hash) (float32, error)
	Evaluation(ctx context.Context, commitment chain.Hash) (*trace.Window, error)
}

// Config is what a claimant needs.
type Config struct {
	Account *chain.Account
	Run     chain.RunID
	Replica Replica
	Claims  bool        // claim what is reached; else only look after what is claimed
	Report  func(Event) // told what happens, in order; must not block; may be nil
	Log     *slog.Logger
}

// What keeps an account from claiming or contesting by hand.
var (
	// ErrNotReached says that the loss is above the target.
	ErrNotReached = errors.New("the goal isn't reached")
	// ErrAgree says that this machine finds the loss that is claimed.
	ErrAgree = errors.New("the claimed loss is right")
	// ErrNoPot says that there is no money waiting for the goal.
	ErrNoPot = errors.New("no pot is open for this goal")
	// ErrNoClaim says that there is no such claim on a pot of the run's goal.
	ErrNoClaim = errors.New("no such claim on the run's goal")
)

// Claimant looks after one account's part in a run's goal. All that it remembers may be lost at any moment without consequence.
//
// Concurrency: one goroutine.
type Claimant struct {
	Config
	goal    *program.Goal
	terms   chain.Goal // in the native coin
	run     chain.Run
	pots    []chain.Hash // in the native coin, then in the reward token
	duelist *player.Duelist

	known   map[chain.PledgeID]chain.Reading // of these pots
	past    map[chain.PledgeID]bool          // over, or of other pots
	objects map[chain.PledgeID]bool          // claims that the account has contested: one that it lost isn't contested again
	mine    []uint64                         // final windows of the account, as far as they were looked at
	scanned uint64
	losses  map[chain.Hash]uint32 // what this machine found, by commitment
	alerted agent.Told[chain.Hash]
}

// New returns a claimant.
//
// Errors: replica.ErrNoGoal.
func New(ctx context.Context, config Config) (*Claimant, error) {
	p := config.Replica.Program()
	goal, err := replica.GoalOf(config.Run, p, chain.Native)
	if err != nil {
		return nil, fmt.Errorf("goal of run %d: %w", config.Run, err)
	}
	run, err := config.Account.Run(ctx, config.Run)
	if err != nil {
		return nil, fmt.Errorf("goal of run %d: %w", config.Run, err)
	}
	if config.Report == nil {
		config.Report = func(Event) {}
	}
	c := &Claimant{
		Config: config, goal: p.Spec.Goal, terms: goal, run: run, duelist: player.NewDuelist(config.Account, config.Run), known: map[chain.PledgeID]chain.Reading{}, past: map[chain.PledgeID]bool{},
		objects: map[chain.PledgeID]bool{}, losses: map[chain.Hash]uint32{}, alerted: agent.Told[chain.Hash]{},
	}
	tokens := []chain.Address{chain.Native}
	if token := run.Economy.RewardToken; token != chain.Native {
		tokens = append(tokens, token)
	}
	for _, token := range tokens {
		goal.Token = token
		c.pots = append(c.pots, config.Account.PotOf(goal))
	}
	return c, nil
}

// Goal is the run's goal as the chain has it, in the native coin.
func (c *Claimant) Goal() chain.Goal { return c.terms }

// Pots are the ids of the pots that the run's goal may have.
func (c *Claimant) Pots() []chain.Hash { return c.pots }

// Tick makes the first move that is due and says whether it made one.
func (c *Claimant) Tick(ctx context.Context) (moved bool, err error) {
	readings, err := c.readings(ctx)
	if err != nil {
		return false, fmt.Errorf("goal of run %d: %w", c.Run, err)
	}
	for _, phase := range []func(context.Context, []entry) (bool, error){c.duels, c.contest, c.settle, c.claim, c.collect} {
		moved, err := phase(ctx, readings)
		if chain.IsRevert(err) || errors.Is(err, chain.ErrNotMined) {
			c.Log.Info("a move was refused and is planned again", "run", uint64(c.Run), "err", err) // the chain has moved on
			return false, nil
		}
		if moved || err != nil {
			return moved, err
		}
	}
	return false, nil
}

// entry is a claim or contest on one of the pots.
type entry struct {
	id chain.PledgeID
	chain.Reading
	pledge chain.Pledge
}

// isClaim says that it contests nothing.
func (e entry) isClaim() bool { return e.Against == 0 }

func (c *Claimant) own(e entry) bool { return e.pledge.Owner == c.Account.Address() }

// readings lists what is said of the pots and isn't over, by id.
func (c *Claimant) readings(ctx context.Context) ([]entry, error) {
	n, err := c.Account.GoalPledges(ctx)
	if err != nil {
		return nil, err
	}
	var list []entry
	for id := chain.PledgeID(1); id <= n; id++ {
		if c.past[id] {
			continue
		}
		r, err := c.Account.Reading(ctx, id)
		if err != nil {
			return nil, err
		}
		pledge, err := c.Account.GoalPledge(ctx, id)
		if err != nil {
			return nil, err
		}
		if before, ok := c.known[id]; ok && before != r {
			clear(c.past) // a reorganisation: ids mean something else
			clear(c.known)
			clear(c.objects)
		}
		if pledge.Owner == c.Account.Address() && r.Against != 0 {
			c.objects[r.Against] = true
		}
		over := pledge.Status == chain.PledgeSettled || pledge.Status == chain.PledgeDefeated && pledge.Duels == 0
		if !slices.Contains(c.pots, r.Pot) || over {
			c.past[id] = true
			continue
		}
		c.known[id] = r
		list = append(list, entry{id, r, pledge})
	}
	return list, nil
}

// loss is what this machine finds at a key frame.
//
// Errors: replica.ErrUnknown.
func (c *Claimant) loss(ctx context.Context, commitment chain.Hash) (uint32, error) {
	if word, ok := c.losses[commitment]; ok {
		return word, nil
	}
	loss, err := c.Replica.HeldOut(ctx, commitment)
	if err != nil {
		return 0, err
	}
	word := math.Float32bits(loss)
	c.losses[commitment] = word
	c.report(Event{Kind: Evaluated, Commitment: commitment, Word: word})
	return word, nil
}

// judged is loss, but what can't be told alerts instead.
func (c *Claimant) judged(ctx context.Context, commitment chain.Hash) (word uint32, ok bool, err error) {
	word, err = c.loss(ctx, commitment)
	if errors.Is(err, replica.ErrUnknown) {
		c.alert(commitment, err.Error())
		return 0, false, nil
	}
	return word, err == nil, err
}
