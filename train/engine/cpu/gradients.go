package cpu

import (
	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

// Gradients are large and come once through the caches: what the step does with one of them is done where it is made.
//
// Squares: the tile squares of a product are taken panel by panel, while it is written.
//
// A scatter that is added to a product, the two gradients of a tied embedding, is added in place, to the rows that the scatter has terms
// for. Elsewhere it is +0, and the product is a reduction, which never yields −0 (numerics.md, "Reductions"): x + (+0) is x. Only the
// tiles of those rows are squared again.

// squared lets node n, which makes the operand of tile_reduce i, take its squares, if it can.
func squared(p *program.Program, of []*node, i int) *node {
	o := &p.Operators[i]
	if o.Code != program.OpTileReduce || o.Mode != program.ModeSqsum || o.Operands[0].Source != program.SourceTrace {
		return nil
	}
	from := o.Operands[0].Index
	n := of[from]
	switch {
	case n == nil || n.squares != 0:
		return nil
	case n.adds && n.members[1] == from:
		of[n.into].squares = i // first of the whole product
	case !product2D(&p.Operators[from]):
		return nil
	}
	n.squares = i
	n.members = append(n.members, i)
	return n
}

// product2D reports whether the operator is a product that writes all of one matrix.
func product2D(o *program.Operator) bool {
	return o.Code == program.OpMatmul && o.Attributes[program.AttributeMatmulCausal] == 0 && o.OutView == o.Out.Whole() && o.Out.G == 1
}

// scattered lets the scatter that map i adds to a product be added in place, if i is such a map, and nobody else reads either of them.
func scattered(p *program.Program, of []*node, i int) *node {
	o := &p.Operators[i]
	if o.Code != program.OpMap || len(o.Operands) != 2 || !isAddition(o.Instructions) {
		return nil
	}
	for _, in := range o.Operands {
		if in.Source != program.SourceTrace || in.Role != program.RoleFull || p.Operators[in.Index].Out != o.Out || readers(p, in.Index) != 1 {
			return nil
		}
	}
	head, scatter := o.Operands[0].Index, o.Operands[1].Index
	if !product2D(&p.Operators[head]) || p.Operators[scatter].Code != program.OpScatterAdd {
		return nil
	}
	for _, operator := range p.StateOutputs() {
		if operator == i {
			return nil
		}
	}
	n := of[scatter]
	n.adds, n.into, n.level = true, head, max(n.level, of[head].level+1)
	n.members = append(n.members, i)
	return n
}

// isAddition reports whether a map is operand 0 plus operand 1 and nothing else.
func isAddition(code []numeric.Instruction) bool {
	return len(code) == 3 && code[0].Op == numeric.MapOperand && code[0].A == 0 && code[1].Op == numeric.MapOperand && code[1].A == 1 &&
		code[2].Op == numeric.MapAdd && code[2].A == 0 && code[2].B == 1
}

func readers(p *program.Program, operator int) int {
	n := 0
	for i := range p.Operators {
		for _, in := range p.Operators[i].Operands {
			if in.Source == program.SourceTrace && in.Index == operator {
				n++
			}
		}
	}
	return n
}

// square takes the squares of rows i0…i1 and columns j0…j1 of a product; both begin at tiles.
func (p *product) square(c []float32, i0, i1, j0, j1 int) {
	const side = numeric.TileSide
	for i := i0; i < i1; i += side {
		p.k.TileSquare(&c[i*p.dst.Stride+j0], 4*p.dst.Stride, min(side, i1-i), j1-j0, &(*p.squares)[i/side*ceil(p.n, side)+j0/side])
	}
}

// scatterInto adds up the rows that have one index and adds the sums to a matrix; a part is a range of indices.
type scatterInto struct {
	scatterAdd
	squares *[]float32 // of the matrix: taken again where it changes, unless nil
}

func (t *scatterInto) run(_ *worker, part int) {
	const side = numeric.TileSide
	v0, v1 := t.link(part)
	for v := v0; v < v1; {
		changed := false
		next := min(v/side*side+side, v1)
		for strip := v; v < next; v++ {
			if n := t.first[v]; n >= 0 {
				sum := t.sums[part]
				t.add(sum[:t.width], sum[t.width:], n)
				row := &(*t.out)[v*t.width]
				t.k.Add(row, row, &sum[0], t.width)
				changed = true
			}
			if changed && v == next-1 && t.squares != nil {
				t.k.TileSquare(&(*t.out)[strip*t.width], 4*t.width, next-strip, t.width, &(*t.squares)[strip/side*ceil(t.width, side)])
			}
		}
	}
}
