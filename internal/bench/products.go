package bench

import (
	"context"
	"errors"
	"fmt"
	"math"
	"time"

	"github.com/commonweight/commonweight/train/engine"
	"github.com/commonweight/commonweight/train/program"
)

// productNames are the dense products of a step: of each linear layer the forward pass and both gradients, and the same of the head.
var productNames = []string{
	"h.0.attn.qkv.matmul", "h.0.attn.c_attn.back", "h.0.attn.c_attn.weight.grad",
	"h.0.attn.c_proj.matmul", "h.0.attn.c_proj.back", "h.0.attn.c_proj.weight.grad",
	"h.0.mlp.c_fc.matmul", "h.0.mlp.c_fc.back", "h.0.mlp.c_fc.weight.grad",
	"h.0.mlp.c_proj.matmul", "h.0.mlp.c_proj.back", "h.0.mlp.c_proj.weight.grad",
	"logits", "ln_f.grad", "wte.weight.grad.head",
}

// attentionNames are the products of attention: one matrix for each sample and head, causal, or with a factor that is 0 above its diagonal.
var attentionNames = []string{
	"h.0.attn.scores", "h.0.attn.out", "h.0.attn.v.back", "h.0.attn.probs.back", "h.0.attn.q.back", "h.0.attn.k.back",
}

// shape is a product as BLAS has it: C[m,n] = A·B over k terms, for each of some matrices.
type shape struct {
	outer, inner, m, n, k  int
	transA, transB, causal bool
	places                 [3]place // of A, B and C
}

// place is where matrices lie: their rows, and they themselves, are so many words apart. The reference's lie as ours do.
type place struct{ row, outer, inner int }

func shapeOf(o *program.Operator) shape {
	a, b, out := o.Operands[0].View, o.Operands[1].View, o.OutView
	x := shape{m: out.R, n: out.W, k: a.W, transA: o.Mode == program.ModeTN, transB: o.Mode == program.ModeNT,
		causal: o.Attributes[program.AttributeMatmulCausal] != 0}
	if x.transA {
		x.k = a.R
	}
	x.outer, x.inner = out.G0*out.G1, 1
	for _, v := range []program.ViewSpec{a, b, out} {
		if v.G1 > 1 {
			x.outer, x.inner = v.G0, v.G1
		}
	}
	for i, v := range []program.ViewSpec{a, b, out} {
		x.places[i] = place{v.Stride, v.R * v.Stride, v.W}
		if v.G1 != x.inner { // one below the other, however they are numbered
			x.places[i] = place{v.Stride, x.inner * v.R * v.Stride, v.R * v.Stride}
		}
	}
	return x
}

func (x shape) matrices() int { return x.outer * x.inner }

func (x shape) String() string {
	mode := map[[2]bool]string{{false, false}: "NN", {false, true}: "NT", {true, false}: "TN"}[[2]bool{x.transA, x.transB}]
	switch {
	case x.causal:
		mode += fmt.Sprintf(" causal %d of", x.matrices())
	case x.matrices() > 1:
		mode += fmt.Sprintf(" %d of", x.matrices())
	}
	return fmt.Sprintf("%s %dx%dx%d", mode, x.m, x.n, x.k)
}

// work counts whole matrices, also where half is known to be 0: the reference computes all of it.
func (x shape) work() float64 {
	return 2 * float64(x.matrices()) * float64(x.m) * float64(x.n) * float64(x.k)
}

// products compares with OpenBLAS, on 1 and on 2 threads.
func (s *suite) products(ctx context.Context) error {
	kernels := []string{"SkylakeX", "Haswell", "Zen"}
	if s.engine == engine.AVX2 {
		kernels = kernels[1:]
	}
	_, probe := find(s.program, "h.0.mlp.c_fc.matmul")
	best, err := fastest(ctx, s.Yardstick, kernels, shapeOf(probe))
	if err != nil {
		s.note("products are left out: " + err.Error())
		return ctx.Err()
	}
	for threads := 1; threads <= 2; threads++ {
		if err := s.productRows(ctx, best, threads); err != nil {
			return err
		}
	}
	return nil
}

func (s *suite) productRows(ctx context.Context, kernel string, threads int) (err error) {
	blas, err := startYardstick(ctx, s.Yardstick, kernel, threads)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, blas.close()) }()
	if err := s.meanOf(ctx, "product", s.program, blas, productNames, threads); err != nil {
		return err
	}
	return s.meanOf(ctx, "attention product", s.long, blas, attentionNames, threads)
}

// meanOf measures products of a program and gives their geometric mean a row of its own.
func (s *suite) meanOf(ctx context.Context, what string, p *program.Program, blas *yardstick, names []string, threads int) error {
	against := "OpenBLAS " + blas.is
	sums := [3]float64{} // of the logarithms of value, reference and ratio
	for _, name := range names {
		row, err := s.productRow(ctx, what, p, blas, name, threads, against)
		if err != nil {
			return err
		}
		s.row(row)
		for i, x := range []float64{row.Value, row.Reference, row.Ratio} {
			sums[i] += math.Log(x) / float64(len(names))
		}
	}
	s.row(Row{fmt.Sprintf("%s, geometric mean, %s", what, s.on(threads)), math.Exp(sums[0]), "GFLOP/s", math.Exp(sums[1]), math.Exp(sums[2]), against})
	return nil
}

func (s *suite) productRow(ctx context.Context, what string, p *program.Program, blas *yardstick, name string, threads int, against string) (row Row, err error) {
	t, err := s.trial(p, threads, name)
	if err != nil {
		return Row{}, err
	}
	defer func() { err = errors.Join(err, t.close()) }()
	times, err := t.enough(ctx, s.sample)
	if err != nil {
		return Row{}, err
	}
	x := shapeOf(&t.operators[0])
	pairs, err := s.measure(ctx,
		func() (float64, error) {
			// Only the second run counts: waking threads has a row of its own, and the reference's threads still spin from the turn before.
			if _, err := t.seconds(ctx, times); err != nil {
				return 0, err
			}
			began := processorTime()
			seconds, err := t.seconds(ctx, times)
			return spell{seconds, (processorTime() - began) / float64(times)}.on(threads), err
		},
		func() (float64, error) {
			if _, err := blas.product(x, times); err != nil {
				return 0, err
			}
			took, err := blas.product(x, times)
			time.Sleep(s.settle)
			return took.on(threads), err
		})
	return rate(fmt.Sprintf("%s %s %s, %s", what, name, x, s.on(threads)), "GFLOP/s", against, x.work(), pairs), err
}

func plural(threads int) string {
	if threads == 1 {
		return "1 thread"
	}
	return fmt.Sprintf("%d threads", threads)
}
