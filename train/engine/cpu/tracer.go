package cpu

import (
	"context"
	"fmt"
	"math"
	"runtime"

	"github.com/commonweight/commonweight/train/engine/cpu/internal/kernel"
	"github.com/commonweight/commonweight/train/program"
)

// Tracer runs a program operator by operator with the kernels of a level, so that every output can be seen: nothing is fused, nothing is
// written over a state, and every result is made canonical. It gives the bits of the reference at the speed of the engine.
//
// Concurrency: one call at a time.
type Tracer struct {
	level    string
	p        *program.Program
	slots    [][]float32
	first    int   // the slot of operator 0
	stages   []int // by operator, its stage; a stage of its own that makes the result canonical may follow
	lastRead []int // by operator, the last one that reads its output; itself if none does
	pool     *pool
	k        *kernel.Set
	free     shelf // memory that no output needs just now
}

// NewTracer prepares a program for a level, as New does.
//
// Errors: as New.
func NewTracer(level string, p *program.Program, payload []byte, threads int) (*Tracer, error) {
	k, err := kernel.Lookup(level)
	if err != nil {
		return nil, fmt.Errorf("tracer %s: %w", level, err)
	}
	if want := p.Spec.Dataset.Bytes; len(payload) != want {
		return nil, fmt.Errorf("tracer %s: the dataset has %d bytes, the run says %d", level, len(payload), want)
	}
	if threads <= 0 {
		threads = runtime.GOMAXPROCS(0)
	}
	pl := &planner{p: p, k: k, payload: payload, threads: threads}
	stages, of, err := pl.operatorByOperator()
	if err != nil {
		return nil, fmt.Errorf("tracer %s: %w", level, err)
	}
	t := &Tracer{level: level, p: p, k: k, slots: pl.slots, first: pl.slot(0), stages: of, lastRead: make([]int, len(p.Operators))}
	for i, o := range p.Operators {
		t.lastRead[i] = i
		for _, x := range o.Operands {
			if x.Source == program.SourceTrace && o.Code != program.OpState {
				t.lastRead[x.Index] = i
			}
		}
	}
	if t.pool, err = newPool(k, stages, threads); err != nil {
		return nil, fmt.Errorf("tracer %s: %w", level, err)
	}
	if err := (&Engine{level: level, k: k, pool: t.pool}).check(); err != nil {
		t.pool.close()
		return nil, fmt.Errorf("tracer %s: %w", level, err)
	}
	return t, nil
}

// operatorByOperator makes a stage of each operator, and one that makes its result canonical where the operator's task doesn't. It returns
// the number of each operator's first stage.
func (pl *planner) operatorByOperator() (stages []stage, of []int, err error) {
	operators := len(pl.p.Operators)
	pl.slots = make([][]float32, pl.slot(operators))
	pl.slots[pl.clockTensor()] = make([]float32, 1)
	pl.slots[pl.rates()] = pl.p.LearningRates
	pl.enters, pl.internal = map[int]bool{}, make([]bool, operators)
	pl.triangular = triangular(pl.p)
	stages = []stage{{}}
	for i := range pl.p.Operators {
		o := &pl.p.Operators[i]
		of = append(of, len(stages))
		if o.Code == program.OpState {
			continue
		}
		pl.enters[i] = true // hence canonical
		list, work, err := pl.task(&node{level: 1, members: []int{i}, fused: o.Code == program.OpMap, shape: o.Out})
		if err != nil {
			return nil, nil, fmt.Errorf("operator %s: %w", o.Name, err)
		}
		stages = append(stages, stageOf(list, work))
		switch o.Code {
		case program.OpMatmul, program.OpColumnReduce, program.OpRowReduce, program.OpTileReduce, program.OpScatterAdd:
			stages = append(stages, stageOf(&canonical{k: pl.k, words: &pl.slots[pl.slot(i)], all: o.Out.Words()}, o.Out.Words()/4))
		}
	}
	return stages, append(of, len(stages)), nil
}

func stageOf(t task, work int) stage {
	s := stage{alone: work < aloneWork || t.parts() == 1}
	for part := range t.parts() {
		s.units = append(s.units, unit{t, part})
	}
	return s
}

// canonical gives the one NaN to words whose operator computed some other.
type canonical struct {
	k     *kernel.Set
	words *[]float32
	all   int
}

func (t *canonical) parts() int { return ceil(t.all, copyPart) }

func (t *canonical) run(_ *worker, part int) {
	words := (*t.words)[part*copyPart : min((part+1)*copyPart, t.all)]
	t.k.Canonical(&words[0], &words[0], len(words))
}

// Name is the level.
func (t *Tracer) Name() string { return t.level }

// Outputs runs the operators before end of the step that follows s, shows the words of each output, none for `state`, and leaves the state
// as it is. An error of visit ends it.
//
// Bounds: an output's memory is used again once no later operator reads it. The words are valid until visit returns; what visit writes
// into them is what later operators read.
func (t *Tracer) Outputs(ctx context.Context, s *program.State, end int, visit func(operator int, words []uint32) error) error {
	if err := t.p.CheckState(s); err != nil {
		return err
	}
	copy(t.slots, s.Tensors)
	t.slots[len(s.Tensors)][0] = math.Float32frombits(s.Clock)
	defer func() {
		clear(t.slots[:len(s.Tensors)])
		for i := range t.p.Operators {
			t.free.put(&t.slots[t.first+i])
		}
	}()
	runtime.LockOSThread() // the self-test is about this thread
	defer runtime.UnlockOSThread()
	if err := t.pool.caller.selfTest(t.k); err != nil {
		return fmt.Errorf("tracer %s: %w", t.level, err)
	}
	for i := range t.p.Operators[:end] {
		if err := ctx.Err(); err != nil {
			return err
		}
		o := &t.p.Operators[i]
		out := &t.slots[t.first+i]
		if o.Code != program.OpState {
			*out = t.free.take(o.Out.Words())
		}
		for stage := t.stages[i]; stage < t.stages[i+1]; stage++ {
			t.pool.run(stage)
		}
		if visit != nil {
			if err := visit(i, asWords(*out)); err != nil {
				return err
			}
		}
		if t.lastRead[i] == i {
			t.free.put(out)
		}
		for _, x := range o.Operands {
			if x.Source == program.SourceTrace && t.lastRead[x.Index] == i {
				t.free.put(&t.slots[t.first+x.Index])
			}
		}
	}
	return nil
}

// Close stops the tracer's threads and returns its memory.
func (t *Tracer) Close() error {
	t.free = nil
	t.pool.close()
	return nil
}

// shelf keeps the memory of outputs that nobody reads any more.
type shelf [][]float32

// take returns words of any value: the smallest piece that is large enough, unless most of it would lie idle.
func (s *shelf) take(words int) []float32 {
	best := -1
	for i, piece := range *s {
		if cap(piece) >= words && (best < 0 || cap(piece) < cap((*s)[best])) {
			best = i
		}
	}
	if best < 0 || cap((*s)[best]) > 2*words+1024 {
		return program.Memory(words)
	}
	piece := (*s)[best]
	*s = append((*s)[:best], (*s)[best+1:]...)
	return piece[:words]
}

// put takes a slot's memory back.
func (s *shelf) put(slot *[]float32) {
	if *slot != nil {
		*s = append(*s, *slot)
	}
	*slot = nil
}
