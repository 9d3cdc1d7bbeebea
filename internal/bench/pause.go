package bench

import (
	"context"
	"errors"
	"time"
)

// pause is long enough for the engine's threads to fall asleep.
const pause = 2 * time.Millisecond

// pauses compares a product whose threads have slept with the same product in a row: the difference is what it takes to wake them.
func (s *suite) pauses(ctx context.Context) (err error) {
	t, err := s.trial(s.program, 2, "h.0.attn.c_proj.matmul")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, t.close()) }()
	times, err := t.enough(ctx, s.sample)
	if err != nil {
		return err
	}
	pairs, err := s.measure(ctx,
		func() (float64, error) {
			seconds := 0.0
			for range times {
				time.Sleep(pause)
				one, err := t.seconds(ctx, 1)
				if err != nil {
					return 0, err
				}
				seconds += one
			}
			return seconds / float64(times), nil
		},
		func() (float64, error) { return t.seconds(ctx, times) })
	s.row(rate("product "+shapeOf(&t.operators[0]).String()+" after a pause, 2 threads", "GFLOP/s", "the same without", shapeOf(&t.operators[0]).work(), pairs))
	return err
}
