package player_test

import (
	"strings"
	"testing"
	"time"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/player"
	"github.com/commonweight/commonweight/internal/replica/replicatest"
	"github.com/commonweight/commonweight/train/program"
)

// someLie is a lie in the middle of a weight gradient.
func (a *arena) someLie(step int) match.Provider {
	a.t.Helper()
	lies, ok := a.tell(a.lieAt(step, operatorOf(a.t, a.program, "h.0.mlp.c_fc.weight.grad"), middle))
	if !ok {
		a.t.Fatal("the lie is rounded away")
	}
	return lies
}

// Pitfall 1: a move in the last second must leave the other side its time; a liar that always waits loses all the same.
func TestPitfall1LastSecondMover(t *testing.T) {
	everyDispute(t)
	a := newArena(t, nil, nil)
	d := a.begin("last-second mover", match.Committer, a.someLie(2))
	d.before = func() {
		due, err := d.honest.Due(t.Context(), d.id)
		check(t, err)
		if left := int64(due.Deadline) - int64(d.honest.Now()); due.Side == match.Committer && left > 30 {
			check(t, d.stage.Net.Advance(time.Duration(left-20)*time.Second))
		}
	}
	d.play(false)
	a.audit()
}

// An idler takes part in nothing: its clock convicts it, on either side.
func TestIdlersLoseByTheirClocks(t *testing.T) {
	everyDispute(t)
	for _, side := range []match.Side{match.Committer, match.Challenger} {
		a := newArena(t, nil, nil)
		d := a.begin("idle "+side.String(), side, a.someLie(1))
		d.players = func() []*player.Player { return []*player.Player{d.player(d.honest, d.own())} }
		d.playOut()
		a.audit()
	}
}

// Pitfalls 20 and 22: a griefer with many names disputes the truth many times at once. Every claim has its own bond and its own match.
func TestPitfall22Sybils(t *testing.T) {
	everyDispute(t)
	a := newArena(t, nil, nil)
	var duels []*duel
	for i := range 4 {
		duels = append(duels, a.begin([]string{"sybil 1 of 4", "sybil 2 of 4", "sybil 3 of 4", "sybil 4 of 4"}[i], match.Challenger, a.someLie(1+i)))
	}
	for _, d := range duels {
		d.play(false)
	}
	a.audit()
}

// Pitfall 4: a reorganisation takes a move back; players read the new chain and go on from it.
func TestPitfall4Reorg(t *testing.T) {
	everyDispute(t)
	a := newArena(t, nil, nil)
	d := a.begin("reorganisation in the middle", match.Committer, a.someLie(3))
	moves, before := 0, chain.Block{}
	d.after = func() {
		moves++
		switch moves {
		case 3:
			before = d.honest.Latest()
		case 4: // the fourth move is undone, with whatever else stood on the third
			check(t, d.stage.Net.Fork(before.Hash, int(d.honest.Latest().Number-before.Number)+2))
		}
	}
	d.play(false)
	a.audit()
}

// Pitfall 21: one bad data source made an honest agent attack its own claims. A player whose lists don't end in its claim says so and moves nothing.
func TestPitfall21BadDataMovesNothing(t *testing.T) {
	replicatest.Long(t)
	a := newArena(t, nil, nil)
	d := a.begin("a node with bad data, mended in time", match.Committer, a.someLie(2))
	spoiled := fixed{a.someLie(4)}
	p := d.player(d.honest, spoiled)
	if moved, err := p.Tick(t.Context()); moved || err == nil {
		t.Errorf("with bad data it moved: %t, %v", moved, err)
	}
	d.play(false)
	a.audit()
}

// Pitfall 23: the court can be bought; arithmetic can't. A jury clears a lie, and condemns a truth.
func TestPitfall23BoughtJury(t *testing.T) {
	everyDispute(t)
	for _, side := range []match.Side{match.Committer, match.Challenger} {
		a := newArena(t, bribable, nil)
		a.stage.Seat()
		d := a.prepare("a bought jury, the "+side.String()+" lies", side, a.someLie(1))
		a.stage.Vote(d.commitment, a.root(d.lies))
		mover := a.stage.Account(thirdKey)
		_, err := a.honest.NameKey(t.Context(), mover.Address())
		check(t, err)
		if moved, err := d.playerFor(a.honest.Address(), mover, a.own()).Tick(t.Context()); moved || err == nil || !strings.Contains(err.Error(), "dispute open") {
			t.Errorf("a named key in front of a bought jury: moved %t, %v", moved, err)
		}
		d.play(false)
		if side == match.Challenger {
			d.resolve(chain.VerdictCleared)
		}
		a.accounts = append(a.accounts, a.stage.Seated()...)
		a.audit()
	}
}

// bribable leaves jurors time.
func bribable(s *program.Spec) {
	s.Clocks.Challenge, s.Clocks.BallotCommit, s.Clocks.BallotReveal = 100, 60, 60
}

// resolve lets the case end and checks its verdict.
func (d *duel) resolve(want chain.Verdict) {
	d.t.Helper()
	check(d.t, d.stage.Net.Advance(300*time.Second))
	_, err := d.honest.Resolve(d.t.Context(), d.commitment)
	check(d.t, err)
	if got, err := d.honest.Outcome(d.t.Context(), d.commitment); err != nil || got != want {
		d.t.Errorf("%s: the case ended as %s, want %s (%v)", d.name, got, want, err)
	}
}
