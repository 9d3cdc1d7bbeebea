package ipfs

import (
	"context"
	"fmt"
	"io"
	"slices"
)

// reader walks content leaf by leaf. It holds one leaf and, for each level, one node's list of children.
type reader struct {
	ctx     context.Context
	from    blockSource
	pending []node // next on top
	leaf    []byte // what is left of the current leaf
	err     error
}

// open fetches the topmost block and checks the size before anything else.
func open(ctx context.Context, from blockSource, id CID, maxBytes int64) (*reader, error) {
	if !id.Defined() {
		return nil, fmt.Errorf("%w: it is empty", ErrCID)
	}
	top, err := verified(ctx, from, id.c)
	if err != nil {
		return nil, fmt.Errorf("opening %v: %w", id, err)
	}
	size, err := topSize(id.c, top)
	if err != nil {
		return nil, fmt.Errorf("opening %v: %w", id, err)
	}
	if size > maxBytes {
		return nil, fmt.Errorf("%w: %v has %d bytes, at most %d are allowed", ErrTooLarge, id, size, maxBytes)
	}
	r := &reader{ctx: ctx, from: from}
	if err := r.enter(node{id.c, size, levelOf(size)}, top); err != nil {
		return nil, fmt.Errorf("opening %v: %w", id, err)
	}
	return r, nil
}

// enter takes a fetched block: a leaf becomes current, a node's children come next.
func (r *reader) enter(n node, block []byte) error {
	if n.level == 0 {
		if int64(len(block)) != n.size {
			return fmt.Errorf("%w: leaf %v has %d bytes instead of %d", ErrCorrupt, n.c, len(block), n.size)
		}
		r.leaf = block
		return nil
	}
	below, err := n.children(block)
	if err != nil {
		return err
	}
	slices.Reverse(below)
	r.pending = append(r.pending, below...)
	return nil
}

func (r *reader) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, r.err
	}
	for r.err == nil && len(r.leaf) == 0 {
		r.err = r.advance()
	}
	if r.err != nil {
		return 0, r.err
	}
	n := copy(p, r.leaf)
	r.leaf = r.leaf[n:]
	return n, nil
}

func (r *reader) advance() error {
	if len(r.pending) == 0 {
		return io.EOF
	}
	next := r.pending[len(r.pending)-1]
	r.pending = r.pending[:len(r.pending)-1]
	block, err := verified(r.ctx, r.from, next.c)
	if err != nil {
		return err
	}
	return r.enter(next, block)
}

// Close ends the reading; nothing can be read after it.
func (r *reader) Close() error {
	r.leaf, r.pending, r.err = nil, nil, io.ErrClosedPipe
	return nil
}
