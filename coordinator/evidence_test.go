package coordinator

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
)

// scribe writes bundles, and counts them.
type scribe struct {
	made, atOnce int
	fails        error
}

func (s *scribe) WriteBundle(_ context.Context, commitment chain.Hash, path string) (int64, error) {
	s.atOnce++
	defer func() { s.atOnce-- }()
	if s.atOnce > 1 {
		return 0, errors.New("two at a time")
	}
	time.Sleep(time.Millisecond)
	if s.fails != nil {
		return 0, s.fails
	}
	s.made++
	return 32, os.WriteFile(path, commitment[:], 0o600)
}

// TestEvidenceIsMadeOnceAndTheOldestGoes asks for bundles by many at once, and for more than are kept.
func TestEvidenceIsMadeOnceAndTheOldestGoes(t *testing.T) {
	t.Parallel()
	s := new(scribe)
	e := newEvidence(t.TempDir(), nil, func(context.Context, chain.RunID) (Replica, error) { return s, nil })
	e.runOf = func(context.Context, chain.Hash) (chain.RunID, error) { return 1, nil }
	var asking sync.WaitGroup
	for range 20 {
		asking.Go(func() {
			if path, err := e.of(t.Context(), (chain.Hash{1}).Hex()); err != nil || !made(path) {
				t.Errorf("%s: %v", path, err)
			}
		})
	}
	asking.Wait()
	if s.made != 1 {
		t.Errorf("made %d times", s.made)
	}
	for n := range bundlesKept {
		path, err := e.of(t.Context(), (chain.Hash{2, byte(n)}).Hex())
		if err != nil {
			t.Fatal(err)
		}
		later := time.Now().Add(time.Duration(n+1) * time.Minute)
		if err := os.Chtimes(path, later, later); err != nil {
			t.Fatal(err)
		}
	}
	if made(filepath.Join(e.dir, (chain.Hash{1}).Hex()+".car")) {
		t.Error("the oldest bundle is still there")
	}
	if entries, _ := os.ReadDir(e.dir); len(entries) != bundlesKept {
		t.Errorf("%d bundles are kept, want %d", len(entries), bundlesKept)
	}
	for _, wrong := range []string{"", "../../etc/passwd", "0x01", (chain.Hash{1}).Hex() + "0"} {
		if path, err := e.of(t.Context(), wrong); err == nil {
			t.Errorf("%q gave %s", wrong, path)
		}
	}
	s.fails = errors.New("missing bytes")
	if path, err := e.of(t.Context(), (chain.Hash{9}).Hex()); !errors.Is(err, s.fails) {
		t.Errorf("%s, %v", path, err)
	}
}
