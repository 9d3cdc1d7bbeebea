package worker_test

import (
	"context"
	"math/big"
	"sync"
	"testing"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/keeper"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/commonweight/commonweight/internal/replica/replicatest"
	"github.com/commonweight/commonweight/train/program"
)

// keep runs a keeper for an account, block by block, until the test ends or done says so.
func keep(t *testing.T, wait *sync.WaitGroup, a *chain.Account, run chain.RunID, done func(*keeper.Keeper) bool) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 4*time.Minute)
	t.Cleanup(cancel)
	k, err := keeper.New(ctx, a, run, nil)
	check(t, err)
	wait.Go(func() {
		for range a.Blocks(ctx) {
			if _, err := k.Push(ctx); err != nil {
				t.Errorf("%s: %v", a.Address(), err)
				return
			}
			if done(k) {
				_, err := k.Withdraw(ctx)
				if err != nil {
					t.Errorf("%s: %v", a.Address(), err)
				}
				return
			}
		}
		t.Errorf("%s: still waiting at the end", a.Address())
	})
}

// village is a run with a replica and its true first state.
type village struct {
	*replicatest.Stage
	r      *replica.Replica
	states []*program.State // after each window
	truth  []chain.Hash
}

func settle(t *testing.T, windows int) *village {
	t.Helper()
	s := replicatest.Start(t, func(spec *program.Spec) {
		replicatest.Disputed(spec)
		spec.Steps = 4 * windows
	}, nil)
	s.Seat()
	st := &village{Stage: s, r: s.Replica("auto", ""), truth: s.Truth()}
	state, err := st.r.After(t.Context(), st.r.Genesis())
	check(t, err)
	for range windows {
		state, err = st.r.Replay(t.Context(), state, 4, nil)
		check(t, err)
		st.states = append(st.states, state)
	}
	return st
}

// worth is all that an account owns outside stakes: balance and credit.
func (s *village) worth(t *testing.T, i int) *big.Int {
	t.Helper()
	a := s.Account(i)
	balance, err := a.Balance(t.Context(), a.Address())
	check(t, err)
	credit, err := a.Credit(t.Context(), a.Address(), chain.Native)
	check(t, err)
	v, err := a.Validator(t.Context(), a.Address())
	check(t, err)
	return balance.Add(balance, credit.Add(credit, v.Stake))
}

const honest, liar = 1, 2

// A lie is voted out, what stood on it voided, training goes on: all money comes home by keepers alone.
func TestEveryoneIsPaidAfterALie(t *testing.T) {
	t.Parallel()
	s := settle(t, 2)
	before := make(map[int]*big.Int)
	for _, i := range []int{honest, liar, replicatest.Challenger, replicatest.Jurors, replicatest.Jurors + 1, replicatest.Jurors + 2} {
		before[i] = s.worth(t, i)
	}
	since := s.Account(honest).Latest().Number

	lie := replicatest.Lie(s.states[0])
	fallen := s.Commit(s.Account(liar), s.r, lie)
	onLie, err := s.r.Replay(t.Context(), lie, 4, nil)
	check(t, err)
	s.Commit(s.Account(honest), s.r, onLie)
	s.VoteOut(fallen, s.truth[0])
	s.Commit(s.Account(honest), s.r, s.states[0])
	s.Commit(s.Account(honest), s.r, s.states[1])

	var wait sync.WaitGroup
	a := s.Account(honest)
	for i := range before {
		keep(t, &wait, s.Account(i), s.Run, func(k *keeper.Keeper) bool {
			p, err := a.Progress(t.Context(), s.Run)
			return err == nil && p.AnchorCount == 2 && !k.Waiting()
		})
	}
	wait.Wait()

	paid, err := a.GasPaid(t.Context(), since+1, a.Latest().Number)
	check(t, err)
	gain := func(i int) *big.Int {
		g := new(big.Int).Sub(s.worth(t, i), before[i])
		if gas := paid[s.Account(i).Address()]; gas != nil {
			g.Add(g, gas)
		}
		return g
	}
	reward := new(big.Int).Mul(s.Terms.Economy.Reward, big.NewInt(8))
	if g := gain(honest); g.Cmp(reward) <= 0 {
		t.Errorf("the honest worker gained %s, want its rewards of %s and the share of a voided window", g, reward)
	}
	if g := gain(liar); g.Sign() >= 0 {
		t.Errorf("the liar gained %s", g)
	}
	if g := gain(replicatest.Challenger); g.Sign() <= 0 {
		t.Errorf("the challenger gained %s", g)
	}
	for i := range 3 {
		if g := gain(replicatest.Jurors + i); g.Cmp(s.Terms.Economy.JurorFee) != 0 {
			t.Errorf("juror %d gained %s, want the fee of %s", i, g, s.Terms.Economy.JurorFee)
		}
	}
	// Nothing is left in the Vault but stakes, the escrow and what nobody earned by checking.
	held, err := a.Held(t.Context(), chain.Native)
	check(t, err)
	escrow, err := a.Escrow(t.Context(), s.Run)
	check(t, err)
	held.Sub(held, escrow)
	auditors, canaries, err := a.AttentionBudget(t.Context(), s.Run)
	check(t, err)
	held.Sub(held, auditors)
	held.Sub(held, canaries)
	for i := range 3 {
		v, err := a.Validator(t.Context(), s.Account(replicatest.Jurors+i).Address())
		check(t, err)
		if v.Locked.Sign() != 0 {
			t.Errorf("juror %d has %s locked", i, v.Locked)
		}
		held.Sub(held, v.Stake)
	}
	if held.Sign() != 0 {
		t.Errorf("%s is left in the Vault", held)
	}
}

// A griefer's unopened seal lapses, and the committer's window becomes final.
func TestUnopenedSealLapses(t *testing.T) {
	replicatest.Long(t)
	t.Parallel()
	s := settle(t, 1)
	hash := s.Commit(s.Account(honest), s.r, s.states[0])
	griefer := s.Account(replicatest.Challenger)
	_, _, err := griefer.Seal(t.Context(), hash, chain.Hash{5})
	check(t, err)
	var wait sync.WaitGroup
	keep(t, &wait, s.Account(honest), s.Run, func(k *keeper.Keeper) bool {
		status, err := griefer.Status(t.Context(), hash)
		return err == nil && status == chain.StatusFinalised && !k.Waiting()
	})
	wait.Wait()
}

// A case that nobody votes in still ends: the keepers of its parties freeze and tally it, open arithmetic, and end the match that nobody plays.
func TestCaseWithoutBallotsEnds(t *testing.T) {
	replicatest.Long(t)
	t.Parallel()
	s := settle(t, 1)
	hash := s.Commit(s.Account(honest), s.r, s.states[0])
	griefer, salt := s.Account(replicatest.Challenger), chain.Hash{5}
	sealed, _, err := griefer.Seal(t.Context(), hash, griefer.SealHash(hash, chain.Hash{6}, griefer.Address(), salt))
	check(t, err)
	_, err = griefer.OpenChallenge(t.Context(), hash, sealed.Challenge, chain.Hash{6}, griefer.Address(), salt)
	check(t, err)
	var wait sync.WaitGroup
	for _, i := range []int{honest, replicatest.Challenger, replicatest.Jurors} {
		keep(t, &wait, s.Account(i), s.Run, func(k *keeper.Keeper) bool {
			verdict, err := griefer.Outcome(t.Context(), hash)
			return err == nil && verdict == chain.VerdictFalls
		})
	}
	wait.Wait()
}

// A case whose parties have all gone would hold up the finality of everyone's later windows: strangers end it.
func TestStrangersEndACaseThatItsPartiesLeft(t *testing.T) {
	replicatest.Long(t)
	t.Parallel()
	s := settle(t, 1)
	hash := s.Commit(s.Account(liar), s.r, s.states[0])
	griefer, salt := s.Account(replicatest.Challenger), chain.Hash{5}
	sealed, _, err := griefer.Seal(t.Context(), hash, griefer.SealHash(hash, chain.Hash{6}, griefer.Address(), salt))
	check(t, err)
	_, err = griefer.OpenChallenge(t.Context(), hash, sealed.Challenge, chain.Hash{6}, griefer.Address(), salt)
	check(t, err)
	_, _, err = griefer.Seal(t.Context(), hash, chain.Hash{7})
	check(t, err)
	var wait sync.WaitGroup
	keep(t, &wait, s.Account(honest), s.Run, func(k *keeper.Keeper) bool {
		verdict, err := griefer.Outcome(t.Context(), hash)
		return err == nil && verdict == chain.VerdictFalls && !k.Waiting()
	})
	wait.Wait()
}

// The prototype's pitfall 11: a deposit that froze for ever. One's own lease is expired when its time is up, and half of the bond returns.
func TestPitfall11OwnLeaseIsExpired(t *testing.T) {
	replicatest.Long(t)
	t.Parallel()
	s := replicatest.Start(t, func(spec *program.Spec) { spec.Clocks.Lease = 60 }, nil)
	a := s.Account(honest)
	head, err := a.Head(t.Context(), s.Run)
	check(t, err)
	acquired, _, err := a.Acquire(t.Context(), s.Run, head)
	check(t, err)
	var wait sync.WaitGroup
	keep(t, &wait, a, s.Run, func(*keeper.Keeper) bool {
		lease, err := a.Lease(t.Context(), s.Run)
		return err == nil && lease.Holder == chain.Address{}
	})
	wait.Wait()
	events, err := a.Events(t.Context(), 0, a.Latest().Number)
	check(t, err)
	for _, e := range events {
		if w, ok := e.Data.(chain.Withdrawn); ok && w.Account == a.Address() {
			if half := new(big.Int).Rsh(acquired.Bond, 1); w.Amount.Cmp(half) < 0 {
				t.Errorf("%s of a bond of %s came back", w.Amount, acquired.Bond)
			}
			return
		}
	}
	t.Error("nothing came back")
}

// What the keeper knows it has from the chain: one that starts late does the same.
func TestKeeperHasNoMemoryToLose(t *testing.T) {
	replicatest.Long(t)
	t.Parallel()
	s := settle(t, 1)
	lie := replicatest.Lie(s.states[0])
	fallen := s.Commit(s.Account(liar), s.r, lie)
	s.VoteOut(fallen, s.truth[0])
	s.Commit(s.Account(honest), s.r, s.states[0])
	ctx, cancel := context.WithTimeout(t.Context(), 4*time.Minute)
	defer cancel()
	challenger := s.Account(replicatest.Challenger)
	for range challenger.Blocks(ctx) {
		k, err := keeper.New(ctx, challenger, s.Run, nil) // a new one for every block
		check(t, err)
		_, err = k.Push(ctx)
		check(t, err)
		if c, err := challenger.Challenge(ctx, 1); err == nil && c.Status == chain.ChallengeWon && !k.Waiting() {
			return
		}
	}
	t.Error("the challenge was never won")
}
