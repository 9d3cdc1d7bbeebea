package ipfs

import (
	"context"
	"errors"
	"fmt"
	"io"
)

// What can go wrong besides a cancelled context and a full disk.
var (
	// ErrNotFound says that a block of the content isn't held, or didn't arrive in time. It is no evidence against anybody.
	ErrNotFound = errors.New("content not found")
	// ErrCorrupt says that a block doesn't hash to its CID, or that a node isn't of the layout Put makes.
	ErrCorrupt = errors.New("content is damaged")
	// ErrTooLarge says that the content is longer than the caller allows.
	ErrTooLarge = errors.New("content is too large")
	// ErrUnreachable says that the store itself can't be reached.
	ErrUnreachable = errors.New("storage can't be reached")
)

// Store keeps content under its CID.
//
// Concurrency: all methods may be called at the same time.
type Store interface {
	// Put stores what r holds up to its end and returns its CID. Putting what is already there repairs damaged blocks.
	Put(ctx context.Context, r io.Reader) (CID, error)
	// Get returns the content, checked block by block as it is read. The context covers the reading too.
	//
	// Errors: ErrTooLarge before anything but the topmost node is fetched; ErrNotFound and ErrCorrupt from here or from Read.
	Get(ctx context.Context, c CID, maxBytes int64) (io.ReadCloser, error)
	// Has reports whether the store itself holds every block of the content. Leaves are looked up, not read.
	Has(ctx context.Context, c CID) (bool, error)
	// Close releases the store; content stays.
	Close() error
}

// Fetch returns the whole content at once; see Store.Get.
func Fetch(ctx context.Context, s Store, c CID, maxBytes int64) ([]byte, error) {
	r, err := s.Get(ctx, c, maxBytes)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("fetching %v: %w", c, err)
	}
	return data, nil
}
