package replica

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/train/dataset"
	"github.com/commonweight/commonweight/train/engine"
	"github.com/commonweight/commonweight/train/program"
)

// gpu stands for an engine on a device: it keeps the state of a window to itself. Fault is asked before every call to it, and may spoil a state.
type gpu struct {
	engine.Engine
	calls  int
	fault  func(call int, what string, s *program.State) error
	brings int // states that crossed
	closed chan struct{}
}

func (g *gpu) Name() string { return engine.CUDA }

func (g *gpu) Close() error {
	close(g.closed)
	return g.Engine.Close()
}

func (g *gpu) call(what string, s *program.State) error {
	g.calls++
	if g.fault == nil {
		return nil
	}
	return g.fault(g.calls, what, s)
}

func (g *gpu) Step(ctx context.Context, s *program.State) error {
	if err := g.call("step", s); err != nil {
		return err
	}
	return g.Engine.Step(ctx, s)
}

func (g *gpu) Hold(pre *program.State) (engine.Window, error) {
	s := pre.Clone()
	if err := g.call("begin", s); err != nil {
		return nil, err
	}
	return &held{g: g, s: s}, nil
}

type held struct {
	g *gpu
	s *program.State
}

func (h *held) Step(ctx context.Context) error {
	if err := h.g.Engine.Step(ctx, h.s); err != nil {
		return err
	}
	return h.g.call("step", h.s)
}
func (h *held) Clock() uint32 { return h.s.Clock }
func (h *held) Loss() float32 { return h.s.Loss() }
func (h *held) Norm() float32 { return h.s.Norm() }
func (h *held) End()          {}
func (h *held) State(context.Context) (*program.State, error) {
	h.g.brings++
	s := h.s.Clone()
	return s, h.g.call("state", s)
}
func (h *held) Roots(context.Context) (roots [][32]byte, err error) {
	s := h.s.Clone()
	if err := h.g.call("roots", s); err != nil {
		return nil, err
	}
	for _, root := range trace.TensorRoots(tiny, s) {
		roots = append(roots, root)
	}
	return roots, nil
}

// tiny is the program of the workshops below.
var tiny *program.Program

// shop opens a workshop whose first engine is a GPU, as o.Engine names it, and returns the truth: the states of a window.
func shop(t *testing.T, name string) (*workshop, *gpu, []*program.State) {
	t.Helper()
	spec := program.Spec{
		Version: 1, Name: "shop", Profile: program.ProfileF32, TreeHash: program.HashSHA256, Seed: 3,
		Model: program.Model{Kind: program.ModelMLP, Features: 5, Hidden: []int{7}, Classes: 3, Activation: program.ActivationReLU},
		Optimiser: program.Optimiser{
			Kind: program.OptimiserAdamW, Beta1: "0.9", Beta2: "0.95", Epsilon: "1e-8", WeightDecay: "0.1", Clip: "1",
			LearningRate: program.Schedule{Kind: program.ScheduleConstant, Peak: "1e-2"},
		},
		Dataset: program.Dataset{Kind: program.DatasetTabular, CID: "x", Bytes: 40 * 24},
		Genesis: program.Genesis{Kind: program.GenesisSeed}, Batch: 4, Steps: 64, Window: 4, KeyFrames: 1,
	}
	p, err := program.Compile(spec.Unregistered())
	if err != nil {
		t.Fatal(err)
	}
	tiny = p
	bytes := make([]byte, spec.Dataset.Bytes)
	for i := range bytes {
		bytes[i] = byte(i*i) & 0x3e
	}
	w, err := openWorkshop(p, &memory{bytes}, Options{Engine: engine.Portable, Threads: 1})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	})
	states := []*program.State{p.Genesis()}
	for range 4 {
		s := states[len(states)-1].Clone()
		if err := w.second.Step(t.Context(), s); err != nil {
			t.Fatal(err)
		}
		states = append(states, s)
	}
	g := &gpu{Engine: w.first.engine, closed: make(chan struct{})}
	w.first.engine = g
	if engine.Optional(name) {
		w.first.replace = w.replace
	}
	return w, g, states
}

type memory struct{ bytes []byte }

func (m *memory) Bytes() []byte { return m.bytes }
func (m *memory) Close() error  { return nil }

var _ payload = (*dataset.Payload)(nil)

// window does what a worker does with a window: steps, root, state, and the whole once more.
func window(ctx context.Context, w *workshop, pre *program.State, steps int) (chain.Hash, error) {
	r := w.Begin(pre, pre)
	defer r.End()
	for {
		s, err := r.take(ctx, steps, nil)
		if err == nil {
			root := w.Root(s)
			if err = r.Repeat(ctx, root); err == nil {
				return root, nil
			}
		}
		if !errors.Is(err, ErrAgain) {
			return chain.Hash{}, err
		}
	}
}

// logged collects what is warned of.
func logged(t *testing.T) *bytes.Buffer {
	var out bytes.Buffer
	old := slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(&out, nil)))
	t.Cleanup(func() { slog.SetDefault(old) })
	return &out
}

// TestFaultsOfADeviceCommitNothingWrong: at every call to a device one fault: an error, or a bit. The window comes out right, by the processor
// where the device failed, with one warning; or, where only the device may compute, not at all.
func TestFaultsOfADeviceCommitNothingWrong(t *testing.T) {
	const steps = 4
	kinds := map[string]func(s *program.State) error{
		"error": func(*program.State) error { return fmt.Errorf("of the driver: %w", engine.ErrWrong) },
		"bit":   func(s *program.State) error { s.Tensors[1][2]++; return nil },
	}
	for _, name := range []string{engine.Auto, engine.CUDA} {
		for kind, fault := range kinds {
			for at := 1; ; at++ {
				out := logged(t)
				w, g, truth := shop(t, name)
				reached := false
				g.fault = func(call int, _ string, s *program.State) error {
					if call != at {
						return nil
					}
					reached = true
					return fault(s)
				}
				root, err := window(t.Context(), w, truth[0], steps)
				if !reached {
					if err != nil || root != w.Root(truth[steps]) || at < 2*steps {
						t.Errorf("without a fault: %v, after %d calls", err, at)
					}
					break
				}
				warnings := strings.Count(out.String(), "level=WARN")
				switch first, second := w.Engines(); {
				case name == engine.Auto && (err != nil || root != w.Root(truth[steps]) || first == engine.CUDA || first == second || warnings != 1):
					t.Errorf("%s at call %d: error %v, then %s and %s, %d warnings", kind, at, err, first, second, warnings)
				case name == engine.CUDA && (!engine.Failed(err) || strings.Contains(err.Error(), "\n") || first != engine.CUDA || warnings != 0):
					t.Errorf("%s at call %d: error %v, %s, %d warnings", kind, at, err, first, warnings)
				}
				if golden := truth[0].Clone(); w.Root(golden) != w.Root(tiny.Genesis()) {
					t.Fatal("the state before the window has changed")
				}
				if name == engine.Auto {
					<-g.closed
				}
			}
		}
	}
}

// TestStateStaysOnTheDevice: a window crosses once, at its end; its history doesn't need more.
func TestStateStaysOnTheDevice(t *testing.T) {
	w, g, truth := shop(t, engine.CUDA)
	s, err := w.Replay(t.Context(), truth[0], 4, nil)
	if err != nil || w.Root(s) != w.Root(truth[4]) || g.brings != 1 {
		t.Errorf("error %v, %d states crossed", err, g.brings)
	}
	h, err := w.history(t.Context(), truth[0].Clone(), w.Root(truth[0]), 4, everyStep)
	if err != nil || g.brings != 2 {
		t.Errorf("error %v, %d states crossed", err, g.brings)
	}
	for i, root := range h.Roots {
		if root != w.Root(truth[i]) {
			t.Errorf("root %d differs", i)
		}
	}
	for i, loss := range h.Losses {
		if loss != truth[i+1].Loss() {
			t.Errorf("loss %d differs", i)
		}
	}
	lists, err := trace.NewWindow(trace.Source{Program: tiny, Payload: w.Payload(), Pre: truth[0], Steps: 4, Stepper: w.first, Kept: 1})
	if err != nil {
		t.Fatal(err)
	}
	roots, err := lists.History(t.Context())
	if err != nil || len(roots) != 5 || chain.Hash(roots[4]) != w.Root(truth[4]) || g.brings != 4 {
		t.Errorf("the lists: %d roots, error %v, %d states crossed", len(roots), err, g.brings)
	}
	for n := range 5 {
		if s, err := lists.State(t.Context(), n); err != nil || w.Root(s) != w.Root(truth[n]) {
			t.Errorf("the state after %d steps: error %v", n, err)
		}
	}
	if w.StepTime() == 0 {
		t.Error("no step was timed")
	}
}

// TestFaultInAHistory: history and lists begin again on the processor, and hold no root that the device gave.
func TestFaultInAHistory(t *testing.T) {
	for at := 1; at <= 9; at++ {
		logged(t)
		w, g, truth := shop(t, engine.Auto)
		g.fault = func(call int, _ string, s *program.State) error {
			if call < at-1 {
				s.Tensors[0][0]++ // it was wrong before it failed
			}
			if call >= at {
				return engine.ErrWrong
			}
			return nil
		}
		h, err := w.history(t.Context(), truth[0].Clone(), w.Root(truth[0]), 4, everyStep)
		if err != nil {
			t.Fatal(err)
		}
		for i, root := range h.Roots {
			if root != w.Root(truth[i]) {
				t.Errorf("failing at call %d: root %d differs", at, i)
			}
		}
	}
}

// TestReplayIsCancelled while it waits for its turn; what is lacking is found before a step is taken.
func TestReplayIsCancelled(t *testing.T) {
	w, _, truth := shop(t, engine.CUDA)
	if err := w.first.begins(t.Context()); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
	defer cancel()
	if _, err := w.Replay(ctx, truth[0], 2, nil); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error %v", err)
	}
	w.first.ends()
	w.first.lacks = func(step uint64) error {
		if step == 1 {
			return ErrUnknown
		}
		return nil
	}
	if _, err := w.Replay(t.Context(), truth[0], 2, nil); !errors.Is(err, ErrUnknown) {
		t.Errorf("error %v", err)
	}
	stop := errors.New("no")
	if _, err := w.Replay(t.Context(), truth[0], 1, func(*Replay) error { return stop }); !errors.Is(err, stop) {
		t.Errorf("error %v", err)
	}
}
