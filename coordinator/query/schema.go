package query

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/coordinator/store"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
)

// condition is what one field of a where means.
type condition struct {
	field string
	op    store.Op
	of    entity.Type // TypeDerived where op is Has and the field is derived
	list  bool
	bytes bool        // the field's text is an id of Bytes
	enum  string      // its type's name
	kind  entity.Kind // op is Has: of what nests
}

// dialect is the schema that is served, and what its names mean.
type dialect struct {
	schema  *ast.Schema
	sdl     string
	kinds   map[string]entity.Kind               // by Query's field
	many    map[string]bool                      // Query's field is a plural
	filters map[entity.Kind]map[string]condition // by the where's field
	inputs  map[string]entity.Kind               // by a where's type
}

// newDialect reads the subgraph's schema and makes the one that is served.
func newDialect(sdl string) (*dialect, error) {
	doc, err := parser.ParseSchema(&ast.Source{Name: "schema.graphql", Input: sdl})
	if err != nil {
		return nil, fmt.Errorf("the subgraph's schema: %w", err)
	}
	d := &dialect{
		kinds: make(map[string]entity.Kind), many: make(map[string]bool), inputs: make(map[string]entity.Kind),
		filters: make(map[entity.Kind]map[string]condition),
	}
	var out strings.Builder
	out.WriteString(fixed)
	for _, def := range doc.Definitions {
		if def.Kind == ast.Enum {
			writeEnum(&out, def)
			continue
		}
		k := entity.KindOf(def.Name)
		if k == 0 {
			return nil, fmt.Errorf("the subgraph's schema: %s is no kind of entity", def.Name)
		}
		d.writeType(&out, def)
		if err := d.writeFilter(&out, k, def); err != nil {
			return nil, err
		}
		writeOrder(&out, k)
	}
	d.writeQuery(&out)
	d.sdl = out.String()
	d.schema, err = gqlparser.LoadSchema(&ast.Source{Name: "served schema", Input: d.sdl})
	if err != nil {
		return nil, fmt.Errorf("the served schema: %w", err)
	}
	return d, nil
}

// fixed is what a graph node adds to every schema.
const fixed = `"Bytes: 0x and hexadecimal digits."
scalar Bytes
"A whole number, as text in decimal digits."
scalar BigInt
enum OrderDirection { asc desc }
"The block whose state is asked for; the newest if left out."
input Block_height { hash: Bytes number: Int "At least so new; the answer is of the newest." number_gte: Int }
input BlockChangedFilter { number_gte: Int! }
type _Block_ { hash: Bytes number: Int! timestamp: Int }
type _Meta_ {
  "What the answer is of."
  block: _Block_!
  "The chain and contracts that are indexed."
  deployment: String!
  "The index has found something that can't be right: don't rely on it."
  hasIndexingErrors: Boolean!
}
`

const page = "skip: Int = 0, first: Int = 100, orderBy: %[1]s_orderBy, orderDirection: OrderDirection, where: %[1]s_filter"

func writeDescription(out *strings.Builder, text string) {
	if text != "" {
		quoted, _ := json.Marshal(text)
		fmt.Fprintf(out, "%s\n", quoted)
	}
}

func writeEnum(out *strings.Builder, def *ast.Definition) {
	writeDescription(out, def.Description)
	fmt.Fprintf(out, "enum %s {", def.Name)
	for _, v := range def.EnumValues {
		out.WriteString(" " + v.Name)
	}
	out.WriteString(" }\n")
}

func (d *dialect) writeType(out *strings.Builder, def *ast.Definition) {
	writeDescription(out, def.Description)
	fmt.Fprintf(out, "type %s {\n", def.Name)
	for _, f := range def.Fields {
		writeDescription(out, f.Description)
		out.WriteString(f.Name)
		if f.Directives.ForName("derivedFrom") != nil {
			fmt.Fprintf(out, "("+page+")", f.Type.Name())
		}
		fmt.Fprintf(out, ": %s\n", f.Type.String())
	}
	out.WriteString("}\n")
}

func (d *dialect) writeFilter(out *strings.Builder, k entity.Kind, def *ast.Definition) error {
	about, conditions := k.Description(), make(map[string]condition)
	add := func(name, input string, c condition) error {
		if _, twice := conditions[name]; twice {
			return fmt.Errorf("the subgraph's schema: %s.%s and a comparison have one name", k, name)
		}
		conditions[name] = c
		fmt.Fprintf(out, " %s: %s\n", name, input)
		return nil
	}
	fmt.Fprintf(out, "input %s_filter {\n", k)
	for _, f := range about.Fields {
		bytes := f.Type == entity.TypeID && about.BytesID || f.Type == entity.TypeReference && f.Of.Description().BytesID
		enum := def.Fields.ForName(f.Name).Type.Name()
		for _, c := range comparisons(f.Type, bytes) {
			input := inputType(f.Type, bytes, enum)
			if c.list {
				input = "[" + input + "!]"
			}
			if err := add(f.Name+c.suffix, input, condition{field: f.Name, op: c.op, of: f.Type, list: c.list, bytes: bytes, enum: enum}); err != nil {
				return err
			}
		}
	}
	for _, f := range append(append([]entity.Field(nil), about.Fields...), about.Derived...) {
		if f.Type != entity.TypeReference && f.Type != entity.TypeDerived {
			continue
		}
		if err := add(f.Name+"_", f.Of.String()+"_filter", condition{field: f.Name, op: store.Has, of: f.Type, kind: f.Of}); err != nil {
			return err
		}
	}
	fmt.Fprintf(out, " _change_block: BlockChangedFilter\n and: [%[1]s_filter!]\n or: [%[1]s_filter!]\n}\n", k)
	d.filters[k], d.inputs[k.String()+"_filter"] = conditions, k
	return nil
}

// inputType is the type of a where's field.
func inputType(t entity.Type, bytesID bool, enum string) string {
	switch t {
	case entity.TypeID:
		if bytesID {
			return "Bytes"
		}
		return "ID"
	case entity.TypeBytes:
		return "Bytes"
	case entity.TypeBytesList:
		return "[Bytes!]"
	case entity.TypeBigInt:
		return "BigInt"
	case entity.TypeInt:
		return "Int"
	case entity.TypeBoolean:
		return "Boolean"
	case entity.TypeEnum:
		return enum
	}
	return "String"
}

func writeOrder(out *strings.Builder, k entity.Kind) {
	fmt.Fprintf(out, "enum %s_orderBy {", k)
	for _, f := range k.Description().Fields {
		out.WriteString(" " + f.Name)
		if f.Type != entity.TypeReference {
			continue
		}
		for _, g := range f.Of.Description().Fields {
			if g.Type != entity.TypeReference && g.Type != entity.TypeBytesList {
				fmt.Fprintf(out, " %s__%s", f.Name, g.Name)
			}
		}
	}
	out.WriteString(" }\n")
}

func (d *dialect) writeQuery(out *strings.Builder) {
	out.WriteString("type Query {\n _meta(block: Block_height): _Meta_\n")
	for _, k := range entity.Kinds() {
		d.kinds[singular(k)], d.kinds[plural(k)], d.many[plural(k)] = k, k, true
		fmt.Fprintf(out, " %s(id: ID!, block: Block_height): %s\n", singular(k), k)
		fmt.Fprintf(out, " %s("+strings.ReplaceAll(page, "%[1]s", "%[2]s")+", block: Block_height): [%[2]s!]!\n", plural(k), k)
	}
	out.WriteString("}\n")
}
