package query

import (
	"context"
	"encoding/json"
	"errors"
	"slices"

	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/coordinator/store"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// object is one entity in one place of the answer. A value is what the store holds, an *object, a []*object, or missing.
type object struct {
	of     *selection
	values []any
}

// missing is what a reference names and the store doesn't have.
type missing struct {
	kind entity.Kind
	id   string
}

// run is one request being answered.
type run struct {
	service *Service
	view    View
	ctx     context.Context
	rows    int // read so far
}

func (s *Service) run(ctx context.Context, p plan) (response *Response) {
	view, err := s.config.View(ctx)
	if err != nil {
		return s.broken(ctx, err)
	}
	defer view.Close()
	r := &run{service: s, view: view, ctx: ctx}
	w := new(writer)
	defer func() {
		if failed := recover(); failed != nil {
			if failed != errTooLong {
				panic(failed)
			}
			response = refused(errTooLong)
		}
	}()
	whole := true
	w.object(len(p), func(i int) {
		w.key(p[i].key)
		w.path = ast.Path{ast.PathName(p[i].key)}
		if err == nil {
			var sound bool
			sound, err = r.root(w, p[i])
			whole = whole && sound
		}
	})
	if err != nil {
		return s.broken(ctx, err)
	}
	if !whole {
		return &Response{Data: json.RawMessage("null"), Errors: w.errors}
	}
	return &Response{Data: w.out.Bytes(), Errors: w.errors}
}

// root answers one field of Query; sound is false where it can't be null and has no value.
func (r *run) root(w *writer, f root) (sound bool, err error) {
	switch f.what {
	case rootTypename:
		w.value("Query")
		return true, nil
	case rootIntrospection:
		f.about.write(w)
		return true, nil
	}
	block, problem := r.block(f.block)
	if problem != nil {
		return false, f.refuse(problem)
	}
	if f.what == rootMeta {
		faulty := r.service.config.Faulty
		w.meta(f.meta, block, r.service.config.Deployment, faulty != nil && faulty())
		return true, nil
	}
	q := f.query
	q.Block = block.Number
	found, err := r.find(q)
	if err != nil {
		return false, f.refuse(err)
	}
	objects := objectsOf(f.sets, found)
	if err := r.fill(f.sets, found, objects, block.Number); err != nil {
		return false, f.refuse(err)
	}
	if f.what == rootMany {
		return w.list(objects), nil
	}
	if len(objects) == 0 || !w.entity(objects[0]) {
		w.value(nil)
	}
	return true, nil
}

// refuse says which field a client's mistake is in. Other errors pass.
func (f root) refuse(err error) error {
	var known *gqlerror.Error
	if errors.As(err, &known) && len(known.Locations) == 0 {
		located := gqlerror.ErrorPosf(f.node.Position, "%s", known.Message)
		located.Path = ast.Path{ast.PathName(f.key)}
		return located
	}
	return err
}

func (r *run) block(h height) (*store.Block, error) {
	head := r.view.Head()
	if head == nil {
		return nil, gqlerror.Errorf("no block is indexed yet")
	}
	if h.hash != nil {
		return r.blockBy(h.hash)
	}
	asked := h.number
	if asked == nil {
		asked = h.atLeast
	}
	switch {
	case asked == nil:
		return head, nil
	case int64(*asked) > int64(head.Number):
		return nil, gqlerror.Errorf("block %d isn't indexed yet, the newest is %d", *asked, head.Number)
	case h.number == nil:
		return head, nil
	case int64(*asked) < int64(r.service.config.First):
		return nil, gqlerror.Errorf("block %d is before the first that is indexed, %d", *asked, r.service.config.First)
	}
	block, err := r.view.BlockAt(r.ctx, uint64(*asked))
	if block == nil && err == nil {
		block = &store.Block{Number: uint64(*asked)} // its hash is forgotten; its state isn't
	}
	return block, err
}

func (r *run) blockBy(hash []byte) (*store.Block, error) {
	var block *store.Block
	var err error
	if len(hash) == 32 {
		block, err = r.view.BlockBy(r.ctx, [32]byte(hash))
	}
	if block == nil && err == nil {
		err = gqlerror.Errorf("block 0x%x isn't indexed, or its hash is forgotten", hash)
	}
	return block, err
}

// find is one query to the store, counted.
func (r *run) find(q store.Query) ([]entity.Entity, error) {
	q.Most = maxRows - r.rows + 1
	found, err := r.view.Find(r.ctx, q)
	if errors.Is(err, store.ErrForgotten) {
		return nil, gqlerror.Errorf("block %d is %s", q.Block, store.ErrForgotten)
	}
	if err != nil {
		return nil, err
	}
	if r.rows += len(found); r.rows > maxRows {
		return nil, gqlerror.Errorf("the query reads more than %d entities: ask for less at a time", maxRows)
	}
	return found, nil
}

// objectsOf makes the objects of entities, with what is stored in them.
func objectsOf(s *selection, found []entity.Entity) []*object {
	objects := make([]*object, len(found))
	for i, e := range found {
		stored := e.Values()
		o := &object{of: s, values: make([]any, len(s.fields))}
		for j, f := range s.fields {
			switch {
			case f.literal != "":
				o.values[j] = f.literal
			case f.place >= 0:
				o.values[j] = stored[f.place]
			}
		}
		objects[i] = o
	}
	return objects
}

// fill asks for what the objects refer to and for what refers to them: one query for each field, whatever their number.
func (r *run) fill(s *selection, found []entity.Entity, objects []*object, block uint64) error {
	if len(objects) == 0 {
		return nil
	}
	for j, f := range s.fields {
		var err error
		switch {
		case f.derived != nil:
			err = r.fillDerived(j, f, found, objects, block)
		case f.sets != nil:
			err = r.fillReferences(j, f, objects, block)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (r *run) fillReferences(j int, f selected, objects []*object, block uint64) error {
	var ids []string
	for _, o := range objects {
		if id, ok := o.values[j].(string); ok {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	ids = slices.Compact(ids)
	known := make(map[string]*object, len(ids))
	var found []entity.Entity
	for some := range slices.Chunk(ids, maxValues) {
		values := make([]any, len(some))
		for i := range some {
			values[i] = some[i]
		}
		part, err := r.find(store.Query{
			Kind: f.sets.kind, Block: block, First: len(some), Where: &store.Filter{Op: store.In, Field: "id", Value: values},
		})
		if err != nil {
			return err
		}
		found = append(found, part...)
	}
	targets := objectsOf(f.sets, found)
	for i, e := range found {
		known[e.EntityID()] = targets[i]
	}
	for _, o := range objects {
		id, ok := o.values[j].(string)
		if !ok {
			continue
		}
		if target := known[id]; target != nil {
			o.values[j] = target
		} else if f.nonNull {
			o.values[j] = missing{f.sets.kind, id}
		} else {
			o.values[j] = nil
		}
	}
	return r.fill(f.sets, found, targets, block)
}

func (r *run) fillDerived(j int, f selected, parents []entity.Entity, objects []*object, block uint64) error {
	by := f.sets.kind.Description().Field(f.derived.Per)
	children := make(map[string][]*object)
	var ids []string
	for _, e := range parents {
		ids = append(ids, e.EntityID())
	}
	slices.Sort(ids)
	ids = slices.Compact(ids)
	var all []entity.Entity
	var made []*object
	for some := range slices.Chunk(ids, maxValues) {
		q := *f.derived
		q.Block, q.Of = block, some
		found, err := r.find(q)
		if err != nil {
			return err
		}
		for i, o := range objectsOf(f.sets, found) {
			parent, _ := found[i].Values()[by].(string)
			children[parent] = append(children[parent], o)
			made = append(made, o)
		}
		all = append(all, found...)
	}
	for i, o := range objects {
		o.values[j] = children[parents[i].EntityID()]
	}
	return r.fill(f.sets, all, made, block)
}
