package dataset

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// What is wrong with a dataset.
var (
	// ErrEmpty says that there are no bytes to train on.
	ErrEmpty = errors.New("the dataset is empty")
	// ErrTooShort says that there are not enough tokens for one sample.
	ErrTooShort = errors.New("the dataset is too short")
	// ErrUneven says that the bytes are no whole number of tokens.
	ErrUneven = errors.New("the dataset is not a whole number of tokens")
)

// Source says what a payload was made of.
type Source struct {
	Files int
	Cut   bool // the limit left out the end
}

// FromFolder joins the regular files below a folder, at most limit bytes of them.
//
// Errors: ErrEmpty.
func FromFolder(dir string, limit int64) ([]byte, Source, error) {
	dir, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return nil, Source{}, fmt.Errorf("reading the dataset: %w", err)
	}
	// Rationale: through a root no file can be opened outside the folder, even if links change while it is read.
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, Source{}, fmt.Errorf("reading the dataset: %w", err)
	}
	defer root.Close()
	paths, err := regularFiles(root.FS())
	if err != nil {
		return nil, Source{}, fmt.Errorf("reading the dataset: %w", err)
	}
	var payload []byte
	var source Source
	for _, path := range paths {
		room := limit - int64(len(payload))
		if room <= 0 {
			source.Cut = true
			break
		}
		data, cut, err := readFile(func() (fs.File, error) { return root.Open(filepath.FromSlash(path)) }, room)
		if err != nil {
			return nil, Source{}, fmt.Errorf("reading the dataset: %w", err)
		}
		payload = append(payload, data...)
		source.Files++
		source.Cut = source.Cut || cut
	}
	if len(payload) == 0 {
		return nil, Source{}, fmt.Errorf("%w: %d files below %s hold no bytes", ErrEmpty, len(paths), dir)
	}
	return payload, source, nil
}

// regularFiles lists relative paths, sorted by their bytes. A walk's own order differs: it puts a/b before a-b.
func regularFiles(tree fs.FS) ([]string, error) {
	var paths []string
	err := fs.WalkDir(tree, ".", func(path string, entry fs.DirEntry, err error) error {
		if err == nil && entry.Type().IsRegular() {
			paths = append(paths, path)
		}
		return err
	})
	slices.Sort(paths)
	return paths, err
}

// FromTokens reads a file of tokens of that many bytes each, at most limit bytes of it, whole tokens only.
//
// Errors: ErrEmpty, ErrUneven.
func FromTokens(path string, tokenBytes int, limit int64) ([]byte, Source, error) {
	if err := checkWidth(tokenBytes); err != nil {
		return nil, Source{}, err
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, Source{}, fmt.Errorf("reading the dataset: %w", err)
	}
	if !info.Mode().IsRegular() {
		return nil, Source{}, fmt.Errorf("reading the dataset: %s is no regular file", path)
	}
	if info.Size()%int64(tokenBytes) != 0 {
		return nil, Source{}, fmt.Errorf("%w: %s has %d bytes, tokens have %d", ErrUneven, path, info.Size(), tokenBytes)
	}
	payload, cut, err := readFile(func() (fs.File, error) { return os.Open(path) }, limit-limit%int64(tokenBytes))
	if err != nil {
		return nil, Source{}, fmt.Errorf("reading the dataset: %w", err)
	}
	if len(payload) == 0 {
		return nil, Source{}, fmt.Errorf("%w: %s holds no bytes", ErrEmpty, path)
	}
	return payload, Source{Files: 1, Cut: cut}, nil
}

// readFile reads at most limit bytes and says whether there were more.
func readFile(open func() (fs.File, error), limit int64) (data []byte, cut bool, err error) {
	file, err := open()
	if err != nil {
		return nil, false, err
	}
	defer file.Close()
	data, err = io.ReadAll(io.LimitReader(file, limit))
	if err != nil {
		return nil, false, err
	}
	if int64(len(data)) == limit {
		more, err := file.Read(make([]byte, 1))
		if err != nil && err != io.EOF {
			return nil, false, err
		}
		cut = more > 0
	}
	return data, cut, nil
}

// CheckTokens refuses a payload that is no whole number of tokens, or that holds no sample: a model with a context of T tokens needs T+1.
//
// Errors: ErrEmpty, ErrUneven, ErrTooShort.
func CheckTokens(payload []byte, tokenBytes, context int) error {
	if err := checkWidth(tokenBytes); err != nil {
		return err
	}
	if len(payload) == 0 {
		return ErrEmpty
	}
	if len(payload)%tokenBytes != 0 {
		return fmt.Errorf("%w: %d bytes, tokens have %d", ErrUneven, len(payload), tokenBytes)
	}
	if tokens := len(payload) / tokenBytes; tokens <= context {
		return fmt.Errorf("%w: %d tokens, a context of %d needs %d", ErrTooShort, tokens, context, context+1)
	}
	return nil
}

func checkWidth(tokenBytes int) error {
	if tokenBytes != 1 && tokenBytes != 2 && tokenBytes != 4 {
		return fmt.Errorf("tokens have 1, 2 or 4 bytes, not %d", tokenBytes)
	}
	return nil
}
