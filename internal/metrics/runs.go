package metrics

import (
	"math/big"
	"sync"

	"github.com/prometheus/client_golang/prometheus"
)

// Runs is the place of each run.
type Runs struct {
	windows, head, final *prometheus.GaugeVec
	leased, left, oldest *prometheus.GaugeVec
	escrow               *prometheus.GaugeVec
	tasks                *prometheus.GaugeVec

	mu   sync.Mutex
	seen []string
}

// Place is where a run stands. Times are seconds of block time.
type Place struct {
	Windows, Head, Final uint64 // windows of the whole run, up to the head, finalised
	Leased               bool
	LeaseAge, LeaseLeft  int64    // while it is leased; left is negative once the lease has run out
	OldestPending        int64    // age of the oldest window that isn't final; 0 without one
	Escrow               *big.Int // of rewards, 10^-18 of the token

	Tasks, Answered, Right uint64 // of attention: two per final window; answered; answered rightly
}

func newRuns(r *Registry) *Runs {
	return &Runs{
		windows: r.gauges("run_windows", "Windows of the whole run.", "run"),
		head:    r.gauges("run_head_windows", "Windows up to the head.", "run"),
		final:   r.gauges("run_final_windows", "Finalised windows.", "run"),
		leased:  r.gauges("run_lease_age_seconds", "Block time since the lease was taken; absent while nobody holds it.", "run"),
		left:    r.gauges("run_lease_left_seconds", "Block time until the lease runs out; absent while nobody holds it.", "run"),
		oldest:  r.gauges("run_oldest_pending_seconds", "Age in block time of the oldest window that isn't final; 0 without one.", "run"),
		escrow:  r.gauges("run_escrow_coins", "What the run's escrow holds for rewards, in 10^18 units of the reward token.", "run"),
		tasks: r.gauges("run_attention_tasks", "Attention tasks of the run's final windows by result: asked, all of them; answered; right. Right by asked is the canary detection rate.",
			"run", "result"),
	}
}

// Set notes where a run stands. Of more than 64 runs those that were noted first are forgotten.
func (r *Runs) Set(run uint64, p Place) {
	r.mu.Lock()
	defer r.mu.Unlock()
	id := number(run)
	r.keep(id)
	r.windows.WithLabelValues(id).Set(float64(p.Windows))
	r.head.WithLabelValues(id).Set(float64(p.Head))
	r.final.WithLabelValues(id).Set(float64(p.Final))
	r.oldest.WithLabelValues(id).Set(float64(p.OldestPending))
	r.escrow.WithLabelValues(id).Set(coins(p.Escrow))
	for result, n := range map[string]uint64{"asked": p.Tasks, "answered": p.Answered, "right": p.Right} {
		r.tasks.WithLabelValues(id, result).Set(float64(n))
	}
	if !p.Leased {
		r.leased.DeleteLabelValues(id)
		r.left.DeleteLabelValues(id)
		return
	}
	r.leased.WithLabelValues(id).Set(float64(p.LeaseAge))
	r.left.WithLabelValues(id).Set(float64(p.LeaseLeft))
}

// keep remembers a run and forgets the one that has been known longest, if there are too many.
func (r *Runs) keep(id string) {
	for _, known := range r.seen {
		if known == id {
			return
		}
	}
	r.seen = append(r.seen, id)
	if len(r.seen) <= shown {
		return
	}
	gone := prometheus.Labels{"run": r.seen[0]}
	for _, g := range []*prometheus.GaugeVec{r.windows, r.head, r.final, r.leased, r.left, r.oldest, r.escrow, r.tasks} {
		g.DeletePartialMatch(gone)
	}
	r.seen = r.seen[1:]
}
