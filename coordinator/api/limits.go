package api

import (
	"context"
	"net"
	"net/netip"
	"strings"
	"sync"
	"time"

	lru "github.com/hashicorp/golang-lru/v2/simplelru"
	"golang.org/x/time/rate"
)

// Every address may spend so much. One behind which many sit (a proxy) shares its purse: the proxy then has to do this better.
const (
	perSecond = 50
	atOnce    = 400
	known     = 10_000 // addresses that are remembered; the one unheard of for longest is forgotten first
)

// cost is what a request spends.
func cost(path string) int {
	switch {
	case path == "/graphql", path == "/events", strings.HasPrefix(path, "/calendar"):
		return 5
	case strings.HasSuffix(path, "/evidence.car"):
		return 50
	}
	return 1
}

// addresses are the purses.
//
// Concurrency: safe for any number of goroutines.
type addresses struct {
	mu     sync.Mutex
	purses *lru.LRU[netip.Prefix, *purse]
}

// purse is what an address may spend, and places for its queries: half of the index's readers are left to others.
type purse struct {
	*rate.Limiter
	places chan struct{}
}

// queriesOne is how many queries of one address run at a time; others of its wait.
const queriesOne = 2

func newAddresses() *addresses {
	purses, err := lru.NewLRU[netip.Prefix, *purse](known, nil)
	if err != nil {
		panic(err) // known is above 0
	}
	return &addresses{purses: purses}
}

func (a *addresses) allow(remote string, cost int, now time.Time) bool {
	return a.purse(remote).AllowN(now, cost)
}

// charge makes an address pay for what its query took: who keeps one reader of the index busy all the time has nothing left.
func (a *addresses) charge(remote string, took time.Duration) {
	a.purse(remote).ReserveN(time.Now(), min(int(took.Seconds()*perSecond), atOnce))
}

// enter takes one of an address's places for a query; leave gives it back.
func (a *addresses) enter(ctx context.Context, remote string) (leave func(), err error) {
	places := a.purse(remote).places
	select {
	case places <- struct{}{}:
		return func() { <-places }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (a *addresses) purse(remote string) *purse {
	who := neighbourhood(remote)
	a.mu.Lock()
	defer a.mu.Unlock()
	p, ok := a.purses.Get(who)
	if !ok {
		p = &purse{rate.NewLimiter(perSecond, atOnce), make(chan struct{}, queriesOne)}
		a.purses.Add(who, p)
	}
	return p
}

// neighbourhood is what counts as one address: of IPv6 a /64, which anybody has.
func neighbourhood(remote string) netip.Prefix {
	host, _, err := net.SplitHostPort(remote)
	if err != nil {
		return netip.Prefix{}
	}
	address, err := netip.ParseAddr(host)
	if err != nil {
		return netip.Prefix{}
	}
	address = address.Unmap().WithZone("")
	bits := address.BitLen()
	if address.Is6() {
		bits = 64
	}
	prefix, _ := address.Prefix(bits)
	return prefix
}

// streams counts answers that have no end: events, and contents that may be large.
//
// Concurrency: safe for any number of goroutines.
type streams struct {
	mu    sync.Mutex
	all   int
	perIP map[netip.Prefix]int
}

const (
	maxStreams    = 512
	maxStreamsOne = 16
)

func newStreams() *streams { return &streams{perIP: make(map[netip.Prefix]int)} }

// open takes a place for a stream; ok is false if there is none. Done gives it back.
func (s *streams) open(remote string) (done func(), ok bool) {
	who := neighbourhood(remote)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.all >= maxStreams || s.perIP[who] >= maxStreamsOne {
		return nil, false
	}
	s.all++
	s.perIP[who]++
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.all--
		if s.perIP[who]--; s.perIP[who] == 0 {
			delete(s.perIP, who)
		}
	}, true
}
