package kernel

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestGeneratedNeedsNoMore reads the assembly: a set uses no instructions beyond those that Lookup asks for.
func TestGeneratedNeedsNoMore(t *testing.T) {
	avx2 := []string{"AVX", "AVX2", "FMA3", "CMOV", "MMX+"} // MMX+: prefetches, of every amd64
	for _, c := range []struct {
		file    string
		allowed []string
		refused *regexp.Regexp // also registers and instructions that the generator's notes don't show
	}{
		{"avx2_amd64.s", avx2, regexp.MustCompile(`\b([XY](1[6-9]|2\d|3[01])|Z\d+|K[0-7])\b|RSQRT|RCP|LDMXCSR`)},
		{"avx512_amd64.s", append([]string{"AVX512F", "AVX512DQ", "BMI2"}, avx2...), regexp.MustCompile(`RSQRT|RCP|LDMXCSR|_RZ|_RU|_RD|_SAE`)},
	} {
		b, err := os.ReadFile(c.file)
		if err != nil {
			t.Fatal(err)
		}
		if found := c.refused.Find(b); found != nil {
			t.Errorf("%s uses %s", c.file, found)
		}
		notes := 0
		for line := range strings.Lines(string(b)) {
			needs, ok := strings.CutPrefix(strings.TrimSpace(line), "// Requires: ")
			if !ok {
				continue
			}
			notes++
			for _, n := range strings.Split(needs, ", ") {
				if !slices.Contains(c.allowed, n) {
					t.Errorf("%s needs %s", c.file, n)
				}
			}
		}
		if notes == 0 {
			t.Errorf("%s has no notes of what it needs", c.file)
		}
	}
}
