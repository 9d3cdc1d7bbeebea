package cpu

import (
	"runtime"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"github.com/commonweight/commonweight/train/engine/cpu/internal/kernel"
)

// meeting is a task whose parts wait for one another: it only ends if every part has a thread of its own.
type meeting struct {
	n       int
	began   time.Time
	arrived atomic.Int64
	late    time.Duration // from the stage's begin to the last part's
	failed  atomic.Bool
}

func (m *meeting) parts() int { return m.n }

func (m *meeting) run(*worker, int) {
	if m.arrived.Add(1) == int64(m.n) {
		m.late = time.Since(m.began)
	}
	for m.arrived.Load() < int64(m.n) && !m.failed.Load() {
		if time.Since(m.began) > 20*time.Second {
			m.failed.Store(true)
		}
		runtime.Gosched()
	}
}

// asleep waits until all workers of a pool sleep.
func asleep(p *pool) bool {
	began := time.Now()
	for _, w := range p.workers {
		for !w.bell.isArmed() {
			if time.Since(began) > 20*time.Second {
				return false
			}
			time.Sleep(100 * time.Microsecond)
		}
	}
	return true
}

// wakes runs a meeting again and again after its threads fell asleep, and returns how long the last one took to come, in microseconds.
func wakes(t testing.TB, threads, rounds int) []float64 {
	k, err := kernel.Lookup(levels[1])
	if err != nil {
		t.Skip(err)
	}
	m := &meeting{n: threads}
	s := stage{}
	for part := range threads {
		s.units = append(s.units, unit{m, part})
	}
	p, err := newPool(k, []stage{{}, s}, threads)
	if err != nil {
		t.Fatal(err)
	}
	defer p.close()
	var late []float64
	for range rounds {
		if !asleep(p) {
			t.Fatal("a worker without work does not sleep")
		}
		time.Sleep(time.Millisecond)
		m.arrived.Store(0)
		m.began = time.Now()
		p.run(1)
		if m.failed.Load() {
			t.Fatal("a sleeping worker was not woken")
		}
		late = append(late, float64(m.late.Nanoseconds())/1000)
	}
	slices.Sort(late)
	return late
}

// TestPoolWakes: threads that sleep come when there is work for each of them. How soon is logged, not judged.
func TestPoolWakes(t *testing.T) {
	for _, threads := range []int{2, 3} {
		late := wakes(t, threads, 50)
		t.Logf("%d threads: all there after %.0f µs at best, %.0f µs in the median, %.0f µs at worst", threads, late[0], late[len(late)/2], late[len(late)-1])
	}
}

// BenchmarkWake tells how long a second thread takes to come after a pause of a millisecond.
func BenchmarkWake(b *testing.B) {
	for b.Loop() {
		late := wakes(b, 2, 200)
		b.ReportMetric(late[len(late)/2], "median-µs")
		b.ReportMetric(late[len(late)*9/10], "p90-µs")
	}
}
