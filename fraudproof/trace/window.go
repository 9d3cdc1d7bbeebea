package trace

import (
	"context"
	"errors"
	"fmt"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/train/program"
)

// ErrContradiction says that this machine computed one thing in two ways that must agree, and they don't: nothing it says is to be trusted.
var ErrContradiction = errors.New("this machine contradicts itself")

// ErrNoSuch says that a list, or a place in it, is asked for that the window doesn't have.
var ErrNoSuch = errors.New("the window has no such list or entry")

// Stepper advances a state in place by one step; train/engine opens them.
type Stepper interface {
	Step(ctx context.Context, s *program.State) error
}

// Runner is a stepper that may keep the state to itself from one step to the next, and hash it there.
type Runner interface {
	Stepper
	// Run takes steps from a state and returns the one after them. The first stays as it is, unless it is the runner's own. After each step it
	// calls after with the number of steps done, which may begin at 1 again where something failed and was replaced.
	Run(ctx context.Context, pre *program.State, own bool, steps int, after func(n int, now Now) error) (*program.State, error)
}

// Now is a state inside a run. What it returns is valid until the next step, and stays as it is.
type Now interface {
	Root(ctx context.Context) (merkle.Hash, error)
	State(ctx context.Context) (*program.State, error)
}

// inPlace makes a runner of any stepper.
type inPlace struct {
	Stepper
	program *program.Program
}

func (i inPlace) Run(ctx context.Context, s *program.State, own bool, steps int, after func(n int, now Now) error) (*program.State, error) {
	if !own {
		s = s.Clone()
	}
	for n := range steps {
		if err := i.Step(ctx, s); err != nil {
			return nil, fmt.Errorf("step %d: %w", s.Clock, err)
		}
		if err := after(n+1, here{i.program, s}); err != nil {
			return nil, err
		}
	}
	return s, nil
}

type here struct {
	program *program.Program
	s       *program.State
}

func (h here) Root(context.Context) (merkle.Hash, error)     { return StateRoot(h.program, h.s), nil }
func (h here) State(context.Context) (*program.State, error) { return h.s, nil }

// Tracer shows the outputs of the operators before end of the step that follows a state, and leaves the state as it is; train/engine opens
// them. The words are valid until visit returns.
type Tracer interface {
	Outputs(ctx context.Context, s *program.State, end int, visit func(operator int, words []uint32) error) error
}

// Paths gives the siblings of a leaf, from the leaf upwards.
type Paths interface{ Open(leaf int) []merkle.Hash }

// Source is what a window's lists are computed from. Windows made of one another's Source take turns with the stepper and the tracer.
type Source struct {
	Program *program.Program
	Payload []byte         // the dataset
	Paths   Paths          // the siblings of its leaves; nil: it is whole, and hashed when they are first asked for
	Pre     *program.State // before the first step; nobody may change it while the window is in use
	Steps   int
	Stepper Stepper // an evaluation needs none
	Tracer  Tracer
	Kept    int            // how many states inside the window may be kept, Pre and the newest apart: a list costs Steps/(Kept+1) steps, at most
	Report  func(Progress) // may be nil
	turn    chan struct{}  // made by NewWindow
}

// Progress says how far a replay is.
type Progress struct {
	Step, Steps         int // of the window
	Operator, Operators int // of the step, when it is traced
}

// Window gives every list that a match over one window opens, by replay. It keeps roots, a few states and the last output it was asked
// for; the rest is computed again when it is asked for again.
//
// Concurrency: safe; one call computes at a time, and who waits can be cancelled.
type Window struct {
	Source
	history []merkle.Hash // nil until it is known
	before  []merkle.Hash // the tensor roots of Pre; nil until they are known
	kept    map[int]*program.State
	newest  *program.State // of the last replay, after `at` steps; nil if there is none
	at      int
	pinned  bool        // an output refers to the newest state: it must stay what it is
	traces  []stepTrace // the newest last
	output  *Output
	program *merkle.Tree
	dataset Paths
}

// stepTrace is the list of one step, and the one behind its entry 0.
type stepTrace struct {
	step           int
	entries, state []merkle.Hash
}

// tracesKept bounds the traces in memory; one of GPT-2 124M has 1,700 roots.
const tracesKept = 16

// NewWindow prepares the lists of a window. It computes nothing.
//
// Errors: program.ErrState.
func NewWindow(s Source) (*Window, error) {
	if s.Steps < 1 || s.Kept < 0 || s.Steps > 1 && s.Program.Evaluates() {
		return nil, fmt.Errorf("a window of %d steps with %d kept states", s.Steps, s.Kept)
	}
	if err := s.Program.CheckState(s.Pre); err != nil {
		return nil, fmt.Errorf("the state before the window: %w", err)
	}
	if s.turn == nil {
		s.turn = make(chan struct{}, 1)
	}
	return &Window{Source: s, kept: map[int]*program.State{}}, nil
}

func (w *Window) begin(ctx context.Context) error {
	select {
	case w.turn <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (w *Window) end() { <-w.turn }

// History returns the window's steps+1 state roots: entry 0 before its first step, the last after its last. The
// caller doesn't change them.
func (w *Window) History(ctx context.Context) ([]merkle.Hash, error) {
	if err := w.begin(ctx); err != nil {
		return nil, err
	}
	defer w.end()
	return w.roots(ctx)
}

func (w *Window) roots(ctx context.Context) ([]merkle.Hash, error) {
	if w.history != nil {
		return w.history, nil
	}
	if w.Program.Evaluates() {
		t, err := w.trace(ctx, 0)
		if err != nil {
			return nil, err
		}
		w.history = []merkle.Hash{t.entries[0], t.entries[len(t.entries)-1]}
		return w.history, nil
	}
	stride := w.Steps/(w.Kept+1) + 1
	roots := []merkle.Hash{function(w.Program).ListRoot(merkle.KindState, w.tensorRoots(w.Pre))}
	w.report(Progress{Steps: w.Steps})
	_, err := w.runner().Run(ctx, w.Pre, false, w.Steps, func(n int, now Now) error {
		if n < w.Steps {
			w.report(Progress{Step: n, Steps: w.Steps})
		}
		root, err := now.Root(ctx)
		if err != nil {
			return err
		}
		roots = append(roots[:n], root)
		if n%stride == 0 && n < w.Steps && (len(w.kept) < w.Kept || w.kept[n] != nil) {
			s, err := now.State(ctx)
			if err != nil {
				return err
			}
			w.kept[n] = s.Clone()
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	w.history = roots
	return roots, nil
}

func (w *Window) runner() Runner {
	if r, ok := w.Stepper.(Runner); ok {
		return r
	}
	return inPlace{w.Stepper, w.Program}
}

// State returns the state after n steps of the window, 0 being the one before. It must not be changed, and is valid until the next call.
//
// Errors: ErrContradiction if it isn't the one that the history holds.
func (w *Window) State(ctx context.Context, n int) (*program.State, error) {
	if err := w.begin(ctx); err != nil {
		return nil, err
	}
	defer w.end()
	return w.state(ctx, n)
}

// state recomputes from the nearest state that is there. The newest is advanced in place, the others are copied first.
func (w *Window) state(ctx context.Context, n int) (*program.State, error) {
	if n < 0 || n > w.Steps {
		return nil, fmt.Errorf("%w: the state after %d of %d steps", ErrNoSuch, n, w.Steps)
	}
	from, at := w.Pre, 0
	for k, s := range w.kept {
		if k <= n && k > at {
			from, at = s, k
		}
	}
	if w.newest != nil && w.at <= n && w.at >= at && w.at > 0 {
		from, at = w.newest, w.at
	}
	if at == n {
		return from, nil
	}
	if from != w.newest || w.pinned {
		w.newest, w.pinned, w.output = nil, false, nil // before the copy: two states at a time are enough
		from = from.Clone()
	}
	w.report(Progress{Step: at, Steps: w.Steps})
	to, err := w.runner().Run(ctx, from, true, n-at, func(k int, _ Now) error {
		if at+k < n {
			w.report(Progress{Step: at + k, Steps: w.Steps})
		}
		return nil
	})
	if err != nil {
		w.newest, w.at = from, int(from.Clock-w.Pre.Clock) // a failed step leaves the state as it was
		return nil, err
	}
	from = to
	if w.history != nil {
		if root := StateRoot(w.Program, from); root != w.history[n] {
			w.newest = nil
			return nil, fmt.Errorf("%w: after %d steps the state root was %v and is %v", ErrContradiction, n, w.history[n], root)
		}
	}
	w.newest, w.at = from, n
	return from, nil
}

// tensorRoots hashes a state; of the first one it remembers the roots.
func (w *Window) tensorRoots(s *program.State) []merkle.Hash {
	if s != w.Pre {
		return TensorRoots(w.Program, s)
	}
	if w.before == nil {
		w.before = TensorRoots(w.Program, s)
	}
	return w.before
}

func (w *Window) report(p Progress) {
	if w.Report != nil {
		w.Report(p)
	}
}
