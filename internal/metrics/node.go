package metrics

import (
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// Node is what is known of the chain node.
type Node struct {
	number, timestamp prometheus.Gauge
	depth             prometheus.Histogram
	errors            prometheus.Counter

	mu      sync.Mutex
	time    uint64 // of the newest block
	changed time.Time
}

func newNode(r *Registry) *Node {
	n := &Node{
		number:    r.gauge("chain_block_number", "Number of the newest block seen."),
		timestamp: r.gauge("chain_block_timestamp_seconds", "Block time of the newest block seen."),
		depth: r.histogram("chain_reorg_depth_blocks", "Blocks that a reorganisation replaced, as far as they had been seen.",
			[]float64{1, 2, 3, 6, 12, 32, 64}),
		errors: r.counter("chain_errors_total", "Times that the chain couldn't be looked at for these metrics; they stand still meanwhile."),
	}
	n.changed = time.Now()
	r.gaugeOf("chain_lag_seconds", "How far the newest block's time is behind this machine's clock; negative if it is ahead.", n.lag)
	r.gaugeOf("chain_silence_seconds", "How long ago the newest block was seen.", n.silence)
	return n
}

// Block notes a new block. Units: seconds of block time.
func (n *Node) Block(number, time uint64) {
	n.number.Set(float64(number))
	n.timestamp.Set(float64(time))
	n.see(time)
}

func (n *Node) see(blockTime uint64) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.time, n.changed = blockTime, time.Now()
}

// Reorganised notes that so many blocks were replaced.
func (n *Node) Reorganised(depth uint64) { n.depth.Observe(float64(depth)) }

// Failed notes that the chain couldn't be read.
func (n *Node) Failed() { n.errors.Inc() }

func (n *Node) lag() float64 {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.time == 0 {
		return 0
	}
	return float64(time.Now().UnixMilli())/1000 - float64(n.time)
}

func (n *Node) silence() float64 {
	n.mu.Lock()
	defer n.mu.Unlock()
	return seconds(time.Since(n.changed))
}
