package api

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/commonweight/commonweight/coordinator/index"
	"github.com/commonweight/commonweight/internal/ipfs"
)

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
	t.Parallel()
	s := set(t)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	const patience = time.Second // long enough for an honest request on a busy machine
	server := Server(New(s.config), s.config.Log)
	server.ReadTimeout, server.ReadHeaderTimeout = patience, patience
	go func() { _ = server.Serve(listener) }()
	t.Cleanup(func() { _ = server.Close() })
	for _, half := range []string{"GET / HTT", "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"} {
		c, err := net.Dial("tcp", listener.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		_, _ = c.Write([]byte(half))
		_ = c.SetReadDeadline(time.Now().Add(time.Minute))
		if _, err := io.ReadAll(c); err != nil {
			t.Errorf("the server waits on: %v", err)
		}
	}
	// A stream outlives the time that a request may take to arrive.
	r := s.follow("http://"+listener.Addr().String(), "")
	next(t, r)
	time.Sleep(patience + patience/5)
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
type brokenBlocks struct {
	endless bool
	begun   chan<- struct{} // told at the first byte; may be nil
}

func (b brokenBlocks) Block(context.Context, ipfs.CID) ([]byte, error) { return []byte{1}, nil }

func (b brokenBlocks) WriteCAR(ctx context.Context, w io.Writer, _ ...ipfs.CID) error {
	if b.begun != nil {
		b.begun <- struct{}{}
	}
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
	begun := make(chan struct{}, 1)
	s.config.Blocks = brokenBlocks{endless: true, begun: begun}
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
	<-begun
	for deadline := time.Now().Add(time.Minute); open() != 0; time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("the stream is still open")
		}
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

func writeFile(t testing.TB, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
