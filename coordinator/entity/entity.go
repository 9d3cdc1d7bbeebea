package entity

import (
	"bytes"
	"errors"
	"fmt"
	"math/big"
	"slices"
)

// Kind is a type of entities: KindRun, KindLease, …; 0 is invalid.
type Kind uint8

// Entity is a pointer to one of the generated structs.
type Entity interface {
	EntityKind() Kind
	EntityID() string
	// Values returns the fields that are stored, in the order of Description.Fields: string (ids, references, enums, text), []byte,
	// [][]byte, *big.Int, int32, bool, or nil for null. They are the entity's own, not copies.
	Values() []any

	set(values []any)
	clone() Entity
}

// Type is the type of a field; 0 is invalid.
type Type uint8

// Types of fields.
const (
	TypeID Type = iota + 1
	TypeReference
	TypeEnum
	TypeString
	TypeBytes
	TypeBytesList
	TypeBigInt
	TypeInt
	TypeBoolean
	TypeDerived
)

// Field is one field of a kind.
type Field struct {
	Name     string
	Type     Type
	Nullable bool
	Of       Kind     // kind that a reference or derived field names
	By       string   // derived: field of Of that refers back
	Enum     []string // values of an enum, in their order
}

// Description is what the schema says of a kind.
type Description struct {
	Kind      Kind
	Name      string
	Immutable bool // saved once, never changed
	BytesID   bool // ids are Bytes: "0x…"; otherwise text
	Fields    []Field
	Derived   []Field
}

// Kinds returns every kind, in the schema's order.
func Kinds() []Kind {
	kinds := make([]Kind, len(descriptions))
	for i := range kinds {
		kinds[i] = Kind(i + 1)
	}
	return kinds
}

// KindOf returns the kind of that name, or 0.
func KindOf(name string) Kind {
	for _, d := range descriptions {
		if d.Name == name {
			return d.Kind
		}
	}
	return 0
}

// Description describes a valid kind; its slices are shared, not to be changed.
func (k Kind) Description() Description { return descriptions[k-1] }

// String returns the name in the schema.
func (k Kind) String() string {
	if k == 0 || int(k) > len(descriptions) {
		return "invalid"
	}
	return descriptions[k-1].Name
}

// Field returns the place of a stored field, or -1.
func (d Description) Field(name string) int {
	return slices.IndexFunc(d.Fields, func(f Field) bool { return f.Name == name })
}

// FromValues makes an entity of what Values returned. It keeps the values.
//
// Errors: a value of the wrong type, or null where the schema has none.
func FromValues(k Kind, values []any) (Entity, error) {
	d := k.Description()
	if len(values) != len(d.Fields) {
		return nil, fmt.Errorf("%s has %d fields, not %d", k, len(d.Fields), len(values))
	}
	for i, f := range d.Fields {
		if err := f.check(values[i]); err != nil {
			return nil, fmt.Errorf("%s.%s %w", k, f.Name, err)
		}
	}
	e := empty(k)
	e.set(values)
	return e, nil
}

// Clone returns a copy that shares nothing.
func Clone(e Entity) Entity { return e.clone() }

// Check says what a mapping forgot to set, or set to what the schema doesn't know.
func Check(e Entity) error {
	fields := descriptions[e.EntityKind()-1].Fields
	for i, v := range e.Values() {
		if err := fields[i].check(v); err != nil {
			return fmt.Errorf("%s %s: %s %w", e.EntityKind(), e.EntityID(), fields[i].Name, err)
		}
	}
	return nil
}

var errUnset = errors.New("isn't set")

func (f Field) check(v any) error {
	if v == nil {
		if f.Nullable {
			return nil
		}
		return errUnset
	}
	switch v := v.(type) {
	case string:
		switch f.Type {
		case TypeID, TypeReference:
			if v == "" {
				return errUnset
			}
			return nil
		case TypeEnum:
			if v == "" {
				return errUnset
			}
			if !slices.Contains(f.Enum, v) {
				return fmt.Errorf("can't be %q", v)
			}
			return nil
		case TypeString:
			return nil
		}
	case *big.Int:
		if f.Type == TypeBigInt {
			if v == nil {
				return errUnset
			}
			return nil
		}
	case []byte:
		if f.Type == TypeBytes {
			return nil
		}
	case [][]byte:
		if f.Type == TypeBytesList {
			return nil
		}
	case int32:
		if f.Type == TypeInt {
			return nil
		}
	case bool:
		if f.Type == TypeBoolean {
			return nil
		}
	}
	return fmt.Errorf("can't hold a %T", v)
}

// Differences names the fields that two entities of a kind differ in, with both values.
func Differences(a, b Entity) []string {
	if a.EntityKind() != b.EntityKind() {
		return []string{fmt.Sprintf("kind: %s, %s", a.EntityKind(), b.EntityKind())}
	}
	var different []string
	left, right := a.Values(), b.Values()
	for i, f := range descriptions[a.EntityKind()-1].Fields {
		if !equal(left[i], right[i]) {
			different = append(different, fmt.Sprintf("%s: %s, %s", f.Name, Text(left[i]), Text(right[i])))
		}
	}
	return different
}

func equal(a, b any) bool {
	switch a := a.(type) {
	case *big.Int:
		b, ok := b.(*big.Int)
		return ok && (a == nil) == (b == nil) && (a == nil || a.Cmp(b) == 0)
	case []byte:
		b, ok := b.([]byte)
		return ok && bytes.Equal(a, b)
	case [][]byte:
		b, ok := b.([][]byte)
		return ok && slices.EqualFunc(a, b, bytes.Equal)
	}
	return a == b
}

// Text writes a value as GraphQL's JSON does, without quotes.
func Text(v any) string {
	switch v := v.(type) {
	case nil:
		return "null"
	case []byte:
		return fmt.Sprintf("0x%x", v)
	case [][]byte:
		return fmt.Sprintf("%#x", v)
	}
	return fmt.Sprint(v)
}

func optional[T ~string](p *T) any {
	if p == nil {
		return nil
	}
	return string(*p)
}

func optionalInt(v *big.Int) any {
	if v == nil {
		return nil
	}
	return v
}

func optionalBytes(v []byte) any {
	if v == nil {
		return nil
	}
	return v
}

func pointer[T ~string](v any) *T {
	if v == nil {
		return nil
	}
	t := T(v.(string))
	return &t
}

func orNil[T *big.Int | []byte](v any) T {
	if v == nil {
		return nil
	}
	return v.(T)
}

func cloneInt(v *big.Int) *big.Int {
	if v == nil {
		return nil
	}
	return new(big.Int).Set(v)
}

func cloneBytes(v []byte) []byte { return bytes.Clone(v) }

func cloneList(v [][]byte) [][]byte {
	c := make([][]byte, len(v))
	for i := range v {
		c[i] = bytes.Clone(v[i])
	}
	return c
}

func clonePointer[T any](p *T) *T {
	if p == nil {
		return nil
	}
	v := *p
	return &v
}
