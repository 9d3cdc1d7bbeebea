package cuda

import (
	"context"
	"errors"
	"math"
	"testing"
	"time"

	"github.com/commonweight/commonweight/train/engine/cuda/plan"
	"github.com/commonweight/commonweight/train/engine/internal/golden"
	"github.com/commonweight/commonweight/train/engine/portable"
	"github.com/commonweight/commonweight/train/program"
)

// traffic is an emulator that counts the words that cross.
func traffic(there, back *int) *emulator {
	return &emulator{crosses: func(what string, words int) {
		if what == "write" {
			*there += words
		} else {
			*back += words
		}
	}}
}

// truth are the states of a run from genesis on, by the reference.
func truth(t *testing.T, p *program.Program, payload []byte, steps int) []*program.State {
	t.Helper()
	e, err := portable.New(p, payload)
	if err != nil {
		t.Fatal(err)
	}
	list := []*program.State{p.Genesis()}
	for range steps {
		s := list[len(list)-1].Clone()
		if err := e.Step(t.Context(), s); err != nil {
			t.Fatal(err)
		}
		list = append(list, s)
	}
	return list
}

// take takes so many steps.
func take(t *testing.T, w *Window, steps int) {
	t.Helper()
	for range steps {
		if err := w.Step(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
}

// wantState compares what a window stands at.
func wantState(t *testing.T, w *Window, want *program.State) {
	t.Helper()
	if w.Clock() != want.Clock || math.Float32bits(w.Loss()) != math.Float32bits(want.Loss()) || math.Float32bits(w.Norm()) != math.Float32bits(want.Norm()) {
		t.Errorf("clock %d, loss %v, norm %v; want %d, %v, %v", w.Clock(), w.Loss(), w.Norm(), want.Clock, want.Loss(), want.Norm())
	}
	s, err := w.State(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if golden.StateHash(s) != golden.StateHash(want) {
		t.Errorf("the state after clock %d differs", want.Clock)
	}
}

// TestWindowStaysOnTheDevice: a window is its steps one by one. The state crosses when it is asked for; beside it batches, records and roots.
func TestWindowStaysOnTheDevice(t *testing.T) {
	p, payload := mlp(t)
	want := truth(t, p, payload, 4)
	there, back := 0, 0
	e := on(t, traffic(&there, &back), p, payload, plan.Options{})
	pre := p.Genesis()
	there, back = 0, 0
	w, err := e.Begin(pre)
	if err != nil {
		t.Fatal(err)
	}
	batch := 0
	for _, in := range e.plan.Inputs {
		batch += in.Words
	}
	state := e.plan.Rates.At
	for k := range 4 {
		take(t, w, 1)
		if _, err := w.Roots(t.Context()); err != nil {
			t.Fatal(err)
		}
		if there != state+e.plan.Rates.Words+(k+1)*batch || back != (k+1)*(e.record.Words+8*len(e.plan.Trees)) {
			t.Errorf("after %d steps and their roots %d words went there and %d came back", k+1, there, back)
		}
	}
	back = 0
	for range 2 {
		wantState(t, w, want[4])
	}
	if back != state {
		t.Errorf("%d words came back for the state, want %d once", back, state)
	}
	if golden.StateHash(pre) != golden.StateHash(want[0]) {
		t.Error("the state before the window has changed")
	}
}

// TestWindowsTakeTurns: two windows, and steps beside them, on one engine each go their own way; a window that has ended costs no way back.
func TestWindowsTakeTurns(t *testing.T) {
	p, payload := mlp(t)
	want := truth(t, p, payload, 3)
	there, back := 0, 0
	e := on(t, traffic(&there, &back), p, payload, plan.Options{})
	one, err := e.Begin(want[0])
	if err != nil {
		t.Fatal(err)
	}
	two, err := e.Begin(want[1])
	if err != nil {
		t.Fatal(err)
	}
	take(t, one, 2)
	take(t, two, 1)
	s := p.Genesis()
	step(t, e, s)
	take(t, one, 1)
	take(t, two, 1)
	wantState(t, one, want[3])
	wantState(t, two, want[3])
	if golden.StateHash(s) != golden.StateHash(want[1]) {
		t.Error("the step beside them differs")
	}
	two.End()
	one.End()
	back = 0
	step(t, e, s)
	if back != e.record.Words+e.plan.Rates.At {
		t.Errorf("%d words came back", back)
	}
}

// TestCancelledWindowGoesOn: a step whose caller leaves is finished by the device, and is there when the window is asked.
func TestCancelledWindowGoesOn(t *testing.T) {
	p, payload := mlp(t)
	want := truth(t, p, payload, 2)
	hanging, release := make(chan struct{}, 1), make(chan struct{})
	d := &emulator{}
	e := on(t, d, p, payload, plan.Options{})
	w, err := e.Begin(want[0])
	if err != nil {
		t.Fatal(err)
	}
	take(t, w, 1)
	d.fails = func(what string) error {
		if what == "run" {
			hanging <- struct{}{}
			<-release
		}
		return nil
	}
	ctx, cancel := context.WithCancel(t.Context())
	go func() { <-hanging; cancel(); close(release) }()
	if err := w.Step(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if _, err := w.State(t.Context()); err != nil {
		t.Fatal(err)
	}
	wantState(t, w, want[2])
}

// TestDeviceIsGivenUp: one that doesn't answer ends the engine when its time is over, which then refuses at once, and closes without it.
func TestDeviceIsGivenUp(t *testing.T) {
	defer func(d time.Duration) { anyAnswer = d }(anyAnswer)
	anyAnswer = time.Millisecond
	p, payload := mlp(t)
	release := make(chan struct{})
	d := &emulator{}
	e := on(t, d, p, payload, plan.Options{})
	w, err := e.Begin(p.Genesis())
	if err != nil {
		t.Fatal(err)
	}
	take(t, w, 1)
	d.fails = func(what string) error {
		if what == "run" {
			<-release
		}
		return nil
	}
	if err := w.Step(t.Context()); !errors.Is(err, ErrDevice) {
		t.Errorf("error %v", err)
	}
	for range 2 {
		_, errState := w.State(t.Context())
		_, errRoots := w.Roots(t.Context())
		for _, err := range []error{errState, errRoots, w.Step(t.Context()), e.Step(t.Context(), p.Genesis())} {
			if !errors.Is(err, ErrDevice) {
				t.Errorf("error %v", err)
			}
		}
	}
	if err := e.Close(); err != nil || d.closed {
		t.Errorf("closed %v, error %v", d.closed, err)
	}
	close(release)
}

// TestCloseWaitsNotLong for a device that hangs in a call that somebody has left.
func TestCloseWaitsNotLong(t *testing.T) {
	defer func(d time.Duration) { anyAnswer = d }(anyAnswer)
	p, payload := mlp(t)
	release, hanging := make(chan struct{}), make(chan struct{}, 1)
	defer close(release)
	d := &emulator{}
	e := on(t, d, p, payload, plan.Options{})
	w, err := e.Begin(p.Genesis())
	if err != nil {
		t.Fatal(err)
	}
	d.fails = func(what string) error {
		if what == "run" {
			hanging <- struct{}{}
			<-release
		}
		return nil
	}
	ctx, cancel := context.WithCancel(t.Context())
	go func() { <-hanging; cancel() }()
	if err := w.Step(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	anyAnswer = time.Millisecond
	if err := e.Close(); !errors.Is(err, ErrDevice) {
		t.Errorf("error %v", err)
	}
}
