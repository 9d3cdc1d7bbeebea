package referee

import (
	"encoding/binary"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/train/numeric"
)

// mapped interprets a map's expression for one element.
func (o *operator) mapped(row, column uint64, from reader) (uint32, error) {
	return o.run(row, column, from, nil)
}

// run is mapped, and shows each instruction's result if anybody wants to see it.
func (o *operator) run(row, column uint64, from reader, show func(Register)) (uint32, error) {
	numbers := []int{0, 1, 2}[:len(o.operands)]
	if err := from.expect(len(o.operands), 0, numbers...); err != nil {
		return 0, err
	}
	rows := uint64(o.geometry.R)
	matrix, line := row/rows, row%rows
	var tiles [3]*[merkle.LeafSize]byte
	var words [3]int
	for n := range o.operands {
		x := &o.operands[n]
		var tile uint64
		switch Role(x.role) {
		case RoleFull:
			tile, words[n] = x.at(matrix, line, column)
		case RoleRow:
			tile, words[n] = x.at(0, 0, column)
		case RoleCol:
			tile, words[n] = x.at(0, 0, row)
		default: // a word of a record is below 256
		}
		var err error
		if tiles[n], err = from.tile(n, tile); err != nil {
			return 0, err
		}
	}
	var registers [MaxInstructions]uint32
	for t := range o.instructions() {
		op, a, b, c := o.instruction(t)
		switch numeric.MapOp(op) {
		case numeric.MapConst:
			registers[t] = o.words[FirstConstantWord+a]
		case numeric.MapOperand:
			word := words[a]
			if o.operands[a].role == uint32(RoleRec) {
				word = int(b)
			}
			registers[t] = wordAt(tiles[a], word)
		case numeric.MapI:
			registers[t] = uint32(line)
		case numeric.MapJ:
			registers[t] = uint32(column)
		default: // an instruction ignores what it does not read
			registers[t] = numeric.Apply(numeric.MapOp(op), registers[a%MaxInstructions], registers[b%MaxInstructions], registers[c%MaxInstructions])
		}
		if show != nil {
			show(Register{numeric.Instruction{Op: numeric.MapOp(op), A: uint8(a), B: uint8(b), C: uint8(c)}, registers[t]})
		}
	}
	return registers[o.instructions()-1], nil
}

// lookedUp is a word of gather or pick.
func (o *operator) lookedUp(row, column uint64, from reader) (uint32, error) {
	numbers := []int{0, 1}[:len(o.operands)]
	if err := from.expect(len(o.operands), 0, numbers...); err != nil {
		return 0, err
	}
	n := row // the entry of the index
	if o.geometry.Vector {
		n = column
	}
	table := &o.operands[0]
	index, limit := n, uint64(table.rows)
	if o.geometry.Vector {
		limit = uint64(table.wide)
	}
	switch o.mode {
	case ModeIota:
		index %= uint64(o.attribute(AttributeGatherModulus))
	default:
		tile, word := o.operands[1].at(0, 0, n)
		w, err := wordOf(from, 1, tile, word)
		if err != nil {
			return 0, err
		}
		index = uint64(w)
		if o.mode == ModeClock {
			index = min(index, uint64(o.attribute(AttributeGatherLast)))
		}
	}
	if index >= limit {
		index = 0
	}
	var tile uint64
	var word int
	switch {
	case o.code == OpPick:
		tile, word = table.at(0, n, index)
	case o.geometry.Vector:
		tile, word = table.at(0, 0, index)
	default:
		tile, word = table.at(0, index, column)
	}
	return wordOf(from, 0, tile, word)
}

// part returns the operand that a step of concat or state reads, and where its root stands; none for padding.
func (o *operator) part(tile uint64, word uint32) (int, Reference) {
	at := tile
	if o.code == OpConcat {
		_, column, inside := o.geometry.Place(tile, word)
		if !inside {
			return 0, Reference{}
		}
		at = column
	}
	for n := range o.operands {
		x := &o.operands[n]
		size := uint64(x.rows)
		if o.code == OpConcat {
			size = uint64(x.wide)
		}
		if at < size {
			index := x.index
			if o.code == OpState {
				index += uint32(at) * x.stride
			}
			return n, Reference{Source(x.source), index}
		}
		at -= size
	}
	return 0, Reference{} // never: the parts fill the result
}

// copied is a word of concat.
func (o *operator) copied(step MicroStep, row, column uint64, from reader) (uint32, error) {
	n, _ := o.part(step.Tile, step.Word)
	if err := from.expect(1, 0, n); err != nil {
		return 0, err
	}
	tile, word := o.operands[n].at(0, row, column-uint64(o.attribute(AttributeConcatStart+n)))
	return wordOf(from, 0, tile, word)
}

// loaded is a word of load_batch: a token, a feature or a label of the sample that the clock and the run's order name.
func (o *operator) loaded(row, column uint64, from reader) (uint32, error) {
	if err := from.expect(2, 0, 0, 1); err != nil {
		return 0, err
	}
	clock, err := wordOf(from, 1, 0, 0)
	if err != nil {
		return 0, err
	}
	a := func(i int) uint64 { return uint64(o.attribute(i)) }
	sample, within := row, column
	length, size := a(AttributeLoadBatchLength), uint64(4)
	switch o.mode {
	case ModeX, ModeY:
		sample, within = column/length, column%length
		size = a(AttributeLoadBatchTokenBytes)
	case ModeLabel:
		sample, within = column, a(AttributeLoadBatchFeatures)
	}
	position := uint64(clock)*a(AttributeLoadBatchBatch) + sample
	index := numeric.SampleIndex(o.attribute64(AttributeLoadBatchSeedLow), position, o.attribute64(AttributeLoadBatchSamplesLow))
	var at uint64 // of the payload, in bytes
	switch o.mode {
	case ModeX, ModeY:
		at = index*a(AttributeLoadBatchStride) + within
		if o.mode == ModeY {
			at++
		}
	default:
		at = index*(a(AttributeLoadBatchFeatures)+1) + within
	}
	at *= size
	data, err := from.tile(0, at/merkle.LeafSize)
	if err != nil {
		return 0, err
	}
	var four [4]byte
	copy(four[:], data[at%merkle.LeafSize:][:size])
	word := binary.LittleEndian.Uint32(four[:])
	if o.mode == ModeFeatures {
		if word&0x7fffffff > 0x7f800000 {
			word = numeric.NaN
		}
		return word, nil
	}
	if uint64(word) >= a(AttributeLoadBatchVocabulary) {
		word = 0
	}
	return word, nil
}
