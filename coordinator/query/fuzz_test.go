package query

import (
	"encoding/json"
	"strings"
	"testing"
)

// FuzzQuery sends anything: whatever it is, it is answered, without a panic and in bounded time.
func FuzzQuery(f *testing.F) {
	s := service(f, world(f))
	for _, seed := range []string{
		`{runs {id}}`, `query ($a: Int = 1) {runs(first: $a, where: {or: [{id: 1}]}) {log {id}}}`, `{run(id: 1) {...A}} fragment A on Run {head {id}}`,
		`{_meta {block {number}} __schema {types {name}}}`, `{runs(where: {head_: {run_: {id_in: [null]}}}) @skip(if: false) {__typename}}`, introspectionQuery,
	} {
		f.Add(seed, `{"a": 2}`)
	}
	f.Fuzz(func(t *testing.T, query, given string) {
		var variables map[string]any
		decoder := json.NewDecoder(strings.NewReader(given))
		decoder.UseNumber()
		_ = decoder.Decode(&variables)
		r := s.Do(t.Context(), Request{Query: query, Variables: variables})
		if r.Data == nil && len(r.Errors) == 0 {
			t.Error("neither data nor errors")
		}
		if text, err := json.Marshal(r); err != nil || !json.Valid(text) {
			t.Errorf("not JSON: %v", err)
		}
	})
}
