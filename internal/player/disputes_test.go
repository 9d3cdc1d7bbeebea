package player_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/trace/tracetest"
	"github.com/commonweight/commonweight/train/program"
)

// tell plants a lie at a place; of several flips it takes the first that isn't rounded away before the state.
func (a *arena) tell(lie tracetest.Lie) (match.Provider, bool) {
	a.t.Helper()
	for _, flip := range []uint32{1, 1 << 22, 1 << 26, 1 << 30} {
		lie.Flip = flip
		liar, err := tracetest.Tell(a.t.Context(), a.window, lie)
		if errors.Is(err, tracetest.ErrNoLie) {
			continue
		}
		check(a.t, err)
		if a.root(liar) != a.truth {
			return liar, true
		}
	}
	return nil, false
}

// kinds lists one operator for each kind: opcode, mode and, of maps, expression.
func kinds(p *program.Program) map[string]int {
	found := map[string]int{}
	for i, o := range p.Operators {
		name := fmt.Sprintf("%s %s %s", o.Code, o.Mode, o.Expression)
		if _, ok := found[name]; !ok && o.Code != program.OpState {
			found[name] = i
		}
	}
	return found
}

// TestDisputeAtOnePlace plays one dispute to its end, with players that forget everything after each transaction.
func TestDisputeAtOnePlace(t *testing.T) {
	a := newArena(t, nil, nil)
	at := operatorOf(t, a.replica.Program(), "h.0.mlp.c_proj.weight.grad")
	lies, ok := a.tell(tracetest.Lie{Step: 2, Operator: at, Tile: 1, Word: 37, Block: 1})
	if !ok {
		t.Fatal("the lie is rounded away")
	}
	a.begin("tiny GPT, a weight gradient, committer lies", match.Committer, lies).play(true)
	a.begin("tiny GPT, a weight gradient, challenger lies", match.Challenger, lies).play(true)
	for _, r := range a.rows {
		t.Logf("%+v", r)
	}
}

func operatorOf(t testing.TB, p *program.Program, name string) int {
	t.Helper()
	for i, o := range p.Operators {
		if o.Name == name {
			return i
		}
	}
	t.Fatalf("no operator is called %s", name)
	return 0
}
