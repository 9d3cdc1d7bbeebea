package replica

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/internal/ipfs"
	"github.com/commonweight/commonweight/train/dataset"
	"github.com/commonweight/commonweight/train/program"
)

// payload is a dataset on this machine: a *dataset.Payload, or leaves.
type payload interface {
	Bytes() []byte
	Close() error
}

// payloadPath is where the dataset is kept.
//
// Errors: ErrUnknown if the RunSpec doesn't name it by a CID.
func payloadPath(d program.Dataset, dir string) (string, error) {
	id, err := ipfs.ParseCID(d.CID)
	if err != nil {
		return "", unknownf("the RunSpec's dataset: %w", err)
	}
	return filepath.Join(dir, "payloads", id.String()), nil
}

// openPayload maps the run's dataset into memory, downloading it first if this machine doesn't hold it, and checks its root. A file that is
// there but damaged is fetched again, once.
func openPayload(ctx context.Context, store ipfs.Store, s program.Spec, path string) (*dataset.Payload, error) {
	d := s.Dataset
	id, err := ipfs.ParseCID(d.CID)
	if err != nil {
		return nil, unknownf("the RunSpec's dataset: %w", err)
	}
	if held, err := mapPayload(path, s); err == nil {
		return held, nil
	}
	if err := download(ctx, store, id, int64(d.Bytes), path); err != nil {
		return nil, err
	}
	return mapPayload(path, s)
}

func mapPayload(path string, s program.Spec) (*dataset.Payload, error) {
	d := s.Dataset
	payload, err := dataset.Open(path)
	if err != nil {
		return nil, fmt.Errorf("dataset: %w", err)
	}
	if n := len(payload.Bytes()); n != d.Bytes {
		return nil, errors.Join(unknownf("the dataset under %s has %d bytes, the RunSpec says %d", d.CID, n, d.Bytes), payload.Close())
	}
	if root := trace.HashOf(s).DatasetRoot(payload.Bytes()); root != merkle.Hash(d.Root) {
		return nil, errors.Join(unknownf("dataset root differs: %s by the RunSpec, %s by the bytes under %s", d.Root, root, d.CID), payload.Close())
	}
	return payload, nil
}

// download writes content to a file that appears whole or not at all.
func download(ctx context.Context, store ipfs.Store, id ipfs.CID, bytes int64, path string) error {
	content, err := store.Get(ctx, id, bytes)
	if err != nil {
		return unknownf("fetching %v: %w", id, err)
	}
	defer content.Close()
	return writeWhole(path, func(w io.Writer) error {
		if _, err := io.Copy(w, content); err != nil {
			return unknownf("fetching %v: %w", id, err)
		}
		return nil
	})
}

// writeWhole makes a file appear at path with all of what write wrote, flushed, or not at all.
func writeWhole(path string, write func(io.Writer) error) (err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	file, err := os.CreateTemp(filepath.Dir(path), "unfinished-")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			file.Close()
			os.Remove(file.Name())
		}
	}()
	if err = write(file); err != nil {
		return err
	}
	if err = file.Sync(); err != nil {
		return err
	}
	if err = file.Close(); err != nil {
		return err
	}
	return os.Rename(file.Name(), path)
}
