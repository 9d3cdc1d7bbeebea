package plan

import (
	"fmt"
	"slices"

	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

// longRow is the width from which a row is worth a block of its own.
const longRow = 8 * numeric.Chunk

// launches appends the launches of all nodes, then what enters the state.
func (pl *planner) launches() error {
	for _, n := range pl.nodes {
		o := &pl.p.Operators[n.members[0]]
		var err error
		switch {
		case n.reduces:
			err = pl.rows(n)
		case n.fused:
			err = pl.maps(n)
		default:
			err = pl.operator(n, o)
		}
		if err != nil {
			return fmt.Errorf("operator %s: %w", o.Name, err)
		}
		pl.lookAbove(n)
	}
	last := &node{level: len(pl.p.Operators), members: []int{len(pl.p.Operators)}}
	for _, c := range pl.commits {
		to := pl.State[c.tensor]
		kernel := "canonical"
		if pl.p.StateLayout[c.tensor].Shape.DType == program.DTypeUint32 {
			pl.launch(last, "place", line(to.Words), at(pl.place[c.from]), at(to.At), number(1), number(to.Words), number(to.Words))
			continue
		}
		pl.launch(last, kernel, line(to.Words), at(pl.place[c.from]), at(to.At), number(to.Words))
	}
	return nil
}

// scratchWords is the memory a node needs while it runs.
func (pl *planner) scratchWords(n *node) int {
	o := &pl.p.Operators[n.members[0]]
	switch o.Code {
	case program.OpMatmul:
		words := pl.chosen(o).partsWords()
		if pl.lower(o) {
			words += looks * o.Operands[0].Shape.G
		}
		return words
	case program.OpColumnReduce:
		if x := o.Operands[0].Shape; x.R > numeric.Chunk {
			return ceil(x.R, numeric.Chunk) * x.W
		}
	}
	return 0
}

// operator appends the launches of one that is no map.
func (pl *planner) operator(n *node, o *program.Operator) error {
	if o.Code == program.OpMatmul {
		return pl.product(n, o)
	}
	in, out := make([]Arg, len(o.Operands)), pl.place[n.members[0]]
	for i, x := range o.Operands {
		if x.Role == program.RoleDataset {
			continue
		}
		place, err := pl.operand(x)
		if err != nil {
			return err
		}
		if x.View != x.Shape.Whole() {
			return fmt.Errorf("%w: operand %d is a view", ErrProgram, i)
		}
		in[i] = at(place)
	}
	second := Arg{}
	if len(in) > 1 {
		second = in[1]
	}
	words := o.Out.Words()
	switch o.Code {
	case program.OpRowReduce:
		x := o.Operands[0].Shape
		count := x.G * x.R
		kernel, grid := "rows_"+o.Mode.String(), line(count*numeric.Block)
		if x.W > longRow {
			kernel, grid = "long_"+kernel, [3]int{count, 1, 1}
		}
		if o.Mode != program.ModeDot {
			second = in[0]
		}
		pl.launch(n, kernel, grid, in[0], second, at(out), number(count), number(x.W))
	case program.OpColumnReduce:
		pl.columns(n, o, in[0], second, out)
	case program.OpTileReduce:
		x := o.Operands[0].Shape
		kernel, count := "tiles_"+o.Mode.String(), x.Tiles()
		if x.Vector {
			pl.launch(n, "vector_"+kernel, line(count*numeric.Block), in[0], at(out), number(x.W))
			break
		}
		pl.launch(n, kernel, line(count*numeric.Block), in[0], at(out), number(count), number(x.R), number(x.W),
			number(ceil(x.R, numeric.TileSide)), number(ceil(x.W, numeric.TileSide)))
	case program.OpGather:
		table := o.Operands[0].Shape
		width, mode, parameter := table.W, 0, uint32(0)
		if table.Vector {
			width = 1
		}
		switch o.Mode {
		case program.ModeIota:
			mode, parameter = 1, o.Attributes[program.AttributeGatherModulus]
		case program.ModeClock:
			mode, parameter = 2, o.Attributes[program.AttributeGatherLast]
		}
		pl.launch(n, "gather", line(words), in[0], second, at(out), number(words/width), number(table.Words()/width), number(width), number(mode),
			number(parameter))
	case program.OpPick:
		pl.launch(n, "pick", line(words), in[0], in[1], at(out), number(words), number(o.Operands[0].Shape.W))
	case program.OpConcat:
		return pl.concat(n, o, in, out)
	case program.OpScatterAdd:
		pl.scatter(n, o, in[0], second)
	case program.OpLoadBatch:
		pl.Inputs = append(pl.Inputs, Input{n.members[0], Region{out, words}})
	case program.OpTick:
		pl.launch(n, "tick", line(1), in[0], at(out))
	default:
		return fmt.Errorf("%w: no kernel for %v", ErrProgram, o.Code)
	}
	return nil
}

// strip is the number of columns of a block.
const strip = 32

// columns gives every chunk of rows a row of parts, which are then added.
func (pl *planner) columns(n *node, o *program.Operator, x, y Arg, out int) {
	s := o.Operands[0].Shape
	chunks, to := ceil(s.R, numeric.Chunk), out
	if chunks > 1 {
		to = pl.scratch[n]
	}
	if o.Mode != program.ModeDot {
		y = x
	}
	pl.launch(n, "columns_"+o.Mode.String(), [3]int{ceil(s.W, strip), chunks, 1}, x, y, at(to), number(s.R), number(s.W))
	if chunks > 1 {
		pl.launch(n, "fold", line(s.W), at(to), at(out), number(s.W), number(1), number(0), number(0), number(1), number(s.W), number(chunks),
			number(0))
	}
}

// scatter adds rows up where they belong: into a product, or into a result that is +0 elsewhere.
func (pl *planner) scatter(n *node, o *program.Operator, x, index Arg) {
	s := o.Operands[0].Shape
	if o.Mode == program.ModeIota {
		pl.launch(n, "scatter_cycle", line(o.Out.Words()), x, at(pl.place[n.members[0]]), number(s.R), number(o.Out.R), number(s.W),
			number(o.Attributes[program.AttributeScatterAddModulus]))
		return
	}
	out, add := pl.place[n.members[0]], 0
	if n.into >= 0 {
		out, add = pl.place[n.into], 1
	} else {
		pl.launch(n, "zero", line(o.Out.Words()), at(out), number(o.Out.Words()))
	}
	pl.launch(n, "scatter_index", [3]int{s.R, 1, 1}, x, index, at(out), number(s.R), number(o.Out.R), number(s.W), number(add))
}

// concat copies what doesn't lie in its place already.
func (pl *planner) concat(n *node, o *program.Operator, in []Arg, out int) error {
	rows, start := 1, 0
	if o.Mode == program.ModeColumns {
		rows = o.Out.R
	}
	width := o.Out.Words() / rows
	for i, x := range o.Operands {
		w := x.Shape.Words() / rows
		if to := at(out + start); in[i] != to {
			pl.launch(n, "place", line(rows*w), in[i], to, number(rows), number(w), number(width))
		}
		start += w
	}
	if start != width {
		return fmt.Errorf("%w: the parts have %d words, the result %d", ErrProgram, start*rows, o.Out.Words())
	}
	return nil
}

// maps appends the kernel of fused maps.
func (pl *planner) maps(n *node) error {
	b := &binder{pl: pl, n: n, earlier: map[int]int{}, known: map[Arg]int{}}
	var list []expression
	for _, m := range n.members {
		e, err := b.bind(m)
		if err != nil {
			return err
		}
		list = append(list, e)
	}
	name, text, err := mapKernel(list, len(b.pointers))
	if err != nil {
		return err
	}
	pl.Modules[name] = text
	words := n.shape.Words()
	args := slices.Concat([]Arg{number(words), number(n.shape.W), number(n.shape.R)}, b.pointers, b.outputs)
	pl.launch(n, name, [3]int{ceil(words, perThread*Threads), 1, 1}, args...)
	return nil
}

// binder finds the operands of a fused node's members: values of the node, or pointers, each once.
type binder struct {
	pl                *planner
	n                 *node
	earlier           map[int]int
	known             map[Arg]int
	pointers, outputs []Arg
}

func (b *binder) bind(m int) (expression, error) {
	o := &b.pl.p.Operators[m]
	e := expression{code: o.Instructions, constants: o.Constants, out: b.pl.place[m] >= 0, canonical: b.pl.enters[m]}
	for i, x := range o.Operands {
		s := source{role: x.Role, earlier: -1}
		if before, ok := b.earlier[x.Index]; ok && x.Source == program.SourceTrace {
			s.earlier = before
		} else {
			place, err := b.pl.operand(x)
			if err != nil {
				return e, err
			}
			if x.View != x.Shape.Whole() {
				return e, fmt.Errorf("%w: operand %d is a view", ErrProgram, i)
			}
			p, ok := b.known[at(place)]
			if !ok {
				p = len(b.pointers)
				b.known[at(place)] = p
				b.pointers = append(b.pointers, at(place))
			}
			s.pointer = p
		}
		e.operands = append(e.operands, s)
	}
	if e.out {
		b.outputs = append(b.outputs, at(b.pl.place[m]))
	}
	b.earlier[m] = len(b.earlier)
	return e, nil
}
