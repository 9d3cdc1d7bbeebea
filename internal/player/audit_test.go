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
	a.settleAll()
	for _, k := range keepers {
		_, err := k.Withdraw(ctx)
		check(a.t, err)
	}
	if status, err := a.honest.Status(ctx, truth); err != nil || status != chain.StatusFinalised {
		a.t.Errorf("audit: the truth is %s, %v", status, err)
	}
	cleared := a.auditChallenges()
	run := a.stage.Terms
	left := new(big.Int).Sub(chain.Ether(1000), new(big.Int).Mul(run.Economy.Reward, big.NewInt(int64(run.Schedule.WindowSteps))))
	left.Sub(left, cleared) // paid for the same window, which was then computed again
	for _, juror := range a.stage.Seated() {
		v, err := a.honest.Validator(ctx, juror.Address())
		check(a.t, err)
		if v.Locked.Sign() != 0 {
			a.t.Errorf("audit: %s of juror %s are still locked", v.Locked, juror.Address())
		}
		left.Add(left, v.Stake)
	}
	for _, refuser := range a.refusing {
		credit, err := a.honest.Credit(ctx, refuser, chain.Native)
		check(a.t, err)
		left.Add(left, credit)
	}
	held, err := a.honest.Held(ctx, chain.Native)
	check(a.t, err)
	if held.Cmp(left) != 0 {
		a.t.Errorf("audit: the Vault holds %s, the run's escrow, free stakes and what nobody takes should be all that is left: %s", held, left)
	}
}

// settleAll settles what its owner doesn't: anyone may.
func (a *arena) settleAll() {
	a.t.Helper()
	n, err := a.honest.Challenges(a.t.Context())
	check(a.t, err)
	for id := chain.ChallengeID(1); id <= n; id++ {
		x, err := a.honest.Challenge(a.t.Context(), id)
		check(a.t, err)
		if x.Status == chain.ChallengeOpened {
			_, err = a.honest.SettleChallenge(a.t.Context(), id)
			check(a.t, err)
		}
	}
}

// auditChallenges checks how each challenge ended, and returns what was paid for windows that a tally had taken off the head and arithmetic cleared.
func (a *arena) auditChallenges() *big.Int {
	a.t.Helper()
	paid, seen := new(big.Int), map[chain.Hash]bool{}
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
		cleared := status == chain.StatusVoided && c.Mark == chain.MarkCleared
		if cleared && !seen[x.Commitment] {
			seen[x.Commitment] = true
			paid.Add(paid, c.Reward)
		}
		if right := c.PostRoot == a.truth; right != (status == chain.StatusFinalised || cleared) {
			a.t.Errorf("audit: a commitment of %s is %s", c.PostRoot, status)
		}
		if x.Challenger == a.honest.Address() && x.Status != chain.ChallengeWon {
			a.t.Errorf("audit: the honest challenge %d ended as %s", id, x.Status)
		}
		if x.Challenger != a.honest.Address() && x.Root != a.truth && x.Status == chain.ChallengeWon {
			a.t.Errorf("audit: the lying challenge %d ended as %s (match: %s)", id, x.Status, x.Outcome)
		}
		if x.Status <= chain.ChallengeOpened {
			a.t.Errorf("audit: challenge %d is still %s", id, x.Status)
		}
		if x.Outcome == match.Running {
			a.t.Errorf("audit: match %d was never concluded", id)
		}
	}
	return paid
}
