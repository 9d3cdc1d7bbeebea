package dataset

import (
	"encoding/binary"
	"fmt"
	"io"
	"os"
)

// The header of llm.c's token files: 256 words of 4 bytes, little-endian: magic, version, number of tokens, zeros; then tokens of 2 bytes.
const (
	headerBytes      = 256 * 4
	headerMagic      = 20240520
	headerVersion    = 1
	headerTokenBytes = 2
)

// skipHeader goes to the first token of a file.
//
// Errors: ErrFormat for a header that contradicts the file or the model.
func skipHeader(file *os.File, tokenBytes int) error {
	info, err := file.Stat()
	if err != nil || info.Size() < headerBytes {
		return err
	}
	header := make([]byte, headerBytes)
	if _, err := file.ReadAt(header, 0); err != nil {
		return err
	}
	start, err := parseTokenHeader(header, info.Size(), tokenBytes)
	if err != nil {
		return err
	}
	_, err = file.Seek(start, io.SeekStart)
	return err
}

// parseTokenHeader looks at the first bytes of a file of that size.
func parseTokenHeader(header []byte, size int64, tokenBytes int) (int64, error) {
	word := func(i int) uint32 { return binary.LittleEndian.Uint32(header[4*i:]) }
	if len(header) < headerBytes || word(0) != headerMagic {
		return 0, nil
	}
	if word(1) != headerVersion {
		return 0, fmt.Errorf("%w: its header has version %d, not %d", ErrFormat, word(1), headerVersion)
	}
	if want := headerBytes + headerTokenBytes*int64(word(2)); size != want {
		return 0, fmt.Errorf("%w: it has %d bytes, its header promises %d tokens in %d bytes", ErrFormat, size, word(2), want)
	}
	if tokenBytes != headerTokenBytes {
		return 0, fmt.Errorf("%w: its tokens have %d bytes; set dataset.tokenBytes of the RunSpec to %d", ErrFormat, headerTokenBytes, headerTokenBytes)
	}
	return headerBytes, nil
}
