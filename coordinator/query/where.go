package query

import (
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"

	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/coordinator/store"
)

// where builds the filter that a coerced `where` means.
type where struct {
	dialect *dialect
	count   int
}

func (w *where) filter(k entity.Kind, given map[string]any, nesting int) (*store.Filter, error) {
	if nesting > maxNesting {
		return nil, fmt.Errorf("where nests more than %d levels", maxNesting)
	}
	all := store.Filter{Op: store.And}
	for _, name := range slices.Sorted(maps.Keys(given)) {
		if w.count++; w.count > maxConditions {
			return nil, fmt.Errorf("where has more than %d conditions", maxConditions)
		}
		value := given[name]
		f, err := w.condition(k, name, value, nesting)
		if err != nil {
			return nil, fmt.Errorf("where: %s: %w", name, err)
		}
		if f != nil {
			all.Nested = append(all.Nested, *f)
		}
	}
	return &all, nil
}

func (w *where) condition(k entity.Kind, name string, value any, nesting int) (*store.Filter, error) {
	switch name {
	case "and", "or":
		return w.joined(k, name, value, nesting)
	case "_change_block":
		if value == nil {
			return nil, nil
		}
		since := value.(map[string]any)["number_gte"].(int32)
		return &store.Filter{Op: store.Changed, Value: big.NewInt(int64(since))}, nil
	}
	c := w.dialect.filters[k][name]
	if c.op == store.Has {
		nested, ok := value.(map[string]any)
		if !ok {
			return nil, nil
		}
		f, err := w.filter(c.kind, nested, nesting+1)
		if err != nil {
			return nil, err
		}
		return &store.Filter{Op: store.Has, Field: c.field, Nested: []store.Filter{*f}}, nil
	}
	v, err := c.value(value)
	if err != nil {
		return nil, err
	}
	return &store.Filter{Op: c.op, Field: c.field, Value: v}, nil
}

// joined is and, or: an empty list is no condition at all, as with a graph node.
func (w *where) joined(k entity.Kind, name string, value any, nesting int) (*store.Filter, error) {
	list, _ := value.([]any)
	if len(list) == 0 {
		return nil, nil
	}
	joined := store.Filter{Op: store.And}
	if name == "or" {
		joined.Op = store.Or
	}
	for _, element := range list {
		f, err := w.filter(k, element.(map[string]any), nesting+1)
		if err != nil {
			return nil, err
		}
		joined.Nested = append(joined.Nested, *f)
	}
	return &joined, nil
}

// value turns a coerced value into the store's.
func (c condition) value(v any) (any, error) {
	if c.list {
		list, ok := v.([]any)
		if !ok {
			return nil, fmt.Errorf("null is no list")
		}
		out := make([]any, len(list))
		for i := range list {
			out[i] = c.one(list[i])
		}
		return out, nil
	}
	if v == nil {
		if c.op != store.Is && c.op != store.Not {
			return nil, fmt.Errorf("null can only be asked for by equality")
		}
		return nil, nil
	}
	return c.one(v), nil
}

func (c condition) one(v any) any {
	switch v := v.(type) {
	case []any: // of a list of Bytes
		list := make([][]byte, len(v))
		for i := range v {
			list[i] = v[i].([]byte)
		}
		return list
	case []byte:
		if c.of != entity.TypeBytes && c.of != entity.TypeBytesList { // an id
			return c.part(fmt.Sprintf("0x%x", v))
		}
	case string:
		if c.bytes {
			return c.part(identity(v, true))
		}
	}
	return v
}

// part takes the prefix off where it isn't the whole id that is compared: anything may stand before it.
func (c condition) part(id string) string {
	switch c.op {
	case store.Contains, store.NotContains, store.ContainsNoCase, store.NotContainsNoCase,
		store.EndsWith, store.NotEndsWith, store.EndsWithNoCase, store.NotEndsWithNoCase:
		return strings.TrimPrefix(id, "0x")
	}
	return id
}

// identity spells an id as the store does: Bytes in lower case, with 0x.
func identity(id string, bytes bool) string {
	if !bytes {
		return id
	}
	id = strings.ToLower(id)
	if !strings.HasPrefix(id, "0x") {
		id = "0x" + id
	}
	return id
}
