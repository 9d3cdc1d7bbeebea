package player_test

import (
	"testing"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/internal/player"
	"github.com/commonweight/commonweight/internal/replica/replicatest"
)

// What `dispute show` says is left is never less than what comes, and exact once the sides have come to the words.
func TestMovesLeftIsABound(t *testing.T) {
	replicatest.Long(t)
	a := newArena(t, nil, nil)
	d := a.begin("a match that is told move by move", match.Committer, a.someLie(2))
	type look struct {
		phase       match.Phase
		done        int // transactions
		left, blind int
	}
	var looks []look
	d.before = func() {
		m, err := d.honest.Match(t.Context(), d.id)
		check(t, err)
		looks = append(looks, look{m.Phase, len(d.calls), player.MovesLeft(a.program, m.Game), player.MovesLeft(nil, m.Game)})
	}
	d.play(false)
	for _, l := range looks {
		came := len(d.calls) - l.done
		if l.phase == match.PhaseEnded {
			continue
		}
		if l.left < came || l.left > came+6 || l.blind < l.left || l.blind > 30 {
			t.Errorf("in phase %s at most %d (knowing nothing of the program %d) were left, %d came", l.phase, l.left, l.blind, came)
		}
		if l.phase >= match.PhaseFolds && l.left != came {
			t.Errorf("in phase %s %d were left, %d came", l.phase, l.left, came)
		}
	}
	if len(looks) < 10 {
		t.Errorf("%d looks", len(looks))
	}
}
