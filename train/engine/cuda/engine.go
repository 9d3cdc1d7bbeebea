package cuda

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"unsafe"

	"github.com/commonweight/commonweight/train/engine/cuda/plan"
	"github.com/commonweight/commonweight/train/program"
)

// Name is the name of this engine.
const Name = "cuda"

var (
	// ErrUnsupported says that this build or this machine has no GPU to run on.
	ErrUnsupported = errors.New("no CUDA device")
	// ErrMemory says that a program needs more memory than its device has left.
	ErrMemory = errors.New("too little memory on the CUDA device")
	// ErrDevice says that the driver reported an error: whatever the device holds is not to be used.
	ErrDevice = errors.New("the CUDA device failed")
	// ErrArithmetic says that a device doesn't compute what the profile says: nothing it trains would stand.
	ErrArithmetic = errors.New("this CUDA device does not compute as the numeric profile says")
)

// Device describes one GPU.
type Device struct {
	Number     int     `json:"number"`
	Name       string  `json:"name"`
	Compute    string  `json:"compute"`        // capability, "9.0"
	Driver     string  `json:"driver"`         // version of CUDA that the driver speaks, "12.4"
	Memory     int64   `json:"memory"`         // bytes
	Free       int64   `json:"free,omitempty"` // bytes, when a program was last prepared
	Processors int     `json:"processors"`
	Peak       float64 `json:"peak"` // of binary32 multiply-adds, GFLOP/s at the highest clock: processors, lanes and clock multiplied
}

// device is what an engine needs of a GPU. All calls come from one thread.
type device interface {
	// describe names the device, for messages.
	describe() Device
	// prepare compiles modules and reserves words of memory.
	prepare(modules map[string]string, words int) error
	// record makes launches into one call, which returns when all have run.
	record(list []plan.Launch) (func() error, error)
	// timed is the time on the device, in seconds, of what record has made.
	timed(run func() error) (float64, error)
	write(at int, words []uint32) error
	read(at int, words []uint32) error
	// staging reserves words on the host that the device reaches fastest; they live until close.
	staging(words int) ([]uint32, error)
	close() error
}

// Engine runs one program on one dataset.
//
// Concurrency: one call at a time.
type Engine struct {
	p       *program.Program
	plan    *plan.Plan
	payload []byte
	device  device
	calls   chan func() // to the thread that the device is spoken to from
	step    func() error
	roots   func() error
	staged  []uint32 // the state on its way, as it lies on the device: from word 0 on
	broken  error
}

// start prepares a program on a device that has passed.
func start(p *program.Program, payload []byte, o plan.Options, open func() (device, error)) (*Engine, error) {
	if want := p.Spec.Dataset.Bytes; len(payload) != want {
		return nil, fmt.Errorf("the dataset has %d bytes, the run says %d", len(payload), want)
	}
	pl, err := plan.New(p, o)
	if err != nil {
		return nil, err
	}
	e := &Engine{p: p, plan: pl, payload: payload, calls: make(chan func())}
	go e.serve()
	err = e.do(context.Background(), func() error {
		if e.device, err = open(); err != nil {
			return err
		}
		if err := e.device.prepare(pl.Modules, pl.Words); err != nil {
			return err
		}
		if e.staged, err = e.device.staging(pl.Rates.At); err != nil {
			return err
		}
		if err := e.device.write(pl.Rates.At, wordsOf(p.LearningRates)); err != nil {
			return err
		}
		if e.step, err = e.device.record(pl.Steps); err != nil {
			return err
		}
		e.roots, err = e.device.record(pl.Roots)
		return err
	})
	if err != nil {
		return nil, errors.Join(err, e.Close())
	}
	return e, nil
}

// serve runs calls on one thread, to which the device's context belongs.
func (e *Engine) serve() {
	runtime.LockOSThread()
	for f := range e.calls {
		f()
	}
}

// do runs f on the engine's thread. When the context ends first, f goes on alone and the next call waits for it: a device that hangs keeps
// nobody else.
func (e *Engine) do(ctx context.Context, f func() error) error {
	done := make(chan error, 1)
	select {
	case e.calls <- func() { done <- f() }:
	case <-ctx.Done():
		return ctx.Err()
	}
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Name is "cuda".
func (e *Engine) Name() string { return Name }

// Device describes the device that the engine runs on.
func (e *Engine) Device() Device { return e.device.describe() }

// Memory is what the program takes on the device, in bytes.
func (e *Engine) Memory() int64 { return 4 * int64(e.plan.Words) }

// Step advances the state in place by one step.
//
// Errors: as Steps.
func (e *Engine) Step(ctx context.Context, s *program.State) error { return e.Steps(ctx, s, 1) }

// Steps advances the state in place by n steps; between them it stays on the device.
//
// Errors: program.ErrState; ErrDevice, also of earlier calls; the context's error. The state is then what it was.
func (e *Engine) Steps(ctx context.Context, s *program.State, n int) error {
	if err := e.p.CheckState(s); err != nil {
		return err
	}
	clock := s.Clock
	err := e.do(ctx, func() error {
		if e.broken != nil {
			return e.broken
		}
		if err := e.steps(ctx, s, clock, n); err != nil && ctx.Err() == nil {
			e.broken = err
			return err
		}
		return ctx.Err()
	})
	if err != nil {
		return err
	}
	e.each(s, func(tensor, staged []uint32) { copy(tensor, staged) })
	s.Clock = e.staged[e.clockAt()]
	return nil
}

func (e *Engine) clockAt() int { return e.plan.State[len(e.plan.State)-1].At }

// each calls f for pieces of all tensors and of what is staged of them, on all cores: a large state is a second's work for one.
func (e *Engine) each(s *program.State, f func(tensor, staged []uint32)) {
	const piece = 1 << 20
	var wait sync.WaitGroup
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i, tensor := range s.Tensors {
		words, staged := wordsOf(tensor), e.staged[e.plan.State[i].At:]
		for first := 0; first < len(words); first += piece {
			end := min(first+piece, len(words))
			slots <- struct{}{}
			wait.Go(func() {
				f(words[first:end], staged[first:end])
				<-slots
			})
		}
	}
	wait.Wait()
}

// steps runs on the engine's thread and writes nothing of the state. A caller whose context has ended may change s meanwhile: then what was
// written to the device is never used.
func (e *Engine) steps(ctx context.Context, s *program.State, clock uint32, n int) error {
	e.each(s, func(tensor, staged []uint32) { copy(staged, tensor) })
	e.staged[e.clockAt()] = clock
	if err := e.device.write(0, e.staged); err != nil {
		return err
	}
	for i := range n {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		for j, words := range inputs(e.p, e.plan, e.payload, clock+uint32(i)) {
			if err := e.device.write(e.plan.Inputs[j].At, words); err != nil {
				return err
			}
		}
		if err := e.step(); err != nil {
			return err
		}
	}
	return e.device.read(0, e.staged)
}

// Roots returns the root of every tensor of the state that the last call of Steps left on the device, the clock's last: the entries of its
// state root. Tiles are hashed on the device; what comes back is one hash for each tensor.
//
// Source: operators.md, "Trees": H(tree ‖ kind 1 ‖ number of leaves, 8 bytes little-endian ‖ 02).
func (e *Engine) Roots(ctx context.Context) ([][32]byte, error) {
	trees := make([][]uint32, len(e.plan.Trees))
	err := e.do(ctx, func() error {
		if e.broken != nil {
			return e.broken
		}
		e.broken = e.roots()
		for i, t := range e.plan.Trees {
			if e.broken != nil {
				break
			}
			trees[i] = make([]uint32, t.Words)
			e.broken = e.device.read(t.At, trees[i])
		}
		return e.broken
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

// Profile is what a step and the roots of its state take on the device, in seconds, without the way there and back.
type Profile struct{ Step, Roots []float64 }

// Profile takes steps from s, which stays as it is, all on one batch, and as often the roots.
//
// Errors: as Steps.
func (e *Engine) Profile(ctx context.Context, s *program.State, samples int) (Profile, error) {
	var result Profile
	if err := e.p.CheckState(s); err != nil {
		return result, err
	}
	err := e.do(ctx, func() error {
		if e.broken != nil {
			return e.broken
		}
		e.broken = e.profile(ctx, s, samples, &result)
		if ctx.Err() != nil {
			e.broken = nil
			return ctx.Err()
		}
		return e.broken
	})
	if err != nil {
		return Profile{}, err
	}
	return result, nil
}

func (e *Engine) profile(ctx context.Context, s *program.State, samples int, into *Profile) error {
	if err := e.steps(ctx, s, s.Clock, 1); err != nil { // the first warms up
		return err
	}
	for range samples {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		step, err := e.device.timed(e.step)
		if err != nil {
			return err
		}
		roots, err := e.device.timed(e.roots)
		if err != nil {
			return err
		}
		into.Step, into.Roots = append(into.Step, step), append(into.Roots, roots)
	}
	return nil
}

// Close returns the device's memory.
func (e *Engine) Close() error {
	if e.calls == nil {
		return nil
	}
	err := e.do(context.Background(), func() error {
		if e.device == nil {
			return nil
		}
		return e.device.close()
	})
	close(e.calls)
	e.calls = nil
	return err
}

// wordsOf sees floats as words.
func wordsOf(f []float32) []uint32 {
	return unsafe.Slice((*uint32)(unsafe.Pointer(unsafe.SliceData(f))), len(f))
}
