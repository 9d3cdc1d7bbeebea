package engine

import (
	"context"
	"errors"

	"github.com/commonweight/commonweight/train/engine/cuda"
	"github.com/commonweight/commonweight/train/program"
)

// Engine runs one program on one dataset. Every engine gives the bits of train/numeric.
//
// Concurrency: one call at a time.
type Engine interface {
	// Name is the name it was opened by, never "auto".
	Name() string
	// Step advances the state in place by one step. On an error, also when the context ends, the state is what it was.
	Step(ctx context.Context, s *program.State) error
	// Close stops its threads and returns its memory.
	Close() error
}

// Window is a state on its way through an engine, which may keep it to itself between steps: what a step costs beside computing is then no more
// than its batch and its record.
//
// Concurrency: one call at a time on an engine. Windows of one engine may take turns.
type Window interface {
	// Step takes one step. On an error the window stands where it stood, or, if the context has ended, perhaps a step further: State says.
	Step(ctx context.Context) error
	// Clock is the number of steps done since genesis.
	Clock() uint32
	// Loss and Norm are the last step's.
	Loss() float32
	Norm() float32
	// State is what has become of the state. It is valid until the next step, and nobody may change it while the window is in use.
	State(ctx context.Context) (*program.State, error)
	// End lets the engine forget the state.
	End()
}

// Hasher is a window whose engine hashes the state where it lies.
type Hasher interface {
	// Roots are the SHA-256 roots of the state's tensors, the clock's last.
	Roots(ctx context.Context) ([][32]byte, error)
}

// Keeper is an engine that keeps the state of a window to itself. It leaves alone the one that it is given.
type Keeper interface {
	Engine
	Hold(pre *program.State) (Window, error)
}

// Begin starts a window from a state, which stays as it is, unless it is the window's own.
//
// Errors: program.ErrState.
func Begin(e Engine, pre *program.State, own bool) (Window, error) {
	if k, ok := e.(Keeper); ok {
		return k.Hold(pre)
	}
	if !own {
		pre = pre.Clone()
	}
	return &inPlace{e, pre}, nil
}

// inPlace is a window of an engine that computes in the host's memory.
type inPlace struct {
	e Engine
	s *program.State
}

func (w *inPlace) Step(ctx context.Context) error                { return w.e.Step(ctx, w.s) }
func (w *inPlace) Clock() uint32                                 { return w.s.Clock }
func (w *inPlace) Loss() float32                                 { return w.s.Loss() }
func (w *inPlace) Norm() float32                                 { return w.s.Norm() }
func (w *inPlace) State(context.Context) (*program.State, error) { return w.s, nil }
func (w *inPlace) End()                                          {}

// GPU is the engine on a GPU.
type GPU struct{ *cuda.Engine }

// Hold implements Keeper.
func (g GPU) Hold(pre *program.State) (Window, error) { return g.Begin(pre) }

// ErrWrong says that a device computed two things where there is only one.
var ErrWrong = errors.New("the device contradicts itself or the processor")

// Failed says that an error means that an engine's device is not to be used any more, or not for this program: it reported an error, didn't answer,
// has too little memory or computes wrongly. No state has suffered from it.
func Failed(err error) bool {
	return errors.Is(err, cuda.ErrDevice) || errors.Is(err, cuda.ErrArithmetic) || errors.Is(err, cuda.ErrMemory) || errors.Is(err, ErrWrong)
}
