package query

import (
	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/coordinator/store"
	"github.com/vektah/gqlparser/v2/ast"
)

// metaField is one field of _meta or of its block.
type metaField struct {
	key, name string
	literal   string      // __typename: its value
	below     []metaField // block
}

func (c *compiler) metaFields(typename string, sets []ast.SelectionSet) []metaField {
	var fields []metaField
	for _, g := range c.collect(typename, sets...) {
		f := metaField{key: g.key, name: g.node.Name, literal: typename}
		if f.name == "block" {
			f.below = c.metaFields("_Block_", g.sets)
		}
		fields = append(fields, f)
	}
	return fields
}

// meta writes what _meta answers.
func (w *writer) meta(fields []metaField, block *store.Block, deployment string, faulty bool) {
	w.object(len(fields), func(i int) {
		f := fields[i]
		w.key(f.key)
		switch f.name {
		case "block":
			w.meta(f.below, block, deployment, faulty)
		case "deployment":
			w.value(deployment)
		case "hasIndexingErrors":
			w.value(faulty)
		case "number":
			w.value(block.Number)
		case "hash":
			w.valueIf(block.Hash != [32]byte{}, entity.Text(block.Hash[:]))
		case "timestamp":
			w.valueIf(block.Time != 0, block.Time)
		case "__typename":
			w.value(f.literal)
		}
	})
}
