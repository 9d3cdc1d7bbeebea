package pin

import (
	"context"
	"log/slog"
	"math"
	"path/filepath"
	"testing"
	"time"

	"github.com/commonweight/commonweight/coordinator/index"
	"github.com/commonweight/commonweight/coordinator/store"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/ipfs"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/commonweight/commonweight/internal/replica/replicatest"
	"github.com/commonweight/commonweight/train/program"
)

var quiet = slog.New(slog.DiscardHandler)

// scene is a run of six windows, every third a key frame, with an index and a keeper of contents.
type scene struct {
	*replicatest.Stage
	t       *testing.T
	worker  *chain.Account
	replica *replica.Replica
	store   *store.Store
	config  Config
	pins    *Pins
}

func newScene(t *testing.T) *scene {
	t.Helper()
	s := &scene{t: t, Stage: replicatest.Start(t, func(spec *program.Spec) { spec.Steps, spec.KeyFrames = 24, 3 }, nil)}
	s.worker, s.replica = s.Account(3), s.Replica("portable", "")
	var err error
	client := s.Client()
	if s.store, err = store.Open(t.Context(), filepath.Join(t.TempDir(), "index.db"), index.Identity(client.Deployment())); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- index.New(client, s.store, quiet).Run(ctx) }()
	t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
		s.store.Close()
	})
	s.config = Config{Client: client, Index: s.store, Storage: s.Store, Dir: t.TempDir(), Log: quiet, Policy: Policy{Recent: 1, Most: 1 << 40, Whole: 1 << 30}}
	s.open()
	return s
}

func (s *scene) open() {
	s.t.Helper()
	var err error
	if s.pins, err = Open(s.config); err != nil {
		s.t.Fatal(err)
	}
}

// commit commits the next window and returns the state after it.
func (s *scene) commit(pre *program.State) (chain.Hash, *program.State) {
	s.t.Helper()
	post, err := s.replica.Replay(s.t.Context(), pre, 4, nil)
	if err != nil {
		s.t.Fatal(err)
	}
	return s.Commit(s.worker, s.replica, post), post
}

// sweep sweeps once the index knows all that has happened.
func (s *scene) sweep() Status {
	s.t.Helper()
	tip, err := s.worker.HeaderAt(s.t.Context(), s.worker.Latest().Number)
	if err != nil {
		s.t.Fatal(err)
	}
	for head := s.store.Head(); head == nil || head.Number < tip.Number; head = s.store.Head() {
		time.Sleep(5 * time.Millisecond)
	}
	for _, m := range s.pins.missing {
		m.next = time.Time{}
	}
	if err := s.pins.Sweep(s.t.Context()); err != nil {
		s.t.Fatal(err)
	}
	return s.pins.Status()
}

func (s *scene) held(commitment chain.Hash) bool {
	s.t.Helper()
	r := s.pins.records[commitment.Hex()]
	if r == nil {
		return false
	}
	held, err := s.Store.Has(s.t.Context(), r.CID)
	if err != nil {
		s.t.Fatal(err)
	}
	if held == r.Dropped {
		s.t.Errorf("%s: in the store %v, dropped %v", commitment.Hex(), held, r.Dropped)
	}
	return held
}

func (s *scene) finalise(windows uint64) {
	s.t.Helper()
	ctx, cancel := context.WithTimeout(s.t.Context(), 2*time.Minute)
	defer cancel()
	for range s.worker.Blocks(ctx) {
		if _, err := s.worker.Finalise(ctx, s.Run, 16); err != nil && !chain.IsRevert(err) {
			s.t.Fatal(err)
		}
		p, err := s.worker.Progress(ctx, s.Run)
		if err != nil {
			s.t.Fatal(err)
		}
		if p.AnchorCount >= windows {
			return
		}
	}
	s.t.Fatal("nothing becomes final")
}

func TestWhatMustStayAvailableIsKept(t *testing.T) {
	replicatest.Long(t)
	s := newScene(t)
	state, err := s.replica.After(t.Context(), s.replica.Genesis())
	if err != nil {
		t.Fatal(err)
	}
	var windows []chain.Hash
	var losses []float32
	for range 5 {
		var w chain.Hash
		w, state = s.commit(state)
		windows, losses = append(windows, w), append(losses, state.Loss())
	}
	status := s.sweep()
	if status.Kept != 7 || len(status.Missing) != 0 || status.Unverified != 1 { // RunSpec, dataset, five windows; of the dataset, the CID
		t.Errorf("%+v", status)
	}
	s.finalise(5)
	s.sweep()
	for n, want := range []bool{false, false, true, false, true} { // a key frame, and the newest
		if got := s.held(windows[n]); got != want {
			t.Errorf("window %d: held %v", n, got)
		}
	}
	s.open()
	status = s.sweep()
	if status.Kept != 4 || len(status.Missing) != 0 {
		t.Errorf("after a restart: %+v", status)
	}
	table := s.pins.Losses(s.Run)
	if len(table) != 5 {
		t.Fatalf("%+v", table)
	}
	for n, l := range table {
		if l.Window != uint64(n) || l.Step != uint64(4*(n+1)) || math.Float32bits(l.Loss) != math.Float32bits(losses[n]) || l.Commitment != windows[n].Hex() {
			t.Errorf("window %d: %+v, want %v", n, l, losses[n])
		}
	}

	// What vanishes is noticed and taken again once it is back.
	kept := s.pins.records[windows[2].Hex()]
	content, err := ipfs.Fetch(t.Context(), s.Store, kept.CID, 1<<30)
	if err != nil {
		t.Fatal(err)
	}
	s.Withhold(kept.CID)
	kept.seen = time.Time{}
	if status = s.sweep(); len(status.Missing) != 1 || status.Missing[0].ID != windows[2].Hex() || status.Missing[0].Wrong {
		t.Errorf("%+v", status)
	}
	if got := s.Put(content); got != kept.CID {
		t.Fatal(got)
	}
	if status = s.sweep(); len(status.Missing) != 0 || !s.held(windows[2]) {
		t.Errorf("%+v", status)
	}
}

func TestWhatCantBeKeptIsReported(t *testing.T) {
	replicatest.Long(t)
	s := newScene(t)
	genesis, err := s.replica.After(t.Context(), s.replica.Genesis())
	if err != nil {
		t.Fatal(err)
	}
	post, err := s.replica.Replay(t.Context(), genesis, 4, nil)
	if err != nil {
		t.Fatal(err)
	}
	_, other, err := s.replica.Publish(t.Context(), replicatest.Lie(post))
	if err != nil {
		t.Fatal(err)
	}
	wrong := s.CommitRoot(s.worker, s.replica.Root(post), other.Bytes()) // another state than the one committed
	text := s.Put([]byte("no checkpoint at all"))
	odd := s.CommitRoot(s.worker, chain.Hash{1}, text.Bytes())
	lost := s.CommitRoot(s.worker, chain.Hash{2}, s.Lost())
	junk := s.CommitRoot(s.worker, chain.Hash{3}, []byte("no CID"))
	status := s.sweep()
	want := map[string]bool{wrong.Hex(): true, odd.Hex(): true, lost.Hex(): false, junk.Hex(): true}
	if len(status.Missing) != len(want) {
		t.Fatalf("%+v", status)
	}
	for _, m := range status.Missing {
		if isWrong, ok := want[m.ID]; !ok || m.Wrong != isWrong || m.Why == "" || m.Since.IsZero() || m.Tries != 1 {
			t.Errorf("%+v", m)
		}
	}
	if losses := s.pins.Losses(s.Run); len(losses) != 0 {
		t.Errorf("%+v", losses)
	}

	// No room: nothing more is taken, and that is said.
	s.config.Dir, s.config.Most = t.TempDir(), 1000
	s.open()
	if status = s.sweep(); status.Bytes > 1000 || len(status.Missing) == 0 {
		t.Errorf("%+v", status)
	}
}
