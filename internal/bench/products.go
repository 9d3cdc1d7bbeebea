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

// shape is a product as BLAS has it: C[m,n] = A·B over k terms.
type shape struct {
	m, n, k        int
	transA, transB bool
}

func shapeOf(o *program.Operator) shape {
	a := o.Operands[0].View
	x := shape{m: o.Out.R, n: o.Out.W, k: a.W, transA: o.Mode == program.ModeTN, transB: o.Mode == program.ModeNT}
	if x.transA {
		x.k = a.R
	}
	return x
}

func (x shape) String() string {
	mode := map[[2]bool]string{{false, false}: "NN", {false, true}: "NT", {true, false}: "TN"}[[2]bool{x.transA, x.transB}]
	return fmt.Sprintf("%s %dx%dx%d", mode, x.m, x.n, x.k)
}

func (x shape) work() float64 { return 2 * float64(x.m) * float64(x.n) * float64(x.k) }

// products compares with OpenBLAS, on 1 and on 2 threads.
func (s *suite) products(ctx context.Context) error {
	kernels := []string{"SkylakeX", "Haswell", "Zen"}
	if s.Engine == engine.AVX2 {
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
	against := "OpenBLAS " + blas.core
	sums := [3]float64{} // of the logarithms of value, reference and ratio
	for _, name := range productNames {
		row, err := s.productRow(ctx, blas, name, threads, against)
		if err != nil {
			return err
		}
		s.row(row)
		for i, x := range []float64{row.Value, row.Reference, row.Ratio} {
			sums[i] += math.Log(x) / float64(len(productNames))
		}
	}
	s.row(Row{fmt.Sprintf("product, geometric mean, %s", plural(threads)), math.Exp(sums[0]), "GFLOP/s", math.Exp(sums[1]), math.Exp(sums[2]), against})
	return nil
}

func (s *suite) productRow(ctx context.Context, blas *yardstick, name string, threads int, against string) (row Row, err error) {
	t, err := s.trial(threads, name)
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
			// Only the second run counts: a thread that has slept takes milliseconds to come back, as long as a product. The reference's
			// threads still spin from the turn before.
			if _, err := t.seconds(ctx, times); err != nil {
				return 0, err
			}
			return t.seconds(ctx, times)
		},
		func() (float64, error) {
			if _, err := blas.product(x, times); err != nil {
				return 0, err
			}
			seconds, err := blas.product(x, times)
			time.Sleep(s.settle)
			return seconds, err
		})
	return rate(fmt.Sprintf("product %s %s, %s", name, x, plural(threads)), "GFLOP/s", against, x.work(), pairs), err
}

func plural(threads int) string {
	if threads == 1 {
		return "1 thread"
	}
	return fmt.Sprintf("%d threads", threads)
}
