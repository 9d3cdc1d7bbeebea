package ipfs

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/ipfs/boxo/blockstore"
	blocks "github.com/ipfs/go-block-format"
	"github.com/ipfs/go-cid"
	ipld "github.com/ipfs/go-ipld-format"
)

// folder is a block store of boxo's interface in which every block is a file named by its CID. A file appears by rename only, whole and
// flushed, so any number of processes may read and write the same folder without a lock; two that write one block write the same bytes.
type folder struct{ blocks, temp string }

var _ blockstore.Blockstore = folder{}

// staleAfter is the age from which a temporary file has surely been left by a process that was killed.
const staleAfter = time.Hour

func openFolder(dir string) (folder, error) {
	f := folder{blocks: filepath.Join(dir, "blocks"), temp: filepath.Join(dir, "temp")}
	for _, d := range []string{f.blocks, f.temp} {
		if err := os.MkdirAll(d, 0o755); err != nil {
			return folder{}, fmt.Errorf("opening the block store: %w", err)
		}
	}
	left, err := os.ReadDir(f.temp)
	if err != nil {
		return folder{}, fmt.Errorf("opening the block store: %w", err)
	}
	for _, entry := range left {
		if info, err := entry.Info(); err == nil && time.Since(info.ModTime()) > staleAfter {
			os.Remove(filepath.Join(f.temp, entry.Name()))
		}
	}
	return f, nil
}

// path shards by the two characters before the last, where the digits of a CID vary most evenly.
func (f folder) path(c cid.Cid) string {
	name := c.String()
	return filepath.Join(f.blocks, name[len(name)-3:len(name)-1], name)
}

// read returns the file of a block as it lies on the disk.
func (f folder) read(_ context.Context, c cid.Cid, maxBytes int64) ([]byte, error) {
	file, err := os.Open(f.path(c))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w: block %v", ErrNotFound, c)
	}
	if err != nil {
		return nil, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	if info.Size() > maxBytes {
		return nil, fmt.Errorf("%w: block %v has %d bytes on the disk", ErrCorrupt, c, info.Size())
	}
	block := make([]byte, info.Size())
	if _, err := io.ReadFull(file, block); err != nil {
		return nil, fmt.Errorf("%w: block %v: %v", ErrCorrupt, c, err)
	}
	return block, nil
}

func (f folder) holds(ctx context.Context, c cid.Cid) (bool, error) { return f.Has(ctx, c) }

func (f folder) Has(_ context.Context, c cid.Cid) (bool, error) {
	_, err := os.Stat(f.path(c))
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil, err
}

func (f folder) Get(ctx context.Context, c cid.Cid) (blocks.Block, error) {
	block, err := verified(ctx, f, c)
	if errors.Is(err, ErrNotFound) {
		return nil, ipld.ErrNotFound{Cid: c}
	}
	if err != nil {
		return nil, err
	}
	return blocks.NewBlockWithCid(block, c)
}

func (f folder) GetSize(_ context.Context, c cid.Cid) (int, error) {
	info, err := os.Stat(f.path(c))
	if errors.Is(err, fs.ErrNotExist) {
		return -1, ipld.ErrNotFound{Cid: c}
	}
	if err != nil {
		return -1, err
	}
	return int(info.Size()), nil
}

// Put writes a block unless a sound copy is there. A damaged one is replaced.
func (f folder) Put(ctx context.Context, block blocks.Block) error {
	if _, err := verified(ctx, f, block.Cid()); err == nil {
		return nil
	}
	if err := f.write(f.path(block.Cid()), block.RawData()); err != nil {
		return fmt.Errorf("storing block %v: %w", block.Cid(), err)
	}
	return nil
}

func (f folder) write(path string, data []byte) (err error) {
	file, err := os.CreateTemp(f.temp, "block-")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			file.Close()
			os.Remove(file.Name())
		}
	}()
	if _, err = file.Write(data); err != nil {
		return err
	}
	if err = file.Chmod(0o644); err != nil {
		return err
	}
	// Rationale: a worker names this block on chain and bonds money on it, so it must survive a power cut from here on.
	if err = file.Sync(); err != nil {
		return err
	}
	if err = file.Close(); err != nil {
		return err
	}
	if err = os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	if err = os.Rename(file.Name(), path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

func syncFolder(path string) error {
	dir, err := os.Open(path)
	if err != nil {
		return err
	}
	defer dir.Close()
	return dir.Sync()
}

func (f folder) PutMany(ctx context.Context, all []blocks.Block) error {
	for _, block := range all {
		if err := f.Put(ctx, block); err != nil {
			return err
		}
	}
	return nil
}

func (f folder) DeleteBlock(_ context.Context, c cid.Cid) error {
	err := os.Remove(f.path(c))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

func (f folder) AllKeysChan(ctx context.Context) (<-chan cid.Cid, error) {
	keys := make(chan cid.Cid)
	go func() {
		defer close(keys)
		filepath.WalkDir(f.blocks, func(_ string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			c, err := cid.Decode(entry.Name())
			if err != nil {
				return nil
			}
			select {
			case keys <- c:
				return nil
			case <-ctx.Done():
				return ctx.Err()
			}
		})
	}()
	return keys, nil
}
