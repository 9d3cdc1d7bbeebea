package program

import (
	"fmt"
	"math/big"
)

// initialDeviation is that of every weight; the residual projections of a GPT divide it by sqrt(2·layers).
const initialDeviation float32 = 0.02

// residualDeviation is the binary32 nearest to the real 0.02/sqrt(2·layers). 200 bits leave no doubt about the rounding.
func residualDeviation(layers int) float32 {
	exact := func() *big.Float { return new(big.Float).SetPrec(200) }
	root := exact().Sqrt(exact().SetInt64(2 * int64(layers)))
	deviation := exact().Quo(exact().SetInt64(2), exact().SetInt64(100))
	f, _ := deviation.Quo(deviation, root).Float32()
	return f
}

func parameterMatrix(name string, r, w int, i Initial) TensorSpec {
	return TensorSpec{Name: name, Shape: MatrixOf(r, w), Section: SectionParameter, Initial: i}
}

func parameterVector(name string, n int, i Initial) TensorSpec {
	return TensorSpec{Name: name, Shape: VectorOf(DTypeFloat32, n), Section: SectionParameter, Initial: i}
}

// parameterList lists a model's parameters in program order. A GPT's have the names and layouts of Hugging Face's GPT-2.
func parameterList(m Model) []TensorSpec {
	normal, zero := Initial{Normal: true, Value: initialDeviation}, Initial{}
	if m.Kind == ModelMLP {
		var list []TensorSpec
		in := m.Features
		for l, out := range m.widths() {
			name := fmt.Sprintf("layers.%d.", l)
			list = append(list, parameterMatrix(name+"weight", in, out, normal), parameterVector(name+"bias", out, zero))
			in = out
		}
		return list
	}
	residual, one := Initial{Normal: true, Value: residualDeviation(m.Layers)}, Initial{Value: 1}
	c := m.Width
	list := []TensorSpec{
		parameterMatrix("wte.weight", m.Vocabulary, c, normal),
		parameterMatrix("wpe.weight", m.Context, c, normal),
	}
	for l := range m.Layers {
		h := fmt.Sprintf("h.%d.", l)
		list = append(list,
			parameterVector(h+"ln_1.weight", c, one), parameterVector(h+"ln_1.bias", c, zero),
			parameterMatrix(h+"attn.c_attn.weight", c, 3*c, normal), parameterVector(h+"attn.c_attn.bias", 3*c, zero),
			parameterMatrix(h+"attn.c_proj.weight", c, c, residual), parameterVector(h+"attn.c_proj.bias", c, zero),
			parameterVector(h+"ln_2.weight", c, one), parameterVector(h+"ln_2.bias", c, zero),
			parameterMatrix(h+"mlp.c_fc.weight", c, 4*c, normal), parameterVector(h+"mlp.c_fc.bias", 4*c, zero),
			parameterMatrix(h+"mlp.c_proj.weight", 4*c, c, residual), parameterVector(h+"mlp.c_proj.bias", c, zero),
		)
	}
	return append(list, parameterVector("ln_f.weight", c, one), parameterVector("ln_f.bias", c, zero))
}

// parameters finds parameters by name and collects their gradients in program order.
type parameters struct {
	layout    []TensorSpec
	indices   map[string]int
	gradients []value
}

func newParameters(layout []TensorSpec) *parameters {
	p := &parameters{layout: layout, indices: map[string]int{}, gradients: make([]value, len(layout))}
	for i, t := range layout {
		p.indices[t.Name] = i
	}
	return p
}

// of is the parameter before the step.
func (p *parameters) of(name string) value {
	i := p.indices[name]
	return value{SourcePreState, i, p.layout[i].Shape}
}

// record keeps the gradient of a parameter.
func (p *parameters) record(b *builder, name string, v value) {
	i, ok := p.indices[name]
	if !ok || p.layout[i].Shape != v.shape || p.gradients[i] != (value{}) {
		b.fail(name, "a gradient %+v", v)
		return
	}
	p.gradients[i] = v
}

// linear is a product with a weight, plus its bias.
func (p *parameters) linear(b *builder, name, parameter string, x value) value {
	product := b.matmul(name+".matmul", ModeNN, x, p.of(parameter+".weight"))
	return b.apply(name, mapBias(), product, p.of(parameter+".bias"))
}

// linearGradients records the gradients of a linear's bias and weight.
func (p *parameters) linearGradients(b *builder, parameter string, x, dy value) {
	p.record(b, parameter+".bias", b.columns(parameter+".bias.grad", ModeSum, dy))
	p.record(b, parameter+".weight", b.matmul(parameter+".weight.grad", ModeTN, x, dy))
}
