package numeric

import (
	"fmt"
	"math"
)

// Instruction is one step of a map expression. Instruction t leaves its result in register t; A, B and C name earlier registers, but for
// MapConst, where A is the index of a constant, and MapOperand, where A is the index of an operand and B the word of a Rec.
type Instruction struct {
	Op      MapOp
	A, B, C uint8
}

// MaxInstructions is the length of the longest expression.
const MaxInstructions = 32

// Operand is one input of a map: float32 words or uint32 words, of which exactly one is set.
//
// Shapes: by role: Full as the result, Row [w], Col [g·r], Rec any.
type Operand struct {
	Role   Role
	Floats []float32
	Words  []uint32
}

// word returns word n.
func (o *Operand) word(n int) uint32 {
	if o.Words != nil {
		return o.Words[n]
	}
	return math.Float32bits(o.Floats[n])
}

// Map computes an expression for every element: dst[g, i, j] is the result of the last instruction. Registers hold words; arithmetic
// reads them as binary32, MapIeq as integers. MapI and MapJ are the row in its matrix and the column, as integers.
//
// Shapes: dst [g·r, w]; a vector of n words is g = r = 1, w = n. dst may be a Full operand.
//
// Order: the instructions, each rounded; elements are independent.
func Map(dst []float32, g, r, w int, code []Instruction, constants []float32, operands []Operand) {
	if len(code) == 0 || len(code) > MaxInstructions {
		panic(fmt.Sprintf("numeric: an expression of %d instructions", len(code)))
	}
	var m machine
	for row := range g * r {
		for left := 0; left < w; left += strip {
			width := min(strip, w-left)
			for t, in := range code {
				m.execute(t, in, constants, operands, position{row: row, rows: r, left: left, width: w, count: width})
			}
			last := &m.registers[len(code)-1]
			for j := range width {
				dst[row*w+left+j] = math.Float32frombits(last[j])
			}
		}
	}
}

// strip is the number of elements of a row that go through the instructions together; it saves time and changes nothing.
const strip = 64

type machine struct {
	registers [MaxInstructions][strip]uint32
}

// position is where a strip lies: count elements from column left of the row, in matrices of rows×width.
type position struct{ row, rows, left, width, count int }

// execute runs instruction t for the strip.
func (m *machine) execute(t int, in Instruction, constants []float32, operands []Operand, at position) {
	out := m.registers[t][:at.count]
	switch in.Op {
	case MapConst:
		for e := range out {
			out[e] = math.Float32bits(constants[in.A])
		}
	case MapOperand:
		o := &operands[in.A]
		for e := range out {
			out[e] = o.word(at.index(o.Role, e, int(in.B)))
		}
	case MapI:
		for e := range out {
			out[e] = uint32(at.row % at.rows)
		}
	case MapJ:
		for e := range out {
			out[e] = uint32(at.left + e)
		}
	default:
		arguments := [3]uint8{in.A, in.B, in.C}
		if int(in.Op) >= len(mapArguments) || mapArguments[in.Op] == 0 {
			panic(fmt.Sprintf("numeric: no map instruction %d", in.Op))
		}
		for _, r := range arguments[:mapArguments[in.Op]] {
			if int(r) >= t {
				panic(fmt.Sprintf("numeric: instruction %d reads register %d", t, r))
			}
		}
		// An instruction of fewer arguments reads registers it does not use; they exist, whatever their number.
		a, b, c := &m.registers[in.A%MaxInstructions], &m.registers[in.B%MaxInstructions], &m.registers[in.C%MaxInstructions]
		for e := range out {
			out[e] = Apply(in.Op, a[e], b[e], c[e])
		}
	}
}

// index returns the word that an operand gives to element e of the strip.
func (p position) index(role Role, e, word int) int {
	switch role {
	case Full:
		return p.row*p.width + p.left + e
	case Row:
		return p.left + e
	case Col:
		return p.row
	case Rec:
		return word
	}
	panic(fmt.Sprintf("numeric: a map operand has no role %d", role))
}

// Apply computes one instruction on words; instructions of fewer arguments ignore the rest. Those that take no register (MapConst,
// MapOperand, MapI, MapJ) and codes outside the table give NaN.
func Apply(op MapOp, a, b, c uint32) uint32 {
	x, y, z := math.Float32frombits(a), math.Float32frombits(b), math.Float32frombits(c)
	switch op {
	case MapAdd:
		x = Add(x, y)
	case MapSub:
		x = Sub(x, y)
	case MapMul:
		x = Mul(x, y)
	case MapFMA:
		x = FMA(x, y, z)
	case MapDiv:
		x = Div(x, y)
	case MapSqrt:
		x = Sqrt(x)
	case MapNeg:
		x = Neg(x)
	case MapAbs:
		x = Abs(x)
	case MapMax:
		x = Max(x, y)
	case MapGt:
		x = GT(x, y)
	case MapGe:
		x = GE(x, y)
	case MapSelect:
		x = Select(x, y, z)
	case MapExp:
		x = Exp(x)
	case MapLog:
		x = Log(x)
	case MapTanh:
		x = Tanh(x)
	case MapIeq:
		x = 0
		if a == b {
			x = 1
		}
	default:
		return NaN
	}
	return math.Float32bits(x)
}
