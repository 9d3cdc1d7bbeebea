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

// look measures the peak for some milliseconds, ten times, and remembers the highest.
func (s *suite) look(threads int) error {
	looks := 10
	if s.Quick {
		looks = 1
	}
	for range looks {
		peak, err := cpu.Peak(s.engine, threads)
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
