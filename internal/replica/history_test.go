package replica_test

import (
	"testing"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/replica/replicatest"
)

// TestHistoryChangesNothingHeld: it takes its steps in a state of its own, whether the replica held the one before the window or not.
func TestHistoryChangesNothingHeld(t *testing.T) {
	t.Parallel()
	s := replicatest.Start(t, nil, nil)
	truth := s.Truth()
	a, r := s.Account(1), s.Replica("auto", "")
	post := firstWindow(t, r)
	first := s.Commit(a, r, post)
	next, err := r.Replay(t.Context(), post, 4, nil)
	check(t, err)
	second := s.Commit(a, r, next)

	fresh := s.Replica("auto", "")
	rootOfGenesis := func() chain.Hash {
		g, err := fresh.Fetch(t.Context(), fresh.Genesis())
		check(t, err)
		return fresh.Root(g)
	}
	genesis := rootOfGenesis()
	for range 2 { // fetched for it alone; then held
		h, err := fresh.History(t.Context(), second, 0, 7)
		check(t, err)
		if !h.Agrees() || h.Roots[len(h.Roots)-1] != truth[1] || fresh.Root(h.Post) != truth[1] {
			t.Errorf("the second window: %v, want %v at its end", h.Roots, truth[1])
		}
		held, err := fresh.Fetch(t.Context(), first)
		check(t, err)
		if got := fresh.Root(held); got != truth[0] {
			t.Errorf("the state between the windows is %v now, want %v", got, truth[0])
		}
	}
	h, err := fresh.History(t.Context(), first, 0, 3)
	check(t, err)
	if !h.Agrees() || rootOfGenesis() != genesis {
		t.Errorf("the first window: %v; genesis is %v, was %v", h.Roots, rootOfGenesis(), genesis)
	}
}
