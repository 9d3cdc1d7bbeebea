package replica

import (
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

// reads lists the leaves of the dataset that the steps read, ascending.
//
// Errors: if a bundle could not hold them.
func reads(s program.Spec, first uint64, steps uint32) ([]int, error) {
	sampleBytes, stride, samples := 4*(s.Model.Features+1), 4*(s.Model.Features+1), 0
	if s.Dataset.Kind == program.DatasetTokens {
		sampleBytes, stride = (s.Model.Context+1)*s.Dataset.TokenBytes, s.Dataset.Stride*s.Dataset.TokenBytes
	}
	samples = (s.Dataset.Bytes-sampleBytes)/stride + 1
	each := sampleBytes/merkle.LeafSize + 2
	if total := uint64(steps) * uint64(s.Batch); total > maxBatchBytes/uint64(each*merkle.LeafSize) {
		return nil, fmt.Errorf("a window of %d samples is too large for a bundle", total)
	}
	var leaves []int
	for n := range uint64(steps) * uint64(s.Batch) {
		begin := int(numeric.SampleIndex(s.Seed, first*uint64(s.Batch)+n, uint64(samples))) * stride
		for leaf := begin / merkle.LeafSize; leaf*merkle.LeafSize < begin+sampleBytes; leaf++ {
			leaves = append(leaves, leaf)
		}
	}
	slices.Sort(leaves)
	return slices.Compact(leaves), nil
}

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

// writeBatches writes leaves of the dataset with their paths: what readBatches reads.
func writeBatches(w io.Writer, payload []byte, tree trace.Paths, leaves []int) error {
	for _, i := range leaves {
		var leaf [merkle.LeafSize]byte
		copy(leaf[:], payload[i*merkle.LeafSize:])
		if _, err := w.Write(leaf[:]); err != nil {
			return err
		}
		for _, sibling := range tree.Open(i) {
			if _, err := w.Write(sibling[:]); err != nil {
				return err
			}
		}
	}
	return nil
}

// readBatches checks leaves against the dataset root and writes a payload with holes where nothing is read.
//
// Errors: ErrUnknown.
func readBatches(r io.Reader, s program.Spec, leaves []int, path string) (err error) {
	d, by := s.Dataset, trace.HashOf(s)
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() {
		if closeErr := file.Close(); err == nil {
			err = closeErr
		}
	}()
	if err := file.Truncate(int64(d.Bytes)); err != nil {
		return err
	}
	length := uint64(d.Bytes+merkle.LeafSize-1) / merkle.LeafSize
	siblings := make([]merkle.Hash, merkle.Depth(length))
	for _, i := range leaves {
		var leaf [merkle.LeafSize]byte
		if _, err := io.ReadFull(r, leaf[:]); err != nil {
			return unknownf("the bundle's batches: leaf %d: %w", i, err)
		}
		for level := range siblings {
			if _, err := io.ReadFull(r, siblings[level][:]); err != nil {
				return unknownf("the bundle's batches: the path of leaf %d: %w", i, err)
			}
		}
		at := merkle.Position{Kind: merkle.KindDataset, Length: length, Index: uint64(i)}
		if err := by.Verify(at, merkle.Hash(d.Root), by.Leaf(&leaf), siblings); err != nil {
			return unknownf("the bundle's batches: leaf %d: %w", i, err)
		}
		begin := i * merkle.LeafSize
		if _, err := file.WriteAt(leaf[:min(merkle.LeafSize, d.Bytes-begin)], int64(begin)); err != nil {
			return err
		}
	}
	switch n, err := io.Copy(io.Discard, r); {
	case err != nil:
		return unknownf("the bundle's batches: %w", err)
	case n != 0:
		return unknownf("the bundle's batches hold %d bytes more than the window reads", n)
	}
	return nil
}
