package program

import (
	"math"
	"testing"

	"github.com/commonweight/commonweight/train/numeric"
)

// interpreter computes a program in float64 with the mathematical functions. It knows the operators and nothing of models, so a gradient
// of the program that agrees with finite differences of its loss shows that the program differentiates itself rightly.
type interpreter struct {
	p       *Program
	payload []byte
	state   [][]float64
	values  [][]float64
}

// run computes operators 0 to last.
func (m *interpreter) run(last int) {
	m.values = make([][]float64, len(m.p.Operators))
	for i := range m.p.Operators[:last+1] {
		o := &m.p.Operators[i]
		m.values[i] = make([]float64, o.Out.Words())
		m.execute(o, m.values[i])
	}
}

func (m *interpreter) tensor(x Operand) []float64 {
	if x.Source == SourceTrace {
		return m.values[x.Index]
	}
	return m.state[x.Index]
}

// at is the word of element (g, i, j) of a view.
func (v ViewSpec) at(g, i, j int) int {
	return (g/v.G1*v.R+i)*v.Stride + v.Col0 + g%v.G1*v.W + j
}

func (m *interpreter) execute(o *Operator, out []float64) {
	var in [][]float64
	if o.Code != OpLoadBatch {
		for _, x := range o.Operands {
			in = append(in, m.tensor(x))
		}
	}
	switch o.Code {
	case OpMatmul:
		matmul64(o, out, in[0], in[1])
	case OpColumnReduce, OpRowReduce, OpTileReduce:
		reduce64(o, out, in)
	case OpScatterAdd:
		w := o.Out.W
		for n := range o.Operands[0].Shape.R {
			v := n % max(1, int(o.Attributes[AttributeScatterAddModulus]))
			if o.Mode == ModeIndex {
				v = int(in[1][n])
			}
			for c := range w {
				out[v*w+c] += in[0][n*w+c]
			}
		}
	case OpGather:
		w := o.Out.W
		for n := range o.Out.R {
			v := n % max(1, int(o.Attributes[AttributeGatherModulus]))
			if o.Mode == ModeIndex {
				v = int(in[1][n])
			}
			copy(out[n*w:(n+1)*w], in[0][v*w:])
		}
	case OpPick:
		for n := range out {
			out[n] = in[0][n*o.Operands[0].Shape.W+int(in[1][n])]
		}
	case OpConcat:
		at := 0
		for row := range o.Out.R {
			for k, x := range o.Operands {
				at += copy(out[at:at+x.Shape.W], in[k][row*x.Shape.W:])
			}
		}
	case OpLoadBatch:
		m.load(o, out)
	case OpMap:
		map64(o, out, in)
	}
}

func matmul64(o *Operator, out, a, b []float64) {
	va, vb, v := o.Operands[0].View, o.Operands[1].View, o.OutView
	terms := va.W
	if o.Mode == ModeTN {
		terms = va.R
	}
	for g := range v.G0 * v.G1 {
		for i := range v.R {
			for j := range v.W {
				sum := 0.0
				for k := range terms {
					if o.Attributes[AttributeMatmulCausal] == 1 && j > i {
						break
					}
					ia, ib := va.at(g, i, k), vb.at(g, k, j)
					if o.Mode == ModeTN {
						ia = va.at(g, k, i)
					}
					if o.Mode == ModeNT {
						ib = vb.at(g, j, k)
					}
					sum += a[ia] * b[ib]
				}
				out[v.at(g, i, j)] = sum
			}
		}
	}
}

func reduce64(o *Operator, out []float64, in [][]float64) {
	s := o.Operands[0].Shape
	if o.Mode == ModeMax {
		for r := range out {
			out[r] = math.Inf(-1)
		}
	}
	for n, x := range in[0] {
		to := n / s.W
		switch {
		case o.Code == OpColumnReduce:
			to = n % s.W
		case o.Code == OpTileReduce && s.Vector:
			to = n / 256
		case o.Code == OpTileReduce:
			g, r := n/s.W/s.R, n/s.W%s.R
			across := (s.W + 15) / 16
			to = (g*((s.R+15)/16)+r/16)*across + n%s.W/16
		}
		switch o.Mode {
		case ModeSum:
			out[to] += x
		case ModeDot:
			out[to] += x * in[1][n]
		case ModeSqsum:
			out[to] += x * x
		case ModeMax:
			out[to] = max(out[to], x)
		}
	}
}

func (m *interpreter) load(o *Operator, out []float64) {
	s := m.p.Spec
	tokens := numeric.Tokens{
		Batch: s.Batch, Length: s.Model.Context, Stride: s.Dataset.Stride, Seed: s.Seed,
		Vocabulary: uint32(s.Model.Vocabulary), TokenBytes: s.Dataset.TokenBytes,
	}
	records := numeric.Records{Batch: s.Batch, Features: s.Model.Features, Seed: s.Seed, Classes: uint32(s.Model.Classes)}
	words, floats := make([]uint32, len(out)), make([]float32, len(out))
	switch o.Mode {
	case ModeX:
		numeric.LoadTokens(words, m.payload, 0, tokens, 0)
	case ModeY:
		numeric.LoadTokens(words, m.payload, 0, tokens, 1)
	case ModeLabel:
		numeric.LoadLabels(words, m.payload, 0, records)
	case ModeFeatures:
		numeric.LoadFeatures(floats, m.payload, 0, records)
	}
	for i := range out {
		out[i] = float64(words[i]) + float64(floats[i])
	}
}

func map64(o *Operator, out []float64, in [][]float64) {
	truth := map[bool]float64{true: 1}
	var r [MaxInstructions]float64
	for e := range out {
		row, j := e/o.Out.W, e%o.Out.W
		for t, c := range o.Instructions {
			a, b, d := r[c.A%MaxInstructions], r[c.B%MaxInstructions], r[c.C%MaxInstructions]
			switch c.Op {
			case numeric.MapAdd:
				r[t] = a + b
			case numeric.MapSub:
				r[t] = a - b
			case numeric.MapMul:
				r[t] = a * b
			case numeric.MapFMA:
				r[t] = a*b + d
			case numeric.MapDiv:
				r[t] = a / b
			case numeric.MapSqrt:
				r[t] = math.Sqrt(a)
			case numeric.MapNeg:
				r[t] = -a
			case numeric.MapGt:
				r[t] = truth[a > b]
			case numeric.MapGe:
				r[t] = truth[a >= b]
			case numeric.MapIeq:
				r[t] = truth[a == b]
			case numeric.MapSelect:
				r[t] = d
				if a != 0 {
					r[t] = b
				}
			case numeric.MapExp:
				r[t] = math.Exp(a)
			case numeric.MapLog:
				r[t] = math.Log(a)
			case numeric.MapTanh:
				r[t] = math.Tanh(a)
			case numeric.MapI:
				r[t] = float64(row % o.Out.R)
			case numeric.MapJ:
				r[t] = float64(j)
			case numeric.MapConst:
				r[t] = float64(o.Constants[c.A])
			case numeric.MapOperand:
				at := map[Role]int{RoleFull: e, RoleRow: j, RoleCol: row, RoleRec: int(c.B)}
				r[t] = in[c.A][at[o.Operands[c.A].Role]]
			default:
				panic(c.Op.String())
			}
		}
		out[e] = r[len(o.Instructions)-1]
	}
}

// checkGradients compares the program's gradient of every parameter with central differences of its loss, for some of its elements.
func checkGradients(t *testing.T, s Spec, payload []byte) {
	t.Helper()
	p, err := Compile(s)
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]int{}
	for i, o := range p.Operators {
		names[o.Name] = i
	}
	m := &interpreter{p: p, payload: payload}
	for i, tensor := range p.NewState().Tensors[:p.Parameters] {
		wide := make([]float64, len(tensor))
		for e := range tensor {
			wide[e] = 0.3 * math.Sin(float64(7*e+i)) // larger than at genesis, so that every path of the gradient counts
		}
		m.state = append(m.state, wide)
	}
	norm := names[p.StateLayout[0].Name+".grad.sqsum"]
	m.run(norm - 1)
	gradients := m.values
	const h = 1e-5
	for i, tensor := range m.state {
		name := p.StateLayout[i].Name
		gradient := gradients[names[name+".grad"]]
		for k := range 3 {
			e := (k*k*k*29 + 3*k) % len(tensor)
			x := tensor[e]
			tensor[e] = x + h
			m.run(p.Loss)
			up := m.values[p.Loss][0]
			tensor[e] = x - h
			m.run(p.Loss)
			down := m.values[p.Loss][0]
			tensor[e] = x
			if want := (up - down) / (2 * h); math.Abs(gradient[e]-want) > 2e-7*(1+math.Abs(want)) {
				t.Errorf("%s[%d]: gradient %g, finite difference %g", name, e, gradient[e], want)
			}
		}
	}
}
