package kernel

import (
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"math"
	"testing"
	"unsafe"
)

var exhaustive = flag.Bool("exhaustive", false, "run the functions over all 2^32 inputs")

// TestFunctionsExhaustive compares with the hashes that the reference has, too.
func TestFunctionsExhaustive(t *testing.T) {
	if !*exhaustive {
		t.Skip("takes minutes: go test -run Exhaustive -exhaustive -timeout 60m")
	}
	each(t, func(t *testing.T, k *Set) {
		for _, g := range []struct {
			name string
			f    Unary
			hash string
		}{
			{"exp", k.Exp, "626d1e1cbda38ba58bb0e3f1a071de9ec171d58b11fcea50acd467476d2a0c4a"},
			{"log", k.Log, "d82e97afdc30622e240894ee1bcaef2e93ff725e4c0e85d90f3ee4d3d8384a74"},
			{"tanh", k.Tanh, "b4e447d47dd3448d04f1b80341636d46b76e462db77617d081c49df02755d8bf"},
		} {
			in, out := make([]float32, 1<<16), make([]float32, 1<<16)
			bytes := unsafe.Slice((*byte)(unsafe.Pointer(&out[0])), 4*len(out)) // amd64 is little-endian
			h := sha256.New()
			for first := uint64(0); first < 1<<32; first += uint64(len(in)) {
				for i := range in {
					in[i] = math.Float32frombits(uint32(first) + uint32(i))
				}
				g.f(&out[0], &in[0], len(in))
				k.Canonical(&out[0], &out[0], len(out))
				h.Write(bytes)
			}
			if got := hex.EncodeToString(h.Sum(nil)); got != g.hash {
				t.Errorf("%s: hash %s, want %s", g.name, got, g.hash)
			}
		}
	})
}
