package circuits

import (
	"archive/tar"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
)

// maxPacked bounds a packed transcript, and each of its files.
const maxPacked = 8 << 30

// packedName are the files of a transcript, and no others.
var packedName = regexp.MustCompile(`^(transcript\.json|phase[12]-[0-9]{4}\.bin)$`)

// Pack writes the folder of a setup as one file: a tar of its files by name, the same bytes everywhere.
func (t *Transcript) Pack(w io.Writer) error {
	entries, err := os.ReadDir(t.dir) // by name
	if err != nil {
		return fmt.Errorf("pack the setup: %w", err)
	}
	out := tar.NewWriter(w)
	for _, entry := range entries {
		if !packedName.MatchString(entry.Name()) {
			continue
		}
		text, err := readBounded(filepath.Join(t.dir, entry.Name()), maxPacked)
		if err == nil {
			err = out.WriteHeader(&tar.Header{Name: entry.Name(), Mode: 0o644, Size: int64(len(text)), Format: tar.FormatUSTAR})
		}
		if err == nil {
			_, err = out.Write(text)
		}
		if err != nil {
			return fmt.Errorf("pack the setup: %w", err)
		}
	}
	if err := out.Close(); err != nil {
		return fmt.Errorf("pack the setup: %w", err)
	}
	return nil
}

// Unpack writes what Pack wrote into an empty folder.
//
// Bounds: 8 GiB in all; no names but a transcript's.
//
// Errors: ErrTranscript.
func Unpack(r io.Reader, dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("unpack a setup: %w", err)
	}
	in, left := tar.NewReader(r), int64(maxPacked)
	for {
		header, err := in.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%w: unpack: %w", ErrTranscript, err)
		}
		if left -= header.Size; header.Typeflag != tar.TypeReg || !packedName.MatchString(header.Name) || header.Size < 0 || left < 0 {
			return fmt.Errorf("%w: unpack: %.60q has no place in it", ErrTranscript, header.Name)
		}
		file, err := os.OpenFile(filepath.Join(dir, header.Name), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
		if err == nil {
			_, err = io.Copy(file, in)
			err = errors.Join(err, file.Close())
		}
		if err != nil {
			return fmt.Errorf("unpack a setup: %w", err)
		}
	}
}
