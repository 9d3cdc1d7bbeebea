package chain_test

import (
	"context"
	"io"
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
		time.Sleep(300 * time.Millisecond)
		if silence := c.Silence(); silence < 200*time.Millisecond {
			t.Errorf("%s: silent for %s though the wire is cut", scheme, silence)
		}
		w.mend()
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
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
	time.Sleep(10 * quick) // a slow reader
	if second := <-blocks; second.Number < first.Number+3 {
		t.Errorf("block %d after %d: a slow reader must get the newest", second.Number, first.Number)
	}
	cancel()
	for range blocks {
	}
}
