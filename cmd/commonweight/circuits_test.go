package main

import (
	"errors"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/internal/replica/replicatest"
)

// A step is checked from the checkpoint before its window: a published state, here an altered one, and not from genesis.
func TestStepIsReplayedFromTheCheckpointBeforeIt(t *testing.T) {
	s := replicatest.Start(t, nil, nil)
	r := s.Replica("auto", "")
	published := s.Program.Genesis()
	published.Clock = 4
	published.Tensors[0][0]++
	s.Commit(s.Account(1), r, published)
	for step, after := range map[uint64]int{4: 0, 6: 2} {
		want, err := r.Replay(t.Context(), published, after, nil)
		if err != nil {
			t.Fatal(err)
		}
		got, err := stateBefore(t.Context(), s.Replica("portable", ""), step)
		if err != nil {
			t.Fatal(err)
		}
		if r.Root(got) != r.Root(want) {
			t.Errorf("step %d is replayed from another state", step)
		}
	}
	if _, err := stateBefore(t.Context(), r, 8); exitCode(t.Context(), err) != exitUnknown {
		t.Errorf("a step above a window that isn't committed: %v", err)
	}
	if _, err := stateBefore(t.Context(), r, 12); exitCode(t.Context(), err) != exitBadInput {
		t.Errorf("a step beyond the run: %v", err)
	}
}

// A proof that the machine has no room for isn't begun.
func TestProofNeedsItsMemory(t *testing.T) {
	if free, told := freeMemory(strings.NewReader("MemTotal:  8000000 kB\nMemFree:   1 kB\nMemAvailable:    3072 kB\n")); !told || free != 3<<20 {
		t.Errorf("%d bytes free, told: %v", free, told)
	}
	if _, told := freeMemory(strings.NewReader("MemTotal:  8000000 kB\n")); told {
		t.Error("an old kernel is said to tell")
	}
	var e *errMemory
	if err := memoryFor(1 << 60); err != nil && !errors.As(err, &e) {
		t.Error(err)
	}
	if err := memoryFor(1); err != nil {
		t.Error(err)
	}
}
