package api

import (
	"bufio"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/coordinator/index"
	"github.com/commonweight/commonweight/coordinator/store"
)

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
		"10-0x" + strings.Repeat("ff", 32), id(13), "9", "-", "10-0x", strings.Repeat("1", 1000), "18446744073709551616-0x00", "10-0x" + strings.Repeat("0g", 32),
	} {
		if got := next(t, s.follow(base, hostile)); !strings.HasPrefix(got, "reload "+id(12)) {
			t.Errorf("%.40q: %s", hostile, got)
		}
	}
}
