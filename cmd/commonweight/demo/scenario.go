package demo

import (
	"context"
	"errors"
	"fmt"
	"math"
	"sync"
	"time"

	"github.com/commonweight/commonweight/cmd/commonweight/serve"
	"github.com/commonweight/commonweight/fraudproof/auditor"
	"github.com/commonweight/commonweight/fraudproof/challenger"
	"github.com/commonweight/commonweight/fraudproof/validator"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/keeper"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/commonweight/commonweight/train/program"
	"github.com/commonweight/commonweight/worker"
)

// lieAt is the first window the liar may lie about.
const lieAt = 8

// patience bounds the whole play: longer means that somebody waits for ever.
const patience = 12 * time.Minute

// play runs the story to its end on a stage.
//
//	act 1  alice and mallory train; validators and a fraud-proofer watch
//	act 2  on a true head, ivan takes the lease and goes idle while grace challenges the truth
//	act 3  mallory flips one bit; alice builds on it; faythe objects, the jury votes, the head rolls back
//	act 4  alice trains to the end; all is settled and withdrawn
func play(ctx context.Context, s *stage, w *world, losses *lossBook) error {
	ctx, stop := context.WithTimeoutCause(ctx, patience, fmt.Errorf("the demo did not end within %s; see demo.log", patience))
	defer stop()
	c := &company{stage: s, world: w, losses: losses}
	ctx, c.fail = context.WithCancelCause(ctx)
	defer c.leave()

	c.start(ctx, func(ctx context.Context) error { return w.follow(ctx, s.client, s.run) })
	for _, a := range s.actors {
		if a.role == "validator" {
			c.validate(ctx, a)
		}
	}
	c.watch(ctx, s.actor(nameProofer), nil)
	c.world.act("act 1: training begins")
	c.work(ctx, s.actor(nameHonest), nil)
	if err := w.until(ctx, func(w *world) bool { return len(w.commits) > 0 }); err != nil {
		return err
	}

	c.world.act("act 2: " + nameIdler + " takes the lease and does nothing, " + nameGriefer + " challenges the truth")
	first := w.first()
	c.watch(ctx, s.actor(nameGriefer), griefer{target: first})
	if err := c.idle(ctx, s.actor(nameIdler)); err != nil {
		return err
	}
	if err := w.until(ctx, func(w *world) bool { return len(w.expired) > 0 && w.verdicts[first] != 0 }); err != nil {
		return err
	}

	c.world.act("act 3: " + nameLiar + " joins, and flips the last bit of one weight from window " + fmt.Sprint(lieAt) + " on")
	lie := &lie{}
	lying, caught := context.WithCancel(ctx)
	defer caught()
	c.work(lying, s.actor(nameLiar), lie.tamper)
	if err := w.until(ctx, func(w *world) bool { return len(w.back) > 0 }); err != nil {
		return err
	}
	caught()
	c.keep(ctx, s.actor(nameLiar))

	c.world.act("act 4: training goes on from the last true state")
	windows := uint64(len(windowsOf(s.plan.Spec)))
	if err := w.until(ctx, func(w *world) bool { return uint64(len(w.final)) == windows && w.quiet() }); err != nil {
		return err
	}
	_, err := s.actor(nameAuthor).account.ReclaimAttention(ctx, s.run) // what no auditor earned
	return err
}

// company is the actors at work.
type company struct {
	*stage
	world  *world
	losses *lossBook
	fail   context.CancelCauseFunc
	crew   sync.WaitGroup
}

// start runs one actor's part until the context ends; an error of its own ends the play.
func (c *company) start(ctx context.Context, part func(context.Context) error) {
	c.crew.Add(1)
	go func() {
		defer c.crew.Done()
		if err := part(ctx); err != nil && ctx.Err() == nil {
			c.fail(err)
		}
	}()
}

// leave ends every part and waits for it.
func (c *company) leave() {
	c.fail(context.Canceled)
	c.crew.Wait()
}

func (c *company) work(ctx context.Context, a *actor, tamper func(uint64, *program.State)) {
	c.start(ctx, func(ctx context.Context) error {
		return worker.Run(ctx, worker.Config{Account: a.account, Replica: a.replica, Dir: a.dir, Log: c.logger(a), Tamper: tamper,
			Report: workerReports{c, a}})
	})
}

func (c *company) watch(ctx context.Context, a *actor, judge challenger.Judge) {
	if judge == nil {
		judge = a.replica
	}
	c.start(ctx, func(ctx context.Context) error {
		return challenger.Run(ctx, challenger.Config{Account: a.account, Run: c.run, Judge: judge, Lists: a.replica, Log: c.logger(a),
			Report: proofReports{}})
	})
}

func (c *company) validate(ctx context.Context, a *actor) {
	own := func(context.Context, chain.RunID) (serve.Replica, error) {
		return auditor.Copy{Replica: a.replica}, nil
	}
	c.start(ctx, func(ctx context.Context) error {
		salts, err := validator.OpenSalts(ctx, a.account, a.account.Address(), a.account.Client, "")
		if err != nil {
			return err
		}
		return serve.Validator(ctx, serve.Config{Account: a.account, Replica: own, Salts: salts, Stake: c.stake, Log: c.logger(a),
			Ballots: voteReports{}, Audits: auditReports{}, Disputes: proofReports{}})
	})
}

// keep brings the money of an actor home who has stopped working.
func (c *company) keep(ctx context.Context, a *actor) {
	c.start(ctx, func(ctx context.Context) error {
		k, err := keeper.New(ctx, a.account, c.run, nil)
		if err != nil {
			return err
		}
		for range a.account.Blocks(ctx) {
			if _, err := k.Push(ctx); err != nil {
				c.logger(a).Warn("trying again with the next block", "err", err)
			}
		}
		return nil
	})
}

// idle takes the lease as soon as it is free, and does nothing with it.
func (c *company) idle(ctx context.Context, a *actor) error {
	for range a.account.Blocks(ctx) {
		head, err := a.account.Head(ctx, c.run)
		if err != nil {
			return err
		}
		_, _, err = a.account.Acquire(ctx, c.run, head)
		if err == nil {
			c.world.display.line(a.name + " holds the lease and goes to sleep")
			return nil
		}
		if !chain.IsRevert(err) { // a revert: somebody else was faster
			return err
		}
	}
	return context.Cause(ctx)
}

// griefer is the judge of a challenger who says that one true commitment is wrong.
type griefer struct{ target chain.Hash }

func (g griefer) Judge(_ context.Context, commitment chain.Hash) replica.Verdict {
	if commitment != g.target {
		return replica.Verdict{Answer: replica.Agree, Reason: "not my business"}
	}
	return replica.Verdict{Answer: replica.Disagree, Root: chain.Hash{31: 0xbd}, Reason: "because I say so"}
}

// lie flips the last bit of one weight, once.
type lie struct{ told sync.Once }

func (l *lie) tamper(window uint64, post *program.State) {
	if window < lieAt {
		return
	}
	l.told.Do(func() {
		weight := &post.Tensors[0][0]
		*weight = math.Float32frombits(math.Float32bits(*weight) ^ 1)
	})
}

// lossBook remembers the losses that workers computed, by window and worker.
//
// Concurrency: safe for any number of goroutines.
type lossBook struct {
	mu    sync.Mutex
	steps map[bookKey]map[uint64]float32
}

type bookKey struct {
	worker chain.Address
	window uint64
}

func newLossBook() *lossBook { return &lossBook{steps: make(map[bookKey]map[uint64]float32)} }

func (b *lossBook) note(worker chain.Address, e worker.Stepped) {
	b.mu.Lock()
	defer b.mu.Unlock()
	key := bookKey{worker, e.Window}
	if b.steps[key] == nil {
		b.steps[key] = make(map[uint64]float32)
	}
	b.steps[key][e.Step] = e.Loss
}

// of returns the losses of a window's steps as its committer computed them.
func (b *lossBook) of(committed chain.Committed, first uint64) []float32 {
	b.mu.Lock()
	defer b.mu.Unlock()
	var losses []float32
	for i := range uint64(committed.Steps) {
		losses = append(losses, b.steps[bookKey{committed.Committer, committed.Window}][first+i])
	}
	return losses
}

// workerReports passes losses to the display and the book.
type workerReports struct {
	company *company
	actor   *actor
}

func (r workerReports) Report(e worker.Event) {
	if step, ok := e.(worker.Stepped); ok {
		r.company.losses.note(r.actor.account.Address(), step)
		r.company.world.display.status(func(s *status) { s.loss = float64(step.Loss) })
	}
}

// The chain's log tells the audience enough of the others.
type (
	proofReports struct{}
	voteReports  struct{}
	auditReports struct{}
)

func (proofReports) Report(challenger.Event) {}
func (voteReports) Report(validator.Event)   {}
func (auditReports) Report(auditor.Event)    {}

// ErrBroken ends a demo whose promises did not hold.
var ErrBroken = errors.New("a promise did not hold")
