package chain_test

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/devnet"
)

// wire is a connection to a node that can be cut and mended.
type wire struct {
	t       *testing.T
	address string // of its own end
	node    string

	mu       sync.Mutex
	listener net.Listener
	open     []net.Conn
}

func newWire(t *testing.T, node string) *wire {
	w := &wire{t: t, address: "127.0.0.1:0", node: node}
	// Not among the ports that connections get: one of those may take this one while the wire is cut.
	for range 100 {
		address := fmt.Sprintf("127.0.0.1:%d", 10_000+rand.IntN(20_000))
		if l, err := net.Listen("tcp", address); err == nil {
			l.Close()
			w.address = address
			break
		}
	}
	w.mend()
	t.Cleanup(w.cut)
	return w
}

func (w *wire) mend() {
	w.t.Helper()
	listener, err := net.Listen("tcp", w.address)
	if err != nil {
		w.t.Fatal(err)
	}
	w.mu.Lock()
	w.listener, w.address = listener, listener.Addr().String()
	w.mu.Unlock()
	go func() {
		for {
			near, err := listener.Accept()
			if err != nil {
				return
			}
			far, err := net.Dial("tcp", w.node)
			if err != nil {
				near.Close()
				continue
			}
			w.mu.Lock()
			w.open = append(w.open, near, far)
			w.mu.Unlock()
			go io.Copy(near, far)
			go io.Copy(far, near)
		}
	}()
}

func (w *wire) cut() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.listener.Close()
	for _, c := range w.open {
		c.Close()
	}
	w.open = nil
}

func TestFeedSurvivesABrokenConnection(t *testing.T) {
	d := start(t, devnet.Config{Interval: quick})
	for _, scheme := range []string{"ws://", "http://"} {
		w := newWire(t, strings.TrimPrefix(d.WS(), "ws://"))
		c, err := chain.Dial(t.Context(), scheme+w.address, d.Deployment())
		if err != nil {
			t.Fatal(err)
		}
		w.cut()
		// What the wire still held may come late; then nothing does.
		for deadline := time.Now().Add(time.Minute); c.Silence() < 200*time.Millisecond; time.Sleep(quick) {
			if time.Now().After(deadline) {
				t.Fatalf("%s: silent for %s though the wire is cut", scheme, c.Silence())
			}
		}
		w.mend()
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		if _, err := c.Until(ctx, c.Now()+5); err != nil {
			t.Errorf("%s: no block after the wire was mended: %v", scheme, err)
		}
		cancel()
		c.Close()
	}
}

func TestBlocksEndsWithItsContext(t *testing.T) {
	d := start(t, devnet.Config{Interval: quick})
	c := dial(t, d, d.WS())
	ctx, cancel := context.WithCancel(t.Context())
	blocks := c.Blocks(ctx)
	first := <-blocks
	if _, err := c.Until(ctx, first.Time+3); err != nil { // a slow reader
		t.Fatal(err)
	}
	if second := <-blocks; second.Number < first.Number+3 {
		t.Errorf("block %d after %d: a slow reader must get the newest", second.Number, first.Number)
	}
	cancel()
	for range blocks {
	}
}
