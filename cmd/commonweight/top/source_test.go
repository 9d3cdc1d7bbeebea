package top

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/commonweight/commonweight/coordinator"
	"github.com/commonweight/commonweight/coordinator/pin"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/replica/replicatest"
	"github.com/commonweight/commonweight/train/program"
)

// serve runs a coordinator over the stage's chain and store until the test ends.
func serve(t *testing.T, s *replicatest.Stage) string {
	t.Helper()
	policy := pin.Everything()
	c, err := coordinator.Open(t.Context(), coordinator.Config{
		Client: s.Client(), Dir: t.TempDir(), Listen: "127.0.0.1:0", Storage: s.Store, Keep: &policy, Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
	})
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- c.Run(ctx) }()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	return c.URL()
}

// awaits watches until a board is as wanted.
func awaits(t *testing.T, source *Source, what string, wanted func(Board) bool) Board {
	t.Helper()
	ctx, stop := context.WithTimeout(t.Context(), 3*time.Minute)
	defer stop()
	var last Board
	found := false
	source.Watch(ctx, func(b Board) {
		if last = b; !found && wanted(b) {
			found = true
			stop()
		}
	})
	if !found {
		t.Fatalf("never seen: %s; the last board:\n%s", what, Render(last, 100, 40, Plain))
	}
	return last
}

// TestSourceFollowsARun: a page follows a run through a coordinator: its windows with the losses of their checkpoints to the bit, a lease, a dispute that
// goes to arithmetic.
func TestSourceFollowsARun(t *testing.T) {
	replicatest.Long(t)
	s := replicatest.Start(t, func(spec *program.Spec) { replicatest.Disputed(spec); spec.Clocks.MatchClock = 60 }, nil)
	source, err := NewSource(serve(t, s), 0)
	if err != nil {
		t.Fatal(err)
	}
	b := awaits(t, source, "the run", func(b Board) bool { return b.Windows == 3 })
	if b.Run != uint64(s.Run) || b.Lease != nil || len(b.Losses) != 0 {
		t.Errorf("a run without windows: %+v", b)
	}
	worker, challenger := s.Account(2), s.Account(3)
	r := s.Replica("auto", "")
	state, err := r.Fetch(t.Context(), r.Genesis())
	if err != nil {
		t.Fatal(err)
	}
	var losses []float32
	var newest chain.Hash
	for range 2 {
		if state, err = r.Replay(t.Context(), state, 4, nil); err != nil {
			t.Fatal(err)
		}
		losses = append(losses, state.Loss())
		newest = s.Commit(worker, r, state)
	}
	b = awaits(t, source, "two losses", func(b Board) bool { return b.Head == 2 && len(b.Losses) == 2 })
	for i, want := range losses {
		if got := b.Losses[i]; float32(got.Loss) != want || got.Window != uint64(i) {
			t.Errorf("window %d: loss %v of window %d, want %v", i, got.Loss, got.Window, want)
		}
	}
	if len(b.Clocks) == 0 || !strings.Contains(b.Clocks[0].What, "may be challenged") {
		t.Errorf("clocks: %+v", b.Clocks)
	}
	head, err := worker.Head(t.Context(), s.Run)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := worker.Acquire(t.Context(), s.Run, head); err != nil {
		t.Fatal(err)
	}
	salt, claim := chain.Hash{9}, chain.Hash{1, 2, 3}
	sealed, _, err := challenger.Seal(t.Context(), newest, challenger.SealHash(newest, claim, challenger.Address(), salt))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := challenger.OpenChallenge(t.Context(), newest, sealed.Challenge, claim, challenger.Address(), salt); err != nil {
		t.Fatal(err)
	}
	if _, err := challenger.OpenArithmetic(t.Context(), sealed.Challenge); err != nil {
		t.Fatal(err)
	}
	b = awaits(t, source, "a match", func(b Board) bool {
		return len(b.Disputes) == 1 && strings.HasPrefix(b.Disputes[0].Place, "match: start, 0 moves")
	})
	if b.Lease == nil || !strings.EqualFold(b.Lease.Holder, worker.Address().Hex()) || b.Lease.Window != 2 || b.Disputes[0].Window != 1 {
		t.Errorf("lease %+v, dispute %+v", b.Lease, b.Disputes[0])
	}
	if !strings.Contains(fmt.Sprint(b.Clocks), fmt.Sprintf("dispute %d: both to move", sealed.Challenge)) || !strings.Contains(b.Disputes[0].Place, "court: evidence") {
		t.Errorf("clocks %v, %s", b.Clocks, b.Disputes[0].Place)
	}
	if _, err := mustSource(t, source.url, 99).Read(t.Context()); !errors.Is(err, ErrNoRun) {
		t.Errorf("run 99: %v", err)
	}
}

func mustSource(t *testing.T, address string, run uint64) *Source {
	t.Helper()
	s, err := NewSource(address, run)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestSourceBelievesLittle: what a coordinator may send amiss ends in an error, or is harmless on a terminal.
func TestSourceBelievesLittle(t *testing.T) {
	const good = `{"data": {"_meta": {"block": {"number": 5, "timestamp": "77"}, "hasIndexingErrors": false}, "run": {"windows": "9", "totalSteps": "36", "headCount": "1",
		"anchorCount": "0", "commitments": 1, "rejected": 0, "voided": 0, "disputed": 0, "lease": {"holder": {"id": "0xEVIL"}, "window": "1", "acquiredAt": "70", "deadline": "99",
		"bond": "140000000000000000", "status": "Held"}, "log": []}, "challenges": [], "demands": []}}`
	evil := strings.Replace(good, "0xEVIL", `\u001b]0;owned\u0007\u001b[2J\u202e`, 1)
	for name, c := range map[string]struct {
		answer string
		status int
		ok     bool
		losses string // "": it keeps none
	}{
		"as it should be":      {good, 200, true, ""},
		"escapes in a name":    {evil, 200, true, ""},
		"no JSON":              {"<html>", 200, false, ""},
		"another shape":        {`{"data": {"run": []}}`, 200, false, ""},
		"errors":               {`{"errors": [{"message": "\u001b[31mno"}]}`, 200, false, ""},
		"a negative number":    {strings.Replace(good, `"9"`, `"-9"`, 1), 200, false, ""},
		"too many requests":    {"", 429, false, ""},
		"longer than bounds":   {good[:len(good)-1] + strings.Repeat(" ", maxAnswer) + "}", 200, false, ""},
		"losses that are none": {good, 200, false, `{"loss": 1}`},
		"a loss that is text":  {good, 200, false, `[{"commitment": "0xaa", "window": 0, "loss": "small"}]`},
	} {
		t.Run(name, func(t *testing.T) {
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if r.URL.Path != "/graphql" {
					if c.losses == "" {
						w.WriteHeader(http.StatusNotImplemented)
					}
					fmt.Fprint(w, c.losses)
					return
				}
				w.WriteHeader(c.status)
				io.Copy(w, bytes.NewReader([]byte(c.answer)))
			}))
			defer server.Close()
			b, err := mustSource(t, server.URL, 1).Read(t.Context())
			if (err == nil) != c.ok {
				t.Fatalf("%v", err)
			}
			if err != nil {
				if !errors.Is(err, ErrCoordinator) || strings.ContainsAny(err.Error(), "\x1b\a") {
					t.Errorf("%q", err)
				}
				return
			}
			if page := Render(b, 100, 30, Plain); strings.ContainsAny(page, "\x1b\a\u202e") || !strings.Contains(page, "bond 0.14") {
				t.Errorf("%q", page)
			}
		})
	}
	for _, address := range []string{"", "127.0.0.1:8547", "ftp://x", "http://"} {
		if _, err := NewSource(address, 1); err == nil {
			t.Errorf("%q is an address", address)
		}
	}
}

// TestTroubleKeepsTheLastBoard: a coordinator that goes away leaves what it said last, marked as old.
func TestTroubleKeepsTheLastBoard(t *testing.T) {
	var broken atomic.Bool
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.URL.Path != "/graphql":
			fmt.Fprint(w, "id: 5-0xaa\nevent: block\n\nid: 6-0xbb\nevent: block\n\n")
		case broken.Load():
			w.WriteHeader(http.StatusServiceUnavailable)
		default:
			broken.Store(true)
			fmt.Fprint(w, `{"data": {"_meta": {"block": {"number": 5, "timestamp": "77"}}, "run": {"windows": "9", "headCount": "0"}}}`)
		}
	}))
	defer server.Close()
	b := awaits(t, mustSource(t, server.URL, 1), "trouble", func(b Board) bool { return b.Trouble != "" })
	if b.Windows != 9 || !strings.Contains(Render(b, 100, 30, Plain), "OLD: the coordinator can't be read: /graphql answers 503") {
		t.Errorf("%+v", b)
	}
}

// TestScreen: keys and sizes of the live page.
func TestScreen(t *testing.T) {
	var out bytes.Buffer
	server := httptest.NewServer(http.NotFoundHandler())
	defer server.Close()
	ended := make(chan error, 1)
	in, keys := io.Pipe()
	go func() { ended <- Live(t.Context(), mustSource(t, server.URL, 1), in, &out, Plain) }()
	if _, err := keys.Write([]byte("q")); err != nil {
		t.Fatal(err)
	}
	select {
	case err := <-ended:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(time.Minute):
		t.Fatal("q doesn't leave")
	}
}
