package query

import (
	"strings"

	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/coordinator/store"
)

// singular and plural are the names of a kind's fields of Query, as a graph node makes them.
func singular(k entity.Kind) string {
	name := k.String()
	return strings.ToLower(name[:1]) + name[1:]
}

func plural(k entity.Kind) string {
	name := singular(k)
	switch {
	case strings.HasSuffix(name, "y"):
		return strings.TrimSuffix(name, "y") + "ies"
	case strings.HasSuffix(name, "ch"), strings.HasSuffix(name, "s"), strings.HasSuffix(name, "x"):
		return name + "es"
	}
	return name + "s"
}

// comparison is one suffix of a field in a where.
type comparison struct {
	suffix string
	op     store.Op
	list   bool // takes a list of the field's values
}

var (
	equality = []comparison{{"", store.Is, false}, {"_not", store.Not, false}}
	members  = []comparison{{"_in", store.In, true}, {"_not_in", store.NotIn, true}}
	order    = []comparison{
		{"_gt", store.Greater, false}, {"_lt", store.Less, false}, {"_gte", store.GreaterOrEqual, false}, {"_lte", store.LessOrEqual, false},
	}
	parts = []comparison{{"_contains", store.Contains, false}, {"_not_contains", store.NotContains, false}}
	text  = []comparison{
		{"_contains_nocase", store.ContainsNoCase, false}, {"_not_contains_nocase", store.NotContainsNoCase, false},
		{"_starts_with", store.StartsWith, false}, {"_starts_with_nocase", store.StartsWithNoCase, false},
		{"_not_starts_with", store.NotStartsWith, false}, {"_not_starts_with_nocase", store.NotStartsWithNoCase, false},
		{"_ends_with", store.EndsWith, false}, {"_ends_with_nocase", store.EndsWithNoCase, false},
		{"_not_ends_with", store.NotEndsWith, false}, {"_not_ends_with_nocase", store.NotEndsWithNoCase, false},
	}
)

// comparisons are what a graph node offers for a field of this type.
func comparisons(t entity.Type, bytesID bool) []comparison {
	groups := map[entity.Type][][]comparison{
		entity.TypeID:        {equality, order, members},
		entity.TypeReference: {equality, order, members, parts, text},
		entity.TypeString:    {equality, order, members, parts, text},
		entity.TypeBytes:     {equality, order, members, parts},
		entity.TypeBytesList: {equality, parts},
		entity.TypeBigInt:    {equality, order, members},
		entity.TypeInt:       {equality, order, members},
		entity.TypeBoolean:   {equality, members},
		entity.TypeEnum:      {equality, members},
	}[t]
	if t == entity.TypeID && bytesID {
		groups = append(groups, parts)
	}
	var all []comparison
	for _, g := range groups {
		all = append(all, g...)
	}
	return all
}
