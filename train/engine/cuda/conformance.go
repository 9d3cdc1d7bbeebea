package cuda

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"math"

	"github.com/commonweight/commonweight/train/engine/cuda/plan"
	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

// conformance is SHA-256 of all that the conformance program leaves in its state, which the reference in train/numeric made; a test makes it
// again.
const conformance = "599c2df13394ce944c4a74317c9660ffa41b0f4b19cbaca738da3fed9bb6d2aa"

const (
	conformanceWords = 1 << 14 // of every map instruction
	rows, columns    = 47, 140 // of products: more than one block of every shape
	terms            = 1100    // three chunks, the last not whole
	long, short      = 4111, 13
)

// conformanceRoots is SHA-256 of the roots of hashProgram's state after its step, which package merkle made; a test makes it again.
const conformanceRoots = "824eed208abdff6af057abdac0d4d9329662677bb475db45f3f62cfcfcbf1c22"

// conformanceProgram is a step of every instruction and every kernel on its own: maps, products in all modes, reductions, copies. Its results
// are the first tensors of its state, its operands the next ones.
func conformanceProgram() (*program.Program, *program.State) {
	b := &conformer{p: &program.Program{LearningRates: []float32{0}}, s: &program.State{}}
	vector := func(n int) program.Shape { return program.VectorOf(program.DTypeFloat32, n) }
	words := conformanceInputs(conformanceWords)
	a, x, y := words[:3], words[3], words[4]
	for op := numeric.MapAdd; op <= numeric.MapIeq; op++ {
		if op < numeric.MapConst || op == numeric.MapIeq {
			b.apply(op, a)
		}
	}
	for _, mode := range []program.Mode{program.ModeNN, program.ModeNT, program.ModeTN} {
		left, right := program.MatrixOf(rows, terms), program.MatrixOf(terms, columns)
		if mode == program.ModeTN {
			left = program.MatrixOf(terms, rows)
		}
		if mode == program.ModeNT {
			right = program.MatrixOf(columns, terms)
		}
		for causal := range uint32(2) {
			o := program.Operator{Code: program.OpMatmul, Mode: mode, Out: program.MatrixOf(rows, columns)}
			o.Attributes[program.AttributeMatmulCausal] = causal
			a, c := repeat(x, left.Words()), repeat(y, right.Words())
			vanish(a, left, mode != program.ModeTN, -0x1p-140)
			vanish(c, right, mode == program.ModeNT, 0x1p-20)
			b.add(o, operand{program.RoleA, left, a}, operand{program.RoleB, right, c})
		}
	}
	// What a causal product leads to is multiplied as a triangle.
	tall, square, scores := program.MatrixOf(150, 9), program.MatrixOf(150, 150), len(b.p.Operators)
	o := program.Operator{Code: program.OpMatmul, Mode: program.ModeNT, Out: square}
	o.Attributes[program.AttributeMatmulCausal] = 1
	b.add(o, operand{program.RoleA, tall, x[:tall.Words()]}, operand{program.RoleB, tall, y[:tall.Words()]})
	for _, mode := range []program.Mode{program.ModeNN, program.ModeTN} {
		b.add(program.Operator{Code: program.OpMatmul, Mode: mode, Out: tall}, operand{program.RoleA, square, nil}, operand{program.RoleB, tall, y[:tall.Words()]})
		b.fromTrace(0, scores)
	}
	// The widest row has a block for itself, the next a half-warp; of the others a warp, or half of one, keeps all words.
	wide, tall := program.MatrixOf(short, long), program.MatrixOf(long, short)
	widths := []program.Shape{wide, tall, program.MatrixOf(short, 1500), program.MatrixOf(short, 1001), program.MatrixOf(short, 500)}
	for _, mode := range []program.Mode{program.ModeSum, program.ModeDot, program.ModeMax} {
		for _, shape := range widths {
			of := []operand{{program.RoleX, shape, repeat(x, shape.Words())}, {program.RoleY, shape, repeat(y, shape.Words())}}
			for _, row := range []bool{true, false} {
				vanish(of[0].words, shape, row, -0x1p-140)
				vanish(of[1].words, shape, row, 0x1p-20)
			}
			if mode == program.ModeMax {
				vanish(of[0].words, shape, true, float32(math.Copysign(0, -1)))
			}
			if mode != program.ModeDot {
				of = of[:1]
			}
			b.add(program.Operator{Code: program.OpRowReduce, Mode: mode, Out: vector(shape.R)}, of...)
			if mode != program.ModeMax {
				b.add(program.Operator{Code: program.OpColumnReduce, Mode: mode, Out: vector(shape.W)}, of...)
			}
		}
	}
	for _, mode := range []program.Mode{program.ModeSum, program.ModeSqsum} {
		for _, shape := range []program.Shape{wide, vector(conformanceWords - 5)} {
			b.add(program.Operator{Code: program.OpTileReduce, Mode: mode, Out: vector(shape.Tiles())}, operand{program.RoleX, shape, repeat(x, shape.Words())})
		}
	}
	return b.finish()
}

// vanish fills a row or a column of a matrix. Where one of −2^-140 meets one of 2^-20, all products are too small for any number, and their sum
// is −0 but for the +0 that ends every reduction; so is the greatest of a row of −0.
func vanish(words []float32, shape program.Shape, row bool, x float32) {
	const at = 5
	for i := range max(shape.R, shape.W) {
		switch {
		case row && i < shape.W:
			words[at*shape.W+i] = x
		case !row && i < shape.R:
			words[i*shape.W+at] = x
		}
	}
}

// hashProgram is a step whose state has tiles of every kind: whole and ragged, of vectors, matrices and lists.
func hashProgram() (*program.Program, *program.State) {
	b := &conformer{p: &program.Program{LearningRates: []float32{0}}, s: &program.State{}}
	x := conformanceInputs(1600)[3]
	vector := program.VectorOf(program.DTypeFloat32, 700)
	b.add(program.Operator{Code: program.OpTileReduce, Mode: program.ModeSum, Out: program.VectorOf(program.DTypeFloat32, vector.Tiles())},
		operand{program.RoleX, vector, x[:vector.Words()]})
	for _, shape := range []program.Shape{program.MatrixOf(17, 33), program.ListOf(2, 40, 20)} {
		b.add(program.Operator{Code: program.OpRowReduce, Mode: program.ModeSum, Out: program.VectorOf(program.DTypeFloat32, shape.G*shape.R)},
			operand{program.RoleX, shape, x[:shape.Words()]})
	}
	return b.finish()
}

type operand struct {
	role  program.Role
	shape program.Shape
	words []float32
}

// conformer collects operators and their operands.
type conformer struct {
	p        *program.Program
	s        *program.State
	operands []operand
}

func (b *conformer) add(o program.Operator, of ...operand) {
	o.Name, o.OutView = fmt.Sprintf("%s.%s.%d", o.Code, o.Mode, len(b.p.Operators)), o.Out.Whole()
	for _, x := range of {
		o.Operands = append(o.Operands, program.Operand{
			Source: program.SourcePreState, Index: len(b.operands), Role: x.role, Shape: x.shape, View: x.shape.Whole(),
		})
		b.operands = append(b.operands, x)
	}
	b.p.Operators = append(b.p.Operators, o)
}

// fromTrace lets an operand of the last operator be another's output.
func (b *conformer) fromTrace(operand, operator int) {
	o := &b.p.Operators[len(b.p.Operators)-1]
	o.Operands[operand].Source, o.Operands[operand].Index = program.SourceTrace, operator
}

// apply adds a map of one instruction.
func (b *conformer) apply(op numeric.MapOp, words [][]float32) {
	o := program.Operator{Code: program.OpMap, Mode: program.ModePlain, Out: program.VectorOf(program.DTypeFloat32, conformanceWords)}
	var of []operand
	for i := range uint8(3) {
		o.Instructions = append(o.Instructions, numeric.Instruction{Op: numeric.MapOperand, A: i})
		of = append(of, operand{program.RoleFull, o.Out, words[i]})
	}
	o.Instructions = append(o.Instructions, numeric.Instruction{Op: op, A: 0, B: 1, C: 2})
	b.add(o, of...)
}

// finish lays out the state: results, operands, clock.
func (b *conformer) finish() (*program.Program, *program.State) {
	results := len(b.p.Operators)
	for i := range b.p.Operators {
		o := &b.p.Operators[i]
		b.p.StateLayout = append(b.p.StateLayout, program.TensorSpec{Name: o.Name, Shape: o.Out})
		b.s.Tensors = append(b.s.Tensors, make([]float32, o.Out.Words()))
		for j := range o.Operands {
			if o.Operands[j].Source == program.SourcePreState {
				o.Operands[j].Index += results
			}
		}
	}
	for _, x := range b.operands {
		if x.words == nil { // an output
			x.shape, x.words = program.VectorOf(program.DTypeFloat32, 1), make([]float32, 1)
		}
		b.p.StateLayout = append(b.p.StateLayout, program.TensorSpec{Name: "operand", Shape: x.shape})
		b.s.Tensors = append(b.s.Tensors, x.words)
	}
	b.p.StateLayout = append(b.p.StateLayout, program.TensorSpec{Name: "clock", Shape: program.VectorOf(program.DTypeUint32, 1), Section: program.SectionClock})
	b.p.Operators = append(b.p.Operators, program.Operator{
		Name: "state", Code: program.OpState, Mode: program.ModePlain, Out: program.Shape{W: results},
		Operands: []program.Operand{{Source: program.SourceTrace, Role: program.RolePart, View: program.ViewSpec{Stride: 1, R: results}}},
	})
	return b.p, b.s
}

// conform runs the conformance program on a device and compares what it leaves with the reference's.
//
// Errors: ErrArithmetic; the device's.
func conform(open func(*program.Program, plan.Options) (*Engine, error), o plan.Options) error {
	p, s := conformanceProgram()
	e, err := open(p, o)
	if err != nil {
		return err
	}
	if err := e.Step(context.Background(), s); err != nil {
		return errors.Join(err, e.Close())
	}
	if got := hashResults(p, s); got != conformance {
		err = fmt.Errorf("%w: its results hash to %s, the reference's to %s", ErrArithmetic, got, conformance)
	}
	return errors.Join(err, e.Close())
}

// conformHashing does the same with the roots of a state.
//
// Errors: ErrArithmetic; the device's.
func conformHashing(open func(*program.Program, plan.Options) (*Engine, error), o plan.Options) error {
	p, s := hashProgram()
	e, err := open(p, o)
	if err != nil {
		return err
	}
	roots, err := e.rootsAfter(s)
	if err != nil {
		return errors.Join(err, e.Close())
	}
	if got := hashRoots(roots); got != conformanceRoots {
		err = fmt.Errorf("%w: its roots of a state hash to %s, the reference's to %s", ErrArithmetic, got, conformanceRoots)
	}
	return errors.Join(err, e.Close())
}

// rootsAfter takes a step and hashes what it leads to.
func (e *Engine) rootsAfter(s *program.State) ([][32]byte, error) {
	w, err := e.Begin(s)
	if err == nil {
		err = w.Step(context.Background())
	}
	if err != nil {
		return nil, err
	}
	return w.Roots(context.Background())
}

func hashRoots(roots [][32]byte) string {
	h := sha256.New()
	for _, root := range roots {
		_, _ = h.Write(root[:])
	}
	return hex.EncodeToString(h.Sum(nil))
}

// hashResults is SHA-256 of the results.
func hashResults(p *program.Program, s *program.State) string {
	h := sha256.New()
	for i := range p.StateOutputs() {
		for _, x := range s.Tensors[i] {
			_, _ = h.Write(binary.LittleEndian.AppendUint32(nil, math.Float32bits(x))) // a hash takes all
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}

// variants are the plans whose products use every kernel there is.
func variants(processors int) []plan.Options {
	list := []plan.Options{{Processors: processors}}
	for shape := 1; shape <= plan.Shapes; shape++ {
		list = append(list, plan.Options{Processors: processors, Shape: shape, Split: shape})
	}
	return list
}

// conformanceInputs are three vectors of every kind of word, and two of numbers whose sums show their order.
func conformanceInputs(n int) [5][]float32 {
	var in [5][]float32
	for i := range in {
		in[i] = make([]float32, n)
	}
	number := func(u uint32, exponent, exponents uint32) float32 {
		return math.Float32frombits(u&0x807fffff | (exponent+(u>>23&0xff)%exponents)<<23)
	}
	special := [16]uint32{0, 1 << 31, 0x3f800000, 0xbf800000, 0x7f800000, 0xff800000, numeric.NaN, 1, 0x80000001, 0x007fffff, 0x00800000,
		0x7f7fffff, 0xff7fffff, 0x42b20000, 0xc2d00000, 0x3f0ccccd}
	for i := range n {
		u := numeric.Philox([4]uint32{uint32(i), 1}, [2]uint32{})
		in[3][i], in[4][i] = number(u[0], 110, 24), number(u[1], 110, 24)
		switch a, b, c := &in[0][i], &in[1][i], &in[2][i]; u[3] % 6 {
		case 0: // any bits
			*a, *b, *c = math.Float32frombits(u[0]), math.Float32frombits(u[1]), math.Float32frombits(u[2])
		case 1: // a·b + c all but cancels, a and b are neighbours
			*a = number(u[0], 96, 64)
			*b = math.Float32frombits(math.Float32bits(*a) ^ u[1]&7)
			*c = math.Float32frombits(math.Float32bits(float32(*a**b)) ^ 1<<31 ^ u[2]&3)
		case 2: // subnormal, or nearly
			*a, *b, *c = number(u[0], 0, 3), number(u[1], 120, 10), number(u[2], 0, 3)
		case 3:
			*a, *b, *c = math.Float32frombits(special[u[0]>>28]), math.Float32frombits(special[u[1]>>28]), math.Float32frombits(special[u[2]>>28])
		default: // where functions bend
			*a, *b, *c = number(u[0], 117, 17), number(u[1], 117, 17), number(u[2], 117, 17)
		}
	}
	return in
}

// repeat makes n words of fewer, each time round with other neighbours.
func repeat(words []float32, n int) []float32 {
	list := make([]float32, n)
	for i := range list {
		list[i] = words[(i+i/len(words))%len(words)]
	}
	return list
}
