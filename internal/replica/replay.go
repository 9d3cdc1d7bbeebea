package replica

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/commonweight/commonweight/train/engine"
	"github.com/commonweight/commonweight/train/program"
)

// Step is called after each step of a replay with the state as it is then; it must neither keep nor change it. An error ends the replay.
type Step func(s *program.State) error

// recentSteps is how many step times are remembered.
const recentSteps = 8

// machine is an engine with its clock.
//
// Concurrency: one step at a time; who waits for a turn can be cancelled.
type machine struct {
	engine engine.Engine
	lacks  func(step uint64) error // says that a step can't be taken here
	turn   chan struct{}

	mu    sync.Mutex
	times []time.Duration // the newest last
}

func newMachine(e engine.Engine, lacks func(step uint64) error) *machine {
	return &machine{engine: e, lacks: lacks, turn: make(chan struct{}, 1)}
}

func (m *machine) replay(ctx context.Context, pre *program.State, steps int, after Step) (*program.State, error) {
	s := pre.Clone()
	if err := m.advance(ctx, s, steps, after); err != nil {
		return nil, err
	}
	return s, nil
}

// advance takes steps in place: at once where the engine keeps the state to itself meanwhile and nobody looks between them.
func (m *machine) advance(ctx context.Context, s *program.State, steps int, after Step) error {
	if w, ok := m.engine.(engine.Windowed); ok && after == nil && steps > 1 {
		return m.take(ctx, s, steps, func() error { return w.Steps(ctx, s, steps) })
	}
	for range steps {
		if err := m.take(ctx, s, 1, func() error { return m.engine.Step(ctx, s) }); err != nil {
			return err
		}
		if after == nil {
			continue
		}
		if err := after(s); err != nil {
			return err
		}
	}
	return nil
}

// take runs so many steps when it is their turn.
func (m *machine) take(ctx context.Context, s *program.State, steps int, run func() error) error {
	for i := range steps {
		if err := m.lacks(uint64(s.Clock) + uint64(i)); err != nil {
			return fmt.Errorf("step %d on %s: %w", int(s.Clock)+i, m.engine.Name(), err)
		}
	}
	select {
	case m.turn <- struct{}{}:
	case <-ctx.Done():
		return fmt.Errorf("step %d on %s: %w", s.Clock, m.engine.Name(), ctx.Err())
	}
	defer func() { <-m.turn }()
	begun := time.Now()
	if err := run(); err != nil {
		return fmt.Errorf("step %d on %s: %w", s.Clock, m.engine.Name(), err)
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.times = append(m.times, time.Since(begun)/time.Duration(steps))
	if len(m.times) > recentSteps {
		m.times = m.times[1:]
	}
	return nil
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
	return m.engine.Close()
}
