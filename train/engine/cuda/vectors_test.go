package cuda

import (
	"math"
	"regexp"
	"slices"
	"testing"

	"github.com/commonweight/commonweight/train/engine/cuda/plan"
	"github.com/commonweight/commonweight/train/engine/internal/golden"
)

// TestVectors: the emitted code computes every operator as the golden vectors have it, whatever the tile and the split of k are. These are
// the vectors that each mutant of the profile fails (train/numeric, TestMutantsFail).
func TestVectors(t *testing.T) {
	slow(t)
	for _, v := range golden.Operators(t, vectors) {
		options := []plan.Options{{}}
		if v.Operator == "matmul" {
			options = []plan.Options{{Shape: 1, Split: 2}, {Shape: 2, Split: 1}, {Shape: 3, Split: 3}}
		}
		for _, o := range options {
			p, before, payload := v.Program(t)
			for _, e := range engines(t, p, payload, o) {
				s := before.Clone()
				step(t, e, s)
				for i, want := range v.Result.Words {
					if got := math.Float32bits(s.Tensors[0][i]); got != want {
						t.Errorf("%s, %+v: word %d of %s %s is %08x, want %08x", e.Device().Name, o, i, v.Mode, v.Name, got, want)
						break
					}
				}
			}
		}
	}
}

// TestMistakesFail plants mistakes in the emitted code: the vectors of every operator that has the instruction tell.
func TestMistakesFail(t *testing.T) {
	slow(t)
	cases := golden.Operators(t, vectors)
	replace := func(pattern, by string) func(string) string {
		r := regexp.MustCompile(pattern)
		return func(text string) string { return r.ReplaceAllString(text, by) }
	}
	for what, c := range map[string]struct {
		mistake   func(string) string
		operators []string
	}{
		"unfused":       {replace(`fma\.rn\.f32 \t(\S+), (\S+), (\S+), (\S+);`, "mul.rn.f32 %f0, $2, $3;\n\tadd.rn.f32 $1, %f0, $4;"), []string{"matmul", "column_reduce", "tile_reduce"}},
		"lanes swapped": {replace(`shfl\.sync\.down\.b32\t(\S+), (\S+), 8,`, "shfl.sync.down.b32\t$1, $2, 4,"), []string{"tile_reduce"}},
	} {
		caught := map[string]bool{}
		for _, v := range cases {
			if !slices.Contains(c.operators, v.Operator) || caught[v.Operator] {
				continue
			}
			p, s, payload := v.Program(t)
			step(t, on(t, &emulator{mistake: c.mistake}, p, payload, plan.Options{Shape: 3}), s)
			caught[v.Operator] = !slices.Equal(wordsOf(s.Tensors[0]), v.Result.Words)
		}
		for _, operator := range c.operators {
			if !caught[operator] {
				t.Errorf("%s: no vector of %s tells", what, operator)
			}
		}
	}
}
