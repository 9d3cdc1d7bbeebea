package gadget

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/consensys/gnark/frontend"

	"github.com/commonweight/commonweight/train/numeric"
)

// reductions are whole reductions of two rows of so many terms beside their native twins.
var reductions = []struct {
	name   string
	gadget func(u *Unit, x, y []*Float) *Float
	native func(x, y []float32) float32
}{
	{"dot", (*Unit).Dot, func(x, y []float32) float32 {
		var out [1]float32
		numeric.ColumnDot(out[:], x, y, len(x), 1)
		return out[0]
	}},
	{"sum", func(u *Unit, x, _ []*Float) *Float { return u.Sum(x) }, func(x, _ []float32) float32 {
		var out [1]float32
		numeric.ColumnSum(out[:], x, len(x), 1)
		return out[0]
	}},
	{"dot of lanes", (*Unit).DotLanes, func(x, y []float32) float32 {
		var out [1]float32
		numeric.RowDot(out[:], x, y, 1, len(x))
		return out[0]
	}},
	{"sum of lanes", func(u *Unit, x, _ []*Float) *Float { return u.SumLanes(x) }, func(x, _ []float32) float32 {
		var out [1]float32
		numeric.RowSum(out[:], x, 1, len(x))
		return out[0]
	}},
	{"greatest of lanes", func(u *Unit, x, _ []*Float) *Float { return u.MaxLanes(x) }, func(x, _ []float32) float32 {
		var out [1]float32
		numeric.RowMax(out[:], x, 1, len(x))
		return out[0]
	}},
	{"squares of a tile", func(u *Unit, x, _ []*Float) *Float {
		return u.DotLanes(inColumns(x), inColumns(x))
	}, func(x, _ []float32) float32 {
		out := make([]float32, (len(x)+47)/48)
		numeric.TileSqSum(out, x, numeric.Grid{G: 1, R: (len(x) + 2) / 3, W: 3})
		return out[0]
	}},
}

// inColumns are the places of a tile three columns wide; what isn't there is absent.
func inColumns(x []*Float) []*Float {
	places := make([]*Float, 256)
	for n := range x[:min(len(x), 48)] {
		places[n/3*16+n%3] = x[n]
	}
	return places
}

func TestReductionsAreTheirTwins(t *testing.T) {
	for _, terms := range []int{1, 2, 15, 16, 17, 33, 48, 512, 513, 530} {
		for _, d := range reductions {
			if d.name == "squares of a tile" && terms%3 != 0 {
				continue
			}
			c := compile(t, Binary32, 1, 2*terms, 1, func(u *Unit, in []frontend.Variable) []frontend.Variable {
				x, y := make([]*Float, terms), make([]*Float, terms)
				for i := range terms {
					x[i], y[i] = u.Decode(in[i]), u.Decode(in[terms+i])
				}
				return []frontend.Variable{u.Word(d.gadget(u, x, y))}
			})
			r := rand.New(rand.NewPCG(7, uint64(terms)))
			for n := range 3 {
				x, y := make([]float32, terms), make([]float32, terms)
				for i := range x {
					x[i], y[i] = float32(r.NormFloat64()), float32(r.NormFloat64())
					switch n {
					case 1: // signs of zeros
						x[i], y[i] = 0, float32(math.Copysign(1, r.NormFloat64()))
						x[i] = float32(math.Copysign(0, r.NormFloat64()))
					case 2: // an order that shows
						x[i] = []float32{1 << 24, 1, -1 << 24, 0x1p-140}[r.IntN(4)]
					}
				}
				var in []uint64
				for _, v := range append(append([]float32{}, x...), y...) {
					in = append(in, uint64(math.Float32bits(v)))
				}
				want := math.Float32bits(d.native(x, y))
				if err := c.solve(in, []uint64{uint64(want)}); err != nil {
					t.Errorf("%s of %d terms, case %d: %v", d.name, terms, n, err)
				}
				if n == 0 && c.solve(in, []uint64{uint64(want ^ 1)}) == nil {
					t.Errorf("%s of %d terms: another result is accepted", d.name, terms)
				}
			}
		}
	}
}
