package referee_test

import (
	"encoding/binary"
	"math"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/referee"
	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

// Words of a descriptor that the changes below name.
const (
	firstOperand  = program.FirstOperandWord
	secondOperand = firstOperand + program.OperandWords
	attribute     = program.FirstAttributeWord
	instruction   = program.FirstInstructionWord
)

func traced(role program.Role, s program.Shape) program.Operand {
	return program.Operand{Source: program.SourceTrace, Index: 3, Role: role, Shape: s, View: s.Whole()}
}

func plain(code program.Opcode, mode program.Mode, out program.Shape, operands ...program.Operand) program.Operator {
	return program.Operator{Code: code, Mode: mode, Out: out, OutView: out.Whole(), Operands: operands}
}

// bases are valid operators, small enough to see every bound.
func bases() map[string]program.Operator {
	vector := func(n int) program.Shape { return program.VectorOf(program.DTypeFloat32, n) }
	integers := func(n int) program.Shape { return program.VectorOf(program.DTypeUint32, n) }
	matrix := program.MatrixOf(20, 30)
	list := program.ListOf(2, 20, 30)
	heads := program.Operand{
		Source: program.SourceTrace, Role: program.RoleA, Shape: program.MatrixOf(32, 64),
		View: program.ViewSpec{Stride: 64, Col0: 16, G0: 2, G1: 2, R: 16, W: 16},
	}
	turned := heads
	turned.Role = program.RoleB
	product := plain(program.OpMatmul, program.ModeNT, program.MatrixOf(32, 32), heads, turned)
	product.OutView = program.ViewSpec{Stride: 32, G0: 2, G1: 2, R: 16, W: 16}
	expression := plain(program.OpMap, program.ModePlain, list, traced(program.RoleFull, list), traced(program.RoleRow, vector(30)),
		traced(program.RoleRec, vector(5)))
	expression.Constants = []float32{1, 2}
	expression.Instructions = []numeric.Instruction{
		{Op: numeric.MapOperand, A: 0}, {Op: numeric.MapOperand, A: 2, B: 4}, {Op: numeric.MapConst, A: 1}, {Op: numeric.MapFMA, A: 0, B: 1, C: 2},
	}
	column := plain(program.OpMap, program.ModePlain, list, traced(program.RoleFull, list), traced(program.RoleCol, vector(40)))
	column.Instructions = expression.Instructions[:1]
	cycle := plain(program.OpGather, program.ModeIota, program.MatrixOf(9, 30), traced(program.RoleTable, matrix))
	cycle.Attributes[program.AttributeGatherModulus] = 1
	scatter := plain(program.OpScatterAdd, program.ModeIota, program.MatrixOf(4, 30), traced(program.RoleX, matrix))
	scatter.Attributes[program.AttributeScatterAddModulus] = 1
	joined := plain(program.OpConcat, program.ModeVectors, vector(9), traced(program.RolePart, vector(4)), traced(program.RolePart, vector(5)))
	joined.Attributes[program.AttributeConcatStart+1] = 4
	beside := plain(program.OpConcat, program.ModeColumns, program.MatrixOf(20, 37), traced(program.RolePart, program.MatrixOf(20, 16)),
		traced(program.RolePart, program.MatrixOf(20, 21)))
	beside.Attributes[program.AttributeConcatStart+1] = 16
	data := program.Operand{Source: program.SourceConstant, Index: int(program.ConstantDataset), Role: program.RoleDataset}
	data.Shape = integers(10)
	data.View = data.Shape.Whole()
	tokens := plain(program.OpLoadBatch, program.ModeX, integers(6), data, traced(program.RoleClock, integers(1)))
	tokens.Attributes = [16]uint32{ // 20 tokens of two bytes: the last of 5 samples begins at the 16th
		program.AttributeLoadBatchBatch: 2, program.AttributeLoadBatchLength: 3, program.AttributeLoadBatchStride: 4,
		program.AttributeLoadBatchTokenBytes: 2, program.AttributeLoadBatchSamplesLow: 5,
	}
	records := plain(program.OpLoadBatch, program.ModeFeatures, program.MatrixOf(2, 4), data, traced(program.RoleClock, integers(1)))
	records.Attributes = [16]uint32{
		program.AttributeLoadBatchBatch: 2, program.AttributeLoadBatchFeatures: 4, program.AttributeLoadBatchSamplesLow: 2,
	}
	state := plain(program.OpState, program.ModePlain, program.Shape{W: 5}, program.Operand{
		Source: program.SourceTrace, Index: 7, Role: program.RolePart, View: program.ViewSpec{R: 5, Stride: 3},
	})
	return map[string]program.Operator{
		"heads": product, "map": expression, "column": column, "cycle": cycle, "scatter": scatter, "vectors": joined, "columns": beside,
		"tokens": tokens, "records": records, "state": state,
		"matmul":      plain(program.OpMatmul, program.ModeNN, program.ListOf(2, 20, 4), traced(program.RoleA, list), traced(program.RoleB, program.ListOf(2, 30, 4))),
		"column sum":  plain(program.OpColumnReduce, program.ModeSum, vector(30), traced(program.RoleX, matrix)),
		"row dot":     plain(program.OpRowReduce, program.ModeDot, vector(40), traced(program.RoleX, list), traced(program.RoleY, list)),
		"row max":     plain(program.OpRowReduce, program.ModeMax, vector(1), traced(program.RoleX, program.MatrixOf(1, 30))),
		"tile sum":    plain(program.OpTileReduce, program.ModeSum, vector(8), traced(program.RoleX, list)),
		"tile vector": plain(program.OpTileReduce, program.ModeSqsum, vector(2), traced(program.RoleX, vector(257))),
		"gather":      plain(program.OpGather, program.ModeIndex, program.MatrixOf(9, 30), traced(program.RoleTable, matrix), traced(program.RoleIndex, integers(9))),
		"rate":        plain(program.OpGather, program.ModeClock, vector(1), traced(program.RoleTable, vector(8)), traced(program.RoleClock, integers(1))),
		"pick":        plain(program.OpPick, program.ModeIndex, vector(20), traced(program.RoleTable, matrix), traced(program.RoleIndex, integers(20))),
		"tick":        plain(program.OpTick, program.ModePlain, integers(1), traced(program.RoleClock, integers(1))),
	}
}

// changes are words of a descriptor and what they become.
type changes map[int]uint32

// bounds are the two sides of every bound: what is valid still, and what isn't any more.
var bounds = []struct {
	of, what string
	valid    bool
	changes  changes
}{
	{"tick", "as it is", true, changes{}},
	{"tick", "opcode 0", false, changes{program.WordOpcode: 0}},
	{"tick", "opcode 13", false, changes{program.WordOpcode: 13}},
	{"tick", "another mode", false, changes{program.WordMode: 2}},
	{"tick", "mode 257", false, changes{program.WordMode: 257}},
	{"tick", "floats", false, changes{program.WordDType: 1}},
	{"tick", "two clocks", false, changes{program.WordW: 2}},
	{"tick", "a constant", false, changes{program.WordConstantCount: 1}},
	{"tick", "an instruction", false, changes{program.WordInstructionCount: 1}},
	{"tick", "two operands", false, changes{program.WordOperandCount: 2}},
	{"tick", "a matrix", false, changes{program.WordShape: 1}},
	{"tick", "a list", false, changes{program.WordG: 2}},
	{"tick", "two rows", false, changes{program.WordR: 2}},
	{"tick", "an operand that is a matrix", false, changes{firstOperand + program.OperandShape: 1}},
	{"tick", "the rates as operand", true, changes{firstOperand: 3, firstOperand + 1: 2}},
	{"tick", "the dataset as operand", false, changes{firstOperand: 3, firstOperand + 1: 1}},
	{"tick", "an unknown constant", false, changes{firstOperand: 3, firstOperand + 1: 3}},
	{"tick", "source 0", false, changes{firstOperand: 0}},
	{"tick", "source 4", false, changes{firstOperand: 4}},
	{"tick", "source 257", false, changes{firstOperand: 257}},
	{"tick", "another role", false, changes{firstOperand + program.OperandRole: 11}},

	{"column sum", "no rows, no columns", false, changes{program.WordW: 0, firstOperand + program.OperandStride: 0, firstOperand + program.OperandW: 0, program.WordViewW: 0}},
	{"column sum", "no terms", true, changes{firstOperand + program.OperandR: 0}},
	{"column sum", "the longest reduction", true, changes{firstOperand + program.OperandR: 1 << 19, program.WordW: 2, program.WordViewW: 2,
		firstOperand + program.OperandStride: 2, firstOperand + program.OperandW: 2}},
	{"column sum", "a term more", false, changes{firstOperand + program.OperandR: 1<<19 + 1, program.WordW: 2, program.WordViewW: 2,
		firstOperand + program.OperandStride: 2, firstOperand + program.OperandW: 2}},
	{"column sum", "an operand of 2^32 words", false, changes{firstOperand + program.OperandR: 1 << 19, program.WordW: 1 << 13, program.WordViewW: 1 << 13,
		firstOperand + program.OperandStride: 1 << 13, firstOperand + program.OperandW: 1 << 13}},
	{"column sum", "of two matrices", false, changes{firstOperand + program.OperandG0: 2}},
	{"column sum", "another width", false, changes{firstOperand + program.OperandStride: 31, firstOperand + program.OperandW: 31}},
	{"column sum", "a part of its operand", false, changes{firstOperand + program.OperandStride: 31}},
	{"column sum", "of a vector", false, changes{firstOperand + program.OperandShape: 2}},
	{"column sum", "no matrices", false, changes{firstOperand + program.OperandG0: 0}},
	{"column sum", "as dot", false, changes{program.WordMode: uint32(program.ModeDot)}},

	{"row dot", "a row more", false, changes{program.WordW: 41, program.WordViewW: 41, program.WordViewCol0: 0}},
	{"row dot", "another factor", false, changes{secondOperand + program.OperandStride: 31, secondOperand + program.OperandW: 31}},
	{"row dot", "one factor", false, changes{program.WordOperandCount: 1}},
	{"row dot", "no operands", false, changes{program.WordOperandCount: 0}},
	{"row dot", "no terms", true, changes{firstOperand + program.OperandStride: 0, firstOperand + program.OperandW: 0,
		secondOperand + program.OperandStride: 0, secondOperand + program.OperandW: 0}},
	{"row max", "a term", true, changes{firstOperand + program.OperandStride: 1, firstOperand + program.OperandW: 1}},
	{"row max", "no terms", false, changes{firstOperand + program.OperandStride: 0, firstOperand + program.OperandW: 0}},
	{"tile sum", "a tile more", false, changes{program.WordW: 9}},
	{"tile vector", "a word less", false, changes{firstOperand + program.OperandStride: 256, firstOperand + program.OperandW: 256}},
	{"tile vector", "half of it", false, changes{firstOperand + program.OperandW: 256}},

	{"matmul", "a column of the result more", false, changes{program.WordW: 5, program.WordViewW: 5}},
	{"matmul", "a row of the result more", false, changes{program.WordR: 21, program.WordViewR: 21}},
	{"matmul", "a matrix of the result more", false, changes{program.WordG: 3, program.WordViewG0: 3}},
	{"matmul", "into one matrix of forty rows", true, changes{program.WordG: 1, program.WordR: 40}},
	{"matmul", "terms that don't meet", false, changes{secondOperand + program.OperandR: 31}},
	{"matmul", "turned", false, changes{program.WordMode: uint32(program.ModeTN)}},
	{"matmul", "causal", true, changes{attribute: 1}},
	{"matmul", "causal 2", false, changes{attribute: 2}},
	{"matmul", "into a vector", false, changes{program.WordShape: 2, program.WordG: 1, program.WordR: 1, program.WordViewG0: 1, program.WordViewR: 1}},
	{"matmul", "of a vector", false, changes{firstOperand + program.OperandShape: 2}},
	{"matmul", "no matrices side by side", false, changes{firstOperand + program.OperandG1: 0}},
	{"heads", "a wider tensor", true, changes{firstOperand + program.OperandStride: 100}},
	{"heads", "a tensor too narrow", false, changes{firstOperand + program.OperandStride: 47}},
	{"heads", "just wide enough", true, changes{firstOperand + program.OperandStride: 48}},
	{"heads", "that begin inside a block", false, changes{firstOperand + program.OperandCol0: 8}},
	{"heads", "of eight rows", false, changes{firstOperand + program.OperandR: 8, program.WordR: 16, program.WordViewR: 8}},
	{"heads", "of eight terms", false, changes{firstOperand + program.OperandW: 8, secondOperand + program.OperandW: 8}},
	{"heads", "a part of the result", false, changes{program.WordW: 48}},
	{"heads", "a result that begins later", false, changes{program.WordW: 48, program.WordViewCol0: 16}},
	{"heads", "a result of two matrices", false, changes{program.WordG: 2, program.WordR: 16}},

	{"scatter", "modulus 0", false, changes{attribute: 0}},
	{"scatter", "into a list", false, changes{program.WordG: 2, program.WordViewG0: 2}},
	{"scatter", "another width", false, changes{program.WordW: 29, program.WordViewW: 29}},
	{"scatter", "by index", false, changes{program.WordMode: uint32(program.ModeIndex)}},

	{"map", "as it is", true, changes{}},
	{"map", "no instructions", false, changes{program.WordInstructionCount: 0}},
	{"map", "33 instructions", false, changes{program.WordInstructionCount: 33}},
	{"map", "33 constants", false, changes{program.WordConstantCount: 33}},
	{"map", "17 operands", false, changes{program.WordOperandCount: 17}},
	{"map", "four operands", false, changes{program.WordOperandCount: 4}},
	{"map", "no operands that are read", false, changes{program.WordOperandCount: 0}},
	{"map", "another shape", false, changes{firstOperand + program.OperandR: 21}},
	{"map", "a row too long", false, changes{secondOperand + program.OperandStride: 31, secondOperand + program.OperandW: 31}},
	{"map", "a row first", false, changes{firstOperand + program.OperandRole: uint32(program.RoleRow)}},
	{"map", "role 258", false, changes{secondOperand + program.OperandRole: 258}},
	{"map", "a record's last word", true, changes{instruction + 1: 17 | 2<<8 | 4<<16}},
	{"map", "a word beyond the record", false, changes{instruction + 1: 17 | 2<<8 | 5<<16}},
	{"map", "an operand beyond the last", false, changes{instruction + 1: 17 | 3<<8}},
	{"map", "a constant beyond the last", false, changes{instruction + 2: 16 | 2<<8}},
	{"map", "a register of its own, a", false, changes{instruction + 3: 4 | 3<<8 | 1<<16 | 2<<24}},
	{"map", "a register of its own, b", false, changes{instruction + 3: 4 | 0<<8 | 3<<16 | 2<<24}},
	{"map", "a register of its own, c", false, changes{instruction + 3: 4 | 0<<8 | 1<<16 | 3<<24}},
	{"map", "a third register that an addition has not", true, changes{instruction + 3: 1 | 0<<8 | 1<<16 | 9<<24}},
	{"map", "a second register that a square root has not", true, changes{instruction + 3: 6 | 0<<8 | 9<<16}},
	{"map", "a first register that i has not", true, changes{instruction + 3: 18 | 9<<8}},
	{"map", "instruction 0", false, changes{instruction + 3: 0}},
	{"map", "instruction 21", false, changes{instruction + 3: 21}},
	{"map", "an empty record", false, changes{firstOperand + 2*program.OperandWords + program.OperandStride: 0, firstOperand + 2*program.OperandWords + program.OperandW: 0}},
	{"column", "as it is", true, changes{}},
	{"column", "a word more", false, changes{secondOperand + program.OperandStride: 41, secondOperand + program.OperandW: 41}},

	{"gather", "an index too long", false, changes{secondOperand + program.OperandStride: 10, secondOperand + program.OperandW: 10}},
	{"gather", "an empty table", false, changes{firstOperand + program.OperandR: 0}},
	{"gather", "a list of tables", false, changes{firstOperand + program.OperandG0: 2}},
	{"gather", "by the clock", false, changes{program.WordMode: uint32(program.ModeClock)}},
	{"cycle", "modulus 0", false, changes{attribute: 0}},
	{"rate", "an empty table", false, changes{firstOperand + program.OperandStride: 0, firstOperand + program.OperandW: 0}},
	{"rate", "two results", false, changes{program.WordW: 2, program.WordViewW: 2, secondOperand + program.OperandStride: 2, secondOperand + program.OperandW: 2}},
	{"pick", "an empty row", false, changes{firstOperand + program.OperandStride: 0, firstOperand + program.OperandW: 0}},
	{"pick", "a row less", false, changes{firstOperand + program.OperandR: 19}},

	{"vectors", "another start", false, changes{attribute + 1: 5}},
	{"vectors", "a first start", false, changes{attribute: 1}},
	{"vectors", "a word more", false, changes{program.WordW: 10, program.WordViewW: 10}},
	{"vectors", "an empty part", false, changes{firstOperand + program.OperandStride: 0, firstOperand + program.OperandW: 0}},
	{"vectors", "as columns", false, changes{program.WordMode: uint32(program.ModeColumns)}},
	{"columns", "as it is", true, changes{}},
	{"columns", "another start", false, changes{attribute + 1: 15, firstOperand + program.OperandStride: 15, firstOperand + program.OperandW: 15,
		program.WordW: 36, program.WordViewW: 36}},
	{"columns", "another height", false, changes{secondOperand + program.OperandR: 21}},
	{"columns", "of lists", false, changes{program.WordG: 2, program.WordViewG0: 2}},

	{"tokens", "as it is", true, changes{}},
	{"tokens", "a sample more", false, changes{attribute + program.AttributeLoadBatchSamplesLow: 6}},
	{"tokens", "2^32 samples more", false, changes{attribute + program.AttributeLoadBatchSamplesHigh: 1}},
	{"tokens", "no samples", false, changes{attribute + program.AttributeLoadBatchSamplesLow: 0}},
	{"tokens", "one sample to the end", true, changes{attribute + program.AttributeLoadBatchSamplesLow: 1, attribute + program.AttributeLoadBatchLength: 19,
		program.WordW: 38, program.WordViewW: 38}},
	{"tokens", "one sample beyond the end", false, changes{attribute + program.AttributeLoadBatchSamplesLow: 1, attribute + program.AttributeLoadBatchLength: 20,
		program.WordW: 40, program.WordViewW: 40}},
	{"tokens", "strides to the end", true, changes{attribute + program.AttributeLoadBatchSamplesLow: 17, attribute + program.AttributeLoadBatchStride: 1}},
	{"tokens", "strides beyond the end", false, changes{attribute + program.AttributeLoadBatchSamplesLow: 18, attribute + program.AttributeLoadBatchStride: 1}},
	{"tokens", "stride 0", false, changes{attribute + program.AttributeLoadBatchStride: 0}},
	{"tokens", "no batch", false, changes{attribute + program.AttributeLoadBatchBatch: 0}},
	{"tokens", "no length", false, changes{attribute + program.AttributeLoadBatchLength: 0}},
	{"tokens", "of three bytes", false, changes{attribute + program.AttributeLoadBatchTokenBytes: 3}},
	{"tokens", "of four bytes", false, changes{attribute + program.AttributeLoadBatchTokenBytes: 4}},
	{"tokens", "another batch", false, changes{attribute + program.AttributeLoadBatchBatch: 3}},
	{"tokens", "from the trace", false, changes{firstOperand: 1}},
	{"tokens", "floats", false, changes{program.WordDType: 1}},
	{"records", "as it is", true, changes{}},
	{"records", "a sample more", false, changes{attribute + program.AttributeLoadBatchSamplesLow: 3}},
	{"records", "a feature more", false, changes{attribute + program.AttributeLoadBatchFeatures: 5, program.WordW: 5, program.WordViewW: 5}},
	{"records", "another batch", false, changes{attribute + program.AttributeLoadBatchBatch: 3}},
	{"records", "integers", false, changes{program.WordDType: 2}},

	{"state", "as it is", true, changes{}},
	{"state", "a tensor more", false, changes{program.WordW: 6}},
	{"state", "typed", false, changes{program.WordDType: 1}},
	{"state", "shaped", false, changes{program.WordShape: 1}},
	{"state", "of a matrix", false, changes{program.WordG: 1}},
	{"state", "of a row", false, changes{program.WordR: 1}},
	{"state", "an empty section", false, changes{firstOperand + program.OperandR: 0, program.WordW: 0}},
	{"state", "of the state before", false, changes{firstOperand: 2}},
	{"state", "another role", false, changes{firstOperand + program.OperandRole: 1}},
	{"state", "the last operator there can be", true, changes{firstOperand + program.OperandIndex: math.MaxUint32 - 12}},
	{"state", "one beyond it", false, changes{firstOperand + program.OperandIndex: math.MaxUint32 - 11}},
}

func TestBounds(t *testing.T) {
	made := bases()
	for _, b := range bounds {
		o, ok := made[b.of]
		if !ok {
			t.Fatalf("no operator %q", b.of)
		}
		descriptor := o.Descriptor()
		if g, _ := referee.Describe(&descriptor, 1<<40); g.Leaf == 0 {
			t.Fatalf("%s is invalid", b.of)
		}
		for word, value := range b.changes {
			binary.LittleEndian.PutUint32(descriptor[4*word:], value)
		}
		if g, _ := referee.Describe(&descriptor, 1<<40); (g.Leaf != 0) != b.valid {
			t.Errorf("%s, %s: valid %v, want %v", b.of, b.what, g.Leaf != 0, b.valid)
		}
	}
}

// A reference to the operator itself, or to a later one, makes it invalid: nothing agreed stands there.
func TestReferencesGoBackwards(t *testing.T) {
	made := bases()
	for name, first := range map[string]uint64{"gather": 4, "heads": 1, "vectors": 4, "state": 7 + 4*3 + 1} {
		o := made[name]
		descriptor := o.Descriptor()
		if name == "heads" {
			binary.LittleEndian.PutUint32(descriptor[4*(secondOperand+program.OperandIndex):], 0)
		}
		for number := range uint64(40) {
			if g, references := referee.Describe(&descriptor, number); (g.Leaf != 0) != (number >= first) || g.Leaf == 0 && references != nil {
				t.Errorf("%s as operator %d: %+v", name, number, g)
			}
		}
	}
}
