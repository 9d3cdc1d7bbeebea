package trace

import (
	"fmt"
	"io"
	"slices"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

// MaxBatchBytes bounds the leaves of the dataset that are shown for a window.
const MaxBatchBytes = 1 << 30

// Reads lists the leaves of the dataset that the steps from first on read, ascending.
//
// Errors: if they are more than MaxBatchBytes.
func Reads(s program.Spec, first uint64, steps uint32) ([]int, error) {
	sampleBytes, stride, samples := 4*(s.Model.Features+1), 4*(s.Model.Features+1), 0
	if s.Dataset.Kind == program.DatasetTokens {
		sampleBytes, stride = (s.Model.Context+1)*s.Dataset.TokenBytes, s.Dataset.Stride*s.Dataset.TokenBytes
	}
	samples = (s.Dataset.Bytes-sampleBytes)/stride + 1
	each := sampleBytes/merkle.LeafSize + 2
	if total := uint64(steps) * uint64(s.Batch); total > MaxBatchBytes/uint64(each*merkle.LeafSize) {
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

// WriteBatches writes leaves of the dataset with their paths: what ReadBatches reads.
func WriteBatches(w io.Writer, payload []byte, tree Paths, leaves []int) error {
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

// ReadBatches checks leaves against the dataset root and hands over each, with its siblings: the bytes of the payload from i·1024 on. Nothing
// else may follow.
//
// Errors: those of take are its own.
func ReadBatches(r io.Reader, s program.Spec, leaves []int, take func(i int, leaf []byte, siblings []merkle.Hash) error) error {
	d, by := s.Dataset, HashOf(s)
	length := uint64(d.Bytes+merkle.LeafSize-1) / merkle.LeafSize
	for _, i := range leaves {
		var leaf [merkle.LeafSize]byte
		if _, err := io.ReadFull(r, leaf[:]); err != nil {
			return fmt.Errorf("leaf %d: %w", i, err)
		}
		siblings := make([]merkle.Hash, merkle.Depth(length))
		for level := range siblings {
			if _, err := io.ReadFull(r, siblings[level][:]); err != nil {
				return fmt.Errorf("the path of leaf %d: %w", i, err)
			}
		}
		at := merkle.Position{Kind: merkle.KindDataset, Length: length, Index: uint64(i)}
		if err := by.Verify(at, merkle.Hash(d.Root), by.Leaf(&leaf), siblings); err != nil {
			return fmt.Errorf("leaf %d: %w", i, err)
		}
		if err := take(i, leaf[:min(merkle.LeafSize, d.Bytes-i*merkle.LeafSize)], siblings); err != nil {
			return err
		}
	}
	switch n, err := io.Copy(io.Discard, r); {
	case err != nil:
		return err
	case n != 0:
		return fmt.Errorf("%d bytes more than the window reads", n)
	}
	return nil
}
