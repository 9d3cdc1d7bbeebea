package cpu

import (
	"context"
	"fmt"
	"math"
	"runtime"

	"github.com/commonweight/commonweight/train/engine/cpu/internal/kernel"
	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

// ErrUnsupported means that this machine can't run the instruction set.
var ErrUnsupported = kernel.ErrUnsupported

// Engine runs one program on one dataset.
//
// Concurrency: one call at a time.
type Engine struct {
	level     string
	k         *kernel.Set
	p         *program.Program
	slots     [][]float32
	inPlace   [][2]int // slots of operators that write a state tensor, and the tensor
	commits   []commit
	firstDone int // the first stage that writes the state: from there on a step is not given up
	pool      *pool
}

// Supported reports whether this machine can run a level, "avx512" or "avx2".
func Supported(level string) bool {
	_, err := kernel.Lookup(level)
	return err == nil
}

// New prepares a program for a level, "avx512" or "avx2", and starts threads − 1 threads; 0 threads means one per core. The payload must
// not change while the engine lives.
//
// Errors: ErrUnsupported; ErrArithmetic, from a thread's self-test or the level's conformance hash.
func New(level string, p *program.Program, payload []byte, threads int) (*Engine, error) {
	k, err := kernel.Lookup(level)
	if err != nil {
		return nil, fmt.Errorf("engine %s: %w", level, err)
	}
	if want := p.Spec.Dataset.Bytes; len(payload) != want {
		return nil, fmt.Errorf("engine %s: the dataset has %d bytes, the run says %d", level, len(payload), want)
	}
	if threads <= 0 {
		threads = runtime.GOMAXPROCS(0)
	}
	pl := &planner{p: p, k: k, payload: payload, threads: threads}
	stages, err := pl.plan()
	if err != nil {
		return nil, fmt.Errorf("engine %s: %w", level, err)
	}
	e := &Engine{level: level, k: k, p: p, slots: pl.slots, commits: pl.commits, firstDone: len(stages)}
	for operator, tensor := range pl.inPlace {
		e.inPlace = append(e.inPlace, [2]int{pl.slot(operator), tensor})
		e.firstDone = min(e.firstDone, pl.nodeOf[operator].level)
	}
	if e.pool, err = newPool(k, stages, threads); err != nil {
		return nil, fmt.Errorf("engine %s: %w", level, err)
	}
	if err := e.check(); err != nil {
		e.pool.close()
		return nil, fmt.Errorf("engine %s: %w", level, err)
	}
	return e, nil
}

// check refuses a processor that doesn't compute as the profile says. The thread comes first: were its mode to blame, a hash made on it
// would condemn the level for the life of the process.
func (e *Engine) check() error {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if err := e.pool.caller.selfTest(e.k); err != nil {
		return err
	}
	return conform(e.level, e.k)
}

// newWorker allocates all that the stages ever need of a thread.
func newWorker(k *kernel.Set, stages []stage) *worker {
	registers, values, streams, uniforms := 0, 0, 0, 0
	for _, s := range stages {
		for _, u := range s.units {
			if t, ok := u.task.(*mapTask); ok {
				registers, values = max(registers, t.registers), max(values, len(t.values))
				if p := t.onePass; p != nil {
					streams, uniforms = max(streams, len(p.streams)), max(uniforms, len(p.uniforms))
				}
			}
		}
	}
	block := k.ProductRows[0]
	return &worker{
		panel:    program.Memory(chunk * k.Panel),
		left:     program.Memory(leftRows * (leftWords/leftRows + leftPad)),
		edge:     program.Memory(chunk * max(block, k.Panel)),
		tile:     program.Memory(block * k.Panel),
		blocks:   program.Memory(registers * blockWords),
		pointers: make([]*float32, values),
		streams:  make([]*float32, streams),
		uniforms: program.Memory(uniforms * uniformWords),
	}
}

// Name is the level.
func (e *Engine) Name() string { return e.level }

// Step advances the state in place by one step.
//
// Errors: program.ErrState; the context's error. The state is then what it was.
func (e *Engine) Step(ctx context.Context, s *program.State) error {
	if err := e.p.CheckState(s); err != nil {
		return err
	}
	e.bind(s)
	runtime.LockOSThread() // the self-test is about this thread
	defer runtime.UnlockOSThread()
	if err := e.pool.caller.selfTest(e.k); err != nil {
		return fmt.Errorf("engine %s: %w", e.level, err)
	}
	for i := 1; i < len(e.pool.stages); i++ {
		if i <= e.firstDone {
			if err := ctx.Err(); err != nil {
				return err
			}
		}
		e.pool.run(i)
	}
	for _, c := range e.commits {
		if c.tensor == len(s.Tensors) {
			s.Clock = asWords(e.slots[c.from])[0]
			continue
		}
		to := s.Tensors[c.tensor]
		for i, x := range e.slots[c.from] {
			to[i] = numeric.Canonical(x)
		}
	}
	return nil
}

// bind puts the words of a state in their slots.
func (e *Engine) bind(s *program.State) {
	copy(e.slots, s.Tensors)
	e.slots[len(s.Tensors)][0] = math.Float32frombits(s.Clock)
	for _, w := range e.inPlace {
		e.slots[w[0]] = s.Tensors[w[1]]
	}
}

// Close stops the engine's threads.
func (e *Engine) Close() error {
	e.pool.close()
	return nil
}
