package ipfs

import (
	"context"
	"fmt"
	"io"

	"github.com/ipfs/boxo/blockservice"
	"github.com/ipfs/boxo/exchange/offline"
	"github.com/ipfs/boxo/ipld/merkledag"
)

// Embedded is a store in a folder: no daemon, no network. Processes of one machine may share the folder.
type Embedded struct{ blocks folder }

var _ Store = (*Embedded)(nil)

// OpenEmbedded opens the store in a folder and makes the folder if it isn't there.
func OpenEmbedded(dir string) (*Embedded, error) {
	blocks, err := openFolder(dir)
	if err != nil {
		return nil, err
	}
	return &Embedded{blocks}, nil
}

// Put implements Store.
func (e *Embedded) Put(ctx context.Context, r io.Reader) (CID, error) {
	// Writing through lets the folder decide what to skip: it knows a damaged block from a sound one.
	service := blockservice.New(e.blocks, offline.Exchange(e.blocks), blockservice.WriteThrough(true))
	id, err := build(ctx, merkledag.NewDAGService(service), r)
	if err != nil {
		return CID{}, fmt.Errorf("storing content: %w", err)
	}
	return id, nil
}

// Get implements Store. A missing block is ErrNotFound at once.
func (e *Embedded) Get(ctx context.Context, c CID, maxBytes int64) (io.ReadCloser, error) {
	r, err := open(ctx, e.blocks, c, maxBytes)
	if err != nil {
		return nil, err
	}
	return r, nil
}

// Has implements Store.
func (e *Embedded) Has(ctx context.Context, c CID) (bool, error) {
	if !c.Defined() {
		return false, nil
	}
	return holdsAll(ctx, e.blocks, c)
}

// Close implements Store. There is nothing to release.
func (e *Embedded) Close() error { return nil }

// Block returns one block of a content, verified.
//
// Errors: ErrNotFound, ErrCorrupt.
func (e *Embedded) Block(ctx context.Context, c CID) ([]byte, error) {
	if !c.Defined() {
		return nil, fmt.Errorf("%w: it is empty", ErrCID)
	}
	return verified(ctx, e.blocks, c.c)
}
