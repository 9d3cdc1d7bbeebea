package cpu

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math"
	"testing"

	"github.com/commonweight/commonweight/train/program"
)

var levels = []string{"avx512", "avx2"}

// TestGolden follows a run that an independent C program computed from the design's pages: loss and norm of ten steps, and the last state.
func TestGolden(t *testing.T) {
	const batch, length = 4, 32
	payload := inOrder(10*batch, length, func(i int) byte { return byte(i * 31) })
	p := compile(t, run(gpt(2, 64, 4, length, 256), batch, payload))
	want := []string{
		"40b265aa 3fc8c827", "40b2bcee 3fc5fd1e", "40a65656 3fa935bb", "40aaa45e 3faf1b48", "40a0396a 3fa67d4a",
		"40a47651 3f944d4e", "409c2666 3f9fad94", "409fc30c 3f8a2368", "4098edc4 3f8f2c83", "409be1fa 3f8b2da9",
	}
	tensors := map[string]string{
		"1 wte.weight":             "694ffd14718f7d79718df049d6fa0ce9440bff22b8c1eefee969089bc3371cbe",
		"1 h.1.mlp.c_proj.weight":  "d47db24c40852569f39eab34dd9571c13aea3ccabc923edfda93ea550954fd1a",
		"1 ln_f.bias":              "4330dd7e0fecd32d31ed75462be8d0fab53fa5b871916d4c217912e49b19d473",
		"2 wte.weight":             "54fc856b6b7b4370473b5c798edea5c9c3b22676885eabd08e1530809fc8affc",
		"2 h.0.attn.c_attn.weight": "0037c8fe397ed7eedb849f3844a146db2b186799f6081b4d0ca7a32c5a813549",
		"3 h.0.ln_1.weight":        "1428fa9bcfe11fba5953bdccb74266a19eb711d82deb637945362e435fa3e48b",
		"3 wpe.weight":             "85338097963d93350fa5e484987192a90e4c01b78fb1b42e1e0486601c1bd50e",
	}
	for _, level := range levels {
		t.Run(level, func(t *testing.T) {
			e := open(t, level, p, payload, 2)
			s := p.Genesis()
			for i, w := range want {
				if err := e.Step(context.Background(), s); err != nil {
					t.Fatal(err)
				}
				got := fmt.Sprintf("%08x %08x", math.Float32bits(s.Loss()), math.Float32bits(s.Norm()))
				if got != w {
					t.Fatalf("step %d: loss and norm %s, want %s", i, got, w)
				}
			}
			found := 0
			for i, spec := range p.StateLayout[:len(s.Tensors)] {
				if w, ok := tensors[fmt.Sprintf("%d %s", spec.Section, spec.Name)]; ok {
					found++
					if got := hash(s.Tensors[i]); got != w {
						t.Errorf("%d %s: %s, want %s", spec.Section, spec.Name, got, w)
					}
				}
			}
			if found != len(tensors) || s.Clock != 10 || math.Float32bits(s.Scalars()[program.ScalarPow1]) != 0x3eb285f8 ||
				math.Float32bits(s.Scalars()[program.ScalarPow2]) != 0x3f7d7397 {
				t.Errorf("%d tensors found, clock %d, scalars %v", found, s.Clock, s.Scalars())
			}
		})
	}
}

func hash(words []float32) string {
	h := sha256.New()
	var b [4]byte
	for _, x := range words {
		binary.LittleEndian.PutUint32(b[:], math.Float32bits(x))
		h.Write(b[:])
	}
	return hex.EncodeToString(h.Sum(nil))
}
