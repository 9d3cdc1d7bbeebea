package cpu

import (
	"math"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/commonweight/commonweight/train/engine/cpu/internal/kernel"
)

// unit is a part of a stage that one thread computes.
type unit struct {
	task task
	part int
}

// task is the work of one node, cut into parts that may run in any order and at the same time.
type task interface {
	// parts is how often run is to be called.
	parts() int
	run(w *worker, part int)
}

// stage is a list of units that do not depend on one another.
type stage struct {
	units []unit
	alone bool // too little work to wake anyone for
}

// pool runs stages on its threads, the caller's being the first.
//
// The ticket holds the running stage in its high half and the next free unit in its low half, so that taking a unit is one atomic
// addition. Idle threads spin a little before they sleep: a step has hundreds of stages of a few microseconds.
type pool struct {
	stages  []stage // stage 0 is empty: nothing to do
	ticket  atomic.Uint64
	done    atomic.Int64
	workers []*worker // without the caller's
	caller  *worker
	places  places
	pause   func()
	running sync.WaitGroup
}

const (
	stageShift = 32
	unitMask   = 1<<stageShift - 1
	stopStage  = math.MaxUint32
	spins      = 4000 // about 0.1 ms, the price of a few wake-ups
)

// newPool starts threads − 1 workers for the stages, of which the first is empty.
func newPool(k *kernel.Set, stages []stage, threads int) (*pool, error) {
	p := &pool{caller: newWorker(k, stages), pause: k.Pause, places: newPlaces(threads), stages: stages}
	started := make(chan error)
	for range threads - 1 {
		w := newWorker(k, stages)
		p.workers = append(p.workers, w)
		p.running.Go(func() {
			runtime.LockOSThread() // the self-test and the place are this thread's
			w.thread = thread()
			err := w.selfTest(k)
			started <- err
			if err == nil {
				p.serve(w)
			}
		})
	}
	var failed error
	for range p.workers {
		if err := <-started; err != nil {
			failed = err
		}
	}
	if failed != nil {
		p.close()
		return nil, failed
	}
	return p, nil
}

// run computes stage s and returns when all of it is done.
func (p *pool) run(s int) {
	units := p.stages[s].units
	if p.stages[s].alone || len(p.workers) == 0 {
		for _, u := range units {
			u.task.run(p.caller, u.part)
		}
		return
	}
	p.places.spread(p.workers)
	p.done.Store(0)
	p.ticket.Store(uint64(s) << stageShift)
	for _, w := range p.workers[:min(len(p.workers), len(units)-1)] {
		w.bell.ring()
	}
	p.work(p.caller)
	all := int64(len(units))
	p.idle(p.caller, func() bool { return p.done.Load() == all })
}

// work takes units until the running stage has none left; it returns false when the pool closes.
func (p *pool) work(w *worker) bool {
	for {
		ticket := p.ticket.Load()
		if !p.free(ticket) {
			return ticket>>stageShift != stopStage
		}
		// The stage may have changed since the load: what counts is the value that the addition saw.
		if ticket = p.ticket.Add(1) - 1; p.free(ticket) {
			units := p.stages[ticket>>stageShift].units
			u := units[ticket&unitMask]
			u.task.run(w, u.part)
			if p.done.Add(1) == int64(len(units)) && w != p.caller {
				p.caller.bell.ring()
			}
		}
	}
}

// free reports whether the ticket names a unit.
func (p *pool) free(ticket uint64) bool {
	s := ticket >> stageShift
	return s != stopStage && ticket&unitMask < uint64(len(p.stages[s].units))
}

// serve is a worker's life.
func (p *pool) serve(w *worker) {
	for p.work(w) {
		p.idle(w, func() bool {
			ticket := p.ticket.Load()
			return p.free(ticket) || ticket>>stageShift == stopStage
		})
	}
}

// idle returns when ready does: it spins a little, then sleeps until its bell rings. Whoever makes it ready rings afterwards; a ring that
// comes too early to find the bell armed is made good by asking ready once more.
func (p *pool) idle(w *worker, ready func() bool) {
	for !ready() {
		for range spins {
			if p.pause(); ready() {
				return
			}
		}
		if w.bell.arm(); ready() {
			w.bell.disarm()
			return
		}
		w.bell.sleep()
	}
}

func (p *pool) close() {
	p.ticket.Store(stopStage << stageShift)
	for _, w := range p.workers {
		w.bell.ring()
	}
	p.running.Wait()
}

// worker is a thread's own memory.
type worker struct {
	bell   bell
	thread int

	panel    []float32  // packed columns of B
	left     []float32  // packed rows of A
	edge     []float32  // packed rows of A that fill no block
	tile     []float32  // a block of C that sticks out of the result
	blocks   []float32  // registers of maps
	pointers []*float32 // where the values of a map are
	streams  []*float32 // what a one-pass kernel reads and writes
	uniforms []float32  // and its uniforms
}
