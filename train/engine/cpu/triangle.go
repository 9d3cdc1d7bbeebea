package cpu

import (
	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

// Causal attention multiplies by matrices whose entries above the diagonal are ±0: P and dS. They are data, and usually half of the work.
//
// A term a·b may be left out of a chain if a is ±0 and b is finite: then a·b is ±0, and adding ±0 changes no accumulator but for the sign
// of a zero, which no later term sees and the final +0 ends (numerics.md, "Reductions"). With b infinite or NaN the term is NaN and must be
// taken. Neither condition is assumed of a program: a product looks at the words of A above the diagonal, and at the chunk of B that it
// has just packed. If one of them fails, this part of the product takes all its terms, like any other. So every output has the bits of the
// full chain whatever the operands are, and poison in Q, K, V or dO goes the way it goes in the reference.

// infinity is the word of +Inf: smaller words without a sign are finite.
const infinity = 0x7f800000

// side is the grain of the look at A: whole strips of this many rows beyond the block on the diagonal.
const side = numeric.TileSide

// zeroAbove reports whether all words of A that below could leave out for rows i0…i1 of the result are ±0. Row r of A is looked at from
// column ⌊r/side⌋·side + side on.
func (p *product) zeroAbove(a []float32, i0, i1 int) bool {
	row0, row1, column0, column1 := i0, i1, 0, p.terms // NN: rows of A are rows of the result
	if p.mode == numeric.TN {
		row0, row1, column0, column1 = 0, i1, i0, i1
	}
	for r := row0; r < row1; {
		next := r/side*side + side
		from, rows := max(next, column0), min(next, row1)-r
		if from < column1 && p.k.Magnitude(&a[r*p.a.Stride+from], 4*p.a.Stride, rows, column1-from) != 0 {
			return false
		}
		r = next
	}
	return true
}

// below returns which of a chunk's terms rows i…i+rows of the result take when A is ±0 above the diagonal: those up to it (NN), or those
// from it on (TN), in whole strips.
func (p *product) below(i, rows, k0, terms int) (first, count int) {
	if p.mode == numeric.TN {
		first = min(max(i/side*side-k0, 0), terms)
		count = terms - first
	} else {
		count = min(max(ceil(i+rows, side)*side-k0, 0), terms)
	}
	if count == 0 {
		first = 0
	}
	return first, count
}

// triangular marks the results that may well be ±0 above the diagonal: causal products, and maps of them.
func triangular(p *program.Program) []bool {
	marks := make([]bool, len(p.Operators))
	for i := range p.Operators {
		o := &p.Operators[i]
		switch o.Code {
		case program.OpMatmul:
			marks[i] = o.Attributes[program.AttributeMatmulCausal] != 0
		case program.OpMap:
			for _, in := range o.Operands {
				marks[i] = marks[i] || in.Source == program.SourceTrace && in.Role == program.RoleFull && marks[in.Index]
			}
		}
	}
	return marks
}
