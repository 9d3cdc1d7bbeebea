package replica_test

import (
	"errors"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/internal/replica/replicatest"
)

// Lists come from two engines: where the first computes one bit wrong, its states and the second's trace contradict each other, and no move is made.
func TestTraceIsASecondReplay(t *testing.T) {
	replicatest.Long(t)
	t.Parallel()
	s := replicatest.Start(t, nil, nil)
	honest := s.Replica("auto", "")
	hash := s.Commit(s.Account(1), honest, firstWindow(t, honest))
	for _, wrong := range []bool{false, true} {
		r := s.Replica("auto", "")
		if wrong {
			r.Break(false)
		}
		lists, err := r.Lists(t.Context(), hash)
		check(t, err)
		_, err = lists.Entry(t.Context(), match.List{Name: match.ListSteps}, 4)
		check(t, err)
		_, err = lists.Entry(t.Context(), match.List{Name: match.ListTrace, Step: 2}, 1)
		if errors.Is(err, trace.ErrContradiction) != wrong || !wrong && err != nil {
			t.Errorf("a wrong engine: %t, got %v", wrong, err)
		}
	}
}
