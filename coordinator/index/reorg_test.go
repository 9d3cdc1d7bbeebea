package index

import (
	"context"
	"errors"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"github.com/commonweight/commonweight/coordinator/store"
	"github.com/commonweight/commonweight/internal/chain"
	"pgregory.net/rapid"
)

// TestAnyHistoryEndsAsAFreshIndex plays growth, forks (between questions and in the midst of them), refusals and restarts; whatever came
// before, the index ends as one that has only seen the last chain, in every entity as of every block.
func TestAnyHistoryEndsAsAFreshIndex(t *testing.T) {
	old := openStore(t, filepath.Join(t.TempDir(), "old.db"))
	clean := openStore(t, filepath.Join(t.TempDir(), "clean.db"))
	t.Cleanup(func() { old.Close(); clean.Close() })
	rapid.Check(t, func(t *rapid.T) {
		ctx := context.Background()
		for _, s := range []*store.Store{old, clean} {
			if err := s.Rollback(ctx, nil); err != nil {
				t.Fatal(err)
			}
		}
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		s := newScript()
		s.grow(random, rapid.IntRange(0, 60).Draw(t, "blocks"))
		s.refuse = uint64(rapid.SampledFrom([]int{0, 1, 5}).Draw(t, "refuse"))
		s.proofs = rapid.Bool().Draw(t, "proofs")
		history := uint64(rapid.SampledFrom([]int{0, 7, 40}).Draw(t, "history")) // blocks whose states are kept; 0: all. Deeper forks are read again
		small := func() *Index {
			i := build(s, old, quiet, toy)
			old.Keep(history)
			i.near, i.together, i.widest, i.span = 6, 4, 16, 16
			return i
		}
		i := small()
		depth := func() int { return rapid.SampledFrom([]int{1, 2, 5, 20, 1000}).Draw(t, "depth") }
		advance := func(times int) {
			for range times {
				_, err := i.advance(ctx, s.tip())
				if err != nil && !errors.Is(err, errMoved) && !errors.Is(err, chain.ErrNotFound) && !errors.Is(err, errLied) {
					t.Fatal(err)
				}
			}
		}
		t.Repeat(map[string]func(*rapid.T){
			"grow":    func(t *rapid.T) { s.grow(random, rapid.IntRange(1, 20).Draw(t, "blocks")) },
			"fork":    func(*rapid.T) { s.fork(random, depth()) },
			"advance": func(t *rapid.T) { advance(rapid.IntRange(1, 10).Draw(t, "times")) },
			"restart": func(*rapid.T) { i = small() },
			"fork within": func(t *rapid.T) {
				answers, d := rapid.IntRange(0, 5).Draw(t, "answers"), depth()
				s.before = func() {
					if answers--; answers < 0 {
						s.before = nil
						s.fork(random, d)
					}
				}
				advance(2)
				s.before = nil
			},
		})
		s.extend(nil) // no shorter than any chain before
		for len(s.blocks) < int(headOf(old))+2 {
			s.extend(nil)
		}
		finish(t, i, s)
		plain := &script{deployment: s.deployment, blocks: s.blocks, proofs: true}
		finish(t, build(plain, clean, quiet, toy), plain)
		v, err := old.View(ctx)
		if err != nil {
			t.Fatal(err)
		}
		floor := v.Floor()
		v.Close()
		if history == 0 && floor > 0 || history > 0 && floor+history > headOf(old) && floor > 0 {
			t.Fatalf("at block %d, states from %d on are kept", headOf(old), floor)
		}
		asOf := []uint64{floor}
		for range 4 {
			asOf = append(asOf, floor+random.Uint64N(uint64(len(s.blocks))-floor))
		}
		same(t, old, clean, asOf...)
	})
}

func headOf(s *store.Store) uint64 {
	if head := s.Head(); head != nil {
		return head.Number
	}
	return 0
}

func finish(t *rapid.T, i *Index, s *script) {
	for range 10_000 {
		if _, err := i.advance(context.Background(), s.tip()); err != nil && !errors.Is(err, errMoved) && !errors.Is(err, errLied) {
			t.Fatal(err)
		}
		if head := i.store.Head(); head != nil && head.Hash == s.tip().Hash {
			return
		}
		if s.tip().Number < s.deployment.Block {
			s.extend(nil)
		}
	}
	t.Fatal("the index never arrives")
}

func TestANodeThatIsBehindContradictsNothing(t *testing.T) {
	s := newScript()
	s.grow(rand.New(rand.NewPCG(1, 1)), 300)
	into := openStore(t, filepath.Join(t.TempDir(), "index.db"))
	defer into.Close()
	i := build(s, into, quiet, toy)
	catchUp(t, i, s)
	head := *into.Head()
	all := s.blocks
	for _, length := range []int{300, 250, 10, 2} {
		s.blocks = all[:length]
		if _, err := i.advance(t.Context(), s.tip()); err != nil {
			t.Fatal(err)
		}
		if got := into.Head(); got == nil || got.Hash != head.Hash {
			t.Fatalf("a node at block %d took back the head", length-1)
		}
	}
	if i.Status().Reorgs != 0 {
		t.Error("a reorganisation was counted")
	}
}

func TestForksAreFoundAndTold(t *testing.T) {
	random := rand.New(rand.NewPCG(2, 2))
	s := newScript()
	s.grow(random, 300)
	into := openStore(t, filepath.Join(t.TempDir(), "index.db"))
	defer into.Close()
	i := build(s, into, quiet, toy)
	catchUp(t, i, s)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	changes := i.Changes(ctx)
	before := s.tip().Number
	s.fork(random, 7)
	catchUp(t, i, s)
	u := <-changes
	if !u.Reorganised || u.Block != before-7 || u.Hash != [32]byte(s.blocks[before-7].header.Hash) {
		t.Errorf("told %+v, want a fork at %d", u, before-7)
	}
	var seen []uint64
	for u.Block != s.tip().Number {
		u = <-changes
		seen = append(seen, u.Block)
		if events := s.blocks[u.Block].events; (len(events) == 0) != (len(u.Keys) == 0) {
			t.Errorf("block %d: %d events, %d entities changed", u.Block, len(events), len(u.Keys))
		}
	}
	if !slices.IsSorted(seen) || seen[0] != before-6 {
		t.Errorf("told of blocks %v", seen)
	}
	if got := i.Status(); got.Reorgs != 1 || got.Deepest != 7 || got.Lag != 0 {
		t.Errorf("status %+v", got)
	}
	same(t, into, fresh(t, s))
}

// TestAForkBelowTheRecentBlocks: of old blocks only every 1024th hash is kept, or the end of each range.
func TestAForkBelowTheRecentBlocks(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 7))
	for name, proveTo := range map[string]uint64{"of single blocks": 1 << 40, "of ranges": 0} {
		s := newScript()
		s.grow(random, 7000)
		into := openStore(t, filepath.Join(t.TempDir(), "index.db"))
		defer into.Close()
		i := build(s, into, quiet, toy)
		i.together, i.proveTo = 500, proveTo
		catchUp(t, i, s)
		known, err := into.Blocks(t.Context(), 1<<40, 10_000)
		if err != nil {
			t.Fatal(err)
		}
		if len(known) > 4200 {
			t.Errorf("%s: the hashes of %d blocks are kept", name, len(known))
		}
		s.fork(random, 4900) // to block 2100, below all recent ones
		catchUp(t, i, s)
		if got := i.Status(); got.Deepest < 4900 || got.Deepest > 6000 || got.Reorgs != 1 {
			t.Errorf("%s: %+v", name, got)
		}
		same(t, into, fresh(t, s), 1000, 2000, 2001, 4000)
	}
}

func TestASlowReaderIsTold(t *testing.T) {
	f := newFeed()
	for n := range uint64(3 * kept) {
		f.add(Update{Block: n})
	}
	u, is, wait := f.from(0)
	if wait != nil || !u.Missed || u.Block != is || is < kept {
		t.Errorf("%+v, number %d", u, is)
	}
	if u, _, _ := f.from(is + 1); u.Missed || u.Block != is+1 {
		t.Errorf("the next is %+v", u)
	}
	if _, _, wait := f.from(3 * kept); wait == nil {
		t.Error("there is something after the last")
	}
}
