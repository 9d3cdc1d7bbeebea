package query

import (
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// What one request may ask for. The first four are checked before the request is validated, the others while it runs.
const (
	maxQuery      = 64 << 10 // bytes
	maxTokens     = 4000
	maxDepth      = 12 // selection sets inside one another
	maxSelections = 1000
	maxFirst      = 1000
	maxSkip       = 5000
	maxConditions = 200    // of one where, whatever nests in it
	maxNesting    = 8      // of one where
	maxValues     = 1000   // of one _in
	maxRows       = 20_000 // entities read for one request
	maxAnswer     = 16 << 20
	maxErrors     = 20
)

// introspectionDepth is what tools' standard query needs.
const introspectionDepth = 20

// measure refuses a document that is too deep or too wide once its fragments are spread.
//
// Rationale: validation compares fields pair by pair and fragments by fragments; it is only asked about documents of bounded size.
func measure(doc *ast.QueryDocument) *gqlerror.Error {
	m := measurer{doc: doc}
	for _, op := range doc.Operations {
		if err := m.walk(op.SelectionSet, 1, maxDepth); err != nil {
			return err
		}
	}
	for _, f := range doc.Fragments {
		if err := m.walk(f.SelectionSet, 1, introspectionDepth); err != nil {
			return err
		}
	}
	return nil
}

type measurer struct {
	doc   *ast.QueryDocument
	count int
}

func (m *measurer) walk(set ast.SelectionSet, depth, most int) *gqlerror.Error {
	if len(set) > 0 && depth > most {
		return gqlerror.ErrorPosf(set[0].GetPosition(), "the query nests more than %d levels", most)
	}
	for _, s := range set {
		if m.count++; m.count > maxSelections {
			return gqlerror.ErrorPosf(s.GetPosition(), "the query selects more than %d fields", maxSelections)
		}
		below, next, limit := ast.SelectionSet(nil), depth+1, most
		switch s := s.(type) {
		case *ast.Field:
			below = s.SelectionSet
			if s.Name == "__schema" || s.Name == "__type" {
				limit = introspectionDepth
			}
		case *ast.InlineFragment:
			below = s.SelectionSet
		case *ast.FragmentSpread:
			if f := m.doc.Fragments.ForName(s.Name); f != nil {
				below = f.SelectionSet
			}
		}
		if err := m.walk(below, next, limit); err != nil {
			return err
		}
	}
	return nil
}
