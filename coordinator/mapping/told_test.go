package mapping_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/internal/chain/evm"
	"github.com/commonweight/commonweight/internal/simulate"
)

// wholeMatch is the log of a match that goes down to the referee: kind, side, phase, place, bytes of value and data, whether it sets a deadline.
var wholeMatch = []string{
	"Posted Committer Steps 0 0 512 true",
	"Answered Challenger Steps 3 32 0 false",
	"StepFound None Steps 3 32 0 false",
	"Posted Challenger Trace 0 0 128 true",
	"Answered Committer Trace 0 32 0 false",
	"Posted Committer Trace 0 0 512 true",
	"Answered Challenger Trace 3 32 0 false",
	"Awaits Committer Bind null 0 0 true",
	"OperatorBound None Bound 2 32 0 false",
	"Posted Committer Element 0 0 1024 true",
	"Answered Challenger Element 0 32 0 false",
	"Posted Challenger Blocks 0 0 12 true",
	"Answered Committer Blocks 1 32 0 false",
	"Awaits Challenger Leaf null 0 0 true",
	"Ended None Leaf null 32 0 false",
}

// The log of a match tells move by move who said what where.
func TestLogOfAMatch(t *testing.T) {
	var told []string
	_, err := simulate.Run(t.Context(), simulate.Options{Seed: 1, Quick: true, Names: []string{"bribed-jury"}, Played: func(_ string, c *evm.Chain) {
		d := derive(t, c)
		d.follow()
		m := found[entity.Match](d, "1")
		if m.ByClock || *m.EndedIn != entity.PhaseLeaf || m.Operator.Uint64() != 2 || m.Step.Uint64() != 3 || len(m.Truth) != 32 {
			t.Errorf("the match: %+v", m)
		}
		for n := range m.Moves {
			l := found[entity.Move](d, fmt.Sprintf("1-%d", n+1))
			place := "null"
			if l.Place != nil {
				place = l.Place.String()
			}
			told = append(told, fmt.Sprint(l.Kind, " ", l.Side, " ", l.Phase, " ", place, " ", len(l.Value), " ", len(l.Data), " ", l.Deadline != nil))
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(told, wholeMatch) {
		t.Errorf("%q", told)
	}
}

// found is an entity that has to be there.
func found[T any, P interface {
	*T
	entity.Entity
}](d *derived, id string) P {
	d.t.Helper()
	e, err := entity.Load[T, P](d.store, id)
	if err != nil || e == nil {
		d.t.Fatalf("%s isn't there: %v", id, err)
	}
	return e
}

// tellsRareThings holds the rare history to what no view of a contract says.
func tellsRareThings(t *testing.T, d *derived) {
	t.Helper()
	var moot, byClock, repaid, leaked, pulled, dismissed, shared int32
	for _, e := range d.store.Entities() {
		switch e := e.(type) {
		case *entity.Duel:
			if e.Moot {
				moot++
			}
		case *entity.Match:
			if e.ByClock {
				byClock++
			}
		case *entity.Pledge:
			shared += e.JackpotShares
			if e.GasRepaid.Sign() > 0 {
				repaid++
			}
		case *entity.Ballot:
			if e.LeakedBy != nil {
				leaked++
				if who := who(19); *e.LeakedBy != fmt.Sprintf("0x%x", who[:]) || e.Root != nil {
					t.Errorf("the leaked ballot: %+v", e)
				}
			}
		case *entity.GoalLock:
			if e.Window != nil {
				pulled++
			}
		case *entity.Challenge:
			if e.Outcome == entity.OutcomeDismissed {
				dismissed++
			}
		}
	}
	got := [...]int32{moot, byClock, repaid, leaked, pulled, dismissed, shared}
	if want := [...]int32{2, 6, 2, 1, 1, 1, 2}; got != want {
		t.Errorf("moot duels, matches ended by the clock, pledges whose bond repaid gas, leaks, shares pulled, challenges dismissed, shares of jackpots:"+
			" %d, want %d", got, want)
	}
}
