package coordinator

import (
	"bufio"
	"net/http"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/internal/chain/chaintest"
)

// follow opens /events and returns a function that gives the kind and the id of the next one.
func (r *running) follow(lastID string) func() (kind, id string) {
	r.t.Helper()
	request, err := http.NewRequestWithContext(r.t.Context(), "GET", r.url+"/events", nil)
	if err != nil {
		r.t.Fatal(err)
	}
	request.Header.Set("Last-Event-ID", lastID)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		r.t.Fatal(err)
	}
	r.t.Cleanup(func() { response.Body.Close() })
	lines := bufio.NewScanner(response.Body)
	lines.Buffer(nil, 1<<20)
	return func() (kind, id string) {
		for lines.Scan() {
			if text, ok := strings.CutPrefix(lines.Text(), "id: "); ok {
				id = text
			}
			if text, ok := strings.CutPrefix(lines.Text(), "event: "); ok {
				return text, id
			}
		}
		r.t.Fatalf("the stream ended: %v", lines.Err())
		return "", ""
	}
}

// TestReadersHearOfAReorganisation replaces blocks that were told: a reader hears of it, one that comes back with a block that is gone is told to
// reload, and what is shown is the new chain's.
func TestReadersHearOfAReorganisation(t *testing.T) {
	t.Parallel()
	s := chaintest.Start(t, chaintest.Terms())
	r := start(t, s, 5, Config{})
	worker := s.Account(0)
	base := worker.Latest()
	r.reaches(base.Number)
	next := r.follow("")
	s.CommitTruth(worker)
	told := worker.Latest()
	r.reaches(told.Number)
	gone := ""
	for gone == "" {
		if _, id := next(); strings.HasSuffix(id, told.Hash.Hex()) {
			gone = id
		}
	}

	thaw := s.Freeze()
	err := s.Net.Fork(base.Hash, int(told.Number-base.Number)+3)
	thaw()
	if err != nil {
		t.Fatal(err)
	}
	for kind := ""; kind != "reorg"; {
		kind, _ = next()
	}
	s.Await(worker, "a block above", func() (bool, error) { return worker.Latest().Number > told.Number+3, nil })
	r.reaches(told.Number + 3)
	if kind, id := r.follow(gone)(); kind != "reload" || id == gone {
		t.Errorf("who was at a block that is gone hears %s %s", kind, id)
	}
	if status, body := r.get("/readyz"); status != http.StatusOK {
		t.Errorf("not ready: %s", body)
	}
	if got := r.ask(`{runs {headCount log {status}}}`); got != `{"data":{"runs":[{"headCount":"1","log":[{"status":"Pending"}]}]}}`+"\n" {
		t.Errorf("after the reorganisation: %s", got)
	}
}
