package circuits

import (
	"fmt"
	"io"
	"os"
)

// readBounded reads a file that has at most so many bytes.
func readBounded(path string, most int64) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, most+1))
	if err == nil && int64(len(text)) > most {
		err = fmt.Errorf("%s has more than the %d bytes allowed", path, most)
	}
	return text, err
}

// writeWhole writes a file in one piece: a reader sees all of it or none.
func writeWhole(path string, text []byte) error {
	if err := os.WriteFile(path+".tmp", text, 0o644); err != nil {
		return err
	}
	return os.Rename(path+".tmp", path)
}
