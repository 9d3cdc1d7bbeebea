package api

import (
	"bytes"
	"context"
	"log/slog"
	"math/big"
	"net"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/coordinator/index"
	"github.com/commonweight/commonweight/coordinator/query"
	"github.com/commonweight/commonweight/coordinator/store"
	"github.com/commonweight/commonweight/internal/ipfs"
	"github.com/commonweight/commonweight/subgraph"
)

const (
	ada  = "0x00000000000000000000000000000000000000aa"
	bob  = "0x00000000000000000000000000000000000000bb"
	noon = 1_800_000_000
)

var window = "0x" + strings.Repeat("07", 32)

// stage is a handler over a small index that a test goes on writing to.
type stage struct {
	t       testing.TB
	store   *store.Store
	updates chan index.Update
	blocks  *ipfs.Embedded
	config  Config
	log     bytes.Buffer
}

func set(t testing.TB) *stage {
	t.Helper()
	s := &stage{t: t, updates: make(chan index.Update)}
	var err error
	if s.store, err = store.Open(t.Context(), filepath.Join(t.TempDir(), "index.db"), "test"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.store.Close() })
	if s.blocks, err = ipfs.OpenEmbedded(t.TempDir()); err != nil {
		t.Fatal(err)
	}
	queries, err := query.New(query.Config{
		Schema: subgraph.Schema, Deployment: "test", View: func(ctx context.Context) (query.View, error) { return s.store.View(ctx) },
	})
	if err != nil {
		t.Fatal(err)
	}
	s.config = Config{
		Query: queries, View: s.store.View, Updates: func(context.Context) <-chan index.Update { return s.updates },
		Status: func() any { return map[string]int{"lag": 3} }, Problems: func() []string { return nil }, Blocks: s.blocks,
		Log: slog.New(slog.NewTextHandler(&s.log, &slog.HandlerOptions{Level: slog.LevelDebug})),
	}
	s.block(10,
		made(t, entity.KindRun, map[string]any{"id": "1", "number": 1, "author": ada, "owner": ada}),
		made(t, entity.KindAccount, map[string]any{"id": ada}), made(t, entity.KindAccount, map[string]any{"id": bob}),
		made(t, entity.KindLease, map[string]any{"id": "1-4", "run": "1", "holder": ada, "window": 2, "status": "Held", "deadline": noon + 60}),
		made(t, entity.KindLease, map[string]any{"id": "1-3", "run": "1", "holder": ada, "window": 2, "status": "Held", "deadline": noon - 60}),
		made(t, entity.KindCommitment, map[string]any{
			"id": window, "run": "1", "window": 1, "committer": ada, "status": "Pending", "challengeUntil": noon + 30, "lease": "1-2", "courtCase": window,
		}),
		made(t, entity.KindChallenge, map[string]any{"id": "1", "number": 1, "commitment": window, "run": "1", "challenger": bob, "status": "Opened", "openUntil": 5}),
		made(t, entity.KindCase, map[string]any{"id": window, "commitment": window, "run": "1", "verdict": "Undecided"}),
		made(t, entity.KindRound, map[string]any{"id": window + "-0", "courtCase": window, "commitUntil": noon + 20, "revealUntil": noon + 40, "verdict": "Undecided"}),
	)
	return s
}

func made(t testing.TB, k entity.Kind, values map[string]any) entity.Entity {
	t.Helper()
	fields := k.Description().Fields
	all := make([]any, len(fields))
	for i, f := range fields {
		v, ok := values[f.Name]
		if n, isInt := v.(int); isInt {
			v = big.NewInt(int64(n))
		}
		if !ok && !f.Nullable {
			v = map[entity.Type]any{
				entity.TypeID: "?", entity.TypeReference: ada, entity.TypeString: "", entity.TypeBytes: []byte{}, entity.TypeBytesList: [][]byte{},
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

func (s *stage) block(number uint64, entities ...entity.Entity) store.Block {
	s.t.Helper()
	batch, err := s.store.Begin(s.t.Context())
	if err != nil {
		s.t.Fatal(err)
	}
	if err := batch.Block(number); err != nil {
		s.t.Fatal(err)
	}
	for _, e := range entities {
		if err := batch.Save(e); err != nil {
			s.t.Fatal(err)
		}
	}
	b := store.Block{Number: number, Hash: [32]byte{byte(number)}, Time: noon}
	if _, err := batch.Commit(b); err != nil {
		s.t.Fatal(err)
	}
	return b
}

// do sends one request to a new handler.
func (s *stage) do(method, target, body string, headers ...string) *httptest.ResponseRecorder {
	s.t.Helper()
	r := httptest.NewRequest(method, target, strings.NewReader(body))
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	New(s.config).ServeHTTP(w, r)
	return w
}

func TestEndpoints(t *testing.T) {
	s := set(t)
	const posted = `{"query": "query ($n: Int) {runs(first: $n) {id}}", "variables": {"n": 1}}`
	for _, c := range []struct {
		method, target, body string
		headers              []string
		status               int
		want                 string
	}{
		{"POST", "/graphql", posted, []string{"Content-Type", "application/json; charset=utf-8"}, 200, `{"data":{"runs":[{"id":"1"}]}}`},
		{"GET", "/graphql?query={runs{id}}", "", nil, 200, `{"data":{"runs":[{"id":"1"}]}}`},
		{"GET", `/graphql?query=query($n:Int){runs(first:$n){id}}&variables={"n":1}`, "", nil, 200, `{"data":{"runs":[{"id":"1"}]}}`},
		{"GET", "/graphql?query={runs{weight}}", "", nil, 200, `"errors"`},
		{"GET", "/graphql", "", nil, 400, `send a query`},
		{"GET", "/graphql?query={runs{id}}&variables=[", "", nil, 400, `isn't the JSON`},
		{"POST", "/graphql", posted, []string{"Content-Type", "text/plain"}, 415, `application/json`},
		{"POST", "/graphql", posted + posted, []string{"Content-Type", "application/json"}, 400, `more than one value`},
		{"POST", "/graphql", `[` + posted + `]`, []string{"Content-Type", "application/json"}, 400, `isn't the JSON`},
		{"POST", "/graphql", `{"query": "` + strings.Repeat(" ", maxBody) + `"}`, []string{"Content-Type", "application/json"}, 413, `too long`},
		{"PUT", "/graphql", posted, nil, 405, ``},
		{"DELETE", "/api/runs/1", "", nil, 405, ``},
		{"GET", "/api/status", "", nil, 200, `{"lag":3}`},
		{"GET", "/api/runs", "", nil, 200, `[{"id":"1","number":"1"`},
		{"GET", "/api/runs?first=1&skip=1", "", nil, 200, `[]`},
		{"GET", "/api/runs?first=1001", "", nil, 503, `want 1 to 1000`},
		{"GET", "/api/runs?first=-1", "", nil, 400, `first: want`},
		{"GET", "/api/runs?frist=1", "", nil, 400, `no parameter is named`},
		{"GET", "/api/runs/1", "", nil, 200, `{"id":"1","number":"1"`},
		{"GET", "/api/runs/01", "", nil, 400, `id: want`},
		{"GET", "/api/runs/2", "", nil, 404, `nothing of that name`},
		{"GET", "/api/runs/1/commitments", "", nil, 200, `[{"id":"` + window + `"`},
		{"GET", "/api/commitments/" + window, "", nil, 200, `"disputes":[{"id":"1"`},
		{"GET", "/api/disputes?run=1&status=opened&challenger=" + bob, "", nil, 200, `[{"id":"1"`},
		{"GET", "/api/disputes?status=Won", "", nil, 200, `[]`},
		{"GET", "/api/disputes?status=Maybe", "", nil, 400, `status: want`},
		{"GET", "/api/disputes/1", "", nil, 200, `"rounds":[{"round":0`},
		{"GET", "/api/runs/1/losses", "", nil, 501, `keeps nothing`},
		{"GET", "/api/kept", "", nil, 501, `keeps nothing`},
		{"GET", "/api/disputes/1/evidence.car", "", nil, 404, `isn't offered`},
		{"GET", "/api/matches/1", "", nil, 404, `nothing`},
		{"GET", "/api/accounts/" + ada, "", nil, 200, `{"id":"` + ada + `"`},
		{"GET", "/api/accounts/nobody", "", nil, 400, `id: want`},
		{"GET", "/api/validators", "", nil, 200, `[]`},
		{"GET", "/api/nothing", "", nil, 404, `no such thing`},
		{"GET", "/healthz", "", nil, 200, `alive`},
		{"GET", "/readyz", "", nil, 200, `{"problems":[],"ready":true}`},
		{"GET", "/metrics", "", nil, 404, ``},
		{"GET", "/", "", nil, 200, `/api/disputes?run=&status=`},
	} {
		w := s.do(c.method, (strings.NewReplacer(" ", "%20", `"`, "%22", "{", "%7B", "}", "%7D", "[", "%5B").Replace(c.target)), c.body, c.headers...)
		if w.Code != c.status || !strings.Contains(w.Body.String(), c.want) {
			t.Errorf("%s %s: %d %.300s, want %d %s", c.method, c.target, w.Code, w.Body, c.status, c.want)
		}
		if w.Header().Get("X-Content-Type-Options") != "nosniff" || w.Header().Get("Access-Control-Allow-Origin") != "" {
			t.Errorf("%s %s: headers %v", c.method, c.target, w.Header())
		}
	}
}

// TestEveryFixedQueryIsValid asks every endpoint's query for something: none may be refused by its own dialect.
func TestEveryFixedQueryIsValid(t *testing.T) {
	s := set(t)
	for _, e := range endpoints {
		r := s.config.Query.Do(t.Context(), query.Request{Query: e.query, Variables: map[string]any{"id": window}})
		if len(r.Errors) > 0 {
			t.Errorf("%s: %v", e.path, r.Errors)
		}
	}
}

func TestNotReadyIsSaid(t *testing.T) {
	s := set(t)
	s.config.Problems = func() []string { return []string{"17 blocks behind"} }
	if w := s.do("GET", "/readyz", ""); w.Code != 503 || !strings.Contains(w.Body.String(), "17 blocks behind") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

func TestOtherSitesMustBeNamed(t *testing.T) {
	s := set(t)
	s.config.Origins = []string{"https://friend.example"}
	if w := s.do("OPTIONS", "/graphql", "", "Origin", "https://stranger.example", "Access-Control-Request-Method", "POST"); w.Code != 403 {
		t.Errorf("preflight of a stranger: %d", w.Code)
	}
	if w := s.do("GET", "/api/runs", "", "Origin", "https://stranger.example"); w.Code != 200 || w.Header().Get("Access-Control-Allow-Origin") != "" {
		t.Errorf("a stranger's page may read: %v", w.Header())
	}
	w := s.do("OPTIONS", "/graphql", "", "Origin", "https://friend.example", "Access-Control-Request-Method", "POST")
	if w.Code != 204 || w.Header().Get("Access-Control-Allow-Origin") != "https://friend.example" {
		t.Errorf("preflight of a friend: %d %v", w.Code, w.Header())
	}
	if got := s.do("GET", "/api/runs", "", "Origin", "https://friend.example").Header().Get("Access-Control-Allow-Origin"); got != "https://friend.example" {
		t.Errorf("a friend's page may not read: %q", got)
	}
}

func TestNothingPrivateIsLogged(t *testing.T) {
	s := set(t)
	s.do("GET", "/graphql?query=%7Bruns%7Bid%7D%7D&token=hunter2", "", "Authorization", "Bearer hunter2", "Cookie", "hunter2")
	if log := s.log.String(); !strings.Contains(log, "path=/graphql") || strings.Contains(log, "hunter2") {
		t.Error(log)
	}
}

func TestAPanicCostsOneRequest(t *testing.T) {
	s := set(t)
	s.config.Status = func() any { panic("hunter2") }
	if w := s.do("GET", "/api/status", ""); w.Code != 500 || strings.Contains(w.Body.String(), "hunter2") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

func TestPages(t *testing.T) {
	s := set(t)
	s.config.Pages = &Pages{
		Files: fstest.MapFS{"index.html": {Data: []byte("<!doctype html>page")}, "assets/app-1.js": {Data: []byte("code")}},
		Node:  "http://node.example:8545/key",
	}
	for _, c := range []struct {
		target string
		status int
		want   string
	}{
		{"/", 200, "page"}, {"/runs/1", 200, "page"}, {"/assets/app-1.js", 200, "code"}, {"/assets/app-2.js", 404, "no such file"},
		{"/assets", 200, "page"}, {"/config.json", 200, `"rpc":"http://node.example:8545/key"`}, {"/..%2f..%2fetc/passwd", 400, "invalid"}, {"/api/x", 404, "no such thing"},
	} {
		w := s.do("GET", c.target, "")
		if w.Code != c.status || !strings.Contains(w.Body.String(), c.want) {
			t.Errorf("%s: %d %s", c.target, w.Code, w.Body)
		}
	}
	w := s.do("GET", "/assets/app-1.js", "")
	if policy := w.Header().Get("Content-Security-Policy"); !strings.Contains(policy, "connect-src 'self' http://node.example:8545;") || !strings.Contains(w.Header().Get("Cache-Control"), "immutable") {
		t.Error(w.Header())
	}
	for blocks, want := range map[Blocks]string{s.blocks: `"gateway":"ipfs/"`, nil: `"gateway":null`} {
		s.config.Blocks = blocks
		if w := s.do("GET", "/config.json", ""); !strings.Contains(w.Body.String(), want) {
			t.Errorf("%s, want %s", w.Body, want)
		}
	}
}

// serve runs the handler on a real socket, as the verb does.
func (s *stage) serve() string {
	s.t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		s.t.Fatal(err)
	}
	server := Server(New(s.config), s.config.Log)
	go func() { _ = server.Serve(listener) }()
	s.t.Cleanup(func() { _ = server.Close() })
	return "http://" + listener.Addr().String()
}
