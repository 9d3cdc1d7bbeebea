package program

import (
	"fmt"

	"github.com/commonweight/commonweight/train/numeric"
)

// widths are the outputs of an MLP's layers.
func (m Model) widths() []int {
	return append(append([]int{}, m.Hidden...), m.Classes)
}

// mlp builds the passes of a classifier: linear layers with an activation between them.
type mlp struct {
	*builder
	parameters      *parameters
	inputs, outputs []value // of the linear layers
	crossEntropy
}

func layerName(l int) string { return fmt.Sprintf("layers.%d", l) }

// mlpForward appends the forward pass over the clock's batch.
func (b *builder) mlpForward(clock value, p *parameters) *mlp {
	m := b.spec.Model
	activation := mapReLU
	if m.Activation == ActivationGELU {
		activation = mapGELU
	}
	x := b.loadBatch("batch.features", ModeFeatures, MatrixOf(b.spec.Batch, m.Features), clock)
	y := b.loadBatch("batch.label", ModeLabel, VectorOf(DTypeUint32, b.spec.Batch), clock)
	layers := len(m.Hidden) + 1
	f := &mlp{builder: b, parameters: p, inputs: make([]value, layers), outputs: make([]value, layers)}
	for l := range layers {
		f.inputs[l] = x
		f.outputs[l] = p.linear(b, layerName(l), layerName(l), x)
		if l < layers-1 {
			x = b.apply(layerName(l)+"."+m.Activation, activation(), f.outputs[l])
		}
	}
	f.crossEntropy = b.meanCrossEntropy(f.outputs[layers-1], y)
	return f
}

// backward appends the gradients.
func (f *mlp) backward() {
	activation, grad := f.spec.Model.Activation, mapReLUGrad
	if activation == ActivationGELU {
		grad = mapGELUGrad
	}
	dz := f.logitsGradient(f.crossEntropy)
	for l := len(f.outputs) - 1; ; l-- {
		f.parameters.linearGradients(f.builder, layerName(l), f.inputs[l], dz)
		if l == 0 {
			return
		}
		dx := f.matmul(layerName(l)+".back", ModeNT, dz, f.parameters.of(layerName(l)+".weight"))
		dz = f.apply(layerName(l-1)+"."+activation+".back", grad(), f.outputs[l-1], dx)
	}
}

// crossEntropy is what the gradient of the logits needs, and the loss.
type crossEntropy struct{ exp, sum, y, loss value }

// meanCrossEntropy is the mean over rows of −log softmax(z)[y].
func (b *builder) meanCrossEntropy(z, y value) crossEntropy {
	most := b.rows("loss.max", ModeMax, z)
	exp := b.apply("loss.exp", mapExpCol(), z, most)
	sum := b.rows("loss.sum", ModeSum, exp)
	target := b.pick("loss.target", z, y)
	nll := b.apply("loss.nll", mapNLL(), sum, most, target)
	return crossEntropy{exp, sum, y, b.apply("loss", mapScale(inverse(z.shape.R)), b.total("loss.total", nll))}
}

// logitsGradient is the gradient of what the softmax was taken of.
func (b *builder) logitsGradient(c crossEntropy) value {
	recip := b.apply("logits.grad.recip", mapRecip(), c.sum)
	return b.apply("logits.grad", mapDLogits(inverse(c.exp.shape.R)), c.exp, recip, c.y)
}

// inverse is 1/n.
func inverse(n int) float32 { return numeric.Div(1, float32(n)) }
