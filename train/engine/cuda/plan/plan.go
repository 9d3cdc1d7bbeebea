package plan

import (
	"errors"
	"fmt"

	"github.com/commonweight/commonweight/train/program"
)

// ErrProgram says that a program can't be planned.
var ErrProgram = errors.New("no plan for this program")

// Threads is the size of every block.
const Threads = 256

// Options are what may differ between two plans of a program without changing a bit.
type Options struct {
	Processors int // of the device: what products are cut for
	Split      int // of k in every product; 0: as it seems best
	Shape      int // of the blocks of every product, from 1; 0: as it seems best
}

// Plan is a program on a device: memory, and what is launched on it for a step.
type Plan struct {
	Words   int      // of memory, from word 0 on
	State   []Region // of the tensors of the state in state order, the clock last
	Rates   Region   // the learning rates, which never change
	Inputs  []Input  // what the host writes before each step
	Steps   []Launch // of one step, level by level
	Roots   []Launch // of the trees over the state
	Trees   []Tree   // where their roots are, in state order
	Modules map[string]string
}

// Region is a piece of memory.
type Region struct{ At, Words int }

// Input is the output of a load_batch.
type Input struct {
	Operator int
	Region
}

// Launch is one kernel on a grid of blocks of Threads threads. Launches of one level may run side by side if their nodes differ; those of a
// node follow one another.
type Launch struct {
	Kernel      string
	Grid        [3]int
	Args        []Arg
	Level, Node int
}

// Arg is an argument of a kernel: the address of a word of memory, or a number.
type Arg struct {
	Pointer bool
	Value   uint64
}

// Tree is the tree over a tensor's tiles: its root's eight words, and how many leaves the list has.
type Tree struct {
	Region
	Leaves int
}

func at(word int) Arg { return Arg{true, uint64(word)} }

func number[T int | uint32](n T) Arg { return Arg{false, uint64(n)} }

// planner is New's scratch.
type planner struct {
	*Plan
	p       *program.Program
	o       Options
	nodes   []*node
	nodeOf  []*node
	place   []int       // of every operator's output, −1 if it needs none
	inPlace map[int]int // operator → the state tensor it writes
	enters  map[int]bool
	commits []commit
	scratch map[*node]int // where a node's scratch begins
	inside  map[int]part  // outputs that lie in a concat's

	triangular []bool      // outputs that may be ±0 above the diagonal
	above      map[int]int // where what was found there is, of those that products take
}

// commit copies a result into the state when the step is done.
type commit struct{ from, tensor int }

// part says where in a concat's output an operand lies.
type part struct{ concat, start int }

// New plans a step.
//
// Errors: ErrProgram.
func New(p *program.Program, o Options) (*Plan, error) {
	if p.Evaluates() {
		return nil, fmt.Errorf("%w: an evaluation leads to no state", ErrProgram)
	}
	if o.Processors < 1 {
		return nil, fmt.Errorf("%w: %d processors", ErrProgram, o.Processors)
	}
	pl := &planner{Plan: &Plan{Modules: map[string]string{}}, p: p, o: o, inPlace: map[int]int{}, enters: map[int]bool{}, scratch: map[*node]int{}}
	if err := pl.all(); err != nil {
		return nil, err
	}
	return pl.Plan, nil
}

// all finds nodes, what is written in place, memory, and launches.
func (pl *planner) all() error {
	pl.findNodes()
	pl.findParts()
	for tensor, operator := range pl.p.StateOutputs() {
		_, taken := pl.inPlace[operator]
		pl.enters[operator] = true
		if !taken && pl.mayOverwrite(tensor, operator) {
			pl.inPlace[operator] = tensor
		} else {
			pl.commits = append(pl.commits, commit{operator, tensor})
		}
	}
	pl.allocate()
	if err := pl.launches(); err != nil {
		return err
	}
	pl.hash()
	return nil
}

// launch appends a kernel of a node.
func (pl *planner) launch(n *node, kernel string, grid [3]int, args ...Arg) {
	pl.Steps = append(pl.Steps, Launch{kernel, grid, args, n.level, n.members[0]})
}

// line is the grid of so many threads.
func line(threads int) [3]int { return [3]int{max(1, ceil(threads, Threads)), 1, 1} }

func ceil(n, d int) int { return (n + d - 1) / d }

// operand returns the place of an operand's first word.
func (pl *planner) operand(o program.Operand) (int, error) {
	switch o.Source {
	case program.SourceTrace:
		if at := pl.place[o.Index]; at >= 0 {
			return at, nil
		}
	case program.SourcePreState:
		return pl.State[o.Index].At, nil
	case program.SourceConstant:
		if program.RunConstant(o.Index) == program.ConstantLearningRates {
			return pl.Rates.At, nil
		}
	}
	return 0, fmt.Errorf("%w: no memory for %v %d", ErrProgram, o.Source, o.Index)
}
