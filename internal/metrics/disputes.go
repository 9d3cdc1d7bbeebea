package metrics

import (
	"slices"

	"github.com/prometheus/client_golang/prometheus"
)

// Forecasts are whom this machine's bits support.
var Forecasts = []string{"committer", "challenger", "neither", "unknown"}

// Disputes is what this machine thinks of the open disputes, and of how others decided.
type Disputes struct {
	open      choice[prometheus.Gauge]
	each      *prometheus.GaugeVec
	decisions *prometheus.CounterVec
}

// Forecast is whom this machine's bits support in one dispute.
type Forecast struct {
	Challenge uint64
	Supports  string // one of Forecasts
}

var (
	decisionsBy = []string{"tally", "match", "finality", "rejection"}
	agreements  = []string{"agrees", "contradicts", "unknown"}
)

func newDisputes(r *Registry) *Disputes {
	open := r.gauges("disputes_open", "Disputes that aren't settled, by the side that this machine's own bits support.", "forecast")
	d := &Disputes{
		open:      choose(Forecasts, func(f string) prometheus.Gauge { return open.WithLabelValues(f) }),
		each:      r.gauges("dispute_forecast", "The side that this machine's own bits support in an open dispute; 1 for that one. The newest 64 disputes.", "challenge", "forecast"),
		decisions: r.counters("decisions_total", "What was decided since the start about windows, and whether this machine's own bits say the same.", "by", "agreement"),
	}
	for _, by := range decisionsBy {
		for _, agreement := range agreements {
			d.decisions.WithLabelValues(by, agreement)
		}
	}
	return d
}

// Open notes all open disputes, in order of their numbers.
func (d *Disputes) Open(all []Forecast) {
	count := make(map[string]int)
	d.each.Reset()
	for i, f := range all {
		supports := f.Supports
		if !slices.Contains(Forecasts, supports) {
			supports = other
		}
		count[supports]++
		if len(all)-i <= shown {
			d.each.WithLabelValues(number(f.Challenge), supports).Set(1)
		}
	}
	for supports, gauge := range d.open {
		gauge.Set(float64(count[supports]))
	}
}

// Decided notes a decision: by tally, match, finality or rejection, which agrees, contradicts or is unknown.
func (d *Disputes) Decided(by, agreement string) {
	if slices.Contains(decisionsBy, by) && slices.Contains(agreements, agreement) {
		d.decisions.WithLabelValues(by, agreement).Inc()
	}
}
