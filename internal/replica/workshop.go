package replica

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime"
	"sync"
	"time"

	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/train/engine"
	"github.com/commonweight/commonweight/train/program"
)

// workshop is where steps are taken: a program, its dataset and two engines without a common code path.
//
// Concurrency: safe for any number of goroutines; each engine takes one step at a time.
type workshop struct {
	program *program.Program
	payload payload
	leaves  *leaves // the payload, if it has holes

	first, second *machine
	threads       int
	falling       sync.Mutex // one replaces the engines at a time
}

func openWorkshop(p *program.Program, data payload, o Options) (*workshop, error) {
	w := &workshop{program: p, payload: data}
	w.leaves, _ = data.(*leaves)
	if o.Threads == 0 {
		o.Threads = runtime.NumCPU()
	}
	w.threads = o.Threads
	first, err := engine.Open(o.Engine, p, data.Bytes(), o.Threads)
	if err != nil {
		return w, errors.Join(err, w.Close())
	}
	w.first = newMachine(p, first, w.lacksStep)
	if engine.Optional(o.Engine) {
		w.first.replace = w.replace
	}
	second, err := engine.Open(engine.Second(first.Name()), p, data.Bytes(), o.Threads)
	if err != nil {
		return w, errors.Join(err, w.Close())
	}
	w.second = newMachine(p, second, w.lacksStep)
	return w, nil
}

// replace lets the processor do what a device failed at: the second engine becomes the first, and has another one beside it. What the device
// held is lost; it is closed when it answers.
func (w *workshop) replace(ctx context.Context, failed engine.Engine, why error) error {
	w.falling.Lock()
	defer w.falling.Unlock()
	if w.first.current() != failed {
		return nil // another replay was faster
	}
	for _, m := range []*machine{w.first, w.second} {
		if err := m.begins(ctx); err != nil {
			return errors.Join(why, err)
		}
		defer m.ends()
	}
	first := w.second.current()
	second, err := engine.Open(engine.Second(first.Name()), w.program, w.payload.Bytes(), w.threads)
	if err != nil {
		return fmt.Errorf("%w; and no engine can take its place: %w", why, err)
	}
	slog.Warn("the GPU is not used any more; the window begins again on the processor", "why", why, "engine", first.Name(), "second", second.Name())
	w.first.become(first, w.second.times)
	w.second.become(second, nil)
	go func() { _ = failed.Close() }() // a driver that has failed fails at closing too
	return nil
}

// Close stops the engines and unmaps the dataset.
func (w *workshop) Close() error {
	return errors.Join(w.first.close(), w.second.close(), w.payload.Close())
}

// Program is the run's step. Its Spec is the run's RunSpec.
func (w *workshop) Program() *program.Program { return w.program }

// Payload is the dataset.
func (w *workshop) Payload() []byte { return w.payload.Bytes() }

// Large says that a state takes so much memory that garbage of its size counts.
func (w *workshop) Large() bool { return stateWords(w.program) > smallState }

// Root returns the state root of a state of this run.
func (w *workshop) Root(s *program.State) chain.Hash { return rootOf(w.program, s) }

func rootOf(p *program.Program, s *program.State) chain.Hash {
	return chain.Hash(trace.StateRoot(p, s))
}

// Engines are the names of the engine that computes and of the one that is asked for a second opinion.
func (w *workshop) Engines() (first, second string) {
	return w.first.name(), w.second.name()
}

// StepTime is how long a step takes on the first engine: the mean of the last few, whoever asked for them. 0 before the first.
func (w *workshop) StepTime() time.Duration { return w.first.mean() }

// OnDevice says whether the first engine is a GPU.
func (w *workshop) OnDevice() bool { return isDevice(w.first.current()) }

// WindowTime is how long so many steps take on the first engine, and on a device the same steps once more (Repeat).
func (w *workshop) WindowTime(steps int) time.Duration {
	if w.OnDevice() {
		steps *= 2
	}
	return time.Duration(steps) * w.StepTime()
}

// SecondStepTime is StepTime of the second engine.
func (w *workshop) SecondStepTime() time.Duration { return w.second.mean() }

// Replay takes steps from pre on the first engine and returns the state after them. Pre stays as it is. After may be nil.
func (w *workshop) Replay(ctx context.Context, pre *program.State, steps int, after Step) (*program.State, error) {
	return w.first.replay(ctx, pre, false, steps, after)
}

// ReplaySecond does the same on an engine that shares no code path with the first.
func (w *workshop) ReplaySecond(ctx context.Context, pre *program.State, steps int, after Step) (*program.State, error) {
	return w.second.replay(ctx, pre, false, steps, after)
}

// Begin prepares a replay of a window on the first engine: from at, which pre became before, unless the engine fails; then from pre. Nobody may
// change either while it is in use.
func (w *workshop) Begin(pre, at *program.State) *Replay {
	r := w.first.begin(pre, false)
	r.at = at
	return r
}

// everyStep is asked of history for the roots of all steps.
func everyStep(int) bool { return true }

// history takes the steps of a window on the first engine, which may change the state that it is given, and hashes it at the end and after the steps that
// are wanted, counted from 0: a root may take as long as half a step.
func (w *workshop) history(ctx context.Context, s *program.State, preRoot chain.Hash, steps uint32, wanted func(step int) bool) (*History, error) {
	h := &History{Roots: make([]chain.Hash, steps+1), Losses: make([]float32, steps)}
	h.Roots[0] = preRoot
	var err error
	h.Post, err = w.first.replay(ctx, s, true, int(steps), func(r *Replay) (err error) {
		n := r.Done()
		h.Losses[n-1] = r.Loss()
		if n == int(steps) || wanted(n-1) {
			h.Roots[n], err = r.Root(ctx)
		}
		return err
	})
	return h, err
}

// compare says what a replay on the first engine means for a window's claim. Disagree needs the second engine to find the same other root.
func (w *workshop) compare(ctx context.Context, window uint64, pre *program.State, steps uint32, root, claimed chain.Hash) (Verdict, error) {
	v := Verdict{Root: root, Claimed: claimed}
	if root == claimed {
		v.Answer = Agree
		v.Reason = fmt.Sprintf("window %d: the same root", window)
		return v, nil
	}
	again, err := w.ReplaySecond(ctx, pre, int(steps), nil)
	if err != nil {
		return v, err
	}
	first, second := w.Engines()
	if other := w.Root(again); other != root {
		return v, unknownf("this machine contradicts itself: %s gives %s, %s gives %s", first, root, second, other)
	}
	v.Answer = Disagree
	v.Reason = fmt.Sprintf("window %d: %s on chain, %s by %s and by %s", window, claimed, root, first, second)
	return v, nil
}
