package api

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

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

func TestAnAddressThatAsksTooMuchWaits(t *testing.T) {
	s := set(t)
	handler := New(s.config)
	ask := func(from string) int {
		r := httptest.NewRequest("GET", "/graphql?query=%7Bruns%7Bid%7D%7D", nil)
		r.RemoteAddr = from
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, r)
		return w.Code
	}
	refused := 0
	for range 2 * atOnce / 5 {
		if ask("[2001:db8::1]:1000") == http.StatusTooManyRequests {
			refused++
		}
	}
	if refused == 0 || refused > atOnce/5 {
		t.Errorf("%d refused", refused)
	}
	if ask("[2001:db8::ffff]:1") != http.StatusTooManyRequests {
		t.Error("a neighbour in the same /64 has a purse of its own")
	}
	if ask("192.0.2.1:1000") != http.StatusOK {
		t.Error("another address is refused")
	}
}

func TestAddressesAreForgotten(t *testing.T) {
	a := newAddresses()
	for n := range 2 * known {
		a.allow(fmt.Sprintf("10.%d.%d.%d:1", n>>16, n>>8&255, n&255), 1, time.Now())
	}
	if n := a.purses.Len(); n != known {
		t.Errorf("%d are remembered, want %d", n, known)
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

// follow opens /events and returns its lines.
func (s *stage) follow(base, lastID string) *bufio.Reader {
	s.t.Helper()
	r, _ := http.NewRequestWithContext(s.t.Context(), "GET", base+"/events", nil)
	if lastID != "" {
		r.Header.Set("Last-Event-ID", lastID)
	}
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { _ = response.Body.Close() })
	if response.StatusCode != 200 || !strings.HasPrefix(response.Header.Get("Content-Type"), "text/event-stream") {
		s.t.Fatalf("%d %v", response.StatusCode, response.Header)
	}
	return bufio.NewReader(response.Body)
}

// next reads one event: "kind id data".
func next(t testing.TB, r *bufio.Reader) string {
	t.Helper()
	fields := make(map[string]string)
	for {
		line, err := r.ReadString('\n')
		if err != nil {
			t.Fatal(err)
		}
		if line = strings.TrimSuffix(line, "\n"); line == "" && len(fields) > 0 {
			return fields["event"] + " " + fields["id"] + " " + fields["data"]
		}
		if name, value, ok := strings.Cut(line, ": "); ok && name != "" {
			fields[name] = value
		}
	}
}

func id(b byte) string { return fmt.Sprintf("%d-0x%02x%s", b, b, strings.Repeat("00", 31)) }

func TestEvents(t *testing.T) {
	s := set(t)
	base := s.serve()
	r := s.follow(base, "")
	if got := next(t, r); !strings.HasPrefix(got, "block "+id(10)+` {"number":10`) {
		t.Fatal(got)
	}
	s.updates <- index.Update{Block: 10, Hash: [32]byte{10}} // known from the start
	s.updates <- index.Update{Block: 11, Hash: [32]byte{11}, Time: noon, Keys: []store.Key{{Kind: entity.KindRun, ID: "1"}, {Kind: entity.KindLease, ID: "1-1"}}}
	if got := next(t, r); got != "block "+id(11)+` {"number":11,"hash":"0x0b`+strings.Repeat("00", 31)+`","time":1800000000,"changed":{"Lease":["1-1"],"Run":["1"]}}` {
		t.Error(got)
	}
	s.updates <- index.Update{Block: 10, Hash: [32]byte{10}, Reorganised: true}
	if got := next(t, r); !strings.HasPrefix(got, "reorg "+id(10)) {
		t.Error(got)
	}
	s.updates <- index.Update{Block: 11, Hash: [32]byte{0xBB}}
	if got := next(t, r); !strings.HasPrefix(got, "block 11-0xbb") {
		t.Error(got)
	}
	s.updates <- index.Update{Block: 99, Missed: true}
	if got := next(t, r); !strings.HasPrefix(got, "reload 99-") {
		t.Error(got)
	}
}

func TestAReaderGoesOnWhereItWas(t *testing.T) {
	s := set(t)
	s.block(11, made(t, entity.KindRun, map[string]any{"id": "2", "number": 2}))
	s.block(12)
	base := s.serve()
	if got := next(t, s.follow(base, id(10))); !strings.HasPrefix(got, "block "+id(12)) || !strings.Contains(got, `"changed":{"Run":["2"]}`) {
		t.Error(got)
	}
	for _, hostile := range []string{
		"10-0x" + strings.Repeat("ff", 32), id(13), "9", "-", "10-0x", strings.Repeat("1", 1000), "18446744073709551616-0x00", "10-0x" + strings.Repeat("0g", 32), "\x7f",
	} {
		if strings.ContainsAny(hostile, "\x7f") {
			continue // no header may hold it; the server refuses it before we see it
		}
		if got := next(t, s.follow(base, hostile)); !strings.HasPrefix(got, "reload "+id(12)) {
			t.Errorf("%.40q: %s", hostile, got)
		}
	}
}

// TestStreamsAreCounted opens as many as one address may have, and one more.
func TestStreamsAreCounted(t *testing.T) {
	s := set(t)
	base := s.serve()
	for range maxStreamsOne {
		s.follow(base, "")
	}
	response, err := http.Get(base + "/events")
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	if response.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("one more stream: %d", response.StatusCode)
	}
}

// TestASlowClientIsLeft sends half a request and nothing more: the server hangs up, and others are served meanwhile.
func TestASlowClientIsLeft(t *testing.T) {
	s := set(t)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := Server(New(s.config), s.config.Log)
	server.ReadTimeout, server.ReadHeaderTimeout = 200*time.Millisecond, 200*time.Millisecond
	go func() { _ = server.Serve(listener) }()
	t.Cleanup(func() { _ = server.Close() })
	for _, half := range []string{"GET / HTT", "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"} {
		c, err := net.Dial("tcp", listener.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		_, _ = c.Write([]byte(half))
		_ = c.SetReadDeadline(time.Now().Add(20 * time.Second))
		if _, err := io.ReadAll(c); err != nil {
			t.Errorf("the server waits on: %v", err)
		}
	}
	// A stream outlives the time that a request may take to arrive.
	r := s.follow("http://"+listener.Addr().String(), "")
	next(t, r)
	time.Sleep(400 * time.Millisecond)
	s.updates <- index.Update{Block: 11, Hash: [32]byte{11}}
	if got := next(t, r); !strings.HasPrefix(got, "block "+id(11)) {
		t.Error(got)
	}
}

func TestGateway(t *testing.T) {
	s := set(t)
	content := bytes.Repeat([]byte("weights"), 400_000) // three leaves and a node
	cid, err := s.blocks.Put(t.Context(), bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	w := s.do("GET", "/ipfs/"+cid.String()+"?format=car", "")
	if w.Code != 200 || !strings.HasPrefix(w.Header().Get("Content-Type"), carFile) {
		t.Fatalf("%d %v", w.Code, w.Header())
	}
	other, err := ipfs.OpenEmbedded(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	root, err := other.ReadCAR(t.Context(), w.Body, 1<<30)
	if err != nil || root != cid {
		t.Fatalf("%v, %v", root, err)
	}
	if got, err := ipfs.Fetch(t.Context(), other, cid, 1<<30); err != nil || !bytes.Equal(got, content) {
		t.Errorf("another content came: %v", err)
	}
	raw := s.do("GET", "/ipfs/"+cid.String(), "", "Accept", rawBlock)
	block, _ := s.blocks.Block(t.Context(), cid)
	if raw.Code != 200 || !bytes.Equal(raw.Body.Bytes(), block) {
		t.Errorf("raw: %d", raw.Code)
	}
	etag := raw.Header().Get("Etag")
	if w := s.do("GET", "/ipfs/"+cid.String()+"?format=raw", "", "If-None-Match", etag); w.Code != 304 {
		t.Errorf("known: %d", w.Code)
	}
	if w := s.do("GET", "/ipfs/"+cid.String(), ""); w.Code != 406 {
		t.Errorf("no format: %d", w.Code)
	}
	if w := s.do("GET", "/ipfs/"+cid.String()+"?format=tar", ""); w.Code != 406 {
		t.Errorf("another format: %d", w.Code)
	}
	if w := s.do("GET", "/ipfs/QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG?format=raw", ""); w.Code != 400 {
		t.Errorf("no CID of ours: %d", w.Code)
	}
	if w := s.do("GET", "/ipfs/bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy?format=raw", ""); w.Code != 404 {
		t.Errorf("absent: %d", w.Code)
	}
}

// brokenBlocks fail in the middle of a content, or go on for ever.
type brokenBlocks struct{ endless bool }

func (b brokenBlocks) Block(context.Context, ipfs.CID) ([]byte, error) { return []byte{1}, nil }
func (b brokenBlocks) WriteCAR(ctx context.Context, w io.Writer, _ ...ipfs.CID) error {
	for {
		if _, err := w.Write(make([]byte, 1<<16)); err != nil {
			return err
		}
		if !b.endless {
			return ipfs.ErrCorrupt
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
}

const someCID = "/ipfs/bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy?format=car"

// TestHalfAContentIsNoContent breaks off a content that is damaged in the middle: the client must notice.
func TestHalfAContentIsNoContent(t *testing.T) {
	s := set(t)
	s.config.Blocks = brokenBlocks{}
	response, err := http.Get(s.serve() + someCID)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if body, err := io.ReadAll(response.Body); err == nil {
		t.Errorf("%d bytes look like all there is", len(body))
	}
}

// TestAClientThatDoesNotReadIsLeft asks for an endless content and reads none of it.
func TestAClientThatDoesNotReadIsLeft(t *testing.T) {
	s := set(t)
	s.config.Blocks = brokenBlocks{endless: true}
	inner := newServer(s.config)
	inner.patience = 100 * time.Millisecond
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := Server(inner.handler(), s.config.Log)
	go func() { _ = server.Serve(listener) }()
	t.Cleanup(func() { _ = server.Close() })
	c, err := net.Dial("tcp", listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if _, err := fmt.Fprintf(c, "GET %s HTTP/1.1\r\nHost: x\r\n\r\n", someCID); err != nil {
		t.Fatal(err)
	}
	open := func() int {
		inner.streams.mu.Lock()
		defer inner.streams.mu.Unlock()
		return inner.streams.all
	}
	began := false
	for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		if began = began || open() == 1; began && open() == 0 {
			return
		}
	}
	t.Errorf("the stream is still open, or never was (%v)", began)
}

// TestLongQueriesArePaidFor: time that was spent on an address's queries is taken from what it may ask next.
func TestLongQueriesArePaidFor(t *testing.T) {
	a := newAddresses()
	now := time.Now()
	for range 3 {
		a.charge("192.0.2.1:1", queryTimeout)
	}
	if a.allow("192.0.2.1:1", 1, now.Add(time.Second)) {
		t.Error("half a minute of queries cost nothing")
	}
	if !a.allow("192.0.2.1:1", 1, now.Add(time.Minute)) {
		t.Error("the address is never forgiven")
	}
}

func TestCalendar(t *testing.T) {
	s := set(t)
	get := func(target string) string {
		w := s.do("GET", target, "")
		if w.Code != 200 || !strings.HasPrefix(w.Header().Get("Content-Type"), "text/calendar") {
			t.Fatalf("%s: %d %s", target, w.Code, w.Body)
		}
		return w.Body.String()
	}
	all := get("/calendar.ics")
	for _, line := range strings.SplitAfter(all, "\r\n") {
		if len(line) > 77 || strings.Contains(strings.TrimSuffix(line, "\r\n"), "\n") {
			t.Errorf("no line of RFC 5545: %q", line)
		}
	}
	unfolded := strings.ReplaceAll(all, "\r\n ", "")
	for _, want := range []string{"DTSTART:20270115T080100Z\r\nSUMMARY:Run 1: the lease of window 2 ends", "UID:lease-1-4@test", "ballots must be in", "ballots must be revealed",
		"window 1 can be challenged until now"} {
		if !strings.Contains(unfolded, want) {
			t.Errorf("%q is missing:\n%s", want, unfolded)
		}
	}
	if n := strings.Count(all, "BEGIN:VEVENT"); n != 4 {
		t.Errorf("%d deadlines, want 4: the past has none", n)
	}
	for target, want := range map[string]int{"/calendar.ics?run=2": 0, "/calendar.ics?dispute=1": 2, "/calendar.ics?account=" + bob: 2, "/calendar.ics?account=" + ada: 4} {
		if n := strings.Count(get(target), "BEGIN:VEVENT"); n != want {
			t.Errorf("%s: %d deadlines, want %d", target, n, want)
		}
	}
	if w := s.do("GET", "/calendar.ics?run=x", ""); w.Code != 400 {
		t.Errorf("%d", w.Code)
	}
}

func TestCalendarText(t *testing.T) {
	got := icalendar("a;b", 0, []appointment{{uid: "1", at: 1 << 62, summary: "x,\ny\\" + strings.Repeat("ü", 60), description: "\x00bell\a"}})
	want := "SUMMARY:x\\,\\ny\\\\" + strings.Repeat("ü", 29) + "\r\n " + strings.Repeat("ü", 31) + "\r\nDESCRIPTION:bell\r\n"
	if !strings.Contains(got, want) || !strings.Contains(got, "DTSTART:99991231T235959Z") || !strings.Contains(got, `NAME:a\;b`) {
		t.Errorf("%q", got)
	}
}

func TestEvidence(t *testing.T) {
	s := set(t)
	path := filepath.Join(t.TempDir(), "bundle")
	s.config.Evidence = func(_ context.Context, commitment string) (string, error) {
		if commitment != window {
			t.Errorf("evidence of %s", commitment)
		}
		return path, nil
	}
	if w := s.do("GET", "/api/disputes/1/evidence.car", ""); w.Code != 503 {
		t.Errorf("no file: %d", w.Code)
	}
	writeFile(t, path, "bundle")
	if w := s.do("GET", "/api/disputes/1/evidence.car", ""); w.Code != 200 || w.Body.String() != "bundle" || w.Header().Get("Content-Length") != "6" {
		t.Errorf("%d %s %v", w.Code, w.Body, w.Header())
	}
	if w := s.do("GET", "/api/disputes/9/evidence.car", ""); w.Code != 404 {
		t.Errorf("no dispute: %d", w.Code)
	}
	s.config.Evidence = func(context.Context, string) (string, error) {
		return "", fmt.Errorf("open /home/ada/secret: no such file")
	}
	if w := s.do("GET", "/api/disputes/1/evidence.car", ""); w.Code != 404 || strings.Contains(w.Body.String(), "/home") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

// FuzzRequest sends anything to every path.
func FuzzRequest(f *testing.F) {
	s := set(f)
	handler := New(s.config)
	f.Add("/api/runs/1", "a=b", "1-0x00", `{"query": "{runs{id}}"}`)
	f.Add("/graphql", "query={runs{id}}&variables={}", "", "")
	f.Add("/ipfs/bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy", "format=car", "", "")
	f.Add("/calendar.ics", "run=1", "", "")
	f.Fuzz(func(t *testing.T, path, given, lastID, body string) {
		for _, method := range []string{"GET", "POST"} {
			ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond) // streams have no end of their own
			r := httptest.NewRequest(method, "/", strings.NewReader(body)).WithContext(ctx)
			r.URL.Path, r.URL.RawQuery, r.RemoteAddr = "/"+strings.TrimPrefix(path, "/"), given, "x"
			r.Header["Last-Event-ID"], r.Header["Content-Type"] = []string{lastID}, []string{"application/json"}
			w := httptest.NewRecorder()
			handler.ServeHTTP(w, r)
			cancel()
			if w.Code == http.StatusInternalServerError {
				t.Errorf("%s %s?%s: %s", method, path, given, w.Body)
			}
			if strings.HasPrefix(w.Header().Get("Content-Type"), "application/json") && !json.Valid(w.Body.Bytes()) {
				t.Errorf("%s %s?%s: no JSON: %s", method, path, given, w.Body)
			}
		}
	})
}

func writeFile(t testing.TB, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
