package gadget

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/consensys/gnark/frontend"

	"github.com/commonweight/commonweight/train/numeric"
)

// operation is one gadget beside its native twin.
type operation struct {
	name   string
	inputs int
	most   int // constraints of a case with fresh operands, the comparison of its output included
	gadget func(u *Unit, x []*Float) *Float
	native func(x []float32) float32
	draw   func(r *rand.Rand, x []uint32) // makes awkward words fit; may be nil
}

var operations = []operation{
	{"fma", 3, 62, func(u *Unit, x []*Float) *Float { return u.FMA(x[0], x[1], x[2]) },
		func(x []float32) float32 { return numeric.FMA(x[0], x[1], x[2]) }, nearCancel},
	{"chain", 3, 62, func(u *Unit, x []*Float) *Float { return u.PlusZero(u.Chain(x[0], x[1], x[2])) },
		func(x []float32) float32 { return numeric.Add(numeric.FMA(x[0], x[1], x[2]), 0) }, nearCancel},
	{"add", 2, 45, func(u *Unit, x []*Float) *Float { return u.Add(x[0], x[1]) },
		func(x []float32) float32 { return numeric.Add(x[0], x[1]) }, nil},
	{"sub", 2, 45, func(u *Unit, x []*Float) *Float { return u.Sub(x[0], x[1]) },
		func(x []float32) float32 { return numeric.Sub(x[0], x[1]) }, nil},
	{"mul", 2, 40, func(u *Unit, x []*Float) *Float { return u.Mul(x[0], x[1]) },
		func(x []float32) float32 { return numeric.Mul(x[0], x[1]) }, nil},
	{"div", 2, 55, func(u *Unit, x []*Float) *Float { return u.Div(x[0], x[1]) },
		func(x []float32) float32 { return numeric.Div(x[0], x[1]) }, nearQuotient},
	{"sqrt", 1, 35, func(u *Unit, x []*Float) *Float { return u.Sqrt(x[0]) },
		func(x []float32) float32 { return numeric.Sqrt(x[0]) }, nearSquare},
	{"gt", 2, 30, func(u *Unit, x []*Float) *Float { return u.Flag(u.GT(x[0], x[1])) },
		func(x []float32) float32 { return numeric.GT(x[0], x[1]) }, nearEqual},
	{"ge", 2, 30, func(u *Unit, x []*Float) *Float { return u.Flag(u.GE(x[0], x[1])) },
		func(x []float32) float32 { return numeric.GE(x[0], x[1]) }, nearEqual},
	{"max", 2, 35, func(u *Unit, x []*Float) *Float { return u.Max(x[0], x[1]) },
		func(x []float32) float32 { return numeric.Max(x[0], x[1]) }, nearEqual},
	{"select", 3, 40, func(u *Unit, x []*Float) *Float { return u.Select(u.Truth(x[0]), x[1], x[2]) },
		func(x []float32) float32 { return numeric.Select(x[0], x[1], x[2]) }, nil},
	{"exp", 1, 450, func(u *Unit, x []*Float) *Float { return u.Exp(x[0]) },
		func(x []float32) float32 { return numeric.Exp(x[0]) }, moderate},
	{"log", 1, 600, func(u *Unit, x []*Float) *Float { return u.Log(x[0]) },
		func(x []float32) float32 { return numeric.Log(x[0]) }, positive},
	{"tanh", 1, 900, func(u *Unit, x []*Float) *Float { return u.Tanh(x[0]) },
		func(x []float32) float32 { return numeric.Tanh(x[0]) }, moderate},
}

// nearQuotient makes the dividend nearly a multiple of the divisor, every other time.
func nearQuotient(r *rand.Rand, x []uint32) {
	if r.IntN(2) == 0 {
		return
	}
	p := math.Float32bits(numeric.Mul(math.Float32frombits(x[1]), math.Float32frombits(awkward(r))))
	if provable(p) && p&0x7fffffff > 64 {
		x[0] = p + uint32(r.IntN(3)) - 1
	}
}

// nearSquare makes the number nearly a square, every other time.
func nearSquare(r *rand.Rand, x []uint32) {
	if x[0] != 0x80000000 {
		x[0] &= 0x7fffffff
	}
	if root := math.Float32frombits(x[0]); r.IntN(2) == 0 {
		if b := math.Float32bits(numeric.Mul(root, root)); provable(b) && b > 64 {
			x[0] = b + uint32(r.IntN(3)) - 1
		}
	}
}

// nearEqual makes two words equal, or next to one another, or each other's negative.
func nearEqual(r *rand.Rand, x []uint32) {
	switch r.IntN(4) {
	case 0:
		x[1] = x[0]
	case 1:
		x[1] = x[0] ^ 0x80000000
	case 2:
		if x[0]&0x7fffffff > 1 {
			x[1] = x[0] - 1
		}
	}
}

// moderate makes the number one whose exponential is worth computing, mostly.
func moderate(r *rand.Rand, x []uint32) {
	if r.IntN(8) != 0 {
		x[0] = math.Float32bits(float32(r.NormFloat64() * math.Pow(2, float64(r.IntN(16)-8))))
	}
}

func positive(r *rand.Rand, x []uint32) {
	if x[0] &= 0x7fffffff; x[0] == 0 {
		x[0] = r.Uint32N(1<<22) + 1
	}
	if r.IntN(2) == 0 {
		x[0] = math.Float32bits(1 + float32(r.NormFloat64())/64)
	}
}

// nearCancel makes the addend nearly the product, every other time.
func nearCancel(r *rand.Rand, x []uint32) {
	if r.IntN(2) == 0 {
		return
	}
	p := -numeric.Mul(math.Float32frombits(x[0]), math.Float32frombits(x[1]))
	if b := math.Float32bits(p); provable(b) && b&0x7fffffff > 64 {
		x[2] = b + uint32(r.IntN(5)) - 2
	}
}

func (o *operation) build(u *Unit, in []frontend.Variable) []frontend.Variable {
	x := make([]*Float, len(in))
	for i := range in {
		x[i] = u.Decode(in[i])
	}
	return []frontend.Variable{u.Word(o.gadget(u, x))}
}

// batch draws cases whose result has a proof.
func (o *operation) batch(r *rand.Rand, cases int) (in, out []uint64) {
	for len(out) < cases {
		x, f := make([]uint32, o.inputs), make([]float32, o.inputs)
		for i := range x {
			x[i] = awkward(r)
		}
		if o.draw != nil {
			o.draw(r, x)
		}
		for i := range x {
			f[i] = math.Float32frombits(x[i])
		}
		result := math.Float32bits(o.native(f))
		if !provable(result) {
			continue
		}
		for _, w := range x {
			in = append(in, uint64(w))
		}
		out = append(out, uint64(result))
	}
	return in, out
}

func TestOperationsAreTheirTwins(t *testing.T) {
	for _, o := range operations {
		t.Run(o.name, func(t *testing.T) {
			cases := max(1000*60/o.most, 50)
			c := compile(t, Binary32, cases, o.inputs, 1, o.build)
			r := rand.New(rand.NewPCG(1, uint64(o.inputs)))
			for n := 0; n < max(2, *campaign/cases); n++ {
				in, out := o.batch(r, cases)
				if err := c.solve(in, out); err != nil {
					for i := range out {
						one := compile(t, Binary32, 1, o.inputs, 1, o.build)
						x := in[i*o.inputs : (i+1)*o.inputs]
						if err := one.solve(x, out[i:i+1]); err != nil {
							t.Fatalf("%x → %x: %v", x, out[i], err)
						}
					}
					t.Fatal(err)
				}
			}
			if n := perCase(t, Binary32, o.inputs, 1, o.build); n > o.most {
				t.Errorf("%d constraints, the most is %d", n, o.most)
			} else {
				t.Logf("%d constraints with fresh operands and a checked output", n)
			}
		})
	}
}
