package dataset

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// ErrFormat says that a file isn't what its name or its first bytes promise, or not what the model takes.
var ErrFormat = errors.New("the dataset does not fit")

// Want is what a model takes: tokens, or records of features and a label.
type Want struct {
	TokenBytes int    // tokens: 1, 2 or 4; 0: records
	Features   int    // records: float32 words before the label
	Classes    int    // records: labels are less
	Label      string // records in CSV: the label's column; empty: the last one
	Limit      int64  // bytes of the payload
}

// recordBytes is the length of a record in the payload.
func (w Want) recordBytes() int64 { return 4 * (int64(w.Features) + 1) }

// Read makes a payload of what lies at path.
//
//	a folder                      its regular files, joined (FromFolder), without the headers of token files
//	tokens with llm.c's header    the tokens; they have 2 bytes
//	any other file of tokens      the bytes as they are: nanoGPT's .bin files, or text if tokens have 1 byte
//	IDX images (records)          one byte per pixel, divided by 255; labels from the file beside it (train-labels-idx1-ubyte)
//	.csv (records)                one record per line; a first line that holds names is passed over
//	any other file of records     the words as they are
//
// Errors: ErrEmpty, ErrUneven, ErrFormat, in one line that names the file.
func Read(path string, want Want) ([]byte, Source, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, Source{}, fmt.Errorf("reading the dataset: %w", err)
	}
	if want.TokenBytes != 0 {
		if err := checkWidth(want.TokenBytes); err != nil {
			return nil, Source{}, err
		}
	}
	if want.Label != "" && (info.IsDir() || !isCSV(path, want)) {
		return nil, Source{}, fmt.Errorf("%w: %s has no columns; a label is named in a .csv file of records only", ErrFormat, path)
	}
	if info.IsDir() {
		return fromFolder(path, want.TokenBytes, want.Limit)
	}
	if !info.Mode().IsRegular() {
		return nil, Source{}, fmt.Errorf("reading the dataset: %s is no regular file", path)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, Source{}, fmt.Errorf("reading the dataset: %w", err)
	}
	defer file.Close()
	if want.TokenBytes == 0 {
		return readRecords(file, info.Size(), want)
	}
	return fromFile(file, want.TokenBytes, true, want.Limit)
}

func isCSV(path string, want Want) bool {
	return want.TokenBytes == 0 && strings.EqualFold(filepath.Ext(path), ".csv")
}

// readRecords reads a file of records in any of their formats.
func readRecords(file *os.File, size int64, want Want) ([]byte, Source, error) {
	first := make([]byte, 4)
	n, err := file.ReadAt(first, 0)
	if err != nil && err != io.EOF {
		return nil, Source{}, fmt.Errorf("reading the dataset: %w", err)
	}
	r := bufio.NewReaderSize(file, 1<<16)
	var payload []byte
	switch {
	case isCSV(file.Name(), want):
		payload, err = decodeCSV(r, want)
	case bytes.HasPrefix(first[:n], []byte{0x1f, 0x8b}):
		err = fmt.Errorf("%w: it is compressed; run gunzip on it first", ErrFormat)
	case isIDX(first[:n]):
		payload, err = readIDX(file.Name(), r, size, want)
	default:
		return fromFile(file, 4, false, want.Limit)
	}
	if err != nil {
		return nil, Source{}, fmt.Errorf("reading %s: %w", file.Name(), err)
	}
	return payload, Source{Files: 1}, nil
}
