package replica_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/commonweight/commonweight/internal/replica/replicatest"
)

// twoWindows commits a true window and one with a flipped bit above it.
func twoWindows(t *testing.T) (r *replica.Replica, truth, lie chain.Hash) {
	t.Helper()
	stage := replicatest.Start(t, nil, nil)
	r = stage.Replica("auto", "")
	state, err := r.Fetch(t.Context(), r.Genesis())
	check(t, err)
	first, err := r.Replay(t.Context(), state, 4, nil)
	check(t, err)
	truth = stage.Commit(stage.Account(1), r, first)
	second, err := r.Replay(t.Context(), first, 4, nil)
	check(t, err)
	return r, truth, stage.Commit(stage.Account(1), r, replicatest.Lie(second))
}

func bundleOf(t *testing.T, r *replica.Replica, commitment chain.Hash) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "evidence.car")
	size, err := r.WriteBundle(t.Context(), commitment, path)
	check(t, err)
	info, err := os.Stat(path)
	check(t, err)
	if info.Size() != size {
		t.Errorf("it says %d bytes, the file has %d", size, info.Size())
	}
	if entries, err := os.ReadDir(filepath.Dir(path)); err != nil || len(entries) != 1 {
		t.Errorf("left beside the bundle: %v, %v", entries, err)
	}
	return path
}

func offline(t *testing.T, engine string) replica.Options {
	return replica.Options{Dir: t.TempDir(), Engine: engine, Threads: 1}
}

// TestBundleChecksOffline: a file alone is enough to tell a true window from a false one, on any engine.
func TestBundleChecksOffline(t *testing.T) {
	r, truth, lie := twoWindows(t)
	for commitment, want := range map[chain.Hash]replica.Answer{truth: replica.Agree, lie: replica.Disagree} {
		path := bundleOf(t, r, commitment)
		for _, engine := range []string{"auto", "portable"} {
			o := offline(t, engine)
			b, err := replica.OpenBundle(t.Context(), path, o)
			check(t, err)
			if b.Commitment != commitment {
				t.Errorf("the bundle is about %s, want %s", b.Commitment, commitment)
			}
			h, v := b.Check(t.Context())
			if v.Answer != want || h == nil || len(h.Roots) != 5 {
				t.Errorf("%s on %s: %s (%s), want %s", commitment, engine, v.Answer, v.Reason, want)
			}
			check(t, b.Close())
			if left, err := os.ReadDir(o.Dir); err != nil || len(left) != 0 {
				t.Errorf("left behind: %v, %v", left, err)
			}
		}
	}
}

// TestBundleIsReproducible: the same commitment gives the same bytes.
func TestBundleIsReproducible(t *testing.T) {
	r, _, lie := twoWindows(t)
	one, err := os.ReadFile(bundleOf(t, r, lie))
	check(t, err)
	two, err := os.ReadFile(bundleOf(t, r, lie))
	check(t, err)
	if string(one) != string(two) {
		t.Error("two bundles of one commitment differ")
	}
	t.Logf("%d bytes", len(one))
}

// TestBundleRefusesFlippedBits: a bit flipped anywhere in the file makes it no evidence at all.
func TestBundleRefusesFlippedBits(t *testing.T) {
	r, _, lie := twoWindows(t)
	path := bundleOf(t, r, lie)
	sound, err := os.ReadFile(path)
	check(t, err)
	stride := 401
	if testing.Short() {
		stride = 4001
	}
	refused := func(what string, bad []byte) {
		t.Helper()
		check(t, os.WriteFile(path, bad, 0o644))
		b, err := replica.OpenBundle(t.Context(), path, offline(t, "auto"))
		if err == nil {
			check(t, b.Close())
			t.Fatalf("%s, and the bundle was taken", what)
		}
		if !errors.Is(err, replica.ErrUnknown) {
			t.Errorf("%s: %v isn't unknown", what, err)
		}
	}
	for at := 0; at < len(sound); at += stride {
		bad := append([]byte(nil), sound...)
		bad[at] ^= 1 << (at % 8)
		refused("a bit flipped", bad)
	}
	refused("the last byte cut off", sound[:len(sound)-1])
	refused("a byte added", append(append([]byte(nil), sound...), 0))
	refused("nothing in it", nil)
	if _, err := replica.OpenBundle(context.Background(), path+".no", offline(t, "auto")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no file: %v", err)
	}
}
