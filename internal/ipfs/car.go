package ipfs

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"

	blocks "github.com/ipfs/go-block-format"
	"github.com/ipfs/go-cid"
	car "github.com/ipld/go-car/v2"
	"github.com/ipld/go-car/v2/storage"
)

const (
	maxCarHeader  = 1 << 10
	maxCarSection = leafSize + 1<<10
)

// WriteCAR writes contents of the store as one CAR file (version 1) whose root is the first of them: block after block as Get reads them,
// each once. Equal contents give equal files.
func (e *Embedded) WriteCAR(ctx context.Context, w io.Writer, contents ...CID) error {
	if len(contents) == 0 {
		return errors.New("writing a CAR file of nothing")
	}
	out, err := storage.NewWritable(w, []cid.Cid{contents[0].c}, car.WriteAsCarV1(true))
	if err != nil {
		return fmt.Errorf("writing a CAR file: %w", err)
	}
	for _, c := range contents {
		if err := e.eachBlock(ctx, c, func(id cid.Cid, block []byte) error { return out.Put(ctx, id.KeyString(), block) }); err != nil {
			return fmt.Errorf("writing %v into a CAR file: %w", c, err)
		}
	}
	if err := out.Finalize(); err != nil {
		return fmt.Errorf("writing a CAR file: %w", err)
	}
	return nil
}

// ReadCAR stores the blocks of a CAR file and returns its root. Of the file nothing is believed but what hashes to its CID; whether it is
// the file that WriteCAR would write, and holds no more, SameCAR says once the contents are known.
//
// Bounds: at most maxBytes are read.
//
// Errors: ErrCorrupt, ErrTooLarge.
func (e *Embedded) ReadCAR(ctx context.Context, r io.Reader, maxBytes int64) (CID, error) {
	limited := &io.LimitedReader{R: r, N: maxBytes + 1}
	in, err := car.NewBlockReader(limited, car.MaxAllowedHeaderSize(maxCarHeader), car.MaxAllowedSectionSize(maxCarSection))
	if err != nil {
		return CID{}, fmt.Errorf("%w: no CAR file: %v", ErrCorrupt, err)
	}
	if in.Version != 1 || len(in.Roots) != 1 {
		return CID{}, fmt.Errorf("%w: a CAR file of version %d with %d roots", ErrCorrupt, in.Version, len(in.Roots))
	}
	root, err := accept(in.Roots[0])
	if err != nil {
		return CID{}, fmt.Errorf("%w: the root of a CAR file: %w", ErrCorrupt, err)
	}
	for {
		if err := ctx.Err(); err != nil {
			return CID{}, err
		}
		block, err := in.Next()
		switch {
		case limited.N == 0:
			return CID{}, fmt.Errorf("%w: a CAR file of more than %d bytes", ErrTooLarge, maxBytes)
		case err == io.EOF:
			return root, nil
		case err != nil:
			return CID{}, fmt.Errorf("%w: a block of a CAR file: %v", ErrCorrupt, err)
		}
		if err := e.take(ctx, block); err != nil {
			return CID{}, err
		}
	}
}

// take stores a block that could be part of a content.
func (e *Embedded) take(ctx context.Context, block blocks.Block) error {
	if _, err := accept(block.Cid()); err != nil {
		return fmt.Errorf("%w: a block of a CAR file: %w", ErrCorrupt, err)
	}
	if int64(len(block.RawData())) > maxSize(block.Cid()) || !matches(block.Cid(), block.RawData()) {
		return fmt.Errorf("%w: block %v of a CAR file", ErrCorrupt, block.Cid())
	}
	return e.blocks.Put(ctx, block)
}

// SameCAR checks that r holds what WriteCAR writes for the contents: not a byte more, less or other.
//
// Errors: ErrCorrupt.
func (e *Embedded) SameCAR(ctx context.Context, r io.Reader, contents ...CID) error {
	want, got := sha256.New(), sha256.New()
	counter := &countWriter{w: want}
	if err := e.WriteCAR(ctx, counter, contents...); err != nil {
		return err
	}
	if _, err := io.Copy(got, io.LimitReader(r, counter.n+1)); err != nil {
		return err
	}
	if !bytes.Equal(want.Sum(nil), got.Sum(nil)) {
		return fmt.Errorf("%w: the CAR file holds other bytes than its contents need", ErrCorrupt)
	}
	return nil
}

type countWriter struct {
	w io.Writer
	n int64
}

func (c *countWriter) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	c.n += int64(n)
	return n, err
}

// eachBlock visits the blocks of a content in the order in which Get reads them. Equal blocks come as often as they stand there.
func (e *Embedded) eachBlock(ctx context.Context, id CID, visit func(cid.Cid, []byte) error) error {
	if !id.Defined() {
		return fmt.Errorf("%w: it is empty", ErrCID)
	}
	top, err := verified(ctx, e.blocks, id.c)
	if err != nil {
		return err
	}
	size, err := topSize(id.c, top)
	if err != nil {
		return err
	}
	pending := []node{{id.c, size, levelOf(size)}}
	for len(pending) > 0 {
		n := pending[len(pending)-1]
		pending = pending[:len(pending)-1]
		block, err := verified(ctx, e.blocks, n.c)
		if err != nil {
			return err
		}
		if err := visit(n.c, block); err != nil {
			return err
		}
		if n.level == 0 {
			continue
		}
		below, err := n.children(block)
		if err != nil {
			return err
		}
		for i := len(below) - 1; i >= 0; i-- {
			pending = append(pending, below[i])
		}
	}
	return nil
}
