package program

import "github.com/commonweight/commonweight/train/numeric"

// Shape is the type of a tensor.
//
// Bounds: a vector has G = R = 1 and W words; a matrix is a list of G matrices of R rows and W columns, one below the other.
// The output of `state` is no tensor but a list of roots: its DType is 0 and W counts the list.
type Shape struct {
	DType   DType
	G, R, W int
	Vector  bool
}

// VectorOf is the shape of n words of the type.
func VectorOf(t DType, n int) Shape { return Shape{DType: t, G: 1, R: 1, W: n, Vector: true} }

// MatrixOf is the shape of one float32 matrix.
func MatrixOf(r, w int) Shape { return ListOf(1, r, w) }

// ListOf is the shape of g float32 matrices.
func ListOf(g, r, w int) Shape { return Shape{DType: DTypeFloat32, G: g, R: r, W: w} }

// Words counts the words of a tensor.
func (s Shape) Words() int { return s.G * s.R * s.W }

// Kind is how the tensor is cut into tiles.
func (s Shape) Kind() ShapeKind {
	switch {
	case s.DType == 0:
		return 0
	case s.Vector:
		return ShapeVector
	default:
		return ShapeMatrix
	}
}

// Tiles counts the leaves of the tensor's tree.
func (s Shape) Tiles() int {
	if s.Vector {
		return (s.W + 255) / 256
	}
	return s.G * ((s.R + 15) / 16) * ((s.W + 15) / 16)
}

// ViewSpec is a numeric.View without its data: matrix g = g0·G1 + g1 has element (i, j) at word
// (g0·R + i)·Stride + Col0 + g1·W + j of the tensor. Stride is the width of the tensor.
//
// A vector is viewed whole: {Stride: n, G0: 1, G1: 1, R: 1, W: n}.
type ViewSpec struct {
	Stride, Col0, G0, G1, R, W int
}

// Whole is the view that shows all of a tensor.
func (s Shape) Whole() ViewSpec {
	return ViewSpec{Stride: s.W, G0: s.G, G1: 1, R: s.R, W: s.W}
}

// On lays the view over the tensor's data.
func (v ViewSpec) On(data []float32) numeric.View {
	return numeric.View{Data: data, Col0: v.Col0, Stride: v.Stride, G0: v.G0, G1: v.G1, R: v.R, W: v.W}
}

// Operand names one input of an operator.
//
// Index counts operators (SourceTrace), state tensors (SourcePreState) or is a RunConstant (SourceConstant). Shape is that of the whole
// tensor, View the part that is read. The operands of `state` are sections of View.R tensors: tensor t is the output of operator
// Index + t·View.Stride; their Shape and the rest of their View are 0.
type Operand struct {
	Source Source
	Index  int
	Role   Role
	Shape  Shape
	View   ViewSpec
}

// Operator is one node of the step.
//
// Operands come in the order of the operator's formula: A, B; X, Y; table, index; a map's as its instructions number them. Attributes are
// read by the generated indices (AttributeMatmulCausal, …). Expression is the named map that Instructions spell out, for people and for
// engines that have a kernel for it; the instructions are what counts.
type Operator struct {
	Name         string // "h.0.attn.qkv", "h.3.mlp.c_proj.weight.grad"
	Code         Opcode
	Mode         Mode
	Out          Shape
	OutView      ViewSpec
	Operands     []Operand
	Attributes   [MaxAttributes]uint32
	Constants    []float32
	Instructions []numeric.Instruction
	Expression   string
}

// Program is one step as operators, in the order in which they run; or an evaluation, which reads a state as a step does and leads to the
// list of one tensor, the loss. Read only once compiled, hence safe for concurrent use.
type Program struct {
	Spec          Spec // of an evaluation: with the held-out data as its dataset
	Operators     []Operator
	StateLayout   []TensorSpec // of the state that is read: parameters, first moments, second moments, scalars, clock
	LearningRates []float32    // the constant of the run; step s uses entry min(s, last). Of an evaluation: the number of the first batch
	Parameters    int          // how many tensors are parameters
	Loss, Norm    int          // the operators whose outputs they are, [1] each; Norm is −1 in an evaluation
}

// Evaluates says that the program is an evaluation.
func (p *Program) Evaluates() bool { return p.Norm < 0 }

// StateOutputs lists the operators whose outputs are the new state's tensors, in state order, the clock last. Of an evaluation it is the loss
// alone.
func (p *Program) StateOutputs() []int {
	var outputs []int
	for _, o := range p.Operators[len(p.Operators)-1].Operands {
		for t := range o.View.R {
			outputs = append(outputs, o.Index+t*o.View.Stride)
		}
	}
	return outputs
}
