package replica

import (
	"context"
	"errors"
	"fmt"
	"math"
	"sync"

	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/train/dataset"
	"github.com/commonweight/commonweight/train/engine"
	"github.com/commonweight/commonweight/train/program"
)

// ErrNoGoal says that the run's RunSpec sets no goal.
var ErrNoGoal = errors.New("the run has no goal")

// evaluation is what losses on the held-out data are computed with. It is opened when the first is asked for: most agents never need it.
//
// Concurrency: safe.
type evaluation struct {
	dir           string // as Options.Dir
	mu            sync.Mutex
	program       *program.Program // nil until it is open
	payload       *dataset.Payload
	first, second engine.Tracer
	losses        map[chain.Hash]float32 // by state root
	about         chain.Hash             // the commitment of the window that was asked for last
	window        *trace.Window
}

// GoalOf is what the chain calls the goal of a run with this program: a pot for it, in a coin, belongs to the run's goal only if it is this one.
//
// Errors: ErrNoGoal.
func GoalOf(run chain.RunID, p *program.Program, token chain.Address) (chain.Goal, error) {
	g := p.Spec.Goal
	if g == nil {
		return chain.Goal{}, ErrNoGoal
	}
	evaluation, err := program.CompileEvaluation(p.Spec)
	if err != nil {
		return chain.Goal{}, unknownf("the RunSpec's goal doesn't compile: %w", err)
	}
	target, _ := g.Target.Float()
	return chain.Goal{
		Run: run, ProgramRoot: chain.Hash(trace.ProgramRoot(evaluation)), DatasetRoot: chain.Hash(g.Dataset.Root),
		Target: math.Float32bits(target), Token: token,
	}, nil
}

// Goal is the run's goal, nil if it has none.
func (r *Replica) Goal() *program.Goal { return r.program.Spec.Goal }

// HeldOut returns the loss on the held-out data after a commitment: what two engines without a common code path find.
//
// Errors: ErrNoGoal; ErrUnknown, also if the two differ.
func (r *Replica) HeldOut(ctx context.Context, commitment chain.Hash) (float32, error) {
	s, err := r.After(ctx, commitment)
	if err != nil {
		return 0, err
	}
	r.evaluation.mu.Lock()
	defer r.evaluation.mu.Unlock()
	return r.heldOut(ctx, s)
}

// Evaluation returns what this machine holds to be true about the loss after a commitment: the window whose one step is the evaluation, and
// whose lists a match over that loss opens.
//
// Errors: as HeldOut.
func (r *Replica) Evaluation(ctx context.Context, commitment chain.Hash) (*trace.Window, error) {
	s, err := r.After(ctx, commitment)
	if err != nil {
		return nil, err
	}
	e := &r.evaluation
	e.mu.Lock()
	defer e.mu.Unlock()
	loss, err := r.heldOut(ctx, s)
	if err != nil || e.window != nil && e.about == commitment {
		return e.window, err
	}
	w, err := trace.NewWindow(trace.Source{Program: e.program, Payload: e.payload.Bytes(), Pre: s, Steps: 1, Tracer: e.first})
	if err != nil {
		return nil, fmt.Errorf("lists of the loss after %s: %w", commitment, err)
	}
	history, err := w.History(ctx)
	if err != nil {
		return nil, err
	}
	if want := trace.EvaluationRoot(loss); history[1] != want {
		return nil, unknownf("this machine contradicts itself: the loss after %s has the root %s, then %s", commitment, want, history[1])
	}
	e.about, e.window = commitment, w
	return w, nil
}

// heldOut is called with the lock.
func (r *Replica) heldOut(ctx context.Context, s *program.State) (float32, error) {
	e := &r.evaluation
	if err := r.openEvaluation(ctx); err != nil {
		return 0, err
	}
	root := r.Root(s)
	if loss, ok := e.losses[root]; ok {
		return loss, nil
	}
	loss, err := engine.Evaluate(ctx, e.first, e.program, s)
	if err != nil {
		return 0, err
	}
	again, err := engine.Evaluate(ctx, e.second, e.program, s)
	if err != nil {
		return 0, err
	}
	if math.Float32bits(loss) != math.Float32bits(again) {
		return 0, unknownf("this machine contradicts itself: %s gives a loss of %v, %s gives %v", e.first.Name(), loss, e.second.Name(), again)
	}
	e.losses[root] = loss
	return loss, nil
}

func (r *Replica) openEvaluation(ctx context.Context) error {
	e := &r.evaluation
	if e.program != nil {
		return nil
	}
	if r.Goal() == nil {
		return ErrNoGoal
	}
	p, err := program.CompileEvaluation(r.program.Spec)
	if err != nil {
		return unknownf("the RunSpec's goal doesn't compile: %w", err)
	}
	path, err := payloadPath(p.Spec.Dataset, e.dir)
	if err != nil {
		return err
	}
	payload, err := openPayload(ctx, r.store, p.Spec, path)
	if err != nil {
		return fmt.Errorf("held-out data: %w", err)
	}
	first, err := engine.OpenTracer(r.first.name(), p, payload.Bytes(), r.threads)
	if err != nil {
		return errors.Join(err, payload.Close())
	}
	second, err := engine.OpenTracer(r.second.name(), p, payload.Bytes(), r.threads)
	if err != nil {
		return errors.Join(err, first.Close(), payload.Close())
	}
	e.program, e.payload, e.first, e.second, e.losses = p, payload, first, second, map[chain.Hash]float32{}
	return nil
}

func (e *evaluation) close() error {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.program == nil {
		return nil
	}
	e.program, e.window = nil, nil
	return errors.Join(e.first.Close(), e.second.Close(), e.payload.Close())
}
