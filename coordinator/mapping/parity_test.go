package mapping_test

import (
	"context"
	"errors"
	"sync"
	"testing"

	"github.com/commonweight/commonweight/coordinator/mapping/harness"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/evm"
	"github.com/commonweight/commonweight/internal/simulate"
	"github.com/ethereum/go-ethereum/core/types"
)

// compiled is the subgraph that `make subgraph` has built. Tests that need it are left out where it wasn't.
func compiled(t *testing.T) *harness.Subgraph {
	s, err := harness.Open(t.Context(), "../../subgraph")
	if errors.Is(err, harness.ErrNotBuilt) {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close(context.Background()) })
	return s
}

// history is all that was logged on a chain.
type history struct {
	name       string
	deployment chain.Deployment
	logs       []*types.Log
}

// simulated are the histories of every scenario: liars, bribed juries, puppets, squatters, demands, audits, goals.
var simulated = sync.OnceValues(func() ([]history, error) {
	var all []history
	_, err := simulate.Run(context.Background(), simulate.Options{Seed: 1, Quick: true, Played: func(name string, c *evm.Chain) {
		all = append(all, history{name, c.Deployment(), c.Logs()})
	}})
	return all, err
})

func TestSimulatedHistories(t *testing.T) {
	s := compiled(t)
	histories, err := simulated()
	if err != nil || len(histories) == 0 {
		t.Fatal(err, len(histories))
	}
	for _, h := range histories {
		t.Run(h.name, func(t *testing.T) { expectParity(t, s, h) })
	}
}

// expectParity maps a history by both and compares every field of every entity.
func expectParity(t *testing.T, s *harness.Subgraph, h history) {
	t.Helper()
	differences, entities, err := harness.Parity(t.Context(), s, h.deployment, h.logs)
	if err != nil {
		t.Fatal(err)
	}
	for i, difference := range differences {
		if i == 10 {
			t.Fatalf("and %d more", len(differences)-i)
		}
		t.Error(difference)
	}
	t.Logf("%d logs, %d entities", len(h.logs), len(entities))
}
