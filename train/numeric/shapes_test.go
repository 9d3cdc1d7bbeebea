package numeric

import (
	"fmt"
	"runtime"
	"testing"
)

// lengths are the numbers of terms and of rows that fall on, just before and just after every edge.
var lengths = []int{1, 2, 3, 5, 7, 15, 16, 17, 31, 33, 64, 97, 255, 256, 257, 511, 512, 513, 527, 1023, 1024, 1025, 1500}

func (s *stream) pick(of []int) int { return of[s.below(len(of))] }

// randomCase makes a reduction of a random shape, with words of one kind.
func randomCase(s *stream, k kind) opCase {
	terms, many := s.pick(lengths), 1+s.below(20)
	kindOf := func(n int) words { return s.words(n, k) }
	switch s.below(5) {
	case 0:
		return randomProduct(s, k)
	case 1:
		c := opCase{Operator: "column_reduce", Mode: "sum", Result: result(1, 0, many), Operands: []tensor{matrix("x", 1, terms, many, kindOf(terms*many))}}
		if s.below(2) == 0 {
			c.Mode = "dot"
			c.Operands = append(c.Operands, matrix("y", 1, terms, many, kindOf(terms*many)))
		}
		return c
	case 2:
		c := opCase{Operator: "row_reduce", Mode: "sum", Result: result(1, 0, many), Operands: []tensor{matrix("x", 1, many, terms, kindOf(terms*many))}}
		switch s.below(3) {
		case 0:
			c.Mode = "dot"
			c.Operands = append(c.Operands, matrix("y", 1, many, terms, kindOf(terms*many)))
		case 1:
			c.Mode = "max"
		}
		return c
	case 3:
		index := make(words, terms)
		for n := range index {
			index[n] = uint32(s.below(many + 1))
		}
		return opCase{Operator: "scatter_add", Mode: "index", Result: result(1, many, 3),
			Operands: []tensor{matrix("x", 1, terms, 3, kindOf(terms*3)), vector("index", index)}}
	default:
		x := matrix("x", 1+s.below(3), s.pick(lengths[:10]), s.pick(lengths[:10]), nil)
		if s.below(3) == 0 {
			x = vector("x", make(words, s.pick(lengths)))
		}
		x.Words = kindOf(x.size())
		return opCase{Operator: "tile_reduce", Mode: []string{"sum", "sqsum"}[s.below(2)], Operands: []tensor{x}, Result: result(1, 0, x.grid().Tiles())}
	}
}

// randomProduct makes a product of lists or of heads, causal or not.
func randomProduct(s *stream, k kind) opCase {
	c := opCase{Operator: "matmul", Mode: []string{"nn", "nt", "tn"}[s.below(3)], Attributes: map[string]uint64{"causal": uint64(s.below(2))}}
	g0, g1, m, terms, n := 1+s.below(2), 1+s.below(2), 1+s.below(20), s.pick(lengths), 1+s.below(20)
	if g0*g1 > 1 {
		terms = s.pick(lengths[:10])
	}
	heads := func(role string, r, w int) tensor {
		before, after := s.below(3), s.below(3)
		t := matrix(role, 1, g0*r, before+g1*w+after, nil)
		t.View = &viewShape{before, g0, g1, r, w}
		if role != "" {
			t.Words = s.words(t.size(), k)
		}
		return t
	}
	a, b := heads("a", m, terms), heads("b", terms, n)
	if c.Mode == "tn" {
		a = heads("a", terms, m)
	}
	if c.Mode == "nt" {
		b = heads("b", n, terms)
	}
	c.Operands = []tensor{a, b}
	c.Result = matrix("", 1, g0*m, g1*n, nil)
	c.Result.View = &viewShape{0, g0, g1, m, n}
	return c
}

// TestShapes compares the reference with the element-by-element reading of the rules.
func TestShapes(t *testing.T) {
	s := newStream(20)
	for round := range 600 {
		k := []kind{ordinary, adversarial, finite, subnormal}[s.below(4)]
		c := randomCase(s, k)
		what := fmt.Sprintf("round %d: %s %s %v → %v", round, c.Operator, c.Mode, c.Operands[0].Shape, c.Result.Shape)
		got := c.run().floats()
		sameBits(t, what, got, profile.run(&c).floats())
	}
}

// TestZeroProductsMayBeSkipped shows what the final +0 is for: engines need not compute masked, padded or empty terms. Without it they
// would have to.
func TestZeroProductsMayBeSkipped(t *testing.T) {
	skipping := mutant("skipping", func(v *variant) { v.skipZeros = true })
	without := mutant("without final +0", func(v *variant) { v.noFinalZero = true })
	both := mutant("skipping without final +0", func(v *variant) { v.noFinalZero, v.skipZeros = true, true })
	s, told := newStream(21), false
	zeros := func(s *stream) uint32 {
		switch s.below(8) {
		case 0:
			return finite(s)
		case 1:
			return tiny(s) | s.word()&signBit
		default:
			return s.word() & signBit
		}
	}
	for range 3000 {
		terms := make([]term, s.pick(lengths))
		for k := range terms {
			f := s.floats(2, zeros)
			terms[k] = term{x: f[0], y: f[1], product: true}
		}
		sameBits(t, "skipped", []float32{skipping.chain(terms)}, []float32{profile.chain(terms)})
		told = told || bitsOf([]float32{both.chain(terms)})[0] != bitsOf([]float32{without.chain(terms)})[0]
	}
	if !told {
		t.Error("no case needs the final +0")
	}
}

// TestCoresDoNotMatter multiplies on one core and on four.
func TestCoresDoNotMatter(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	s := newStream(22)
	const m, k, n = 67, 600, 33
	a, b := Matrix(s.floats(m*k, finite), m, k), Matrix(s.floats(k*n, finite), k, n)
	results := [2][]float32{}
	for i, cores := range []int{1, 4} {
		runtime.GOMAXPROCS(cores)
		results[i] = make([]float32, m*n)
		Matmul(Matrix(results[i], m, n), a, b, NN, false)
	}
	sameBits(t, "four cores", results[1], results[0])
}

// TestNoTerms reduces nothing: the result is +0.
func TestNoTerms(t *testing.T) {
	dst := []float32{1, 1, 1, 1}
	Matmul(Matrix(dst, 2, 2), View{G0: 1, G1: 1, R: 2}, View{G0: 1, G1: 1, W: 2}, NN, false)
	sameBits(t, "matmul", dst, make([]float32, 4))
	dst = []float32{1, 1}
	ColumnSum(dst, nil, 0, 2)
	sameBits(t, "column sum", dst, make([]float32, 2))
	RowSum(dst, nil, 2, 0)
	sameBits(t, "row sum", dst, make([]float32, 2))
	ScatterAdd(dst, nil, nil, 2, 1)
	sameBits(t, "scatter add", dst, make([]float32, 2))
}

func TestWrongShapePanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a product of matrices that do not fit was computed")
		}
	}()
	x := make([]float32, 6)
	Matmul(Matrix(make([]float32, 4), 2, 2), Matrix(x, 2, 3), Matrix(x, 2, 3), NN, false)
}

func BenchmarkMatmul(b *testing.B) {
	const m, k, n = 256, 512, 512
	s := newStream(23)
	x, y := Matrix(s.floats(m*k, ordinary), m, k), Matrix(s.floats(k*n, ordinary), k, n)
	dst := Matrix(make([]float32, m*n), m, n)
	for b.Loop() {
		Matmul(dst, x, y, NN, false)
	}
	b.ReportMetric(float64(m*k*n*b.N)/b.Elapsed().Seconds()/1e6, "Mfma/s")
}

func BenchmarkMap(b *testing.B) {
	const rows, columns = 256, 1024
	m := &maker{stream: newStream(24)}
	m.maps()
	x := Operand{Role: Full, Words: m.words(rows*columns, ordinary)}
	dst := make([]float32, rows*columns)
	for _, c := range m.cases {
		if c.Name != "map gelu" {
			continue
		}
		for b.Loop() {
			Map(dst, 1, rows, columns, c.code(), c.Constants.floats(), []Operand{x})
		}
	}
	b.ReportMetric(float64(rows*columns*b.N)/b.Elapsed().Seconds()/1e6, "Melement/s")
}
