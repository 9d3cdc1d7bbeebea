package cpu

import (
	"path/filepath"
	"testing"

	"github.com/commonweight/commonweight/train/engine/internal/golden"
)

const vectors = "../../../testdata/vectors"

// TestGolden follows the published run of the tiny GPT, state by state: both sets of kernels, one and two threads. Its losses, norms and
// tensors after ten steps come from an independent program.
func TestGolden(t *testing.T) {
	_, p, payload := golden.Tiny(t, vectors)
	var want golden.States
	golden.Read(t, filepath.Join(vectors, "gpt-tiny-states.json"), &want)
	if len(want.States) != p.Spec.Steps+1 {
		t.Fatalf("%d states", len(want.States))
	}
	if testing.Short() {
		want.States = want.States[:10]
	}
	everyEngine(t, p, payload, func(t *testing.T, e *Engine) {
		s := p.Genesis()
		for i, hash := range want.States {
			if got := golden.StateHash(s); got != hash {
				t.Fatalf("state after %d steps: %s, want %s", i, got, hash)
			}
			advance(t, e, s)
		}
	})
}
