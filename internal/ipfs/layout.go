package ipfs

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/ipfs/boxo/chunker"
	"github.com/ipfs/boxo/ipld/merkledag"
	"github.com/ipfs/boxo/ipld/unixfs"
	"github.com/ipfs/boxo/ipld/unixfs/importer/balanced"
	"github.com/ipfs/boxo/ipld/unixfs/importer/helpers"
	"github.com/ipfs/go-cid"
	ipld "github.com/ipfs/go-ipld-format"
	"github.com/multiformats/go-multihash"
)

const (
	leafSize = 1 << 20
	maxLinks = 174
	// maxNodeSize bounds a node of 174 links: some 50 bytes each for the link and a few for its size.
	maxNodeSize = 64 << 10
)

// Sum returns the CID that content has in every store, and stores nothing.
func Sum(ctx context.Context, r io.Reader) (CID, error) { return build(ctx, discard{}, r) }

// build cuts content into blocks and adds them to the service.
func build(ctx context.Context, service ipld.DAGService, r io.Reader) (CID, error) {
	params := helpers.DagBuilderParams{
		Maxlinks:   maxLinks,
		RawLeaves:  true,
		CidBuilder: cid.V1Builder{Codec: cid.DagProtobuf, MhType: multihash.SHA2_256},
		Dagserv:    service,
	}
	helper, err := params.New(chunk.NewSizeSplitter(contextReader{ctx, r}, leafSize))
	if err != nil {
		return CID{}, err
	}
	root, err := balanced.Layout(helper)
	if err != nil {
		return CID{}, err
	}
	return accept(root.Cid())
}

// contextReader ends the import when the context ends; the importer itself knows no context.
type contextReader struct {
	ctx context.Context
	r   io.Reader
}

func (c contextReader) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.r.Read(p)
}

// discard is a service that keeps nothing. The importer only ever adds.
type discard struct{ ipld.DAGService }

func (discard) Add(context.Context, ipld.Node) error { return nil }

// capacity returns the bytes below a full node of that level; leaves are level 0.
func capacity(level int) int64 {
	size := int64(leafSize)
	for range level {
		size *= maxLinks
	}
	return size
}

// levelOf returns the level of the topmost node of content of that size.
//
// Bounds: size < 2^55, so that capacity can't overflow.
func levelOf(size int64) int {
	level := 0
	for capacity(level) < size {
		level++
	}
	return level
}

const maxContent = 1 << 55

// node is one block to visit, and what the layout says about it.
type node struct {
	c     cid.Cid
	size  int64 // bytes of content below it
	level int
}

// topSize reads the size of the content from its topmost block.
func topSize(c cid.Cid, block []byte) (int64, error) {
	if c.Type() == cid.Raw {
		return int64(len(block)), nil
	}
	_, file, err := decode(block)
	if err != nil {
		return 0, err
	}
	size := file.FileSize()
	if size <= leafSize || size > maxContent {
		return 0, fmt.Errorf("%w: a node says it holds %d bytes", ErrCorrupt, size)
	}
	return int64(size), nil
}

// children checks a node against the layout and returns what is below it.
func (n node) children(block []byte) ([]node, error) {
	pb, file, err := decode(block)
	if err != nil {
		return nil, err
	}
	below := capacity(n.level - 1)
	count := (n.size + below - 1) / below
	links := pb.Links()
	if file.FileSize() != uint64(n.size) || int64(len(links)) != count || int64(file.NumChildren()) != count || len(file.Data()) != 0 {
		return nil, fmt.Errorf("%w: node %v is not of the expected layout", ErrCorrupt, n.c)
	}
	nodes := make([]node, count)
	for i := range nodes {
		child := node{c: links[i].Cid, size: min(below, n.size-int64(i)*below), level: n.level - 1}
		if _, err := accept(child.c); err != nil {
			return nil, fmt.Errorf("%w: node %v: %w", ErrCorrupt, n.c, err)
		}
		if (child.level == 0) != (child.c.Type() == cid.Raw) || file.BlockSize(i) != uint64(child.size) {
			return nil, fmt.Errorf("%w: node %v is not of the expected layout", ErrCorrupt, n.c)
		}
		nodes[i] = child
	}
	return nodes, nil
}

func decode(block []byte) (*merkledag.ProtoNode, *unixfs.FSNode, error) {
	pb, err := merkledag.DecodeProtobuf(block)
	if err != nil {
		return nil, nil, fmt.Errorf("%w: %v", ErrCorrupt, err)
	}
	file, err := unixfs.FSNodeFromBytes(pb.Data())
	if err != nil {
		return nil, nil, fmt.Errorf("%w: %v", ErrCorrupt, err)
	}
	if file.Type() != unixfs.TFile {
		return nil, nil, fmt.Errorf("%w: a node is not part of a file", ErrCorrupt)
	}
	return pb, file, nil
}

// maxSize returns the bytes that the block of a node may have.
func maxSize(c cid.Cid) int64 {
	if c.Type() == cid.Raw {
		return leafSize
	}
	return maxNodeSize
}

// blockSource is where blocks are read from. It checks neither hash nor length beyond the bound.
type blockSource interface {
	// read returns a block of at most maxBytes.
	read(ctx context.Context, c cid.Cid, maxBytes int64) ([]byte, error)
	// holds looks a block up without fetching it.
	holds(ctx context.Context, c cid.Cid) (bool, error)
}

// verified reads a block and checks its hash.
func verified(ctx context.Context, from blockSource, c cid.Cid) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	block, err := from.read(ctx, c, maxSize(c))
	if err != nil {
		return nil, err
	}
	if !matches(c, block) {
		return nil, fmt.Errorf("%w: block %v", ErrCorrupt, c)
	}
	return block, nil
}

// holdsAll walks the nodes of the content and looks up its leaves.
func holdsAll(ctx context.Context, from blockSource, id CID) (bool, error) {
	top, err := verified(ctx, from, id.c)
	if errors.Is(err, ErrNotFound) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	size, err := topSize(id.c, top)
	if err != nil {
		return false, err
	}
	pending := []node{{id.c, size, levelOf(size)}}
	for len(pending) > 0 {
		n := pending[len(pending)-1]
		pending = pending[:len(pending)-1]
		if n.level == 0 {
			held, err := from.holds(ctx, n.c)
			if err != nil || !held {
				return false, err
			}
			continue
		}
		block, err := verified(ctx, from, n.c)
		if errors.Is(err, ErrNotFound) {
			return false, nil
		}
		if err != nil {
			return false, err
		}
		below, err := n.children(block)
		if err != nil {
			return false, err
		}
		pending = append(pending, below...)
	}
	return true, nil
}
