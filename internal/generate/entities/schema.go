package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
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
	document, err := parser.ParseSchema(&ast.Source{Input: text})
	if err != nil {
		return nil, err
	}
	if len(document.Schema)+len(document.SchemaExtension)+len(document.Directives)+len(document.Extensions) > 0 {
		return nil, errors.New("only types and enums are read")
	}
	var s schema
	for _, d := range document.Definitions {
		switch d.Kind {
		case ast.Enum:
			e := enum{name: d.Name, about: oneLine(d.Description)}
			for _, v := range d.EnumValues {
				e.values = append(e.values, v.Name)
			}
			s.enums = append(s.enums, e)
		case ast.Object:
			k, err := readKind(d)
			if err != nil {
				return nil, err
			}
			s.kinds = append(s.kinds, k)
		default:
			return nil, fmt.Errorf("%s is none of type and enum: %s", d.Name, d.Kind)
		}
	}
	return &s, s.check()
}

func readKind(d *ast.Definition) (kind, error) {
	k := kind{name: d.Name, about: oneLine(d.Description)}
	if len(d.Directives) != 1 || d.Directives[0].Name != "entity" || len(d.Interfaces) > 0 {
		return k, fmt.Errorf("%s is no @entity and nothing else", k.name)
	}
	for _, a := range d.Directives[0].Arguments {
		if a.Name != "immutable" || a.Value.Kind != ast.BooleanValue {
			return k, fmt.Errorf("%s: unknown argument %s of @entity", k.name, a.Name)
		}
		k.immutable = a.Value.Raw == "true"
	}
	for _, f := range d.Fields {
		read, err := readField(f)
		if err != nil {
			return k, fmt.Errorf("%s.%s: %w", k.name, f.Name, err)
		}
		k.fields = append(k.fields, read)
	}
	return k, nil
}

func readField(d *ast.FieldDefinition) (field, error) {
	f := field{name: d.Name, about: oneLine(d.Description), nullable: !d.Type.NonNull}
	typ := d.Type
	if typ.Elem != nil {
		f.list, typ = true, typ.Elem
		if f.nullable || !typ.NonNull {
			return f, errors.New("lists and what they hold can't be null")
		}
		if typ.Elem != nil {
			return f, errors.New("lists hold no lists")
		}
	}
	f.typ = typ.NamedType
	if len(d.Arguments) > 0 {
		return f, errors.New("fields have no arguments")
	}
	for _, directive := range d.Directives {
		by := directive.Arguments.ForName("field")
		if directive.Name != "derivedFrom" || len(directive.Arguments) != 1 || by == nil || by.Value.Kind != ast.StringValue {
			return f, fmt.Errorf("unknown directive %s", directive.Name)
		}
		f.by = by.Value.Raw
	}
	return f, nil
}

// oneLine is a description as a comment takes it.
func oneLine(description string) string { return strings.Join(strings.Fields(description), " ") }

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
