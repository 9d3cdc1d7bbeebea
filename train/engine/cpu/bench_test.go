package cpu

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/commonweight/commonweight/train/engine/cpu/internal/kernel"
	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

// BenchmarkStep is a step of a GPT of about a million parameters, the size of the demo.
func BenchmarkStep(b *testing.B) {
	payload := make([]byte, 1<<20)
	for i := range payload {
		payload[i] = byte(i * i >> 5)
	}
	p := compile(b, run(gpt(5, 128, 4, 64, 256), 8, payload))
	for _, level := range levels {
		for _, threads := range []int{1, 2} {
			b.Run(fmt.Sprintf("%s/threads=%d", level, threads), func(b *testing.B) {
				e := open(b, level, p, payload, threads)
				s := p.Genesis()
				b.ReportAllocs()
				for b.Loop() {
					if err := e.Step(context.Background(), s); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// BenchmarkMatmul multiplies on one core.
func BenchmarkMatmul(b *testing.B) {
	for _, level := range levels {
		k, err := kernel.Lookup(level)
		if err != nil {
			b.Skip(err)
		}
		for _, mode := range []numeric.Mode{numeric.NN, numeric.NT, numeric.TN} {
			for _, n := range []int{64, 128, 512, 1024} {
				b.Run(fmt.Sprintf("%s/%v/%d", level, mode, n), func(b *testing.B) {
					t := square(k, mode, n)
					w := newWorker(k, nil)
					for b.Loop() {
						for part := range t.parts() {
							t.run(w, part)
						}
					}
					b.ReportMetric(2*float64(n)*float64(n)*float64(n)*float64(b.N)/float64(b.Elapsed().Nanoseconds()), "GFLOP/s")
				})
			}
		}
	}
}

func square(k *kernel.Set, mode numeric.Mode, n int) *product {
	r := rand.New(rand.NewPCG(1, 1))
	fresh := func() placed {
		words := make([]float32, n*n)
		for i := range words {
			words[i] = float32(r.NormFloat64())
		}
		return placed{program.MatrixOf(n, n).Whole(), &words}
	}
	t := &product{k: k, dst: fresh(), a: fresh(), b: fresh(), mode: mode}
	t.plan(1)
	return t
}
