package mapping_test

import (
	"errors"
	"math/big"
	"testing"

	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/coordinator/mapping"
	"github.com/commonweight/commonweight/internal/chain"
)

// What can't be mapped leaves nothing behind, though its handler had begun to save.
func TestWholeOrNotAtAll(t *testing.T) {
	type Invented struct{}
	for _, data := range []any{
		Invented{},
		chain.Committed{Run: 7, Committer: who(1)}, // of a run that was never created
		chain.Finalised{Commitment: rootOf("no commitment")},
		chain.RunCreated{Run: 1, Author: who(1)}, // no steps a window
		chain.StakeReleased{Validator: who(1), Amount: new(big.Int), Burned: new(big.Int), Paid: new(big.Int)},
	} {
		store := entity.NewMemory()
		err := mapping.Apply(store, chain.Event{Block: 3, Index: 1, Data: data})
		if err == nil || len(store.Entities()) != 0 {
			t.Errorf("%T: error %v, %d entities", data, err, len(store.Entities()))
		}
		if _, invented := data.(Invented); invented != errors.Is(err, mapping.ErrUnknown) {
			t.Errorf("%T: %v", data, err)
		}
	}
}

// BenchmarkApply maps all simulated histories into memory.
func BenchmarkApply(b *testing.B) {
	histories, err := simulated()
	if err != nil {
		b.Fatal(err)
	}
	var all [][]chain.Event
	count := 0
	for _, h := range histories {
		events, err := h.deployment.Decode(h.logs)
		if err != nil {
			b.Fatal(err)
		}
		all = append(all, events)
		count += len(events)
	}
	for b.Loop() {
		for _, events := range all {
			store := entity.NewMemory()
			for _, e := range events {
				if err := mapping.Apply(store, e); err != nil {
					b.Fatal(err)
				}
			}
		}
	}
	b.ReportMetric(float64(count)*float64(b.N)/b.Elapsed().Seconds(), "events/s")
}
