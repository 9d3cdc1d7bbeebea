package bench

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"

	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/internal/ipfs"
	"github.com/commonweight/commonweight/train/checkpoint"
	"github.com/commonweight/commonweight/train/engine"
	"github.com/commonweight/commonweight/train/program"
)

// verification measures what `verify --step` does to a window: it fetches the checkpoint before it, compares its root, takes the steps, and
// hashes the step that was asked for and the last. The reference is the worker's own steps of such a window, plus the same fetch.
func (s *suite) verification(ctx context.Context) (err error) {
	dir, err := os.MkdirTemp("", "commonweight-bench-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	store, err := ipfs.OpenEmbedded(dir)
	if err != nil {
		return err
	}
	own := s.state()
	reader, writer := io.Pipe()
	go func() { writer.CloseWithError(checkpoint.Write(writer, s.program, own)) }()
	cid, err := store.Put(ctx, reader)
	if err = errors.Join(err, reader.Close()); err != nil {
		return err
	}
	root := trace.StateRoot(s.program, own)
	fetch := func() (*program.State, error) {
		content, err := store.Get(ctx, cid, checkpoint.MaxBytes(s.program))
		if err != nil {
			return nil, err
		}
		state, err := checkpoint.Read(content, s.program)
		if err = errors.Join(err, content.Close()); err == nil && trace.StateRoot(s.program, state) != root {
			err = errors.New("bench: the checkpoint has another root")
		}
		return state, err
	}

	bytes := stateBytes(own)
	var fetches []float64
	pairs, err := s.few().measure(ctx,
		func() (float64, error) {
			runtime.GC()
			seconds, err := timed(func() error { _, err := fetch(); return err })
			fetches = append(fetches, seconds)
			return seconds, err
		},
		func() (float64, error) { return s.sha256(bytes), nil })
	if err != nil {
		return err
	}
	s.row(rate(fmt.Sprintf("fetch of a checkpoint from the block store, %s, root compared", size(bytes)), "GB/s", "SHA-256", float64(bytes), pairs))

	return s.stepping(s.program, func(e engine.Engine) error {
		window := func(state *program.State, after func(step int)) error {
			for step := range windowSteps {
				if err := e.Step(ctx, state); err != nil {
					return err
				}
				after(step)
			}
			return nil
		}
		fetches = nil
		pairs, err := s.few().measure(ctx,
			func() (float64, error) {
				runtime.GC()
				return timed(func() error {
					var pre *program.State
					seconds, err := timed(func() (err error) { pre, err = fetch(); return err })
					fetches = append(fetches, seconds)
					if err != nil {
						return err
					}
					return window(pre, func(step int) {
						if step == 0 || step == windowSteps-1 {
							trace.StateRoot(s.program, pre)
						}
					})
				})
			},
			func() (float64, error) { return timed(func() error { return window(own, func(int) {}) }) })
		if err != nil {
			return err
		}
		for i := range pairs {
			pairs[i].reference += fetches[i+1] // the first pair was for warming up
		}
		s.row(millis(fmt.Sprintf("verify --step in a window of %d steps, B%dxT%d, with its fetch", windowSteps, s.program.Spec.Batch, s.program.Spec.Model.Context),
			"the worker's own steps and the fetch", pairs))
		return nil
	})
}
