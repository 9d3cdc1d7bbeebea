package player_test

import (
	"testing"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/trace/tracetest"
	"github.com/commonweight/commonweight/internal/replica/replicatest"
	"github.com/commonweight/commonweight/train/program"
)

func poseidon2(s *program.Spec) { s.TreeHash = program.HashPoseidon2 }

// TestDisputeOverPoseidon2Trees plays disputes of a run whose trees are hashed by Poseidon2: a lie in a product, and one that only the state shows.
func TestDisputeOverPoseidon2Trees(t *testing.T) {
	replicatest.Long(t)
	a := newArena(t, poseidon2, nil)
	a.lists = a.stage.Replica("auto", "")
	at := operatorOf(t, a.program, "h.0.mlp.c_proj.weight.grad")
	lies, ok := a.tell(tracetest.Lie{Step: 2, Operator: at, Tile: 1, Word: 37, Block: 1})
	if !ok {
		t.Fatal("the lie is rounded away")
	}
	a.begin("tiny GPT, Poseidon2: committer lies", match.Committer, lies).play(false)
	forged, err := tracetest.ForgeTensor(t.Context(), a.window.Lists(), 1, 5)
	check(t, err)
	a.begin("tiny GPT, Poseidon2: a tensor of the new state", match.Committer, forged).play(false)
	a.begin("tiny GPT, Poseidon2: challenger lies", match.Challenger, lies).play(false)
	a.audit()
}

// TestEveryOperatorOverPoseidon2Trees: whichever operator a committer lies in, it is convicted.
func TestEveryOperatorOverPoseidon2Trees(t *testing.T) {
	everyDispute(t)
	a := newArena(t, poseidon2, nil)
	a.kinds("tiny GPT, Poseidon2", func(name string, lies match.Provider) { a.begin(name, match.Committer, lies).play(false) })
	a.audit()
}
