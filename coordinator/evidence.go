package coordinator

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/commonweight/commonweight/internal/chain"
)

// Replica is a verified copy of a run, from which bundles are made: replica.Replica.
type Replica interface {
	WriteBundle(ctx context.Context, commitment chain.Hash, path string) (size int64, err error)
}

// bundlesKept is how many bundles stay in the folder; the oldest go first, and can be made again.
const bundlesKept = 32

// evidence makes bundles, one at a time: a state that isn't stored has to be computed again.
//
// Concurrency: safe for any number of goroutines.
type evidence struct {
	dir     string
	runOf   func(ctx context.Context, commitment chain.Hash) (chain.RunID, error)
	replica func(ctx context.Context, run chain.RunID) (Replica, error)
	turn    chan struct{}
}

func newEvidence(dir string, client *chain.Client, replica func(context.Context, chain.RunID) (Replica, error)) *evidence {
	runOf := func(ctx context.Context, commitment chain.Hash) (chain.RunID, error) {
		c, err := client.Commitment(ctx, commitment)
		return c.Run, err
	}
	return &evidence{dir: dir, runOf: runOf, replica: replica, turn: make(chan struct{}, 1)}
}

// of returns the file with a commitment's bundle.
func (e *evidence) of(ctx context.Context, commitment string) (string, error) {
	var hash chain.Hash
	if err := hash.UnmarshalText([]byte(commitment)); err != nil {
		return "", fmt.Errorf("commitment %q: %w", commitment, err)
	}
	path := filepath.Join(e.dir, hash.Hex()+".car")
	if made(path) {
		return path, nil
	}
	select {
	case e.turn <- struct{}{}:
		defer func() { <-e.turn }()
	case <-ctx.Done():
		return "", ctx.Err()
	}
	if made(path) {
		return path, nil
	}
	run, err := e.runOf(ctx, hash)
	if err != nil {
		return "", err
	}
	r, err := e.replica(ctx, run)
	if err != nil {
		return "", err
	}
	if _, err := r.WriteBundle(ctx, hash, path); err != nil {
		return "", err
	}
	return path, e.prune(path)
}

func made(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// prune removes the oldest bundles but the one that was just made. Who reads one keeps what it has opened.
func (e *evidence) prune(keep string) error {
	entries, err := os.ReadDir(e.dir)
	if err != nil {
		return err
	}
	var files []fs.FileInfo
	for _, entry := range entries {
		if info, err := entry.Info(); err == nil && info.Mode().IsRegular() && filepath.Ext(info.Name()) == ".car" {
			files = append(files, info)
		}
	}
	slices.SortFunc(files, func(a, b fs.FileInfo) int {
		return cmp.Or(a.ModTime().Compare(b.ModTime()), cmp.Compare(a.Name(), b.Name()))
	})
	var errs []error
	for _, f := range files[:max(0, len(files)-bundlesKept)] {
		if path := filepath.Join(e.dir, f.Name()); path != keep {
			errs = append(errs, remove(path))
		}
	}
	return errors.Join(errs...)
}
