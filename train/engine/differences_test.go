package engine

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/train/program"
)

// ulp is half the distance of 1 and the next float32: what one rounding may add to a number, relative to it.
const ulp = 0x1p-24

// traced are the outputs of a step's operators before the optimiser, and its parameters, by name.
type traced struct {
	p      *program.Program
	index  map[string]int
	shapes map[string]program.Shape
	values map[string][]float64
}

// passes counts the operators before the optimiser.
func passes(p *program.Program) int {
	for i := range p.Operators {
		if strings.HasSuffix(p.Operators[i].Name, ".grad.sqsum") {
			return i
		}
	}
	return 0
}

// trace runs forward and backward pass on the portable engine, in float32.
func trace(t *testing.T, p *program.Program, payload []byte, s *program.State) *traced {
	t.Helper()
	v := &traced{p: p, index: map[string]int{}, shapes: map[string]program.Shape{}, values: map[string][]float64{}}
	wide := func(words []uint32, dtype program.DType) []float64 {
		out := make([]float64, len(words))
		for i, w := range words {
			if out[i] = float64(w); dtype == program.DTypeFloat32 {
				out[i] = float64(math.Float32frombits(w))
			}
		}
		return out
	}
	for i, tensor := range s.Tensors[:p.Parameters] {
		name := p.StateLayout[i].Name
		v.shapes[name] = p.StateLayout[i].Shape
		for _, x := range tensor {
			v.values[name] = append(v.values[name], float64(x))
		}
	}
	tracer, err := OpenTracer(Portable, p, payload, 1)
	if err != nil {
		t.Fatal(err)
	}
	if err := tracer.Outputs(t.Context(), s, passes(p), func(i int, words []uint32) error {
		o := &p.Operators[i]
		v.index[o.Name], v.shapes[o.Name], v.values[o.Name] = i, o.Out, wide(words, o.Out.DType)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return v
}

// of returns the value of an operator or a parameter.
func (v *traced) of(name string) []float64 {
	x, ok := v.values[name]
	if !ok {
		panic("no operator " + name)
	}
	return x
}

// piece is a function that the program differentiates: an operator or a layer. The program says how the loss depends on its results
// (upstream) and emits how it depends on its inputs.
type piece struct {
	name     string
	inputs   []input
	upstream []string // one for each result, "" for the loss itself
	forward  func(in [][]float64) [][]float64
}

// input is an argument of a piece and the operator whose output is the gradient by it, "" if nobody asks for it.
type input struct {
	name, gradient string
	// terms bounds the roundings of a gradient that is a sum of products: relative to the sum of their sizes, terms·ulp. Else bound does,
	// for element e.
	terms int
	bound func(e int) float64
	// only leaves out elements by which the program knowingly emits none; first are looked at always.
	only  func(e int) bool
	first []int
}

// mismatch says where the emitted gradient is another than the central difference.
type mismatch struct {
	where           string
	emitted, wanted float64
	tolerance       float64
}

// compare differentiates the piece in float64 at some places of each input, and count more at random. It returns the largest distance in
// tolerances, and the first that is beyond.
//
// Five points: (f(x−2h) − 8f(x−h) + 8f(x+h) − f(x+2h))/12h is h⁴/30·f⁽⁵⁾ away from the derivative, 3e-14·f⁽⁵⁾ here, and rounding in
// float64 adds at most 2^-41 of the sizes that are summed: both are nothing beside what float32 does.
func (v *traced) compare(pc piece, count int) (share float64, first *mismatch) {
	const h = 0x1p-10
	var in [][]float64
	for _, x := range pc.inputs {
		in = append(in, append([]float64{}, v.of(x.name)...))
	}
	up := make([][]float64, len(pc.upstream))
	for i, name := range pc.upstream {
		if up[i] = []float64{1}; name != "" {
			up[i] = v.of(name)
		}
	}
	dot := func(in [][]float64, size func(float64) float64) float64 {
		sum := 0.0
		for i, y := range pc.forward(in) {
			for e, x := range y {
				sum += size(up[i][e]) * size(x)
			}
		}
		return sum
	}
	itself := func(x float64) float64 { return x }
	noise := 0x1p-41 * dot(in, math.Abs)
	random := rand.New(rand.NewPCG(3, 3))
	for i, x := range pc.inputs {
		if x.gradient == "" {
			continue
		}
		gradient := v.of(x.gradient)
		sizes := make([][]float64, len(in))
		if x.terms > 0 {
			for k := range in {
				for _, value := range in[k] {
					sizes[k] = append(sizes[k], math.Abs(value))
				}
			}
		}
		places := append([]int{len(in[i]) - 1}, x.first...)
		for range count {
			places = append(places, random.IntN(len(in[i])))
		}
		for _, e := range places {
			if x.only != nil && !x.only(e) {
				continue
			}
			at := func(to []float64, value float64, in [][]float64, size func(float64) float64) float64 {
				was := to[e]
				to[e] = value
				sum := dot(in, size)
				to[e] = was
				return sum
			}
			near := func(steps float64) float64 { return at(in[i], in[i][e]+steps*h, in, itself) }
			want := (near(-2) - 8*near(-1) + 8*near(1) - near(2)) / (12 * h)
			tolerance := noise
			if x.terms > 0 {
				// A sum of products is linear in each factor: its slope at the sizes is the sum of the terms' sizes.
				tolerance += ulp * float64(x.terms) * (at(sizes[i], sizes[i][e]+1, sizes, math.Abs) - dot(sizes, math.Abs))
			} else {
				tolerance += x.bound(e)
			}
			apart := math.Abs(gradient[e] - want)
			share = max(share, apart/tolerance)
			if !(apart <= tolerance) && first == nil {
				first = &mismatch{fmt.Sprintf("%s: %s[%d]", pc.name, x.gradient, e), gradient[e], want, tolerance}
			}
		}
	}
	return share, first
}

// cone are the backward operators that a piece's gradients are made by.
func (v *traced) cone(pc piece) map[int]bool {
	found, stop := map[int]bool{}, map[int]bool{}
	for _, name := range pc.upstream {
		if name != "" {
			stop[v.index[name]] = true
		}
	}
	var visit func(i int)
	visit = func(i int) {
		if i <= v.p.Loss || stop[i] || found[i] {
			return
		}
		found[i] = true
		for _, x := range v.p.Operators[i].Operands {
			if x.Source == program.SourceTrace {
				visit(x.Index)
			}
		}
	}
	for _, x := range pc.inputs {
		if x.gradient != "" {
			visit(v.index[x.gradient])
		}
	}
	return found
}

// differentiable are programs with every operator that the compiler emits a backward for.
func differentiable(t *testing.T) map[string]func() (*program.Program, []byte, *program.State) {
	plain := program.Optimiser{Kind: program.OptimiserSGD, Clip: "1", LearningRate: program.Schedule{Kind: program.ScheduleConstant, Peak: "1e-3"}}
	all := map[string]func() (*program.Program, []byte, *program.State){
		"gpt": func() (*program.Program, []byte, *program.State) { return truthRun(t, plain) },
	}
	for _, name := range []string{"mlp relu momentum", "mlp gelu adamw, 600 records"} {
		all[name] = func() (*program.Program, []byte, *program.State) {
			p, payload := variants(t)[name]()
			s := p.Genesis()
			for i := range p.Parameters {
				for e := range s.Tensors[i] {
					s.Tensors[i][e] += float32(0.2 * math.Sin(float64(11*e+5*i)))
				}
			}
			return p, payload, s
		}
	}
	return all
}

// TestBackwardOfEveryOperator compares what the backward pass emits, in float32, with central differences of the same function in
// float64: operator by operator and layer by layer, with a tolerance from the roundings that there are. No backward operator is left out.
func TestBackwardOfEveryOperator(t *testing.T) {
	places := 20
	if testing.Short() {
		places = 2
	}
	for name, variant := range differentiable(t) {
		p, payload, s := variant()
		v := trace(t, p, payload, s)
		seen := map[int]bool{}
		for _, pc := range v.pieces() {
			share, wrong := v.compare(pc, places)
			if wrong != nil {
				t.Errorf("%s: %s is %.9g, the central difference %.9g ± %.1g", name, wrong.where, wrong.emitted, wrong.wanted, wrong.tolerance)
			}
			t.Logf("%-8s %-40s %.2f of the tolerance", name, pc.name, share)
			for i := range v.cone(pc) {
				seen[i] = true
			}
		}
		for i := p.Loss + 1; i < passes(p); i++ {
			if !seen[i] {
				t.Errorf("%s: nothing checks %s", name, p.Operators[i].Name)
			}
		}
	}
}
