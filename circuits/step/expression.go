package step

import (
	"fmt"
	"math"

	"github.com/consensys/gnark/frontend"

	"github.com/commonweight/commonweight/circuits/gadget"
	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

// register is the result of an instruction: a number, an integer, or a bit that stands for 1 or +0.
type register struct {
	number  *gadget.Float
	bit     frontend.Variable
	integer *integer
	nan     bool // the constant that a state records of a step that has no proof
}

// apply computes a map, element by element.
//
// Native twin: numeric.Map.
func (w *walk) apply(o *program.Operator) tensor {
	out := tensor{shape: o.Out}
	operands := make([]tensor, len(o.Operands))
	for i, x := range o.Operands {
		operands[i] = w.operand(x)
	}
	for row := range o.Out.G * o.Out.R {
		for j := range o.Out.W {
			m := machine{walk: w, operator: o, operands: operands, row: row, column: j}
			out.numbers = append(out.numbers, m.element())
		}
	}
	return out
}

// machine computes one element.
type machine struct {
	*walk
	operator    *program.Operator
	operands    []tensor
	row, column int
	registers   []register
}

func (m *machine) element() *gadget.Float {
	for _, in := range m.operator.Instructions {
		m.registers = append(m.registers, m.execute(in))
	}
	return m.float(m.registers[len(m.registers)-1])
}

// float is a register as a number.
func (m *machine) float(r register) *gadget.Float {
	switch {
	case r.number != nil:
		return r.number
	case r.bit != nil:
		return m.Flag(r.bit)
	}
	panic(unsupported(fmt.Sprintf("operator %s: an integer or NaN as a number", m.operator.Name)))
}

func (m *machine) execute(in numeric.Instruction) register {
	get := func(i uint8) *gadget.Float { return m.float(m.registers[i]) }
	number := func(f *gadget.Float) register { return register{number: f} }
	switch in.Op {
	case numeric.MapAdd:
		return number(m.Add(get(in.A), get(in.B)))
	case numeric.MapSub:
		return number(m.Sub(get(in.A), get(in.B)))
	case numeric.MapMul:
		return number(m.Mul(get(in.A), get(in.B)))
	case numeric.MapFMA:
		return number(m.FMA(get(in.A), get(in.B), get(in.C)))
	case numeric.MapDiv:
		return number(m.Div(get(in.A), get(in.B)))
	case numeric.MapSqrt:
		return number(m.Sqrt(get(in.A)))
	case numeric.MapNeg:
		return number(m.Negative(get(in.A)))
	case numeric.MapAbs:
		return number(m.Abs(get(in.A)))
	case numeric.MapMax:
		return number(m.Max(get(in.A), get(in.B)))
	case numeric.MapGt:
		return register{bit: m.GT(get(in.A), get(in.B))}
	case numeric.MapGe:
		return register{bit: m.GE(get(in.A), get(in.B))}
	case numeric.MapExp:
		return number(m.Exp(get(in.A)))
	case numeric.MapLog:
		return number(m.Log(get(in.A)))
	case numeric.MapTanh:
		return number(m.Tanh(get(in.A)))
	case numeric.MapSelect:
		return m.choose(m.registers[in.A], m.registers[in.B], m.registers[in.C])
	case numeric.MapConst:
		c := m.operator.Constants[in.A]
		if c != c {
			return register{nan: true}
		}
		if math.IsInf(float64(c), 0) {
			panic(unsupported(fmt.Sprintf("operator %s: an infinite constant", m.operator.Name)))
		}
		return number(m.Constant(uint64(math.Float32bits(c))))
	case numeric.MapOperand:
		return m.load(int(in.A), int(in.B))
	case numeric.MapI:
		return register{integer: &integer{value: m.row % m.operator.Out.R}}
	case numeric.MapJ:
		return register{integer: &integer{value: m.column}}
	case numeric.MapIeq:
		return register{bit: m.same(m.registers[in.A], m.registers[in.B])}
	}
	panic(unsupported(fmt.Sprintf("operator %s: instruction %s", m.operator.Name, in.Op)))
}

// choose is c ≠ 0 ? a : b. Where b is the NaN of a step without a proof, c must be true.
func (m *machine) choose(c, a, b register) register {
	bit := c.bit
	if bit == nil {
		bit = m.Truth(m.float(c))
	}
	if b.nan {
		m.api.AssertIsEqual(bit, 1)
		return a
	}
	return register{number: m.Select(bit, m.float(a), m.float(b))}
}

// same is 1 if two integers are equal.
func (m *machine) same(a, b register) frontend.Variable {
	if a.integer == nil || b.integer == nil {
		panic(unsupported(fmt.Sprintf("operator %s: numbers compared as words", m.operator.Name)))
	}
	if c, constant := m.api.Compiler().ConstantValue(a.integer.value); constant && c.IsInt64() && int(c.Int64()) < len(b.integer.classes) {
		return b.integer.classes[c.Int64()]
	}
	return m.Equal(a.integer.value, b.integer.value)
}

// load is the word that an operand gives to the element.
func (m *machine) load(operand, word int) register {
	var n int
	switch o := &m.operator.Operands[operand]; o.Role {
	case program.RoleFull:
		n = m.row*m.operator.Out.W + m.column
	case program.RoleRow:
		n = m.column
	case program.RoleCol:
		n = m.row
	case program.RoleRec:
		n = word
	default:
		panic(unsupported(fmt.Sprintf("operator %s: a map operand of role %d", m.operator.Name, o.Role)))
	}
	t := m.operands[operand]
	if t.integers != nil {
		return register{integer: &t.integers[n]}
	}
	return register{number: t.numbers[n]}
}
