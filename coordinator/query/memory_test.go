package query

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/coordinator/store"
)

// memory is a View of entities in memory, and what the dialect says of comparisons, written down once more and without SQL.
type memory struct {
	head    uint64
	states  map[uint64]*entity.Memory // by block
	queries []store.Query
}

func (m *memory) Head() *store.Block { return block(m.head) }
func (m *memory) Close()             {}

func block(number uint64) *store.Block {
	b := &store.Block{Number: number, Time: 1000 + number}
	b.Hash[31] = byte(number)
	return b
}

func (m *memory) BlockAt(_ context.Context, number uint64) (*store.Block, error) {
	return block(number), nil
}
func (m *memory) BlockBy(_ context.Context, hash [32]byte) (*store.Block, error) {
	for number := range m.states {
		if block(number).Hash == hash {
			return block(number), nil
		}
	}
	return nil, nil
}

func (m *memory) Find(ctx context.Context, q store.Query) ([]entity.Entity, error) {
	m.queries = append(m.queries, q)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	state := m.states[q.Block]
	var found []entity.Entity
	for _, e := range state.Entities() {
		if e.EntityKind() == q.Kind && (q.Where == nil || meets(state, e, *q.Where)) {
			found = append(found, e)
		}
	}
	slices.SortStableFunc(found, func(a, b entity.Entity) int {
		c := 0
		if q.OrderBy != "" {
			c = compareNull(ordered(state, a, q.OrderBy), ordered(state, b, q.OrderBy))
		}
		if c = cmp.Or(c, strings.Compare(a.EntityID(), b.EntityID())); q.Descending {
			c = -c
		}
		return c
	})
	pages := [][]entity.Entity{found}
	if q.Per != "" {
		pages = nil
		for _, of := range q.Of {
			var page []entity.Entity
			for _, e := range found {
				if value(e, q.Per) == any(of) {
					page = append(page, e)
				}
			}
			pages = append(pages, page)
		}
	}
	var out []entity.Entity
	for _, page := range pages {
		page = page[min(q.Skip, len(page)):]
		out = append(out, page[:min(q.First, len(page))]...)
	}
	return out[:min(q.Most, len(out))], nil
}

func value(e entity.Entity, field string) any {
	return e.Values()[e.EntityKind().Description().Field(field)]
}

func ordered(state *entity.Memory, e entity.Entity, by string) any {
	field, of, nested := strings.Cut(by, "__")
	v := value(e, field)
	if !nested || v == nil {
		return v
	}
	about := e.EntityKind().Description()
	other, _ := state.Load(about.Fields[about.Field(field)].Of, v.(string))
	if other == nil {
		return nil
	}
	return value(other, of)
}

func compareNull(a, b any) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return 1
	case b == nil:
		return -1
	}
	return compare(a, b)
}

func compare(a, b any) int {
	switch a := a.(type) {
	case string:
		return strings.Compare(a, b.(string))
	case []byte:
		return bytes.Compare(a, b.([]byte))
	case *big.Int:
		return a.Cmp(b.(*big.Int))
	case int32:
		return cmp.Compare(a, b.(int32))
	case bool:
		if a == b.(bool) {
			return 0
		} else if a {
			return 1
		}
		return -1
	case [][]byte:
		return slices.CompareFunc(a, b.([][]byte), bytes.Compare)
	}
	panic(fmt.Sprintf("can't compare a %T", a))
}

func meets(state *entity.Memory, e entity.Entity, f store.Filter) bool {
	each := func(nested store.Filter) bool { return meets(state, e, nested) }
	switch f.Op {
	case store.And:
		return !slices.ContainsFunc(f.Nested, func(n store.Filter) bool { return !each(n) })
	case store.Or:
		return slices.ContainsFunc(f.Nested, each)
	case store.Has:
		return slices.ContainsFunc(related(state, e, f.Field), func(other entity.Entity) bool { return meets(state, other, f.Nested[0]) })
	case store.Changed:
		return true
	}
	v := value(e, f.Field)
	switch f.Op {
	case store.Is, store.Not:
		if f.Value == nil || v == nil {
			return f.Value == nil && (v == nil) == (f.Op == store.Is)
		}
		return (compare(v, f.Value) == 0) == (f.Op == store.Is)
	case store.In, store.NotIn:
		if v == nil {
			return false
		}
		in := slices.ContainsFunc(f.Value.([]any), func(one any) bool { return compare(v, one) == 0 })
		return in == (f.Op == store.In)
	}
	if v == nil {
		return false
	}
	switch f.Op {
	case store.Less:
		return compare(v, f.Value) < 0
	case store.LessOrEqual:
		return compare(v, f.Value) <= 0
	case store.Greater:
		return compare(v, f.Value) > 0
	case store.GreaterOrEqual:
		return compare(v, f.Value) >= 0
	}
	return part(v, f.Value, f.Op)
}

func part(v, wanted any, op store.Op) bool {
	if list, ok := v.([][]byte); ok {
		all := true
		for _, w := range wanted.([][]byte) {
			all = all && slices.ContainsFunc(list, func(b []byte) bool { return bytes.Equal(b, w) })
		}
		return all == (op == store.Contains)
	}
	if b, ok := v.([]byte); ok {
		return bytes.Contains(b, wanted.([]byte)) == (op == store.Contains)
	}
	whole, some := v.(string), wanted.(string)
	switch op {
	case store.ContainsNoCase, store.StartsWithNoCase, store.EndsWithNoCase,
		store.NotContainsNoCase, store.NotStartsWithNoCase, store.NotEndsWithNoCase:
		whole, some = strings.ToLower(whole), strings.ToLower(some)
	}
	switch op {
	case store.Contains, store.ContainsNoCase:
		return strings.Contains(whole, some)
	case store.NotContains, store.NotContainsNoCase:
		return !strings.Contains(whole, some)
	case store.StartsWith, store.StartsWithNoCase:
		return strings.HasPrefix(whole, some)
	case store.NotStartsWith, store.NotStartsWithNoCase:
		return !strings.HasPrefix(whole, some)
	case store.EndsWith, store.EndsWithNoCase:
		return strings.HasSuffix(whole, some)
	case store.NotEndsWith, store.NotEndsWithNoCase:
		return !strings.HasSuffix(whole, some)
	}
	panic(fmt.Sprintf("unknown comparison %d", op))
}

func related(state *entity.Memory, e entity.Entity, field string) []entity.Entity {
	about := e.EntityKind().Description()
	if place := about.Field(field); place >= 0 {
		id, ok := e.Values()[place].(string)
		if !ok {
			return nil
		}
		other, _ := state.Load(about.Fields[place].Of, id)
		if other == nil {
			return nil
		}
		return []entity.Entity{other}
	}
	var all []entity.Entity
	for _, d := range about.Derived {
		for _, other := range state.Entities() {
			if d.Name == field && other.EntityKind() == d.Of && value(other, d.By) == any(e.EntityID()) {
				all = append(all, other)
			}
		}
	}
	return all
}
