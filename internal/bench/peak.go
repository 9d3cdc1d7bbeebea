package bench

import (
	"context"

	"github.com/commonweight/commonweight/train/engine/cpu"
)

// peakIs names the reference of rows that are compared with the peak.
const peakIs = "the highest multiply-add peak yet"

// peaks are the highest rates of multiply-adds that a run has seen, by level and threads. A host that takes the processors away for a while
// lowers some looks; no look is higher than what the machine can do, so the highest is what to compare with.
type peaks map[onPeak]float64

type onPeak struct {
	level   string
	threads int
}

// glance is the work of a look, for each thread: some milliseconds, since threads take a while to start.
const glance = 2e9

// look measures the peak for some milliseconds, ten times, and remembers the highest.
func (s *suite) look(threads int) error {
	looks := 10
	if s.Quick {
		looks = 1
	}
	for range looks {
		peak, err := cpu.Peak(s.engine, threads, glance*float64(threads))
		if err != nil {
			return err
		}
		key := onPeak{s.engine, threads}
		s.peaks[key] = max(s.peaks[key], peak)
	}
	return nil
}

// besidePeak measures work with looks at the peak before, between and after. The reference is the time of so many operations at the highest
// of them and of all earlier ones of this run.
func (s *suite) besidePeak(ctx context.Context, threads int, work float64, ours func() (float64, error)) ([]pair, error) {
	pairs, err := s.measure(ctx, ours, func() (float64, error) { return 0, s.look(threads) })
	for i := range pairs {
		pairs[i].reference = work / s.peaks[onPeak{s.engine, threads}]
	}
	return pairs, err
}

// heldIs names the reference of rows that are compared with the peak in turns, for as much work.
const heldIs = "as many multiply-adds at the peak, in turns"

// heldPeak is the time that so much work takes at the peak. What a host's other guests and the processors' clocks take from a measurement of the
// same length in the same seconds, they take from this too. It looks at the highest peak as well.
func (s *suite) heldPeak(threads int, work float64) (float64, error) {
	if err := s.look(threads); err != nil {
		return 0, err
	}
	peak, err := cpu.Peak(s.engine, threads, work)
	return work / peak, err
}
