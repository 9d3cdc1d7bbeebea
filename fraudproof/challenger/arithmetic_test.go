package challenger

import (
	"testing"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/replica/replicatest"
)

// Nobody sits on the jury, and whoever lied doesn't play: the agent takes its challenge to arithmetic, and the liar's clock convicts it.
func TestNoJuryIsNeeded(t *testing.T) {
	long(t)
	t.Parallel()
	s := startTraining(t)
	liar, account := s.Account(accountLiar), s.Account(accountAgent)
	genesis, err := account.Genesis(t.Context(), s.Run)
	check(t, err)
	hash := s.commit(t, liar, replicatest.Lie(s.window(t, genesis)))
	var told diary
	launchConfig(t, Config{Account: account, Run: s.Run, Judge: s.own, Lists: s.own, Report: &told, Log: silent})
	s.Await(account, "the lie is rejected", func() (bool, error) {
		status, err := account.Status(t.Context(), hash)
		return status == chain.StatusRejected, err
	})
	if x := challenge(t, account, 1); x.Status != chain.ChallengeOpened || len(told.of(Played)) < 2 {
		t.Errorf("the challenge is %s after %d moves", x.Status, len(told.of(Played)))
	}
	d, err := account.Dispute(t.Context(), hash)
	check(t, err)
	if d.ConvictedBy != 1 {
		t.Errorf("convicted by challenge %d", d.ConvictedBy)
	}
}
