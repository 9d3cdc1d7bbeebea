package stage

import (
	"errors"
	"io"
	"math/rand/v2"
	"net"
	"strconv"
	"sync"
	"testing"
)

// gate stands between the chain's node and everybody else, so that the node can be out of reach while all others stay.
type gate struct {
	address, node string

	mu       sync.Mutex
	listener net.Listener // nil: shut
	open     map[net.Conn]bool
	passing  sync.WaitGroup
}

func newGate(t *testing.T, node string) *gate {
	g := &gate{address: freeAddress(t), node: node, open: make(map[net.Conn]bool)}
	g.lift(t)
	t.Cleanup(g.shut)
	return g
}

// lift lets everybody through.
func (g *gate) lift(t *testing.T) {
	listener, err := net.Listen("tcp", g.address)
	check(t, err)
	g.mu.Lock()
	defer g.mu.Unlock()
	g.listener = listener
	g.passing.Go(func() {
		for {
			from, err := listener.Accept()
			if err != nil {
				return
			}
			g.passing.Go(func() { g.pass(from) })
		}
	})
}

// pass joins a connection with one to the node, until either ends.
func (g *gate) pass(from net.Conn) {
	to, err := net.Dial("tcp", g.node)
	if err != nil || !g.keep(from, to) {
		from.Close()
		return
	}
	var both sync.WaitGroup
	for _, ends := range [][2]net.Conn{{from, to}, {to, from}} {
		both.Go(func() {
			_, _ = io.Copy(ends[0], ends[1])
			_ = errors.Join(from.Close(), to.Close())
		})
	}
	both.Wait()
	g.mu.Lock()
	defer g.mu.Unlock()
	delete(g.open, from)
	delete(g.open, to)
}

func (g *gate) keep(ends ...net.Conn) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	for _, c := range ends {
		g.open[c] = true
	}
	return g.listener != nil
}

// shut ends all connections and takes no new ones.
func (g *gate) shut() {
	g.mu.Lock()
	if g.listener != nil {
		g.listener.Close()
	}
	g.listener = nil
	for c := range g.open {
		c.Close()
	}
	g.mu.Unlock()
	g.passing.Wait()
}

// freeAddress is one that nothing listens at, outside the ports that a kernel gives to whoever connects: it can be taken again later.
func freeAddress(t *testing.T) string {
	for range 100 {
		listener, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(10_000+rand.IntN(20_000))))
		if err == nil {
			defer listener.Close()
			return listener.Addr().String()
		}
	}
	t.Fatal("no port is free")
	return ""
}
