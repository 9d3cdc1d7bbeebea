package ipfs

import (
	"context"
	"fmt"
	"io"

	"github.com/ipfs/go-cid"
)

// Blocks gives single blocks by CID: a trustless gateway does. Nothing that it gives is believed before its hash matches.
type Blocks func(ctx context.Context, c CID) ([]byte, error)

func (b Blocks) read(ctx context.Context, c cid.Cid, maxBytes int64) ([]byte, error) {
	block, err := b(ctx, CID{c})
	if err == nil && int64(len(block)) > maxBytes {
		return nil, fmt.Errorf("%w: block %v has %d bytes", ErrTooLarge, c, len(block))
	}
	return block, err
}

func (b Blocks) holds(context.Context, cid.Cid) (bool, error) { return false, nil }

// Pieces reads parts of content, fetching the blocks on the way to them and no others.
//
// Concurrency: one goroutine.
type Pieces struct {
	ctx  context.Context
	from Blocks
	top  node
	root []byte
	last CID // the leaf that was read last,
	leaf []byte
}

// OpenPieces fetches the topmost block. The context covers the reading too.
func OpenPieces(ctx context.Context, from Blocks, id CID) (*Pieces, error) {
	if !id.Defined() {
		return nil, fmt.Errorf("%w: it is empty", ErrCID)
	}
	root, err := verified(ctx, from, id.c)
	if err != nil {
		return nil, fmt.Errorf("opening %v: %w", id, err)
	}
	size, err := topSize(id.c, root)
	if err != nil {
		return nil, fmt.Errorf("opening %v: %w", id, err)
	}
	return &Pieces{ctx: ctx, from: from, top: node{id.c, size, levelOf(size)}, root: root}, nil
}

// ReadAt implements io.ReaderAt.
func (p *Pieces) ReadAt(into []byte, offset int64) (read int, err error) {
	for read < len(into) {
		if offset < 0 || offset >= p.top.size {
			return read, io.EOF
		}
		piece, err := p.tail(offset)
		if err != nil {
			return read, err
		}
		n := copy(into[read:], piece)
		read, offset = read+n, offset+int64(n)
	}
	return read, nil
}

// tail returns what the leaf at an offset holds from there on.
func (p *Pieces) tail(offset int64) ([]byte, error) {
	n, block := p.top, p.root
	for n.level > 0 {
		below, err := n.children(block)
		if err != nil {
			return nil, err
		}
		i := offset / capacity(n.level-1)
		n, offset = below[i], offset-i*capacity(n.level-1)
		if n.level == 0 && p.last == (CID{n.c}) {
			return p.leaf[offset:], nil
		}
		if block, err = verified(p.ctx, p.from, n.c); err != nil {
			return nil, err
		}
	}
	if int64(len(block)) != n.size {
		return nil, fmt.Errorf("%w: leaf %v has %d bytes instead of %d", ErrCorrupt, n.c, len(block), n.size)
	}
	p.last, p.leaf = CID{n.c}, block
	return block[offset:], nil
}
