package program

import (
	"fmt"

	"github.com/commonweight/commonweight/train/numeric"
)

// expression builds a named map: the instructions of one element. Instruction t leaves its result in register t, so a register is never
// written twice; the last instruction gives the element.
type expression struct {
	name      string
	roles     []Role // of its operands
	code      []numeric.Instruction
	constants []float32
}

// register is the result of an instruction.
type register uint8

// record is an operand whose words the instructions name one by one.
type record uint8

func (e *expression) emit(op numeric.MapOp, a, b, c uint8) register {
	e.code = append(e.code, numeric.Instruction{Op: op, A: a, B: b, C: c})
	return register(len(e.code) - 1)
}

// operand adds an operand and loads its word for the element.
func (e *expression) operand(role Role) register {
	e.roles = append(e.roles, role)
	return e.emit(numeric.MapOperand, uint8(len(e.roles)-1), 0, 0)
}

func (e *expression) full() register { return e.operand(RoleFull) }
func (e *expression) row() register  { return e.operand(RoleRow) }
func (e *expression) col() register  { return e.operand(RoleCol) }

// record adds an operand without loading anything.
func (e *expression) record() record {
	e.roles = append(e.roles, RoleRec)
	return record(len(e.roles) - 1)
}

func (e *expression) word(r record, n int) register {
	return e.emit(numeric.MapOperand, uint8(r), uint8(n), 0)
}

func (e *expression) constant(f float32) register {
	e.constants = append(e.constants, f)
	return e.emit(numeric.MapConst, uint8(len(e.constants)-1), 0, 0)
}

func (e *expression) unary(op numeric.MapOp, a register) register {
	return e.emit(op, uint8(a), 0, 0)
}

func (e *expression) binary(op numeric.MapOp, a, b register) register {
	return e.emit(op, uint8(a), uint8(b), 0)
}

func (e *expression) add(a, b register) register { return e.binary(numeric.MapAdd, a, b) }
func (e *expression) sub(a, b register) register { return e.binary(numeric.MapSub, a, b) }
func (e *expression) mul(a, b register) register { return e.binary(numeric.MapMul, a, b) }
func (e *expression) div(a, b register) register { return e.binary(numeric.MapDiv, a, b) }
func (e *expression) gt(a, b register) register  { return e.binary(numeric.MapGt, a, b) }
func (e *expression) ge(a, b register) register  { return e.binary(numeric.MapGe, a, b) }
func (e *expression) ieq(a, b register) register { return e.binary(numeric.MapIeq, a, b) }
func (e *expression) neg(a register) register    { return e.unary(numeric.MapNeg, a) }
func (e *expression) sqrt(a register) register   { return e.unary(numeric.MapSqrt, a) }
func (e *expression) exp(a register) register    { return e.unary(numeric.MapExp, a) }
func (e *expression) log(a register) register    { return e.unary(numeric.MapLog, a) }
func (e *expression) tanh(a register) register   { return e.unary(numeric.MapTanh, a) }

func (e *expression) fma(a, b, c register) register {
	return e.emit(numeric.MapFMA, uint8(a), uint8(b), uint8(c))
}

func (e *expression) choose(c, a, b register) register {
	return e.emit(numeric.MapSelect, uint8(c), uint8(a), uint8(b))
}

// check refuses what a descriptor can't hold.
func (e *expression) check() error {
	switch {
	case len(e.code) == 0 || len(e.code) > MaxInstructions:
		return fmt.Errorf("%d instructions", len(e.code))
	case len(e.constants) > MaxConstants:
		return fmt.Errorf("%d constants", len(e.constants))
	case len(e.roles) > 3 || e.roles[0] != RoleFull:
		return fmt.Errorf("operands %v", e.roles)
	}
	return nil
}

// line and column are the element's place, as integers.
func (e *expression) line() register   { return e.emit(numeric.MapI, 0, 0, 0) }
func (e *expression) column() register { return e.emit(numeric.MapJ, 0, 0, 0) }
