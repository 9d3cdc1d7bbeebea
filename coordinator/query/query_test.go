package query

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"math/big"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/coordinator/store"
	"github.com/commonweight/commonweight/subgraph"
	"github.com/google/go-cmp/cmp"
)

// made is an entity with the values given and nothing else to say.
func made(t testing.TB, k entity.Kind, values map[string]any) entity.Entity {
	t.Helper()
	about := k.Description()
	all := make([]any, len(about.Fields))
	for i, f := range about.Fields {
		v, ok := values[f.Name]
		if n, isInt := v.(int); isInt {
			v = big.NewInt(int64(n))
		}
		if !ok && !f.Nullable {
			v = map[entity.Type]any{
				entity.TypeID: "?", entity.TypeReference: "none", entity.TypeString: "", entity.TypeBytes: []byte{}, entity.TypeBytesList: [][]byte{},
				entity.TypeBigInt: new(big.Int), entity.TypeInt: int32(0), entity.TypeBoolean: false,
			}[f.Type]
			if f.Type == entity.TypeEnum {
				v = f.Enum[0]
			}
		}
		all[i] = v
	}
	e, err := entity.FromValues(k, all)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func hash(n int) string { return fmt.Sprintf("0x%064x", n) }

const (
	ada = "0x00000000000000000000000000000000000000aa"
	bob = "0x00000000000000000000000000000000000000bb"
)

// world has three runs; run 1 has commitments 1…5 by ada and bob in turn, run 2 has 6 by bob. Commitments 2 and 6 are challenged, 2 twice.
func world(t testing.TB) *memory {
	t.Helper()
	m := entity.NewMemory()
	save := func(k entity.Kind, values map[string]any) {
		if err := m.Save(made(t, k, values)); err != nil {
			t.Fatal(err)
		}
	}
	old := entity.NewMemory()
	save(entity.KindAccount, map[string]any{"id": ada, "namedKey": []byte{0xAB, 0xCD}})
	save(entity.KindAccount, map[string]any{"id": bob})
	for n := 1; n <= 3; n++ {
		v := map[string]any{"id": fmt.Sprint(n), "number": n, "author": ada, "owner": bob, "reward": n * 10}
		if n == 1 {
			v["head"] = hash(5)
		}
		save(entity.KindRun, v)
	}
	if err := old.Save(made(t, entity.KindRun, map[string]any{"id": "1", "number": 1, "author": ada, "owner": ada})); err != nil {
		t.Fatal(err)
	}
	for n := 1; n <= 6; n++ {
		v := map[string]any{
			"id": hash(n), "run": "1", "window": n - 1, "committer": []string{bob, ada}[n%2], "status": "Finalised",
			"postRoot": bytes.Repeat([]byte{byte(n)}, 32), "lease": "1-1", "auditors": [][]byte{{0xAA}, {byte(n)}},
		}
		if n > 1 {
			v["parent"] = hash(n - 1)
		}
		if n == 6 {
			v["run"], v["parent"] = "2", nil
		}
		if n == 2 || n == 6 {
			v["status"] = "Rejected"
		}
		save(entity.KindCommitment, v)
	}
	for n, c := range []int{2, 2, 6} {
		save(entity.KindChallenge, map[string]any{
			"id": fmt.Sprint(n + 1), "number": n + 1, "commitment": hash(c), "run": "1", "challenger": bob, "status": "Won", "waived": n == 0,
		})
	}
	return &memory{head: 9, states: map[uint64]*entity.Memory{9: m, 7: old}}
}

func service(t testing.TB, m *memory) *Service {
	t.Helper()
	return serviceOf(t, func(context.Context) (View, error) { return m, nil })
}

func serviceOf(t testing.TB, view func(context.Context) (View, error)) *Service {
	t.Helper()
	s, err := New(Config{
		Schema: subgraph.Schema, Deployment: "1337-0xbeef", First: 5, View: view,
		Internal: func(_ context.Context, err error) { t.Errorf("internal: %v", err) },
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// stored is the same world in SQLite.
func stored(t testing.TB, m *memory) func(context.Context) (View, error) {
	t.Helper()
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "index.db"), "test")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	for _, number := range slices.Sorted(maps.Keys(m.states)) {
		batch, err := s.Begin(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if err := batch.Block(number); err != nil {
			t.Fatal(err)
		}
		for _, e := range m.states[number].Entities() {
			if err := batch.Save(e); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := batch.Commit(*block(number)); err != nil {
			t.Fatal(err)
		}
	}
	return func(ctx context.Context) (View, error) { return s.View(ctx) }
}

func variables(t interface{ Fatal(...any) }, text string) map[string]any {
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	var v map[string]any
	if err := decoder.Decode(&v); err != nil {
		t.Fatal(err)
	}
	return v
}

func answer(r *Response) string {
	var lines []string
	for _, err := range r.Errors {
		lines = append(lines, err.Message)
	}
	if r.Data == nil {
		return "refused: " + strings.Join(lines, "; ")
	}
	text := string(r.Data)
	if len(lines) > 0 {
		text += " but " + strings.Join(lines, "; ")
	}
	return text
}

func TestAnswers(t *testing.T) {
	m := world(t)
	services := map[string]*Service{"memory": service(t, m), "store": serviceOf(t, stored(t, m))}
	for _, c := range []struct{ name, query, variables, want string }{
		{"one", `{run(id: 1) {reward id}}`, ``, `{"run":{"reward":"10","id":"1"}}`},
		{"none", `{run(id: "9") {id}}`, ``, `{"run":null}`},
		{"by hexadecimal id in any case", `{account(id: "` + strings.ToUpper(ada[2:]) + `") {id namedKey}}`, ``, `{"account":{"id":"` + ada + `","namedKey":"0xabcd"}}`},
		{"many", `{runs {id}}`, ``, `{"runs":[{"id":"1"},{"id":"2"},{"id":"3"}]}`},
		{"alias, typename and the order of the request", `{b: runs(first: 1) {__typename n: number} a: run(id: 2) {id}}`, ``, `{"b":[{"__typename":"Run","n":"1"}],"a":{"id":"2"}}`},
		{"page", `{runs(first: 1, skip: 1) {id}}`, ``, `{"runs":[{"id":"2"}]}`},
		{"order", `{runs(orderBy: reward, orderDirection: desc) {id}}`, ``, `{"runs":[{"id":"3"},{"id":"2"},{"id":"1"}]}`},
		{"null comes last", `{runs(orderBy: head__window, first: 1) {id}}`, ``, `{"runs":[{"id":"1"}]}`},
		{"null comes first", `{runs(orderBy: head__window, orderDirection: desc, first: 1) {id}}`, ``, `{"runs":[{"id":"3"}]}`},
		{"equal to null", `{runs(where: {head: null}) {id}}`, ``, `{"runs":[{"id":"2"},{"id":"3"}]}`},
		{"not null, by variable", `query ($h: String) {runs(where: {head_not: $h}) {id}}`, `{"h": null}`, `{"runs":[{"id":"1"}]}`},
		{"a variable that isn't given is no condition", `query ($h: String) {runs(where: {head_not: $h}) {id}}`, `{}`, `{"runs":[{"id":"1"},{"id":"2"},{"id":"3"}]}`},
		{"numbers", `{runs(where: {reward_gt: "10", reward_lte: 30, number_not: 3}) {id}}`, ``, `{"runs":[{"id":"2"}]}`},
		{"in", `{runs(where: {id_in: ["3", 1], number_not_in: [1]}) {id}}`, ``, `{"runs":[{"id":"3"}]}`},
		{"in nothing", `{runs(where: {id_in: []}) {id}}`, ``, `{"runs":[]}`},
		{"enum", `{commitments(where: {status: Rejected}) {window}}`, ``, `{"commitments":[{"window":"1"},{"window":"5"}]}`},
		{"enum in variables", `query ($w: Commitment_filter) {commitments(where: $w) {status}}`, `{"w": {"status_in": ["Rejected"], "window_lt": 2}}`, `{"commitments":[{"status":"Rejected"}]}`},
		{"boolean", `{challenges(where: {waived: true}) {id}}`, ``, `{"challenges":[{"id":"1"}]}`},
		{"bytes", `{commitments(where: {postRoot_contains: "0x0404"}) {window}}`, ``, `{"commitments":[{"window":"3"}]}`},
		{"bytes by order", `{commitments(where: {postRoot_gt: "0x05"}, first: 1, orderBy: postRoot) {window}}`, ``, `{"commitments":[{"window":"4"}]}`},
		{"a list contains all", `{commitments(where: {auditors_contains: ["0x03", "0xaa"]}) {window auditors}}`, ``, `{"commitments":[{"window":"2","auditors":["0xaa","0x03"]}]}`},
		{"and, or", `{runs(where: {or: [{id: 1}, {and: [{reward_gte: 20}, {number: 3}]}]}) {id}}`, ``, `{"runs":[{"id":"1"},{"id":"3"}]}`},
		{"reference's id in any case", `{commitments(where: {committer: "0x` + strings.ToUpper(bob[2:]) + `", run: "1"}) {window}}`, ``, `{"commitments":[{"window":"1"},{"window":"3"}]}`},
		{"part of a reference", `{commitments(where: {committer_ends_with: "0xAA"}, first: 1) {window}}`, ``, `{"commitments":[{"window":"0"}]}`},
		{"filter by a reference", `{commitments(where: {parent_: {status: Rejected}}) {window}}`, ``, `{"commitments":[{"window":"2"}]}`},
		{"filter by derived", `{runs(where: {log_: {disputes_: {status: Won}}}) {id}}`, ``, `{"runs":[{"id":"1"},{"id":"2"}]}`},
		{"references", `{commitments(first: 2) {parent {window parent {id}} committer {id}}}`, ``,
			`{"commitments":[{"parent":null,"committer":{"id":"` + ada + `"}},{"parent":{"window":"0","parent":null},"committer":{"id":"` + bob + `"}}]}`},
		{"derived", `{runs {log(first: 1, skip: 1, orderBy: window, orderDirection: desc, where: {status: Finalised}) {window}}}`, ``,
			`{"runs":[{"log":[{"window":"3"}]},{"log":[]},{"log":[]}]}`},
		{"fragments", `query Q {runs(first: 1) {...A ... on Run {id}}} fragment A on Run {number ...B} fragment B on Run {author {id}}`, ``,
			`{"runs":[{"number":"1","author":{"id":"` + ada + `"},"id":"1"}]}`},
		{"merged selections", `{run(id: 1) {author {id} author {namedKey}}}`, ``, `{"run":{"author":{"id":"` + ada + `","namedKey":"0xabcd"}}}`},
		{"skip and include", `query ($y: Boolean!) {run(id: 1) {id @skip(if: $y) number @include(if: $y)}}`, `{"y": true}`, `{"run":{"number":"1"}}`},
		{"default of a variable", `query ($n: Int = 1) {runs(first: $n) {id}}`, ``, `{"runs":[{"id":"1"}]}`},
		{"at a block", `{run(id: 1, block: {number: 7}) {owner_: id}}`, ``, `{"run":{"owner_":"1"}}`},
		{"at a block by its hash", `{runs(block: {hash: "` + hash(7) + `"}) {id}}`, ``, `{"runs":[{"id":"1"}]}`},
		{"at least at a block", `{runs(first: 1, block: {number_gte: 7}) {id} _meta(block: {number_gte: 7}) {block {number}}}`, ``, `{"runs":[{"id":"1"}],"_meta":{"block":{"number":9}}}`},
		{"meta", `{_meta {block {number hash timestamp __typename} deployment hasIndexingErrors}}`, ``,
			`{"_meta":{"block":{"number":9,"hash":"` + hash(9) + `","timestamp":1009,"__typename":"_Block_"},"deployment":"1337-0xbeef","hasIndexingErrors":false}}`},
		{"a reference that must be there and isn't", `{commitment(id: "` + hash(1) + `") {id lease {id}}}`, ``, `{"commitment":null} but Lease 1-1 isn't known (yet)`},
		{"the same in a list", `{commitments(first: 1) {lease {id}}}`, ``, `null but Lease 1-1 isn't known (yet)`},
		{"the same below", `{run(id: 1) {id head {window parent {lease {id}}}}}`, ``, `{"run":{"id":"1","head":{"window":"4","parent":null}}} but Lease 1-1 isn't known (yet)`},
	} {
		t.Run(c.name, func(t *testing.T) {
			request := Request{Query: c.query}
			if c.variables != "" {
				request.Variables = variables(t, c.variables)
			}
			for name, s := range services {
				if diff := cmp.Diff(c.want, answer(s.Do(t.Context(), request))); diff != "" {
					t.Error(name, diff)
				}
			}
		})
	}
}

func TestRefusals(t *testing.T) {
	s := service(t, world(t))
	fields := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, " a%d: id", i)
		}
		return b.String()
	}
	for _, c := range []struct{ name, query, variables, want string }{
		{"nothing", ``, ``, "0 operations"},
		{"no document", `{`, ``, "Expected Name"},
		{"a mutation", `mutation {run(id: 1) {id}}`, ``, "Schema does not support operation type"},
		{"unknown field", `{run(id: 1) {weight}}`, ``, `Cannot query field "weight"`},
		{"unknown filter", `{runs(where: {id_like: "1"}) {id}}`, ``, "id_like"},
		{"no id", `{run {id}}`, ``, `"id" of type "ID!" is required`},
		{"too many", `{runs(first: 1001) {id}}`, ``, "first is 1001, want 1 to 1000"},
		{"none at all", `{runs(first: 0) {id}}`, ``, "first is 0"},
		{"null page", `{runs(first: null) {id}}`, ``, "first can't be null"},
		{"too far", `{run(id: 1) {log(skip: 5001) {id}}}`, ``, "skip is 5001, want 0 to 5000"},
		{"a large number for Int", `{runs(first: 4294967296) {id}}`, ``, "no Int"},
		{"text for BigInt", `{runs(where: {reward: "ten"}) {id}}`, ``, `"ten" is no BigInt`},
		{"a fraction for BigInt", `query ($n: BigInt) {runs(where: {reward: $n}) {id}}`, `{"n": 1.5}`, `1.5 is no BigInt`},
		{"an endless number", `{runs(where: {reward: "` + strings.Repeat("9", 81) + `"}) {id}}`, ``, "is no BigInt"},
		{"odd digits for Bytes", `{commitments(where: {postRoot: "0xabc"}) {id}}`, ``, `is no Bytes`},
		{"null by order", `{runs(where: {reward_gt: null}) {id}}`, ``, "null can only be asked for by equality"},
		{"null for a list", `{runs(where: {id_in: null}) {id}}`, ``, "null is no list"},
		{"wrong enum", `query ($s: CommitmentStatus) {commitments(where: {status: $s}) {id}}`, `{"s": "rejected"}`, `is no value of CommitmentStatus`},
		{"variable of another shape", `query ($w: Run_filter) {runs(where: $w) {id}}`, `{"w": [[null]]}`, "is no Run_filter"},
		{"variable with an unknown field", `query ($w: Run_filter) {runs(where: $w) {id}}`, `{"w": {"x": 1}}`, `Run_filter has no field "x"`},
		{"lists in lists", `query ($w: [[String]]) {runs(where: {id_in: $w}) {id}}`, `{"w": [null]}`, "$w"},
		{"required variable", `query ($n: Int!) {runs(first: $n) {id}}`, ``, "must be given"},
		{"undeclared variable", `{runs(first: $n) {id}}`, ``, `"$n" is not defined`},
		{"two operations", `query A {runs {id}} query B {runs {id}}`, ``, "2 operations"},
		{"a later block", `{runs(block: {number: 10}) {id}}`, ``, "block 10 isn't indexed yet, the newest is 9"},
		{"a later block at least", `{runs(block: {number_gte: 10}) {id}}`, ``, "block 10 isn't indexed yet"},
		{"an earlier block", `{runs(block: {number: 4}) {id}}`, ``, "block 4 is before the first"},
		{"another hash", `{runs(block: {hash: "0x00"}) {id}}`, ``, "block 0x00 isn't indexed"},
		{"deep", strings.Repeat(`{runs{author`, 1) + strings.Repeat(`{log{committer`, 6) + `{id` + strings.Repeat(`}`, 15), ``, "nests more than 12 levels"},
		{"wide", `{runs {` + fields(1001) + `}}`, ``, "selects more than 1000 fields"},
		{"wide by fragments", `{runs {...A ...A ...A ...A ...A}} fragment A on Run {...B ...B ...B ...B ...B} fragment B on Run {...C ...C ...C ...C ...C} fragment C on Run {...D ...D ...D ...D ...D} fragment D on Run {id number owner {id}}`, ``, "selects more than 1000 fields"},
		{"a fragment that spreads itself", `{runs {...A}} fragment A on Run {...A}`, ``, "nests more than"},
		{"many tokens", `{` + strings.Repeat(`runs{id}`, 2000) + `}`, ``, "token limit of 4000"},
		{"long", `{` + strings.Repeat(` `, maxQuery) + `}`, ``, "longer than"},
		{"deep filter", `{runs(where: ` + strings.Repeat(`{head_: {run_: `, 5) + `{id: 1}` + strings.Repeat(`}}`, 5) + `) {id}}`, ``, "nests more than 8 levels"},
		{"wide filter", `{runs(where: {or: [` + strings.Repeat(`{id: 1},`, 200) + `]}) {id}}`, ``, "more than 200 conditions"},
		{"long list", `{runs(where: {id_in: [` + strings.Repeat(`1,`, 1001) + `]}) {id}}`, ``, "a list of 1001 values"},
		{"endless introspection", `{__schema {types {fields {type {fields {type {fields {name}}}}}}}}`, ``, "introspection depth"},
	} {
		t.Run(c.name, func(t *testing.T) {
			request := Request{Query: c.query}
			if c.variables != "" {
				request.Variables = variables(t, c.variables)
			}
			if got := answer(s.Do(t.Context(), request)); !strings.HasPrefix(got, "refused") || !strings.Contains(got, c.want) {
				t.Errorf("got %s, want a refusal with %q", got, c.want)
			}
		})
	}
}

// TestEveryLevelIsOneQuery counts what the store is asked: once for each composite field, whatever the number of parents.
func TestEveryLevelIsOneQuery(t *testing.T) {
	m := world(t)
	s := service(t, m)
	got := answer(s.Do(t.Context(), Request{Query: `{runs {log {committer {id} parent {id} disputes {challenger {id}}} author {id}}}`}))
	if !strings.HasPrefix(got, `{"runs":[{"log":[{"committer"`) {
		t.Fatal(got)
	}
	if len(m.queries) != 7 {
		t.Errorf("%d queries, want 7: %+v", len(m.queries), m.queries)
	}
}

func TestRowsAreBounded(t *testing.T) {
	m := world(t)
	state := m.states[9]
	for n := range 500 {
		if err := state.Save(made(t, entity.KindActivity, map[string]any{"id": fmt.Sprint(n), "run": "1", "name": strings.Repeat("x", 1000)})); err != nil {
			t.Fatal(err)
		}
	}
	s := service(t, m)
	var b strings.Builder
	for n := range 50 {
		fmt.Fprintf(&b, " a%d: activities(first: 1000) {id}", n)
	}
	if got := answer(s.Do(t.Context(), Request{Query: "{" + b.String() + "}"})); !strings.Contains(got, "reads more than 20000 entities") {
		t.Errorf("%.200s", got)
	}
	b.Reset()
	for n := range 40 {
		fmt.Fprintf(&b, " n%d: name", n)
	}
	if got := answer(s.Do(t.Context(), Request{Query: "{activities(first: 1000) {" + b.String() + "}}"})); !strings.Contains(got, "the answer is longer than") {
		t.Errorf("%.200s", got)
	}
}

func TestACancelledQueryEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if got := answer(service(t, world(t)).Do(ctx, Request{Query: `{runs {id}}`})); got != "refused: the query took too long" {
		t.Error(got)
	}
}
