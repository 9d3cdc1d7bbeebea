package metrics

import (
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// Index is the coordinator's place in the chain's log, and what it serves.
type Index struct {
	block, lag                  prometheus.Gauge
	events, skipped, mismatches prometheus.Counter
	depth                       prometheus.Histogram
	checkpoints                 choice[prometheus.Gauge]
	requests                    choice[prometheus.Counter]
	took                        prometheus.Histogram
}

func newIndex(r *Registry) *Index {
	checkpoints := r.gauges("checkpoints", "Checkpoints that must stay available, by what was found when they were looked for last.", "state")
	return &Index{
		block:      r.gauge("index_block_number", "Newest block in the index."),
		lag:        r.gauge("index_lag_blocks", "Blocks of the chain that aren't in the index."),
		events:     r.counter("index_events_total", "Events taken into the index, those taken again after a reorganisation included."),
		skipped:    r.counter("index_skipped_events_total", "Logs of our contracts that couldn't be read and were skipped."),
		mismatches: r.counter("index_mismatches_total", "Times that what the index says of a head differed from what the contracts say."),
		depth:      r.histogram("index_rollback_blocks", "Blocks that the index took back after a reorganisation.", []float64{1, 2, 3, 6, 12, 32, 64, 256}),
		checkpoints: choose([]string{"available", "missing", "unknown"},
			func(state string) prometheus.Gauge { return checkpoints.WithLabelValues(state) }),
		requests: r.kinds("http_requests_total", "Requests to the coordinator's API by class of answer.", "code", []string{"2xx", "3xx", "4xx", "429", "5xx"}),
		took:     r.histogram("http_request_seconds", "Time to answer a request; streams aren't in it.", durations),
	}
}

// At notes the newest block in the index, and of the chain.
func (x *Index) At(block, newest uint64) {
	x.block.Set(float64(block))
	x.lag.Set(float64(newest - min(block, newest)))
}

// Took notes events that were taken in, and logs that were skipped.
func (x *Index) Took(events, skipped int) {
	x.events.Add(float64(events))
	x.skipped.Add(float64(skipped))
}

// RolledBack notes that so many blocks were taken back.
func (x *Index) RolledBack(blocks uint64) { x.depth.Observe(float64(blocks)) }

// Mismatched notes that a head differs from the contracts'.
func (x *Index) Mismatched() { x.mismatches.Inc() }

// Checkpoints notes how many checkpoints could be had, couldn't, or weren't looked for yet.
func (x *Index) Checkpoints(available, missing, unknown int) {
	for state, n := range map[string]int{"available": available, "missing": missing, "unknown": unknown} {
		x.checkpoints.of(state).Set(float64(n))
	}
}

// Answered notes an answer of the API by its HTTP status.
func (x *Index) Answered(status int, took time.Duration) {
	class := "429"
	if status != 429 {
		class = string(rune('0'+status/100)) + "xx"
	}
	x.requests.of(class).Inc()
	x.took.Observe(seconds(took))
}
