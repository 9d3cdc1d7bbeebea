package kernels

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/train/engine/cuda/internal/ptx"
)

// TestProfile reads every instruction of every kernel.
func TestProfile(t *testing.T) {
	for name, text := range Modules() {
		if err := ptx.Check(text); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestCheckRefuses plants what a compiler might emit, or a hand might write.
func TestCheckRefuses(t *testing.T) {
	text := Modules()["product"]
	for what, change := range map[string][2]string{
		"a flushed product":       {"fma.rn.f32 ", "fma.rn.ftz.f32 "},
		"a sum of no rounding":    {"add.rn.f32 ", "add.f32 "},
		"a sum rounded down":      {"add.rn.f32 ", "add.rm.f32 "},
		"a saturated sum":         {"add.rn.f32 ", "add.rn.sat.f32 "},
		"another width":           {"add.rn.f32 ", "add.rn.f64 "},
		"an approximate quotient": {"add.rn.f32 ", "div.approx.f32 "},
		"a maximum":               {"add.rn.f32 ", "max.f32 "},
		"an atomic sum":           {"st.global.f32 ", "red.global.add.f32 "},
		"another target":          {".target sm_70", ".target sm_90a"},
		"a call":                  {"bar.sync \t0;", "call.uni f, ();"},
	} {
		changed := strings.Replace(text, change[0], change[1], 1)
		if changed == text {
			t.Fatalf("%s: nothing to change", what)
		}
		if err := ptx.Check(changed); !errors.Is(err, ptx.ErrProfile) && !errors.Is(err, ptx.ErrSyntax) {
			t.Errorf("%s passes: %v", what, err)
		}
	}
}

// TestContraction: a product and a sum are one instruction only where the source says fma.
func TestContraction(t *testing.T) {
	fused := func(kernel string) bool {
		return strings.HasPrefix(kernel, "product_") || strings.HasSuffix(kernel, "_dot") || strings.HasSuffix(kernel, "_sqsum")
	}
	seen := 0
	for _, text := range Modules() {
		for _, part := range strings.Split(text, ".visible .entry ")[1:] {
			kernel, body, _ := strings.Cut(part, "(")
			if has := strings.Contains(body, "fma."); has != fused(kernel) {
				t.Errorf("%s: fma is there: %v", kernel, has)
			}
			if strings.Contains(body, "mul.rn.f32") || strings.Contains(body, "mad.") && strings.Contains(body, "mad.rn") {
				t.Errorf("%s multiplies without adding", kernel)
			}
			seen++
		}
	}
	if seen < 30 {
		t.Errorf("only %d kernels", seen)
	}
}

// TestSources: the PTX was made of the sources as they are.
func TestSources(t *testing.T) {
	list, err := os.ReadFile("sources.sha256")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(list)), "\n")
	if len(lines) != len(Modules())+1 {
		t.Errorf("%d sources", len(lines))
	}
	for _, line := range lines {
		want, name, _ := strings.Cut(line, "  ")
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if sum := sha256.Sum256(source); hex.EncodeToString(sum[:]) != want {
			t.Errorf("%s has changed since its PTX was made: make clang, then go generate ./train/engine/cuda/kernels", name)
		}
	}
}
