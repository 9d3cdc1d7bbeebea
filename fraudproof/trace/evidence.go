package trace

import (
	"encoding/binary"
	"fmt"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

// MicroStep names what the referee recomputes: an element of the output by tile and word, and of a reduction a block of 16 terms of a chunk
// of 512. Of `state` it is an entry of the list, by Tile.
type MicroStep struct {
	Tile, Word   int
	Chunk, Block int
}

// Zero says that the element has to be +0 whatever the operands are: padding, above the diagonal of a causal product, or without terms.
func (o *Output) Zero(tile, word int) bool {
	if o.Roots != nil {
		return false
	}
	if o.element(tile, word).padding {
		return true
	}
	r, ok := o.Reduction(tile, word)
	return ok && r.Terms == 0
}

// Evidence returns what the referee needs to recompute a micro-step: for each operand that it reads, in the operator's order, the tile and
// its siblings from the leaf upwards; the 16 lanes before the block stand first, if there are any. It is empty where nothing is read.
//
// Bounds: panics beyond the output.
func (o *Output) Evidence(m MicroStep) []byte {
	if o.Roots != nil || o.Zero(m.Tile, m.Word) {
		return nil
	}
	var evidence []byte
	if r, ok := o.Reduction(m.Tile, m.Word); ok && r.Lanes && m.Block > 0 {
		blocks := r.Blocks(m.Chunk)
		for _, w := range blocks[(m.Block-1)*numeric.Block:][:numeric.Block] {
			evidence = binary.LittleEndian.AppendUint32(evidence, w)
		}
	}
	for _, read := range o.reads(m) {
		tile, siblings := o.open(read)
		evidence = append(evidence, tile[:]...)
		for _, s := range siblings {
			evidence = append(evidence, s[:]...)
		}
	}
	return evidence
}

// read is a tile of an operand.
type read struct{ operand, tile int }

// at is the tile that holds a word of an operand.
func (o *Output) at(operand, word int) read {
	tile, _ := Place(o.Operands[operand].Shape, word)
	return read{operand, tile}
}

// reads lists the tiles that a micro-step reads, in the order of the operands.
func (o *Output) reads(m MicroStep) []read {
	e := o.element(m.Tile, m.Word)
	k := m.Chunk*numeric.Chunk + m.Block*numeric.Block
	switch op := o.Operator; op.Code {
	case program.OpMatmul:
		a, b := o.factors(e, k)
		return []read{o.at(0, a), o.at(1, b)}
	case program.OpColumnReduce:
		return o.both(k*o.Shape.W + e.column)
	case program.OpRowReduce:
		return o.both(e.word*o.Operands[0].Shape.W + k)
	case program.OpTileReduce:
		return []read{{0, e.word}}
	case program.OpScatterAdd:
		return o.indexed(o.at(0, k*o.Operands[0].Shape.W+e.column), k)
	case program.OpMap:
		var list []read
		for i, x := range op.Operands {
			switch x.Role {
			case program.RoleFull:
				list = append(list, read{i, m.Tile})
			case program.RoleRow:
				list = append(list, o.at(i, e.column))
			case program.RoleCol:
				list = append(list, o.at(i, e.row))
			default:
				list = append(list, read{i, 0}) // a record has at most 256 words that an instruction can name
			}
		}
		return list
	case program.OpGather:
		row, n := o.gathered(e)
		if x := &o.Operands[0]; !x.Shape.Vector {
			return o.indexed(o.at(0, int(row)*x.Shape.W+e.column), n)
		}
		return o.indexed(o.at(0, int(row)), n)
	case program.OpPick:
		x := &o.Operands[0]
		column := o.Operands[1].Words[e.word]
		if uint64(column) >= uint64(x.Shape.W) {
			column = 0
		}
		return o.indexed(o.at(0, e.word*x.Shape.W+int(column)), e.word)
	case program.OpConcat:
		part, word := o.joined(e)
		return []read{o.at(part, word)}
	case program.OpLoadBatch:
		return []read{{0, o.loaded(e) / merkle.LeafSize}, {1, 0}}
	case program.OpTick:
		return []read{{0, 0}}
	}
	panic(fmt.Sprintf("trace: no operator %v", o.Operator.Code))
}

// both reads the same place of one or two operands.
func (o *Output) both(word int) []read {
	list := []read{o.at(0, word)}
	if len(o.Operands) > 1 {
		list = append(list, o.at(1, word))
	}
	return list
}

// indexed adds the tile of index word n, if the index is an operand.
func (o *Output) indexed(x read, n int) []read {
	if len(o.Operands) == 1 {
		return []read{x}
	}
	return []read{x, o.at(1, n)}
}

// gathered returns the row that an element of a gather copies, and the index word that names it.
func (o *Output) gathered(e element) (row uint32, n int) {
	n = e.row
	values := o.Operands[0].Shape.R
	if o.Shape.Vector {
		n, values = e.column, o.Operands[0].Shape.W
	}
	switch a := &o.Operator.Attributes; o.Operator.Mode {
	case program.ModeIota:
		row = uint32(n) % a[program.AttributeGatherModulus]
	case program.ModeClock:
		row, n = min(o.Operands[1].Words[0], a[program.AttributeGatherLast]), 0
	default:
		row = o.Operands[1].Words[n]
	}
	if uint64(row) >= uint64(values) {
		row = 0
	}
	return row, n
}

// joined returns the operand and its word that an element of a concat copies.
func (o *Output) joined(e element) (operand, word int) {
	for i := range o.Operands {
		start, width := int(o.Operator.Attributes[program.AttributeConcatStart+i]), o.Operands[i].Shape.W
		if c := e.column - start; c >= 0 && c < width {
			return i, e.row*width + c
		}
	}
	panic(fmt.Sprintf("trace: column %d of %s is no operand's", e.column, o.Operator.Name))
}

// loaded returns the first byte of the payload that an element of a batch is read from.
func (o *Output) loaded(e element) int {
	a := func(i int) uint64 { return uint64(o.Operator.Attributes[i]) }
	clock := o.Operands[1].Words[0]
	seed := a(program.AttributeLoadBatchSeedHigh)<<32 | a(program.AttributeLoadBatchSeedLow)
	samples := a(program.AttributeLoadBatchSamplesHigh)<<32 | a(program.AttributeLoadBatchSamplesLow)
	sample := func(b int) int {
		return int(numeric.SampleIndex(seed, uint64(clock)*a(program.AttributeLoadBatchBatch)+uint64(b), samples))
	}
	features := int(a(program.AttributeLoadBatchFeatures))
	switch o.Operator.Mode {
	case program.ModeFeatures:
		return 4 * (sample(e.row)*(features+1) + e.column)
	case program.ModeLabel:
		return 4 * (sample(e.column)*(features+1) + features)
	}
	length, later := int(a(program.AttributeLoadBatchLength)), 0
	if o.Operator.Mode == program.ModeY {
		later = 1
	}
	token := sample(e.column/length)*int(a(program.AttributeLoadBatchStride)) + e.column%length + later
	return token * int(a(program.AttributeLoadBatchTokenBytes))
}

// open returns a tile and its siblings.
func (o *Output) open(r read) (tile [merkle.LeafSize]byte, siblings []merkle.Hash) {
	x := &o.Operands[r.operand]
	if o.Operator.Operands[r.operand].Role == program.RoleDataset {
		copy(tile[:], o.payload[r.tile*merkle.LeafSize:])
		return tile, o.dataset.Open(r.tile)
	}
	return x.Tile(r.tile), x.Tree().Open(r.tile)
}
