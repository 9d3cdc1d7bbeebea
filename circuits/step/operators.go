package step

import (
	"errors"
	"fmt"

	"github.com/commonweight/commonweight/circuits/gadget"
	"github.com/commonweight/commonweight/train/program"
)

var errNoRecord = errors.New("a step or sample beyond the run's")

// run computes every operator's output; the last, `state`, has none.
func (w *walk) run() {
	for i := range w.program.Operators {
		o := &w.program.Operators[i]
		w.outputs = append(w.outputs, w.execute(o))
	}
}

func (w *walk) execute(o *program.Operator) tensor {
	switch o.Code {
	case program.OpMatmul:
		return w.matmul(o)
	case program.OpColumnReduce:
		return w.columns(o)
	case program.OpRowReduce:
		return w.rowsOf(o)
	case program.OpTileReduce:
		return w.tiles(o)
	case program.OpMap:
		return w.apply(o)
	case program.OpPick:
		return w.pick(o)
	case program.OpConcat:
		return w.concat(o)
	case program.OpGather:
		if o.Mode == program.ModeClock {
			return tensor{shape: o.Out, numbers: []*gadget.Float{w.rate}}
		}
	case program.OpLoadBatch:
		switch o.Mode {
		case program.ModeFeatures:
			return w.features(o)
		case program.ModeLabel:
			return w.labels(o)
		}
	case program.OpTick:
		return tensor{shape: o.Out, integers: []integer{{value: w.api.Add(w.clock, 1)}}}
	case program.OpState:
		return tensor{}
	}
	panic(unsupported(fmt.Sprintf("operator %s: %s %s", o.Name, o.Code, o.Mode)))
}

// at is the place of element (g, i, j) of a view in its tensor.
func at(v program.ViewSpec, g, i, j int) int {
	return (g/v.G1*v.R+i)*v.Stride + v.Col0 + g%v.G1*v.W + j
}

// matmul is one chain per element of the result.
//
// Constraints: 29 per multiplication.
//
// Native twin: numeric.Matmul.
func (w *walk) matmul(o *program.Operator) tensor {
	if o.Attributes[program.AttributeMatmulCausal] != 0 {
		panic(unsupported(fmt.Sprintf("operator %s: a causal product", o.Name)))
	}
	a, b := w.operand(o.Operands[0]), w.operand(o.Operands[1])
	va, vb := o.Operands[0].View, o.Operands[1].View
	out := tensor{shape: o.Out, numbers: make([]*gadget.Float, o.Out.Words())}
	terms := va.W
	if o.Mode == program.ModeTN {
		terms = va.R
	}
	x, y := make([]*gadget.Float, terms), make([]*gadget.Float, terms)
	for g := range o.OutView.G0 * o.OutView.G1 {
		for i := range o.OutView.R {
			for j := range o.OutView.W {
				for k := range terms {
					switch o.Mode {
					case program.ModeNT:
						x[k], y[k] = a.numbers[at(va, g, i, k)], b.numbers[at(vb, g, j, k)]
					case program.ModeTN:
						x[k], y[k] = a.numbers[at(va, g, k, i)], b.numbers[at(vb, g, k, j)]
					default:
						x[k], y[k] = a.numbers[at(va, g, i, k)], b.numbers[at(vb, g, k, j)]
					}
				}
				out.numbers[at(o.OutView, g, i, j)] = w.Dot(x, y)
			}
		}
	}
	return out
}

// columns reduces each column by a chain.
func (w *walk) columns(o *program.Operator) tensor {
	in := w.floats(o)
	s := o.Operands[0].Shape
	out := tensor{shape: o.Out}
	for c := range s.W {
		column := func(t tensor) []*gadget.Float {
			var terms []*gadget.Float
			for r := range s.R {
				terms = append(terms, t.numbers[r*s.W+c])
			}
			return terms
		}
		if o.Mode == program.ModeDot {
			out.numbers = append(out.numbers, w.Dot(column(in[0]), column(in[1])))
		} else {
			out.numbers = append(out.numbers, w.Sum(column(in[0])))
		}
	}
	return out
}

// rowsOf reduces each row by lanes.
func (w *walk) rowsOf(o *program.Operator) tensor {
	in := w.floats(o)
	s := o.Operands[0].Shape
	out := tensor{shape: o.Out}
	for r := range s.G * s.R {
		x := in[0].numbers[r*s.W : (r+1)*s.W]
		switch o.Mode {
		case program.ModeDot:
			out.numbers = append(out.numbers, w.DotLanes(x, in[1].numbers[r*s.W:(r+1)*s.W]))
		case program.ModeMax:
			out.numbers = append(out.numbers, w.MaxLanes(x))
		default:
			out.numbers = append(out.numbers, w.SumLanes(x))
		}
	}
	return out
}

// tiles reduces each tile by lanes.
func (w *walk) tiles(o *program.Operator) tensor {
	in := w.floats(o)[0]
	out := tensor{shape: o.Out}
	for t := range o.Out.W {
		x := inTile(in.shape, t, func(n int) *gadget.Float { return in.numbers[n] }, nil)
		if o.Mode == program.ModeSqsum {
			out.numbers = append(out.numbers, w.DotLanes(x, x))
		} else {
			out.numbers = append(out.numbers, w.SumLanes(x))
		}
	}
	return out
}

// pick takes the entry of each row that the label names.
func (w *walk) pick(o *program.Operator) tensor {
	table, index := w.operand(o.Operands[0]), w.operand(o.Operands[1])
	width := o.Operands[0].Shape.W
	out := tensor{shape: o.Out}
	for r, x := range index.integers {
		if len(x.classes) != width {
			panic(unsupported(fmt.Sprintf("operator %s: an index that is no label", o.Name)))
		}
		picked := table.numbers[r*width]
		for c := 1; c < width; c++ {
			picked = w.Select(x.classes[c], table.numbers[r*width+c], picked)
		}
		out.numbers = append(out.numbers, picked)
	}
	return out
}

// concat joins vectors.
func (w *walk) concat(o *program.Operator) tensor {
	if o.Mode != program.ModeVectors {
		panic(unsupported(fmt.Sprintf("operator %s: %s %s", o.Name, o.Code, o.Mode)))
	}
	out := tensor{shape: o.Out}
	for _, in := range w.floats(o) {
		out.numbers = append(out.numbers, in.numbers...)
	}
	return out
}

// floats are the operands, which must be numbers.
func (w *walk) floats(o *program.Operator) []tensor {
	var in []tensor
	for _, x := range o.Operands {
		t := w.operand(x)
		if t.numbers == nil {
			panic(unsupported(fmt.Sprintf("operator %s: integers", o.Name)))
		}
		in = append(in, t)
	}
	return in
}
