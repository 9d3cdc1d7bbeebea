package replica

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/train/engine"
	"github.com/commonweight/commonweight/train/program"
)

// ErrAgain says that the engine of a replay failed, that the processor has taken its place, and that the replay stands where it began:
// nothing that the failed one computed is used.
var ErrAgain = errors.New("the engine failed, and the replay begins again on another")

// Step is called after each step of a replay, which says where it stands. After ErrAgain it is called for the first steps once more. An error
// ends the replay.
type Step func(r *Replay) error

// Replay is a state that an engine takes forward step by step. It stays where the engine computes, and crosses only when it is asked for.
//
// Concurrency: one goroutine. Replays on one engine take turns, step by step.
type Replay struct {
	m      *machine
	pre    *program.State // nobody changes it, but an engine of the processor if it is the replay's own: that one is never replaced
	from   uint32         // its clock
	at     *program.State // where the first engine begins: pre, or what it became before this process
	own    bool
	engine engine.Engine
	window engine.Window // nil before the first step, and after ErrAgain
}

// begin prepares a replay of pre, which stays as it is unless the replay may have it. Nothing is computed.
func (m *machine) begin(pre *program.State, own bool) *Replay {
	return &Replay{m: m, pre: pre, from: pre.Clock, at: pre, own: own}
}

// Done is the number of steps from the state that the replay began with.
func (r *Replay) Done() int { return int(r.clock() - r.from) }

func (r *Replay) clock() uint32 {
	if r.window == nil {
		return r.at.Clock
	}
	return r.window.Clock()
}

// Loss is the last step's.
func (r *Replay) Loss() float32 {
	if r.window == nil {
		return r.at.Loss()
	}
	return r.window.Loss()
}

// Norm is the last step's.
func (r *Replay) Norm() float32 {
	if r.window == nil {
		return r.at.Norm()
	}
	return r.window.Norm()
}

// Step takes a step.
//
// Errors: ErrAgain; ErrUnknown if the batch isn't here; engine.Failed, if nothing can take the engine's place; the context's. Then the replay
// stands where it stood; if the context has ended, perhaps a step further.
func (r *Replay) Step(ctx context.Context) error {
	clock := r.clock()
	if err := r.m.lacks(uint64(clock)); err != nil {
		return fmt.Errorf("step %d on %s: %w", clock, r.m.name(), err)
	}
	return r.turn(ctx, func() error {
		begun := time.Now()
		err := r.window.Step(ctx)
		if err == nil {
			r.m.took(time.Since(begun))
		}
		return err
	})
}

// Root is the root of the state as it stands.
//
// Errors: as Step.
func (r *Replay) Root(ctx context.Context) (root chain.Hash, err error) {
	err = r.turn(ctx, func() error {
		p := r.m.program
		if h, ok := r.window.(engine.Hasher); ok && trace.HashOf(p.Spec) == merkle.SHA256 {
			roots, err := h.Roots(ctx)
			if err == nil {
				root = chain.Hash(trace.StateRootOf(p, roots))
			}
			return err
		}
		s, err := r.window.State(ctx)
		if err == nil {
			root = rootOf(p, s)
		}
		return err
	})
	return root, err
}

// State is the state as it stands. It is valid until the next step, and nobody may change it before the replay has ended.
//
// Errors: as Step.
func (r *Replay) State(ctx context.Context) (s *program.State, err error) {
	err = r.turn(ctx, func() (err error) {
		s, err = r.window.State(ctx)
		return err
	})
	return s, err
}

// End lets the engine forget the state.
func (r *Replay) End() {
	if r.window != nil {
		r.window.End()
		r.window = nil
	}
}

// Repeat takes the whole way a second time, if a device has computed it, and compares what it leads to: memory and wires may err once and
// report nothing. Meanwhile the processor would hardly have taken one step.
//
// Errors: as Step; the two differing is a failure of the engine.
func (r *Replay) Repeat(ctx context.Context, root chain.Hash) error {
	if r.engine == nil || !isDevice(r.engine) {
		return nil
	}
	twin := r.m.begin(r.pre, false)
	defer twin.End()
	for twin.Done() < r.Done() {
		if err := twin.Step(ctx); err != nil {
			return r.follow(err)
		}
	}
	second, err := twin.Root(ctx)
	if err != nil || second == root {
		return r.follow(err)
	}
	return r.fail(ctx, fmt.Errorf("%w: %d steps from one state led to %s and to %s", engine.ErrWrong, r.Done(), root, second))
}

// Contradicted tells that another engine found another root than this replay.
//
// Errors: ErrAgain, if it was a device that computed and the processor goes on; engine.Failed if it was one, and nothing may take its place; nil
// if it was the processor.
func (r *Replay) Contradicted(ctx context.Context, found string) error {
	if r.engine == nil || !isDevice(r.engine) {
		return nil
	}
	return r.fail(ctx, fmt.Errorf("%w: %s", engine.ErrWrong, found))
}

// follow begins again where a twin had to.
func (r *Replay) follow(err error) error {
	if errors.Is(err, ErrAgain) {
		r.restart()
	}
	return err
}

func isDevice(e engine.Engine) bool {
	_, ok := e.(engine.Keeper)
	return ok
}

// turn runs f when it is the replay's turn, with its window on the machine's engine. If that has been replaced meanwhile, or is replaced now, the
// replay begins again.
func (r *Replay) turn(ctx context.Context, f func() error) error {
	if err := r.m.begins(ctx); err != nil {
		return fmt.Errorf("step %d on %s: %w", r.clock(), r.m.name(), err)
	}
	err := r.within(f)
	r.m.ends()
	if engine.Failed(err) {
		return r.fail(ctx, fmt.Errorf("step %d on %s: %w", r.clock(), r.engine.Name(), err))
	}
	if err != nil && !errors.Is(err, ErrAgain) {
		return fmt.Errorf("step %d on %s: %w", r.clock(), r.engine.Name(), err)
	}
	return err
}

// within is called in the replay's turn.
func (r *Replay) within(f func() error) error {
	if now := r.m.current(); r.engine != now {
		replaced := r.engine != nil
		r.engine = now
		if replaced {
			r.restart()
			return ErrAgain
		}
	}
	if r.window == nil {
		w, err := engine.Begin(r.engine, r.at, r.own && r.at == r.pre)
		if err != nil {
			return err
		}
		r.window = w
	}
	return f()
}

// restart goes back to the state that the replay began with.
func (r *Replay) restart() {
	if r.window != nil {
		r.window.End()
	}
	r.window, r.at, r.engine = nil, r.pre, nil
}

// fail puts another engine in the place of the replay's.
//
// Errors: ErrAgain; why, if there is none.
func (r *Replay) fail(ctx context.Context, why error) error {
	if r.m.replace == nil {
		return why
	}
	if err := r.m.replace(ctx, r.engine, why); err != nil {
		return err
	}
	r.restart()
	return ErrAgain
}

// replay takes steps from pre and returns the state after them.
func (m *machine) replay(ctx context.Context, pre *program.State, own bool, steps int, after Step) (*program.State, error) {
	r := m.begin(pre, own)
	defer r.End()
	for {
		s, err := r.take(ctx, steps, after)
		if !errors.Is(err, ErrAgain) {
			return s, err
		}
	}
}

// take takes steps until so many are done.
func (r *Replay) take(ctx context.Context, steps int, after Step) (*program.State, error) {
	for r.Done() < steps {
		if err := r.Step(ctx); err != nil {
			return nil, err
		}
		if after == nil {
			continue
		}
		if err := after(r); err != nil {
			return nil, err
		}
	}
	return r.State(ctx)
}
