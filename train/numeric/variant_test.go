package numeric

import (
	"math"
	"testing"
)

// variant is a second reading of the reductions, element by element and with nothing shared but the scalars. As profile it is the rule;
// with one field changed it is a mutant, a mistake an engine could make.
type variant struct {
	name        string
	chunk       int
	lanes       int
	descending  bool // terms of a chain run from high k to low
	unfused     bool // products are rounded
	noFinalZero bool // the last addition of +0 is missing
	flush       bool // subnormal operands and results become 0
	skipZeros   bool // terms whose product is ±0 are skipped, and empty chunks with them: allowed
}

var profile = variant{name: "profile", chunk: 512, lanes: 16}

// zero replaces a subnormal number by a zero of its sign, if the variant flushes.
func (v variant) zero(x float32) float32 {
	if v.flush && x < 0x1p-126 && x > -0x1p-126 {
		return float32(math.Copysign(0, float64(x)))
	}
	return x
}

func (v variant) add(a, b float32) float32 { return v.zero(Add(v.zero(a), v.zero(b))) }

func (v variant) fma(a, b, c float32) float32 {
	a, b, c = v.zero(a), v.zero(b), v.zero(c)
	if v.unfused {
		return v.add(v.zero(Mul(a, b)), c)
	}
	return v.zero(FMA(a, b, c))
}

// term is x, or the product x·y.
type term struct {
	x, y    float32
	product bool
	absent  bool
}

func (v variant) take(acc float32, t term) float32 {
	switch {
	case t.absent:
		return acc
	case t.product:
		if v.skipZeros && (t.x == 0 || t.y == 0) {
			return acc
		}
		return v.fma(t.x, t.y, acc)
	default:
		return v.add(acc, t.x)
	}
}

func (v variant) finish(x float32) float32 {
	if v.noFinalZero {
		return x
	}
	return v.add(x, 0)
}

func (v variant) chain(terms []term) float32 {
	var result float32
	for q := 0; q*v.chunk < len(terms); q++ {
		chunk := terms[q*v.chunk : min((q+1)*v.chunk, len(terms))]
		var acc float32
		for k := range chunk {
			if v.descending {
				k = len(chunk) - 1 - k
			}
			acc = v.take(acc, chunk[k])
		}
		if q == 0 {
			result = acc
		} else {
			result = v.add(result, acc)
		}
	}
	return v.finish(result)
}

func (v variant) laneSum(terms []term) float32 {
	var result float32
	for q := 0; q*v.chunk < len(terms); q++ {
		s := make([]float32, v.lanes)
		for k, t := range terms[q*v.chunk : min((q+1)*v.chunk, len(terms))] {
			s[k%v.lanes] = v.take(s[k%v.lanes], t)
		}
		for h := v.lanes / 2; h > 0; h /= 2 {
			for l := range h {
				s[l] = v.add(s[l], s[l+h])
			}
		}
		if q == 0 {
			result = s[0]
		} else {
			result = v.add(result, s[0])
		}
	}
	return v.finish(result)
}

// greatest is the max reduction: order can't change it.
func (v variant) greatest(terms []term) float32 {
	result := float32(math.Inf(-1))
	for _, t := range terms {
		if v.zero(t.x) > result {
			result = v.zero(t.x)
		}
	}
	return v.finish(result)
}

// reduction says whether the variant can compute the case.
func (c *opCase) reduction() bool {
	switch c.Operator {
	case "matmul", "column_reduce", "scatter_add", "row_reduce", "tile_reduce":
		return true
	}
	return false
}

// run computes the result of a reduction.
func (v variant) run(c *opCase) words {
	out := make([]float32, c.Result.size())
	if c.Operator == "matmul" {
		v.matmul(c, c.Result.view(out))
		return bitsOf(out)
	}
	x := c.operand("x").Words.floats()
	y := x
	if o := c.operand("y"); o != nil {
		y = o.Words.floats()
	}
	product := c.Mode == "dot" || c.Mode == "sqsum"
	rows, width := c.operand("x").rows(), c.operand("x").width()
	for n := range out {
		var terms []term
		switch c.Operator {
		case "column_reduce":
			for r := range rows {
				terms = append(terms, term{x: x[r*width+n], y: y[r*width+n], product: product})
			}
			out[n] = v.chain(terms)
		case "scatter_add":
			for k, value := range c.index(rows) {
				terms = append(terms, term{x: x[k*width+n%width], absent: int(value) != n/width})
			}
			out[n] = v.chain(terms)
		case "row_reduce":
			for k := n * width; k < (n+1)*width; k++ {
				terms = append(terms, term{x: x[k], y: y[k], product: product})
			}
			if c.Mode == "max" {
				out[n] = v.greatest(terms)
			} else {
				out[n] = v.laneSum(terms)
			}
		case "tile_reduce":
			for _, word := range c.operand("x").grid().Tile(x, n) {
				terms = append(terms, term{x: word, y: word, product: product})
			}
			out[n] = v.laneSum(terms)
		}
	}
	return bitsOf(out)
}

func (v variant) matmul(c *opCase, out View) {
	a, b := c.operand("a").view(c.operand("a").Words.floats()), c.operand("b").view(c.operand("b").Words.floats())
	count := a.W
	if c.Mode == "tn" {
		count = a.R
	}
	at := func(v View, g, i, j int) float32 {
		return v.Data[((g/v.G1)*v.R+i)*v.Stride+v.Col0+(g%v.G1)*v.W+j]
	}
	for g := range out.Count() {
		for i := range out.R {
			for j := range out.W {
				var terms []term
				for k := 0; k < count && (c.Attributes["causal"] == 0 || j <= i); k++ {
					t := term{product: true}
					switch c.Mode {
					case "nn":
						t.x, t.y = at(a, g, i, k), at(b, g, k, j)
					case "nt":
						t.x, t.y = at(a, g, i, k), at(b, g, j, k)
					case "tn":
						t.x, t.y = at(a, g, k, i), at(b, g, k, j)
					}
					terms = append(terms, t)
				}
				out.Row(g, i)[j] = v.chain(terms)
			}
		}
	}
}

// mutant returns the profile with one change.
func mutant(name string, change func(*variant)) variant {
	v := profile
	v.name = name
	change(&v)
	return v
}

// TestMutantsFail shows, for each mistake and each operator that can make it, a committed vector that tells it from the reference.
func TestMutantsFail(t *testing.T) {
	chains := []string{"matmul.nn", "matmul.nt", "matmul.tn", "column_reduce.sum", "column_reduce.dot", "scatter_add.index"}
	lanes := []string{"row_reduce.sum", "row_reduce.dot"}
	tiles := []string{"tile_reduce.sum", "tile_reduce.sqsum"}
	join := func(lists ...[]string) (all []string) {
		for _, l := range lists {
			all = append(all, l...)
		}
		return all
	}
	for _, m := range []struct {
		variant
		operators []string
	}{
		{mutant("k descending", func(v *variant) { v.descending = true }), chains},
		{mutant("chunk 256", func(v *variant) { v.chunk = 256 }), join(chains, lanes)},
		{mutant("unfused", func(v *variant) { v.unfused = true }),
			[]string{"matmul.nn", "matmul.nt", "matmul.tn", "column_reduce.dot", "row_reduce.dot", "tile_reduce.sqsum"}},
		{mutant("without final +0", func(v *variant) { v.noFinalZero = true }),
			[]string{"matmul.nn", "matmul.nt", "matmul.tn", "column_reduce.dot", "row_reduce.dot", "row_reduce.max"}},
		{mutant("flush to zero", func(v *variant) { v.flush = true }), join(chains, lanes, tiles, []string{"row_reduce.max"})},
		{mutant("lanes of 8", func(v *variant) { v.lanes = 8 }), join(lanes, tiles)},
	} {
		for _, operator := range m.operators {
			caught := 0
			for _, c := range committedOperators(t).Cases {
				if c.Operator+"."+c.Mode == operator && !equalWords(m.run(&c), c.Result.Words) {
					caught++
				}
			}
			if caught == 0 {
				t.Errorf("%s: no vector of %s fails", m.name, operator)
			}
		}
	}
}

func equalWords(a, b words) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return len(a) == len(b)
}
