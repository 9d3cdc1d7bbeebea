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

// fromFolder joins the regular files below a folder, at most limit bytes of them. Of token files it leaves out the headers.
//
// Errors: ErrEmpty, ErrFormat.
func fromFolder(dir string, tokenBytes int, limit int64) ([]byte, Source, error) {
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
		data, cut, err := readIn(root, path, tokenBytes, room)
		if err != nil {
			return nil, Source{}, fmt.Errorf("reading the dataset: %s: %w", path, err)
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

// readIn reads one file of a folder.
func readIn(root *os.Root, path string, tokenBytes int, room int64) (data []byte, cut bool, err error) {
	file, err := root.Open(filepath.FromSlash(path))
	if err != nil {
		return nil, false, err
	}
	defer file.Close()
	if tokenBytes > 0 {
		if err := skipHeader(file, tokenBytes); err != nil {
			return nil, false, err
		}
	}
	return readFile(file, room)
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

// fromFile reads a file of tokens, or of words, of that many bytes each; at most limit bytes, whole ones only.
//
// Errors: ErrEmpty, ErrUneven, ErrFormat.
func fromFile(file *os.File, width int, tokens bool, limit int64) ([]byte, Source, error) {
	if tokens {
		if err := skipHeader(file, width); err != nil {
			return nil, Source{}, fmt.Errorf("reading %s: %w", file.Name(), err)
		}
	}
	info, err := file.Stat()
	if err != nil {
		return nil, Source{}, fmt.Errorf("reading the dataset: %w", err)
	}
	if info.Size()%int64(width) != 0 {
		return nil, Source{}, fmt.Errorf("%w: %s has %d bytes, tokens have %d", ErrUneven, file.Name(), info.Size(), width)
	}
	payload, cut, err := readFile(file, limit-limit%int64(width))
	if err != nil {
		return nil, Source{}, fmt.Errorf("reading %s: %w", file.Name(), err)
	}
	if len(payload) == 0 {
		return nil, Source{}, fmt.Errorf("%w: %s holds no bytes", ErrEmpty, file.Name())
	}
	return payload, Source{Files: 1, Cut: cut}, nil
}

// readFile reads at most limit bytes and says whether there were more.
func readFile(file *os.File, limit int64) (data []byte, cut bool, err error) {
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
