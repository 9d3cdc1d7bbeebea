package query

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/coordinator/store"
	"pgregory.net/rapid"
)

// TestSQLSaysWhatTheDialectMeans asks the store and its plain twin in memory the same: any comparison, order and page.
func TestSQLSaysWhatTheDialectMeans(t *testing.T) {
	m := world(t)
	plain, sql := service(t, m), serviceOf(t, stored(t, m))
	answers := make(map[bool]int)
	rapid.Check(t, func(t *rapid.T) {
		k := rapid.SampledFrom([]entity.Kind{entity.KindRun, entity.KindCommitment, entity.KindChallenge, entity.KindAccount}).Draw(t, "kind")
		where, err := json.Marshal(drawWhere(t, plain.dialect, k, 2))
		if err != nil {
			t.Fatal(err)
		}
		orders := plain.dialect.schema.Types[k.String()+"_orderBy"].EnumValues
		query := fmt.Sprintf(`query ($w: %s_filter) {%s(where: $w, first: %d, skip: %d, orderBy: %s, orderDirection: %s) {id}}`, k, plural(k),
			rapid.IntRange(1, 5).Draw(t, "first"), rapid.IntRange(0, 2).Draw(t, "skip"), rapid.SampledFrom(orders).Draw(t, "order").Name,
			rapid.SampledFrom([]string{"asc", "desc"}).Draw(t, "direction"))
		request := Request{Query: query, Variables: variables(t, `{"w": `+string(where)+`}`)}
		want, got := answer(plain.Do(t.Context(), request)), answer(sql.Do(t.Context(), request))
		if want != got {
			t.Fatalf("%s\n%s\nwant %s\n got %s", query, where, want, got)
		}
		answers[got == fmt.Sprintf(`{%q:[]}`, plural(k))]++
	})
	if answers[false] < answers[true]/10 {
		t.Errorf("only %d answers found anything, %d nothing", answers[false], answers[true])
	}
}

func drawWhere(t *rapid.T, d *dialect, k entity.Kind, nesting int) map[string]any {
	where := make(map[string]any)
	names := slices.Sorted(maps.Keys(d.filters[k]))
	for range rapid.IntRange(0, 2).Draw(t, "conditions") {
		name := rapid.SampledFrom(names).Draw(t, "condition")
		c := d.filters[k][name]
		switch {
		case c.op == store.Has:
			if nesting > 0 {
				where[name] = drawWhere(t, d, c.kind, nesting-1)
			}
		case c.list:
			list := []any{}
			for range rapid.IntRange(0, 3).Draw(t, "members") {
				list = append(list, drawValue(t, d, c))
			}
			where[name] = list
		case (c.op == store.Is || c.op == store.Not) && rapid.IntRange(0, 4).Draw(t, "null") == 0:
			where[name] = nil
		default:
			where[name] = drawValue(t, d, c)
		}
	}
	if nesting > 0 && rapid.IntRange(0, 2).Draw(t, "joined") == 0 {
		where[rapid.SampledFrom([]string{"and", "or"}).Draw(t, "join")] = []any{drawWhere(t, d, k, nesting-1), drawWhere(t, d, k, nesting-1)}
	}
	return where
}

func drawValue(t *rapid.T, d *dialect, c condition) any {
	part := func(whole string) string {
		digits := whole[2:]
		start := rapid.IntRange(0, len(digits)/2).Draw(t, "start")
		return "0x" + digits[2*start:2*rapid.IntRange(start, len(digits)/2).Draw(t, "end")]
	}
	switch c.of {
	case entity.TypeBytesList:
		return rapid.SampledFrom([][]string{{}, {"0xaa"}, {"0x03", "0xaa"}, {"0xaa", "0x04"}, {"0x09"}}).Draw(t, "list")
	case entity.TypeBigInt:
		return fmt.Sprint(rapid.IntRange(-1, 31).Draw(t, "number"))
	case entity.TypeInt:
		return rapid.IntRange(-1, 2).Draw(t, "int")
	case entity.TypeBoolean:
		return rapid.Bool().Draw(t, "boolean")
	case entity.TypeEnum:
		return rapid.SampledFrom(d.schema.Types[c.enum].EnumValues).Draw(t, "word").Name
	case entity.TypeBytes:
		return part("0x0202020205050505abcd")
	}
	if !c.bytes {
		return rapid.SampledFrom([]string{"", "0", "1", "2", "3", "-", "1-1", "NO", "n", "none", "%", "_"}).Draw(t, "text")
	}
	id := rapid.SampledFrom([]string{ada, bob, hash(2), hash(4), "0xAB"}).Draw(t, "id")
	if c.op == store.Is || c.op == store.Not || rapid.Bool().Draw(t, "whole") {
		return id
	}
	return part(id)
}
