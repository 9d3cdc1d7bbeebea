package metrics

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/testutil/promlint"
)

// filled is a registry in which every series has been touched.
func filled(role Role) *Registry {
	r := New(role, "test")
	r.Node.Block(7, 1_700_000_000)
	r.Node.Reorganised(2)
	r.Account.Mined(21_000, big.NewInt(1e15), time.Second)
	r.Account.Due(map[string]int64{"lease": 30, "move": -1})
	r.Runs.Set(1, Place{Windows: 9, Head: 3, Final: 1, Leased: true, LeaseAge: 4, LeaseLeft: 26, Escrow: big.NewInt(1e18)})
	r.Replay.Judged("agree", time.Second)
	r.Disputes.Open([]Forecast{{3, "committer"}, {4, "unknown"}})
	r.Disputes.Decided("tally", "contradicts")
	r.Storage.Asked("get", "missing", time.Second)
	r.Agent("challenger", []string{"sealed", "taken back"}).Happened("taken back")
	if r.Worker != nil {
		r.Worker.Stepped(17, 2.5, 0.5)
		r.Worker.Took("compute", time.Second)
	}
	if r.Index != nil {
		r.Index.Follow(func() IndexStatus {
			return IndexStatus{Block: 7, Lag: 2, Events: 5, Mismatches: 1, Stuck: true, Kept: 3, KeptBytes: 99, Missing: 2}
		})
	}
	return r
}

func text(t *testing.T, r *Registry) string {
	t.Helper()
	page := httptest.NewRecorder()
	r.Handler().ServeHTTP(page, httptest.NewRequest(http.MethodGet, "/metrics", nil))
	if page.Code != http.StatusOK {
		t.Fatalf("the page says %d: %s", page.Code, page.Body)
	}
	return page.Body.String()
}

// TestNamesAreAsPrometheusWantsThem lints the page of every role.
func TestNamesAreAsPrometheusWantsThem(t *testing.T) {
	for _, role := range Roles() {
		problems, err := promlint.New(strings.NewReader(text(t, filled(role)))).Lint()
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range problems {
			t.Errorf("%s: %s: %s", role, p.Metric, p.Text)
		}
	}
	problems, err := promlint.New(strings.NewReader("# TYPE commonweight_steps counter\ncommonweight_steps 1\n")).Lint()
	if err != nil || len(problems) == 0 {
		t.Errorf("a counter without _total and without help has no problems: %v", err)
	}
}

// TestNamesListsThePage: what dashboards and rules are checked against is what can be read.
func TestNamesListsThePage(t *testing.T) {
	for _, role := range Roles() {
		r := filled(role)
		names, read := r.Names(), make(map[string]bool)
		for _, line := range strings.Split(text(t, r), "\n") {
			if end := strings.IndexAny(line, "{ "); strings.HasPrefix(line, namespace) {
				name := line[:end]
				read[name] = true
				if _, ok := names[name]; !ok {
					t.Errorf("%s: %s can be read and isn't listed", role, name)
				}
			}
		}
		for name := range names {
			if !read[name] {
				t.Errorf("%s: %s is listed and can't be read", role, name)
			}
		}
	}
}

// TestSeriesAreBounded floods everything that others on chain can make grow.
func TestSeriesAreBounded(t *testing.T) {
	r := filled(RoleValidator)
	count := func() int { return strings.Count(text(t, r), "\n") }
	const flood = 1000
	var all []Forecast
	for i := range uint64(flood) {
		r.Runs.Set(i+1, Place{Leased: i%2 == 0})
		all = append(all, Forecast{i, "unknown"})
		r.Replay.Judged(fmt.Sprint("answer", i), 0)
		r.Storage.Asked(fmt.Sprint("request", i), fmt.Sprint("result", i), 0)
		r.Agent("challenger", []string{"sealed"}).Happened(fmt.Sprint("kind", i))
		r.Account.Due(map[string]int64{fmt.Sprint("duty", i): 1})
		r.Disputes.Decided(fmt.Sprint("by", i), "agrees")
	}
	r.Disputes.Open(all)
	if n := count(); n > 2000 {
		t.Errorf("%d lines", n)
	}
	page := text(t, r)
	for _, want := range []string{
		`commonweight_run_windows{run="1000"}`, `commonweight_dispute_forecast{challenge="999",forecast="unknown"} 1`, `commonweight_disputes_open{forecast="unknown"} 1000`,
		`commonweight_agent_events_total{agent="challenger",event="other"} 1000`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s", want)
		}
	}
	for _, gone := range []string{`run="1"}`, `challenge="3"`, "duty9", "result9"} {
		if strings.Contains(page, gone) {
			t.Errorf("still there: %s", gone)
		}
	}
}

// TestWhatEndsIsNotShown: a clock that stopped, a lease that ended and a dispute that was settled leave no series behind.
func TestWhatEndsIsNotShown(t *testing.T) {
	r := filled(RoleWorker)
	before := text(t, r)
	r.Account.Due(map[string]int64{"move": 5})
	r.Runs.Set(1, Place{})
	r.Disputes.Open(nil)
	after := text(t, r)
	for _, gone := range []string{`clock_left_seconds{duty="lease"}`, `run_lease_age_seconds{run="1"}`, `dispute_forecast{challenge="3"`} {
		if !strings.Contains(before, gone) || strings.Contains(after, gone) {
			t.Errorf("%s: before %t, after %t", gone, strings.Contains(before, gone), strings.Contains(after, gone))
		}
	}
	if !strings.Contains(after, `commonweight_clock_left_seconds{duty="move"} 5`) || !strings.Contains(after, `commonweight_disputes_open{forecast="committer"} 0`) {
		t.Error("what goes on is gone too")
	}
}

func serve(t *testing.T) *Server {
	t.Helper()
	s, err := Serve(filled(RoleWatch), ":0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func TestServe(t *testing.T) {
	s := serve(t)
	if !strings.HasPrefix(s.URL(), "http://127.0.0.1:") {
		t.Errorf("listens at %s, want the loopback", s.URL())
	}
	for _, c := range []struct {
		method, path string
		want         int
	}{
		{http.MethodGet, "/metrics", 200}, {http.MethodPost, "/metrics", 405}, {http.MethodGet, "/", 404}, {http.MethodGet, "/debug/pprof/", 404},
	} {
		request, err := http.NewRequestWithContext(t.Context(), c.method, strings.TrimSuffix(s.URL(), "/metrics")+c.path, nil)
		if err != nil {
			t.Fatal(err)
		}
		answer, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(answer.Body)
		answer.Body.Close()
		if err != nil || answer.StatusCode != c.want {
			t.Errorf("%s %s: %d, %v", c.method, c.path, answer.StatusCode, err)
		}
		if c.want == 200 && !strings.Contains(string(body), `commonweight_build_info{goversion=`) {
			t.Errorf("%s isn't the page", body)
		}
	}
}

// TestServeBoundsHeaders sends a header that never ends.
func TestServeBoundsHeaders(t *testing.T) {
	s := serve(t)
	conn, err := net.Dial("tcp", s.listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	fmt.Fprintf(conn, "GET /metrics HTTP/1.1\r\nHost: x\r\nX: %s\r\n\r\n", strings.Repeat("x", 64<<10))
	answer, _ := io.ReadAll(conn)
	if !bytes.Contains(answer, []byte("431")) {
		t.Errorf("answered %.80q", answer)
	}
}

func TestServeRefuses(t *testing.T) {
	for _, address := range []string{"", "9464", "no-port:", "127.0.0.1:99999"} {
		if s, err := Serve(New(RoleWatch, ""), address); err == nil {
			s.Close()
			t.Errorf("%q: listens at %s", address, s.URL())
		} else if !errors.Is(err, ErrListen) {
			t.Errorf("%q: %v", address, err)
		}
	}
	taken := serve(t)
	if s, err := Serve(New(RoleWatch, ""), taken.listener.Addr().String()); err == nil {
		s.Close()
		t.Error("listens where another does")
	}
}

// TestRegistriesAreApart: two registries in one process share nothing.
func TestRegistriesAreApart(t *testing.T) {
	one, two := New(RoleWatch, "1"), New(RoleWatch, "2")
	one.Replay.Judged("agree", 0)
	if !strings.Contains(text(t, one), `judgements_total{answer="agree"} 1`) || !strings.Contains(text(t, two), `judgements_total{answer="agree"} 0`) {
		t.Error("they aren't")
	}
	if families, err := prometheus.DefaultGatherer.Gather(); err != nil || len(families) == 0 {
		t.Error(err)
	} else {
		for _, f := range families {
			if strings.HasPrefix(f.GetName(), namespace) {
				t.Errorf("%s is in the library's own registry", f.GetName())
			}
		}
	}
}

// TestIndex: what an index says is read with each scrape, and answers are counted by their class.
func TestIndex(t *testing.T) {
	r := filled(RoleCoordinator)
	for _, status := range []int{200, 206, 429, 500, 503} {
		r.Index.Answered(status, time.Second)
	}
	page := text(t, r)
	for _, want := range []string{
		`http_requests_total{code="2xx"} 2`, `http_requests_total{code="429"} 1`, `http_requests_total{code="5xx"} 2`, `http_request_seconds_count 5`,
		"index_block_number 7", "index_lag_blocks 2", "index_events_total 5", "index_mismatches 1", "index_stuck 1", "contents_kept 3", "contents_kept_bytes 99", "contents_missing 2", "contents_wrong 0",
	} {
		if !strings.Contains(page, "\ncommonweight_"+want+"\n") {
			t.Errorf("no %s", want)
		}
	}
}
