package replica

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/train/checkpoint"
	"github.com/commonweight/commonweight/train/program"
)

const (
	statesInMemory = 4
	wordsInMemory  = 1 << 28 // of them together, 1 GiB: a window needs the state before it and the one after it, whatever their size
	statesOnDisk   = 4
	stateSuffix    = ".safetensors"
)

// states are what this machine has computed or checked, by root: the newest few in memory, the newest recomputed ones on disk. What was
// downloaded can be downloaded again and isn't written down.
//
// Concurrency: safe for any number of goroutines, and for any number of processes on one folder.
type states struct {
	dir string

	mu    sync.Mutex
	roots []chain.Hash // the newest last
	held  map[chain.Hash]*program.State
}

// keep remembers a state, which nobody may change from now on.
func (c *states) keep(root chain.Hash, s *program.State) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.held == nil {
		c.held = make(map[chain.Hash]*program.State)
	}
	c.roots = append(slices.DeleteFunc(c.roots, func(r chain.Hash) bool { return r == root }), root)
	c.held[root] = s
	for len(c.roots) > statesInMemory || len(c.roots) > 2 && c.words() > wordsInMemory {
		delete(c.held, c.roots[0])
		c.roots = c.roots[1:]
	}
}

func (c *states) words() int {
	n := 0
	for _, s := range c.held {
		for _, tensor := range s.Tensors {
			n += len(tensor)
		}
	}
	return n
}

func (c *states) remembered(root chain.Hash) (*program.State, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	s, ok := c.held[root]
	return s, ok
}

func (c *states) path(root chain.Hash) string { return filepath.Join(c.dir, root.Hex()+stateSuffix) }

// load reads a state from disk and hashes it again. A damaged file is removed.
func (c *states) load(p *program.Program, root chain.Hash) (*program.State, bool) {
	s, err := ReadState(c.path(root), p, root)
	if err != nil {
		if !os.IsNotExist(err) {
			os.Remove(c.path(root))
		}
		return nil, false
	}
	return s, true
}

// save writes a recomputed state and forgets the oldest. A disk that refuses costs a replay later, no more.
func (c *states) save(p *program.Program, root chain.Hash, s *program.State) {
	if err := WriteState(c.path(root), p, s); err != nil {
		return
	}
	entries, err := os.ReadDir(c.dir)
	if err != nil {
		return
	}
	var files []os.FileInfo
	for _, entry := range entries {
		if info, err := entry.Info(); err == nil && strings.HasSuffix(entry.Name(), stateSuffix) {
			files = append(files, info)
		}
	}
	slices.SortFunc(files, func(a, b os.FileInfo) int { return b.ModTime().Compare(a.ModTime()) })
	for _, old := range files[min(len(files), statesOnDisk):] {
		os.Remove(filepath.Join(c.dir, old.Name()))
	}
}

// WriteState writes a checkpoint to a file that appears whole or not at all.
func WriteState(path string, p *program.Program, s *program.State) error {
	return writeWhole(path, func(w io.Writer) error { return checkpoint.Write(w, p, s) })
}

// ReadState reads a checkpoint whose state has the given root.
//
// Errors: fs.ErrNotExist; ErrUnknown for anything else than that state.
func ReadState(path string, p *program.Program, root chain.Hash) (*program.State, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	s, err := checkpoint.Read(io.LimitReader(file, checkpoint.MaxBytes(p)), p)
	if err != nil {
		return nil, unknownf("%s: %w", path, err)
	}
	if got := rootOf(p, s); got != root {
		return nil, unknownf("%s: state root differs: wanted %s, the file gives %s", path, root, got)
	}
	return s, nil
}
