package plan

import (
	"slices"

	"github.com/commonweight/commonweight/train/program"
)

// alignment of tensors, in words: what the widest load and a line of the cache want.
const alignment = 64

// findParts lets vectors that are joined lie where their join will be, so that there is nothing to copy: each has to be made by an operator
// and can be in one place only.
func (pl *planner) findParts() {
	pl.inside = map[int]part{}
	for i := range pl.p.Operators {
		o := &pl.p.Operators[i]
		if o.Code != program.OpConcat || o.Mode != program.ModeVectors {
			continue
		}
		start := 0
		for _, in := range o.Operands {
			if in.Source == program.SourceTrace && pl.p.Operators[in.Index].Out.DType == program.DTypeFloat32 && pl.p.Operators[in.Index].Out.Vector {
				if _, taken := pl.inside[in.Index]; !taken {
					pl.inside[in.Index] = part{i, start}
				}
			}
			start += in.Shape.Words()
		}
	}
}

// home is the operator whose memory an output lies in, and where in it.
func (pl *planner) home(operator int) (int, int) {
	start := 0
	for {
		where, ok := pl.inside[operator]
		if _, fixed := pl.inPlace[operator]; !ok || fixed {
			return operator, start
		}
		operator, start = where.concat, start+where.start
	}
}

// allocate gives memory: to the state, the learning rates, and every output that is read outside its node. A buffer is free for later levels
// once the level of its last reader is over.
func (pl *planner) allocate() {
	for _, t := range pl.p.StateLayout {
		pl.State = append(pl.State, pl.take(t.Shape.Words()))
	}
	pl.Rates = pl.take(len(pl.p.LearningRates))
	pl.findTriangles()

	count := len(pl.p.Operators)
	first, last := make([]int, count), make([]int, count) // levels in which the memory of an output is needed, by its home
	for i := range pl.p.Operators {
		first[i], last[i] = count+1, 0
	}
	need := func(operator, level int) {
		home, _ := pl.home(operator)
		first[home], last[home] = min(first[home], level), max(last[home], level)
	}
	for i, n := range pl.nodeOf {
		if n == nil || pl.internal(i) {
			continue
		}
		need(i, n.level)
		if pl.enters[i] {
			need(i, count) // until the step is committed
		}
		for _, reader := range pl.readersOf(i) {
			need(i, reader.level)
		}
	}
	// What is added to a product shares its memory.
	shares := map[int]int{}
	for _, n := range pl.nodes {
		if n.into >= 0 {
			sum := n.members[1]
			shares[sum] = n.into
			last[n.into] = max(last[n.into], last[sum])
			first[sum] = count + 1
		}
	}
	pl.assign(first, last)
	for sum, product := range shares {
		pl.place[sum] = pl.place[product]
	}
}

// take reserves memory for good.
func (pl *planner) take(words int) Region {
	r := Region{pl.Words, words}
	pl.Words += ceil(words, alignment) * alignment
	return r
}

// internal reports whether nobody outside its node reads the output.
func (pl *planner) internal(operator int) bool {
	n := pl.nodeOf[operator]
	if n.into >= 0 && n.members[0] == operator {
		return true // the scatter goes straight into the product
	}
	if !n.fused || pl.enters[operator] {
		return false
	}
	return len(pl.readersOf(operator)) == 0
}

// readersOf lists the nodes that read an output in memory.
func (pl *planner) readersOf(operator int) []*node {
	var list []*node
	for i := range pl.p.Operators {
		for _, in := range pl.p.Operators[i].Operands {
			if pl.nodeOf[i] != nil && in.Source == program.SourceTrace && in.Index == operator && pl.nodeOf[i] != pl.nodeOf[operator] {
				list = append(list, pl.nodeOf[i])
			}
		}
	}
	return list
}

// assign finds places: the smallest free buffer that is big enough and not much too big, else a new one.
func (pl *planner) assign(first, last []int) {
	type buffer struct{ at, words, until int }
	type request struct {
		words, first, last int
		put                func(at int)
	}
	var requests []request
	pl.place = make([]int, len(pl.p.Operators))
	for i := range pl.p.Operators {
		pl.place[i] = -1
		if tensor, ok := pl.inPlace[i]; ok {
			pl.place[i] = pl.State[tensor].At
			continue
		}
		if first[i] <= len(pl.p.Operators) && last[i] > 0 {
			requests = append(requests, request{pl.p.Operators[i].Out.Words(), first[i], last[i], func(at int) { pl.place[i] = at }})
		}
	}
	for _, n := range pl.nodes {
		if words := pl.scratchWords(n); words > 0 {
			requests = append(requests, request{words, n.level, n.level, func(at int) { pl.scratch[n] = at }})
		}
	}
	slices.SortStableFunc(requests, func(a, b request) int { return a.first - b.first })
	var buffers []*buffer
	for _, r := range requests {
		var best *buffer
		for _, b := range buffers {
			if b.until < r.first && b.words >= r.words && (best == nil || b.words < best.words) {
				best = b
			}
		}
		if best == nil || best.words > 2*r.words+1024 {
			best = &buffer{pl.take(r.words).At, r.words, 0}
			buffers = append(buffers, best)
		}
		best.until = r.last
		r.put(best.at)
	}
	for i, n := range pl.nodeOf {
		if n == nil || pl.internal(i) {
			continue
		}
		if home, start := pl.home(i); home != i {
			pl.place[i] = pl.place[home] + start
		}
	}
}
