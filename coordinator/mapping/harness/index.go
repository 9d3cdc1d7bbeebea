package harness

import (
	"context"
	"fmt"
	"maps"
	"math/big"
	"slices"

	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/tetratelabs/wazero"
)

// Kinds of a store's Value.
const (
	storeString = 0
	storeInt    = 1
	storeBool   = 3
	storeArray  = 4
	storeNull   = 5
	storeBytes  = 6
	storeBigInt = 7
)

// Index is what a graph node would show after the logs it was given.
type Index struct {
	subgraph *Subgraph
	contract map[chain.Address]*source
	store    *store
}

// Index returns an empty index of a deployment.
func (s *Subgraph) Index(d chain.Deployment) *Index {
	x := &Index{subgraph: s, contract: make(map[chain.Address]*source), store: newStore()}
	for name, address := range d.Contracts() {
		if source := s.sources[name]; source != nil {
			x.contract[address] = source
		}
	}
	return x
}

// Apply runs the handler of a log, and says whether there is one.
//
// Errors: the handler failed.
func (x *Index) Apply(ctx context.Context, log *types.Log) (bool, error) {
	source := x.contract[log.Address]
	if source == nil || len(log.Topics) == 0 {
		return false, nil
	}
	handler, ok := source.handlers[log.Topics[0]]
	if !ok {
		return false, nil
	}
	if err := x.run(ctx, source, handler, log); err != nil {
		return true, fmt.Errorf("%s of block %d, index %d: %w", handler.function, log.BlockNumber, log.Index, err)
	}
	return true, nil
}

func (x *Index) run(ctx context.Context, source *source, handler handler, log *types.Log) (err error) {
	s := x.subgraph
	x.store.saved, x.store.read = make(map[place]map[string]any), make(map[place]bool)
	s.host.store = x.store
	module, err := s.runtime.InstantiateModule(ctx, source.module, wazero.NewModuleConfig().WithName("").WithStartFunctions())
	if err != nil {
		return err
	}
	defer module.Close(ctx)
	defer func() { // what the heap can't do
		if problem := recover(); problem != nil {
			err = fmt.Errorf("%v", problem)
		}
	}()
	h := newHeap(ctx, module, source.types)
	s.host.heap = h
	if _, err := module.ExportedFunction("_start").Call(ctx); err != nil {
		return err
	}
	event, err := h.newEvent(handler.event, log)
	if err != nil {
		return err
	}
	if _, err = module.ExportedFunction(handler.function).Call(ctx, uint64(event)); err != nil {
		return err
	}
	x.store.flush()
	return nil
}

// Entities returns all entities, by kind in the schema's order, then by id.
//
// Errors: an entity, or a field of one, that the schema doesn't have, or without what the schema asks for.
func (x *Index) Entities() ([]entity.Entity, error) {
	var all []entity.Entity
	for _, kind := range entity.Kinds() {
		rows := x.store.rows[kind]
		for _, id := range slices.Sorted(maps.Keys(rows)) {
			e, err := typed(kind, rows[id])
			if err != nil {
				return nil, err
			}
			all = append(all, e)
		}
	}
	return all, nil
}

// typed makes the entity of what a mapping saved.
func typed(kind entity.Kind, row map[string]any) (entity.Entity, error) {
	d := kind.Description()
	values := make([]any, len(d.Fields))
	known := 0
	for i, f := range d.Fields {
		value, ok := row[f.Name]
		if ok {
			known++
		}
		if b, isBytes := value.([]byte); isBytes && (f.Type == entity.TypeID || f.Type == entity.TypeReference) {
			value = fmt.Sprintf("%#x", b)
		}
		if list, isList := value.([]any); isList {
			of := make([][]byte, len(list))
			for j := range list {
				if of[j], ok = list[j].([]byte); !ok {
					return nil, fmt.Errorf("%s.%s is no list of Bytes", kind, f.Name)
				}
			}
			value = of
		}
		values[i] = value
	}
	if known != len(row) {
		return nil, fmt.Errorf("%s has a field that the schema hasn't: %v", kind, row)
	}
	return entity.FromValues(kind, values)
}

// store is a graph node's, without its history.
type store struct {
	rows  map[entity.Kind]map[string]map[string]any
	saved map[place]map[string]any // by the event that is running: kept if it succeeds
	read  map[place]bool           // by it
}

type place struct {
	kind entity.Kind
	id   string
}

func newStore() *store { return &store{rows: make(map[entity.Kind]map[string]map[string]any)} }

func (s *store) flush() {
	for at, row := range s.saved {
		if s.rows[at.kind] == nil {
			s.rows[at.kind] = make(map[string]map[string]any)
		}
		s.rows[at.kind][at.id] = row
	}
}

func (s *store) row(at place) map[string]any {
	if row, ok := s.saved[at]; ok {
		return row
	}
	return s.rows[at.kind][at.id]
}

func placeOf(name, id string) place {
	kind := entity.KindOf(name)
	if kind == 0 {
		trap("the schema has no %s", name)
	}
	return place{kind, id}
}

// get makes the entity, or null.
func (s *store) get(h heap, name, id string) uint32 {
	at := placeOf(name, id)
	s.read[at] = true
	row := s.row(at)
	if row == nil {
		return 0
	}
	var entries []uint32
	for _, field := range slices.Sorted(maps.Keys(row)) {
		entries = append(entries, h.object(typeEntry, h.newString(field), newStoreValue(h, row[field])))
	}
	return h.object(typeMap, h.newArray(typeEntries, entries))
}

// set keeps an entity. As on a graph node, fields that aren't said stay as they are; but here nobody may rely on that: what is there has to be
// read before it is changed.
func (s *store) set(h heap, name, id string, entityAt uint32) {
	at := placeOf(name, id)
	if s.rows[at.kind][id] != nil && at.kind.Description().Immutable {
		trap("%s %s is immutable and is there already", name, id)
	}
	if s.rows[at.kind][id] != nil && !s.read[at] {
		trap("%s %s is made though it is there already", name, id)
	}
	row := maps.Clone(s.row(at))
	if row == nil {
		row = make(map[string]any)
	}
	for _, entry := range h.array(h.word(entityAt)) {
		row[h.string(h.word(entry))] = storeValue(h, h.word(entry+pointerSize))
	}
	if _, err := typed(at.kind, row); err != nil {
		trap("save %s %s: %w", name, id, err)
	}
	s.saved[at] = row
}

func newStoreValue(h heap, v any) uint32 {
	make := func(kind uint32, data uint64) uint32 { return h.newValue(typeStoreValue, kind, data) }
	switch v := v.(type) {
	case nil:
		return make(storeNull, 0)
	case string:
		return make(storeString, uint64(h.newString(v)))
	case int32:
		return make(storeInt, uint64(uint32(v)))
	case bool:
		if v {
			return make(storeBool, 1)
		}
		return make(storeBool, 0)
	case []byte:
		return make(storeBytes, uint64(h.newBytes(v)))
	case *big.Int:
		return make(storeBigInt, uint64(h.newBigInt(v)))
	case []any:
		var elements []uint32
		for _, e := range v {
			elements = append(elements, newStoreValue(h, e))
		}
		return make(storeArray, uint64(h.newArray(typeStoreValues, elements)))
	}
	trap("no value is a %T", v)
	return 0
}

func storeValue(h heap, at uint32) any {
	data := h.word(at + dataOfValue)
	switch kind := h.word(at + wordOfValue); kind {
	case storeString:
		return h.string(data)
	case storeInt:
		return int32(data)
	case storeBool:
		return data != 0
	case storeNull:
		return nil
	case storeBytes:
		return h.bytes(data)
	case storeBigInt:
		return h.bigInt(data)
	case storeArray:
		list := []any{}
		for _, e := range h.array(data) {
			list = append(list, storeValue(h, e))
		}
		return list
	default:
		trap("no entity of ours has a value of kind %d", kind)
		return nil
	}
}
