//go:build cuda && fakedriver && linux && amd64

package cuda

import (
	"errors"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/train/engine/cuda/internal/fakedriver"
	"github.com/commonweight/commonweight/train/engine/internal/golden"
)

// steps is how many states of a run are compared: the emulated GPU takes a second for one.
func steps(variant, _ int) int { return 2 + min(variant, 1) }

// TestFailingDriver: what the driver answers comes out as an error that says what was asked of it, and the state stays.
func TestFailingDriver(t *testing.T) {
	p, payload := mlp(t)
	e, err := New(p, payload, 0)
	if err != nil {
		t.Fatal(err)
	}
	s := p.Genesis()
	before := golden.StateHash(s)
	fakedriver.Fail = func() error { return errors.New("the GPU has fallen off the bus") }
	for range 2 {
		if err := e.Step(t.Context(), s); !errors.Is(err, ErrDevice) || golden.StateHash(s) != before {
			t.Errorf("error %v", err)
		}
		fakedriver.Fail = nil
	}
	if err := e.Close(); err != nil {
		t.Error(err)
	}
	e, err = New(p, payload, 0)
	if err != nil {
		t.Fatal(err)
	}
	step(t, e, s)
	if err := e.Close(); err != nil {
		t.Error(err)
	}
	had := fakedriver.Memory
	defer func() { fakedriver.Memory = had }()
	fakedriver.Memory = e.Memory() - 1 // and all of it is free
	if _, err := New(p, payload, 0); !errors.Is(err, ErrMemory) || !strings.Contains(err.Error(), "GiB") {
		t.Errorf("too little memory: %v", err)
	}
	if _, err := New(p, payload, 1); !errors.Is(err, ErrUnsupported) {
		t.Errorf("a device that isn't there: %v", err)
	}
}
