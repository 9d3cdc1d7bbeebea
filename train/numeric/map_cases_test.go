package numeric

import "math"

// expression assembles instructions for vectors and tests.
type expression struct {
	code      []Instruction
	constants words
}

// then adds an instruction and returns its register.
func (e *expression) then(op MapOp, arguments ...uint8) uint8 {
	in := Instruction{Op: op}
	for i, a := range arguments {
		*[]*uint8{&in.A, &in.B, &in.C}[i] = a
	}
	e.code = append(e.code, in)
	return uint8(len(e.code) - 1)
}

// constant adds a constant and the instruction that loads it.
func (e *expression) constant(x float32) uint8 {
	e.constants = append(e.constants, math.Float32bits(x))
	return e.then(MapConst, uint8(len(e.constants)-1))
}

func (e *expression) words() words {
	var w words
	for _, in := range e.code {
		w = append(w, uint32(in.Op)|uint32(in.A)<<8|uint32(in.B)<<16|uint32(in.C)<<24)
	}
	return w
}

func (m *maker) maps() {
	add := func(name string, e *expression, out tensor, operands ...tensor) {
		m.add(opCase{Name: "map " + name, Operator: "map", Mode: "plain", Constants: e.constants, Instructions: e.words(), Operands: operands, Result: out})
	}
	// Each instruction by itself, on words of every kind.
	for op := MapAdd; op <= MapIeq; op++ {
		if op == MapConst || op == MapOperand {
			continue
		}
		e, inputs := &expression{}, []tensor{}
		for a := range mapArguments[op] {
			e.then(MapOperand, a)
			inputs = append(inputs, matrix("full", 1, 4, 20, m.words(80, adversarial)))
		}
		e.then(op, []uint8{0, 1, 2}[:mapArguments[op]]...)
		add(op.String(), e, result(1, 4, 20), inputs...)
	}

	mask := &expression{}
	s, k := mask.then(MapOperand, 0), mask.constant(0.25)
	scaled := mask.then(MapMul, s, k)
	later := mask.then(MapGt, mask.then(MapJ), mask.then(MapI))
	mask.then(MapSelect, later, mask.constant(float32(math.Inf(-1))), scaled)
	add("scale_mask of a list", mask, result(2, 5, 5), matrix("full", 2, 5, 5, m.words(50, ordinary)))

	logits := &expression{}
	p := logits.then(MapMul, logits.then(MapOperand, 0), logits.then(MapOperand, 1))
	hit := logits.then(MapIeq, logits.then(MapJ), logits.then(MapOperand, 2))
	less := logits.then(MapSub, p, logits.constant(1))
	logits.then(MapMul, logits.then(MapSelect, hit, less, p), logits.constant(0.25))
	add("dlogits, labels as words", logits, result(1, 4, 7), matrix("full", 1, 4, 7, m.words(28, ordinary)),
		vector("col", m.words(4, ordinary)), vector("col", words{6, 0, 7, 3}))

	gelu := &expression{}
	x := gelu.then(MapOperand, 0)
	half := gelu.then(MapMul, gelu.constant(0.5), x)
	cube := gelu.then(MapMul, gelu.then(MapMul, x, x), x)
	inner := gelu.then(MapFMA, gelu.constant(0x1.6e4e26p-5), cube, x)
	t := gelu.then(MapTanh, gelu.then(MapMul, gelu.constant(0x1.988454p-1), inner))
	gelu.then(MapMul, half, gelu.then(MapAdd, gelu.constant(1), t))
	add("gelu", gelu, result(1, 3, 70), matrix("full", 1, 3, 70, m.words(210, finite)))

	step := &expression{}
	full, row := step.then(MapOperand, 0), step.then(MapOperand, 1)
	col, first, last := step.then(MapOperand, 2), step.then(MapOperand, 3, 0), step.then(MapOperand, 3, 2)
	step.then(MapFMA, step.then(MapFMA, full, row, col), first, last)
	add("every role", step, result(2, 3, 18), matrix("full", 2, 3, 18, m.words(108, ordinary)), vector("row", m.words(18, ordinary)),
		vector("col", m.words(6, ordinary)), vector("rec", m.words(3, ordinary)))

	root := &expression{}
	root.then(MapDiv, root.constant(1), root.then(MapSqrt, root.then(MapOperand, 0)))
	add("vector", root, result(1, 0, 33), vector("full", m.words(33, ordinary)))
}
