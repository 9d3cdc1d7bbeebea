package chain

import (
	"context"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/ethclient"
)

// dialTimeout bounds the first conversation with a node.
const dialTimeout = 10 * time.Second

// Client is one node, known to serve the expected chain.
//
// Concurrency: safe for any number of goroutines.
type Client struct {
	node       *ethclient.Client
	url        string
	chainID    *big.Int
	deployment Deployment
	blocks     *feed
	asOf       Hash // block that contracts are asked as of; zero: the newest
	stop       context.CancelFunc
	stopped    chan struct{}
}

// Dial connects to the node at an http(s) or ws(s) address and checks that it serves the deployment's chain and contracts.
//
// Errors: ErrUnreachable, ErrWrongChain, ErrNotDeployed.
func Dial(ctx context.Context, url string, d Deployment) (*Client, error) {
	c, err := connect(ctx, url, d.ChainID)
	if err != nil {
		return nil, err
	}
	if err := c.use(ctx, d); err != nil {
		c.Close()
		return nil, err
	}
	return c, nil
}

// connect dials a node without contracts: what Deploy needs, and the first half of Dial.
func connect(ctx context.Context, url string, chainID uint64) (*Client, error) {
	ctx, cancel := context.WithTimeout(ctx, dialTimeout)
	defer cancel()
	node, err := ethclient.DialContext(ctx, url)
	if err != nil {
		return nil, fmt.Errorf("%w at %s: %w", ErrUnreachable, url, err)
	}
	id, err := node.ChainID(ctx)
	if err != nil {
		node.Close()
		return nil, fmt.Errorf("%w at %s: %w", ErrUnreachable, url, err)
	}
	if id.Cmp(new(big.Int).SetUint64(chainID)) != 0 {
		node.Close()
		return nil, fmt.Errorf("%w: the node at %s serves chain %s, wanted %d", ErrWrongChain, url, id, chainID)
	}
	header, err := node.HeaderByNumber(ctx, nil)
	if err != nil {
		node.Close()
		return nil, fmt.Errorf("%w at %s: %w", ErrUnreachable, url, err)
	}
	following, stop := context.WithCancel(context.Background())
	c := &Client{node: node, url: url, chainID: id, blocks: newFeed(blockOf(header)), stop: stop, stopped: make(chan struct{})}
	go func() {
		defer close(c.stopped)
		c.blocks.follow(following, node)
	}()
	return c, nil
}

// use checks that every contract of the deployment has code on this chain.
func (c *Client) use(ctx context.Context, d Deployment) error {
	for name, address := range d.Contracts() {
		code, err := c.node.CodeAt(ctx, address, nil)
		if err != nil {
			return nodeError("look up "+name, err)
		}
		if len(code) == 0 {
			return fmt.Errorf("%w: no %s at %s on chain %s (%s); does the deployment file belong to another chain?",
				ErrNotDeployed, name, address, c.chainID, c.url)
		}
	}
	c.deployment = d
	return nil
}

// Close ends the feed and the connection.
func (c *Client) Close() {
	c.stop()
	c.node.Close()
	<-c.stopped
}

// Deployment returns the addresses in use.
func (c *Client) Deployment() Deployment { return c.deployment }

// Balance returns what an address holds outside the Vault.
//
// Units: wei.
func (c *Client) Balance(ctx context.Context, who Address) (*big.Int, error) {
	balance, err := c.node.BalanceAt(ctx, who, nil)
	if err != nil {
		return nil, nodeError("read the balance of "+who.Hex(), err)
	}
	return balance, nil
}
