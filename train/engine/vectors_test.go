package engine

import (
	"errors"
	"math"
	"testing"

	"github.com/commonweight/commonweight/train/engine/internal/golden"
	"github.com/commonweight/commonweight/train/engine/portable"
)

// TestVectors: every engine, on one thread and on several, computes every operator as the golden vectors have it. These are the vectors that
// each mutant of the profile fails (train/numeric, TestMutantsFail), among them the missing final +0, which no state root would show.
func TestVectors(t *testing.T) {
	for _, v := range golden.Operators(t, vectors) {
		p, s, payload := v.Program(t)
		check := func(engine string, threads int, got []uint32) {
			for i, want := range v.Result.Words {
				if got[i] != want {
					t.Fatalf("%s, %d threads: word %d of %s is %08x, want %08x", engine, threads, i, v.Name, got[i], want)
				}
			}
		}
		reference, err := portable.New(p, payload)
		if err != nil {
			t.Fatal(err)
		}
		enough := errors.New("the small program has no clock to advance")
		err = reference.Trace(t.Context(), s, func(operator int, words []uint32) error {
			check(Portable, 1, words)
			return enough
		})
		if !errors.Is(err, enough) {
			t.Fatal(err)
		}
		for _, level := range available(t)[1:] {
			for _, threads := range []int{1, 2, 3, 8} {
				after := s.Clone()
				if err := open(t, level, p, payload, threads).Step(t.Context(), after); err != nil {
					t.Fatal(err)
				}
				words := make([]uint32, len(after.Tensors[0]))
				for i, x := range after.Tensors[0] {
					words[i] = math.Float32bits(x)
				}
				check(level, threads, words)
			}
		}
	}
}
