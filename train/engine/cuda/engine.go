package cuda

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"time"
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
// Concurrency: one call at a time, those of its windows counted.
type Engine struct {
	p        *program.Program
	plan     *plan.Plan
	payload  []byte
	device   device
	calls    chan func() // to the thread that the device is spoken to from
	step     func() error
	roots    func() error
	staged   []uint32    // the state on its way, as it lies on the device: from word 0 on
	record   plan.Region // of what a step says about itself
	resident *Window     // whose state the device holds; of the engine's thread

	mu      sync.Mutex
	broken  error         // what it ended with
	ready   bool          // prepared: what it does from now on is what it is for
	longest time.Duration // that the device has taken for an answer since; 0 before the first
	hangs   bool          // the thread is lost in a call that was given up
}

// How long the device may take for an answer before it is given up: ten minutes for the first, which has to be compiled and is long for a
// reason; then ten seconds and ten times the longest so far.
var (
	firstAnswer               = 10 * time.Minute
	anyAnswer                 = 10 * time.Second
	answers     time.Duration = 10
)

// start prepares a program on a device that has passed.
func start(p *program.Program, payload []byte, o plan.Options, open func() (device, error)) (*Engine, error) {
	if want := p.Spec.Dataset.Bytes; len(payload) != want {
		return nil, fmt.Errorf("the dataset has %d bytes, the run says %d", len(payload), want)
	}
	pl, err := plan.New(p, o)
	if err != nil {
		return nil, err
	}
	e := &Engine{p: p, plan: pl, payload: payload, calls: make(chan func()), record: recordOf(p, pl)}
	go e.serve()
	err = e.do(context.Background(), func() error {
		if e.device, err = open(); err != nil {
			return err
		}
		if err := e.device.prepare(pl.Modules, pl.Words); err != nil {
			return err
		}
		if e.staged, err = e.device.staging(pl.Rates.At + pl.Rates.Words); err != nil {
			return err
		}
		copy(e.staged[pl.Rates.At:], wordsOf(p.LearningRates))
		if e.step, err = e.device.record(pl.Steps); err != nil {
			return err
		}
		e.roots, err = e.device.record(pl.Roots)
		return err
	})
	if err != nil {
		return nil, errors.Join(err, e.Close())
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	e.ready = true
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
// nobody else, and is given up when its time is over. Any error of f ends the engine.
func (e *Engine) do(ctx context.Context, f func() error) error {
	patience, err := e.patience()
	if err = errors.Join(err, ctx.Err()); err != nil {
		return err
	}
	over := time.NewTimer(patience)
	defer over.Stop()
	done := make(chan error, 1)
	select {
	case e.calls <- func() { done <- e.try(f) }:
	case <-ctx.Done():
		return ctx.Err()
	case <-over.C:
		return e.giveUp(patience)
	}
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		return ctx.Err()
	case <-over.C:
		return e.giveUp(patience)
	}
}

// patience is how long the device may take for the next answer.
//
// Errors: what the engine ended with.
func (e *Engine) patience() (time.Duration, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.longest == 0 {
		return firstAnswer, e.broken
	}
	return anyAnswer + answers*e.longest, e.broken
}

func (e *Engine) giveUp(patience time.Duration) error {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.hangs = true
	if e.broken == nil {
		e.broken = fmt.Errorf("%w: it has not answered for %s", ErrDevice, patience.Round(time.Millisecond))
	}
	return e.broken
}

// try runs f on the engine's thread, unless the engine has ended.
func (e *Engine) try(f func() error) error {
	begun := time.Now()
	if _, err := e.patience(); err != nil {
		return err
	}
	err := f()
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.broken == nil {
		e.broken = err
	}
	if e.ready {
		e.longest = max(e.longest, time.Since(begun))
	}
	return e.broken
}

// Name is "cuda".
func (e *Engine) Name() string { return Name }

// Device describes the device that the engine runs on.
func (e *Engine) Device() Device { return e.device.describe() }

// Memory is what the program takes on the device, in bytes.
func (e *Engine) Memory() int64 { return 4 * int64(e.plan.Words) }

// Step advances the state in place by one step: one way to the device, one back.
//
// Errors: program.ErrState; ErrDevice, also of earlier calls; the context's error. The state is then what it was.
func (e *Engine) Step(ctx context.Context, s *program.State) error {
	w, err := e.Begin(s)
	if err != nil {
		return err
	}
	defer w.End()
	err = e.do(ctx, func() error {
		if err := w.step(); err != nil {
			return err
		}
		return e.device.read(0, e.state())
	})
	if err != nil {
		return err
	}
	e.each(s, func(tensor, staged []uint32) { copy(tensor, staged) })
	s.Clock = e.staged[e.clockAt()]
	return nil
}

// state is what is staged of a state.
func (e *Engine) state() []uint32 { return e.staged[:e.plan.Rates.At] }

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

// Profile is what a step and the roots of its state take on the device, in seconds, without the way there and back.
type Profile struct{ Step, Roots []float64 }

// Profile takes steps from s, which stays as it is, all on one batch, and as often the roots.
//
// Errors: as Step.
func (e *Engine) Profile(ctx context.Context, s *program.State, samples int) (Profile, error) {
	var result Profile
	w, err := e.Begin(s)
	if err != nil {
		return result, err
	}
	defer w.End()
	if err := w.Step(ctx); err != nil { // the first warms up
		return result, err
	}
	for range samples {
		var step, roots float64
		err := e.do(ctx, func() (err error) {
			if step, err = e.device.timed(e.step); err == nil {
				roots, err = e.device.timed(e.roots)
			}
			return err
		})
		if err != nil {
			return Profile{}, err
		}
		result.Step, result.Roots = append(result.Step, step), append(result.Roots, roots)
	}
	return result, nil
}

// Close returns the device's memory. A device that hangs keeps it, and its thread.
func (e *Engine) Close() error {
	if e.calls == nil {
		return nil
	}
	e.mu.Lock()
	lost, patience := e.hangs, anyAnswer+answers*e.longest
	e.mu.Unlock()
	defer func() { close(e.calls); e.calls = nil }()
	if lost {
		return nil
	}
	done := make(chan error, 1)
	over := time.NewTimer(patience)
	defer over.Stop()
	select {
	case e.calls <- func() { done <- e.shut() }:
	case <-over.C:
		return fmt.Errorf("%w: close: it does not answer", ErrDevice)
	}
	select {
	case err := <-done:
		return err
	case <-over.C:
		return fmt.Errorf("%w: close: it does not answer", ErrDevice)
	}
}

func (e *Engine) shut() error {
	if e.device == nil {
		return nil
	}
	return e.device.close()
}

// wordsOf sees floats as words.
func wordsOf(f []float32) []uint32 {
	return unsafe.Slice((*uint32)(unsafe.Pointer(unsafe.SliceData(f))), len(f))
}
