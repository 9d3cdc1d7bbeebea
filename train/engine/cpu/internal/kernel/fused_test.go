package kernel

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/commonweight/commonweight/train/engine/cpu/internal/fused"
	"github.com/commonweight/commonweight/train/numeric"
)

// evaluate computes a list with the reference, word by word; the streams that are written follow those that are read.
func evaluate(b fused.Body, streams [][]float32, uniforms []float32, n int) {
	for e := range n {
		results, out := make([]uint32, len(b.Code)), b.Reads()
		for t, in := range b.Code {
			var args [3]uint32
			for i, a := range in.Args() {
				switch a.Kind {
				case fused.Stream:
					args[i] = math.Float32bits(streams[a.Index][e])
				case fused.Uniform:
					args[i] = math.Float32bits(uniforms[a.Index])
				default:
					args[i] = results[a.Index]
				}
			}
			results[t] = numeric.Apply(in.Op, args[0], args[1], args[2])
			if in.Out != fused.Inner {
				streams[out][e] = math.Float32frombits(results[t])
				out++
			}
		}
	}
}

// TestFused compares every list's kernel with the reference on words of all kinds, some of its results written over what it reads.
func TestFused(t *testing.T) {
	each(t, func(t *testing.T, k *Set) {
		r := rand.New(rand.NewPCG(21, 22))
		over := []int{0, 2, 3} // what adam's m, v and p take the place of in training
		if len(k.Fused) != len(fused.Bodies) {
			t.Fatalf("%d kernels for %d lists", len(k.Fused), len(fused.Bodies))
		}
		for i, b := range fused.Bodies {
			for round, n := range append(lengths, lengths...) {
				inPlace := round%3 == 0 && b.Name == "adam"
				uniforms := fill(r, round%4 == 0, make([]float32, b.Uniforms()))
				repeated := make([]float32, 16*len(uniforms))
				for u, x := range uniforms {
					for l := range 16 {
						repeated[16*u+l] = x
					}
				}
				var got, want [][]float32
				var pointers []*float32
				for s := range b.Streams() {
					x := guarded(n)
					if s < b.Reads() {
						fill(r, round%2 == 0, x[:n])
					} else if inPlace {
						x = got[over[s-b.Reads()]]
					}
					got = append(got, x)
					want = append(want, append([]float32(nil), x...))
					pointers = append(pointers, &x[0])
				}
				if inPlace {
					for s, read := range over {
						want[b.Reads()+s] = want[read]
					}
				}
				evaluate(b, want, uniforms, n)
				k.Fused[i](&pointers[0], &repeated[0], n)
				out := b.Reads()
				for _, in := range b.Code {
					if in.Out == fused.Inner {
						continue
					}
					what := fmt.Sprintf("%s, stream %d of %d words", b.Name, out, n)
					same(t, what, got[out][:n], want[out][:n])
					checkGuard(t, what, got[out], n)
					for e, x := range got[out][:n] {
						if in.Out == fused.Canonical && x != x && math.Float32bits(x) != numeric.NaN {
							t.Fatalf("%s: word %d is %08x", what, e, math.Float32bits(x))
						}
					}
					out++
				}
			}
		}
	})
}
