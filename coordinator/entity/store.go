package entity

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
)

// ErrSavedTwice: an entity that the schema calls immutable was saved again.
var ErrSavedTwice = errors.New("immutable entity saved twice")

// Store is what a mapping writes through: the newest version of every entity.
type Store interface {
	// Load returns a copy of the entity, or nil if there is none.
	Load(kind Kind, id string) (Entity, error)
	// Save keeps a copy of the entity in place of the one with its kind and id.
	//
	// Errors: what Check says; ErrSavedTwice.
	Save(e Entity) error
}

// Load returns a copy of the entity, or nil if there is none: Load[Run](s, "1").
func Load[T any, P interface {
	*T
	Entity
}](s Store, id string) (P, error) {
	e, err := s.Load(P(new(T)).EntityKind(), id)
	if e == nil || err != nil {
		return nil, err
	}
	return e.(P), nil
}

// Memory is a Store for tests.
type Memory struct{ entities map[key]Entity }

type key struct {
	kind Kind
	id   string
}

// NewMemory returns an empty store.
func NewMemory() *Memory { return &Memory{entities: make(map[key]Entity)} }

// Load implements Store.
func (m *Memory) Load(kind Kind, id string) (Entity, error) {
	if e, ok := m.entities[key{kind, id}]; ok {
		return e.clone(), nil
	}
	return nil, nil
}

// Save implements Store.
func (m *Memory) Save(e Entity) error {
	if err := Check(e); err != nil {
		return err
	}
	k := key{e.EntityKind(), e.EntityID()}
	if _, ok := m.entities[k]; ok && e.EntityKind().Description().Immutable {
		return fmt.Errorf("%s %s: %w", k.kind, k.id, ErrSavedTwice)
	}
	m.entities[k] = e.clone()
	return nil
}

// Entities returns copies of all entities, by kind in the schema's order, then by id.
func (m *Memory) Entities() []Entity {
	all := make([]Entity, 0, len(m.entities))
	for _, e := range m.entities {
		all = append(all, e.clone())
	}
	slices.SortFunc(all, func(a, b Entity) int {
		return cmp.Or(cmp.Compare(a.EntityKind(), b.EntityKind()), cmp.Compare(a.EntityID(), b.EntityID()))
	})
	return all
}
