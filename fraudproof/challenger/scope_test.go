package challenger

import (
	"context"
	"sync/atomic"
	"testing"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/chaintest"
)

// scoped concerns one window.
type scoped struct {
	window uint64
	worth  atomic.Bool
}

func (s *scoped) Concerns(_ chain.Hash, c chain.Commitment) bool { return c.Window == s.window }

func (s *scoped) Worth(context.Context, chain.Hash, chain.Commitment, chain.Hash) (bool, string, error) {
	if s.worth.Load() {
		return true, "it pays now", nil
	}
	return false, "it doesn't pay", nil
}

// TestScopeLimitsWhatIsJudgedAndChallenged: two wrong windows, of which the upper one is in scope. The lower one is neither judged nor challenged,
// the upper one only when it is worth it.
func TestScopeLimitsWhatIsJudgedAndChallenged(t *testing.T) {
	long(t)
	t.Parallel()
	s := chaintest.Start(t, chaintest.Terms())
	agent, liar := s.Account(accountAgent), s.Account(accountLiar)
	var told diary
	scope := &scoped{window: 1}
	launchConfig(t, Config{Account: agent, Run: s.Run, Judge: honest{agent.Client}, Scope: scope, Report: &told, Log: silent})
	lower := s.CommitLie(liar)
	upper := s.CommitLie(liar)
	s.Await(agent, "it is weighed", func() (bool, error) { return len(told.of(Weighed)) > 0, nil })
	start := agent.Latest().Number
	s.Await(agent, "three more blocks", func() (bool, error) { return agent.Latest().Number > start+3, nil })
	if n := challenges(t, agent); n != 0 {
		t.Fatalf("%d challenges that aren't worth it", n)
	}
	scope.worth.Store(true)
	s.Await(agent, "the challenge", func() (bool, error) { return len(told.of(Opened)) > 0, nil })
	if x := challenge(t, agent, 1); x.Commitment != upper {
		t.Errorf("challenged %s, want %s (not %s)", x.Commitment, upper, lower)
	}
	for _, e := range told.of(Judged) {
		if e.Commitment == lower {
			t.Error("a window out of scope was judged")
		}
	}
	if got := told.of(Weighed); len(got) != 2 || got[0].Text != "it doesn't pay" || got[1].Text != "it pays now" {
		t.Errorf("reasons: %+v", got)
	}
}
