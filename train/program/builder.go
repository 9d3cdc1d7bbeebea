package program

import "fmt"

// value is a tensor that operators may read.
type value struct {
	source Source
	index  int
	shape  Shape
}

// seen is a value through a view.
type seen struct {
	value
	view ViewSpec
}

// whole shows all of a value.
func (v value) whole() seen { return seen{v, v.shape.Whole()} }

// heads shows the part of a matrix from column col0 on as g0·g1 matrices [r, w]: g1 side by side, g0 below one another.
func (v value) heads(col0, g0, g1, r, w int) seen {
	return seen{v, ViewSpec{Stride: v.shape.W, Col0: col0, G0: g0, G1: g1, R: r, W: w}}
}

func (s seen) operand(role Role) Operand {
	return Operand{Source: s.source, Index: s.index, Role: role, Shape: s.shape, View: s.view}
}

func (v value) operand(role Role) Operand { return v.whole().operand(role) }

// MaxTerms is the length of the longest reduction: 1024 chunks.
const MaxTerms = 1 << 19

// maxTensorWords bounds every output, so that its words and tiles can be counted in 32 bits.
const maxTensorWords = 1<<31 - 1

// builder appends operators and checks their shapes. It keeps the first mistake and goes on with shapes as asked, so that models read
// as straight lists; Compile returns the mistake.
type builder struct {
	spec      Spec
	operators []Operator
	layout    []TensorSpec
	rates     []float32
	prefix    string // of the names of what is appended
	err       error
}

func (b *builder) fail(name, format string, arguments ...any) {
	if b.err == nil {
		b.err = fmt.Errorf("operator %d %s: %s", len(b.operators), name, fmt.Sprintf(format, arguments...))
	}
}

// emit appends the operator and returns its output.
func (b *builder) emit(o Operator) value {
	o.Name = b.prefix + o.Name
	if o.OutView == (ViewSpec{}) {
		o.OutView = o.Out.Whole()
	}
	if o.Code != OpState && (o.Out.G < 1 || o.Out.R < 1 || o.Out.W < 1 || !bounded(o.Out.G, o.Out.R, o.Out.W)) {
		b.fail(o.Name, "its output is %d×[%d,%d]", o.Out.G, o.Out.R, o.Out.W)
	}
	if len(o.Operands) > MaxOperands {
		b.fail(o.Name, "%d operands, the most is %d", len(o.Operands), MaxOperands)
	}
	b.operators = append(b.operators, o)
	return value{SourceTrace, len(b.operators) - 1, o.Out}
}

// bounded says whether the product of positive factors is at most maxTensorWords.
func bounded(factors ...int) bool {
	product := 1
	for _, f := range factors {
		if f > maxTensorWords/product {
			return false
		}
		product *= f
	}
	return true
}

// checkTerms refuses a reduction that is too long to be disputed.
func (b *builder) checkTerms(name string, k int) {
	if k < 1 || k > MaxTerms {
		b.fail(name, "a reduction of %d terms, the most is %d", k, MaxTerms)
	}
}

// checkView refuses a view that leaves its tensor, or that could cut a block of 16 terms between two tiles.
func (b *builder) checkView(name string, s Shape, v ViewSpec) {
	g := v.G0 * v.G1
	switch {
	case s.Vector || s.DType != DTypeFloat32:
		b.fail(name, "a product takes matrices of float32")
	case v.Stride != s.W || v.Col0+v.G1*v.W > s.W || v.G0*v.R > s.G*s.R:
		b.fail(name, "the view %+v leaves its tensor %+v", v, s)
	case v.Col0%16 != 0 || g > 1 && v != s.Whole() && (v.R%16 != 0 || v.W%16 != 0):
		b.fail(name, "the view %+v is not aligned to 16", v)
	}
}

// product is a matrix product whose result lies in out as the view says.
func (b *builder) product(name string, mode Mode, causal bool, x, y seen, out Shape, view ViewSpec) value {
	b.checkView(name, x.shape, x.view)
	b.checkView(name, y.shape, y.view)
	b.checkView(name, out, view)
	m, k, k2, n := x.view.R, x.view.W, y.view.R, y.view.W
	if mode == ModeTN {
		m, k = k, m
	}
	if mode == ModeNT {
		k2, n = n, k2
	}
	groups := view.G0 * view.G1
	if k != k2 || view.R != m || view.W != n || x.view.G0*x.view.G1 != groups || y.view.G0*y.view.G1 != groups {
		b.fail(name, "%s of %+v and %+v does not give %+v", mode, x.view, y.view, view)
	}
	b.checkTerms(name, k)
	o := Operator{
		Name: name, Code: OpMatmul, Mode: mode, Out: out, OutView: view,
		Operands: []Operand{x.operand(RoleA), y.operand(RoleB)},
	}
	if causal {
		o.Attributes[AttributeMatmulCausal] = 1
	}
	return b.emit(o)
}

// matmul is the product of two whole matrices.
func (b *builder) matmul(name string, mode Mode, x, y value) value {
	r, w := x.shape.R, y.shape.W
	if mode == ModeTN {
		r = x.shape.W
	}
	if mode == ModeNT {
		w = y.shape.R
	}
	out := MatrixOf(r, w)
	return b.product(name, mode, false, x.whole(), y.whole(), out, out.Whole())
}

// reduce appends a reduction of x, or of x and y.
func (b *builder) reduce(name string, code Opcode, mode Mode, out Shape, terms int, of ...value) value {
	roles := []Role{RoleX, RoleY}
	b.checkTerms(name, terms)
	if (len(of) == 2) != (mode == ModeDot) || of[0].shape != of[len(of)-1].shape || of[0].shape.DType != DTypeFloat32 {
		b.fail(name, "%s %s of %+v", code, mode, of)
	}
	o := Operator{Name: name, Code: code, Mode: mode, Out: out}
	for i, v := range of {
		o.Operands = append(o.Operands, v.operand(roles[i]))
	}
	return b.emit(o)
}

// columns reduces the columns of a matrix: [r, w] → [w].
func (b *builder) columns(name string, mode Mode, of ...value) value {
	s := of[0].shape
	if s.Vector || s.G != 1 {
		b.fail(name, "columns of %+v", s)
	}
	return b.reduce(name, OpColumnReduce, mode, VectorOf(DTypeFloat32, s.W), s.R, of...)
}

// rows reduces the rows of a list: g×[r, w] → [g·r].
func (b *builder) rows(name string, mode Mode, of ...value) value {
	s := of[0].shape
	if s.Vector {
		b.fail(name, "rows of %+v", s)
	}
	return b.reduce(name, OpRowReduce, mode, VectorOf(DTypeFloat32, s.G*s.R), s.W, of...)
}

// tiles reduces each tile to one word.
func (b *builder) tiles(name string, mode Mode, x value) value {
	return b.reduce(name, OpTileReduce, mode, VectorOf(DTypeFloat32, x.shape.Tiles()), 256, x)
}

// total is tile.sum until one word is left.
func (b *builder) total(name string, x value) value {
	for level := 0; x.shape.W > 1; level++ {
		x = b.tiles(fmt.Sprintf("%s.%d", name, level), ModeSum, x)
	}
	return x
}

// apply appends a map; the first operand has the result's shape.
func (b *builder) apply(name string, e *expression, of ...value) value {
	if err := e.check(); err != nil {
		b.fail(name, "%s: %s", e.name, err)
	}
	if len(of) != len(e.roles) {
		b.fail(name, "%s takes %d operands, not %d", e.name, len(e.roles), len(of))
		of = of[:1]
	}
	out := of[0].shape
	o := Operator{
		Name: name, Code: OpMap, Mode: ModePlain, Out: out,
		Constants: e.constants, Instructions: e.code, Expression: e.name,
	}
	for i, v := range of {
		s := v.shape
		fits := s.Vector
		switch e.roles[i] {
		case RoleFull:
			fits = s == out && s.DType == DTypeFloat32
		case RoleRow:
			fits = fits && s.W == out.W && !out.Vector
		case RoleCol:
			fits = fits && s.W == out.G*out.R && !out.Vector
		case RoleRec:
			for _, in := range e.code {
				fits = fits && (!loads(in, i) || int(in.B) < s.W)
			}
		}
		if !fits {
			b.fail(name, "operand %d of %s is %+v, the result %+v", i, e.name, s, out)
		}
		o.Operands = append(o.Operands, v.operand(e.roles[i]))
	}
	return b.emit(o)
}
