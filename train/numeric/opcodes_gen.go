// Code generated from testdata/vectors/opcodes.json; DO NOT EDIT.

package numeric

// MapOp is an instruction of a map expression; 0 is invalid.
type MapOp uint8

const (
	MapAdd     MapOp = 1
	MapSub     MapOp = 2
	MapMul     MapOp = 3
	MapFMA     MapOp = 4
	MapDiv     MapOp = 5
	MapSqrt    MapOp = 6
	MapNeg     MapOp = 7
	MapAbs     MapOp = 8
	MapMax     MapOp = 9
	MapGt      MapOp = 10
	MapGe      MapOp = 11
	MapSelect  MapOp = 12
	MapExp     MapOp = 13
	MapLog     MapOp = 14
	MapTanh    MapOp = 15
	MapConst   MapOp = 16 // a is the index of a constant of the descriptor
	MapOperand MapOp = 17 // a is the index of an operand, b the word of a rec
	MapI       MapOp = 18 // the row as a uint32 word
	MapJ       MapOp = 19 // the column as a uint32 word
	MapIeq     MapOp = 20 // 1 if the words are equal, else +0
)

var namesMapOp = [...]string{
	MapAdd:     "add",
	MapSub:     "sub",
	MapMul:     "mul",
	MapFMA:     "fma",
	MapDiv:     "div",
	MapSqrt:    "sqrt",
	MapNeg:     "neg",
	MapAbs:     "abs",
	MapMax:     "max",
	MapGt:      "gt",
	MapGe:      "ge",
	MapSelect:  "select",
	MapExp:     "exp",
	MapLog:     "log",
	MapTanh:    "tanh",
	MapConst:   "const",
	MapOperand: "operand",
	MapI:       "i",
	MapJ:       "j",
	MapIeq:     "ieq",
}

// String returns the name in the vectors file.
func (v MapOp) String() string {
	if int(v) < len(namesMapOp) && namesMapOp[v] != "" {
		return namesMapOp[v]
	}
	return "invalid"
}

// mapArguments is the number of registers an instruction reads.
var mapArguments = [...]uint8{
	MapAdd:     2,
	MapSub:     2,
	MapMul:     2,
	MapFMA:     3,
	MapDiv:     2,
	MapSqrt:    1,
	MapNeg:     1,
	MapAbs:     1,
	MapMax:     2,
	MapGt:      2,
	MapGe:      2,
	MapSelect:  3,
	MapExp:     1,
	MapLog:     1,
	MapTanh:    1,
	MapConst:   0,
	MapOperand: 0,
	MapI:       0,
	MapJ:       0,
	MapIeq:     2,
}

// Mode is the way a matrix product reads its operands; 0 is invalid.
type Mode uint8

const (
	NN Mode = 2 // A[i,k] B[k,j]
	NT Mode = 3 // A[i,k] B[j,k]
	TN Mode = 4 // A[k,i] B[k,j]
)

var namesMode = [...]string{
	NN: "nn",
	NT: "nt",
	TN: "tn",
}

// String returns the name in the vectors file.
func (v Mode) String() string {
	if int(v) < len(namesMode) && namesMode[v] != "" {
		return namesMode[v]
	}
	return "invalid"
}

// Role is how a map operand is indexed; 0 is invalid.
type Role uint8

const (
	Full Role = 1 // map: element (g, i, j)
	Row  Role = 2 // map: a vector indexed by the column j
	Col  Role = 3 // map: a vector indexed by the row g*R + i
	Rec  Role = 4 // map: one named word of a vector
)

var namesRole = [...]string{
	Full: "full",
	Row:  "row",
	Col:  "col",
	Rec:  "rec",
}

// String returns the name in the vectors file.
func (v Role) String() string {
	if int(v) < len(namesRole) && namesRole[v] != "" {
		return namesRole[v]
	}
	return "invalid"
}
