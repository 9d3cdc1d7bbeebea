package player_test

import (
	"errors"
	"testing"
	"time"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/chaintest"
	"github.com/commonweight/commonweight/internal/player"
	"github.com/commonweight/commonweight/internal/replica/replicatest"
)

// An owner names another key and stays away: that key plays to the end, on either side, and no other may.
func TestNamedKeyMoves(t *testing.T) {
	replicatest.Long(t)
	for _, side := range []match.Side{match.Committer, match.Challenger} {
		a := newArena(t, nil, nil)
		mover, stranger, owner := a.stage.Account(thirdKey), a.stage.Account(fourthKey), a.honest.Address()
		d := a.begin("a named key moves, the "+side.String()+" lies", side, a.someLie(1))
		own := a.own()
		p := d.playerFor(owner, mover, own)
		if moved, err := p.Tick(t.Context()); moved || !errors.Is(err, player.ErrNotNamed) {
			t.Errorf("before it was named, the key moved: %t, %v", moved, err)
		}
		_, err := a.honest.NameKey(t.Context(), mover.Address())
		check(t, err)
		if moved, err := d.playerFor(owner, stranger, own).Tick(t.Context()); moved || !errors.Is(err, player.ErrNotNamed) {
			t.Errorf("another key moved: %t, %v", moved, err)
		}
		d.players = func() []*player.Player {
			return []*player.Player{d.playerFor(owner, mover, own), d.player(d.liar, fixed{d.lies})}
		}
		d.play(false)
		m, err := a.honest.Match(t.Context(), d.id)
		check(t, err)
		if gas := map[match.Side]int{match.Committer: m.CommitterGas.Sign(), match.Challenger: m.ChallengerGas.Sign()}[side.Other()]; gas == 0 {
			t.Error("what the key's moves cost isn't counted for its owner")
		}
		a.audit()
	}
}

// Pitfalls 8 and 15 of the two lists: a party that refuses every payment blocks nothing but its own. It is a contract, and an account plays for it.
func TestPitfall15PayeeThatReverts(t *testing.T) {
	everyDispute(t)
	for _, side := range []match.Side{match.Committer, match.Challenger} {
		a := newArena(t, nil, nil)
		wallet, lies := chaintest.NewWallet(t, a.liar), a.someLie(3)
		a.refusing = append(a.refusing, wallet.Address)
		check(t, wallet.NameKey(t.Context()))
		d := a.between("a "+side.String()+" that refuses payment lies", side, lies)
		var err error
		if side == match.Committer {
			d.commitment, err = wallet.Commit(t.Context(), a.stage.Run, a.root(lies))
			check(t, err)
			d.id = a.challenge(a.honest, d.commitment, a.truth)
		} else {
			d.commitment = a.commit(a.honest, a.truth)
			d.id, err = wallet.Challenge(t.Context(), a.stage.Run, d.commitment, a.root(lies))
			check(t, err)
		}
		own := a.own()
		d.players = func() []*player.Player {
			return []*player.Player{d.player(a.honest, own), d.playerFor(wallet.Address, a.liar, fixed{lies})}
		}
		d.openArithmetic(a.honest)
		d.play(false)
		a.audit()
		credit, err := a.honest.Credit(t.Context(), wallet.Address, chain.Native)
		check(t, err)
		if err := wallet.Withdraw(t.Context()); err == nil && credit.Sign() > 0 {
			t.Error("the wallet took its money")
		}
	}
}

// A challenger that refuses payment and is right wins like any other; what it won waits for it.
func TestPitfall15WinnerThatReverts(t *testing.T) {
	everyDispute(t)
	a := newArena(t, nil, nil)
	wallet, lies := chaintest.NewWallet(t, a.honest), a.someLie(2)
	a.refusing = append(a.refusing, wallet.Address)
	check(t, wallet.NameKey(t.Context()))
	d := a.between("a challenger that refuses payment is right", match.Committer, lies)
	d.commitment = a.commit(a.liar, a.root(lies))
	var err error
	d.id, err = wallet.Challenge(t.Context(), a.stage.Run, d.commitment, a.truth)
	check(t, err)
	own := a.own()
	d.players = func() []*player.Player {
		return []*player.Player{d.playerFor(wallet.Address, a.honest, own), d.player(a.liar, fixed{lies})}
	}
	d.openArithmetic(a.liar)
	d.play(false)
	a.audit()
	bond, err := a.honest.ChallengeBond(t.Context(), a.stage.Run)
	check(t, err)
	credit, err := a.honest.Credit(t.Context(), wallet.Address, chain.Native)
	check(t, err)
	if x, err := a.honest.Challenge(t.Context(), d.id); err != nil || x.Status != chain.ChallengeWon || credit.Cmp(bond) <= 0 {
		t.Errorf("the challenge is %s (%v), the wallet is credited %s for a bond of %s", x.Status, err, credit, bond)
	}
	if err := wallet.Withdraw(t.Context()); err == nil {
		t.Error("the wallet took its money")
	}
}

// Both fall silent before the first move: the commitment is rejected and both bonds burn, so nobody gains by staging it.
func TestBothSilent(t *testing.T) {
	everyDispute(t)
	a := newArena(t, nil, nil)
	other := a.stage.Account(thirdKey)
	a.accounts = append(a.accounts, other)
	lies := a.someLie(1)
	d := a.between("both silent", match.Committer, lies)
	d.want = match.BothSilent
	d.commitment = a.commit(a.liar, a.root(lies))
	d.id = a.challenge(other, d.commitment, a.truth)
	d.openArithmetic(other)
	check(t, a.stage.Net.Advance(800*time.Second))
	receipt, err := a.honest.Play(t.Context(), d.id, match.Timeout{})
	check(t, err)
	d.count(receipt, "timeout")
	receipt, err = a.honest.Conclude(t.Context(), d.id)
	check(t, err)
	d.count(receipt, "conclude")
	d.end(match.BothSilent)
	a.audit()
	x, err := a.honest.Challenge(t.Context(), d.id)
	check(t, err)
	c, err := a.honest.Commitment(t.Context(), d.commitment)
	check(t, err)
	if x.Status != chain.ChallengeDefeated || !c.Settled {
		t.Errorf("the challenge is %s, the commitment settled: %t", x.Status, c.Settled)
	}
}
