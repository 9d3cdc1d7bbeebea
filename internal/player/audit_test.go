package player_test

import (
	"math/big"
	"time"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/keeper"
)

// audit brings everything to its end and checks what must hold after every scenario: a wrong root is never final, the honest account has lost
// no bond, money is conserved, and nothing is left that waits for anything.
func (a *arena) audit() {
	a.t.Helper()
	ctx := a.t.Context()
	truth := a.commit(a.honest, a.truth)
	keepers := make([]*keeper.Keeper, len(a.accounts))
	for i, account := range a.accounts {
		k, err := keeper.New(ctx, account, a.stage.Run, nil)
		check(a.t, err)
		keepers[i] = k
	}
	deadline := time.Now().Add(4 * time.Minute)
	for waiting := true; waiting; {
		check(a.t, a.stage.Net.Advance(50*time.Second))
		waiting = false
		for i, k := range keepers {
			_, err := k.Push(ctx)
			check(a.t, err)
			p, err := a.accounts[i].Progress(ctx, a.stage.Run)
			check(a.t, err)
			waiting = waiting || k.Waiting() || p.AnchorCount < p.HeadCount
		}
		if time.Now().After(deadline) {
			p, err := a.honest.Progress(ctx, a.stage.Run)
			a.t.Fatalf("audit: something still waits: %d windows on the head, %d final (%v), the honest keeper waits: %t, the liar's: %t",
				p.HeadCount, p.AnchorCount, err, keepers[0].Waiting(), keepers[1].Waiting())
		}
	}
	for _, k := range keepers {
		_, err := k.Withdraw(ctx)
		check(a.t, err)
	}
	if status, err := a.honest.Status(ctx, truth); err != nil || status != chain.StatusFinalised {
		a.t.Errorf("audit: the truth is %s, %v", status, err)
	}
	a.auditChallenges()
	run := a.stage.Terms
	left := new(big.Int).Sub(chain.Ether(1000), new(big.Int).Mul(run.Economy.Reward, big.NewInt(int64(run.Schedule.WindowSteps))))
	held, err := a.honest.Held(ctx, chain.Native)
	check(a.t, err)
	if held.Cmp(left) != 0 {
		a.t.Errorf("audit: the Vault holds %s, the run's escrow should be all that is left: %s", held, left)
	}
}

// auditChallenges checks how each challenge ended.
func (a *arena) auditChallenges() {
	a.t.Helper()
	ctx := a.t.Context()
	n, err := a.honest.Challenges(ctx)
	check(a.t, err)
	for id := chain.ChallengeID(1); id <= n; id++ {
		x, err := a.honest.Challenge(ctx, id)
		check(a.t, err)
		c, err := a.honest.Commitment(ctx, x.Commitment)
		check(a.t, err)
		status, err := a.honest.Status(ctx, x.Commitment)
		check(a.t, err)
		if right := c.PostRoot == a.truth; right != (status == chain.StatusFinalised) {
			a.t.Errorf("audit: a commitment of %s is %s", c.PostRoot, status)
		}
		if x.Challenger == a.honest.Address() && x.Status != chain.ChallengeWon {
			a.t.Errorf("audit: the honest challenge %d ended as %s", id, x.Status)
		}
		if x.Challenger != a.honest.Address() && x.Root != a.truth && x.Status == chain.ChallengeWon {
			a.t.Errorf("audit: the lying challenge %d ended as %s (match: %s)", id, x.Status, x.Outcome)
		}
		if x.Outcome == match.Running {
			a.t.Errorf("audit: match %d was never concluded", id)
		}
	}
}
