package cpu

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"syscall"
	"testing"
	"time"

	"github.com/commonweight/commonweight/train/engine/cpu/internal/kernel"
)

// BenchmarkGPT2 is a step of GPT-2 with 124 million parameters. GFLOP/s count 6N + 6LCT per token, as is usual for causal attention;
// peak is their share of what the threads reach when all they do is to multiply and add. Peak memory is the process's, so run one case
// at a time to read it: -bench GPT2/avx512/B4xT64/threads=2.
func BenchmarkGPT2(b *testing.B) {
	payload := randomBytes(1 << 20)
	const batch, layers, width = 4, 12, 768
	for _, level := range levels {
		for _, length := range []int{64, 256} {
			for _, threads := range []int{1, 2} {
				b.Run(fmt.Sprintf("%s/B4xT%d/threads=%d", level, length, threads), func(b *testing.B) {
					spec := run(gpt(layers, width, 12, length, 50257), batch, payload)
					spec.Dataset.TokenBytes = 2
					p := compile(b, spec)
					e := open(b, level, p, payload, threads)
					s := p.Genesis()
					debug.FreeOSMemory() // what genesis and earlier cases left
					began := time.Now()
					advance(b, e, s)
					first := time.Since(began)
					for b.Loop() {
						if err := e.Step(context.Background(), s); err != nil {
							b.Fatal(err)
						}
					}
					parameters := 0
					for i := range p.Parameters {
						parameters += p.StateLayout[i].Shape.Words()
					}
					tokens := float64(batch * length)
					work := tokens * float64(6*parameters+6*layers*width*length) * float64(b.N) / b.Elapsed().Seconds() / 1e9
					b.ReportMetric(work, "GFLOP/s")
					b.ReportMetric(100*work/peak(e.k, threads), "%peak")
					b.ReportMetric(float64(first.Milliseconds()), "first-ms")
					b.ReportMetric(peakMemory(), "peak-GiB")
				})
			}
		}
	}
}

// peak measures GFLOP/s of the largest block of outputs on panels that stay in the first-level cache.
func peak(k *kernel.Set, threads int) float64 {
	const terms, rounds = 64, 20000
	best := 0.0
	for range 5 {
		done := make(chan struct{})
		began := time.Now()
		for range threads {
			go func() {
				runtime.LockOSThread()
				a, panel, c := aligned(terms*k.ProductRows[0]), aligned(terms*k.Panel), aligned(k.ProductRows[0]*k.Panel)
				for range rounds {
					k.Products[0](terms, &a[0], 4, 4*k.ProductRows[0], &panel[0], &c[0], 4*k.Panel, 0)
				}
				done <- struct{}{}
			}()
		}
		for range threads {
			<-done
		}
		work := float64(2*terms*rounds*k.ProductRows[0]*k.Panel*threads) / time.Since(began).Seconds() / 1e9
		best = max(best, work)
	}
	return best
}

// peakMemory is the most the process ever had resident, in GiB.
func peakMemory() float64 {
	var use syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &use)
	return float64(use.Maxrss) / (1 << 20)
}
