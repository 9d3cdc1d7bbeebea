package metrics

import (
	"maps"
	"math/big"
	"runtime"
	"slices"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
)

// Role is what a process does.
type Role string

// The roles.
const (
	RoleWorker      Role = "worker"
	RoleWatch       Role = "watch"
	RoleValidator   Role = "validator"
	RoleCoordinator Role = "coordinator"
)

// Roles lists all of them.
func Roles() []Role { return []Role{RoleWorker, RoleWatch, RoleValidator, RoleCoordinator} }

// namespace begins every name.
const namespace = "commonweight"

// shown bounds the runs, and the disputes, that have series of their own.
const shown = 64

// Registry holds the metrics of one process.
//
// Concurrency: safe for any number of goroutines, like all its groups.
type Registry struct {
	registry *prometheus.Registry
	labels   map[string][]string // of each name that is read, those of histograms included

	Node     *Node
	Account  *Account
	Runs     *Runs
	Replay   *Replay
	Disputes *Disputes
	Storage  *Storage
	Worker   *Worker // role worker; else nil
	Index    *Index  // role coordinator; else nil
	agents   agents
}

// New returns the registry of a process.
func New(role Role, version string) *Registry {
	r := &Registry{registry: prometheus.NewRegistry(), labels: make(map[string][]string)}
	r.registry.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	r.gauges("build_info", "What runs here; always 1.", "role", "version", "goversion").WithLabelValues(string(role), version, runtime.Version()).Set(1)
	r.Node = newNode(r)
	r.Account = newAccount(r)
	r.Runs = newRuns(r)
	r.Replay = newReplay(r)
	r.Disputes = newDisputes(r)
	r.Storage = newStorage(r)
	r.agents = newAgents(r)
	switch role {
	case RoleWorker:
		r.Worker = newWorker(r)
	case RoleCoordinator:
		r.Index = newIndex(r)
	}
	return r
}

// Names returns every name of ours that can be read, with its labels: what dashboards and rules may ask for.
func (r *Registry) Names() map[string][]string { return maps.Clone(r.labels) }

func (r *Registry) add(name string, labels []string, c prometheus.Collector) {
	r.registry.MustRegister(c)
	r.labels[namespace+"_"+name] = labels
}

func (r *Registry) gauge(name, help string) prometheus.Gauge {
	g := prometheus.NewGauge(prometheus.GaugeOpts{Namespace: namespace, Name: name, Help: help})
	r.add(name, nil, g)
	return g
}

// gaugeOf is computed when it is read.
func (r *Registry) gaugeOf(name, help string, value func() float64) {
	r.add(name, nil, prometheus.NewGaugeFunc(prometheus.GaugeOpts{Namespace: namespace, Name: name, Help: help}, value))
}

func (r *Registry) gauges(name, help string, labels ...string) *prometheus.GaugeVec {
	g := prometheus.NewGaugeVec(prometheus.GaugeOpts{Namespace: namespace, Name: name, Help: help}, labels)
	r.add(name, labels, g)
	return g
}

func (r *Registry) counter(name, help string) prometheus.Counter {
	c := prometheus.NewCounter(prometheus.CounterOpts{Namespace: namespace, Name: name, Help: help})
	r.add(name, nil, c)
	return c
}

func (r *Registry) counters(name, help string, labels ...string) *prometheus.CounterVec {
	c := prometheus.NewCounterVec(prometheus.CounterOpts{Namespace: namespace, Name: name, Help: help}, labels)
	r.add(name, labels, c)
	return c
}

// kinds is a counter for each value of one label; all are read from the start, so that the first event is an increase.
func (r *Registry) kinds(name, help, label string, values []string) choice[prometheus.Counter] {
	c := r.counters(name, help, label)
	return choose(values, func(value string) prometheus.Counter { return c.WithLabelValues(value) })
}

func (r *Registry) histogram(name, help string, buckets []float64) prometheus.Histogram {
	h := prometheus.NewHistogram(prometheus.HistogramOpts{Namespace: namespace, Name: name, Help: help, Buckets: buckets})
	r.add(name, nil, h)
	r.addBuckets(name, nil)
	return h
}

func (r *Registry) histograms(name, help, label string, values []string, buckets []float64) choice[prometheus.Observer] {
	h := prometheus.NewHistogramVec(prometheus.HistogramOpts{Namespace: namespace, Name: name, Help: help, Buckets: buckets}, []string{label})
	r.add(name, []string{label}, h)
	r.addBuckets(name, []string{label})
	return choose(values, func(value string) prometheus.Observer { return h.WithLabelValues(value) })
}

// addBuckets notes the names a histogram is read by, in place of its own.
func (r *Registry) addBuckets(name string, labels []string) {
	full := namespace + "_" + name
	delete(r.labels, full)
	r.labels[full+"_sum"], r.labels[full+"_count"] = labels, labels
	r.labels[full+"_bucket"] = append(slices.Clone(labels), "le")
}

// other takes the place of a value that isn't known here.
const other = "other"

// choice is something for each of a few values, and for all others together.
type choice[T any] map[string]T

func choose[T any](values []string, of func(value string) T) choice[T] {
	c := make(choice[T])
	for _, value := range append([]string{other}, values...) {
		c[value] = of(value)
	}
	return c
}

func (c choice[T]) of(value string) T {
	if x, ok := c[value]; ok {
		return x
	}
	return c[other]
}

// durations are buckets from a millisecond to ten minutes.
var durations = []float64{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600}

// coins is an amount of wei in coins, as exactly as a float has it.
func coins(wei *big.Int) float64 {
	if wei == nil {
		return 0
	}
	value, _ := new(big.Rat).SetFrac(wei, big.NewInt(1e18)).Float64()
	return value
}

func number[T ~uint64](id T) string { return strconv.FormatUint(uint64(id), 10) }

func seconds(d time.Duration) float64 { return d.Seconds() }

// truth is 1 or 0.
func truth(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}
