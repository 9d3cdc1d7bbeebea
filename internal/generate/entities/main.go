// Command entities writes the Go structs of the entities of subgraph/schema.graphql, and a description of each for the store.
//
// It takes the repository's root as its only argument and is run by go generate; its output depends on that file alone.
package main

import (
	"fmt"
	"go/format"
	"log"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("entities: ")
	if len(os.Args) != 2 {
		log.Fatal("usage: entities ROOT")
	}
	if err := generate(os.Args[1]); err != nil {
		log.Fatal(err)
	}
}

func generate(root string) error {
	s, err := read(filepath.Join(root, "subgraph", "schema.graphql"))
	if err != nil {
		return err
	}
	text, err := format.Source([]byte(file(s)))
	if err != nil {
		return fmt.Errorf("formatting: %w", err)
	}
	return os.WriteFile(filepath.Join(root, "coordinator", "entity", "entities_gen.go"), text, 0o644)
}

func file(s *schema) string {
	var b strings.Builder
	b.WriteString("// Code generated from subgraph/schema.graphql; DO NOT EDIT.\n\npackage entity\n\nimport \"math/big\"\n\n")
	b.WriteString("// Kinds of entities; 0 is invalid.\nconst (\n")
	for i, k := range s.kinds {
		fmt.Fprintf(&b, "Kind%s Kind = %d\n", k.name, i+1)
	}
	b.WriteString(")\n\n")
	for _, e := range s.enums {
		writeEnum(&b, e)
	}
	for _, k := range s.kinds {
		s.writeStruct(&b, k)
		s.writeMethods(&b, k)
	}
	b.WriteString("// empty returns an entity of the kind with nothing set, or nil.\nfunc empty(k Kind) Entity {\nswitch k {\n")
	for _, k := range s.kinds {
		fmt.Fprintf(&b, "case Kind%s:\nreturn new(%s)\n", k.name, k.name)
	}
	b.WriteString("}\nreturn nil\n}\n\nvar descriptions = [...]Description{\n")
	for _, k := range s.kinds {
		s.writeDescription(&b, k)
	}
	b.WriteString("}\n")
	return b.String()
}

func writeEnum(b *strings.Builder, e enum) {
	if e.about != "" {
		fmt.Fprintf(b, "// %s: %s\n", e.name, e.about)
	} else {
		fmt.Fprintf(b, "// %s is spelled as in the contracts.\n", e.name)
	}
	fmt.Fprintf(b, "type %s string\n\nconst (\n", e.name)
	for _, v := range e.values {
		fmt.Fprintf(b, "%s%s %s = %q\n", e.name, v, e.name, v)
	}
	b.WriteString(")\n\n")
}

// goType is the type of a stored field.
func (s *schema) goType(f field) string {
	typ := f.typ
	switch {
	case f.name == "id":
		return "string"
	case f.list:
		return "[][]byte"
	case f.typ == "Bytes":
		return "[]byte"
	case f.typ == "BigInt":
		return "*big.Int"
	case f.typ == "Int":
		return "int32"
	case f.typ == "Boolean":
		return "bool"
	case f.typ == "String" || s.kind(f.typ) != nil:
		typ = "string"
	}
	if f.nullable {
		return "*" + typ
	}
	return typ
}

func (s *schema) writeStruct(b *strings.Builder, k kind) {
	fmt.Fprintf(b, "// %s: %s\ntype %s struct {\n", k.name, k.about, k.name)
	for _, f := range k.fields {
		if f.by != "" {
			continue
		}
		fmt.Fprintf(b, "%s %s", camel(f.name), s.goType(f))
		about := f.about
		switch other := s.kind(f.typ); {
		case other == nil:
		case about == "":
			about = "id of a " + f.typ
		default:
			about += " (id of a " + f.typ + ")"
		}
		if about != "" {
			b.WriteString(" // " + about)
		}
		b.WriteString("\n")
	}
	b.WriteString("}\n\n")
}

func (s *schema) writeMethods(b *strings.Builder, k kind) {
	fmt.Fprintf(b, "func (e *%s) EntityKind() Kind { return Kind%s }\nfunc (e *%s) EntityID() string { return e.ID }\n\n", k.name, k.name, k.name)
	fmt.Fprintf(b, "func (e *%s) Values() []any {\nreturn []any{", k.name)
	for _, f := range k.fields {
		if f.by != "" {
			continue
		}
		name := "e." + camel(f.name)
		switch t := s.goType(f); {
		case s.enum(f.typ) != nil && !f.nullable:
			name = "string(" + name + ")"
		case strings.HasPrefix(t, "*") && t != "*big.Int":
			name = "optional(" + name + ")"
		case f.nullable && t == "*big.Int":
			name = "optionalInt(" + name + ")"
		case f.nullable && t == "[]byte":
			name = "optionalBytes(" + name + ")"
		}
		b.WriteString(name + ", ")
	}
	fmt.Fprintf(b, "}\n}\n\nfunc (e *%s) set(v []any) {\n", k.name)
	at := 0
	for _, f := range k.fields {
		if f.by != "" {
			continue
		}
		t := s.goType(f)
		value := fmt.Sprintf("v[%d].(%s)", at, t)
		switch {
		case s.enum(f.typ) != nil && !f.nullable:
			value = fmt.Sprintf("%s(v[%d].(string))", f.typ, at)
		case strings.HasPrefix(t, "*") && t != "*big.Int":
			value = fmt.Sprintf("pointer[%s](v[%d])", t[1:], at)
		case f.nullable:
			value = fmt.Sprintf("orNil[%s](v[%d])", t, at)
		}
		fmt.Fprintf(b, "e.%s = %s\n", camel(f.name), value)
		at++
	}
	fmt.Fprintf(b, "}\n\nfunc (e *%s) clone() Entity {\nc := *e\n", k.name)
	for _, f := range k.fields {
		if f.by != "" {
			continue
		}
		name := camel(f.name)
		switch t := s.goType(f); {
		case t == "*big.Int":
			fmt.Fprintf(b, "c.%s = cloneInt(e.%s)\n", name, name)
		case t == "[]byte":
			fmt.Fprintf(b, "c.%s = cloneBytes(e.%s)\n", name, name)
		case t == "[][]byte":
			fmt.Fprintf(b, "c.%s = cloneList(e.%s)\n", name, name)
		case strings.HasPrefix(t, "*"):
			fmt.Fprintf(b, "c.%s = clonePointer(e.%s)\n", name, name)
		}
	}
	b.WriteString("return &c\n}\n\n")
}

func (s *schema) writeDescription(b *strings.Builder, k kind) {
	fmt.Fprintf(b, "{Kind: Kind%s, Name: %q, Immutable: %t, BytesID: %t, Fields: []Field{\n", k.name, k.name, k.immutable, k.fields[0].typ == "Bytes")
	for _, f := range k.fields {
		if f.by == "" {
			fmt.Fprintf(b, "{Name: %q, Type: %s},\n", f.name, s.typeOf(f))
		}
	}
	b.WriteString("}")
	derived := ""
	for _, f := range k.fields {
		if f.by != "" {
			derived += fmt.Sprintf("{Name: %q, Type: TypeDerived, Of: Kind%s, By: %q},\n", f.name, f.typ, f.by)
		}
	}
	if derived != "" {
		b.WriteString(", Derived: []Field{\n" + derived + "}")
	}
	b.WriteString("},\n")
}

// typeOf is what follows Type: in a field's description.
func (s *schema) typeOf(f field) string {
	var d string
	switch e := s.enum(f.typ); {
	case f.name == "id":
		d = "TypeID"
	case f.list:
		d = "TypeBytesList"
	case e != nil:
		d = fmt.Sprintf("TypeEnum, Enum: %#v", e.values)
	case s.kind(f.typ) != nil:
		d = "TypeReference, Of: Kind" + f.typ
	default:
		d = "Type" + f.typ
	}
	if f.nullable {
		d += ", Nullable: true"
	}
	return d
}

// camel turns a field's name into a Go name: specCid → SpecCID.
func camel(name string) string {
	if name == "id" || name == "cid" {
		return strings.ToUpper(name)
	}
	if rest, ok := strings.CutSuffix(name, "Cid"); ok {
		name = rest + "CID"
	}
	return strings.ToUpper(name[:1]) + name[1:]
}
