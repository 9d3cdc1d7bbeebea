package player_test

import (
	"io"
	"log/slog"
	"testing"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/player"
	"github.com/commonweight/commonweight/internal/replica/replicatest"
	"github.com/commonweight/commonweight/train/program"
)

// TestDemandsAreAnswered: whoever asks for tiles of a commitment, or for a leaf of the dataset, gets them shown on chain, and the committer the fee.
func TestDemandsAreAnswered(t *testing.T) {
	replicatest.Long(t)
	demandsAreAnswered(t, patient)
}

// TestDemandsAreAnsweredByPoseidon2: the same of a run whose trees are hashed so.
func TestDemandsAreAnsweredByPoseidon2(t *testing.T) {
	replicatest.Long(t)
	demandsAreAnswered(t, func(s *program.Spec) { patient(s); poseidon2(s) })
}

func demandsAreAnswered(t *testing.T, change func(*program.Spec)) {
	s := replicatest.Start(t, change, nil)
	r := s.Replica("auto", "")
	worker, asker := s.Account(1), s.Account(2)
	pre, err := r.Fetch(t.Context(), r.Genesis())
	check(t, err)
	post, err := r.Replay(t.Context(), pre, 4, nil)
	check(t, err)
	hash := s.Commit(worker, r, post)
	r.Keep(post)
	p, err := player.New(t.Context(), player.Config{
		Account: worker, Run: s.Run, Lists: r, Bytes: r, Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
	})
	check(t, err)
	for _, demand := range []func() (*chain.Receipt, error){
		func() (*chain.Receipt, error) { return asker.DemandTiles(t.Context(), hash) },
		func() (*chain.Receipt, error) { return asker.DemandLeaf(t.Context(), hash, 0) },
		func() (*chain.Receipt, error) { return asker.DemandLeaf(t.Context(), hash, 1<<40) },
	} {
		fee, err := asker.DemandFee(t.Context(), hash)
		check(t, err)
		before, err := worker.Credit(t.Context(), worker.Address(), chain.Native)
		check(t, err)
		_, err = demand()
		check(t, err)
		made := worker.Now()
		for moved := false; !moved; {
			if moved, err = p.Tick(t.Context()); err != nil {
				t.Fatal(err)
			}
			if worker.Now() > made+60 {
				t.Fatal("the demand wasn't answered")
			}
		}
		after, err := worker.Credit(t.Context(), worker.Address(), chain.Native)
		check(t, err)
		if got := after.Sub(after, before); got.Cmp(fee) != 0 {
			t.Errorf("the answer earned %s, want %s", got, fee)
		}
		if d, err := worker.Demand(t.Context(), hash); err != nil || d.Kind != chain.DemandNone {
			t.Errorf("the demand is still open: %+v, %v", d, err)
		}
	}
}
