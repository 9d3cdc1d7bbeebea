package validator

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/gofrs/flock"
)

// maxBackup bounds what is read before it is decoded: some ten thousand ballots.
const maxBackup = 4 << 20

// kept is a salt, and the root that was cast under it; zero where only the salt is known.
type kept struct{ salt, root chain.Hash }

// backup keeps random salts in a file: one line of JSON a ballot, on disk before it is used. Lines are only ever added.
type backup struct {
	file  *os.File
	lock  *flock.Flock
	size  int64 // of whole lines
	juror chain.Address
	kept  map[slot][]kept
}

// line is one ballot in the file.
type line struct {
	Juror      chain.Address `json:"juror"`
	Commitment chain.Hash    `json:"commitment"`
	Round      uint32        `json:"round"`
	Seed       chain.Hash    `json:"seed"`
	Root       chain.Hash    `json:"root"`
	Salt       chain.Hash    `json:"salt"`
}

// openBackup reads a backup, or begins one. A last line that a crash tore is dropped: its ballot was never cast.
//
// Errors: a file that is too large, or that isn't one of ours.
func openBackup(path string, juror chain.Address) (*backup, error) {
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return nil, fmt.Errorf("backup of salts: %w", err)
	}
	b := &backup{file: file, lock: flock.New(path), juror: juror, kept: make(map[slot][]kept)}
	if err := b.load(path); err != nil {
		return nil, errors.Join(fmt.Errorf("backup of salts %s: %w", path, err), b.close())
	}
	return b, nil
}

func (b *backup) load(path string) error {
	held, err := b.lock.TryLock()
	if err != nil {
		return err
	}
	if !held {
		return errors.New("another process uses it")
	}
	text, err := io.ReadAll(io.LimitReader(b.file, maxBackup+1))
	if err != nil {
		return err
	}
	if len(text) > maxBackup {
		return fmt.Errorf("more than the %d bytes allowed; move it away once all its ballots are settled", maxBackup)
	}
	whole := bytes.LastIndexByte(text, '\n') + 1
	if err := b.decode(text[:whole]); err != nil {
		return err
	}
	b.size = int64(whole)
	if err := b.file.Truncate(b.size); err != nil {
		return err
	}
	return errors.Join(b.file.Sync(), syncDir(filepath.Dir(path)))
}

func (b *backup) decode(text []byte) error {
	for i, row := range bytes.SplitAfter(text, []byte{'\n'}) {
		if len(row) == 0 {
			continue
		}
		var l line
		decoder := json.NewDecoder(bytes.NewReader(row))
		decoder.DisallowUnknownFields()
		if err := decoder.Decode(&l); err != nil {
			return fmt.Errorf("line %d is no ballot", i+1) // the reason could repeat a salt
		}
		if l.Juror == b.juror {
			b.note(l)
		}
	}
	return nil
}

func (b *backup) note(l line) {
	at := slot{l.Commitment, l.Round, l.Seed}
	b.kept[at] = append(b.kept[at], kept{l.Salt, l.Root})
}

// keep writes a salt down. When it returns without an error, the line is on disk.
func (b *backup) keep(at slot, salt, root chain.Hash) error {
	l := line{Juror: b.juror, Commitment: at.commitment, Round: at.round, Seed: at.seed, Root: root, Salt: salt}
	text, err := json.Marshal(l)
	if err != nil {
		return errors.New("write a salt down: it can't be spelled")
	}
	text = append(text, '\n')
	if b.size+int64(len(text)) > maxBackup {
		return errors.New("write a salt down: the backup is full; move it away once all its ballots are settled")
	}
	_, err = b.file.Write(text)
	if err = errors.Join(err, b.file.Sync()); err != nil {
		return errors.Join(fmt.Errorf("write a salt down: %w", err), b.file.Truncate(b.size)) // the next line must not join a torn one
	}
	b.size += int64(len(text))
	b.note(l)
	return nil
}

func (b *backup) close() error { return errors.Join(b.file.Close(), b.lock.Unlock()) }

// syncDir makes a new file's name last.
func syncDir(path string) error {
	dir, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(dir.Sync(), dir.Close())
}
