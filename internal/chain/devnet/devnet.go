package devnet

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"net"
	"strconv"
	"sync"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/eth/ethconfig"
	"github.com/ethereum/go-ethereum/ethclient/simulated"
	"github.com/ethereum/go-ethereum/node"
	"github.com/ethereum/go-ethereum/params"
)

// ChainID of every devnet.
const ChainID = 1337

const (
	host            = "127.0.0.1"
	defaultSeed     = "commonweight"
	defaultAccounts = 16
	bootTries       = 5
)

// defaultBalance is what each account starts with.
var defaultBalance = chain.Ether(10_000_000) // 10,000 coins

// Config says what the chain should look like. The zero value is a good devnet.
type Config struct {
	Dir      string        // for keys and deployment; "" writes nothing
	Seed     string        // of the keys
	Accounts int           // prefunded
	Balance  *big.Int      // of each, in wei
	Port     int           // of HTTP and WebSocket alike; 0 takes a free one
	Interval time.Duration // between blocks; 0 is one per second, on the wall clock
	Cooldown time.Duration // of stakes; 0 is 20 minutes
	Elements chain.Hash    // of the key for elements of products; zero is none
}

// Devnet is a running chain.
//
// Concurrency: safe for any number of goroutines.
type Devnet struct {
	config     Config
	sim        *simulated.Backend
	address    string
	keys       []chain.Key
	deployment chain.Deployment

	mu     sync.Mutex // one of Commit, AdjustTime and Fork at a time
	latest uint64     // time of the newest block
	closed bool

	stopClock func() // returns when the last block is sealed
}

// Start brings a chain up, deploys the contracts and writes the files.
func Start(ctx context.Context, config Config) (*Devnet, error) {
	d, err := launch(config)
	if err != nil {
		return nil, fmt.Errorf("start devnet: %w", err)
	}
	if err := d.furnish(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("start devnet: %w", err), d.Close())
	}
	if config.Interval > 0 {
		d.stopClock()
		d.startClock(config.Interval)
	}
	return d, nil
}

// launch brings up a bare chain and its clock.
func launch(config Config) (*Devnet, error) {
	if config.Seed == "" {
		config.Seed = defaultSeed
	}
	if config.Accounts == 0 {
		config.Accounts = defaultAccounts
	}
	if config.Balance == nil {
		config.Balance = defaultBalance
	}
	d := &Devnet{config: config}
	alloc, err := d.accounts()
	if err != nil {
		return nil, err
	}
	for tries := bootTries; tries > 0; tries-- {
		var port int
		if port, err = reserve(config.Port); err != nil {
			return nil, err
		}
		d.address = net.JoinHostPort(host, strconv.Itoa(port))
		// The node opens the port itself: another process, or any connection, may have taken one that was free a moment ago.
		if err = d.boot(alloc, port); err == nil || config.Port != 0 {
			break
		}
	}
	if err != nil {
		return nil, err
	}
	d.startClock(min(config.Interval, hurry)) // deploying waits for nobody
	return d, nil
}

// reserve finds out whether the port is free, or finds one that is.
func reserve(port int) (int, error) {
	listener, err := net.Listen("tcp", net.JoinHostPort(host, strconv.Itoa(port)))
	if err != nil {
		return 0, fmt.Errorf("port %d is taken: stop the other process or choose another port: %w", port, err)
	}
	defer listener.Close()
	return listener.Addr().(*net.TCPAddr).Port, nil
}

// prague are the simulator's rules without the forks after Prague: those that the gas of a dispute is promised for.
func prague(all *params.ChainConfig) *params.ChainConfig {
	rules := *all
	rules.OsakaTime, rules.BogotaTime = nil, nil
	return &rules
}

// boot starts the node. The history contract (EIP-2935) is part of the simulator's genesis.
func (d *Devnet) boot(alloc types.GenesisAlloc, port int) (err error) {
	defer func() {
		if problem := recover(); problem != nil { // the simulator has no other way to say so
			err = fmt.Errorf("go-ethereum did not start: %v", problem)
		}
	}()
	listenToGeth()
	d.sim = simulated.NewBackend(alloc, func(n *node.Config, e *ethconfig.Config) {
		n.HTTPHost, n.HTTPPort, n.HTTPModules, n.HTTPCors = host, port, []string{"eth", "net", "web3"}, []string{"*"}
		n.WSHost, n.WSPort, n.WSModules, n.WSOrigins = host, port, []string{"eth", "net", "web3"}, []string{"*"}
		n.IPCPath = ""
		e.Genesis.Config = prague(e.Genesis.Config)
		// A demo's whole state fits here; the defaults are sized for mainnet.
		e.DatabaseCache, e.TrieCleanCache, e.TrieDirtyCache, e.SnapshotCache = 16, 16, 32, 16
	})
	return nil
}

// Close stops the clock, then the node.
func (d *Devnet) Close() error {
	d.stopClock()
	d.mu.Lock()
	defer d.mu.Unlock()
	d.closed = true
	if err := d.sim.Close(); err != nil {
		return fmt.Errorf("close devnet: %w", err)
	}
	return nil
}

// HTTP is the address of the JSON-RPC server.
func (d *Devnet) HTTP() string { return "http://" + d.address }

// WS is the address of the same server for subscriptions.
func (d *Devnet) WS() string { return "ws://" + d.address }

// Deployment returns the addresses of the contracts.
func (d *Devnet) Deployment() chain.Deployment { return d.deployment }

// Keys returns the keys of the prefunded accounts.
func (d *Devnet) Keys() []chain.Key { return d.keys }

// warn reports what the simulator can't return.
func warn(message string, err error) { slog.Warn(message, "room", "devnet", "err", err) }
