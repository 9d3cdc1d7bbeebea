package harness

import (
	"context"
	"fmt"

	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/coordinator/mapping"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/ethereum/go-ethereum/core/types"
)

// Difference is an entity that the two indexes don't have alike.
type Difference struct {
	Entity string   // its kind and id
	Fields []string // those that differ, with the subgraph's value and the coordinator's; none: only one has it
	Only   string   // who has it
}

func (d Difference) String() string {
	if d.Only != "" {
		return fmt.Sprintf("%s: only the %s has it", d.Entity, d.Only)
	}
	return fmt.Sprintf("%s: %q", d.Entity, d.Fields)
}

// Parity maps logs by the subgraph and by package mapping, and returns what differs, and the entities of the latter.
//
// Errors: either failed on a log, or one of them knows a log that the other doesn't.
func Parity(ctx context.Context, s *Subgraph, d chain.Deployment, logs []*types.Log) ([]Difference, []entity.Entity, error) {
	theirs, ours := s.Index(d), entity.NewMemory()
	for _, log := range logs {
		known, err := theirs.Apply(ctx, log)
		if err != nil {
			return nil, nil, fmt.Errorf("subgraph: %w", err)
		}
		events, err := d.Decode([]*types.Log{log})
		if err != nil {
			return nil, nil, err
		}
		if known != (len(events) == 1) {
			return nil, nil, fmt.Errorf("log %d of block %d, topic %s of %s: the subgraph knows it: %t, the coordinator: %t",
				log.Index, log.BlockNumber, log.Topics[0], log.Address, known, len(events) == 1)
		}
		for _, e := range events {
			if err := mapping.Apply(ours, e); err != nil {
				return nil, nil, fmt.Errorf("coordinator: %w", err)
			}
		}
	}
	entities, err := theirs.Entities()
	if err != nil {
		return nil, nil, fmt.Errorf("subgraph: %w", err)
	}
	return Compare(entities, ours.Entities()), ours.Entities(), nil
}

// Compare returns what differs between the subgraph's entities and the coordinator's.
func Compare(subgraph, coordinator []entity.Entity) []Difference {
	name := func(e entity.Entity) string { return e.EntityKind().String() + " " + e.EntityID() }
	others := make(map[string]entity.Entity)
	for _, e := range coordinator {
		others[name(e)] = e
	}
	var differences []Difference
	for _, e := range subgraph {
		other := others[name(e)]
		delete(others, name(e))
		if other == nil {
			differences = append(differences, Difference{Entity: name(e), Only: "subgraph"})
		} else if fields := entity.Differences(e, other); len(fields) > 0 {
			differences = append(differences, Difference{Entity: name(e), Fields: fields})
		}
	}
	for _, e := range coordinator {
		if others[name(e)] != nil {
			differences = append(differences, Difference{Entity: name(e), Only: "coordinator"})
		}
	}
	return differences
}
