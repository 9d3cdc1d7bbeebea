package query

import (
	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/coordinator/store"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// plan is a compiled operation: the fields of Query in the order of the request.
type plan []root

// root is one field of Query.
type root struct {
	key   string
	node  *ast.Field
	what  rootKind
	block height
	query store.Query  // entities: all but Block
	sets  *selection   // entities
	meta  []metaField  // _meta
	about introspected // __schema, __type
}

// rootKind is what a field of Query answers; 0 is invalid.
type rootKind uint8

const (
	rootOne rootKind = 1 + iota
	rootMany
	rootMeta
	rootTypename
	rootIntrospection
)

// height is a block argument; all unset: the newest block.
type height struct {
	hash    []byte
	number  *int32
	atLeast *int32
}

// selection is what is asked of every entity of one kind in one place of the request.
type selection struct {
	kind   entity.Kind
	fields []selected
}

// selected is one field of a selection.
type selected struct {
	key     string
	node    *ast.Field
	place   int          // in Values; of a stored field
	derived *store.Query // of a derived one: all but Block and Of
	sets    *selection   // of a reference or a derived field
	nonNull bool
	literal string // __typename: its value
}

type compiler struct {
	dialect   *dialect
	doc       *ast.QueryDocument
	op        *ast.OperationDefinition
	variables map[string]any
}

func at(node *ast.Field, err error) *gqlerror.Error {
	return gqlerror.ErrorPosf(node.Position, "%s: %s", node.Name, err)
}

func (c *compiler) compile() (plan, *gqlerror.Error) {
	if c.op.Operation != ast.Query {
		return nil, gqlerror.ErrorPosf(c.op.Position, "only queries are answered here")
	}
	for name := range c.variables {
		// What isn't declared is ignored, as others do; what is declared must fit its type, used or not.
		def := c.op.VariableDefinitions.ForName(name)
		if def == nil {
			continue
		}
		if _, err := c.dialect.coerce(c.variables[name], def.Type); err != nil {
			return nil, gqlerror.ErrorPosf(def.Position, "variable $%s: %s", name, err)
		}
	}
	var p plan
	for _, g := range c.collect("Query", c.op.SelectionSet) {
		r, err := c.root(g)
		if err != nil {
			return nil, at(g.node, err)
		}
		p = append(p, r)
	}
	return p, nil
}

func (c *compiler) root(g group) (root, error) {
	r := root{key: g.key, node: g.node}
	switch g.node.Name {
	case "__typename":
		r.what = rootTypename
		return r, nil
	case "__schema", "__type":
		r.what = rootIntrospection
		args, err := c.arguments(g.node)
		r.about = introspected{compiler: c, group: g, arguments: args}
		return r, err
	}
	args, err := c.arguments(g.node)
	if err != nil {
		return r, err
	}
	r.block = heightOf(args["block"])
	if g.node.Name == "_meta" {
		r.what = rootMeta
		r.meta = c.metaFields("_Meta_", g.sets)
		return r, nil
	}
	k := c.dialect.kinds[g.node.Name]
	if r.sets, err = c.selection(k, g.sets); err != nil {
		return r, err
	}
	if !c.dialect.many[g.node.Name] {
		r.what = rootOne
		id := identity(args["id"].(string), k.Description().BytesID)
		r.query = store.Query{Kind: k, First: 1, Where: &store.Filter{Op: store.Is, Field: "id", Value: id}}
		return r, nil
	}
	r.what = rootMany
	r.query, err = c.page(k, args)
	return r, err
}

// page reads the arguments of a plural or derived field.
func (c *compiler) page(k entity.Kind, args map[string]any) (store.Query, error) {
	q := store.Query{Kind: k}
	var err error
	if q.First, err = bounded(args, "first", 1, maxFirst); err != nil {
		return q, err
	}
	if q.Skip, err = bounded(args, "skip", 0, maxSkip); err != nil {
		return q, err
	}
	q.OrderBy, _ = args["orderBy"].(string)
	q.Descending = args["orderDirection"] == "desc"
	if given, ok := args["where"].(map[string]any); ok {
		w := where{dialect: c.dialect}
		if q.Where, err = w.filter(k, given, 1); err != nil {
			return q, err
		}
	}
	return q, nil
}

func bounded(args map[string]any, name string, least, most int) (int, error) {
	n, ok := args[name].(int32)
	if !ok { // null
		return 0, gqlerror.Errorf("%s can't be null", name)
	}
	if int(n) < least || int(n) > most {
		return 0, gqlerror.Errorf("%s is %d, want %d to %d", name, n, least, most)
	}
	return int(n), nil
}

func heightOf(given any) (h height) {
	object, _ := given.(map[string]any)
	h.hash, _ = object["hash"].([]byte)
	if n, ok := object["number"].(int32); ok {
		h.number = &n
	}
	if n, ok := object["number_gte"].(int32); ok {
		h.atLeast = &n
	}
	return h
}

// arguments coerces a field's arguments and fills in defaults.
func (c *compiler) arguments(node *ast.Field) (map[string]any, error) {
	args := make(map[string]any)
	for _, def := range node.Definition.Arguments {
		var value any
		given := false
		if a := node.Arguments.ForName(def.Name); a != nil {
			var err error
			if value, given, err = c.plain(a.Value); err != nil {
				return nil, err
			}
		}
		if !given && def.DefaultValue != nil {
			value, given, _ = c.plain(def.DefaultValue)
		}
		if !given && !def.Type.NonNull {
			continue
		}
		coerced, err := c.dialect.coerce(value, def.Type)
		if err != nil {
			return nil, gqlerror.Errorf("%s: %s", def.Name, err)
		}
		args[def.Name] = coerced
	}
	return args, nil
}

func (c *compiler) selection(k entity.Kind, sets []ast.SelectionSet) (*selection, error) {
	s := &selection{kind: k}
	about := k.Description()
	for _, g := range c.collect(k.String(), sets...) {
		f := selected{key: g.key, node: g.node, place: -1, nonNull: g.node.Definition.Type.NonNull}
		if g.node.Name == "__typename" {
			f.literal = k.String()
			s.fields = append(s.fields, f)
			continue
		}
		var err error
		if f.place = about.Field(g.node.Name); f.place >= 0 {
			if stored := about.Fields[f.place]; stored.Type == entity.TypeReference {
				f.sets, err = c.selection(stored.Of, g.sets)
			}
		} else {
			f.derived, f.sets, err = c.derived(about, g)
		}
		if err != nil {
			return nil, err
		}
		s.fields = append(s.fields, f)
	}
	return s, nil
}

func (c *compiler) derived(about entity.Description, g group) (*store.Query, *selection, error) {
	for _, d := range about.Derived {
		if d.Name != g.node.Name {
			continue
		}
		args, err := c.arguments(g.node)
		if err != nil {
			return nil, nil, at(g.node, err)
		}
		q, err := c.page(d.Of, args)
		if err != nil {
			return nil, nil, at(g.node, err)
		}
		q.Per = d.By
		sets, err := c.selection(d.Of, g.sets)
		return &q, sets, err
	}
	return nil, nil, gqlerror.Errorf("%s has no field %s", about.Name, g.node.Name)
}

// group is what a request says about one key of an object: the first field of that key, and the selection sets of all of them.
type group struct {
	key  string
	node *ast.Field
	sets []ast.SelectionSet
}

// collect spreads the fragments of selection sets on a type, in order.
func (c *compiler) collect(typename string, sets ...ast.SelectionSet) []group {
	var groups []group
	places := make(map[string]int)
	var walk func(set ast.SelectionSet)
	walk = func(set ast.SelectionSet) {
		for _, s := range set {
			switch s := s.(type) {
			case *ast.Field:
				if !c.included(s.Directives) {
					continue
				}
				i, known := places[s.Alias]
				if !known {
					i = len(groups)
					places[s.Alias] = i
					groups = append(groups, group{key: s.Alias, node: s})
				}
				groups[i].sets = append(groups[i].sets, s.SelectionSet)
			case *ast.InlineFragment:
				if c.included(s.Directives) && (s.TypeCondition == "" || s.TypeCondition == typename) {
					walk(s.SelectionSet)
				}
			case *ast.FragmentSpread:
				if c.included(s.Directives) && s.Definition.TypeCondition == typename {
					walk(s.Definition.SelectionSet)
				}
			}
		}
	}
	for _, set := range sets {
		walk(set)
	}
	return groups
}

// included reads @skip and @include.
func (c *compiler) included(directives ast.DirectiveList) bool {
	for _, d := range directives {
		a := d.Arguments.ForName("if")
		if a == nil {
			continue
		}
		value, _, _ := c.plain(a.Value)
		if on, ok := value.(bool); ok && (d.Name == "skip" && on || d.Name == "include" && !on) {
			return false
		}
	}
	return true
}
