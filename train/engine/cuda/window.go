package cuda

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math"
	"sync"

	"github.com/commonweight/commonweight/train/engine/cuda/plan"
	"github.com/commonweight/commonweight/train/program"
)

// Window is a state that stays on the device from one step to the next: parameters, moments and activations cross only when the state is asked
// for. Several windows take turns: before the device takes another's state, it brings home the one that it holds.
//
// Concurrency: one call at a time on an engine. What a caller left when its context ended goes on alone, and the next call finds it done.
type Window struct {
	e *Engine

	mu    sync.Mutex
	home  *program.State // brought home last, or where it began; nobody changes it
	now   record
	newer bool // the device's than the one at home
	ended bool
}

// record is what a step says about itself: the clock after it, its loss and norm.
type record struct {
	clock      uint32
	loss, norm float32
}

// Begin takes a state, which nobody may change while the window is in use.
//
// Errors: program.ErrState.
func (e *Engine) Begin(s *program.State) (*Window, error) {
	if err := e.p.CheckState(s); err != nil {
		return nil, err
	}
	w := &Window{e: e, home: s, now: record{clock: s.Clock}}
	if e.record.Words > 1 {
		w.now.loss, w.now.norm = s.Loss(), s.Norm()
	}
	return w, nil
}

// recordOf is where the scalars and, behind them, the clock lie; the clock alone, if the program has no scalars.
func recordOf(p *program.Program, pl *plan.Plan) plan.Region {
	last := len(pl.State) - 1
	clock := pl.State[last]
	if last == 0 || p.StateLayout[last-1].Section != program.SectionScalars {
		return plan.Region{At: clock.At, Words: 1}
	}
	first := pl.State[last-1].At
	return plan.Region{At: first, Words: clock.At + 1 - first}
}

// Step takes one step.
//
// Errors: ErrDevice, also of earlier calls; the context's error: the step may then be taken nevertheless.
func (w *Window) Step(ctx context.Context) error { return w.e.do(ctx, w.step) }

// Clock is the number of steps done since genesis; loss and norm are the last step's.
func (w *Window) Clock() uint32 { return w.at().clock }

// Loss is the last step's.
func (w *Window) Loss() float32 { return w.at().loss }

// Norm is the last step's.
func (w *Window) Norm() float32 { return w.at().norm }

func (w *Window) at() record {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.now
}

// End lets the device forget the state.
func (w *Window) End() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.ended = true
}

// step runs on the engine's thread.
func (w *Window) step() error {
	e := w.e
	if err := e.admit(w); err != nil {
		return err
	}
	before := w.Clock()
	for i, words := range inputs(e.p, e.plan, e.payload, before) {
		if err := e.device.write(e.plan.Inputs[i].At, words); err != nil {
			return err
		}
	}
	if err := e.step(); err != nil {
		return err
	}
	words := make([]uint32, e.record.Words)
	if err := e.device.read(e.record.At, words); err != nil {
		return err
	}
	now := record{clock: words[len(words)-1]}
	if len(words) > 1 {
		if now.clock != before+1 {
			return fmt.Errorf("%w: a step led from clock %d to %d", ErrDevice, before, now.clock)
		}
		now.loss, now.norm = math.Float32frombits(words[program.ScalarLoss]), math.Float32frombits(words[program.ScalarNorm])
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.now, w.newer = now, true
	return nil
}

// admit gives a window the device. Everything that a step reads is written anew, also what no step changes: a word that went wrong in one window
// is not wrong in the next.
func (e *Engine) admit(w *Window) error {
	if e.resident == w {
		return nil
	}
	if other := e.resident; other != nil {
		if err := other.bring(); err != nil {
			return err
		}
	}
	e.resident = nil
	w.mu.Lock()
	s := w.home
	w.mu.Unlock()
	e.each(s, func(tensor, staged []uint32) { copy(staged, tensor) })
	e.staged[e.clockAt()] = s.Clock
	if err := e.device.write(0, e.staged); err != nil {
		return err
	}
	e.resident = w
	return nil
}

// bring copies the state from the device, if it is there and newer, and somebody may still ask for it.
func (w *Window) bring() error {
	e := w.e
	w.mu.Lock()
	needed := !w.ended && w.newer
	w.mu.Unlock()
	if !needed {
		return nil
	}
	if err := e.device.read(0, e.state()); err != nil {
		return err
	}
	s := &program.State{Tensors: make([][]float32, len(w.home.Tensors))}
	for i, tensor := range w.home.Tensors {
		s.Tensors[i] = make([]float32, len(tensor))
	}
	e.each(s, func(tensor, staged []uint32) { copy(tensor, staged) })
	s.Clock = e.staged[e.clockAt()]
	w.mu.Lock()
	defer w.mu.Unlock()
	w.home, w.newer = s, false
	return nil
}

// State returns the state as it is, which nobody may change while the window is in use.
//
// Errors: as Step.
func (w *Window) State(ctx context.Context) (*program.State, error) {
	if err := w.e.do(ctx, w.bring); err != nil {
		return nil, err
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.home, nil
}

// Roots returns the SHA-256 root of every tensor of the state, the clock's last: the entries of its state root. Tiles are hashed on the device;
// what comes back is one hash for each tensor.
//
// Errors: as Step.
// Source: operators.md, "Trees": H(tree ‖ kind 1 ‖ number of leaves, 8 bytes little-endian ‖ 02).
func (w *Window) Roots(ctx context.Context) ([][32]byte, error) {
	e := w.e
	trees := make([][]uint32, len(e.plan.Trees))
	err := e.do(ctx, func() error {
		if err := e.admit(w); err != nil {
			return err
		}
		if err := e.roots(); err != nil {
			return err
		}
		for i, t := range e.plan.Trees {
			trees[i] = make([]uint32, t.Words)
			if err := e.device.read(t.At, trees[i]); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	roots := make([][32]byte, len(trees))
	for i, tree := range trees {
		var message []byte
		for _, w := range tree {
			message = binary.BigEndian.AppendUint32(message, w)
		}
		message = append(message, 1)
		message = binary.LittleEndian.AppendUint64(message, uint64(e.plan.Trees[i].Leaves))
		roots[i] = sha256.Sum256(append(message, 2))
	}
	return roots, nil
}
