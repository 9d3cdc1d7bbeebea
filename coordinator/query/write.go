package query

import (
	"bytes"
	"encoding/json"
	"math/big"

	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// writer writes the answer in the order of the request, and notes what couldn't be answered.
type writer struct {
	out    bytes.Buffer
	path   ast.Path
	errors gqlerror.List
}

// errTooLong is panicked with, and recovered in run: there is nothing sensible to do with the half of an answer.
var errTooLong = gqlerror.Errorf("the answer is longer than %d bytes: ask for less at a time", maxAnswer)

// object writes n fields; field writes the key and the value of one.
func (w *writer) object(n int, field func(i int)) {
	w.out.WriteByte('{')
	for i := range n {
		if i > 0 {
			w.out.WriteByte(',')
		}
		field(i)
	}
	w.out.WriteByte('}')
}

func (w *writer) key(name string) {
	w.value(name)
	w.out.WriteByte(':')
}

func (w *writer) value(v any) {
	text, err := json.Marshal(v)
	if err != nil {
		panic(err) // only strings, numbers, booleans and nil come here
	}
	w.out.Write(text)
	if w.out.Len() > maxAnswer {
		panic(errTooLong)
	}
}

func (w *writer) valueIf(known bool, v any) {
	if !known {
		v = nil
	}
	w.value(v)
}

// stored writes a field's value as a graph node does: numbers of any size and bytes as text.
func (w *writer) stored(v any) {
	switch v := v.(type) {
	case *big.Int:
		w.value(v.String())
	case []byte:
		w.value(entity.Text(v))
	case [][]byte:
		texts := make([]string, len(v))
		for i := range v {
			texts[i] = entity.Text(v[i])
		}
		w.value(texts)
	default:
		w.value(v)
	}
}

// entity writes an object, or nothing where a field that can't be null has no value: whoever asked for it decides what that means.
func (w *writer) entity(o *object) bool {
	start := w.out.Len()
	w.out.WriteByte('{')
	for i, f := range o.of.fields {
		if i > 0 {
			w.out.WriteByte(',')
		}
		w.key(f.key)
		w.path = append(w.path, ast.PathName(f.key))
		sound := w.field(o, i)
		w.path = w.path[:len(w.path)-1]
		if !sound {
			w.out.Truncate(start)
			return false
		}
	}
	w.out.WriteByte('}')
	return true
}

func (w *writer) field(o *object, i int) bool {
	f := o.of.fields[i]
	switch v := o.values[i].(type) {
	case *object:
		if w.entity(v) {
			return true
		}
	case []*object:
		if w.list(v) {
			return true
		}
	case missing:
		w.fault(f, "%s %s isn't known (yet)", v.kind, v.id)
	default:
		w.stored(v)
		return true
	}
	if f.nonNull {
		return false
	}
	w.value(nil)
	return true
}

// list writes entities, or nothing where one of them can't be written: lists hold no null.
func (w *writer) list(objects []*object) bool {
	start := w.out.Len()
	w.out.WriteByte('[')
	for i, o := range objects {
		if i > 0 {
			w.out.WriteByte(',')
		}
		w.path = append(w.path, ast.PathIndex(i))
		sound := w.entity(o)
		w.path = w.path[:len(w.path)-1]
		if !sound {
			w.out.Truncate(start)
			return false
		}
	}
	w.out.WriteByte(']')
	return true
}

func (w *writer) fault(f selected, format string, args ...any) {
	if len(w.errors) >= maxErrors {
		return
	}
	err := gqlerror.ErrorPosf(f.node.Position, format, args...)
	err.Path = append(ast.Path(nil), w.path...)
	w.errors = append(w.errors, err)
}
