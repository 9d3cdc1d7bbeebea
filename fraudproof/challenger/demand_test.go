package challenger

import (
	"math/big"
	"testing"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/chaintest"
	"github.com/commonweight/commonweight/internal/keeper"
	"github.com/commonweight/commonweight/internal/player"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/commonweight/commonweight/internal/replica/replicatest"
	"github.com/commonweight/commonweight/train/program"
)

// Accounts of a demand's stage.
const (
	demandAgent = iota + 1
	demandWorker
)

func demands(s *program.Spec) {
	replicatest.Disputed(s)
	s.Clocks.Demand = 100
}

// firstState is the state after window 0.
func firstState(t *testing.T, r *replica.Replica) *program.State {
	t.Helper()
	pre, err := r.Fetch(t.Context(), r.Genesis())
	check(t, err)
	post, err := r.Replay(t.Context(), pre, r.Program().Spec.Window, nil)
	check(t, err)
	return post
}

// partial opens a replica that goes on without the dataset.
func partial(t *testing.T, s *replicatest.Stage, dir string) *replica.Replica {
	t.Helper()
	r, err := replica.Open(t.Context(), s.Client(), s.Store, s.Run, replica.Options{Dir: dir, Engine: "auto", Threads: 1, Partial: true})
	check(t, err)
	t.Cleanup(func() { check(t, r.Close()) })
	return r
}

// until waits for something that agents bring about.
func until(t *testing.T, what string, done func() bool) {
	t.Helper()
	for deadline := time.Now().Add(chaintest.Patience); !done(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("waited in vain: ", what)
		}
	}
}

// answering lets an account answer demands and keep what is its own, until the test ends.
func answering(t *testing.T, account *chain.Account, r *replica.Replica) {
	t.Helper()
	p, err := player.New(t.Context(), player.Config{Account: account, Run: r.ID(), Lists: r, Bytes: r, Log: silent})
	check(t, err)
	k, err := keeper.New(t.Context(), account, r.ID(), nil)
	check(t, err)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		for range account.Blocks(t.Context()) {
			p.Tick(t.Context())
			k.Push(t.Context())
		}
	}()
	t.Cleanup(func() { <-ended })
}

// made lists the demands that were made, with their fees.
func made(t *testing.T, a *chain.Account) (all []chain.Demanded) {
	t.Helper()
	events, err := a.Events(t.Context(), 0, a.Latest().Number)
	check(t, err)
	for _, e := range events {
		if d, ok := e.Data.(chain.Demanded); ok {
			all = append(all, d)
		}
	}
	return all
}

// A withholder commits the truth and publishes nothing. It is asked for its key frame, once, says nothing, and loses half of its bond; the fee
// comes back.
func TestWithheldKeyFrameIsDemanded(t *testing.T) {
	long(t)
	t.Parallel()
	s := replicatest.Start(t, demands, nil)
	agent, worker, r := s.Account(demandAgent), s.Account(demandWorker), s.Replica("auto", "")
	hash := s.CommitRoot(worker, r.Root(firstState(t, r)), s.Lost())
	var told diary
	launchConfig(t, Config{Account: agent, Run: s.Run, Judge: r, Lists: r, Bytes: r, Report: &told, Log: silent})
	until(t, "the withholder is rejected", func() bool {
		c := commitment(t, agent, hash)
		return c.Mark == chain.MarkIdle
	})
	all := made(t, agent)
	if len(all) != 1 || all[0].Kind != chain.DemandTiles || all[0].By != agent.Address() {
		t.Fatalf("demanded: %+v", all)
	}
	until(t, "the fee is home", func() bool { return told.total(Withdrawn).Cmp(all[0].Fee) >= 0 })
	if n := challenges(t, agent); n != 0 {
		t.Errorf("%d challenges against the truth", n)
	}
}

// An honest committer whose storage fails shows the tiles, takes the fee, and isn't asked again; its window becomes final.
func TestAnsweredDemandIsNotRepeated(t *testing.T) {
	long(t)
	t.Parallel()
	s := replicatest.Start(t, demands, nil)
	agent, worker, r := s.Account(demandAgent), s.Account(demandWorker), s.Replica("auto", "")
	own := s.Replica("auto", "")
	post := firstState(t, r)
	hash := s.CommitRoot(worker, r.Root(post), s.Lost())
	own.Keep(post)
	answering(t, worker, own)
	launchConfig(t, Config{Account: agent, Run: s.Run, Judge: r, Lists: r, Bytes: r, Report: &diary{}, Log: silent})
	until(t, "the window is final", func() bool {
		status, err := agent.Status(t.Context(), hash)
		check(t, err)
		return status == chain.StatusFinalised
	})
	all := made(t, agent)
	if len(all) != 1 {
		t.Fatalf("demanded: %+v", all)
	}
	credit, err := worker.Credit(t.Context(), worker.Address(), chain.Native)
	check(t, err)
	if credit.Cmp(all[0].Fee) < 0 {
		t.Errorf("the committer was credited %s, the fee is %s", credit, all[0].Fee)
	}
}

// No store gives the dataset. The agent has it shown leaf by leaf, each for twice the fee, by the very liar that it then convicts; killed on the
// way, it neither asks twice nor forgets.
func TestDatasetIsDemandedLeafByLeaf(t *testing.T) {
	long(t)
	t.Parallel()
	s := replicatest.StartOn(t, func() []byte {
		payload := make([]byte, 16*300+17)
		for i := range payload {
			payload[i] = byte(i * i / 7 % 61)
		}
		return payload
	}, func(p *program.Spec) {
		demands(p)
		p.Batch, p.Window, p.Steps = 1, 2, 8
	})
	agent, liar, own, dir := s.Account(demandAgent), s.Account(demandWorker), s.Replica("auto", ""), t.TempDir()
	lie := replicatest.Lie(firstState(t, own))
	hash := s.Commit(liar, own, lie)
	own.Keep(lie)
	s.WithholdDataset()
	answering(t, liar, own)
	first := partial(t, s, dir)
	leaves := first.Judge(t.Context(), hash).Missing.Leaves
	if len(leaves) < 2 {
		t.Fatalf("the window reads leaves %v, want more", leaves)
	}
	var told diary
	stop := launchConfig(t, Config{Account: agent, Run: s.Run, Judge: first, Lists: first, Bytes: first, Report: &told, Log: silent})
	until(t, "the first demand", func() bool { return len(made(t, agent)) > 0 })
	stop()
	second := partial(t, s, dir)
	launchConfig(t, Config{Account: agent, Run: s.Run, Judge: second, Lists: second, Bytes: second, Report: &told, Log: silent})
	until(t, "the challenge", func() bool { return len(told.of(Opened)) > 0 })
	all := made(t, agent)
	if len(all) != len(leaves) {
		t.Fatalf("demanded %+v, missing were %v", all, leaves)
	}
	for i, d := range all {
		if d.Index != leaves[i] || d.Fee.Cmp(new(big.Int).Lsh(all[0].Fee, uint(i))) != 0 {
			t.Errorf("demand %d is for leaf %d at %s", i, d.Index, d.Fee)
		}
	}
}

// What doesn't fit into half of a challenge's bond isn't demanded at all.
func TestTooManyLeavesAreNotDemanded(t *testing.T) {
	long(t)
	t.Parallel()
	s := replicatest.Start(t, demands, nil)
	agent, worker, r := s.Account(demandAgent), s.Account(demandWorker), s.Replica("auto", "")
	hash := s.Commit(worker, r, firstState(t, r))
	fee, err := agent.DemandFee(t.Context(), hash)
	check(t, err)
	bond, err := agent.ChallengeBond(t.Context(), s.Run)
	check(t, err)
	most := new(big.Int).Div(bond.Rsh(bond, 1), fee)
	leaves := make([]uint64, most.Add(most, big.NewInt(1)).BitLen()) // 2^n − 1 fees are more than that
	for i := range leaves {
		leaves[i] = uint64(i)
	}
	lacking := patched{patch: func(chain.Hash) (replica.Verdict, bool) {
		return replica.Verdict{Answer: replica.Unknown, Reason: "much is missing", Missing: &replica.Missing{Leaves: leaves}}, true
	}}
	var told diary
	launchConfig(t, Config{Account: agent, Run: s.Run, Judge: lacking, Bytes: r, Report: &told, Log: silent})
	until(t, "the alert", func() bool { return len(told.of(Alert)) > 1 })
	if all := made(t, agent); len(all) != 0 {
		t.Errorf("demanded: %+v", all)
	}
}
