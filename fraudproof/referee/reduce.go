package referee

import (
	"math"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/train/numeric"
)

// place is where the 16 terms of a block lie in an operand: words first, first + by, … of a tile.
type place struct {
	tile      uint64
	first, by int
}

// places returns, for each factor of the terms, where those from term k on lie; k is a multiple of 16.
func (o *operator) places(row, column uint64, k uint64) []place {
	along := func(x *operand, g, i, j uint64, by int) place {
		tile, word := x.at(g, i, j)
		return place{tile, word, by}
	}
	x := &o.operands[0]
	switch o.code {
	case OpMatmul:
		c, b := &o.view, &o.operands[1]
		g := row/uint64(c.rows)*uint64(c.g1) + column/uint64(c.wide)
		i, j := row%uint64(c.rows), column%uint64(c.wide)
		left, right := along(x, g, i, k, 1), along(b, g, k, j, tileSide)
		if o.mode == ModeTN {
			left = along(x, g, k, i, tileSide)
		}
		if o.mode == ModeNT {
			right = along(b, g, j, k, 1)
		}
		return []place{left, right}
	case OpScatterAdd:
		places := []place{along(x, 0, k, column, tileSide)}
		if o.mode == ModeIndex {
			places = append(places, along(&o.operands[1], 0, 0, k, 1))
		}
		return places
	}
	var all []place
	for n := range o.operands {
		x := &o.operands[n]
		switch o.code {
		case OpColumnReduce:
			all = append(all, along(x, 0, k, column, tileSide))
		case OpRowReduce: // the output's column counts the rows of all matrices
			all = append(all, along(x, column/uint64(x.rows), column%uint64(x.rows), k, 1))
		default: // OpTileReduce
			all = append(all, place{column, int(k), 1})
		}
	}
	return all
}

// first is the first term of the step's block.
func (s MicroStep) first() uint64 { return uint64(s.Chunk)*chunk + uint64(s.Block)*block }

// before tells the reader what a block reads, and returns the partial before it.
func (o *operator) before(step MicroStep, from reader) ([]uint32, error) {
	front := 0
	if step.Block > 0 && o.geometry.PartialWords() > 1 {
		front = 4 * block
	}
	if err := from.expect(len(o.operands), front, []int{0, 1}[:len(o.operands)]...); err != nil {
		return nil, err
	}
	return o.geometry.predecessor(step, from.lanes())
}

// reduce takes the terms of one block into the partial before it.
func (o *operator) reduce(step MicroStep, row, column uint64, from reader) ([32]byte, error) {
	acc, err := o.before(step, from)
	if err != nil {
		return [32]byte{}, err
	}
	if err := o.advance(acc, row, column, step.first(), from, nil); err != nil {
		return [32]byte{}, err
	}
	if g := o.geometry; g.Terms <= block {
		return wordValue(Finish(g.Reduce(acc))), nil
	}
	return Digest(acc), nil
}

// advance takes the terms of the block from term k on into a partial, and shows each if anybody wants to see it.
//
// Order: ascending; of lanes, term l of the block goes to lane l.
func (o *operator) advance(acc []uint32, row, column, k uint64, from reader, show func(Term)) error {
	places := o.places(row, column, k)
	var tiles [2]*[merkle.LeafSize]byte
	for n, p := range places {
		var err error
		if tiles[n], err = from.tile(n, p.tile); err != nil {
			return err
		}
	}
	for l := range min(block, int(uint64(o.geometry.Terms)-k)) {
		var words [2]uint32
		for n, p := range places {
			words[n] = wordAt(tiles[n], p.first+l*p.by)
		}
		to := l % len(acc)
		acc[to] = o.term(acc[to], words[0], words[1], row, k+uint64(l))
		if show != nil {
			show(o.shown(words, row, k+uint64(l), to, acc[to]))
		}
	}
	return nil
}

// predecessor returns the partial before the block.
func (g Geometry) predecessor(step MicroStep, lanes []byte) ([]uint32, error) {
	if step.Block == 0 {
		return g.Start(), nil
	}
	partial := Words(lanes)
	if g.PartialWords() == 1 {
		partial = Words([]byte{step.Before[31], step.Before[30], step.Before[29], step.Before[28]})
	}
	if Digest(partial) != step.Before {
		return nil, ErrWrongPredecessor
	}
	return partial, nil
}

// term takes term k, of factors a and b, into an accumulator.
func (o *operator) term(acc, a, b uint32, row, k uint64) uint32 {
	s, x, y := math.Float32frombits(acc), math.Float32frombits(a), math.Float32frombits(b)
	switch {
	case o.code == OpMatmul || o.mode == ModeDot:
		s = numeric.FMA(x, y, s)
	case o.mode == ModeSqsum:
		s = numeric.FMA(x, x, s)
	case o.mode == ModeMax:
		s = numeric.Max(x, s)
	case o.code == OpScatterAdd:
		index := uint64(b)
		if o.mode == ModeIota {
			index = k % uint64(o.attribute(AttributeScatterAddModulus))
		}
		if index != row {
			return acc
		}
		s = numeric.Add(s, x)
	default:
		s = numeric.Add(s, x)
	}
	return math.Float32bits(s)
}
