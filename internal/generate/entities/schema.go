package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/graphql-go/graphql/language/ast"
	"github.com/graphql-go/graphql/language/parser"
)

// kind is one entity type of the schema.
type kind struct {
	name      string
	about     string
	immutable bool
	fields    []field // in the schema's order, derived ones included
}

type field struct {
	name     string
	about    string
	typ      string // of the schema: ID, Bytes, BigInt, Int, Boolean, String, an enum's or an entity's name
	nullable bool
	list     bool
	by       string // derived: the field of typ that refers back
}

type enum struct {
	name   string
	about  string
	values []string
}

type schema struct {
	kinds []kind
	enums []enum
}

func (s *schema) kind(name string) *kind {
	for i := range s.kinds {
		if s.kinds[i].name == name {
			return &s.kinds[i]
		}
	}
	return nil
}

func (s *schema) enum(name string) *enum {
	for i := range s.enums {
		if s.enums[i].name == name {
			return &s.enums[i]
		}
	}
	return nil
}

func (k *kind) field(name string) *field {
	for i := range k.fields {
		if k.fields[i].name == name {
			return &k.fields[i]
		}
	}
	return nil
}

func read(path string) (*schema, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return parse(string(text))
}

// parse reads a schema and refuses all that the coordinator's store couldn't keep.
func parse(text string) (*schema, error) {
	document, err := parser.Parse(parser.ParseParams{Source: text})
	if err != nil {
		return nil, err
	}
	var s schema
	for _, node := range document.Definitions {
		switch d := node.(type) {
		case *ast.EnumDefinition:
			e := enum{name: d.Name.Value, about: description(d.Description)}
			for _, v := range d.Values {
				e.values = append(e.values, v.Name.Value)
			}
			s.enums = append(s.enums, e)
		case *ast.ObjectDefinition:
			k, err := readKind(d)
			if err != nil {
				return nil, err
			}
			s.kinds = append(s.kinds, k)
		default:
			return nil, fmt.Errorf("a %s is none of type and enum", node.GetKind())
		}
	}
	return &s, s.check()
}

func readKind(d *ast.ObjectDefinition) (kind, error) {
	k := kind{name: d.Name.Value, about: description(d.Description)}
	entity := false
	for _, directive := range d.Directives {
		if directive.Name.Value != "entity" {
			return k, fmt.Errorf("%s: unknown directive %s", k.name, directive.Name.Value)
		}
		entity = true
		for _, a := range directive.Arguments {
			if v, ok := a.Value.(*ast.BooleanValue); ok && a.Name.Value == "immutable" {
				k.immutable = v.Value
			}
		}
	}
	if !entity {
		return k, fmt.Errorf("%s is no @entity", k.name)
	}
	for _, f := range d.Fields {
		read, err := readField(f)
		if err != nil {
			return k, fmt.Errorf("%s.%s: %w", k.name, f.Name.Value, err)
		}
		k.fields = append(k.fields, read)
	}
	return k, nil
}

func readField(d *ast.FieldDefinition) (field, error) {
	f := field{name: d.Name.Value, about: description(d.Description), nullable: true}
	typ := d.Type
	if n, ok := typ.(*ast.NonNull); ok {
		f.nullable, typ = false, n.Type
	}
	if l, ok := typ.(*ast.List); ok {
		f.list, typ = true, l.Type
		n, ok := typ.(*ast.NonNull)
		if !ok || f.nullable {
			return f, errors.New("lists and what they hold can't be null")
		}
		typ = n.Type
	}
	named, ok := typ.(*ast.Named)
	if !ok {
		return f, errors.New("lists hold no lists")
	}
	f.typ = named.Name.Value
	for _, directive := range d.Directives {
		if directive.Name.Value != "derivedFrom" || len(directive.Arguments) != 1 {
			return f, fmt.Errorf("unknown directive %s", directive.Name.Value)
		}
		by, ok := directive.Arguments[0].Value.(*ast.StringValue)
		if !ok {
			return f, errors.New("derivedFrom names no field")
		}
		f.by = by.Value
	}
	return f, nil
}

func (s *schema) check() error {
	for _, k := range s.kinds {
		if len(k.fields) == 0 || k.fields[0].name != "id" || (k.fields[0].typ != "ID" && k.fields[0].typ != "Bytes") || k.fields[0].nullable {
			return fmt.Errorf("%s doesn't begin with an id", k.name)
		}
		for _, f := range k.fields {
			if err := s.checkField(f); err != nil {
				return fmt.Errorf("%s.%s: %w", k.name, f.name, err)
			}
		}
	}
	return nil
}

func (s *schema) checkField(f field) error {
	switch {
	case f.by != "":
		other := s.kind(f.typ)
		if other == nil || !f.list || other.field(f.by) == nil {
			return fmt.Errorf("%s.%s isn't there to derive it from", f.typ, f.by)
		}
	case f.list:
		if f.typ != "Bytes" {
			return errors.New("only lists of Bytes are kept")
		}
	case f.nullable && (f.typ == "Int" || f.typ == "Boolean" || f.typ == "String"):
		return fmt.Errorf("no %s may be null", f.typ)
	case f.typ == "ID" || f.typ == "Bytes" || f.typ == "BigInt" || f.typ == "Int" || f.typ == "Boolean" || f.typ == "String":
	case s.enum(f.typ) == nil && s.kind(f.typ) == nil:
		return fmt.Errorf("no such type: %s", f.typ)
	}
	return nil
}

func description(s *ast.StringValue) string {
	if s == nil {
		return ""
	}
	return s.Value
}
