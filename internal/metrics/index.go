package metrics

import (
	"net/http"
	"sync/atomic"
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// Index is the coordinator's place in the chain's log, what must stay available, and what is served.
type Index struct {
	status   atomic.Pointer[func() IndexStatus]
	requests choice[prometheus.Counter]
	took     prometheus.Histogram
}

// IndexStatus is how an index does. What is counted is counted since the start of the process.
type IndexStatus struct {
	Block, Lag      uint64 // the newest block indexed; blocks that aren't yet
	Events          uint64 // taken in
	Reorgs, Deepest uint64 // how many; blocks that the deepest took back
	Rebuilds        uint64 // of all of it
	Faults, Doubts  uint64 // contradictions that a node was caught in; blocks that it may have left something out of
	Skipped         uint64 // events in the index that couldn't be read
	Mismatches      int    // heads, anchors, money that the contracts tell otherwise now
	Stuck           bool   // the node isn't followed

	Kept, Unverified int   // contents that are kept; of these, compared with nothing but their CID
	KeptBytes        int64 // of them
	Missing, Wrong   int   // contents that must stay available and can't be had; that are here and aren't what was committed
}

func newIndex(r *Registry) *Index {
	x := &Index{}
	gauge := func(name, help string, of func(IndexStatus) float64) {
		r.gaugeOf(name, help, func() float64 { return of(x.read()) })
	}
	counter := func(name, help string, of func(IndexStatus) uint64) {
		r.add(name, nil, prometheus.NewCounterFunc(prometheus.CounterOpts{Namespace: namespace, Name: name, Help: help}, func() float64 { return float64(of(x.read())) }))
	}
	gauge("index_block_number", "Newest block in the index.", func(s IndexStatus) float64 { return float64(s.Block) })
	gauge("index_lag_blocks", "Blocks of the chain that aren't in the index.", func(s IndexStatus) float64 { return float64(s.Lag) })
	gauge("index_deepest_reorg_blocks", "Blocks that the deepest reorganisation since the start took back.", func(s IndexStatus) float64 { return float64(s.Deepest) })
	gauge("index_skipped_events", "Events that are in the log and couldn't be taken into the index.", func(s IndexStatus) float64 { return float64(s.Skipped) })
	gauge("index_mismatches", "Things that the contracts tell otherwise than the index, when they were asked last.", func(s IndexStatus) float64 { return float64(s.Mismatches) })
	gauge("index_stuck", "1 while the node isn't followed; the reason is in the log and in the API's status.", func(s IndexStatus) float64 { return truth(s.Stuck) })
	counter("index_events_total", "Events taken into the index, those taken again after a reorganisation included.", func(s IndexStatus) uint64 { return s.Events })
	counter("index_reorgs_total", "Reorganisations that the index took back.", func(s IndexStatus) uint64 { return s.Reorgs })
	counter("index_rebuilds_total", "Times that the whole index was built again, because a node was caught.", func(s IndexStatus) uint64 { return s.Rebuilds })
	counter("index_node_faults_total", "Contradictions that a node was caught in.", func(s IndexStatus) uint64 { return s.Faults })
	counter("index_node_doubts_total", "Blocks whose header hints at events that the node doesn't have, without proof either way.", func(s IndexStatus) uint64 { return s.Doubts })
	gauge("contents_kept", "Contents that stay available here: RunSpecs, data, checkpoints.", func(s IndexStatus) float64 { return float64(s.Kept) })
	gauge("contents_kept_bytes", "Bytes of them.", func(s IndexStatus) float64 { return float64(s.KeptBytes) })
	gauge("contents_unverified", "Of these, compared with nothing except their CID.", func(s IndexStatus) float64 { return float64(s.Unverified) })
	gauge("contents_missing", "Contents that must stay available and can't be had.", func(s IndexStatus) float64 { return float64(s.Missing) })
	gauge("contents_wrong", "Checkpoints that are here and aren't what was committed.", func(s IndexStatus) float64 { return float64(s.Wrong) })
	x.requests = r.kinds("http_requests_total", "Requests to the coordinator's API by class of answer; 429: one address asked too often.", "code", []string{"2xx", "3xx", "4xx", "429", "5xx"})
	x.took = r.histogram("http_request_seconds", "Time to answer a request of the coordinator's API; streams of events aren't in it.", durations)
	return x
}

// Follow makes the metrics of the index be read from status, which is called with each scrape and must be quick.
func (x *Index) Follow(status func() IndexStatus) { x.status.Store(&status) }

func (x *Index) read() IndexStatus {
	if status := x.status.Load(); status != nil {
		return (*status)()
	}
	return IndexStatus{}
}

// Answered notes an answer of the API by its HTTP status.
func (x *Index) Answered(status int, took time.Duration) {
	class := "429"
	if status != http.StatusTooManyRequests {
		class = string(rune('0'+status/100)) + "xx"
	}
	x.requests.of(class).Inc()
	x.took.Observe(seconds(took))
}
