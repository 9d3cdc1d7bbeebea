package cuda

import (
	"flag"
	"path/filepath"
	"testing"

	"github.com/commonweight/commonweight/train/engine/cuda/plan"
	"github.com/commonweight/commonweight/train/engine/internal/golden"
)

const vectors = "../../../testdata/vectors"

var all = flag.Bool("all", false, "follow all hundred published states by emulation (minutes)")

// TestGolden follows the published run of the tiny GPT: launches, memory and emitted code of whole steps, every word watched for races. Plans
// that cut products otherwise, and levels that run the other way round, give the same states.
func TestGolden(t *testing.T) {
	slow(t)
	_, p, payload := golden.Tiny(t, vectors)
	var want golden.States
	golden.Read(t, filepath.Join(vectors, "gpt-tiny-states.json"), &want)
	s := p.Genesis()
	for i, on_ := range []struct {
		emulator
		o plan.Options
	}{
		{emulator{races: true}, plan.Options{}},
		{emulator{reverse: true}, plan.Options{Shape: 1}},
		{emulator{races: true}, plan.Options{Shape: 3, Split: 2}},
	} {
		step(t, on(t, &on_.emulator, p, payload, on_.o), s)
		if got := golden.StateHash(s); got != want.States[i+1] {
			t.Fatalf("state after %d steps: %s, want %s", i+1, got, want.States[i+1])
		}
	}
	if !*all {
		return
	}
	e := on(t, &emulator{}, p, payload, plan.Options{})
	for i, hash := range want.States[s.Clock+1:] {
		step(t, e, s)
		if got := golden.StateHash(s); got != hash {
			t.Fatalf("state after %d steps: %s, want %s", s.Clock, got, hash)
		}
		if i%10 == 0 {
			t.Logf("%d steps", s.Clock)
		}
	}
}
