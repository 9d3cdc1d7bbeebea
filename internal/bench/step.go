package bench

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"time"

	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/train/engine"
	"github.com/commonweight/commonweight/train/engine/cpu"
	"github.com/commonweight/commonweight/train/program"
)

// step measures whole steps, state roots, and what a replay adds to its step.
func (s *suite) step(ctx context.Context) (err error) {
	e, err := engine.Open(s.Engine, s.program, s.payload, s.Threads)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, e.Close()) }()
	state := s.program.Genesis()
	step := func() (float64, error) { return timed(func() error { return e.Step(ctx, state) }) }
	m := s.program.Spec.Model
	name := fmt.Sprintf("%d-layer GPT of %.0fM parameters, B4xT%d, %s", m.Layers, float64(s.parameters())/1e6, m.Context, plural(s.Threads))

	work, against := s.work(), "multiply-add peak"
	pairs, err := s.measure(ctx, step, func() (float64, error) {
		const looks = 10 // each takes some milliseconds
		seconds := 0.0
		for range looks {
			peak, err := cpu.Peak(s.Engine, s.Threads)
			if err != nil {
				return 0, err
			}
			seconds += work / peak
		}
		return seconds / looks, nil
	})
	if err != nil {
		return err
	}
	s.row(millis("step of "+name, against, pairs))
	s.row(rate("step of "+name, "GFLOP/s", against, work, pairs))

	bytes := stateBytes(state)
	block := make([]byte, 1<<20)
	pairs, err = s.measure(ctx,
		func() (float64, error) {
			return timed(func() error { trace.StateRoot(s.program, state); return nil })
		},
		func() (float64, error) {
			return timed(func() error {
				each(s.Threads, bytes, func(from, to int) {
					for ; from < to; from += len(block) {
						sha256.Sum256(block[:min(len(block), to-from)])
					}
				})
				return nil
			})
		})
	if err != nil {
		return err
	}
	s.row(rate(fmt.Sprintf("state root, %s", size(bytes)), "GB/s", "SHA-256", float64(bytes), pairs))

	// A verifier copies the state before the step, replays the step and hashes what comes out.
	pairs, err = s.measure(ctx,
		func() (float64, error) {
			return timed(func() error {
				copied := state.Clone()
				if err := e.Step(ctx, copied); err != nil {
					return err
				}
				trace.StateRoot(s.program, copied)
				return nil
			})
		}, step)
	if err != nil {
		return err
	}
	s.row(millis("replay of a step, copy and root included", "the step itself", pairs))
	return nil
}

func timed(do func() error) (float64, error) {
	began := time.Now()
	err := do()
	return time.Since(began).Seconds(), err
}

func (s *suite) parameters() int {
	n := 0
	for _, t := range s.program.StateLayout[:s.program.Parameters] {
		n += t.Shape.Words()
	}
	return n
}

// work counts a step's operations as is usual: 6N + 6LCT for each token, N being the parameters; attention counts half of its square.
func (s *suite) work() float64 {
	m := s.program.Spec.Model
	tokens := s.program.Spec.Batch * m.Context
	return float64(tokens) * float64(6*s.parameters()+6*m.Layers*m.Width*m.Context)
}

func stateBytes(s *program.State) int {
	n := 0
	for _, t := range s.Tensors {
		n += 4 * len(t)
	}
	return n
}
