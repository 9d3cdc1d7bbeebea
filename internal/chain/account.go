package chain

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
)

// Account is one key at work on one Client: it signs, keeps its nonces in one lane, and offers every transaction of the contracts.
// Its Client's reads are its own.
//
// Concurrency: safe for any number of goroutines; at most one process per key and data directory.
type Account struct {
	*Client
	key      Key
	lane     lane
	lock     *flock.Flock
	patience time.Duration // after this an unmined transaction is given up
	stuck    time.Duration // after this, and again and again, its fees are raised
	meter    Meter
}

const (
	patience = 2 * time.Minute
	stuck    = 15 * time.Second
)

// Open takes a key into use. The lock file in dir is freed by Close, or by the system when the process dies, however it dies.
//
// Errors: ErrLocked if another process uses the key with this data directory.
func (c *Client) Open(key Key, dir string) (*Account, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("open account %s: %w", key.Address, err)
	}
	path := filepath.Join(dir, key.Address.Hex()+".lock")
	lock := flock.New(path)
	held, err := lock.TryLock()
	if err != nil {
		return nil, fmt.Errorf("open account %s: lock %s: %w", key.Address, path, err)
	}
	if !held {
		return nil, fmt.Errorf("%w: %s is locked by %s; stop the other process or use another key", ErrLocked, key.Address, path)
	}
	return &Account{Client: c, key: key, lock: lock, patience: patience, stuck: stuck, meter: unmetered{}}, nil
}

// Address returns the account's address.
func (a *Account) Address() Address { return a.key.Address }

// Close lets another process use the key. The Client stays open.
func (a *Account) Close() error {
	if err := a.lock.Unlock(); err != nil {
		return fmt.Errorf("close account %s: %w", a.key.Address, err)
	}
	return nil
}

func (a *Account) mined(ctx context.Context) (uint64, error) {
	n, err := a.node.NonceAt(ctx, a.key.Address, nil)
	if err != nil {
		return 0, nodeError("read the nonce of "+a.key.Address.Hex(), err)
	}
	return n, nil
}

func (a *Account) pending(ctx context.Context) (uint64, error) {
	n, err := a.node.PendingNonceAt(ctx, a.key.Address)
	if err != nil {
		return 0, nodeError("read the nonce of "+a.key.Address.Hex(), err)
	}
	return n, nil
}
