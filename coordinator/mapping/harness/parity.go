package harness

import (
	"context"
	"errors"
	"fmt"
	"maps"

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
	p := s.Pair(d)
	for _, log := range logs {
		theirs, ours, err := p.Apply(ctx, log)
		if err = errors.Join(theirs, ours, err); err != nil {
			return nil, nil, err
		}
	}
	return p.Compare()
}

// Pair is both indexes of one deployment.
type Pair struct {
	deployment chain.Deployment
	theirs     *Index
	ours       *entity.Memory
}

// Pair returns two empty indexes.
func (s *Subgraph) Pair(d chain.Deployment) *Pair { return &Pair{d, s.Index(d), entity.NewMemory()} }

// Fork returns a second pair that goes on from here.
func (p *Pair) Fork() (*Pair, error) {
	fork := p.theirs.subgraph.Pair(p.deployment)
	for kind, rows := range p.theirs.store.rows {
		fork.theirs.store.rows[kind] = maps.Clone(rows) // a row that is there is never changed
	}
	for _, e := range p.ours.Entities() {
		if err := fork.ours.Save(e); err != nil {
			return nil, err
		}
	}
	return fork, nil
}

// Apply maps a log by the subgraph, which may fail with theirs, and by package mapping, which may fail with ours. Who fails keeps nothing of it.
//
// Errors: one of them knows the log and the other doesn't.
func (p *Pair) Apply(ctx context.Context, log *types.Log) (theirs, ours, err error) {
	known, err := p.theirs.Apply(ctx, log)
	if err != nil {
		theirs = fmt.Errorf("subgraph: %w", err)
	}
	events, err := p.deployment.Decode([]*types.Log{log})
	if err != nil {
		return nil, nil, err
	}
	if known != (len(events) == 1) {
		return nil, nil, fmt.Errorf("log %d of block %d, topic %s of %s: the subgraph knows it: %t, the coordinator: %t",
			log.Index, log.BlockNumber, log.Topics[0], log.Address, known, len(events) == 1)
	}
	for _, e := range events {
		if err := applied(p.ours, e); err != nil {
			ours = fmt.Errorf("coordinator: %w", err)
		}
	}
	return theirs, ours, nil
}

// Compare returns what differs between the two, and the coordinator's entities.
func (p *Pair) Compare() ([]Difference, []entity.Entity, error) {
	entities, err := p.theirs.Entities()
	if err != nil {
		return nil, nil, fmt.Errorf("subgraph: %w", err)
	}
	return Compare(entities, p.ours.Entities()), p.ours.Entities(), nil
}

// applied maps an event whole or not at all, and refuses what Index refuses: to make what is there already.
func applied(memory *entity.Memory, e chain.Event) error {
	s := &strict{Memory: memory, read: make(map[place]bool)}
	if err := mapping.Apply(s, e); err != nil {
		return err
	}
	for _, e := range s.saved {
		if err := memory.Save(e); err != nil {
			return err
		}
	}
	return nil
}

type strict struct {
	*entity.Memory
	read  map[place]bool
	saved []entity.Entity
}

func (s *strict) Load(kind entity.Kind, id string) (entity.Entity, error) {
	s.read[place{kind, id}] = true
	return s.Memory.Load(kind, id)
}

func (s *strict) Save(e entity.Entity) error {
	at := place{e.EntityKind(), e.EntityID()}
	there, err := s.Memory.Load(at.kind, at.id)
	if err != nil {
		return err
	}
	if there != nil && (!s.read[at] || at.kind.Description().Immutable) {
		return fmt.Errorf("%s %s is made though it is there already", at.kind, at.id)
	}
	s.saved = append(s.saved, e)
	return nil
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
