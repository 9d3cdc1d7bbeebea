package plan

import (
	"fmt"

	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

// shape of a product's blocks: bm×bn outputs each. speed is what a block is guessed to do per cycle relative to the widest, which reads
// each word from shared memory for the most multiplications; it decides between shapes and nothing else.
type shape struct {
	bm, bn int
	speed  float64
}

// Shapes is the number of shapes to choose from.
const Shapes = 3

var shapes = [Shapes]shape{{128, 128, 1}, {128, 64, 0.85}, {64, 64, 0.65}}

// resident is the number of blocks that a processor holds at a time: what the kernels' registers are bounded for.
const resident = 2

// product is a choice: a kernel, and how k is split.
type product struct {
	shape
	m, n, terms, matrices int
	chunks                int // of k in all
	perBlock              int // chunks of one block
}

func (c product) splits() int { return ceil(c.chunks, c.perBlock) }

// blocks is the number of tiles of the output.
func (c product) tiles() int { return ceil(c.m, c.bm) * ceil(c.n, c.bn) }

// partsWords is the memory for the sums of chunks.
func (c product) partsWords() int {
	if c.splits() == 1 {
		return 0
	}
	return c.matrices * c.chunks * c.m * c.n
}

// cost guesses a product's time: rounds of blocks that run together times the work of one, and what adding the parts moves.
func (c product) cost(processors int) float64 {
	rounds := ceil(c.tiles()*c.matrices*c.splits(), resident*processors)
	terms := min(c.terms, c.perBlock*numeric.Chunk)
	work := float64(rounds) * float64(c.bm*c.bn) * float64(terms+launchTerms) / c.speed
	return work + float64(c.partsWords())*foldCost/float64(processors)
}

const (
	launchTerms = 64 // what beginning and ending a block costs, in terms
	foldCost    = 32 // what a word that is written and read again costs, in multiplications
)

// choose finds the shape and the split of a product with the least cost.
func choose(m, n, terms, matrices int, o Options) product {
	var best product
	chunks := ceil(terms, numeric.Chunk)
	for i, s := range shapes {
		if o.Shape != 0 && i != o.Shape-1 {
			continue
		}
		for split := 1; split <= chunks; split++ {
			if o.Split != 0 && split != min(o.Split, chunks) {
				continue
			}
			c := product{s, m, n, terms, matrices, chunks, ceil(chunks, split)}
			if c.partsWords() > maxParts || c.splits() > maxGrid {
				continue
			}
			if best.bm == 0 || c.cost(o.Processors) < best.cost(o.Processors) {
				best = c
			}
		}
	}
	if best.bm == 0 { // a split was asked for that memory doesn't allow
		best = product{shapes[0], m, n, terms, matrices, chunks, chunks}
	}
	return best
}

const (
	maxParts = 1 << 28 // words of scratch for one product
	maxGrid  = 65535   // the second and third dimension of a grid
)

// chosen is the product of an operator.
func (pl *planner) chosen(o *program.Operator) product {
	v, terms := o.OutView, o.Operands[0].View.W
	if o.Mode == program.ModeTN {
		terms = o.Operands[0].View.R
	}
	return choose(v.R, v.W, terms, v.G0*v.G1, pl.o)
}

// Bits of a product's flags, as in kernels/product.cu.
const (
	wideA = 1 << iota
	wideB
	wideC
	causal
)

// looks is LOOKS in kernels/shim.h: the words that looking at a matrix leaves.
const looks = 16

// largest is the word of the greatest finite number.
const largest = 0x7f7fffff

// lower says that a product may well leave out half of its terms, because A is ±0 above the diagonal: a causal product, or a map of one. Whether it is
// the device finds out.
func (pl *planner) lower(o *program.Operator) bool {
	if o.Code != program.OpMatmul || o.Mode == program.ModeNT {
		return false
	}
	a := o.Operands[0]
	return a.Source == program.SourceTrace && a.View == a.Shape.Whole() && a.View.R == a.View.W && a.View.R > pl.chosen(o).bm && pl.triangular[a.Index]
}

// findTriangles marks the results that may be ±0 above the diagonal, and reserves a place for what is found of those that are multiplied.
func (pl *planner) findTriangles() {
	pl.triangular, pl.above = make([]bool, len(pl.p.Operators)), map[int]int{}
	for i := range pl.p.Operators {
		o := &pl.p.Operators[i]
		switch o.Code {
		case program.OpMatmul:
			pl.triangular[i] = o.Attributes[program.AttributeMatmulCausal] != 0
		case program.OpMap:
			for _, in := range o.Operands {
				pl.triangular[i] = pl.triangular[i] || in.Source == program.SourceTrace && in.Role == program.RoleFull && pl.triangular[in.Index]
			}
		}
		if pl.lower(o) {
			a := o.Operands[0]
			if _, known := pl.above[a.Index]; !known {
				pl.above[a.Index] = pl.take(looks * a.Shape.G).At
			}
		}
	}
}

// lookAbove appends to a node a look at those of its results that are multiplied as triangles.
func (pl *planner) lookAbove(n *node) {
	for _, m := range n.members {
		if found, ok := pl.above[m]; ok {
			s := pl.p.Operators[m].Out
			pl.launch(n, "look", [3]int{looks, s.G, 1}, at(pl.place[m]), at(found), number(s.W), number(1), number(s.R*s.W), number(0), number(s.R),
				number(s.W), number(1), number(0))
		}
	}
}

// spread is how the matrices of a view lie: the distance between groups and within one.
func spread(v program.ViewSpec) (outer, inner int) { return v.R * v.Stride, v.W }

// whole reports whether vectors of four words fit a view: each begins at a multiple of four, and the run of words that vectors lie along is a multiple.
func whole(at int, v program.ViewSpec, run int) bool {
	outer, inner := spread(v)
	return (at+v.Col0)%4 == 0 && v.Stride%4 == 0 && run%4 == 0 && (v.G0 == 1 || outer%4 == 0) && (v.G1 == 1 || inner%4 == 0)
}

func (pl *planner) product(n *node, o *program.Operator) error {
	a, err := pl.operand(o.Operands[0])
	if err != nil {
		return err
	}
	b, err := pl.operand(o.Operands[1])
	if err != nil {
		return err
	}
	va, vb, vc := o.Operands[0].View, o.Operands[1].View, o.OutView
	if vc.Col0 != 0 || vc.G0*vc.G1*vc.R*vc.W != o.Out.Words() {
		return fmt.Errorf("%w: the product leaves words of its tensor undefined", ErrProgram)
	}
	c, out, flags := pl.chosen(o), pl.place[n.members[0]], 0
	if whole(a, va, va.W) {
		flags |= wideA
	}
	if whole(b, vb, vb.W) {
		flags |= wideB
	}
	if whole(out, vc, vc.W) {
		flags |= wideC
	}
	if o.Attributes[program.AttributeMatmulCausal] != 0 {
		flags |= causal
	}
	if c.matrices > maxGrid {
		return fmt.Errorf("%w: a list of %d products", ErrProgram, c.matrices)
	}
	split, parts := c.splits() > 1, Arg{}
	if split {
		parts = at(pl.scratch[n])
	}
	outerA, innerA := spread(va)
	outerB, innerB := spread(vb)
	outerC, innerC := spread(vc)
	kernel := fmt.Sprintf("product_%s_%dx%d", o.Mode, c.bm, c.bn)
	above, odd := Arg{}, Arg{}
	if pl.lower(o) {
		above, odd = at(pl.above[o.Operands[0].Index]), at(pl.scratch[n]+c.partsWords())
		pl.launch(n, "look", [3]int{looks, c.matrices, 1}, at(b+vb.Col0), odd, number(vb.Stride), number(vb.G1), number(outerB), number(innerB),
			number(vb.R), number(vb.W), number(0), number(largest))
	}
	pl.launch(n, kernel, [3]int{c.tiles(), c.matrices, c.splits()}, at(a+va.Col0), at(b+vb.Col0), at(out), parts, above, odd,
		number(va.Stride), number(vb.Stride), number(vc.Stride), number(va.G1), number(outerA), number(innerA), number(vb.G1), number(outerB),
		number(innerB), number(vc.G1), number(outerC), number(innerC), number(c.m), number(c.n), number(c.terms), number(c.perBlock), number(flags))
	if split {
		pl.launch(n, "fold", [3]int{ceil(c.m*c.n, Threads), c.matrices, 1}, at(pl.scratch[n]), at(out), number(vc.Stride), number(vc.G1),
			number(outerC), number(innerC), number(c.m), number(c.n), number(c.chunks), number(flags))
	}
	return nil
}
