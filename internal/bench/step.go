package bench

import (
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"time"

	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/train/engine"
	"github.com/commonweight/commonweight/train/program"
)

// step measures whole steps.
func (s *suite) step(ctx context.Context) error {
	return s.stepping(s.program, func(e engine.Engine) error {
		return s.stepRows(ctx, e, s.program, s.state())
	})
}

// stepping opens an engine for a program.
func (s *suite) stepping(p *program.Program, use func(engine.Engine) error) error {
	e, err := engine.Open(s.engine, p, s.payload, s.Threads)
	if err != nil {
		return err
	}
	return errors.Join(use(e), e.Close())
}

// stepRows compares a step with as many multiply-adds at the peak, in turns: the median in milliseconds, whose ratio is the share of the peak.
// And the rate of the fastest with the highest peak that any few milliseconds of this run have shown.
func (s *suite) stepRows(ctx context.Context, e engine.Engine, p *program.Program, state *program.State) error {
	work := work(p)
	pairs, err := s.measure(ctx,
		func() (float64, error) { return timed(func() error { return e.Step(ctx, state) }) },
		func() (float64, error) { return s.heldPeak(s.Threads, work) })
	if err != nil {
		return err
	}
	name := fmt.Sprintf("step of %s, %s", describe(p), s.on(s.Threads))
	s.row(millis(name, heldIs, pairs))
	fastest := slices.MinFunc(pairs, func(a, b pair) int { return cmp.Compare(a.ours, b.ours) })
	fastest.reference = work / s.peaks[onPeak{s.engine, s.Threads}]
	s.row(rate("fastest "+name, "GFLOP/s", peakIs, work, []pair{fastest}))
	return nil
}

func describe(p *program.Program) string {
	m := p.Spec.Model
	return fmt.Sprintf("%d-layer GPT of %.0fM parameters, B%dxT%d", m.Layers, float64(parameters(p))/1e6, p.Spec.Batch, m.Context)
}

// windowSteps is the length of the windows that hashing and verification are compared with.
const windowSteps = 8

// few is the suite with as many pairs as rows of many steps have.
func (s *suite) few() *suite {
	f := *s
	f.pairs = min(s.pairs, 3)
	return &f
}

// hashing measures state roots, and what one root is of a window of longer samples. It comes last: it drops the state of the others.
func (s *suite) hashing(ctx context.Context) error {
	s.held.state = nil
	runtime.GC()
	state := s.long.Genesis()
	bytes := stateBytes(state)
	root := func() (float64, error) {
		return timed(func() error { trace.StateRoot(s.long, state); return nil })
	}
	pairs, err := s.measure(ctx, root, func() (float64, error) { return s.sha256(bytes), nil })
	if err != nil {
		return err
	}
	s.row(rate(fmt.Sprintf("state root, %s, %s", size(bytes), plural(s.Threads)), "GB/s", "SHA-256", float64(bytes), pairs))
	return s.stepping(s.long, func(e engine.Engine) error {
		if err := s.few().stepRows(ctx, e, s.long, state); err != nil {
			return err
		}
		pairs, err := s.few().measure(ctx, root, func() (float64, error) {
			seconds, err := timed(func() error { return e.Step(ctx, state) })
			return windowSteps * seconds, err
		})
		if err != nil {
			return err
		}
		s.row(millis(fmt.Sprintf("state root of %s", describe(s.long)), fmt.Sprintf("the window of %d steps that it ends", windowSteps), pairs))
		return nil
	})
}

// sha256 is the time to hash so many bytes on all threads.
func (s *suite) sha256(bytes int) float64 {
	block := make([]byte, 1<<20)
	began := time.Now()
	each(s.Threads, bytes, func(from, to int) {
		for ; from < to; from += len(block) {
			sha256.Sum256(block[:min(len(block), to-from)])
		}
	})
	return time.Since(began).Seconds()
}

// pytorch compares a step with PyTorch's on the CPU.
func (s *suite) pytorch(ctx context.Context) (err error) {
	torch, err := startPyTorch(ctx, s.Python, s.Script, s.program.Spec.Model, s.program.Spec.Batch, s.Threads)
	if err != nil {
		s.note("the step in PyTorch is left out: " + err.Error())
		return ctx.Err()
	}
	defer func() { err = errors.Join(err, torch.close()) }()
	return s.stepping(s.program, func(e engine.Engine) error {
		state := s.state()
		pairs, err := s.few().measure(ctx,
			func() (float64, error) { return timed(func() error { return e.Step(ctx, state) }) },
			func() (float64, error) {
				took, err := torch.ask(1)
				time.Sleep(8 * s.settle)
				return took.wall, err
			})
		if err != nil {
			return err
		}
		s.row(millis(fmt.Sprintf("step of %s, %s", describe(s.program), s.on(s.Threads)), "PyTorch "+torch.is, pairs))
		return nil
	})
}

func timed(do func() error) (float64, error) {
	began := time.Now()
	err := do()
	return time.Since(began).Seconds(), err
}

func parameters(p *program.Program) int {
	n := 0
	for _, t := range p.StateLayout[:p.Parameters] {
		n += t.Shape.Words()
	}
	return n
}

// work counts a step's operations as is usual: 6N + 6LCT for each token, N being the parameters; attention counts half of its square.
func work(p *program.Program) float64 {
	m := p.Spec.Model
	tokens := p.Spec.Batch * m.Context
	return float64(tokens) * float64(6*parameters(p)+6*m.Layers*m.Width*m.Context)
}

func stateBytes(s *program.State) int {
	n := 0
	for _, t := range s.Tensors {
		n += 4 * len(t)
	}
	return n
}
