package replica

import (
	"context"
	"errors"
	"testing"

	"github.com/commonweight/commonweight/train/program"
)

// counted is an engine that only counts, and takes windows if it is asked for them.
type counted struct {
	steps, windows int
	err            error
}

func (c *counted) Name() string { return "counted" }
func (c *counted) Close() error { return nil }
func (c *counted) Step(_ context.Context, s *program.State) error {
	c.steps++
	s.Clock++
	return c.err
}

type windowed struct{ counted }

func (w *windowed) Steps(_ context.Context, s *program.State, n int) error {
	w.windows++
	s.Clock += uint32(n)
	return w.err
}

// TestWindowsAreTakenAtOnce where nobody looks between their steps; what is lacking for any of them is found before the first.
func TestWindowsAreTakenAtOnce(t *testing.T) {
	var asked []uint64
	lacks := func(step uint64) error {
		if asked = append(asked, step); step == 9 {
			return ErrUnknown
		}
		return nil
	}
	e := &windowed{}
	m := newMachine(e, lacks)
	s := &program.State{Clock: 3}
	if err := m.advance(t.Context(), s, 4, nil); err != nil || e.windows != 1 || e.steps != 0 || s.Clock != 7 || len(asked) != 4 || m.mean() == 0 && len(m.times) != 1 {
		t.Errorf("%+v, clock %d, asked for %v, error %v", e, s.Clock, asked, err)
	}
	if err := m.advance(t.Context(), s, 3, nil); !errors.Is(err, ErrUnknown) || e.windows != 1 || s.Clock != 7 {
		t.Errorf("a window that can't be taken: %+v, error %v", e, err)
	}
	seen := 0
	if err := m.advance(t.Context(), s, 2, func(*program.State) error { seen++; return nil }); err != nil || e.windows != 1 || e.steps != 2 || seen != 2 {
		t.Errorf("steps that are looked at: %+v, %d seen, error %v", e, seen, err)
	}
	e.err = errors.New("no")
	if err := m.advance(t.Context(), &program.State{}, 2, nil); !errors.Is(err, e.err) {
		t.Errorf("error %v", err)
	}
}
