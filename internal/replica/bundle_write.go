package replica

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"

	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/ipfs"
	"github.com/commonweight/commonweight/train/checkpoint"
	"github.com/commonweight/commonweight/train/program"
)

// WriteBundle writes the evidence bundle of a commitment, right or wrong, to a file that appears whole or not at all, and returns its size.
// Where the checkpoint before the window can't be had it is recomputed.
//
// Errors: ErrUnknown.
func (r *Replica) WriteBundle(ctx context.Context, commitment chain.Hash, path string) (size int64, err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return 0, err
	}
	dir, err := os.MkdirTemp(filepath.Dir(path), ".bundle-")
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	parts, err := ipfs.OpenEmbedded(dir)
	if err != nil {
		return 0, err
	}
	contents, err := r.bundle(ctx, commitment, parts)
	if err != nil {
		return 0, err
	}
	if err := writeWhole(path, func(w io.Writer) error { return parts.WriteCAR(ctx, w, contents...) }); err != nil {
		return 0, err
	}
	info, err := os.Stat(path)
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}

// bundle puts a bundle's parts into a store and returns them in order.
func (r *Replica) bundle(ctx context.Context, commitment chain.Hash, into *ipfs.Embedded) ([]ipfs.CID, error) {
	c, err := r.commitment(ctx, commitment)
	if err != nil {
		return nil, err
	}
	lineage, err := r.lineage(ctx, commitment)
	if err != nil {
		return nil, err
	}
	domain := r.chain.Domain()
	out := claim{Format: bundleFormat, ChainID: domain.ChainID, Training: domain.Training, Run: r.id, Lineage: lineage}
	if out.RunSpec, err = into.Put(ctx, bytes.NewReader(r.program.Spec.Canonical())); err != nil {
		return nil, err
	}
	if c.Parent != r.genesis || r.program.Spec.Genesis.Kind == program.GenesisImport {
		pre, err := r.After(ctx, c.Parent)
		if err != nil {
			return nil, err
		}
		if out.State, err = putWritten(ctx, into, func(w io.Writer) error { return checkpoint.Write(w, r.program, pre) }); err != nil {
			return nil, err
		}
	}
	if err := r.lacks(ctx, c.Window, c.Steps); err != nil {
		return nil, err
	}
	leaves, err := trace.Reads(r.program.Spec, c.Window*uint64(r.run.Schedule.WindowSteps), c.Steps)
	if err != nil {
		return nil, err
	}
	if out.Batches, err = putWritten(ctx, into, func(w io.Writer) error { return trace.WriteBatches(w, r.Payload(), r.paths(), leaves) }); err != nil {
		return nil, err
	}
	text, err := out.encode()
	if err != nil {
		return nil, err
	}
	root, err := into.Put(ctx, bytes.NewReader(text))
	if err != nil {
		return nil, err
	}
	return out.parts(root), nil
}

// putWritten stores what write writes.
func putWritten(ctx context.Context, store ipfs.Store, write func(io.Writer) error) (ipfs.CID, error) {
	reader, writer := io.Pipe()
	go func() { writer.CloseWithError(write(writer)) }()
	cid, err := store.Put(ctx, reader)
	reader.Close()
	return cid, err
}
