package metrics

import (
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// Replay is what this machine's own replay says.
type Replay struct {
	answers      choice[prometheus.Counter]
	took         prometheus.Histogram
	lag, windows prometheus.Gauge
}

func newReplay(r *Registry) *Replay {
	return &Replay{
		answers: r.kinds("judgements_total", "Windows that this machine judged by its own replay, by answer. Unknown: it couldn't; it is asked again.",
			"answer", []string{"agree", "disagree", "unknown"}),
		took:    r.histogram("replay_seconds", "Time to judge a window.", durations),
		lag:     r.gauge("replay_lag_seconds", "Age in block time of the oldest unfinal window on the head that this machine has no answer about; 0 without one."),
		windows: r.gauge("replay_lag_windows", "Unfinal windows on the head that this machine has no answer about."),
	}
}

// Judged notes an answer: agree, disagree or unknown.
func (r *Replay) Judged(answer string, took time.Duration) {
	r.answers.of(answer).Inc()
	r.took.Observe(seconds(took))
}

// Behind notes what isn't judged yet. Units: seconds of block time.
func (r *Replay) Behind(windows int, oldest int64) {
	r.windows.Set(float64(windows))
	r.lag.Set(float64(max(oldest, 0)))
}
