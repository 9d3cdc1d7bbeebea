package metrics

import (
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// Worker is what a worker computes.
type Worker struct {
	steps              prometheus.Counter
	phases             choice[prometheus.Observer]
	loss, norm, newest prometheus.Gauge
	waiting            prometheus.Gauge
}

func newWorker(r *Registry) *Worker {
	return &Worker{
		steps: r.counter("steps_total", "Steps computed, those of windows that were lost included."),
		phases: r.histograms("step_seconds", "Time by phase: compute and confirm (again, on the second engine) take a step; publish stores a window's state and reads it back; save writes the journal.",
			"phase", []string{"compute", "confirm", "publish", "save"}, durations),
		loss:    r.gauge("loss", "Loss of the newest step computed here."),
		norm:    r.gauge("gradient_norm", "Norm of the gradient of the newest step computed here."),
		newest:  r.gauge("step", "Number of the newest step computed here, from 0."),
		waiting: r.gauge("worker_waiting", "1 while the worker waits: for the lease, for data, for money. The reason is in its log."),
	}
}

// Stepped notes a step.
func (w *Worker) Stepped(step uint64, loss, norm float32) {
	w.steps.Inc()
	w.newest.Set(float64(step))
	w.loss.Set(float64(loss))
	w.norm.Set(float64(norm))
}

// Took notes how long a phase took: compute, confirm, publish or save.
func (w *Worker) Took(phase string, took time.Duration) { w.phases.of(phase).Observe(seconds(took)) }

// Waiting says whether nothing is being computed.
func (w *Worker) Waiting(yes bool) { w.waiting.Set(truth(yes)) }
