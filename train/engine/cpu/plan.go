package cpu

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/commonweight/commonweight/train/engine/cpu/internal/kernel"
	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

// planner turns a program into stages. Every tensor has a slot: first the state in its order, then the learning rates, then one for each
// operator. Tasks keep the slot's address, so that a step only has to put the words of its state there.
type planner struct {
	p       *program.Program
	k       *kernel.Set
	payload []byte
	threads int

	slots      [][]float32
	inPlace    map[int]int // operator → the state tensor it writes
	enters     map[int]bool
	commits    []commit
	nodes      []*node
	nodeOf     []*node
	triangular []bool // worth a look for zeros above the diagonal
	internal   []bool // read by nobody outside its node, hence nowhere in memory
}

// commit copies a result into the state when the step is done.
type commit struct{ from, tensor int }

func (pl *planner) clockTensor() int      { return len(pl.p.StateLayout) - 1 }
func (pl *planner) rates() int            { return len(pl.p.StateLayout) }
func (pl *planner) slot(operator int) int { return len(pl.p.StateLayout) + 1 + operator }

// words returns the slot of an operand.
func (pl *planner) words(o program.Operand) (*[]float32, error) {
	switch o.Source {
	case program.SourceTrace:
		return &pl.slots[pl.slot(o.Index)], nil
	case program.SourcePreState:
		return &pl.slots[o.Index], nil
	case program.SourceConstant:
		if program.RunConstant(o.Index) == program.ConstantLearningRates {
			return &pl.slots[pl.rates()], nil
		}
	}
	return nil, fmt.Errorf("no tensor for %v %d", o.Source, o.Index)
}

// plan finds nodes, what is written in place, and the memory of the rest.
func (pl *planner) plan() ([]stage, error) {
	pl.nodes = nodes(pl.p)
	pl.nodeOf = make([]*node, len(pl.p.Operators))
	for _, n := range pl.nodes {
		for _, m := range n.members {
			pl.nodeOf[m] = n
		}
	}
	pl.slots = make([][]float32, pl.slot(len(pl.p.Operators)))
	pl.slots[pl.clockTensor()] = make([]float32, 1)
	pl.slots[pl.rates()] = pl.p.LearningRates

	pl.inPlace, pl.enters = map[int]int{}, map[int]bool{}
	for tensor, operator := range pl.p.StateOutputs() {
		_, taken := pl.inPlace[operator]
		pl.enters[operator] = true
		if !taken && pl.mayOverwrite(tensor, operator) {
			pl.inPlace[operator] = tensor
		} else {
			pl.commits = append(pl.commits, commit{pl.slot(operator), tensor})
		}
	}
	pl.triangular = triangular(pl.p)
	pl.findInternal()
	pl.allocate()
	return pl.stages()
}

// mayOverwrite reports whether the operator may write its result over the state tensor: it is a map, and nobody reads the old words
// later. In its own node the members run in order for each block, and a block is read before it is written.
func (pl *planner) mayOverwrite(tensor, operator int) bool {
	o := &pl.p.Operators[operator]
	if o.Code != program.OpMap || o.Out != pl.p.StateLayout[tensor].Shape {
		return false
	}
	for i := range pl.p.Operators {
		for _, in := range pl.p.Operators[i].Operands {
			if in.Source != program.SourcePreState || in.Index != tensor {
				continue
			}
			reader, writer := pl.nodeOf[i], pl.nodeOf[operator]
			switch {
			case reader == nil || reader.level > writer.level:
				return false
			case reader == writer && (i > operator || in.Role != program.RoleFull):
				return false
			case reader != writer && reader.level == writer.level:
				return false
			}
		}
	}
	return true
}

// findInternal marks the results that need no memory.
func (pl *planner) findInternal() {
	pl.internal = make([]bool, len(pl.p.Operators))
	for i, n := range pl.nodeOf {
		pl.internal[i] = n != nil && (n.fused && !pl.enters[i] || n.adds && n.members[0] == i)
	}
	for i := range pl.p.Operators {
		for _, in := range pl.p.Operators[i].Operands {
			if pl.p.Operators[i].Code != program.OpState && in.Source == program.SourceTrace && pl.nodeOf[i] != pl.nodeOf[in.Index] {
				pl.internal[in.Index] = false
			}
		}
	}
}

// aloneWork is the work, in words, below which a stage isn't worth waking another thread.
const aloneWork = 1 << 13

// stages makes the tasks and sorts them by level, the biggest first.
func (pl *planner) stages() ([]stage, error) {
	type costed struct {
		task task
		work int
	}
	levels := map[int][]costed{}
	last := 0
	for _, n := range pl.nodes {
		t, work, err := pl.task(n)
		if err != nil {
			return nil, fmt.Errorf("operator %s: %w", pl.p.Operators[n.members[0]].Name, err)
		}
		levels[n.level] = append(levels[n.level], costed{t, work})
		last = max(last, n.level)
	}
	list := []stage{{}}
	for level := 1; level <= last; level++ {
		slices.SortStableFunc(levels[level], func(a, b costed) int { return cmp.Compare(b.work, a.work) })
		var s stage
		work := 0
		for _, c := range levels[level] {
			work += c.work
			for part := range c.task.parts() {
				s.units = append(s.units, unit{c.task, part})
			}
		}
		s.alone = work < aloneWork || len(s.units) == 1
		list = append(list, s)
	}
	return list, nil
}

// task makes the task of a node and estimates its work.
func (pl *planner) task(n *node) (task, int, error) {
	o := &pl.p.Operators[n.members[0]]
	out := &pl.slots[pl.slot(n.members[0])]
	if n.fused {
		return pl.mapTask(n)
	}
	in := make([]*[]float32, len(o.Operands))
	for i, operand := range o.Operands {
		if operand.Role == program.RoleDataset {
			continue
		}
		words, err := pl.words(operand)
		if err != nil {
			return nil, 0, err
		}
		if o.Code != program.OpMatmul && operand.View != operand.Shape.Whole() {
			return nil, 0, fmt.Errorf("operand %d is a view", i)
		}
		in[i] = words
	}
	second := func() *[]float32 {
		if len(in) > 1 {
			return in[1]
		}
		return nil
	}
	words := o.Out.Words()
	switch o.Code {
	case program.OpMatmul:
		t := &product{k: pl.k, dst: placed{o.OutView, out}, a: placed{o.Operands[0].View, in[0]}, b: placed{o.Operands[1].View, in[1]},
			mode: numeric.Mode(o.Mode), causal: o.Attributes[program.AttributeMatmulCausal] != 0}
		if v := o.OutView; v.Col0 != 0 || v.G0*v.G1*v.R*v.W != words {
			return nil, 0, fmt.Errorf("the product leaves words of its tensor undefined")
		}
		a := o.Operands[0]
		t.triangle = t.mode != numeric.NT && a.View.R == a.View.W && a.Source == program.SourceTrace && pl.triangular[a.Index]
		if n.squares != 0 {
			t.squares = &pl.slots[pl.slot(n.squares)]
		}
		t.plan(pl.threads)
		return t, words * t.terms / 16, nil
	case program.OpColumnReduce:
		x := o.Operands[0].Shape
		t := &columnReduce{k: pl.k, out: out, x: in[0], y: second(), rows: x.G * x.R, width: x.W}
		t.plan(pl.threads)
		return t, x.Words(), nil
	case program.OpRowReduce:
		x := o.Operands[0].Shape
		t := &rowReduce{k: pl.k, mode: o.Mode, out: out, x: in[0], y: second(), rows: x.G * x.R, width: x.W}
		t.plan(pl.threads)
		return t, x.Words(), nil
	case program.OpTileReduce:
		x := o.Operands[0].Shape
		t := &tileReduce{reduce: pl.k.TileSum, out: out, x: in[0], grid: numeric.Grid{G: x.G, R: x.R, W: x.W, Vector: x.Vector}}
		if o.Mode == program.ModeSqsum {
			t.reduce = pl.k.TileSquare
		}
		t.plan(pl.threads)
		return t, x.Words(), nil
	case program.OpGather:
		t := &gather{mode: o.Mode, out: out, table: in[0], index: second(), modulus: o.Attributes[program.AttributeGatherModulus],
			last: o.Attributes[program.AttributeGatherLast], width: 1}
		if !o.Operands[0].Shape.Vector {
			t.width = o.Operands[0].Shape.W
		}
		t.rows = words / t.width
		t.plan(pl.threads)
		return t, words, nil
	case program.OpPick:
		return &pick{out: out, z: in[0], index: in[1], width: o.Operands[0].Shape.W}, words, nil
	case program.OpConcat:
		return pl.concat(o, out, in)
	case program.OpScatterAdd:
		x := o.Operands[0].Shape
		t := scatterAdd{k: pl.k, out: out, x: in[0], index: second(), modulus: o.Attributes[program.AttributeScatterAddModulus],
			n: x.R, values: o.Out.R, width: x.W}
		if n.adds {
			t.out = &pl.slots[pl.slot(n.into)]
			added := &scatterInto{scatterAdd: t}
			if n.squares != 0 {
				added.squares = &pl.slots[pl.slot(n.squares)]
			}
			added.plan(pl.threads)
			return added, 4 * x.Words(), nil
		}
		t.plan(pl.threads)
		return &t, words + x.Words(), nil
	case program.OpLoadBatch:
		t := pl.loadBatch(o, out, in[1])
		return t, 128 * int(o.Attributes[program.AttributeLoadBatchBatch]), nil
	case program.OpTick:
		return &tick{out, in[0]}, 1, nil
	}
	return nil, 0, fmt.Errorf("no task for %v", o.Code)
}

func (pl *planner) concat(o *program.Operator, out *[]float32, in []*[]float32) (task, int, error) {
	t := &concat{out: out, from: in, rows: 1}
	if o.Mode == program.ModeColumns {
		t.rows = o.Out.R
	}
	for _, part := range o.Operands {
		t.widths = append(t.widths, part.Shape.Words()/t.rows)
		t.width += part.Shape.Words() / t.rows
	}
	if t.rows*t.width != o.Out.Words() {
		return nil, 0, fmt.Errorf("the parts have %d words, the result %d", t.rows*t.width, o.Out.Words())
	}
	t.plan(pl.threads)
	return t, o.Out.Words(), nil
}

func (pl *planner) loadBatch(o *program.Operator, out, clock *[]float32) task {
	a := &o.Attributes
	seed := uint64(a[program.AttributeLoadBatchSeedHigh])<<32 | uint64(a[program.AttributeLoadBatchSeedLow])
	return &loadBatch{mode: o.Mode, out: out, clock: clock, payload: pl.payload,
		tokens: numeric.Tokens{
			Batch: int(a[program.AttributeLoadBatchBatch]), Length: int(a[program.AttributeLoadBatchLength]),
			Stride: int(a[program.AttributeLoadBatchStride]), Seed: seed, Vocabulary: a[program.AttributeLoadBatchVocabulary],
			TokenBytes: int(a[program.AttributeLoadBatchTokenBytes]),
		},
		records: numeric.Records{
			Batch: int(a[program.AttributeLoadBatchBatch]), Features: int(a[program.AttributeLoadBatchFeatures]), Seed: seed,
			Classes: a[program.AttributeLoadBatchVocabulary],
		},
	}
}

// mapTask makes the task of fused maps.
func (pl *planner) mapTask(n *node) (task, int, error) {
	place := map[int]int{}
	var list []expression
	for i, m := range n.members {
		o := &pl.p.Operators[m]
		place[m] = i
		e := expression{code: o.Instructions, constants: o.Constants, canonical: pl.enters[m]}
		if !pl.internal[m] {
			e.out = &pl.slots[pl.slot(m)]
		}
		for at, operand := range o.Operands {
			s := source{role: operand.Role, earlier: -1}
			if earlier, ok := place[operand.Index]; ok && operand.Source == program.SourceTrace {
				s.earlier = earlier
			} else {
				words, err := pl.words(operand)
				if err != nil {
					return nil, 0, err
				}
				if operand.View != operand.Shape.Whole() {
					return nil, 0, fmt.Errorf("operand %d is a view", at)
				}
				s.words = words
			}
			e.operands = append(e.operands, s)
		}
		list = append(list, e)
	}
	t, err := compileMap(pl.k, n.shape, pl.threads, list)
	if err != nil {
		return nil, 0, err
	}
	return t, n.shape.Words() * len(t.body) / 4, nil
}
