package gadget

import (
	"testing"

	"github.com/consensys/gnark/frontend"
)

// decoded counts an operation's constraints beside operands that are decoded and were asked for all that is asked of them once.
func decoded(t *testing.T, inputs int, gadget func(u *Unit, x []*Float)) int {
	count := func(times int) int {
		return compile(t, Binary32, 1, inputs, 0, func(u *Unit, in []frontend.Variable) []frontend.Variable {
			x := make([]*Float, inputs)
			for i := range x {
				x[i] = u.Decode(in[i])
				u.signedOf(x[i])
				u.nonzeroOf(x[i])
			}
			for range times {
				gadget(u, x)
			}
			return nil
		}).system.GetNbConstraints()
	}
	return (count(12) - count(2)) / 10
}

// TestCounts is what docs/circuits.md says.
func TestCounts(t *testing.T) {
	for _, c := range []struct {
		name   string
		inputs int
		want   int
		gadget func(u *Unit, x []*Float)
	}{
		{"fma", 3, 30, func(u *Unit, x []*Float) { u.FMA(x[0], x[1], x[2]) }},
		{"fma in a chain, its sign included", 3, 28, func(u *Unit, x []*Float) { u.signedOf(u.Chain(x[0], x[1], x[2])) }},
		{"add", 2, 24, func(u *Unit, x []*Float) { u.Add(x[0], x[1]) }},
		{"add in a chain, its sign included", 2, 23, func(u *Unit, x []*Float) { u.signedOf(u.ChainAdd(x[0], x[1])) }},
		{"mul", 2, 19, func(u *Unit, x []*Float) { u.Mul(x[0], x[1]) }},
		{"div", 2, 22, func(u *Unit, x []*Float) { u.Div(x[0], x[1]) }},
		{"sqrt", 1, 19, func(u *Unit, x []*Float) { u.Sqrt(x[0]) }},
		{"gt", 2, 7, func(u *Unit, x []*Float) { u.GT(x[0], x[1]) }},
		{"max", 2, 10, func(u *Unit, x []*Float) { u.Max(x[0], x[1]) }},
		{"relu", 1, 4, func(u *Unit, x []*Float) { zero := u.float(0); u.Select(u.GT(zero, x[0]), zero, x[0]) }},
		{"select", 3, 3, func(u *Unit, x []*Float) { u.Select(u.nonzeroOf(x[0]), x[1], x[2]) }},
		{"exp", 1, 322, func(u *Unit, x []*Float) { u.Exp(x[0]) }},
		{"log", 1, 440, func(u *Unit, x []*Float) { u.Log(x[0]) }},
		{"tanh", 1, 614, func(u *Unit, x []*Float) { u.Tanh(x[0]) }},
		{"decode", 1, 6, func(u *Unit, x []*Float) { u.Decode(u.api.Add(u.Word(x[0]), 1)) }},
		{"a product's term", 40, 27, func(u *Unit, x []*Float) { dots(u, x) }},
	} {
		n := decoded(t, c.inputs, c.gadget)
		if c.name == "a product's term" {
			n /= 20
		}
		if n != c.want {
			t.Errorf("%s: %d constraints, docs/circuits.md says %d", c.name, n, c.want)
		}
	}
	for name, n := range map[string]int{"fma": 55, "add": 38, "mul": 31} {
		for i := range operations {
			if o := &operations[i]; o.name == name {
				if got := perCase(t, Binary32, o.inputs, 1, o.build) - 1; got != n {
					t.Errorf("%s of fresh words: %d constraints, docs/circuits.md says %d", name, got, n)
				}
			}
		}
	}
}

// TestReductionCounts is what the reductions' comments say, of 40 terms.
func TestReductionCounts(t *testing.T) {
	const terms = 40
	for _, c := range []struct {
		name   string
		want   int
		gadget func(u *Unit, x []*Float)
	}{
		{"dot", 28*(terms-1) + 20 + 2, func(u *Unit, x []*Float) { u.Dot(x[:terms], x[terms:]) }},
		{"sum", 23*(terms-1) + 2, func(u *Unit, x []*Float) { u.Sum(x[:terms]) }},
		{"dot of lanes", 28*(terms-lanes) + 20*lanes + 23*(lanes-1) + 2, func(u *Unit, x []*Float) { u.DotLanes(x[:terms], x[terms:]) }},
		{"sum of lanes", 23*(terms-1) + 2, func(u *Unit, x []*Float) { u.SumLanes(x[:terms]) }},
		{"greatest of lanes", 10*(terms-1) + 3, func(u *Unit, x []*Float) { u.MaxLanes(x[:terms]) }},
	} {
		if n := decoded(t, 2*terms, c.gadget); n != c.want {
			t.Errorf("%s: %d constraints, its comment says %d", c.name, n, c.want)
		}
	}
}

// TestProductsAreWithinBounds: at most 60 constraints for a fused multiply-add of fresh words, at most 40 in a matrix product, decoding and the
// final additions included.
func TestProductsAreWithinBounds(t *testing.T) {
	if got := perCase(t, Binary32, 3, 1, operations[0].build) - 1; operations[0].name != "fma" || got > 60 {
		t.Errorf("%s of fresh words: %d constraints", operations[0].name, got)
	}
	for _, n := range []int{4, 8} {
		product := func(u *Unit, in []frontend.Variable) []frontend.Variable {
			x := make([]*Float, len(in))
			for i := range in {
				x[i] = u.Decode(in[i])
			}
			var out []frontend.Variable
			for i := range n {
				for j := range n {
					column := make([]*Float, n)
					for k := range n {
						column[k] = x[n*n+k*n+j]
					}
					out = append(out, u.Word(u.Dot(x[i*n:(i+1)*n], column)))
				}
			}
			return out
		}
		one, two := compile(t, Binary32, 1, 2*n*n, n*n, product), compile(t, Binary32, 2, 2*n*n, n*n, product)
		each := float64(two.system.GetNbConstraints()-one.system.GetNbConstraints()-n*n) / float64(n*n*n)
		t.Logf("%d×%d by %d×%d: %.1f constraints per multiply-add", n, n, n, n, each)
		if each > 40 {
			t.Errorf("%d×%d by %d×%d: %.1f constraints per multiply-add", n, n, n, n, each)
		}
	}
}

// dots is a product of 20 terms.
func dots(u *Unit, x []*Float) { u.Dot(x[:20], x[20:]) }
