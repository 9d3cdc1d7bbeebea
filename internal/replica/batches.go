package replica

import (
	"io"
	"os"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/train/program"
)

// knownPaths returns the siblings of the leaves that are here; nil if all are, and have yet to be hashed.
func (w *workshop) knownPaths() trace.Paths {
	if w.leaves != nil {
		return w.leaves
	}
	return nil
}

// paths returns the siblings of the leaves that are here.
func (w *workshop) paths() trace.Paths {
	if known := w.knownPaths(); known != nil {
		return known
	}
	return merkle.Dataset(w.Payload()).By(trace.HashOf(w.program.Spec)).Tree()
}

// readBatches checks leaves against the dataset root and writes a payload with holes where nothing is read.
//
// Errors: ErrUnknown.
func readBatches(r io.Reader, s program.Spec, leaves []int, path string) (err error) {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() {
		if closeErr := file.Close(); err == nil {
			err = closeErr
		}
	}()
	if err := file.Truncate(int64(s.Dataset.Bytes)); err != nil {
		return err
	}
	if err := trace.ReadBatches(r, s, leaves, func(i int, leaf []byte, _ []merkle.Hash) error {
		_, err := file.WriteAt(leaf, int64(i)*merkle.LeafSize)
		return err
	}); err != nil {
		return unknownf("the bundle's batches: %w", err)
	}
	return nil
}
