package engine

import (
	"fmt"
	"math"

	"github.com/commonweight/commonweight/train/program"
)

// pieces lists what the program differentiates, with the functions as the calculus has them and bounds for the roundings in float32.
//
// Bounds: terms counts the additions and products on the way to a sum. The others are first-order: each rounding counts ulp of the largest
// number that it meets, and what an operand is off counts with the size of its factor.
func (v *traced) pieces() []piece {
	if v.p.Spec.Model.Kind == program.ModelMLP {
		return v.piecesOfMLP()
	}
	m := v.p.Spec.Model
	last := fmt.Sprintf("h.%d.mlp.residual", m.Layers-1)
	list := []piece{
		v.entropy("logits", "batch.y"),
		v.linear("logits", "ln_f", "wte.weight", "", "ln_f.grad", "wte.weight.grad.head", "logits.grad"),
		v.normal("ln_f", last, "ln_f.grad"),
		v.embedding(), v.tied(),
	}
	dh := "ln_f.back"
	for l := m.Layers - 1; l >= 0; l-- {
		name := fmt.Sprintf("h.%d.", l)
		from := "embed"
		if l > 0 {
			from = fmt.Sprintf("h.%d.mlp.residual", l-1)
		}
		of := func(linear, x, dy string) piece {
			linear = name + linear
			return v.linear(linear, x, linear+".weight", linear+".bias", linear+".back", linear+".weight.grad", dy)
		}
		middle := name + "mlp.residual.back"
		list = append(list,
			of("mlp.c_proj", name+"mlp.gelu", dh),
			v.gelu(name+"mlp.c_fc", name+"mlp.gelu.back", name+"mlp.c_proj.back"),
			of("mlp.c_fc", name+"ln_2", name+"mlp.gelu.back"),
			v.normal(name+"ln_2", name+"attn.residual", name+"mlp.c_fc.back"),
			v.residual(name+"ln_2", name+"attn.residual", middle, dh, name+"mlp.c_fc.back"),
			of("attn.c_proj", name+"attn.out", middle),
			v.mixed(name+"attn."), v.softmax(name+"attn."), v.scored(name+"attn."),
			of("attn.c_attn", name+"ln_1", name+"attn.qkv.back"),
			v.normal(name+"ln_1", from, name+"attn.c_attn.back"),
			v.residual(name+"ln_1", from, name+"attn.residual.back", middle, name+"attn.c_attn.back"),
		)
		dh = name + "attn.residual.back"
	}
	return list
}

func (v *traced) piecesOfMLP() []piece {
	m := v.p.Spec.Model
	layers := len(m.Hidden)
	x, list := "batch.features", []piece{}
	for l := 0; ; l++ {
		name, dy, back := fmt.Sprintf("layers.%d", l), "logits.grad", ""
		if l < layers {
			dy = name + "." + m.Activation + ".back"
		}
		if l > 0 {
			back = name + ".back"
		}
		list = append(list, v.linear(name, x, name+".weight", name+".bias", back, name+".weight.grad", dy))
		switch {
		case l == layers:
			return append(list, v.entropy(name, "batch.label"))
		case m.Activation == program.ActivationReLU:
			list = append(list, v.relu(name, dy, fmt.Sprintf("layers.%d.back", l+1)))
		default:
			list = append(list, v.gelu(name, dy, fmt.Sprintf("layers.%d.back", l+1)))
		}
		x = name + "." + m.Activation
	}
}

// linear is x·W + b or, without a bias, x·Wᵀ; back is "" if nobody asks for the gradient by x.
func (v *traced) linear(name, x, weight, bias, back, grad, dy string) piece {
	rows, c, n := v.shapes[x].R, v.shapes[x].W, v.shapes[dy].W
	pc := piece{name: name, upstream: []string{dy}, inputs: []input{
		{name: x, gradient: back, terms: n + 4}, {name: weight, gradient: grad, terms: rows + 4},
	}}
	if bias != "" {
		pc.inputs = append(pc.inputs, input{name: bias, gradient: bias + ".grad", terms: rows + 4})
	}
	pc.forward = func(in [][]float64) [][]float64 {
		add := make([]float64, n)
		if bias != "" {
			add = in[2]
		}
		return [][]float64{affine64(in[0], in[1], add, c, n, bias == "")}
	}
	return pc
}

// entropy is the mean of −log softmax(z)[y].
func (v *traced) entropy(z, target string) piece {
	y, width := v.of(target), v.shapes[z].W
	rows := float64(v.shapes[z].R)
	var targets []int
	for i := range 3 {
		targets = append(targets, i*width+int(y[i]))
	}
	return piece{name: "cross entropy", upstream: []string{""}, forward: func(in [][]float64) [][]float64 {
		return [][]float64{{entropy64(in[0], y, width)}}
	}, inputs: []input{{name: z, gradient: "logits.grad", first: targets, bound: func(e int) float64 {
		row := v.of(z)[e/width*width:][:width]
		most, least, sum := span(row)
		p, one := math.Exp(row[e%width]-most)/sum, 0.0
		if e%width == int(y[e/width]) {
			one = 1
		}
		// exp is off by ulp for each 1 of its argument and by 2 of its own; so is the sum, and its additions.
		return ulp / rows * (p*(2*(most-least)+float64(width)/16+16) + 3*math.Abs(p-one))
	}}}}
}

func (v *traced) gelu(x, back, dy string) piece {
	return piece{name: back, upstream: []string{dy}, forward: each64(gelu64), inputs: []input{{name: x, gradient: back, bound: func(e int) float64 {
		return 5.6e-7 * math.Abs(v.of(dy)[e]) // the factor's largest error (numerics, gelu_grad) from −12 to 12
	}}}}
}

func (v *traced) relu(x, back, dy string) piece {
	return piece{name: back, upstream: []string{dy}, forward: each64(func(x float64) float64 { return max(x, 0) }),
		inputs: []input{{name: x, gradient: back, bound: func(int) float64 { return 0 }, only: func(e int) bool {
			return math.Abs(v.of(x)[e]) > 0x1p-8 // the kink has no derivative
		}}}}
}

func (v *traced) normal(name, x, dy string) piece {
	gamma, beta := name+".weight", name+".bias"
	rows, width := v.shapes[x].R, v.shapes[x].W
	return piece{
		name: name, upstream: []string{dy},
		forward: func(in [][]float64) [][]float64 { return [][]float64{normal64(in[0], in[1], in[2])} },
		inputs: []input{
			{name: x, gradient: name + ".back", bound: v.normalBound(name, x, dy)},
			{name: gamma, gradient: gamma + ".grad", bound: func(e int) float64 {
				sum := 0.0
				for i := range rows {
					hat, off, _ := v.hat(x, i)
					sum += math.Abs(v.of(dy)[i*width+e]) * (ulp*float64(rows+4)*math.Abs(hat[e]) + off(e))
				}
				return sum
			}},
			{name: beta, gradient: beta + ".grad", bound: func(e int) float64 {
				sum := 0.0
				for i := range rows {
					sum += math.Abs(v.of(dy)[i*width+e])
				}
				return ulp * float64(rows+4) * sum
			}},
		},
	}
}

// hat returns a normalised row, how far each of its elements may be off in float32, and the factor that it was scaled by.
func (v *traced) hat(x string, row int) (hat []float64, off func(e int) float64, scale float64) {
	width := v.shapes[x].W
	from := v.of(x)[row*width:][:width]
	ones, zeros, size := make([]float64, width), make([]float64, width), 0.0
	for e, value := range from {
		ones[e] = 1
		size += math.Abs(value) / float64(width)
	}
	hat = normal64(from, ones, zeros)
	scale = scale64(from)
	// The mean is off by ulp of the sizes for each addition; so is what is left of an element, and the scale in proportion.
	each := ulp * (float64(width)/16 + 12) * (1 + scale*size)
	return hat, func(e int) float64 { return each * (1 + 2*math.Abs(hat[e])) }, scale
}

// normalBound: dx = rs·(g − mean g − xh·mean(g·xh)), g = dy·γ.
func (v *traced) normalBound(name, x, dy string) func(e int) float64 {
	width := v.shapes[x].W
	return func(e int) float64 {
		row := e / width
		hat, off, scale := v.hat(x, row)
		mean, dot, dotOff := 0.0, 0.0, 0.0
		g := make([]float64, width)
		for j := range width {
			g[j] = math.Abs(v.of(dy)[row*width+j] * v.of(name + ".weight")[j])
			mean += g[j] / float64(width)
			dot += g[j] * math.Abs(hat[j]) / float64(width)
			dotOff += g[j] * off(j) / float64(width)
		}
		e %= width
		each := ulp * (float64(width)/16 + 12)
		return scale * (each*(g[e]+mean+math.Abs(hat[e])*dot) + off(e)*dot + math.Abs(hat[e])*dotOff + off(0)*(g[e]+mean+math.Abs(hat[e])*dot))
	}
}

// residual is x beside its normalisation: what a layer begins with.
func (v *traced) residual(norm, x, back, straight, through string) piece {
	bound, gamma, beta := v.normalBound(norm, x, through), v.of(norm+".weight"), v.of(norm+".bias")
	return piece{
		name: back, upstream: []string{straight, through},
		forward: func(in [][]float64) [][]float64 { return [][]float64{in[0], normal64(in[0], gamma, beta)} },
		inputs: []input{{name: x, gradient: back, bound: func(e int) float64 {
			return bound(e) + ulp*math.Abs(v.of(back)[e])
		}}},
	}
}

// embedding adds a row for the token and one for its place.
func (v *traced) embedding() piece {
	x, width := v.of("batch.x"), v.shapes["embed"].W
	return piece{
		name: "embedding", upstream: []string{"h.0.attn.residual.back"},
		forward: func(in [][]float64) [][]float64 {
			return [][]float64{embed64(in[0], in[1], x, width, v.p.Spec.Model.Context)}
		},
		inputs: []input{
			{name: "wte.weight", gradient: "wte.weight.grad.embed", terms: len(x) + 2},
			{name: "wpe.weight", gradient: "wpe.weight.grad", terms: len(x) + 2},
		},
	}
}

// tied is both uses of the embedding.
func (v *traced) tied() piece {
	x, width := v.of("batch.x"), v.shapes["embed"].W
	return piece{
		name: "tied embedding", upstream: []string{"h.0.attn.residual.back", "logits.grad"},
		forward: func(in [][]float64) [][]float64 {
			words := v.p.Spec.Model.Vocabulary
			return [][]float64{
				embed64(in[0], in[1], x, width, v.p.Spec.Model.Context), affine64(in[2], in[0], make([]float64, words), width, words, true),
			}
		},
		inputs: []input{{name: "wte.weight", gradient: "wte.weight.grad", terms: len(x) + 6}, {name: "wpe.weight"}, {name: "ln_f"}},
	}
}
