package store

import "github.com/commonweight/commonweight/coordinator/entity"

// Query asks for entities of one kind, as of one block. View.Find answers it, with one statement of SQL.
type Query struct {
	Kind  entity.Kind
	Block uint64  // the state after this block
	Where *Filter // nil: all

	// OrderBy is a field that is stored, or two joined by "__": a reference and a field of what it refers to. Empty: the id. Equals are
	// ordered by id, in the same direction. Null comes last, and first where Descending.
	OrderBy    string
	Descending bool
	First      int // at most so many; 0: none at all
	Skip       int
	Most       int // at most so many altogether, whatever First and Of say: who asks for one more than it would take learns that there are more

	// Per, if set, is a field that is stored; Of are the values it may have. First and Skip then count for each of the values by itself, and
	// what is found comes grouped by the value. So the children of many parents are one query.
	Per string
	Of  []string
}

// Filter is one condition on an entity, or several joined.
type Filter struct {
	Op    Op
	Field string // of the schema. Where Op is Has, it may be a derived one
	// Value is what entity.Entity.Values gives for a field of that type: nil (null), string, []byte, [][]byte, *big.Int, int32 or bool. Where
	// Op is In or NotIn it is []any, one of these each.
	Value  any
	Nested []Filter // of And and Or: any number; of Has: exactly one
}

// Op is how a field is compared. Null is equal to null only; any other comparison with null is false, Not(x) with x ≠ null included, as in
// SQL. Order and parts are those of the bytes; BigInt and Int compare as numbers. A Bytes id is spelled in hexadecimal digits: its parts begin
// at even places.
type Op uint8

const (
	Is Op = 1 + iota
	Not
	Less
	LessOrEqual
	Greater
	GreaterOrEqual
	In
	NotIn
	Contains   // of a list: all of the values
	StartsWith // NoCase versions fold ASCII letters
	EndsWith
	ContainsNoCase
	StartsWithNoCase
	EndsWithNoCase
	NotContains
	NotStartsWith
	NotEndsWith
	NotContainsNoCase
	NotStartsWithNoCase
	NotEndsWithNoCase
	Changed // in a block ≥ Value (*big.Int) this version began
	And
	Or
	Has // what Field refers to, or one of those it is derived from, meets Nested[0]
)
