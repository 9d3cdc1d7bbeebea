package referee

import (
	"crypto/sha256"
	"encoding/binary"

	"github.com/commonweight/commonweight/fraudproof/merkle"
)

// Binding returns what a match stores of an operator that it has bound: sha256(descriptor ‖ roots). Of concat and state no roots are bound.
func Binding(descriptor *[DescriptorBytes]byte, roots []merkle.Hash) merkle.Hash {
	h := sha256.New()
	h.Write(descriptor[:])
	for _, root := range roots {
		h.Write(root[:])
	}
	return merkle.Hash(h.Sum(nil))
}

// operand is one input: a view of a tensor. The whole tensor has the view's rows, G0·R of them, and Stride columns.
type operand struct {
	source, index, role, shape       uint32
	stride, col0, g0, g1, rows, wide uint32
}

// operator is a descriptor that was found valid.
type operator struct {
	words    [DescriptorWords]uint32
	code     Opcode
	mode     Mode
	geometry Geometry
	view     operand // of the result; source, index and role are 0
	operands []operand
}

func (o *operator) attribute(i int) uint32 { return o.words[FirstAttributeWord+i] }

// attribute64 joins two attribute words, the low one first.
func (o *operator) attribute64(i int) uint64 {
	return uint64(o.attribute(i)) | uint64(o.attribute(i+1))<<32
}

func (o *operator) instruction(t int) (op, a, b, c uint32) {
	w := o.words[FirstInstructionWord+t]
	return w & 0xff, w >> 8 & 0xff, w >> 16 & 0xff, w >> 24
}

func (o *operator) instructions() int { return int(o.words[WordInstructionCount]) }

// isVector says that the operand is a vector of n words, seen whole.
func (x *operand) isVector(n uint32) bool {
	return x.shape == uint32(ShapeVector) && x.stride == n && x.col0 == 0 && x.g0 == 1 && x.g1 == 1 && x.rows == 1 && x.wide == n
}

// isWhole says that a matrix operand is seen whole.
func (x *operand) isWhole() bool { return x.col0 == 0 && x.g1 == 1 && x.wide == x.stride }

// isList says that the operand is a list of g matrices [r, w], seen whole.
func (x *operand) isList(g, r, w uint32) bool {
	return x.isView() && x.isWhole() && x.g0 == g && x.rows == r && x.wide == w
}

// isView says that the operand is a view of matrices in which no block of 16 words, along rows or columns, lies in two tiles.
func (x *operand) isView() bool {
	count := uint64(x.g0) * uint64(x.rows)
	switch {
	case x.shape != uint32(ShapeMatrix) || x.g0 == 0 || x.g1 == 0:
		return false
	case count > 1<<32-1 || count*uint64(x.stride) > 1<<32-1:
		return false
	case uint64(x.col0)+uint64(x.g1)*uint64(x.wide) > uint64(x.stride):
		return false
	case x.isWhole():
		return true
	default:
		return x.col0%block == 0 && (x.g0 == 1 && x.g1 == 1 || x.rows%block == 0 && x.wide%block == 0)
	}
}

// matrices is the number of matrices of a view.
func (x *operand) matrices() uint64 { return uint64(x.g0) * uint64(x.g1) }

// tiles counts the leaves of the whole tensor's list.
func (x *operand) tiles() uint64 {
	if x.shape == uint32(ShapeVector) {
		return ceil(x.stride, tileWords)
	}
	return uint64(x.g0) * ceil(x.rows, tileSide) * ceil(x.stride, tileSide)
}

// at returns tile and word of element (i, j) of matrix g of a view; of a vector, of element j.
func (x *operand) at(g, i, j uint64) (tile uint64, word int) {
	if x.shape == uint32(ShapeVector) {
		return j / tileWords, int(j % tileWords)
	}
	column := uint64(x.col0) + g%uint64(x.g1)*uint64(x.wide) + j
	row := g/uint64(x.g1)*ceil(x.rows, tileSide) + i/tileSide
	return row*ceil(x.stride, tileSide) + column/tileSide, int(i%tileSide*tileSide + column%tileSide)
}

// kind is the kind of the tensor's list.
func (x *operand) kind() merkle.Kind {
	if x.source == uint32(SourceConstant) && x.index == uint32(ConstantDataset) {
		return merkle.KindDataset
	}
	return merkle.KindTensor
}

// parse reads a descriptor; nil if it is outside the set or a shape or reference is out of range.
func parse(tile *[DescriptorBytes]byte) *operator {
	o := &operator{}
	for i := range o.words {
		o.words[i] = binary.LittleEndian.Uint32(tile[4*i:])
	}
	w := &o.words
	code, mode, count := w[WordOpcode], w[WordMode], w[WordOperandCount]
	if code == 0 || code >= uint32(len(modesOf)) || count > MaxOperands || w[WordConstantCount] > MaxConstants ||
		w[WordInstructionCount] > MaxInstructions {
		return nil
	}
	o.code, o.mode = Opcode(code), Mode(mode)
	known := false
	for _, m := range modesOf[code] {
		known = known || uint32(m) == mode
	}
	if !known {
		return nil
	}
	o.view = operand{
		shape: w[WordShape], stride: w[WordW], col0: w[WordViewCol0], g0: w[WordViewG0], g1: w[WordViewG1],
		rows: w[WordViewR], wide: w[WordViewW],
	}
	for i := range int(count) {
		f := w[FirstOperandWord+i*OperandWords:]
		o.operands = append(o.operands, operand{
			source: f[OperandSource], index: f[OperandIndex], role: f[OperandRole], shape: f[OperandShape],
			stride: f[OperandStride], col0: f[OperandCol0], g0: f[OperandG0], g1: f[OperandG1], rows: f[OperandR], wide: f[OperandW],
		})
	}
	if !o.validate() {
		return nil
	}
	return o
}

// Describe returns what a match needs when it binds operator number `number` of its step: the geometry of its output and where the roots
// to bind stand, one per operand; none for concat and state. The zero Geometry says that the descriptor is invalid.
func Describe(descriptor *[DescriptorBytes]byte, number uint64) (Geometry, []Reference) {
	o := parse(descriptor)
	if o == nil {
		return Geometry{}, nil
	}
	var references []Reference
	for _, x := range o.operands {
		last := uint64(x.index)
		if o.code == OpState && x.rows > 0 {
			last += uint64(x.rows-1) * uint64(x.stride)
		}
		if x.source == uint32(SourceTrace) && last >= number {
			return Geometry{}, nil
		}
		if !o.geometry.Late {
			references = append(references, Reference{Source(x.source), x.index})
		}
	}
	return o.geometry, references
}

// Part returns where the one root stands that a step of concat or state reads; Source 0 if none.
func Part(descriptor *[DescriptorBytes]byte, tile uint64, word uint32) Reference {
	o := parse(descriptor)
	if o == nil || !o.geometry.Late || tile >= o.geometry.Leaves() || word >= tileWords {
		return Reference{}
	}
	_, reference := o.part(tile, word)
	return reference
}
