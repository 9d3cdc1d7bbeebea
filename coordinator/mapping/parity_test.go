package mapping_test

import (
	"context"
	"errors"
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

// expectParity maps a log by both and compares every field of every entity.
func expectParity(t *testing.T, s *harness.Subgraph, d chain.Deployment, logs []*types.Log) {
	t.Helper()
	differences, entities, err := harness.Parity(t.Context(), s, d, logs)
	if err != nil {
		t.Fatal(err)
	}
	for i, difference := range differences {
		if i == 10 {
			t.Fatalf("and %d more", len(differences)-i)
		}
		t.Error(difference)
	}
	t.Logf("%d logs, %d entities", len(logs), len(entities))
}

// TestSimulatedHistories compares both mappings over every simulated history: liars, bribed juries, puppets, squatters, demands, duels.
func TestSimulatedHistories(t *testing.T) {
	s := compiled(t)
	histories := 0
	_, err := simulate.Run(t.Context(), simulate.Options{Seed: 1, Quick: true, Played: func(name string, c *evm.Chain) {
		histories++
		t.Run(name, func(t *testing.T) { expectParity(t, s, c.Deployment(), c.Logs()) })
	}})
	if err != nil {
		t.Fatal(err)
	}
	if histories == 0 {
		t.Fatal("no history was played")
	}
}
