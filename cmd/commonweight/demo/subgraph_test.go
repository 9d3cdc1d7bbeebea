package demo

import (
	"context"
	"errors"
	"testing"

	"github.com/commonweight/commonweight/coordinator/mapping/harness"
)

// bothMappings compares what the compiled subgraph and the coordinator's mapping make of the whole demo, to the last field.
func bothMappings(ctx context.Context, t *testing.T, s *stage) error {
	compiled, err := harness.Open(ctx, "../../../subgraph")
	if errors.Is(err, harness.ErrNotBuilt) {
		t.Log("not compared with the subgraph:", err)
		return nil
	}
	if err != nil {
		return err
	}
	defer compiled.Close(ctx)
	d := s.net.Deployment()
	logs, err := harness.Fetch(ctx, s.net.WS(), d)
	if err != nil {
		return err
	}
	differences, entities, err := harness.Parity(ctx, compiled, d, logs)
	for _, difference := range differences {
		t.Error(difference)
	}
	t.Logf("%d logs, %d entities", len(logs), len(entities))
	return err
}
