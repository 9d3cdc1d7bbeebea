package metrics

import (
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// Storage is what became of reads and writes of content.
type Storage struct {
	reads choice[prometheus.Counter]
	took  choice[prometheus.Observer]
}

func newStorage(r *Registry) *Storage {
	return &Storage{
		reads: r.kinds("storage_requests_total", "Content asked of storage, or put into it, by result. Missing: not held, or it didn't arrive in time.",
			"result", []string{"ok", "missing", "damaged", "failed"}),
		took: r.histograms("storage_seconds", "Time until storage answered; the reading of large content isn't in it.", "request", []string{"get", "put"}, durations),
	}
}

// Broke notes that content of which the first block had come could not be read to its end: missing, damaged or failed.
func (s *Storage) Broke(result string) { s.reads.of(result).Inc() }

// Asked notes a request (get or put) and its result: ok, missing, damaged or failed.
func (s *Storage) Asked(request, result string, took time.Duration) {
	s.reads.of(result).Inc()
	s.took.of(request).Observe(seconds(took))
}
