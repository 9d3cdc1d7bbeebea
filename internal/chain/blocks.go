package chain

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
)

const (
	pollEvery  = 250 * time.Millisecond // for nodes without subscriptions, and while one is broken
	probeEvery = 5 * time.Second        // a silent subscription is checked this often
)

// Block is the newest block as far as agents care. (Head is a run's head: another thing.)
type Block struct {
	Number  uint64
	Hash    Hash
	Time    uint64 // seconds, block time
	BaseFee uint64 // wei
}

func blockOf(h *types.Header) Block {
	b := Block{Number: h.Number.Uint64(), Hash: h.Hash(), Time: h.Time}
	if h.BaseFee != nil {
		b.BaseFee = h.BaseFee.Uint64()
	}
	return b
}

// feed holds the newest block and tells everyone who waits for the next.
//
// Concurrency: any number of readers; follow is the only writer.
type feed struct {
	mu      sync.Mutex
	latest  Block
	seen    time.Time     // when latest changed, wall clock
	changed chan struct{} // closed and replaced whenever latest changes
}

func newFeed(first Block) *feed {
	return &feed{latest: first, seen: time.Now(), changed: make(chan struct{})}
}

func (f *feed) current() (Block, <-chan struct{}) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.latest, f.changed
}

func (f *feed) set(b Block) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if b.Hash == f.latest.Hash {
		return
	}
	f.latest, f.seen = b, time.Now()
	close(f.changed)
	f.changed = make(chan struct{})
}

// follow keeps the feed fresh until ctx ends: by subscription where the node offers one, by polling otherwise and while the
// connection is broken.
func (f *feed) follow(ctx context.Context, node *ethclient.Client) {
	for ctx.Err() == nil {
		headers := make(chan *types.Header, 16)
		if subscription, err := node.SubscribeNewHead(ctx, headers); err == nil {
			f.listen(ctx, node, headers, subscription.Err())
			subscription.Unsubscribe()
		}
		f.poll(ctx, node)
		sleep(ctx, pollEvery)
	}
}

func (f *feed) listen(ctx context.Context, node *ethclient.Client, headers <-chan *types.Header, broken <-chan error) {
	probe := time.NewTicker(probeEvery)
	defer probe.Stop()
	for {
		select {
		case h := <-headers:
			f.set(blockOf(h))
		case <-probe.C:
			f.poll(ctx, node)
		case <-broken:
			return
		case <-ctx.Done():
			return
		}
	}
}

func (f *feed) poll(ctx context.Context, node *ethclient.Client) {
	ctx, cancel := context.WithTimeout(ctx, probeEvery)
	defer cancel()
	if h, err := node.HeaderByNumber(ctx, nil); err == nil {
		f.set(blockOf(h))
	}
}

// Latest returns the newest block seen. It never asks the node.
func (c *Client) Latest() Block {
	b, _ := c.blocks.current()
	return b
}

// HashAt returns the hash of the chain's block with that number, zero if there is none.
func (c *Client) HashAt(ctx context.Context, number uint64) (Hash, error) {
	header, err := c.node.HeaderByNumber(ctx, new(big.Int).SetUint64(number))
	if errors.Is(err, ethereum.NotFound) {
		return Hash{}, nil
	}
	if err != nil {
		return Hash{}, nodeError(fmt.Sprintf("read block %d", number), err)
	}
	return header.Hash(), nil
}

// Now is the clock of every deadline: the timestamp of the newest block.
//
// Units: seconds of block time.
func (c *Client) Now() uint64 { return c.Latest().Time }

// Silence returns for how long no new block has been seen: an agent whose node has fallen silent knows nothing about deadlines.
//
// Units: wall clock.
func (c *Client) Silence() time.Duration {
	c.blocks.mu.Lock()
	defer c.blocks.mu.Unlock()
	return time.Since(c.blocks.seen)
}

// Blocks returns a channel that carries the newest block now and after every change, until ctx ends. A slow reader misses the blocks
// between, never the newest.
func (c *Client) Blocks(ctx context.Context) <-chan Block {
	out := make(chan Block)
	go func() {
		defer close(out)
		for {
			b, changed := c.blocks.current()
			select {
			case out <- b:
			case <-changed:
				continue
			case <-ctx.Done():
				return
			}
			select {
			case <-changed:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

// Until waits for the first block whose time is at least t, and returns it.
//
// Units: seconds of block time.
func (c *Client) Until(ctx context.Context, t uint64) (Block, error) {
	return c.await(ctx, func(b Block) bool { return b.Time >= t })
}

func (c *Client) await(ctx context.Context, done func(Block) bool) (Block, error) {
	for {
		b, changed := c.blocks.current()
		if done(b) {
			return b, nil
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return b, ctx.Err()
		}
	}
}

func sleep(ctx context.Context, d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
	}
}
