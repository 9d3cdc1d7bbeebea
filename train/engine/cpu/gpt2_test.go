package cpu

import (
	"context"
	"fmt"
	"runtime/debug"
	"syscall"
	"testing"
	"time"

	"github.com/commonweight/commonweight/train/engine/cpu/internal/kernel"
	"github.com/commonweight/commonweight/train/program"
)

// BenchmarkGPT2 is a step of GPT-2 with 124 million parameters. Work is 6N + 6LCT per token, as is usual for causal attention. cpu-ms and
// %peak go by the time that processors spent, so they mean something on a busy machine too: %peak compares a step with a loop that only
// multiplies and adds. Peak memory is the process's, so run one case at a time to read it: -bench GPT2/avx512/B4xT64/threads=2.
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
					spent := processorTime()
					for b.Loop() {
						if err := e.Step(context.Background(), s); err != nil {
							b.Fatal(err)
						}
					}
					spent = processorTime() - spent
					parameters := 0
					for i := range p.Parameters {
						parameters += p.StateLayout[i].Shape.Words()
					}
					tokens := float64(batch * length)
					work := tokens * float64(6*parameters+6*layers*width*length) * float64(b.N) / 1e9
					b.ReportMetric(work/b.Elapsed().Seconds(), "GFLOP/s")
					b.ReportMetric(1000*spent/float64(b.N), "cpu-ms")
					b.ReportMetric(100*work/spent/peak(e.k), "%peak")
					b.ReportMetric(float64(first.Milliseconds()), "first-ms")
					b.ReportMetric(peakMemory(), "peak-GiB")
				})
			}
		}
	}
}

// peak measures GFLOP/s of one core: the largest block of outputs on panels that stay in the first-level cache.
func peak(k *kernel.Set) float64 {
	const terms, rounds = 64, 20000
	a, panel, c := program.Memory(terms*k.ProductRows[0]), program.Memory(terms*k.Panel), program.Memory(k.ProductRows[0]*k.Panel)
	best := 0.0
	for range 10 {
		began := processorTime()
		for range rounds {
			k.Products[0](terms, &a[0], 4, 4*k.ProductRows[0], &panel[0], &c[0], 4*k.Panel, 0, &panel[0], 0)
		}
		best = max(best, float64(2*terms*rounds*k.ProductRows[0]*k.Panel)/(processorTime()-began)/1e9)
	}
	return best
}

// processorTime is what all threads of the process used, in seconds.
func processorTime() float64 {
	var use syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &use)
	return float64(use.Utime.Nano()+use.Stime.Nano()) / 1e9
}

// peakMemory is the most the process ever had resident, in GiB.
func peakMemory() float64 {
	var use syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &use)
	return float64(use.Maxrss) / (1 << 20)
}
