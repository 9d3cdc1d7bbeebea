package bench

import (
	"context"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/commonweight/commonweight/train/engine"
	"github.com/commonweight/commonweight/train/program"
)

// trial is a few operators of a program that an engine runs as a step of their own, again and again.
type trial struct {
	operators   []program.Operator
	layout      []program.TensorSpec
	engine      engine.Engine
	state       *program.State
	fresh       [][]float32 // what the tensors that are overwritten hold before each sample
	read, wrote int         // words
}

// trial takes the named operators. What they read from elsewhere becomes the state of the small program; results that the large one keeps
// as state, and those of a single map, are written over the first tensor of their shape that they read, others have memory of their own.
func (s *suite) trial(p *program.Program, threads int, names ...string) (*trial, error) {
	t, err := s.operators(p, names...)
	if err != nil {
		return nil, err
	}
	t.engine, err = engine.Open(s.engine, t.program(), nil, threads)
	return t, err
}

// program is the small program.
func (t *trial) program() *program.Program {
	return &program.Program{Operators: t.operators, StateLayout: t.layout}
}

// operators is trial without an engine.
func (s *suite) operators(p *program.Program, names ...string) (*trial, error) {
	t := &trial{}
	small := &program.Program{}
	place := map[[2]int]int{} // tensors by source and index
	here := map[int]int{}
	for _, name := range names {
		at, o := find(p, name)
		if o == nil {
			return nil, fmt.Errorf("bench: no operator %q", name)
		}
		copied := *o
		copied.Operands = append([]program.Operand{}, o.Operands...)
		for i, in := range copied.Operands {
			if local, ok := here[in.Index]; ok && in.Source == program.SourceTrace {
				copied.Operands[i].Index = local
				continue
			}
			key := [2]int{int(in.Source), in.Index}
			if _, ok := place[key]; !ok {
				place[key] = len(small.StateLayout)
				small.StateLayout = append(small.StateLayout, program.TensorSpec{Name: fmt.Sprint(name, i), Shape: in.Shape})
				t.read += in.Shape.Words()
			}
			copied.Operands[i].Source, copied.Operands[i].Index = program.SourcePreState, place[key]
		}
		here[at] = len(small.Operators)
		small.Operators = append(small.Operators, copied)
	}
	t.keep(small)
	small.StateLayout = append(small.StateLayout,
		program.TensorSpec{Name: "clock", Shape: program.VectorOf(program.DTypeUint32, 1), Section: program.SectionClock})
	t.operators, t.layout = small.Operators, small.StateLayout
	t.state = small.NewState()
	random := rand.New(rand.NewPCG(2, 2))
	for i, tensor := range t.state.Tensors {
		shape := small.StateLayout[i].Shape
		for e := range tensor {
			// The square matrices of a list are attention's: they are 0 above the diagonal, and engines may know.
			if shape.G > 1 && shape.R == shape.W && e%shape.W > e/shape.W%shape.R {
				continue
			}
			tensor[e] = random.Float32() - 0.5
		}
		if i < len(t.fresh) {
			t.fresh[i] = append([]float32{}, tensor...)
		}
	}
	return t, nil
}

// keep ends the program with the operator that names its results: maps are, and they overwrite what they read.
func (t *trial) keep(small *program.Program) {
	state := program.Operator{Name: "state", Code: program.OpState, Mode: program.ModePlain}
	var order []int // tensors of the small state, those that are overwritten first
	taken := map[int]bool{}
	for i, o := range small.Operators {
		if o.Code != program.OpMap {
			t.wrote += o.Out.Words()
			continue
		}
		for _, in := range o.Operands {
			if in.Source == program.SourcePreState && in.Role == program.RoleFull && in.Shape == o.Out && !taken[in.Index] {
				t.wrote += o.Out.Words()
				taken[in.Index] = true
				order = append(order, in.Index)
				state.Operands = append(state.Operands, program.Operand{
					Source: program.SourceTrace, Index: i, Role: program.RolePart, View: program.ViewSpec{Stride: 1, R: 1},
				})
				break
			}
		}
	}
	t.fresh = make([][]float32, len(order))
	for tensor := range small.StateLayout {
		if !taken[tensor] {
			order = append(order, tensor)
		}
	}
	moved, layout := make([]int, len(order)), make([]program.TensorSpec, len(order))
	for to, from := range order {
		moved[from], layout[to] = to, small.StateLayout[from]
	}
	small.StateLayout = layout
	for i := range small.Operators {
		for j, in := range small.Operators[i].Operands {
			if in.Source == program.SourcePreState {
				small.Operators[i].Operands[j].Index = moved[in.Index]
			}
		}
	}
	state.Out = program.Shape{W: len(state.Operands)}
	small.Operators = append(small.Operators, state)
}

func find(p *program.Program, name string) (int, *program.Operator) {
	for i := range p.Operators {
		if p.Operators[i].Name == name {
			return i, &p.Operators[i]
		}
	}
	return 0, nil
}

// seconds runs the operators so often and returns the time of one run.
func (t *trial) seconds(ctx context.Context, times int) (float64, error) {
	for i, words := range t.fresh {
		copy(t.state.Tensors[i], words)
	}
	began := time.Now()
	for range times {
		if err := t.engine.Step(ctx, t.state); err != nil {
			return 0, err
		}
	}
	return time.Since(began).Seconds() / float64(times), nil
}

// enough returns how often the operators run in so many seconds, at least once.
func (t *trial) enough(ctx context.Context, seconds float64) (int, error) {
	if _, err := t.seconds(ctx, 1); err != nil { // the first run touches fresh memory
		return 0, err
	}
	one, err := t.seconds(ctx, 1)
	return max(1, int(seconds/max(one, 1e-7))), err
}

func (t *trial) close() error { return t.engine.Close() }
