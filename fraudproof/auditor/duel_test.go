package auditor

import (
	"context"
	"io"
	"log/slog"
	"math/big"
	"testing"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/replica/replicatest"
	"github.com/commonweight/commonweight/train/program"
)

// TestLiarAboutAHistoryIsConvicted, with a real run: two auditors are drawn, one of them opens an invented history and leaves. The honest one
// starts the duel, opens its own list, and wins by the other's clock; it has its bond, the pay and the reward, all of it without its process
// knowing anything but the chain and the run.
func TestLiarAboutAHistoryIsConvicted(t *testing.T) {
	replicatest.Long(t)
	t.Parallel()
	s := replicatest.Start(t, func(spec *program.Spec) {
		replicatest.Disputed(spec)
		spec.Clocks.Challenge, spec.Clocks.Open, spec.Clocks.MatchClock = 250, 80, 100
	}, nil)
	worker, honest, liar := s.Account(1), s.Account(2), s.Account(3)
	for _, a := range []*chain.Account{honest, liar} {
		if _, err := a.Stake(t.Context(), chain.Ether(10_000)); err != nil {
			t.Fatal(err)
		}
	}
	r := s.Replica("auto", "")
	head := commitTruth(t, s, worker)
	var told diary
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		Run(ctx, Config{
			Account: honest, Report: &told, Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
			Replica: func(context.Context, chain.RunID) (Replica, error) { return Copy{r}, nil },
		})
	}()
	t.Cleanup(func() { stop(); <-ended })
	await := func(what string, done func() bool) {
		t.Helper()
		for range worker.Blocks(t.Context()) {
			if done() {
				return
			}
		}
		t.Fatal(what)
	}
	invented := chain.Hash{9}
	var lie chain.AuditSealed
	await("the liar's seal", func() (sealed bool) {
		var err error
		lie, _, err = liar.SealAudit(t.Context(), s.Run, head, liar.AuditSealHash(head, liar.Address(), invented))
		if err != nil && !chain.IsRevert(err) {
			t.Fatal(err)
		}
		return err == nil
	})
	await("the honest seal", func() bool { return len(told.of(Sealed)) == 1 })
	c, err := worker.Commitment(t.Context(), head)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := worker.Until(t.Context(), c.CommittedAt+251); err != nil {
		t.Fatal(err)
	}
	if _, err := liar.OpenAudit(t.Context(), lie.Pledge, invented); err != nil {
		t.Fatal(err)
	}
	if _, err := worker.Finalise(t.Context(), s.Run, 1); err != nil {
		t.Fatal(err)
	}
	await("the honest answer is settled", func() bool { return len(told.of(Settled)) == 1 })
	if len(told.of(Met)) != 1 || len(told.of(Concluded)) != 1 {
		t.Errorf("%d duels begun, %d concluded", len(told.of(Met)), len(told.of(Concluded)))
	}
	if _, pledge, err := worker.Answer(t.Context(), lie.Pledge); err != nil || pledge.Status != chain.PledgeDefeated {
		t.Errorf("the liar's answer is %s, %v", pledge.Status, err)
	}
	bond, err := worker.AnswerBond(t.Context(), s.Run)
	if err != nil {
		t.Fatal(err)
	}
	pay := new(big.Int).Mul(chain.Ether(4), big.NewInt(payShare)) // four steps
	least := new(big.Int).Add(bond, pay.Div(pay, big.NewInt(1000)))
	reward := new(big.Int).Mul(bond, big.NewInt(40*80))
	least.Add(least, reward.Div(reward, big.NewInt(100*100)))
	if got := credit(t, honest); got.Cmp(least) < 0 {
		t.Errorf("the honest auditor has %s, want bond, pay and reward: at least %s", chain.Coins(got), chain.Coins(least))
	}
	if got := credit(t, liar); got.Sign() != 0 {
		t.Errorf("the liar has %s", chain.Coins(got))
	}
}

// commitTruth commits the run's first window, right.
func commitTruth(t *testing.T, s *replicatest.Stage, worker *chain.Account) chain.Hash {
	t.Helper()
	r := s.Replica("portable", "")
	state, err := r.After(t.Context(), r.Genesis())
	if err != nil {
		t.Fatal(err)
	}
	if state, err = r.Replay(t.Context(), state, r.Program().Spec.Window, nil); err != nil {
		t.Fatal(err)
	}
	return s.Commit(worker, r, state)
}
