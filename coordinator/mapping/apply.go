package mapping

import (
	"errors"
	"fmt"

	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/internal/chain"
)

// ErrUnknown: no contract of ours has such an event.
var ErrUnknown = errors.New("unknown event")

// contracts map the events of one contract each, and say whether the event was theirs.
var contracts = []func(*records, chain.Event) bool{
	registry, training, vault, validators, demands, disputes, matches, court, attention, goals, proofs,
}

// Apply saves what an event changes. Events come in the order of the chain, each with its time.
//
// Errors: ErrUnknown; one that says what the event named and no earlier one made; the store's. Nothing is saved then, unless the store
// failed while saving.
func Apply(store entity.Store, e chain.Event) error {
	r := &records{store: store}
	err := r.mapped(e)
	if err == nil {
		err = r.flush()
	}
	if err != nil {
		return fmt.Errorf("map %s of block %d, index %d: %w", e.Name(), e.Block, e.Index, err)
	}
	return nil
}

// mapped runs the handler. A node may lie: whatever no contract would log is an error too, not the end of the process.
func (r *records) mapped(e chain.Event) (err error) {
	defer func() {
		if problem := recover(); problem != nil {
			err = fmt.Errorf("%v", problem)
			if f, ok := problem.(failure); ok {
				err = f.err
			}
		}
	}()
	for _, contract := range contracts {
		if contract(r, e) {
			return nil
		}
	}
	return ErrUnknown
}
