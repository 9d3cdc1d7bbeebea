package cpu

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

// operation is one operator, made a step of its own: its operands are the state, its result becomes the state's first tensor, which is
// there for nothing else. So what is tested is what runs in a step: planning, threads, memory.
type operation struct {
	program.Operator
	operands [][]float32
	clock    uint32
}

func (o *operation) operand(role program.Role, shape program.Shape, words []float32) {
	o.Operands = append(o.Operands, program.Operand{
		Source: program.SourcePreState, Index: len(o.operands) + 1, Role: role, Shape: shape, View: shape.Whole(),
	})
	o.operands = append(o.operands, words)
}

func (o *operation) program() (*program.Program, *program.State) {
	p := &program.Program{
		StateLayout: []program.TensorSpec{{Name: "result", Shape: o.Out}},
		Operators: []program.Operator{o.Operator, {
			Name: "state", Code: program.OpState, Mode: program.ModePlain, Out: program.Shape{W: 1},
			Operands: []program.Operand{{Source: program.SourceTrace, Role: program.RolePart, View: program.ViewSpec{Stride: 1, R: 1}}},
		}},
	}
	s := &program.State{Tensors: [][]float32{poisoned(o.Out.Words())}, Clock: o.clock}
	for i, words := range o.operands {
		p.StateLayout = append(p.StateLayout, program.TensorSpec{Name: fmt.Sprint(i), Shape: o.Operands[i].Shape})
		s.Tensors = append(s.Tensors, words)
	}
	p.StateLayout = append(p.StateLayout, program.TensorSpec{Name: "clock", Shape: program.VectorOf(program.DTypeUint32, 1), Section: program.SectionClock})
	return p, s
}

// equal runs the operator on both levels with one to eight threads, which is also what an engine chooses its
// blocks by, in memory full of a NaN that is no one's. Every word is the reference's.
func (o *operation) equal(t *testing.T, want []float32) {
	t.Helper()
	numbers := []int{1, 2, 5, 8}
	switch {
	case testing.Short():
		numbers = []int{3}
	case o.Code == program.OpMatmul:
		numbers = []int{1, 2, 3, 4, 5, 6, 7, 8}
	}
	p, s := o.program()
	for _, level := range levels {
		if !Supported(level) {
			continue
		}
		for _, threads := range numbers {
			e, err := New(level, p, nil, threads)
			if err != nil {
				t.Fatal(err)
			}
			poison(e)
			advance(t, e, s)
			same(t, fmt.Sprintf("%s, %s, %d threads", o.Name, level, threads), s.Tensors[0], want)
			copy(s.Tensors[0], poisoned(len(want)))
			if err := e.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// lengths lie on, just before and just after the edges of lanes, tiles, panels and chunks, or are prime.
var lengths = []int{1, 2, 15, 16, 17, 31, 47, 48, 64, 97, 127, 251, 255, 256, 257, 509, 511, 512, 513, 521}

func oneOf(r *rand.Rand, of []int) int { return of[r.IntN(len(of))] }

// dimensions of products: every length in each place, cubes around a chunk, tall, flat and deep ones.
func dimensions(r *rand.Rand) (list [][3]int) {
	for _, n := range lengths {
		list = append(list, [3]int{n, oneOf(r, lengths[:10]), oneOf(r, lengths[:12])}, [3]int{oneOf(r, lengths[:10]), n, oneOf(r, lengths[:12])},
			[3]int{oneOf(r, lengths[:10]), oneOf(r, lengths[:10]), n})
	}
	return append(list, [3]int{511, 512, 513}, [3]int{513, 511, 512}, [3]int{4099, 3, 5}, [3]int{3, 4099, 5}, [3]int{3, 5, 4099}, [3]int{1, 1, 2053},
		[3]int{1031, 1, 16}, [3]int{1, 1031, 17})
}

func TestEqualProducts(t *testing.T) {
	r := rand.New(rand.NewPCG(31, 32))
	list := dimensions(r)
	if testing.Short() {
		list = list[:12]
	}
	for i, d := range list {
		m, n, terms := d[0], d[1], d[2]
		mode := []numeric.Mode{numeric.NN, numeric.NT, numeric.TN}[i%3]
		ar, aw, br, bw := operandShapes(mode, m, n, terms)
		a, b := random(r, i%4 == 0, m*terms), random(r, i%4 == 0, n*terms)
		for _, causal := range []bool{false, true} {
			if causal && i%2 == 0 {
				continue
			}
			o := operation{Operator: program.Operator{
				Name: fmt.Sprintf("%v %v, causal %v", mode, d, causal), Code: program.OpMatmul, Mode: program.Mode(mode),
				Out: program.MatrixOf(m, n), OutView: program.MatrixOf(m, n).Whole(),
			}}
			if causal {
				o.Attributes[program.AttributeMatmulCausal] = 1
			}
			o.operand(program.RoleA, program.MatrixOf(ar, aw), a)
			o.operand(program.RoleB, program.MatrixOf(br, bw), b)
			want := make([]float32, m*n)
			numeric.Matmul(numeric.Matrix(want, m, n), numeric.Matrix(a, ar, aw), numeric.Matrix(b, br, bw), mode, causal)
			o.equal(t, want)
		}
	}
}

// TestEqualHeads multiplies lists of matrices that lie side by side, as attention does.
func TestEqualHeads(t *testing.T) {
	r := rand.New(rand.NewPCG(33, 34))
	for _, d := range []struct{ samples, heads, length, width int }{{1, 1, 16, 16}, {2, 3, 48, 32}, {1, 5, 80, 64}, {3, 2, 512, 16}, {1, 2, 528, 64}} {
		if testing.Short() && d.length > 100 {
			continue
		}
		g, stride := d.samples*d.heads, 3*d.heads*d.width
		joined, square := program.MatrixOf(d.samples*d.length, stride), program.ListOf(g, d.length, d.length)
		qkv, p := random(r, false, joined.Words()), random(r, false, square.Words())
		view := func(col, stride int) program.ViewSpec {
			return program.ViewSpec{Stride: stride, Col0: col, G0: d.samples, G1: d.heads, R: d.length, W: d.width}
		}
		out := program.MatrixOf(d.samples*d.length, d.heads*d.width)
		for _, mode := range []numeric.Mode{numeric.NN, numeric.NT, numeric.TN} {
			o := operation{Operator: program.Operator{Name: fmt.Sprintf("%v of %+v", mode, d), Code: program.OpMatmul, Mode: program.Mode(mode)}}
			var want []float32
			if mode == numeric.NT { // scores
				o.Out, o.OutView = square, square.Whole()
				o.Attributes[program.AttributeMatmulCausal] = 1
				o.operand(program.RoleA, joined, qkv)
				o.operand(program.RoleB, joined, qkv)
				o.Operands[0].View, o.Operands[1].View = view(0, stride), view(stride/3, stride)
				want = make([]float32, square.Words())
				numeric.Matmul(o.OutView.On(want), o.Operands[0].View.On(qkv), o.Operands[1].View.On(qkv), mode, true)
			} else {
				o.Out, o.OutView = out, view(0, out.W)
				o.operand(program.RoleA, square, p)
				o.operand(program.RoleB, joined, qkv)
				o.Operands[1].View = view(2*stride/3, stride)
				want = make([]float32, out.Words())
				numeric.Matmul(o.OutView.On(want), square.Whole().On(p), o.Operands[1].View.On(qkv), mode, false)
			}
			o.equal(t, want)
		}
	}
}

func TestEqualReductions(t *testing.T) {
	r := rand.New(rand.NewPCG(35, 36))
	var shapes [][2]int
	for i, n := range lengths {
		d := [2]int{n, oneOf(r, lengths)}
		shapes = append(shapes, [2]int{d[i%2], d[1-i%2]})
	}
	shapes = append(shapes, [2]int{4099, 3}, [2]int{3, 4099}, [2]int{1, 10007}, [2]int{10007, 1}, [2]int{1536, 70})
	if testing.Short() {
		shapes = shapes[:6]
	}
	for i, d := range shapes {
		rows, width := d[0], d[1]
		x, y := random(r, i%3 == 0, rows*width), random(r, i%3 == 0, rows*width)
		matrix := program.MatrixOf(rows, width)
		reduce := func(code program.Opcode, mode program.Mode, n int, reference func(dst []float32)) {
			o := operation{Operator: program.Operator{
				Name: fmt.Sprintf("%v %v of %v", code, mode, d), Code: code, Mode: mode, Out: program.VectorOf(program.DTypeFloat32, n),
			}}
			o.OutView = o.Out.Whole()
			o.operand(program.RoleX, matrix, x)
			if mode == program.ModeDot {
				o.operand(program.RoleY, matrix, y)
			}
			want := make([]float32, n)
			reference(want)
			o.equal(t, want)
		}
		reduce(program.OpRowReduce, program.ModeSum, rows, func(dst []float32) { numeric.RowSum(dst, x, rows, width) })
		reduce(program.OpRowReduce, program.ModeDot, rows, func(dst []float32) { numeric.RowDot(dst, x, y, rows, width) })
		reduce(program.OpRowReduce, program.ModeMax, rows, func(dst []float32) { numeric.RowMax(dst, x, rows, width) })
		reduce(program.OpColumnReduce, program.ModeSum, width, func(dst []float32) { numeric.ColumnSum(dst, x, rows, width) })
		reduce(program.OpColumnReduce, program.ModeDot, width, func(dst []float32) { numeric.ColumnDot(dst, x, y, rows, width) })
		grid := numeric.Grid{G: 1, R: rows, W: width}
		reduce(program.OpTileReduce, program.ModeSum, grid.Tiles(), func(dst []float32) { numeric.TileSum(dst, x, grid) })
		reduce(program.OpTileReduce, program.ModeSqsum, grid.Tiles(), func(dst []float32) { numeric.TileSqSum(dst, x, grid) })
	}
}

// TestEqualMaps computes tanh(fma(x, row, col)) · exp(−|x|) − record for every length of a row.
func TestEqualMaps(t *testing.T) {
	r := rand.New(rand.NewPCG(37, 38))
	code := []numeric.Instruction{
		{Op: numeric.MapOperand, A: 0}, {Op: numeric.MapOperand, A: 1}, {Op: numeric.MapOperand, A: 2}, {Op: numeric.MapFMA, A: 0, B: 1, C: 2},
		{Op: numeric.MapTanh, A: 3}, {Op: numeric.MapAbs, A: 0}, {Op: numeric.MapNeg, A: 5}, {Op: numeric.MapExp, A: 6}, {Op: numeric.MapMul, A: 4, B: 7},
		{Op: numeric.MapOperand, A: 3, B: 2}, {Op: numeric.MapSub, A: 8, B: 9},
	}
	for i, width := range append(lengths, 4099) {
		rows := []int{1, 3, 17, 67}[i%4]
		shape := program.ListOf(2, rows, width)
		x, row, col, rec := random(r, true, shape.Words()), random(r, false, width), random(r, false, 2*rows), random(r, false, 5)
		o := operation{Operator: program.Operator{
			Name: fmt.Sprintf("map of 2x%dx%d", rows, width), Code: program.OpMap, Mode: program.ModePlain, Out: shape, OutView: shape.Whole(), Instructions: code,
		}}
		o.operand(program.RoleFull, shape, x)
		o.operand(program.RoleRow, program.VectorOf(program.DTypeFloat32, width), row)
		o.operand(program.RoleCol, program.VectorOf(program.DTypeFloat32, 2*rows), col)
		o.operand(program.RoleRec, program.VectorOf(program.DTypeFloat32, 5), rec)
		want := make([]float32, shape.Words())
		numeric.Map(want, 2, rows, width, code, nil, []numeric.Operand{
			{Role: numeric.Full, Floats: x}, {Role: numeric.Row, Floats: row}, {Role: numeric.Col, Floats: col}, {Role: numeric.Rec, Floats: rec},
		})
		o.equal(t, want)
	}
}

func TestEqualScatterAdd(t *testing.T) {
	r := rand.New(rand.NewPCG(39, 40))
	for i, n := range append(lengths, 1031) {
		values, width := oneOf(r, lengths[:12]), oneOf(r, lengths[:16])
		x, index := random(r, i%2 == 0, n*width), make([]float32, n)
		for k := range index {
			index[k] = math.Float32frombits(r.Uint32N(uint32(values) + 1)) // now and then out of range
		}
		o := operation{Operator: program.Operator{
			Name: fmt.Sprintf("scatter_add of %d rows of %d to %d", n, width, values), Code: program.OpScatterAdd, Mode: program.ModeIndex,
			Out: program.MatrixOf(values, width), OutView: program.MatrixOf(values, width).Whole(),
		}}
		o.operand(program.RoleX, program.MatrixOf(n, width), x)
		o.operand(program.RoleIndex, program.VectorOf(program.DTypeUint32, n), index)
		want := make([]float32, values*width)
		numeric.ScatterAdd(want, x, asWords(index), values, width)
		o.equal(t, want)
	}
}
