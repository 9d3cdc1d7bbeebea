package program

import (
	"fmt"

	"github.com/commonweight/commonweight/train/numeric"
)

// normEpsilon is the 1e-5 of LayerNorm.
const normEpsilon float32 = 1e-5

// gpt builds forward and backward pass of a decoder-only transformer. Sizes: B samples of T tokens, N = B·T, C channels, H heads of
// d = C/H, F = 4C, V words in the vocabulary.
type gpt struct {
	*builder
	samples, length, width, heads, vocabulary int
	parameters                                *parameters
	x, y                                      value
	blocks                                    []block
	last                                      layerNorm
	crossEntropy
}

// layerNorm is what the backward pass of a LayerNorm needs.
type layerNorm struct{ gamma, beta, normal, rstd, out value }

// block is what the backward pass of a layer needs.
type block struct {
	name       string
	ln1, ln2   layerNorm
	q, k, v    seen
	probs, out value // of attention
	fc, act    value // of the MLP, before and after GELU
}

// gptForward appends the forward pass over the clock's batch.
func (b *builder) gptForward(clock value, p *parameters) *gpt {
	m := b.spec.Model
	g := &gpt{
		builder: b, samples: b.spec.Batch, length: m.Context, width: m.Width, heads: m.Heads,
		vocabulary: m.Vocabulary, parameters: p,
	}
	n := g.samples * g.length
	tokens := VectorOf(DTypeUint32, n)
	g.x = g.loadBatch("batch.x", ModeX, tokens, clock)
	g.y = g.loadBatch("batch.y", ModeY, tokens, clock)
	wte := p.of("wte.weight")
	h := g.apply("embed", mapAdd(),
		g.gather("embed.token", wte, g.x),
		g.gatherCycle("embed.position", p.of("wpe.weight"), n, g.length))
	g.blocks = make([]block, m.Layers)
	for l := range g.blocks {
		g.blocks[l].name = fmt.Sprintf("h.%d.", l)
		h = g.layer(&g.blocks[l], h)
	}
	g.last = g.normForward("ln_f", h)
	g.crossEntropy = g.meanCrossEntropy(g.matmul("logits", ModeNT, g.last.out, wte), g.y)
	return g
}

// backward appends the backward pass and records the gradients.
func (g *gpt) backward() {
	dz := g.logitsGradient(g.crossEntropy)
	dy := g.matmul("ln_f.grad", ModeNN, dz, g.parameters.of("wte.weight"))
	head := g.matmul("wte.weight.grad.head", ModeTN, dz, g.last.out)
	dh := g.normBackward("ln_f", g.last, dy)
	for l := len(g.blocks) - 1; l >= 0; l-- {
		dh = g.layerBackward(&g.blocks[l], dh)
	}
	g.gradient("wpe.weight", g.scatterCycle("wpe.weight.grad", dh, g.length))
	g.gradient("wte.weight", g.apply("wte.weight.grad", mapAdd(), head,
		g.scatter("wte.weight.grad.embed", dh, g.x, g.vocabulary)))
}

// headsOf shows channels col0 … col0+C of a matrix as one [T, d] matrix per sample and head.
func (g *gpt) headsOf(v value, col0 int) seen {
	return v.heads(col0, g.samples, g.heads, g.length, g.width/g.heads)
}

// normForward is LayerNorm over rows.
func (g *gpt) normForward(name string, h value) layerNorm {
	inv := numeric.Div(1, float32(g.width))
	ln := layerNorm{gamma: g.parameters.of(name + ".weight"), beta: g.parameters.of(name + ".bias")}
	mean := g.apply(name+".mean", mapScale(inv), g.rows(name+".sum", ModeSum, h))
	centred := g.apply(name+".centred", mapSubCol(), h, mean)
	ln.rstd = g.apply(name+".rstd", mapRstd(inv, normEpsilon), g.rows(name+".sqsum", ModeDot, centred, centred))
	ln.normal = g.apply(name+".normal", mapMulCol(), centred, ln.rstd)
	ln.out = g.apply(name, mapAffine(), ln.normal, ln.gamma, ln.beta)
	return ln
}

// normBackward returns the gradient of LayerNorm's input.
func (g *gpt) normBackward(name string, ln layerNorm, dy value) value {
	inv := numeric.Div(1, float32(g.width))
	g.gradient(name+".bias", g.columns(name+".bias.grad", ModeSum, dy))
	g.gradient(name+".weight", g.columns(name+".weight.grad", ModeDot, dy, ln.normal))
	back := name + ".back"
	scaled := g.apply(back+".scaled", mapMulRow(), dy, ln.gamma)
	s1 := g.rows(back+".sum", ModeSum, scaled)
	s2 := g.rows(back+".dot", ModeDot, scaled, ln.normal)
	m1 := g.apply(back+".mean", mapScale(inv), s1)
	m2 := g.apply(back+".meandot", mapScale(inv), s2)
	t := g.apply(back+".lnb1", mapLNB1(), scaled, ln.normal, m2)
	return g.apply(back, mapLNB2(), t, m1, ln.rstd)
}

// layer is the forward pass of one.
func (g *gpt) layer(b *block, h value) value {
	name := b.name + "attn."
	b.ln1 = g.normForward(b.name+"ln_1", h)
	qkv := g.parameters.linear(g.builder, name+"qkv", name+"c_attn", b.ln1.out)
	b.q, b.k, b.v = g.headsOf(qkv, 0), g.headsOf(qkv, g.width), g.headsOf(qkv, 2*g.width)
	square := ListOf(g.samples*g.heads, g.length, g.length)
	scores := g.product(name+"scores", ModeNT, true, b.q, b.k, square, square.Whole())
	masked := g.apply(name+"masked", mapScaleMask(g.attentionScale()), scores)
	exp := g.apply(name+"exp", mapExpCol(), masked, g.rows(name+"max", ModeMax, masked))
	inverse := g.apply(name+"recip", mapRecip(), g.rows(name+"sum", ModeSum, exp))
	b.probs = g.apply(name+"probs", mapMulCol(), exp, inverse)
	b.out = g.intoHeads(name+"out", ModeNN, b.probs.whole(), b.v)
	h = g.apply(name+"residual", mapAdd(), h, g.linear(name+"c_proj", b.out))

	name = b.name + "mlp."
	b.ln2 = g.normForward(b.name+"ln_2", h)
	b.fc = g.linear(name+"c_fc", b.ln2.out)
	b.act = g.apply(name+"gelu", mapGELU(), b.fc)
	return g.apply(name+"residual", mapAdd(), h, g.linear(name+"c_proj", b.act))
}

// intoHeads is a product whose [T, d] results lie side by side in a matrix [N, C].
func (g *gpt) intoHeads(name string, mode Mode, x, y seen) value {
	out := MatrixOf(g.samples*g.length, g.width)
	return g.product(name, mode, false, x, y, out, g.headsOf(value{shape: out}, 0).view)
}

// attentionScale is 1/sqrt(d).
func (g *gpt) attentionScale() float32 {
	return numeric.Div(1, numeric.Sqrt(float32(g.width/g.heads)))
}

func (g *gpt) linear(name string, x value) value {
	return g.parameters.linear(g.builder, name, name, x)
}

// linearBackward records the gradients of a linear's parameters and returns that of its input.
func (g *gpt) linearBackward(name string, x, dy value) value {
	g.parameters.linearGradients(g.builder, name, x, dy)
	return g.matmul(name+".back", ModeNT, dy, g.parameters.of(name+".weight"))
}

// layerBackward leads from the gradient of a layer's output to that of its input.
func (g *gpt) layerBackward(b *block, dh value) value {
	name := b.name + "mlp."
	da := g.linearBackward(name+"c_proj", b.act, dh)
	df := g.apply(name+"gelu.back", mapGELUGrad(), b.fc, da)
	dx := g.normBackward(b.name+"ln_2", b.ln2, g.linearBackward(name+"c_fc", b.ln2.out, df))
	dh = g.apply(name+"residual.back", mapAdd(), dh, dx)

	name = b.name + "attn."
	do := g.headsOf(g.linearBackward(name+"c_proj", b.out, dh), 0)
	square := b.probs.shape
	dv := g.intoHeads(name+"v.back", ModeTN, b.probs.whole(), do)
	dp := g.product(name+"probs.back", ModeNT, true, do, b.v, square, square.Whole())
	dot := g.rows(name+"probs.dot", ModeDot, b.probs, dp)
	ds := g.apply(name+"scores.back", mapDSoftmax(g.attentionScale()), b.probs, dp, dot)
	dq := g.intoHeads(name+"q.back", ModeNN, ds.whole(), b.k)
	dk := g.intoHeads(name+"k.back", ModeTN, ds.whole(), b.q)
	dqkv := g.concatColumns(name+"qkv.back", dq, dk, dv)
	dx = g.normBackward(b.name+"ln_1", b.ln1, g.linearBackward(name+"c_attn", b.ln1.out, dqkv))
	return g.apply(name+"residual.back", mapAdd(), dh, dx)
}

func (g *gpt) gradient(name string, v value) { g.parameters.record(g.builder, name, v) }
