//go:build cuda && fakedriver && linux && amd64

package cuda

import (
	"errors"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/commonweight/commonweight/train/engine/cuda/internal/fakedriver"
	"github.com/commonweight/commonweight/train/engine/internal/golden"
	"github.com/commonweight/commonweight/train/program"
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
	Fake(func(call string) int { return map[string]int{"cuGraphLaunch": 719}[call] }, nil, 0)
	defer Fake(nil, nil, 0)
	for range 2 {
		if err := e.Step(t.Context(), s); !errors.Is(err, ErrDevice) || golden.StateHash(s) != before {
			t.Errorf("error %v", err)
		}
		Fake(nil, nil, 0) // the driver feels better; the engine stays closed
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

// anew lets the next engine bring the device up, which counts as having passed: what conformance catches is tested where it can be spoilt.
func anew() {
	sharing.Lock()
	defer sharing.Unlock()
	clear(devices)
	conformed.Store(0, func() error { return nil })
}

// outcome is what a window on the fake GPU led to: its roots, computed twice, and its state.
type outcome struct {
	roots, twice [][32]byte
	state        *program.State
	err          error
}

// attempt opens an engine, takes two steps, asks for all, and does so once more on the same engine.
func attempt(t *testing.T, p *program.Program, payload []byte) (o outcome) {
	t.Helper()
	e, err := New(p, payload, 0)
	if err != nil {
		return outcome{err: err}
	}
	defer func() { o.err = errors.Join(o.err, e.Close()) }()
	for _, roots := range []*[][32]byte{&o.roots, &o.twice} {
		w, err := e.Begin(p.Genesis())
		for range 2 {
			if err == nil {
				err = w.Step(t.Context())
			}
		}
		if err == nil {
			*roots, err = w.Roots(t.Context())
		}
		if err == nil && o.state == nil {
			o.state, err = w.State(t.Context())
		}
		if err != nil {
			o.err = err
			return o
		}
		w.End()
	}
	return o
}

// TestEveryCallMayFail: whichever call to the driver fails, from the first look at the device to the last, the error says so; what was computed
// before is right, and nothing else is given out.
func TestEveryCallMayFail(t *testing.T) {
	p, payload := mlp(t)
	defer anew()
	defer Fake(nil, nil, 0)
	want := truth(t, p, payload, 2)[2]
	right := golden.StateHash(want)
	var list []string
	anew()
	Fake(func(call string) int { list = append(list, call); return 0 }, nil, 0)
	sound := attempt(t, p, payload)
	if sound.err != nil || golden.StateHash(sound.state) != right {
		t.Fatal(sound.err)
	}
	tried := 0
	for at := range list {
		if !*all && at%25 != 0 && slices.Contains(list[:at], list[at]) {
			continue
		}
		tried++
		anew()
		calls, failed := 0, ""
		Fake(func(call string) int {
			if calls++; calls == at+1 {
				failed = call
				return 999
			}
			return 0
		}, nil, 0)
		o := attempt(t, p, payload)
		if o.err == nil || !errors.Is(o.err, ErrDevice) && !errors.Is(o.err, ErrMemory) && !errors.Is(o.err, ErrUnsupported) {
			t.Errorf("call %d, %s: error %v", at, failed, o.err)
		}
		if o.state != nil && golden.StateHash(o.state) != right {
			t.Errorf("call %d, %s: a wrong state was given out", at, failed)
		}
		for i := range min(len(o.roots), len(sound.roots)) {
			if o.roots[i] != sound.roots[i] {
				t.Errorf("call %d, %s: a wrong root was given out", at, failed)
			}
		}
	}
	t.Logf("%d of %d calls", tried, len(list))
}

// alone waits until no thread of an engine that was given up goes on.
func alone(t *testing.T) {
	t.Helper()
	stacks := make([]byte, 1<<20)
	for range 1000 {
		now := string(stacks[:runtime.Stack(stacks, true)])
		if !strings.Contains(now, "cuda.(*Engine).serve(") && !strings.Contains(now, "cuda.Devices.func1(") {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Fatal("an engine that was given up goes on")
}

// TestEveryCallMayHang: whichever function of the driver doesn't return, the engine is given up in time.
func TestEveryCallMayHang(t *testing.T) {
	p, payload := mlp(t)
	defer Fake(nil, nil, 0)
	var calls []string
	Fake(func(call string) int { calls = append(calls, call); return 0 }, nil, 0)
	if o := attempt(t, p, payload); o.err != nil {
		t.Fatal(o.err)
	}
	alone(t)
	for at, call := range calls {
		if slices.Contains(calls[:at], call) {
			continue // once for every function
		}
		var hung atomic.Bool
		release := make(chan struct{})
		Fake(func(now string) int {
			if now == call && !hung.Swap(true) {
				<-release
			}
			return 0
		}, nil, 100*time.Millisecond)
		began := time.Now()
		o := attempt(t, p, payload)
		Fake(nil, nil, 0)
		close(release)
		alone(t)
		if o.err == nil && hung.Load() {
			t.Errorf("%s hangs: no error", call)
		}
		if o.err != nil && !errors.Is(o.err, ErrDevice) {
			t.Errorf("%s hangs: error %v", call, o.err)
		}
		t.Logf("%s: %s, %v", call, time.Since(began).Round(time.Millisecond), o.err)
	}
}

// TestEveryBitCounts: one wrong bit in a copy, or in memory after a launch, once in two runs of a window: the runs differ, or both are right.
func TestEveryBitCounts(t *testing.T) {
	p, payload := mlp(t)
	defer anew()
	defer Fake(nil, nil, 0)
	anew()
	sound := attempt(t, p, payload)
	if sound.err != nil {
		t.Fatal(sound.err)
	}
	var spoilt, told, total int
	stride := 37
	if *all {
		stride = 1
	}
	for at := 1; ; at += stride {
		var once sync.Once
		events := 0
		Fake(nil, func(_ string, words []uint32) {
			if events++; events == at {
				once.Do(func() { words[(at*7919)%len(words)] ^= 1 << (at % 32); spoilt++ })
			}
		}, 0)
		o := attempt(t, p, payload)
		if events < at {
			total = events
			break
		}
		equal := o.err == nil
		for i := range o.roots {
			equal = equal && i < len(o.twice) && o.roots[i] == o.twice[i]
		}
		if !equal {
			told++
			continue
		}
		for i, root := range o.roots {
			if root != sound.roots[i] {
				t.Fatalf("a bit at event %d led to the same wrong root twice", at)
			}
		}
	}
	t.Logf("%d bits of %d events, %d told", spoilt, total, told)
}
