package program

import (
	"encoding/binary"
	"math"
)

// DescriptorBytes is the size of a descriptor: one tile.
const DescriptorBytes = 4 * DescriptorWords

// Descriptor is the operator as the tile that the program's root commits to: uint32 little-endian words at the places of
// testdata/vectors/opcodes.json, unused words 0. The operator's name and the name of its expression are not part of it.
func (o *Operator) Descriptor() [DescriptorBytes]byte {
	var words [DescriptorWords]uint32
	put := func(at int, values ...int) {
		for i, v := range values {
			words[at+i] = uint32(v)
		}
	}
	put(WordOpcode, int(o.Code), int(o.Mode), int(o.Out.DType), int(o.Out.Kind()), o.Out.G, o.Out.R, o.Out.W)
	put(WordViewCol0, o.OutView.Col0, o.OutView.G0, o.OutView.G1, o.OutView.R, o.OutView.W)
	put(WordOperandCount, len(o.Operands), len(o.Constants), len(o.Instructions))
	copy(words[FirstAttributeWord:], o.Attributes[:])
	for i, c := range o.Constants {
		words[FirstConstantWord+i] = math.Float32bits(c)
	}
	for i, x := range o.Operands {
		at, v := FirstOperandWord+i*OperandWords, x.View
		put(at, int(x.Source), x.Index, int(x.Role), int(x.Shape.Kind()), v.Stride, v.Col0, v.G0, v.G1, v.R, v.W)
	}
	for i, in := range o.Instructions {
		words[FirstInstructionWord+i] = uint32(in.Op) | uint32(in.A)<<8 | uint32(in.B)<<16 | uint32(in.C)<<24
	}
	var tile [DescriptorBytes]byte
	for i, w := range words {
		binary.LittleEndian.PutUint32(tile[4*i:], w)
	}
	return tile
}
