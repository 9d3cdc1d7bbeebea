package index

import (
	"errors"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/internal/chain"
)

// scene is a script long enough for ranges and single blocks, and an index of it.
func scene(t *testing.T) (*script, *Index) {
	t.Helper()
	s := newScript()
	s.grow(rand.New(rand.NewPCG(3, 3)), 400)
	into := openStore(t, filepath.Join(t.TempDir(), "index.db"))
	t.Cleanup(func() { into.Close() })
	i := build(s, into, quiet, toy)
	i.near, i.widest, i.span = 20, 100, 100
	i.random = rand.New(rand.NewPCG(4, 4)) // so that samples look where they look
	return s, i
}

// arrive advances, whatever errors come, until the index is at the tip.
func arrive(t *testing.T, i *Index, s *script) (problems []error) {
	t.Helper()
	for range 1000 {
		if _, err := i.advance(t.Context(), s.tip()); err != nil {
			problems = append(problems, err)
		}
		if head := i.store.Head(); head != nil && head.Hash == s.tip().Hash {
			return problems
		}
	}
	t.Fatalf("the index never arrives: %v", problems)
	return nil
}

func TestLiesAreNoticed(t *testing.T) {
	for name, lie := range map[string]func([]chain.Event) []chain.Event{
		"doubled":      func(e []chain.Event) []chain.Event { return append(e[:3:3], e[2:]...) },
		"reordered":    func(e []chain.Event) []chain.Event { e[1], e[2] = e[2], e[1]; return e },
		"backwards":    func(e []chain.Event) []chain.Event { slices.Reverse(e); return e },
		"out of range": func(e []chain.Event) []chain.Event { e[len(e)-1].Block += 1000; return e },
		"another's":    func(e []chain.Event) []chain.Event { e[0].Contract = chain.Address{9}; return e },
		"wrong time":   func(e []chain.Event) []chain.Event { e[0].Time++; return e },
		"all left out": func([]chain.Event) []chain.Event { return nil },
		"half left out": func(e []chain.Event) []chain.Event {
			n := 0
			return slices.DeleteFunc(e, func(chain.Event) bool { n++; return n%2 == 0 })
		},
		"changed": func(e []chain.Event) []chain.Event {
			for n := range e {
				e[n].Data = chain.Paused{Until: 1}
			}
			return e
		},
	} {
		t.Run(name, func(t *testing.T) {
			s, i := scene(t)
			s.lie = lie
			arrive(t, i, s)
			if got := i.Status(); got.Faults == 0 || !strings.Contains(strings.Join(got.Alarms(), " "), "caught") {
				t.Errorf("nothing was noticed: %+v", got)
			}
			same(t, i.store, fresh(t, s))
		})
	}
}

func TestABlockThatMovesWhileItIsReadIsNoLie(t *testing.T) {
	s, i := scene(t)
	s.lie = func(e []chain.Event) []chain.Event { e[0].BlockHash = chain.Hash{7}; return e }
	for _, err := range arrive(t, i, s) {
		if !errors.Is(err, errMoved) {
			t.Error(err)
		}
	}
	if got := i.Status(); got.Faults != 0 {
		t.Errorf("%+v", got)
	}
	same(t, i.store, fresh(t, s))
}

func TestANodeThatTellsNoRangesIsFollowedBlockByBlock(t *testing.T) {
	s, i := scene(t)
	s.mute = true
	arrive(t, i, s)
	same(t, i.store, fresh(t, s))
}

func TestForgedProofsStopTheIndex(t *testing.T) {
	s, i := scene(t)
	s.forge = true
	for range 100 {
		if _, err := i.advance(t.Context(), s.tip()); err == nil {
			t.Fatal("it went on")
		} else if !errors.Is(err, chain.ErrUnproven) {
			t.Fatal(err)
		}
	}
	if head := headOf(i.store); head >= s.deployment.Block+100 {
		t.Errorf("it is at block %d", head)
	}
	if got := i.Status(); got.Faults == 0 {
		t.Errorf("%+v", got)
	}
	s.forge = false
	arrive(t, i, s)
	same(t, i.store, fresh(t, s))
}

func TestWithoutProofsHashesAndNumbersMustAgree(t *testing.T) {
	s, i := scene(t)
	s.proofs = false
	i.proveTo = 1 << 40 // every block by itself
	for _, err := range arrive(t, i, s) {
		t.Error(err)
	}
	same(t, i.store, fresh(t, s))
}

// TestARangeThatWasTakenOnTrustIsReadAgain: one event is left out where no sample looks; the contracts tell otherwise.
func TestARangeThatWasTakenOnTrustIsReadAgain(t *testing.T) {
	s, i := scene(t)
	s.proofs = false // so that no sample can show it
	dropped := false
	s.lie = func(e []chain.Event) []chain.Event {
		if dropped {
			return e
		}
		dropped = true
		return e[1:]
	}
	all := 0
	for _, b := range s.blocks {
		all += len(b.events)
	}
	asked := 0
	i.contracts = func(chain.Hash) Contracts {
		asked++
		return counting(all)
	}
	_ = arrive(t, i, s)
	for range 100 {
		i.checker.at = i.checker.at.Add(-latest)
		if _, err := i.advance(t.Context(), s.tip()); err != nil && !errors.Is(err, errLied) {
			t.Fatal(err)
		}
	}
	_ = arrive(t, i, s)
	if got := i.Status(); !dropped || asked == 0 || got.Rebuilds != 1 || got.Faults == 0 {
		t.Errorf("asked %d times: %+v", asked, got)
	}
	same(t, i.store, fresh(t, s))
}

func TestOddEventsAreSkippedNotedAndTold(t *testing.T) {
	s, i := scene(t)
	before := len(s.blocks)
	s.extend([]any{chain.Undecoded{Topic: chain.Hash{1}, Why: "unknown topic"}, chain.Paused{Until: 1}})
	s.extend([]any{"what no mapping knows"})
	arrive(t, i, s)
	v, err := i.store.View(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	skipped, err := v.Skipped(t.Context(), 2)
	v.Close()
	if err != nil || len(skipped) != 2 || skipped[0].Block != uint64(before+1) || skipped[1].Event != "Undecoded" {
		t.Errorf("%+v %v", skipped, err)
	}
	status := i.Status()
	if status.Ready() || !strings.Contains(strings.Join(status.Alarms(), " "), "skipped") {
		t.Errorf("%+v", status)
	}
	again := build(s, i.store, quiet, toy)
	if err := again.remember(t.Context()); err != nil || again.Status().Skipped != status.Skipped {
		t.Errorf("after a restart: %+v %v", again.Status(), err)
	}
	same(t, i.store, fresh(t, s))
}

// TestWhatAnEarlierProcessTookOnTrustIsReadAgain: one event is left out of a range, and the process ends before the contracts are asked. The next one finds
// out, and reads all with proofs; the one after that takes nothing on trust either, and doesn't read again what contradicts the contracts all the same.
func TestWhatAnEarlierProcessTookOnTrustIsReadAgain(t *testing.T) {
	s, first := scene(t)
	s.proofs = false // so that no sample can show it
	s.lie = func(e []chain.Event) []chain.Event { s.lie = nil; return e[1:] }
	_ = arrive(t, first, s)
	if s.lie != nil {
		t.Fatal("nothing was left out")
	}
	truth := fresh(t, s)
	v, err := truth.View(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	found, err := v.All(t.Context(), entity.KindProtocol)
	v.Close()
	if err != nil {
		t.Fatal(err)
	}
	life := func(says int) *Index {
		i := build(s, first.store, quiet, toy)
		i.near, i.widest, i.span = 20, 100, 100
		i.contracts = func(chain.Hash) Contracts { return counting(says) }
		if err := i.recall(t.Context()); err != nil {
			t.Fatal(err)
		}
		for range 1000 {
			i.checker.at = i.checker.at.Add(-latest)
			if _, err := i.advance(t.Context(), s.tip()); err != nil && !errors.Is(err, errLied) {
				t.Fatal(err)
			}
			if head := i.store.Head(); head != nil && head.Hash == s.tip().Hash && i.Status().Checked != nil {
				break
			}
		}
		return i
	}
	if got := life(int(found[0].(*entity.Protocol).Runs)).Status(); got.Rebuilds != 1 || got.Faults != 1 || len(got.Mismatches) != 0 {
		t.Errorf("after a restart: %+v", got)
	}
	same(t, first.store, truth)
	s.grow(rand.New(rand.NewPCG(5, 5)), 400)
	last := life(-1)
	if got := last.Status(); got.Rebuilds != 0 || len(got.Mismatches) == 0 || last.checker.trust || last.proveTo < s.tip().Number {
		t.Errorf("with contracts that never agree: %+v", got)
	}
	same(t, first.store, fresh(t, s))
}
