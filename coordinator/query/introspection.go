package query

import (
	"maps"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// introspected is a __schema or __type field of Query: what the served schema says about itself.
type introspected struct {
	compiler  *compiler
	group     group
	arguments map[string]any
}

func (a introspected) write(w *writer) {
	i := inspector{w, a.compiler, a.compiler.dialect.schema}
	if a.group.node.Name == "__schema" {
		i.object("__Schema", a.group.sets, i.schemaField)
		return
	}
	name, _ := a.arguments["name"].(string)
	def := i.schema.Types[name]
	if def == nil {
		w.value(nil)
		return
	}
	i.typ(&ast.Type{NamedType: name}, a.group.sets)
}

type inspector struct {
	*writer
	compiler *compiler
	schema   *ast.Schema
}

// object writes the fields that are asked of one thing of the schema.
func (i inspector) object(typename string, sets []ast.SelectionSet, field func(g group)) {
	groups := i.compiler.collect(typename, sets...)
	i.writer.object(len(groups), func(n int) {
		i.key(groups[n].key)
		if groups[n].node.Name == "__typename" {
			i.value(typename)
			return
		}
		field(groups[n])
	})
}

// list writes n things, one after the other.
func (i inspector) list(n int, write func(n int)) {
	i.out.WriteByte('[')
	for k := range n {
		if k > 0 {
			i.out.WriteByte(',')
		}
		write(k)
	}
	i.out.WriteByte(']')
}

func (i inspector) orNull(text string) { i.valueIf(text != "", text) }

func (i inspector) schemaField(g group) {
	switch g.node.Name {
	case "types":
		names := slices.Sorted(maps.Keys(i.schema.Types))
		i.list(len(names), func(n int) { i.typ(&ast.Type{NamedType: names[n]}, g.sets) })
	case "queryType":
		i.typ(&ast.Type{NamedType: "Query"}, g.sets)
	case "directives":
		names := slices.Sorted(maps.Keys(i.schema.Directives))
		i.list(len(names), func(n int) { i.directive(i.schema.Directives[names[n]], g.sets) })
	default: // description, mutationType, subscriptionType
		i.value(nil)
	}
}

func (i inspector) typ(t *ast.Type, sets []ast.SelectionSet) {
	i.object("__Type", sets, func(g group) {
		switch {
		case t.NonNull:
			i.wrapper(g, "NON_NULL", &ast.Type{NamedType: t.NamedType, Elem: t.Elem})
		case t.Elem != nil:
			i.wrapper(g, "LIST", t.Elem)
		default:
			i.named(g, i.schema.Types[t.NamedType])
		}
	})
}

func (i inspector) wrapper(g group, kind string, of *ast.Type) {
	switch g.node.Name {
	case "kind":
		i.value(kind)
	case "ofType":
		i.typ(of, g.sets)
	default:
		i.value(nil)
	}
}

func (i inspector) named(g group, def *ast.Definition) {
	switch g.node.Name {
	case "kind":
		i.value(def.Kind)
	case "name":
		i.value(def.Name)
	case "description":
		i.orNull(def.Description)
	case "fields":
		i.fields(g, def)
	case "interfaces":
		if def.Kind != ast.Object {
			i.value(nil)
			return
		}
		i.list(0, nil)
	case "enumValues":
		if def.Kind != ast.Enum {
			i.value(nil)
			return
		}
		i.list(len(def.EnumValues), func(n int) { i.enumValue(def.EnumValues[n], g.sets) })
	case "inputFields":
		if def.Kind != ast.InputObject {
			i.value(nil)
			return
		}
		i.list(len(def.Fields), func(n int) {
			f := def.Fields[n]
			i.input(f.Name, f.Description, f.Type, f.DefaultValue, g.sets)
		})
	default: // possibleTypes, ofType, specifiedByURL, isOneOf
		i.value(nil)
	}
}

func (i inspector) fields(g group, def *ast.Definition) {
	if def.Kind != ast.Object {
		i.value(nil)
		return
	}
	var fields ast.FieldList
	for _, f := range def.Fields {
		if !strings.HasPrefix(f.Name, "__") {
			fields = append(fields, f)
		}
	}
	i.list(len(fields), func(n int) { i.field(fields[n], g.sets) })
}

func (i inspector) field(f *ast.FieldDefinition, sets []ast.SelectionSet) {
	i.object("__Field", sets, func(g group) {
		switch g.node.Name {
		case "name":
			i.value(f.Name)
		case "description":
			i.orNull(f.Description)
		case "args":
			i.args(f.Arguments, g.sets)
		case "type":
			i.typ(f.Type, g.sets)
		case "isDeprecated":
			i.value(false)
		default: // deprecationReason
			i.value(nil)
		}
	})
}

func (i inspector) args(args ast.ArgumentDefinitionList, sets []ast.SelectionSet) {
	i.list(len(args), func(n int) {
		a := args[n]
		i.input(a.Name, a.Description, a.Type, a.DefaultValue, sets)
	})
}

func (i inspector) input(name, description string, t *ast.Type, otherwise *ast.Value, sets []ast.SelectionSet) {
	i.object("__InputValue", sets, func(g group) {
		switch g.node.Name {
		case "name":
			i.value(name)
		case "description":
			i.orNull(description)
		case "type":
			i.typ(t, g.sets)
		case "defaultValue":
			i.valueIf(otherwise != nil, otherwise.String())
		case "isDeprecated":
			i.value(false)
		default: // deprecationReason
			i.value(nil)
		}
	})
}

func (i inspector) enumValue(v *ast.EnumValueDefinition, sets []ast.SelectionSet) {
	i.object("__EnumValue", sets, func(g group) {
		switch g.node.Name {
		case "name":
			i.value(v.Name)
		case "description":
			i.orNull(v.Description)
		case "isDeprecated":
			i.value(false)
		default: // deprecationReason
			i.value(nil)
		}
	})
}

func (i inspector) directive(d *ast.DirectiveDefinition, sets []ast.SelectionSet) {
	i.object("__Directive", sets, func(g group) {
		switch g.node.Name {
		case "name":
			i.value(d.Name)
		case "description":
			i.orNull(d.Description)
		case "locations":
			i.value(d.Locations)
		case "args":
			i.args(d.Arguments, g.sets)
		case "isRepeatable":
			i.value(d.IsRepeatable)
		}
	})
}
