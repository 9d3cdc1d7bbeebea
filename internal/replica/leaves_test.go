package replica_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/commonweight/commonweight/internal/replica/replicatest"
	"github.com/commonweight/commonweight/train/program"
)

// manyLeaves is a dataset of 5 leaves, of which a window reads some.
func manyLeaves() []byte {
	payload := make([]byte, 16*300+17)
	for i := range payload {
		payload[i] = byte(i * i / 7 % 61)
	}
	return payload
}

func leaf(t *testing.T, from *replica.Replica, index uint64) []byte {
	t.Helper()
	opening, err := from.Opening(t.Context(), chain.Hash{}, chain.Demand{Kind: chain.DemandLeaf, Index: index}, chain.Hash{})
	check(t, err)
	return opening
}

// Where no store gives the dataset, a window is unknown, leaf by leaf, until what it reads was shown; then it is judged, and its lists are those
// of a machine that holds everything.
func TestLeavesThatWereShownAreEnough(t *testing.T) {
	replicatest.Long(t)
	t.Parallel()
	s := replicatest.StartOn(t, manyLeaves, func(p *program.Spec) { p.Batch, p.Window, p.Steps = 1, 2, 8 })
	full, dir := s.Replica("auto", ""), t.TempDir()
	post, err := full.Replay(t.Context(), s.Program.Genesis(), 2, nil)
	check(t, err)
	hash := s.Commit(s.Account(1), full, post)
	s.WithholdDataset()
	if _, err := s.Open("auto", dir); !errors.Is(err, replica.ErrUnknown) {
		t.Fatalf("without its dataset the run was opened: %v", err)
	}
	open := func() *replica.Replica {
		r, err := replica.Open(t.Context(), s.Client(), s.Store, s.Run, replica.Options{Dir: dir, Engine: "auto", Threads: 1, Partial: true})
		check(t, err)
		t.Cleanup(func() { check(t, r.Close()) })
		return r
	}
	r := open()
	v := r.Judge(t.Context(), hash)
	if v.Answer != replica.Unknown || v.Missing == nil || len(v.Missing.Leaves) == 0 {
		t.Fatalf("%s (%s), missing %+v", v.Answer, v.Reason, v.Missing)
	}
	if _, err := r.Replay(t.Context(), s.Program.Genesis(), 1, nil); !errors.Is(err, replica.ErrUnknown) {
		t.Errorf("a step over a hole: %v", err)
	}
	if _, err := r.Lists(t.Context(), hash); replica.MissingIn(err) == nil {
		t.Errorf("lists over a hole: %v", err)
	}
	for _, i := range v.Missing.Leaves {
		opening := leaf(t, full, i)
		for _, bit := range []int{39 * 8, 40*8 + 3, len(opening)*8 - 1} {
			spoiled := bytes.Clone(opening)
			spoiled[bit/8] ^= 1 << (bit % 8)
			if r.Take(i, spoiled) == nil {
				t.Errorf("leaf %d was taken with bit %d flipped", i, bit)
			}
		}
		if r.Take(i^1, opening) == nil || r.Take(i, opening[1:]) == nil || r.Take(99, opening) == nil {
			t.Error("a wrong opening was taken")
		}
		check(t, r.Take(i, opening))
	}
	wantAnswer(t, r.Judge(t.Context(), hash), replica.Agree, full.Root(post))
	r = open() // what was shown is still there
	wantAnswer(t, r.Judge(t.Context(), hash), replica.Agree, full.Root(post))
	sameEvidence(t, full, r, hash)

	damaged, err := filepath.Glob(filepath.Join(dir, "payloads", "*.leaves", "*"))
	check(t, err)
	check(t, os.Truncate(damaged[0], 100))
	if v := open().Judge(t.Context(), hash); v.Answer != replica.Unknown || len(v.Missing.Leaves) != 1 {
		t.Errorf("with a damaged leaf: %s, %+v", v.Answer, v.Missing)
	}
	late := open()
	s.Put(manyLeaves())
	wantAnswer(t, late.Judge(t.Context(), hash), replica.Agree, full.Root(post))
	sameEvidence(t, full, late, hash)
}

// sameEvidence compares what two machines show of a batch's first word.
func sameEvidence(t *testing.T, a, b *replica.Replica, hash chain.Hash) {
	t.Helper()
	var shown [2][]byte
	for i, r := range []*replica.Replica{a, b} {
		lists, err := r.Lists(t.Context(), hash)
		check(t, err)
		for o, op := range r.Program().Operators {
			if op.Code == program.OpLoadBatch {
				shown[i], err = lists.Evidence(t.Context(), match.Micro{Step: 1, Operator: uint32(o)})
				check(t, err)
				break
			}
		}
	}
	if len(shown[0]) == 0 || !bytes.Equal(shown[0], shown[1]) {
		t.Errorf("evidence of %d and %d bytes", len(shown[0]), len(shown[1]))
	}
}

// A checkpoint counts as published only if a store gives it, and if it is that state.
func TestPublished(t *testing.T) {
	replicatest.Long(t)
	t.Parallel()
	s := replicatest.Start(t, nil, nil)
	a, r := s.Account(1), s.Replica("auto", "")
	post := firstWindow(t, r)
	root, cid, err := r.Publish(t.Context(), post)
	check(t, err)
	first := s.CommitRoot(a, root, cid.Bytes())
	r.Keep(post)
	check(t, r.Published(t.Context(), first))
	second := s.CommitRoot(a, r.Root(replicatest.Lie(post)), cid.Bytes())
	if err := r.Published(t.Context(), second); !errors.Is(err, replica.ErrUnknown) {
		t.Errorf("another state's checkpoint: %v", err)
	}
	s.Withhold(cid)
	if err := r.Published(t.Context(), first); !errors.Is(err, replica.ErrUnknown) {
		t.Errorf("a withheld checkpoint: %v", err)
	}
}

// A state is recomputed as long as that takes less time than its key frame can still be demanded; then the bytes are asked for.
func TestWhatTakesTooLongIsMissing(t *testing.T) {
	replicatest.Long(t)
	t.Parallel()
	s := replicatest.Start(t, func(p *program.Spec) { p.Clocks.Challenge = 200 }, nil)
	a, r := s.Account(1), s.Replica("auto", "")
	post := firstWindow(t, r)
	hash := s.CommitRoot(a, r.Root(post), []byte{1})
	slow := s.Replica("auto", "")
	slow.Slow()
	_, err := slow.After(t.Context(), hash)
	if m := replica.MissingIn(err); m == nil || m.State != hash {
		t.Errorf("a slow machine says %v", err)
	}
	other := s.Replica("auto", "")
	if _, err := other.After(t.Context(), hash); err != nil {
		t.Errorf("a quick one says %v", err)
	}
}
