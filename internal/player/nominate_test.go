package player_test

import (
	"testing"
	"time"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/player"
	"github.com/commonweight/commonweight/internal/replica/replicatest"
)

// A puppet seals the truth first and loses on purpose; then somebody else convicts the liar, so the honest account's own match ends as void. Void
// defeats nobody: the honest seal is the earliest that is left and has to stand in front for its root.
func TestVoidChallengeStepsForward(t *testing.T) {
	replicatest.Long(t)
	a := newArena(t, nil, nil)
	ctx, puppet, second := t.Context(), a.stage.Account(thirdKey), a.stage.Account(fourthKey)
	a.accounts = append(a.accounts, puppet, second)
	lies := a.someLie(2)
	commitment := a.commit(a.liar, a.root(lies))
	ids := map[*chain.Account]chain.ChallengeID{}
	for _, account := range []*chain.Account{puppet, a.honest, second} {
		ids[account] = a.challenge(account, commitment, a.truth)
	}
	d := &duel{arena: a, name: "void", commitment: commitment}
	liar := d.player(a.liar, fixed{lies})

	_, err := puppet.OpenArithmetic(ctx, ids[puppet])
	check(t, err)
	if moved, err := liar.Tick(ctx); !moved {
		t.Fatal("the liar doesn't open its list: ", err)
	}
	check(t, a.stage.Net.Advance(800*time.Second))
	_, err = a.liar.Play(ctx, ids[puppet], match.Timeout{})
	check(t, err)
	_, err = a.liar.Conclude(ctx, ids[puppet])
	check(t, err)

	for _, account := range []*chain.Account{a.honest, second} {
		_, err = account.OpenArithmetic(ctx, ids[account])
		check(t, err)
	}
	winner := d.player(second, a.own())
	if _, ended := drive(t, func() bool {
		status, err := a.honest.Status(ctx, commitment)
		check(t, err)
		return status == chain.StatusRejected
	}, winner, liar); !ended {
		t.Fatal("the liar wasn't convicted")
	}
	check(t, a.stage.Net.Advance(800*time.Second))
	_, err = a.liar.Play(ctx, ids[a.honest], match.Timeout{})
	check(t, err)
	_, err = a.liar.Conclude(ctx, ids[a.honest])
	check(t, err)
	if x, err := a.honest.Challenge(ctx, ids[a.honest]); err != nil || x.Outcome != match.Void {
		t.Fatalf("the honest match ended as %s, %v", x.Outcome, err)
	}
	earliest := func() chain.ChallengeID {
		id, err := a.honest.Earliest(ctx, commitment, a.truth)
		check(t, err)
		return id
	}
	drive(t, func() bool { return earliest() == ids[second] }, winner)
	if _, ended := drive(t, func() bool { return earliest() == ids[a.honest] }, d.player(a.honest, a.own())); !ended {
		t.Errorf("in front for the truth stands challenge %d, want %d", earliest(), ids[a.honest])
	}
}

// drive ticks players until something holds, and gives up when none of them moves any more.
func drive(t testing.TB, until func() bool, players ...*player.Player) (moves int, ended bool) {
	t.Helper()
	for idle := 0; idle < 200; idle++ {
		if until() {
			return moves, true
		}
		for _, p := range players {
			if moved, err := p.Tick(t.Context()); moved {
				moves++
				idle = 0
			} else if err != nil {
				t.Log(err)
			}
		}
		if idle > 0 {
			time.Sleep(5 * time.Millisecond)
		}
	}
	return moves, false
}
