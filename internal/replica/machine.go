package replica

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/train/engine"
	"github.com/commonweight/commonweight/train/program"
)

// recentSteps is how many step times are remembered.
const recentSteps = 8

// machine is an engine with its clock.
//
// Concurrency: one step at a time; who waits for a turn can be cancelled.
type machine struct {
	program *program.Program
	lacks   func(step uint64) error // says that a step can't be taken here
	turns   chan struct{}

	// replace puts another engine in the place of one that failed, or says why it can't: nil where none may.
	replace func(ctx context.Context, failed engine.Engine, why error) error

	mu     sync.Mutex
	engine engine.Engine
	times  []time.Duration // the newest last
}

func newMachine(p *program.Program, e engine.Engine, lacks func(step uint64) error) *machine {
	return &machine{program: p, engine: e, lacks: lacks, turns: make(chan struct{}, 1)}
}

func (m *machine) begins(ctx context.Context) error {
	select {
	case m.turns <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (m *machine) ends() { <-m.turns }

func (m *machine) current() engine.Engine {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.engine
}

func (m *machine) name() string { return m.current().Name() }

// become is called in the machine's turn.
func (m *machine) become(e engine.Engine, times []time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.engine, m.times = e, times
}

// took remembers how long a step was.
func (m *machine) took(d time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.times = append(m.times, d)
	if len(m.times) > recentSteps {
		m.times = m.times[1:]
	}
}

// mean is over the last few steps.
func (m *machine) mean() time.Duration {
	m.mu.Lock()
	defer m.mu.Unlock()
	var sum time.Duration
	for _, t := range m.times {
		sum += t
	}
	return sum / time.Duration(max(len(m.times), 1))
}

func (m *machine) close() error {
	if m == nil {
		return nil
	}
	return m.current().Close()
}

// Step implements trace.Stepper. An engine that fails leaves the state as it was: the next goes on from there.
func (m *machine) Step(ctx context.Context, s *program.State) error {
	for {
		if err := m.lacks(uint64(s.Clock)); err != nil {
			return fmt.Errorf("step %d on %s: %w", s.Clock, m.name(), err)
		}
		if err := m.begins(ctx); err != nil {
			return fmt.Errorf("step %d on %s: %w", s.Clock, m.name(), err)
		}
		e, begun := m.current(), time.Now()
		err := e.Step(ctx, s)
		if err == nil {
			m.took(time.Since(begun))
		}
		m.ends()
		if err == nil {
			return nil
		}
		err = fmt.Errorf("step %d on %s: %w", s.Clock, e.Name(), err)
		if !engine.Failed(err) || m.replace == nil {
			return err
		}
		if err := m.replace(ctx, e, err); err != nil {
			return err
		}
	}
}

// Run implements trace.Runner.
func (m *machine) Run(ctx context.Context, pre *program.State, own bool, steps int, after func(n int, now trace.Now) error) (*program.State, error) {
	return m.replay(ctx, pre, own, steps, func(r *Replay) error { return after(r.Done(), now{r}) })
}

// now is a replay as the lists see it.
type now struct{ *Replay }

func (n now) Root(ctx context.Context) (merkle.Hash, error) {
	root, err := n.Replay.Root(ctx)
	return merkle.Hash(root), err
}
