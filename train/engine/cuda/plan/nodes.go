package plan

import (
	"slices"

	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

// node is what runs as one: an operator, or maps of one shape that read one another's elements.
type node struct {
	level   int   // everything it reads is of an earlier level
	members []int // operators, in program order
	fused   bool  // the members are maps, and if it reduces, reductions of rows and maps of their results
	reduces bool
	into    int           // of a scatter that is added to a product: which one; else −1
	shape   program.Shape // of the maps, or of the rows
}

// maxFused bounds the maps of a node, and with them its registers; maxRows the members of one that reduces.
const (
	maxFused = 12
	maxRows  = 16
)

// findNodes joins maps and reductions of rows and finds the level of everything. A map joins the maps it reads if they have its shape, all it reads
// of them is the element itself, and whatever else it reads is of an earlier level: then no path leaves the node and comes back. With rows that
// a warp can keep, reductions join too, maps of their results, and maps that read these by row.
func (pl *planner) findNodes() {
	p := pl.p
	pl.nodeOf = make([]*node, len(p.Operators))
	for i := range p.Operators {
		o := &p.Operators[i]
		if o.Code == program.OpState {
			continue
		}
		level := 0
		for _, in := range o.Operands {
			if in.Source == program.SourceTrace {
				level = max(level, pl.nodeOf[in.Index].level)
			}
		}
		if n := pl.scattered(i); n != nil {
			pl.nodeOf[i] = n
			continue
		}
		var join []*node
		if o.Code == program.OpMap || reduces(o) {
			join = pl.joinable(i, level)
		}
		if join == nil {
			n := &node{level: level + 1, members: []int{i}, fused: o.Code == program.OpMap || reduces(o), reduces: reduces(o), into: -1, shape: o.Out}
			if n.reduces {
				n.shape = o.Operands[0].Shape
			}
			pl.nodeOf[i] = n
			pl.nodes = append(pl.nodes, n)
			continue
		}
		into := join[0]
		into.reduces = into.reduces || reduces(o)
		for _, other := range join[1:] {
			into.reduces = into.reduces || other.reduces
			into.members = append(into.members, other.members...)
			for _, m := range other.members {
				pl.nodeOf[m] = into
			}
			other.members = nil
		}
		into.members = append(into.members, i)
		pl.nodeOf[i] = into
	}
	pl.nodes = slices.DeleteFunc(pl.nodes, func(n *node) bool { return len(n.members) == 0 })
	for _, n := range pl.nodes {
		if n.fused {
			slices.Sort(n.members)
		}
	}
	slices.SortStableFunc(pl.nodes, func(a, b *node) int { return a.level - b.level })
}

// reduces reports whether an operator reduces rows that a warp can keep.
func reduces(o *program.Operator) bool {
	return o.Code == program.OpRowReduce && !o.Operands[0].Shape.Vector && o.Operands[0].Shape.W <= maxRow
}

// joinable returns the nodes of the level that operator i reads, or nil if it can't join them.
func (pl *planner) joinable(i, level int) []*node {
	o := &pl.p.Operators[i]
	var join []*node
	members := 1
	for _, in := range o.Operands {
		if in.Source != program.SourceTrace || pl.nodeOf[in.Index].level < level {
			continue
		}
		n := pl.nodeOf[in.Index]
		if !n.fused || !pl.fits(o, in, n) || len(join) > 0 && n.shape != join[0].shape {
			return nil
		}
		if !slices.Contains(join, n) {
			join = append(join, n)
			members += len(n.members)
		}
	}
	if join == nil {
		return nil
	}
	most := maxFused
	if reduces(o) || slices.ContainsFunc(join, func(n *node) bool { return n.reduces }) {
		most = maxRows
	}
	if members > most {
		return nil
	}
	return join
}

// fits reports whether an operator may read an operand that its own node makes: elements by elements, rows whole by a reduction, and the words of
// rows by what has one word for each row, or by row.
func (pl *planner) fits(o *program.Operator, in program.Operand, n *node) bool {
	made := pl.p.Operators[in.Index].Out
	column := n.reduces && made.Vector && made != n.shape
	switch {
	case reduces(o):
		return !column && made == n.shape
	case o.Out == n.shape:
		return !column && in.Role == program.RoleFull || column && in.Role == program.RoleCol
	default:
		return column && o.Out == made && in.Role == program.RoleFull
	}
}

// scattered lets the scatter that map i adds to a product be added in place, if i is such a map and nobody else reads either of them: the
// two gradients of a tied embedding. Where the scatter has no terms it is +0, and a product is never −0, so that nothing is to be added.
func (pl *planner) scattered(i int) *node {
	o := &pl.p.Operators[i]
	if o.Code != program.OpMap || len(o.Operands) != 2 || !isAddition(o.Instructions) || slices.Contains(pl.p.StateOutputs(), i) {
		return nil
	}
	for _, in := range o.Operands {
		if in.Source != program.SourceTrace || in.Role != program.RoleFull || pl.p.Operators[in.Index].Out != o.Out || pl.readers(in.Index) != 1 {
			return nil
		}
	}
	head, scatter := o.Operands[0].Index, o.Operands[1].Index
	h, s := &pl.p.Operators[head], &pl.p.Operators[scatter]
	if h.Code != program.OpMatmul || h.OutView != h.Out.Whole() || s.Code != program.OpScatterAdd || s.Mode != program.ModeIndex {
		return nil
	}
	n := pl.nodeOf[scatter]
	n.into, n.level = head, max(n.level, pl.nodeOf[head].level+1)
	n.members = append(n.members, i)
	return n
}

// isAddition reports whether a map is operand 0 plus operand 1 and nothing else.
func isAddition(code []numeric.Instruction) bool {
	return len(code) == 3 && code[0].Op == numeric.MapOperand && code[0].A == 0 && code[1].Op == numeric.MapOperand && code[1].A == 1 &&
		code[2].Op == numeric.MapAdd && code[2].A == 0 && code[2].B == 1
}

// readers counts who reads an operator's output.
func (pl *planner) readers(operator int) int {
	n := 0
	for i := range pl.p.Operators {
		for _, in := range pl.p.Operators[i].Operands {
			if in.Source == program.SourceTrace && in.Index == operator {
				n++
			}
		}
	}
	return n
}

// mayOverwrite reports whether the operator may write its result over the state tensor: it is a map, and nobody reads the old words later. In
// its own node a thread reads all words of its elements before it writes one.
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
			case reader == writer && in.Role != program.RoleFull:
				return false
			case reader != writer && reader.level == writer.level:
				return false
			}
		}
	}
	return true
}
