package replica

import (
	"context"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"sync"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/train/program"
)

// leaves are what this machine holds of a dataset that no store gives: leaves that were shown on chain, each with its path to the dataset root. A
// step is taken only if all that it reads is here.
//
// Concurrency: safe. A leaf is written once, before anybody is told that it is there, and what isn't there nobody reads.
type leaves struct {
	run   program.Spec
	spec  program.Dataset
	path  string // of the whole payload, should it come
	bytes []byte // with holes

	mu    sync.Mutex
	paths map[int][]merkle.Hash
	whole *merkle.Tree // once the whole payload has come
}

func (l *leaves) dir() string { return l.path + ".leaves" }

// openLeaves reads what was shown before, and checks it again. A damaged file is removed.
func openLeaves(s program.Spec, path string) *leaves {
	d := s.Dataset
	l := &leaves{run: s, spec: d, path: path, bytes: make([]byte, d.Bytes), paths: make(map[int][]merkle.Hash)}
	files, err := os.ReadDir(l.dir())
	if err != nil {
		return l
	}
	for _, file := range files {
		name := filepath.Join(l.dir(), file.Name())
		opening, err := os.ReadFile(name)
		index, badName := strconv.ParseUint(file.Name(), 10, 63)
		if err != nil || badName != nil || l.hold(index, opening) != nil {
			os.Remove(name)
		}
	}
	return l
}

// Bytes returns the payload, with holes.
func (l *leaves) Bytes() []byte { return l.bytes }

// Close releases nothing.
func (l *leaves) Close() error { return nil }

// length counts the dataset's leaves.
func (l *leaves) length() uint64 {
	return (uint64(l.spec.Bytes) + merkle.LeafSize - 1) / merkle.LeafSize
}

// take keeps a leaf that was shown: its opening as IDemands.sol lays it out.
//
// Errors: ErrUnknown if it isn't that leaf of the dataset.
func (l *leaves) take(index uint64, opening []byte) error {
	if err := l.hold(index, opening); err != nil {
		return err
	}
	if err := os.MkdirAll(l.dir(), 0o755); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(l.dir(), strconv.FormatUint(index, 10)), opening, 0o644)
}

func (l *leaves) hold(index uint64, opening []byte) error {
	length := l.length()
	if index >= length {
		return unknownf("the dataset has %d leaves, none is leaf %d", length, index)
	}
	const head = 32 + 8
	if want := head + merkle.LeafSize + 32*merkle.Depth(length); len(opening) != want {
		return unknownf("leaf %d of the dataset is shown in %d bytes, want %d", index, len(opening), want)
	}
	if got := binary.BigEndian.Uint64(opening[32:head]); got != length {
		return unknownf("leaf %d is shown of a list of %d, the dataset has %d", index, got, length)
	}
	leaf := [merkle.LeafSize]byte(opening[head:])
	siblings := make([]merkle.Hash, merkle.Depth(length))
	for i := range siblings {
		copy(siblings[i][:], opening[head+merkle.LeafSize+32*i:])
	}
	at := merkle.Position{Kind: merkle.KindDataset, Length: length, Index: index}
	by := trace.HashOf(l.run)
	if err := by.Verify(at, merkle.Hash(l.spec.Root), by.Leaf(&leaf), siblings); err != nil {
		return unknownf("leaf %d of the dataset: %w", index, err)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.holds(int(index)) {
		copy(l.bytes[index*merkle.LeafSize:], leaf[:])
		l.paths[int(index)] = siblings
	}
	return nil
}

func (l *leaves) holds(i int) bool { return l.whole != nil || l.paths[i] != nil }

// Open returns the siblings of a leaf that is held, nil of another.
func (l *leaves) Open(i int) []merkle.Hash {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.whole != nil {
		return l.whole.Open(i)
	}
	return l.paths[i]
}

// lacked returns which of some leaves aren't held.
func (l *leaves) lacked(wanted []int) []uint64 {
	l.mu.Lock()
	defer l.mu.Unlock()
	var out []uint64
	for _, i := range wanted {
		if !l.holds(i) {
			out = append(out, uint64(i))
		}
	}
	return out
}

// fill takes in the whole payload, which has come after all.
func (l *leaves) fill(payload []byte) {
	tree := merkle.Dataset(payload).By(trace.HashOf(l.run)).Tree()
	l.mu.Lock()
	defer l.mu.Unlock()
	for i := range int(l.length()) {
		if !l.holds(i) {
			copy(l.bytes[i*merkle.LeafSize:], payload[i*merkle.LeafSize:min(len(payload), (i+1)*merkle.LeafSize)])
		}
	}
	l.whole = tree
}

// lacks says that a window can't be replayed because the dataset isn't here. If it has come to a store meanwhile, it is fetched.
//
// Errors: ErrUnknown, with the leaves that are missing.
func (r *Replica) lacks(ctx context.Context, window uint64, steps uint32) error {
	l := r.leaves
	if l == nil {
		return nil
	}
	wanted, err := trace.Reads(r.program.Spec, window*uint64(r.run.Schedule.WindowSteps), steps)
	if err != nil {
		return unknownf("%w", err)
	}
	if len(l.lacked(wanted)) == 0 {
		return nil
	}
	whole, err := openPayload(ctx, r.store, l.run, l.path)
	if err == nil {
		l.fill(whole.Bytes())
		return whole.Close()
	}
	lacked := l.lacked(wanted)
	return &MissingError{Missing{Leaves: lacked}, fmt.Sprintf("window %d reads %d leaves of the dataset that aren't here, the first is %d (%v)", window, len(lacked), lacked[0], err)}
}

// lacksStep is what an engine asks before each step.
func (w *workshop) lacksStep(step uint64) error {
	if w.leaves == nil {
		return nil
	}
	wanted, err := trace.Reads(w.program.Spec, step, 1)
	if err == nil {
		if lacked := w.leaves.lacked(wanted); len(lacked) > 0 {
			err = fmt.Errorf("step %d reads leaf %d of the dataset, which isn't here", step, lacked[0])
		}
	}
	if err != nil {
		return unknownf("%w", err)
	}
	return nil
}

// Take keeps a leaf of the dataset that was shown on chain, if this machine has use for it.
//
// Errors: ErrUnknown if it isn't that leaf.
func (r *Replica) Take(leaf uint64, opening []byte) error {
	if r.leaves == nil {
		return nil
	}
	return r.leaves.take(leaf, slices.Clone(opening))
}
