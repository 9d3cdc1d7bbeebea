package cuda

import (
	"flag"
	"fmt"
	"math"
	"testing"

	"github.com/commonweight/commonweight/train/engine/cuda/plan"
	"github.com/commonweight/commonweight/train/engine/portable"
	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

var rounds = flag.Int("rounds", 100, "random operators that TestShapes compares")

// draw gives random numbers that are the same in every run.
type draw struct{ n uint32 }

func (d *draw) word() uint32 {
	d.n++
	return numeric.Philox([4]uint32{d.n, 7}, [2]uint32{})[0]
}

func (d *draw) below(n int) int { return int(d.word() % uint32(n)) }

// words are adversarial in every third tensor: infinities, NaN, subnormal numbers, zeros with signs, and numbers that cancel.
func (d *draw) words(n int) []float32 {
	list, wild := make([]float32, n), d.below(3) == 0
	for i := range list {
		u := d.word()
		switch {
		case wild && u%7 == 0:
			list[i] = math.Float32frombits([]uint32{0x7f800000, 0xff800000, 0x7fc00000, 0x80000000, 1, 0x007fffff, 0x7f7fffff, 0x4b800000}[u>>8%8])
		case wild && u%7 == 1:
			list[i] = math.Float32frombits(u)
		default:
			list[i] = math.Float32frombits(u&0x807fffff | (118+u>>23&15)<<23)
		}
	}
	return list
}

// TestShapes compares random operators on random shapes with the reference: one, primes, what lies on and beside the edges of tiles, blocks
// and chunks, tall and flat, in any shape and split of products.
func TestShapes(t *testing.T) {
	slow(t)
	d := &draw{}
	edges := []int{1, 2, 3, 7, 15, 16, 17, 31, 33, 63, 64, 65, 97, 127, 128, 129, 131, 260}
	depths := []int{1, 2, 5, 7, 8, 9, 15, 16, 17, 64, 511, 512, 513, 527, 1023, 1024, 1025, 1100}
	for round := range *rounds {
		b := &conformer{p: &program.Program{LearningRates: []float32{0}}, s: &program.State{}}
		r, w, k := edges[d.below(len(edges))], edges[d.below(len(edges))], depths[d.below(len(depths))]
		if r*w*k > 1<<22 {
			r = 1 + r%17
		}
		vector := func(n int) program.Shape { return program.VectorOf(program.DTypeFloat32, n) }
		x := func(role program.Role, s program.Shape) operand { return operand{role, s, d.words(s.Words())} }
		o := program.Operator{Mode: program.ModeSum}
		switch kind := d.below(8); kind {
		case 0, 1, 2:
			o.Code, o.Mode, o.Out = program.OpMatmul, []program.Mode{program.ModeNN, program.ModeNT, program.ModeTN}[kind], program.MatrixOf(r, w)
			left, right := program.MatrixOf(r, k), program.MatrixOf(k, w)
			if o.Mode == program.ModeTN {
				left = program.MatrixOf(k, r)
			}
			if o.Mode == program.ModeNT {
				right = program.MatrixOf(w, k)
			}
			o.Attributes[program.AttributeMatmulCausal] = d.word() & 1
			b.add(o, x(program.RoleA, left), x(program.RoleB, right))
		case 3, 4:
			s := program.MatrixOf(k, w)
			o.Code, o.Out = program.OpColumnReduce, vector(w)
			of := []operand{x(program.RoleX, s)}
			if kind == 4 {
				o.Mode, of = program.ModeDot, append(of, x(program.RoleY, s))
			}
			b.add(o, of...)
		case 5:
			s := program.ListOf(1+r%3, 1+w%40, k)
			o.Code, o.Out = program.OpRowReduce, vector(s.G*s.R)
			o.Mode = []program.Mode{program.ModeSum, program.ModeMax}[d.below(2)]
			b.add(o, x(program.RoleX, s))
		case 6:
			s := program.ListOf(1+d.below(3), r, w)
			if d.below(3) == 0 {
				s = vector(r * w)
			}
			o.Code, o.Out = program.OpTileReduce, vector(s.Tiles())
			o.Mode = []program.Mode{program.ModeSum, program.ModeSqsum}[d.below(2)]
			b.add(o, x(program.RoleX, s))
		default:
			s, values := program.MatrixOf(k, 1+w%20), 1+r%30
			index := operand{program.RoleIndex, vector(k), make([]float32, k)}
			for i := range index.words {
				index.words[i] = math.Float32frombits(uint32(d.below(values + 2)))
			}
			o.Code, o.Mode, o.Out = program.OpScatterAdd, program.ModeIndex, program.MatrixOf(values, s.W)
			of := []operand{x(program.RoleX, s), index}
			if d.below(3) == 0 {
				o.Mode, of = program.ModeIota, of[:1]
				o.Attributes[program.AttributeScatterAddModulus] = uint32(values)
			}
			b.add(o, of...)
		}
		p, s := b.finish()
		name := fmt.Sprintf("round %d: %s %+v of %+v", round, p.Operators[0].Name, p.Operators[0].Out, p.Operators[0].Operands[0].Shape)
		reference, err := portable.New(p, nil)
		if err != nil {
			t.Fatal(err)
		}
		var want []uint32
		if err := reference.Outputs(t.Context(), s, 1, func(_ int, words []uint32) error { want = append(want, words...); return nil }); err != nil {
			t.Fatal(err)
		}
		o1 := plan.Options{Shape: d.below(plan.Shapes + 1), Split: d.below(4)}
		for _, e := range engines(t, p, nil, o1) {
			after := s.Clone()
			step(t, e, after)
			for i, got := range wordsOf(after.Tensors[0]) {
				if got != want[i] {
					t.Fatalf("%s, %+v: word %d is %08x, want %08x", name, o1, i, got, want[i])
				}
			}
		}
	}
}
