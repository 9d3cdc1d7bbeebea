package coordinator

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/chaintest"
	"github.com/commonweight/commonweight/internal/keeper"
	"github.com/commonweight/commonweight/internal/metrics"
)

// running is a coordinator at work in a test.
type running struct {
	t       *testing.T
	url     string
	events  chan Event
	account *chain.Account
	stop    func() error
}

// start runs a coordinator over its own connection until the test ends, or stop.
func start(t *testing.T, s *chaintest.Stage, key int, config Config) *running {
	t.Helper()
	account := s.Account(key)
	r := &running{t: t, events: make(chan Event, 1000), account: account}
	config.Client, config.Listen, config.Log = account.Client, "127.0.0.1:0", slog.New(slog.NewTextHandler(io.Discard, nil))
	config.Report = func(e Event) {
		select {
		case r.events <- e:
		default:
		}
	}
	config.Metrics = metrics.New(metrics.RoleCoordinator, "test")
	if config.Dir == "" {
		config.Dir = t.TempDir()
	}
	if config.Pushes != 0 {
		config.Account = account
	}
	c, err := Open(t.Context(), config)
	if err != nil {
		t.Fatal(err)
	}
	r.url = c.URL()
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- c.Run(ctx) }()
	r.stop = func() error { cancel(); err := <-ended; ended <- nil; return err }
	t.Cleanup(func() {
		if err := r.stop(); err != nil {
			t.Error(err)
		}
	})
	return r
}

func (r *running) get(path string) (status int, body string) {
	r.t.Helper()
	response, err := http.Get(r.url + path)
	if err != nil {
		r.t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		r.t.Fatal(err)
	}
	return response.StatusCode, string(text)
}

// ask answers a query as of a block.
func (r *running) ask(query string) string {
	r.t.Helper()
	status, body := r.get("/graphql?query=" + strings.NewReplacer(" ", "%20", "{", "%7B", "}", "%7D", "\n", "%20", "\t", "").Replace(query))
	if status != 200 || strings.Contains(body, `"errors"`) {
		r.t.Fatalf("%s: %d %s", query, status, body)
	}
	return body
}

// reaches waits until a block is indexed.
func (r *running) reaches(number uint64) {
	r.t.Helper()
	for deadline := time.Now().Add(chaintest.Patience); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		var s status
		_, body := r.get("/api/status")
		if err := json.Unmarshal([]byte(body), &s); err != nil {
			r.t.Fatal(err)
		}
		if s.Head != nil && s.Head.Number >= number {
			return
		}
	}
	r.t.Fatalf("block %d isn't indexed", number)
}

// everything asks for one field that tells much of each kind, as of a block.
func everything(number uint64) string {
	at := fmt.Sprintf("(first: 1000, block: {number: %d})", number)
	return fmt.Sprintf(`{runs%s {id headCount anchorCount head {id} anchor {id} escrow disputed voided} commitments%s {id status mark bond challenges
		committer {id} disputes {id status root} courtCase {verdict rounds {seats votes}}} balances%s {id credit} ledgers%s {id balance}
		leases%s {id status burned} activities%s {id name run {id}} protocols%s {runs commitments challenges}}`, at, at, at, at, at, at, at)
}

// TestTwoCoordinatorsShowTheSame follows a dispute with one coordinator and lets another read it all later; then the first goes on where it was.
func TestTwoCoordinatorsShowTheSame(t *testing.T) {
	t.Parallel()
	s := chaintest.Start(t, chaintest.Terms())
	dir := t.TempDir()
	early := start(t, s, 5, Config{Dir: dir})
	worker, challenger := s.Account(0), s.Account(1)
	first := s.CommitTruth(worker)
	lie := s.CommitLie(worker)
	s.Dispute(challenger, lie, chain.Hash{7})
	seen := worker.Latest().Number
	early.reaches(seen)
	if err := early.stop(); err != nil {
		t.Fatal(err)
	}

	s.Pass(s.Challenge + 1)
	s.Await(worker, "the first window is final", func() (bool, error) { // the dispute holds back the second
		if _, err := worker.Finalise(t.Context(), s.Run, 1); err != nil && !chain.IsRevert(err) {
			return false, err
		}
		p, err := worker.Progress(t.Context(), s.Run)
		return p.AnchorCount == 1, err
	})
	last := worker.Latest().Number
	again, late := start(t, s, 5, Config{Dir: dir}), start(t, s, 6, Config{})
	again.reaches(last)
	late.reaches(last)
	for _, number := range []uint64{seen, last} {
		a, b := again.ask(everything(number)), late.ask(everything(number))
		if a != b {
			t.Errorf("as of block %d:\n%s\n%s", number, a, b)
		}
	}
	if got := again.ask(fmt.Sprintf(`{run(id: 1, block: {number: %d}) {headCount head {id} anchor {id}}}`, seen)); got != `{"data":{"run":{"headCount":"2","head":{"id":"`+lie.Hex()+`"},"anchor":null}}}`+"\n" {
		t.Errorf("at block %d: %s", seen, got)
	}
	p, err := worker.Progress(t.Context(), s.Run)
	if err != nil {
		t.Fatal(err)
	}
	want := fmt.Sprintf(`{"data":{"run":{"headCount":"%d","anchorCount":"%d","anchor":{"id":"%s"}}}}`+"\n", p.HeadCount, p.AnchorCount, first.Hex())
	if got := late.ask(`{run(id: 1) {headCount anchorCount anchor {id}}}`); got != want {
		t.Errorf("got %s, the contracts say %s", got, want)
	}
	for _, r := range []*running{again, late} {
		if e := r.ready(); e.Newest == 0 || e.Block < e.Newest {
			t.Errorf("said to be ready at block %d of %d", e.Block, e.Newest)
		}
	}
	if status, body := late.get("/readyz"); status != 200 {
		t.Errorf("not ready: %s", body)
	}
	if status, body := late.get("/metrics"); status != 200 || !strings.Contains(body, "commonweight_index_events_total") {
		t.Errorf("metrics: %d", status)
	}
	if status, body := late.get("/api/disputes/1/evidence.car"); status != 404 || !strings.Contains(body, "isn't offered") {
		t.Errorf("evidence: %d %s", status, body)
	}
}

// TestTheKeeperPushesOnceAndOnlyWhatPays lets a window come due and a lease run out before keepers of both kinds.
func TestTheKeeperPushesOnceAndOnlyWhatPays(t *testing.T) {
	t.Parallel()
	s := chaintest.Start(t, chaintest.Terms())
	ctx := t.Context()
	worker := s.Account(0)
	s.CommitTruth(worker)
	head, err := worker.Head(ctx, s.Run)
	if err != nil {
		t.Fatal(err)
	}
	idler := s.Account(2)
	if _, _, err := idler.Acquire(ctx, s.Run, head); err != nil {
		t.Fatal(err)
	}
	thrifty := start(t, s, 5, Config{Pushes: keeper.IfItPays})
	before, err := thrifty.account.Balance(ctx, thrifty.account.Address())
	if err != nil {
		t.Fatal(err)
	}
	s.Pass(s.Lease + 1) // more than the challenge period too
	s.Await(worker, "the lease is ended", func() (bool, error) {
		l, err := worker.Lease(ctx, s.Run)
		return l.Holder == chain.Address{}, err
	})
	s.Await(worker, "the tip is home", func() (bool, error) {
		now, err := thrifty.account.Balance(ctx, thrifty.account.Address())
		return now.Cmp(before) > 0, err
	})
	if p, err := worker.Progress(ctx, s.Run); err != nil || p.AnchorCount != 0 {
		t.Fatalf("the thrifty keeper finalised: %+v, %v", p, err)
	}
	if n := thrifty.pushed(1); !slices.Equal(n, []int{1}) {
		t.Errorf("the thrifty keeper pushed %v, want one transaction", n)
	}

	generous := start(t, s, 6, Config{Pushes: keeper.Always})
	s.Await(worker, "the window is final", func() (bool, error) {
		p, err := worker.Progress(ctx, s.Run)
		return p.AnchorCount == 1, err
	})
	seen := worker.Latest().Number
	generous.reaches(seen)
	told := generous.pushed(1)
	if _, err := worker.Until(ctx, worker.Now()+20); err != nil { // so many blocks
		t.Fatal(err)
	}
	if n := append(told, generous.pushed(0)...); !slices.Equal(n, []int{1}) {
		t.Errorf("the generous keeper pushed %v, want one transaction", n)
	}

	// A seal that nobody opens holds back the next window: it lapses, and then the window is final.
	second := s.CommitTruth(worker)
	challenger := s.Account(1)
	if _, _, err := challenger.Seal(ctx, second, challenger.SealHash(second, chain.Hash{7}, challenger.Address(), chain.Hash{8})); err != nil {
		t.Fatal(err)
	}
	s.Pass(s.Challenge + s.Open + 1)
	s.Await(worker, "the second window is final", func() (bool, error) {
		p, err := worker.Progress(ctx, s.Run)
		return p.AnchorCount == 2, err
	})
	told = generous.pushed(2)
	if _, err := worker.Until(ctx, worker.Now()+20); err != nil {
		t.Fatal(err)
	}
	sent := 0
	for _, n := range slices.Concat(told, generous.pushed(0), thrifty.pushed(0)) {
		sent += n
	}
	if sent != 2 {
		t.Errorf("the keepers sent %d transactions, want 2: lapse and finalise", sent)
	}
}

// ready returns the report that the index had reached the chain.
func (r *running) ready() Event {
	r.t.Helper()
	for {
		select {
		case e := <-r.events:
			if e.Kind == Ready {
				return e
			}
		case <-time.After(chaintest.Patience):
			r.t.Fatal("never ready")
		}
	}
}

// pushed lists what the keeper has reported, once it has told of so many transactions: it does so when all that it does at a block is mined.
func (r *running) pushed(least int) []int {
	r.t.Helper()
	var counts []int
	late := time.After(chaintest.Patience)
	for sent := 0; ; {
		select {
		case e := <-r.events:
			if e.Kind == Pushed {
				counts, sent = append(counts, e.Count), sent+e.Count
			}
			continue
		default:
		}
		if sent >= least {
			return counts
		}
		select {
		case <-time.After(20 * time.Millisecond):
		case <-late:
			r.t.Fatalf("the keeper told of %d transactions, want %d", sent, least)
		}
	}
}

// TestOtherIndexesAreRefused opens a file that isn't an index, and an address that is taken.
func TestOtherIndexesAreRefused(t *testing.T) {
	t.Parallel()
	s := chaintest.Start(t, chaintest.Terms())
	r := start(t, s, 5, Config{})
	config := Config{Client: r.account.Client, Dir: t.TempDir(), Listen: strings.TrimPrefix(r.url, "http://"), Log: slog.New(slog.NewTextHandler(io.Discard, nil))}
	if _, err := Open(t.Context(), config); err == nil || !strings.Contains(err.Error(), ErrListen.Error()) {
		t.Errorf("the address is taken: %v", err)
	}
}
