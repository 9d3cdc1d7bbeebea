// Code generated from testdata/vectors/opcodes.json; DO NOT EDIT.

package referee

// Opcode is an operator of the table; 0 is invalid.
type Opcode uint8

const (
	OpMatmul       Opcode = 1
	OpColumnReduce Opcode = 2
	OpScatterAdd   Opcode = 3
	OpRowReduce    Opcode = 4
	OpTileReduce   Opcode = 5
	OpMap          Opcode = 6
	OpGather       Opcode = 7
	OpPick         Opcode = 8
	OpConcat       Opcode = 9
	OpLoadBatch    Opcode = 10
	OpTick         Opcode = 11
	OpState        Opcode = 12
)

var namesOpcode = [...]string{
	OpMatmul:       "matmul",
	OpColumnReduce: "column_reduce",
	OpScatterAdd:   "scatter_add",
	OpRowReduce:    "row_reduce",
	OpTileReduce:   "tile_reduce",
	OpMap:          "map",
	OpGather:       "gather",
	OpPick:         "pick",
	OpConcat:       "concat",
	OpLoadBatch:    "load_batch",
	OpTick:         "tick",
	OpState:        "state",
}

// String returns the name in the vectors file.
func (v Opcode) String() string {
	if int(v) < len(namesOpcode) && namesOpcode[v] != "" {
		return namesOpcode[v]
	}
	return "invalid"
}

// Mode is the variant of an operator; 0 is invalid.
type Mode uint8

const (
	ModePlain    Mode = 1  // the operator has one way only
	ModeNN       Mode = 2  // A[i,k] B[k,j]
	ModeNT       Mode = 3  // A[i,k] B[j,k]
	ModeTN       Mode = 4  // A[k,i] B[k,j]
	ModeSum      Mode = 5  // acc + x
	ModeDot      Mode = 6  // fma(x, y, acc)
	ModeMax      Mode = 7  // x > acc ? x : acc
	ModeSqsum    Mode = 8  // fma(x, x, acc)
	ModeIndex    Mode = 9  // the index is a word of an operand
	ModeIota     Mode = 10 // the index is n mod modulus
	ModeClock    Mode = 11 // the index is min(clock, last)
	ModeColumns  Mode = 12 // matrices side by side, starts 16-aligned
	ModeVectors  Mode = 13 // vectors joined tightly
	ModeX        Mode = 14 // tokens
	ModeY        Mode = 15 // tokens one later
	ModeFeatures Mode = 16 // float32 words of a record
	ModeLabel    Mode = 17 // the last word of a record
)

var namesMode = [...]string{
	ModePlain:    "plain",
	ModeNN:       "nn",
	ModeNT:       "nt",
	ModeTN:       "tn",
	ModeSum:      "sum",
	ModeDot:      "dot",
	ModeMax:      "max",
	ModeSqsum:    "sqsum",
	ModeIndex:    "index",
	ModeIota:     "iota",
	ModeClock:    "clock",
	ModeColumns:  "columns",
	ModeVectors:  "vectors",
	ModeX:        "x",
	ModeY:        "y",
	ModeFeatures: "features",
	ModeLabel:    "label",
}

// String returns the name in the vectors file.
func (v Mode) String() string {
	if int(v) < len(namesMode) && namesMode[v] != "" {
		return namesMode[v]
	}
	return "invalid"
}

// DType is the type of a tensor's words; 0 is invalid.
type DType uint8

const (
	DTypeFloat32 DType = 1
	DTypeUint32  DType = 2
)

var namesDType = [...]string{
	DTypeFloat32: "float32",
	DTypeUint32:  "uint32",
}

// String returns the name in the vectors file.
func (v DType) String() string {
	if int(v) < len(namesDType) && namesDType[v] != "" {
		return namesDType[v]
	}
	return "invalid"
}

// ShapeKind is how a tensor is cut into tiles; 0 is invalid.
type ShapeKind uint8

const (
	ShapeMatrix ShapeKind = 1 // a list of G matrices of R rows and W columns; tiles of 16x16
	ShapeVector ShapeKind = 2 // W words, G = R = 1; tiles of 256 words
)

var namesShapeKind = [...]string{
	ShapeMatrix: "matrix",
	ShapeVector: "vector",
}

// String returns the name in the vectors file.
func (v ShapeKind) String() string {
	if int(v) < len(namesShapeKind) && namesShapeKind[v] != "" {
		return namesShapeKind[v]
	}
	return "invalid"
}

// Source is where an operand comes from; 0 is invalid.
type Source uint8

const (
	SourceTrace    Source = 1 // index: the operator whose output it is, from 0
	SourcePreState Source = 2 // index: the tensor in state order, from 0
	SourceConstant Source = 3 // index: a code of run_constants
)

var namesSource = [...]string{
	SourceTrace:    "trace",
	SourcePreState: "pre_state",
	SourceConstant: "constant",
}

// String returns the name in the vectors file.
func (v Source) String() string {
	if int(v) < len(namesSource) && namesSource[v] != "" {
		return namesSource[v]
	}
	return "invalid"
}

// RunConstant is the index of an operand whose source is the run's constants; 0 is invalid.
type RunConstant uint8

const (
	ConstantDataset       RunConstant = 1
	ConstantLearningRates RunConstant = 2
)

var namesRunConstant = [...]string{
	ConstantDataset:       "dataset",
	ConstantLearningRates: "learning_rates",
}

// String returns the name in the vectors file.
func (v RunConstant) String() string {
	if int(v) < len(namesRunConstant) && namesRunConstant[v] != "" {
		return namesRunConstant[v]
	}
	return "invalid"
}

// Role is what an operand is to its operator; 0 is invalid.
type Role uint8

const (
	RoleFull    Role = 1  // map: element (g, i, j)
	RoleRow     Role = 2  // map: a vector indexed by the column j
	RoleCol     Role = 3  // map: a vector indexed by the row g*R + i
	RoleRec     Role = 4  // map: one named word of a vector
	RoleA       Role = 5  // matmul: left
	RoleB       Role = 6  // matmul: right
	RoleX       Role = 7  // reductions and scatter_add: the terms
	RoleY       Role = 8  // dot: the second factor
	RoleTable   Role = 9  // gather, pick: what is read
	RoleIndex   Role = 10 // gather, pick, scatter_add: where
	RolePart    Role = 11 // concat: what is joined; state: a section
	RoleClock   Role = 12 // gather, load_batch, tick: the step clock
	RoleDataset Role = 13 // load_batch: the payload
)

var namesRole = [...]string{
	RoleFull:    "full",
	RoleRow:     "row",
	RoleCol:     "col",
	RoleRec:     "rec",
	RoleA:       "a",
	RoleB:       "b",
	RoleX:       "x",
	RoleY:       "y",
	RoleTable:   "table",
	RoleIndex:   "index",
	RolePart:    "part",
	RoleClock:   "clock",
	RoleDataset: "dataset",
}

// String returns the name in the vectors file.
func (v Role) String() string {
	if int(v) < len(namesRole) && namesRole[v] != "" {
		return namesRole[v]
	}
	return "invalid"
}

// modesOf lists the modes an operator may have.
var modesOf = [...][]Mode{
	OpMatmul:       {ModeNN, ModeNT, ModeTN},
	OpColumnReduce: {ModeSum, ModeDot},
	OpScatterAdd:   {ModeIndex, ModeIota},
	OpRowReduce:    {ModeSum, ModeDot, ModeMax},
	OpTileReduce:   {ModeSum, ModeSqsum},
	OpMap:          {ModePlain},
	OpGather:       {ModeIndex, ModeIota, ModeClock},
	OpPick:         {ModeIndex},
	OpConcat:       {ModeColumns, ModeVectors},
	OpLoadBatch:    {ModeX, ModeY, ModeFeatures, ModeLabel},
	OpTick:         {ModePlain},
	OpState:        {ModePlain},
}

// Attributes, as indices into the descriptor's attribute words.
const (
	AttributeMatmulCausal         = 0
	AttributeScatterAddModulus    = 0
	AttributeGatherModulus        = 0
	AttributeGatherLast           = 1
	AttributeConcatStart          = 0
	AttributeLoadBatchBatch       = 0
	AttributeLoadBatchLength      = 1
	AttributeLoadBatchStride      = 2
	AttributeLoadBatchSeedLow     = 3
	AttributeLoadBatchSeedHigh    = 4
	AttributeLoadBatchVocabulary  = 5
	AttributeLoadBatchTokenBytes  = 6
	AttributeLoadBatchFeatures    = 7
	AttributeLoadBatchSamplesLow  = 8
	AttributeLoadBatchSamplesHigh = 9
)

// Layout of the descriptor, in uint32 words.
const (
	DescriptorWords      = 256
	WordOpcode           = 0
	WordMode             = 1
	WordDType            = 2
	WordShape            = 3
	WordG                = 4
	WordR                = 5
	WordW                = 6
	WordViewCol0         = 7
	WordViewG0           = 8
	WordViewG1           = 9
	WordViewR            = 10
	WordViewW            = 11
	WordOperandCount     = 12
	WordConstantCount    = 13
	WordInstructionCount = 14
	FirstAttributeWord   = 16
	MaxAttributes        = 16
	FirstConstantWord    = 32
	MaxConstants         = 32
	FirstOperandWord     = 64
	MaxOperands          = 16
	FirstInstructionWord = 224
	MaxInstructions      = 32
	OperandWords         = 10
)

// Words of one operand, counted from its first.
const (
	OperandSource = 0
	OperandIndex  = 1
	OperandRole   = 2
	OperandShape  = 3
	OperandStride = 4
	OperandCol0   = 5
	OperandG0     = 6
	OperandG1     = 7
	OperandR      = 8
	OperandW      = 9
)
