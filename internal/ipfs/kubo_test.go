package ipfs

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/ipfs/go-cid"
)

// fakeNode is a stand-in for a Kubo node, over a folder of blocks, that a test can make misbehave.
type fakeNode struct {
	blocks *Embedded
	block  func(w http.ResponseWriter, r *http.Request, data []byte)
	add    func(w http.ResponseWriter, r *http.Request)
}

const notLocal = `{"Message":"block was not found locally (offline): ipld: could not find %s","Code":0,"Type":"error"}`

func (n *fakeNode) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	c, err := cid.Decode(r.URL.Query().Get("arg"))
	switch r.URL.Path {
	case "/api/v0/add":
		if n.add != nil {
			n.add(w, r)
			return
		}
		part, err := r.MultipartReader()
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		file, err := part.NextPart()
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		id, err := n.blocks.Put(r.Context(), file)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		fmt.Fprintf(w, `{"Name":"x","Hash":%q,"Size":"1"}`, id)
	case "/api/v0/block/get", "/api/v0/block/stat":
		var data []byte
		if err == nil {
			data, err = n.blocks.blocks.read(r.Context(), c, leafSize)
		}
		if err != nil {
			w.Header().Set("Content-Type", "application/json")
			w.WriteHeader(http.StatusInternalServerError)
			fmt.Fprintf(w, notLocal, c)
			return
		}
		switch {
		case strings.HasSuffix(r.URL.Path, "stat"):
			fmt.Fprintf(w, `{"Key":%q,"Size":%d}`, c, len(data))
		case n.block != nil:
			n.block(w, r, data)
		default:
			w.Write(data)
		}
	default:
		http.NotFound(w, r)
	}
}

// silence lasts far longer than the timeouts of these tests. A server that reads nothing doesn't notice that its client left.
func silence(r *http.Request) {
	select {
	case <-r.Context().Done():
	case <-time.After(2 * time.Second):
	}
}

// patience with a node is short where it is silent, and long where a busy machine mustn't be taken for a silent one.
func patience(node string) time.Duration {
	for _, silent := range []string{"silent", "takes nothing", "answers nothing"} {
		if strings.HasPrefix(node, silent) {
			return 300 * time.Millisecond
		}
	}
	return time.Minute
}

func kubo(t *testing.T, n http.Handler, timeout time.Duration) *Kubo {
	t.Helper()
	server := httptest.NewServer(n)
	t.Cleanup(server.Close)
	k, err := OpenKubo(server.URL, timeout)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func TestKuboPutGet(t *testing.T) {
	k := kubo(t, &fakeNode{blocks: embedded(t)}, time.Minute)
	for _, size := range layoutSizes {
		data := content(size)
		id, err := k.Put(t.Context(), iotest.HalfReader(bytes.NewReader(data)))
		if err != nil {
			t.Fatal(err)
		}
		if held, err := k.Has(t.Context(), id); err != nil || !held {
			t.Errorf("%d bytes: held %v, %v", size, held, err)
		}
		if got, err := Fetch(t.Context(), k, id, int64(size)); err != nil || !bytes.Equal(got, data) {
			t.Errorf("%d bytes came back as %d: %v", size, len(got), err)
		}
		if _, err := k.Get(t.Context(), id, int64(size)-1); size > 0 && !errors.Is(err, ErrTooLarge) {
			t.Errorf("%d bytes where one less is allowed: %v", size, err)
		}
	}
	missing, _ := Sum(t.Context(), strings.NewReader("nowhere"))
	if _, err := k.Get(t.Context(), missing, 1<<20); !errors.Is(err, ErrNotFound) {
		t.Errorf("missing: %v", err)
	}
	if held, err := k.Has(t.Context(), missing); err != nil || held {
		t.Errorf("missing: held %v, %v", held, err)
	}
}

// A node may send anything instead of a block.
func TestKuboBlocksAreNotTrusted(t *testing.T) {
	data := content(2*leafSize + 7)
	for name, c := range map[string]struct {
		block func(w http.ResponseWriter, r *http.Request, data []byte)
		want  error
	}{
		"flipped bit": {func(w http.ResponseWriter, _ *http.Request, data []byte) {
			data[len(data)-1] ^= 1
			w.Write(data)
		}, ErrCorrupt},
		"truncated": {func(w http.ResponseWriter, _ *http.Request, data []byte) { w.Write(data[:len(data)-1]) }, ErrCorrupt},
		"endless": {func(w http.ResponseWriter, r *http.Request, data []byte) {
			for r.Context().Err() == nil {
				if _, err := w.Write(data); err != nil {
					return
				}
			}
		}, ErrCorrupt},
		"silent": {func(_ http.ResponseWriter, r *http.Request, _ []byte) { silence(r) }, ErrNotFound},
		"silent in the middle": {func(w http.ResponseWriter, r *http.Request, data []byte) {
			w.Write(data[:10])
			http.NewResponseController(w).Flush()
			silence(r)
		}, ErrNotFound},
		"broken": {func(w http.ResponseWriter, _ *http.Request, _ []byte) {
			http.Error(w, "out of memory", http.StatusInternalServerError)
		}, ErrUnreachable},
	} {
		n := &fakeNode{blocks: embedded(t)}
		k := kubo(t, n, patience(name))
		id := put(t, n.blocks, data)
		n.block = c.block
		if got, err := Fetch(t.Context(), k, id, 1<<30); !errors.Is(err, c.want) {
			t.Errorf("%s: %d bytes, %v, want %v", name, len(got), err, c.want)
		}
	}
}

func TestKuboPutMisbehaviour(t *testing.T) {
	other, _ := Sum(t.Context(), strings.NewReader("something else"))
	for name, c := range map[string]struct {
		add  func(w http.ResponseWriter, r *http.Request)
		want string
	}{
		"another CID": {func(w http.ResponseWriter, r *http.Request) {
			io.Copy(io.Discard, r.Body)
			fmt.Fprintf(w, `{"Hash":%q}`, other)
		}, "does it override the import options?"},
		"no CID": {func(w http.ResponseWriter, r *http.Request) {
			io.Copy(io.Discard, r.Body)
			io.WriteString(w, `{}`)
		}, `as ""`},
		"takes nothing":   {func(_ http.ResponseWriter, r *http.Request) { silence(r) }, "took nothing"},
		"answers nothing": {func(_ http.ResponseWriter, r *http.Request) { io.Copy(io.Discard, r.Body); silence(r) }, "took nothing"},
		"is full": {func(w http.ResponseWriter, _ *http.Request) {
			http.Error(w, "disk quota", http.StatusInternalServerError)
		}, "disk quota"},
	} {
		k := kubo(t, &fakeNode{blocks: embedded(t), add: c.add}, patience(name))
		start := time.Now()
		if _, err := k.Put(t.Context(), bytes.NewReader(content(8*leafSize))); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
		if time.Since(start) > 30*time.Second {
			t.Errorf("%s: hangs", name)
		}
	}
	broken := errors.New("broken disk")
	k := kubo(t, &fakeNode{blocks: embedded(t)}, time.Minute)
	if _, err := k.Put(t.Context(), iotest.ErrReader(broken)); !errors.Is(err, broken) {
		t.Errorf("a broken reader: %v", err)
	}
}

func TestKuboUnreachable(t *testing.T) {
	server := httptest.NewServer(http.NotFoundHandler())
	elsewhere, err := OpenKubo(server.URL, time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	id, _ := Sum(t.Context(), strings.NewReader("x"))
	if _, err := elsewhere.Get(t.Context(), id, 10); !errors.Is(err, ErrUnreachable) {
		t.Errorf("not a Kubo node: %v", err)
	}
	server.Close()
	if _, err := elsewhere.Get(t.Context(), id, 10); !errors.Is(err, ErrUnreachable) {
		t.Errorf("get, nobody there: %v", err)
	}
	if _, err := elsewhere.Put(t.Context(), strings.NewReader("x")); !errors.Is(err, ErrUnreachable) {
		t.Errorf("put, nobody there: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := elsewhere.Get(ctx, id, 10); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	for _, api := range []string{"", "127.0.0.1:5001", "ftp://x", "http://"} {
		if _, err := OpenKubo(api, time.Second); err == nil {
			t.Errorf("%q accepted", api)
		}
	}
	if _, err := OpenKubo(server.URL, 0); err == nil {
		t.Error("no timeout accepted")
	}
}
