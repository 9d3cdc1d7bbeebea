package index

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"github.com/commonweight/commonweight/coordinator/store"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/chaintest"
)

// life lets a run be worked at and disputed.
func life(s *chaintest.Stage) {
	s.T.Helper()
	ctx := s.T.Context()
	for n := range 3 {
		if _, err := s.Account(n).Stake(ctx, chain.Ether(2000)); err != nil {
			s.T.Fatal(err)
		}
	}
	worker, liar, challenger := s.Account(4), s.Account(5), s.Account(6)
	s.CommitTruth(worker)
	s.CommitTruth(worker)
	s.Finalise(worker)
	lie := s.CommitLie(liar)
	s.CommitTruth(worker)
	root, err := chaintest.Answer(ctx, challenger.Client, lie)
	if err != nil {
		s.T.Fatal(err)
	}
	s.Dispute(challenger, lie, root)
	for range 40 {
		if err := s.Net.Mine(); err != nil {
			s.T.Fatal(err)
		}
	}
	s.CommitTruth(worker)
	if _, err := worker.Withdraw(ctx, chain.Native); err != nil {
		s.T.Fatal(err)
	}
}

func dial(t *testing.T, url string, s *chaintest.Stage) *chain.Client {
	t.Helper()
	c, err := chain.Dial(t.Context(), url, s.Net.Deployment())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	return c
}

// follower is an index that runs.
type follower struct {
	*Index
	store *store.Store
	stop  func()
}

func follow(t *testing.T, c *chain.Client, path string) *follower {
	t.Helper()
	into, err := store.Open(t.Context(), path, Identity(c.Deployment()))
	if err != nil {
		t.Fatal(err)
	}
	f := &follower{Index: New(c, into, quiet), store: into}
	f.near = 20 // so that a short chain has ranges too
	f.checker.every, f.checker.idle = 50*time.Millisecond, 50*time.Millisecond
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- f.Run(ctx) }()
	f.stop = func() {
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
		if err := into.Close(); err != nil {
			t.Error(err)
		}
	}
	return f
}

// at waits until the index is at that block.
func (f *follower) at(t *testing.T, b chain.Block) {
	t.Helper()
	deadline := time.Now().Add(chaintest.Patience)
	for {
		if head := f.store.Head(); head != nil && head.Hash == b.Hash {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("the index doesn't arrive at block %d: %+v", b.Number, f.Status())
		}
		time.Sleep(5 * time.Millisecond)
	}
}

// agrees waits until the contracts were asked as of that block, and confirm.
func (f *follower) agrees(t *testing.T, b chain.Block) {
	t.Helper()
	deadline := time.Now().Add(chaintest.Patience)
	for {
		s := f.Status()
		if len(s.Mismatches) > 0 {
			t.Fatal(s.Mismatches)
		}
		if s.Checked != nil && s.Checked.Hash == b.Hash && s.Ready() {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("nobody asks the contracts: %+v", s)
		}
		time.Sleep(5 * time.Millisecond)
	}
}

func TestTheRealChain(t *testing.T) {
	s := chaintest.Start(t, chaintest.Terms())
	ws := dial(t, s.Net.WS(), s)
	live := follow(t, ws, filepath.Join(t.TempDir(), "live.db"))
	life(s)
	thaw := s.Freeze()
	defer thaw()
	tip := newest(t, ws)
	live.at(t, tip)
	live.agrees(t, tip)

	late := follow(t, dial(t, s.Net.HTTP(), s), filepath.Join(t.TempDir(), "late.db")) // polls
	late.at(t, tip)
	late.agrees(t, tip)
	if n := same(t, live.store, late.store, s.Net.Deployment().Block+30, tip.Number/2, tip.Number-5); n < 100 {
		t.Errorf("only %d entities", n)
	}
	if st := late.Status(); st.Faults != 0 || st.Skipped != 0 {
		t.Errorf("%+v", st)
	}

	// The newest 15 blocks are replaced; what was sent in them is sent again.
	base, err := ws.HeaderAt(t.Context(), tip.Number-15)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Net.Fork(base.Hash, 17); err != nil {
		t.Fatal(err)
	}
	fork := newest(t, ws)
	if fork.Hash == tip.Hash {
		t.Fatal("nothing was replaced")
	}
	for _, f := range []*follower{live, late} {
		f.at(t, fork)
		f.agrees(t, fork)
		if st := f.Status(); st.Reorgs != 1 || st.Deepest != 15 {
			t.Errorf("%+v", st)
		}
	}
	after := follow(t, dial(t, s.Net.HTTP(), s), filepath.Join(t.TempDir(), "after.db"))
	after.at(t, fork)
	same(t, live.store, after.store, tip.Number-5, tip.Number-16)
	same(t, late.store, after.store, tip.Number-5, tip.Number-16)

	t.Run("lying node", func(t *testing.T) { lyingNode(t, s, after, fork) })
	for _, f := range []*follower{live, late, after} {
		f.stop()
	}
}

func newest(t *testing.T, c *chain.Client) chain.Block {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), chaintest.Patience)
	defer cancel()
	for {
		b := c.Latest()
		h, err := c.HeaderAt(ctx, b.Number)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := c.HeaderAt(ctx, b.Number+1); err != nil && h.Hash == b.Hash {
			return b
		}
	}
}

// lyingNode puts a proxy between an index and an honest node.
func lyingNode(t *testing.T, s *chaintest.Stage, honest *follower, tip chain.Block) {
	for name, lie := range map[string]func([]json.RawMessage) []json.RawMessage{
		"drops":    func(logs []json.RawMessage) []json.RawMessage { return logs[:len(logs)/2] },
		"doubles":  func(logs []json.RawMessage) []json.RawMessage { return append(logs[:1:1], logs...) },
		"reorders": func(logs []json.RawMessage) []json.RawMessage { slices.Reverse(logs); return logs },
	} {
		t.Run(name, func(t *testing.T) {
			var lies atomic.Int32
			proxy := httptest.NewServer(proxyTo(s.Net.HTTP(), "eth_getLogs", func(result json.RawMessage) json.RawMessage {
				var logs []json.RawMessage
				if json.Unmarshal(result, &logs) != nil || len(logs) < 2 {
					return result
				}
				lies.Add(1)
				text, _ := json.Marshal(lie(logs)) // of what was just read
				return text
			}))
			defer proxy.Close()
			f := follow(t, dial(t, proxy.URL, s), filepath.Join(t.TempDir(), "lied.db"))
			f.at(t, tip)
			f.agrees(t, tip)
			f.stopAndCompare(t, lies.Load(), honest)
		})
	}
	t.Run("forges proofs", func(t *testing.T) {
		proxy := httptest.NewServer(proxyTo(s.Net.HTTP(), "eth_getBlockReceipts", func(result json.RawMessage) json.RawMessage {
			var receipts []json.RawMessage
			if json.Unmarshal(result, &receipts) != nil || len(receipts) == 0 {
				return result
			}
			text, _ := json.Marshal(receipts[1:]) // of what was just read
			return text
		}))
		defer proxy.Close()
		f := follow(t, dial(t, proxy.URL, s), filepath.Join(t.TempDir(), "forged.db"))
		defer f.stop()
		for deadline := time.Now().Add(chaintest.Patience); f.Status().Faults == 0 || f.Status().Trouble == ""; time.Sleep(5 * time.Millisecond) {
			if time.Now().After(deadline) {
				t.Fatalf("nothing was noticed: %+v", f.Status())
			}
		}
		if st := f.Status(); st.Ready() || len(st.Alarms()) == 0 {
			t.Errorf("%+v", st)
		}
	})
}

// stopAndCompare stops an index that was lied to, and compares it with an honest one.
func (f *follower) stopAndCompare(t *testing.T, lies int32, honest *follower) {
	t.Helper()
	if lies == 0 {
		t.Error("the proxy never lied")
	}
	if st := f.Status(); st.Faults == 0 {
		t.Errorf("nothing was noticed: %+v", st)
	}
	same(t, f.store, honest.store)
	f.stop()
}

// proxyTo passes JSON-RPC on to a node and changes the results of one method.
func proxyTo(node, method string, change func(json.RawMessage) json.RawMessage) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		question, err := io.ReadAll(io.LimitReader(r.Body, 10<<20))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		response, err := http.Post(node, "application/json", bytes.NewReader(question))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		defer response.Body.Close()
		answer, err := io.ReadAll(response.Body)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		var asked struct{ Method string }
		var message struct {
			Version string          `json:"jsonrpc"`
			ID      json.RawMessage `json:"id"`
			Result  json.RawMessage `json:"result"`
		}
		if json.Unmarshal(question, &asked) == nil && asked.Method == method && json.Unmarshal(answer, &message) == nil && message.Result != nil {
			message.Result = change(message.Result)
			answer, _ = json.Marshal(message) // of what was just read
		}
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write(answer) // a client that left
	}
}
