package trace

import (
	"math"

	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

// Reduction is one element of an output as the sum, or maximum, of its terms. Its partials are what a match opens below the element:
//
//	folds   F_q after chunk q of 512 terms, Q words; the element is F_{Q−1} + (+0)
//	blocks  P_b after block b of 16 terms of one chunk: a word, or the words of 16 lanes
//
// All of it is computed by the reference's operations, term by term.
type Reduction struct {
	Terms int  // K; 0: the element is +0, and there are no lists
	Lanes bool // else a chain
	Max   bool
	take  func(acc float32, k int) float32 // takes term k
}

// lanesOf are the words of 16 lanes.
type lanesOf = [numeric.Block]float32

// Reduction returns the reduction of an element; ok is false for padding and for an operator that is no reduction.
func (o *Output) Reduction(tile, word int) (r Reduction, ok bool) {
	e := o.element(tile, word)
	if e.padding {
		return Reduction{}, false
	}
	operand := func(i int) *Tensor { return &o.Operands[i] }
	switch op := o.Operator; op.Code {
	case program.OpMatmul:
		if op.Attributes[program.AttributeMatmulCausal] != 0 && e.j > e.i {
			return Reduction{}, true
		}
		a, b := operand(0), operand(1)
		return Reduction{Terms: o.terms(), take: func(acc float32, k int) float32 {
			x, y := o.factors(e, k)
			return numeric.FMA(a.word(x), b.word(y), acc)
		}}, true
	case program.OpColumnReduce:
		return Reduction{Terms: o.terms(), take: o.taker(func(k int) int { return k*o.Shape.W + e.column })}, true
	case program.OpScatterAdd:
		x := operand(0)
		return Reduction{Terms: o.terms(), take: func(acc float32, n int) float32 {
			if o.scattered(n) != uint32(e.row) {
				return acc
			}
			return numeric.Add(acc, x.word(n*x.Shape.W+e.column))
		}}, true
	case program.OpRowReduce:
		first := e.word * operand(0).Shape.W
		return Reduction{Terms: o.terms(), Lanes: true, Max: op.Mode == program.ModeMax, take: o.taker(func(k int) int { return first + k })}, true
	case program.OpTileReduce:
		x := operand(0)
		return Reduction{Terms: tileWords, Lanes: true, take: func(acc float32, k int) float32 {
			var term float32
			if n, ok := WordAt(x.Shape, e.word, k); ok {
				term = x.word(n)
			}
			if op.Mode == program.ModeSqsum {
				return numeric.FMA(term, term, acc)
			}
			return numeric.Add(acc, term)
		}}, true
	}
	return Reduction{}, false
}

// terms is the length of the operator's reductions.
func (o *Output) terms() int {
	x := o.Operator.Operands[0]
	switch o.Operator.Code {
	case program.OpMatmul:
		if o.Operator.Mode == program.ModeTN {
			return x.View.R
		}
		return x.View.W
	case program.OpColumnReduce, program.OpScatterAdd:
		return x.Shape.G * x.Shape.R
	case program.OpRowReduce:
		return x.Shape.W
	default:
		return tileWords
	}
}

// factors returns where the two factors of term k of a product's element lie in the operands' tensors.
func (o *Output) factors(e element, k int) (a, b int) {
	ai, ak, bk, bj := e.i, k, k, e.j
	switch o.Operator.Mode {
	case program.ModeTN:
		ai, ak = k, e.i
	case program.ModeNT:
		bk, bj = e.j, k
	}
	return seen(o.Operator.Operands[0].View, e.matrix, ai, ak), seen(o.Operator.Operands[1].View, e.matrix, bk, bj)
}

// taker takes terms that lie at the same place of one or two operands.
func (o *Output) taker(at func(k int) int) func(acc float32, k int) float32 {
	x := &o.Operands[0]
	switch o.Operator.Mode {
	case program.ModeDot:
		y := &o.Operands[1]
		return func(acc float32, k int) float32 { return numeric.FMA(x.word(at(k)), y.word(at(k)), acc) }
	case program.ModeMax:
		return func(acc float32, k int) float32 { return larger(acc, x.word(at(k))) }
	default:
		return func(acc float32, k int) float32 { return numeric.Add(acc, x.word(at(k))) }
	}
}

// scattered returns the row that term n of a scatter-add belongs to.
func (o *Output) scattered(n int) uint32 {
	if o.Operator.Mode == program.ModeIota {
		return uint32(n) % o.Operator.Attributes[program.AttributeScatterAddModulus]
	}
	return o.Operands[1].Words[n]
}

// larger keeps a unless b is greater, as lanes and folds of a maximum do.
func larger(a, b float32) float32 {
	if b > a {
		return b
	}
	return a
}

// Chunks is the number of folds, Q.
func (r Reduction) Chunks() int { return (r.Terms + numeric.Chunk - 1) / numeric.Chunk }

// BlocksOf is the number of blocks of chunk q.
func (r Reduction) BlocksOf(q int) int {
	return (min(numeric.Chunk, r.Terms-q*numeric.Chunk) + numeric.Block - 1) / numeric.Block
}

// Start is what every accumulator of a chunk begins with.
func (r Reduction) Start() float32 {
	if r.Max {
		return float32(math.Inf(-1))
	}
	return 0
}

// Join is ∘: what folds and the tree of lanes put together.
func (r Reduction) Join(a, b float32) float32 {
	if r.Max {
		return larger(a, b)
	}
	return numeric.Add(a, b)
}

// Tree returns the result of 16 lanes.
func (r Reduction) Tree(s lanesOf) float32 {
	for h := numeric.Block / 2; h > 0; h /= 2 {
		for l := range h {
			s[l] = r.Join(s[l], s[l+h])
		}
	}
	return s[0]
}

// step takes block b of chunk q into the accumulators: the first one of a chain, 16 of lanes.
func (r Reduction) step(s *lanesOf, q, b int) {
	first := q*numeric.Chunk + b*numeric.Block
	for k := first; k < min(first+numeric.Block, r.Terms); k++ {
		l := 0
		if r.Lanes {
			l = k % numeric.Block
		}
		s[l] = r.take(s[l], k)
	}
}

// Width is the number of words of a partial: 1 or 16.
func (r Reduction) Width() int {
	if r.Lanes {
		return numeric.Block
	}
	return 1
}

// Blocks returns the partials P after each block of chunk q, Width words each, one behind the other.
func (r Reduction) Blocks(q int) []uint32 {
	var s lanesOf
	for l := range s {
		s[l] = r.Start()
	}
	return r.from(&s, q, 0)
}

// After returns the partials of chunk q after block b, if the one of block b is the given one.
func (r Reduction) After(q, b int, partial []uint32) []uint32 {
	s := r.accumulators(partial)
	return r.from(&s, q, b+1)
}

// from returns the partials of chunk q from block b on.
func (r Reduction) from(s *lanesOf, q, b int) []uint32 {
	var words []uint32
	for ; b < r.BlocksOf(q); b++ {
		r.step(s, q, b)
		words = append(words, bitsOf(s[:r.Width()])...)
	}
	return words
}

func (r Reduction) accumulators(partial []uint32) (s lanesOf) {
	for l, w := range partial[:r.Width()] {
		s[l] = math.Float32frombits(w)
	}
	return s
}

// Sum returns S_q from the partials of chunk q.
func (r Reduction) Sum(blocks []uint32) float32 {
	s := r.accumulators(blocks[len(blocks)-r.Width():])
	if !r.Lanes {
		return s[0]
	}
	return r.Tree(s)
}

// Folds returns F_0 … F_{Q−1}.
func (r Reduction) Folds() []uint32 {
	var words []uint32
	var f float32
	for q := range r.Chunks() {
		if s := r.Sum(r.Blocks(q)); q == 0 {
			f = s
		} else {
			f = r.Join(f, s)
		}
		words = append(words, math.Float32bits(f))
	}
	return words
}

// Element returns the element that the folds end in.
func (r Reduction) Element() uint32 {
	if r.Terms == 0 {
		return 0
	}
	folds := r.Folds()
	return math.Float32bits(numeric.Add(math.Float32frombits(folds[len(folds)-1]), 0))
}
