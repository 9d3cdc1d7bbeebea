package replica_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/commonweight/commonweight/internal/replica/replicatest"
	"github.com/commonweight/commonweight/train/engine/cpu"
	"github.com/commonweight/commonweight/train/program"
)

func wantAnswer(t *testing.T, v replica.Verdict, want replica.Answer, root chain.Hash) {
	t.Helper()
	if v.Answer != want || v.Root != root {
		t.Errorf("%s with root %s (%s), want %s with root %s", v.Answer, v.Root, v.Reason, want, root)
	}
}

// The prototype's pitfall 18: a comparison with a tolerance let a worker steer the weights. Here one bit is a lie.
func TestPitfall18OneBitIsALie(t *testing.T) {
	t.Parallel()
	s := replicatest.Start(t, nil, nil)
	truth := s.Truth()
	a, r := s.Account(1), s.Replica("auto", "")
	post := firstWindow(t, r)
	honest := s.Commit(a, r, post)
	next, err := r.Replay(t.Context(), post, 4, nil)
	check(t, err)
	lie := s.Commit(a, r, replicatest.Lie(next))
	onLie, err := r.Replay(t.Context(), replicatest.Lie(next), 4, nil)
	check(t, err)
	child := s.Commit(a, r, onLie)

	// On a machine that has seen nothing yet, on each engine.
	for _, engine := range []string{"avx512", "avx2", "portable"} {
		if engine != "portable" && !cpu.Supported(engine) {
			continue
		}
		judge := s.Replica(engine, "")
		wantAnswer(t, judge.Judge(t.Context(), honest), replica.Agree, truth[0])
		wantAnswer(t, judge.Judge(t.Context(), lie), replica.Disagree, truth[1])
		// A window is judged from its own pre root: this one is right about a wrong start.
		wantAnswer(t, judge.Judge(t.Context(), child), replica.Agree, judge.Root(onLie))
	}
	wantAnswer(t, r.Judge(t.Context(), chain.Hash{9}), replica.Unknown, chain.Hash{})
}

// One bad source made an honest agent dispute the truth: two replays without a common code path must agree before anything is bonded.
func TestMachineThatContradictsItselfAnswersUnknown(t *testing.T) {
	replicatest.Long(t)
	t.Parallel()
	s := replicatest.Start(t, nil, nil)
	truth := s.Truth()
	a, r := s.Account(1), s.Replica("auto", "")
	post := firstWindow(t, r)
	honest := s.Commit(a, r, post)
	next, err := r.Replay(t.Context(), post, 4, nil)
	check(t, err)
	lie := s.Commit(a, r, replicatest.Lie(next))
	for _, second := range []bool{false, true} {
		broken := s.Replica("auto", "")
		broken.Break(second)
		v := broken.Judge(t.Context(), lie)
		wantAnswer(t, v, replica.Unknown, chain.Hash{})
		if !strings.Contains(v.Reason, "contradicts itself") {
			t.Errorf("said %q", v.Reason)
		}
		if !second {
			wantAnswer(t, broken.Judge(t.Context(), honest), replica.Unknown, chain.Hash{})
		} else {
			wantAnswer(t, broken.Judge(t.Context(), honest), replica.Agree, truth[0])
		}
	}
}

func TestVerifyStepByStep(t *testing.T) {
	replicatest.Long(t)
	t.Parallel()
	s := replicatest.Start(t, nil, nil)
	truth := s.Truth()
	a, r := s.Account(1), s.Replica("auto", "")
	post := firstWindow(t, r)
	s.Commit(a, r, post)
	next, err := r.Replay(t.Context(), post, 4, nil)
	check(t, err)
	lie := s.Commit(a, r, replicatest.Lie(next))
	hash, err := r.Committed(t.Context(), 6)
	check(t, err)
	if hash != lie {
		t.Fatal("step 6 isn't in window 1")
	}
	h, err := r.History(t.Context(), hash, 4, 7)
	check(t, err)
	if h.First != 4 || len(h.Roots) != 5 || len(h.Losses) != 4 || h.Roots[0] != truth[0] || h.Roots[4] != truth[1] || h.Agrees() {
		t.Errorf("a wrong history: %+v", h)
	}
	part, err := r.History(t.Context(), hash, 5, 5)
	check(t, err)
	for i, root := range part.Roots {
		want := h.Roots[i]
		if i == 1 || i == 3 { // after steps 4 and 6, which nobody asked for
			want = chain.Hash{}
		}
		if root != want {
			t.Errorf("asked for step 5 only, root %d is %v, want %v", i, root, want)
		}
	}
	d, differ, err := r.Differ(t.Context(), h.Post, hash)
	check(t, err)
	if !differ || d.Words != 1 || d.A^d.B != 1 || d.Column != 3 {
		t.Errorf("a wrong difference: %v", d)
	}
	_, err = r.Committed(t.Context(), 8)
	wantUnknown(t, err, "step 8 lies in window 2, and only 2 windows are committed")
}

// A withheld post state can be recomputed from the last checkpoint and the dataset.
func TestWithheldCheckpointsAreRecomputedFromTheNearestAncestor(t *testing.T) {
	replicatest.Long(t)
	t.Parallel()
	s := replicatest.Start(t, nil, nil)
	truth := s.Truth()
	a, r := s.Account(1), s.Replica("auto", "")
	state := firstWindow(t, r)
	var hashes []chain.Hash
	for range 3 {
		hashes = append(hashes, s.Commit(a, r, state))
		_, cid, err := r.Publish(t.Context(), state)
		check(t, err)
		s.Withhold(cid)
		state, err = r.Replay(t.Context(), state, 4, nil)
		check(t, err)
	}
	dir := t.TempDir()
	other := s.Replica("avx2", dir)
	_, err := other.Fetch(t.Context(), hashes[2])
	wantUnknown(t, err, "checkpoint of")
	got, err := other.After(t.Context(), hashes[2])
	check(t, err)
	if other.Root(got) != truth[2] {
		t.Error("recomputed another state")
	}
	wantAnswer(t, other.Judge(t.Context(), hashes[2]), replica.Agree, truth[2])

	// The recomputed states are on disk for the next start, and hashed again.
	third := s.Replica("portable", dir)
	_, err = third.Fetch(t.Context(), hashes[2])
	check(t, err)
	files, err := filepath.Glob(filepath.Join(dir, "states", "*"))
	check(t, err)
	if len(files) != 3 {
		t.Errorf("%d states on disk, want 3", len(files))
	}
	for _, path := range files {
		data, err := os.ReadFile(path)
		check(t, err)
		data[len(data)-1] ^= 1
		check(t, os.WriteFile(path, data, 0o644))
	}
	fourth := s.Replica("avx2", dir)
	_, err = fourth.Fetch(t.Context(), hashes[2])
	wantUnknown(t, err, "checkpoint of")
}

// Roots published and weights withheld: a lie that can't be had and can't be recomputed is unknown, and so is what stands on it.
func TestWithheldLieIsUnknownAbove(t *testing.T) {
	replicatest.Long(t)
	t.Parallel()
	s := replicatest.Start(t, nil, nil)
	a, r := s.Account(1), s.Replica("auto", "")
	lie := replicatest.Lie(firstWindow(t, r))
	below := s.Commit(a, r, lie)
	_, cid, err := r.Publish(t.Context(), lie)
	check(t, err)
	onLie, err := r.Replay(t.Context(), lie, 4, nil)
	check(t, err)
	above := s.Commit(a, r, onLie)
	s.Withhold(cid)
	judge := s.Replica("avx2", "")
	wantAnswer(t, judge.Judge(t.Context(), below), replica.Disagree, s.Truth()[0])
	wantAnswer(t, judge.Judge(t.Context(), above), replica.Unknown, chain.Hash{})
}

// The prototype's pitfalls 16 and 17: it unpickled whatever a CID pointed to, of any size.
func TestPitfall16And17WhateverACIDPointsToIsBoundedAndChecked(t *testing.T) {
	replicatest.Long(t)
	t.Parallel()
	s := replicatest.Start(t, func(spec *program.Spec) { spec.Steps = 40 }, nil)
	a := s.Account(1)
	head := make([]byte, 1<<20)
	for i := range 8 {
		head[i] = 0xff // a header of 2^64 bytes, if one believes it
	}
	for name, cid := range map[string][]byte{
		"a huge header": s.Put(head).Bytes(),
		"huge":          s.Put(make([]byte, 64<<20)).Bytes(),
		"empty":         s.Put(nil).Bytes(),
		"pickle":        s.Put([]byte("cos\nsystem\n(S'true'\ntR.")).Bytes(),
		"a URL":         []byte("http://127.0.0.1/weights.pkl"),
		"64 bytes":      make([]byte, 64),
	} {
		hash := s.CommitRoot(a, chain.Hash{1, byte(len(name))}, cid)
		r := s.Replica("auto", "")
		if _, err := r.Fetch(t.Context(), hash); err == nil {
			t.Errorf("%s was taken for a checkpoint", name)
		} else {
			wantUnknown(t, err, hash.Hex())
		}
	}
}

// The whole history isn't downloaded on each poll: a replica asks for a checkpoint once.
func TestCheckpointIsFetchedOnce(t *testing.T) {
	replicatest.Long(t)
	t.Parallel()
	s := replicatest.Start(t, nil, nil)
	r := s.Replica("auto", "")
	post := firstWindow(t, r)
	hash := s.Commit(s.Account(1), r, post)
	_, cid, err := r.Publish(t.Context(), post)
	check(t, err)
	other := s.Replica("avx2", "")
	_, err = other.Fetch(t.Context(), hash)
	check(t, err)
	s.Withhold(cid)
	_, err = other.Fetch(t.Context(), hash)
	check(t, err)
}
