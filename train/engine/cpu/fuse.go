package cpu

import (
	"slices"

	"github.com/commonweight/commonweight/train/program"
)

// node is what the engine runs as one task: an operator, or maps of one shape that read one another's elements.
type node struct {
	level   int   // the stage it runs in; everything it reads is of an earlier stage
	members []int // operators, in program order
	fused   bool  // the members are maps
	squares int   // the tile_reduce among the members of a product or a scatter, 0 if there is none
	adds    bool  // a scatter, the members' first, is added to a product
	into    int   // which one
	shape   program.Shape
}

// maxFused bounds the maps of a node, so that its registers stay in the first-level cache.
const maxFused = 12

// nodes joins maps and finds the level of everything. A map joins the maps it reads if they have its shape, all it reads of them is the
// element itself, and whatever else it reads is of an earlier level: then no path leaves the node and comes back.
func nodes(p *program.Program) []*node {
	var list []*node
	of := make([]*node, len(p.Operators)) // nil for state
	for i := range p.Operators {
		o := &p.Operators[i]
		if o.Code == program.OpState {
			continue
		}
		level := 0
		for _, in := range o.Operands {
			if in.Source == program.SourceTrace {
				level = max(level, of[in.Index].level)
			}
		}
		if n := scattered(p, of, i); n != nil {
			of[i] = n
			continue
		}
		if n := squared(p, of, i); n != nil {
			of[i] = n
			continue
		}
		var join []*node
		if o.Code == program.OpMap {
			join = joinable(o, of, level)
		}
		if join == nil {
			of[i] = &node{level: level + 1, members: []int{i}, fused: o.Code == program.OpMap, shape: o.Out}
			list = append(list, of[i])
			continue
		}
		into := join[0]
		for _, other := range join[1:] {
			into.members = append(into.members, other.members...)
			for _, m := range other.members {
				of[m] = into
			}
			other.members = nil
		}
		into.members = append(into.members, i)
		of[i] = into
	}
	kept := list[:0]
	for _, n := range list {
		if len(n.members) > 0 {
			slices.Sort(n.members)
			kept = append(kept, n)
		}
	}
	return kept
}

// joinable returns the nodes of the level that the map reads, or nil if it can't join them.
func joinable(o *program.Operator, of []*node, level int) []*node {
	var join []*node
	members := 1
	for _, in := range o.Operands {
		if in.Source != program.SourceTrace || of[in.Index].level < level {
			continue
		}
		n := of[in.Index]
		if !n.fused || n.shape != o.Out || in.Role != program.RoleFull {
			return nil
		}
		known := false
		for _, j := range join {
			known = known || j == n
		}
		if !known {
			join = append(join, n)
			members += len(n.members)
		}
	}
	if members > maxFused {
		return nil
	}
	return join
}
