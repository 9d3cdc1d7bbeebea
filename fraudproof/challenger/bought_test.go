package challenger

import (
	"context"
	"testing"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/replica/replicatest"
)

// A liar has a friend dispute the lie at once, a bought jury lets it stand, the friend waives the appeal and the case is closed, all long before the
// challenge period is over. Whoever comes then still takes the lie to arithmetic: a closed case protects nobody.
func TestClosedCaseProtectsNoLie(t *testing.T) {
	long(t)
	t.Parallel()
	s := startTraining(t)
	liar, friend, account := s.Account(accountLiar), s.Account(accountThief), s.Account(accountAgent)
	s.Jury(func(ctx context.Context, c *chain.Client, commitment chain.Hash) (chain.Hash, error) {
		x, err := c.Commitment(ctx, commitment)
		return x.PostRoot, err
	}, accountJury, accountJury+1, accountJury+2)
	genesis, err := account.Genesis(t.Context(), s.Run)
	check(t, err)
	hash := s.commit(t, liar, replicatest.Lie(s.window(t, genesis)))
	id := s.Dispute(friend, hash, chain.Hash{7})
	s.Await(friend, "the lie is let stand, and the case closed", func() (bool, error) {
		x, err := friend.CaseOf(t.Context(), hash)
		if err == nil && x.Verdict == chain.VerdictStands && !x.Closed {
			if _, err := friend.WaiveChallenge(t.Context(), id); err != nil && !chain.IsRevert(err) {
				return false, err
			}
		}
		return x.Closed, err
	})
	var told diary
	launchConfig(t, Config{Account: account, Run: s.Run, Judge: s.own, Lists: s.own, Report: &told, Log: silent})
	s.Await(account, "the lie is rejected", func() (bool, error) { return s.Status(account, hash) == chain.StatusRejected, nil })
	d, err := account.Dispute(t.Context(), hash)
	check(t, err)
	if d.ConvictedBy != id+1 {
		t.Errorf("convicted by challenge %d, want %d", d.ConvictedBy, id+1)
	}
}
