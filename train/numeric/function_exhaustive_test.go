package numeric

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"flag"
	"math"
	"runtime"
	"testing"
)

var exhaustive = flag.Bool("exhaustive", false, "run the tests over all 2^32 inputs")

// golden hashes: SHA-256 over the outputs of all 2^32 inputs in ascending bit order, 4 bytes little-endian each. They were printed by
// an independent C program written from the numeric profile alone.
var goldenFunctions = []struct {
	name string
	f    func(float32) float32
	hash string
}{
	{"exp", Exp, "626d1e1cbda38ba58bb0e3f1a071de9ec171d58b11fcea50acd467476d2a0c4a"},
	{"log", Log, "d82e97afdc30622e240894ee1bcaef2e93ff725e4c0e85d90f3ee4d3d8384a74"},
	{"tanh", Tanh, "b4e447d47dd3448d04f1b80341636d46b76e462db77617d081c49df02755d8bf"},
}

func TestFunctionsExhaustive(t *testing.T) {
	if !*exhaustive {
		t.Skip("takes minutes: make golden-exhaustive")
	}
	all := sha256.New()
	for _, g := range goldenFunctions {
		one := sha256.New()
		overAllInputs(g.f, func(outputs []byte) {
			one.Write(outputs)
			all.Write(outputs)
		})
		if hash := hex.EncodeToString(one.Sum(nil)); hash != g.hash {
			t.Errorf("%s: hash %s, want %s", g.name, hash, g.hash)
		}
	}
	if hash := hex.EncodeToString(all.Sum(nil)); hash != "9ea8b283a848a71bd9b7d00ffe123dd26a5f2c5f988dce6c7081285aa2ff9001" {
		t.Errorf("all three: hash %s", hash)
	}
}

// overAllInputs gives use the outputs of all inputs in order, computed by all cores.
func overAllInputs(f func(float32) float32, use func([]byte)) {
	const block = 1 << 20
	ahead := make(chan chan []byte, runtime.GOMAXPROCS(0))
	go func() {
		defer close(ahead)
		for first := uint64(0); first < 1<<32; first += block {
			done := make(chan []byte, 1)
			ahead <- done
			go func() {
				outputs := make([]byte, 0, 4*block)
				for u := first; u < first+block; u++ {
					y := f(math.Float32frombits(uint32(u)))
					outputs = binary.LittleEndian.AppendUint32(outputs, math.Float32bits(y))
				}
				done <- outputs
			}()
		}
	}()
	for done := range ahead {
		use(<-done)
	}
}
