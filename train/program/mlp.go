package program

import (
	"fmt"

	"github.com/commonweight/commonweight/train/numeric"
)

// widths are the outputs of an MLP's layers.
func (m Model) widths() []int {
	return append(append([]int{}, m.Hidden...), m.Classes)
}

// mlp appends forward and backward pass of a classifier: linear layers with an activation between them, and cross entropy.
func (b *builder) mlp(clock value, p *parameters) (loss value) {
	m := b.spec.Model
	forward, backward := mapReLU, mapReLUGrad
	if m.Activation == ActivationGELU {
		forward, backward = mapGELU, mapGELUGrad
	}
	x := b.loadBatch("batch.features", ModeFeatures, MatrixOf(b.spec.Batch, m.Features), clock)
	y := b.loadBatch("batch.label", ModeLabel, VectorOf(DTypeUint32, b.spec.Batch), clock)

	layers := len(m.Hidden) + 1
	name := func(l int) string { return fmt.Sprintf("layers.%d", l) }
	inputs, outputs := make([]value, layers), make([]value, layers)
	for l := range layers {
		inputs[l] = x
		outputs[l] = p.linear(b, name(l), name(l), x)
		if l < layers-1 {
			x = b.apply(name(l)+"."+m.Activation, forward(), outputs[l])
		}
	}
	loss, dz := b.crossEntropy(outputs[layers-1], y)
	for l := layers - 1; ; l-- {
		p.linearGradients(b, name(l), inputs[l], dz)
		if l == 0 {
			return loss
		}
		dx := b.matmul(name(l)+".back", ModeNT, dz, p.of(name(l)+".weight"))
		dz = b.apply(name(l-1)+"."+m.Activation+".back", backward(), outputs[l-1], dx)
	}
}

// crossEntropy is the mean over rows of −log softmax(z)[y]; it returns the loss and the gradient of z.
func (b *builder) crossEntropy(z, y value) (loss, dz value) {
	inv := numeric.Div(1, float32(z.shape.R))
	most := b.rows("loss.max", ModeMax, z)
	exp := b.apply("loss.exp", mapExpCol(), z, most)
	sum := b.rows("loss.sum", ModeSum, exp)
	target := b.pick("loss.target", z, y)
	nll := b.apply("loss.nll", mapNLL(), sum, most, target)
	loss = b.apply("loss", mapScale(inv), b.total("loss.total", nll))
	recip := b.apply("logits.grad.recip", mapRecip(), sum)
	return loss, b.apply("logits.grad", mapDLogits(inv), exp, recip, y)
}
