package circuits

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/consensys/gnark-crypto/ecc"
	"github.com/consensys/gnark/backend/groth16"
)

// ErrNoKeys says that a store has no keys of a circuit.
var ErrNoKeys = errors.New("no keys of this circuit")

// Store keeps the keys of circuits in a folder, by the hash of their constraint system.
type Store struct {
	Dir string
}

// about is what about.json says of a circuit's keys.
type about struct {
	Development bool   `json:"development"`
	Transcript  string `json:"transcript,omitempty"` // hash of the transcript that was verified
	Proving     string `json:"proving"`              // sha256 of proving.key
}

// Folder is where the keys of a circuit lie: verifying.key as the contract takes it, proving.key in gnark's form, about.json.
func (s Store) Folder(system SystemHash) string {
	return filepath.Join(s.Dir, hex.EncodeToString(system[:]))
}

// Save keeps keys, in place of any before.
func (s Store) Save(system SystemHash, keys *Keys) error {
	dir := s.Folder(system)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("save keys: %w", err)
	}
	path := filepath.Join(dir, "proving.key")
	f, err := os.Create(path + ".tmp")
	if err != nil {
		return fmt.Errorf("save keys: %w", err)
	}
	defer f.Close()
	sum, wide := sha256.New(), bufio.NewWriterSize(f, 1<<20)
	if _, err = keys.proving.WriteRawTo(io.MultiWriter(wide, sum)); err == nil {
		err = wide.Flush()
	}
	if err == nil {
		err = f.Close()
	}
	if err == nil {
		err = os.Rename(path+".tmp", path)
	}
	if err == nil {
		err = writeWhole(filepath.Join(dir, "verifying.key"), keys.Verifying.Bytes())
	}
	if err != nil {
		return fmt.Errorf("save keys: %w", err)
	}
	text, err := json.Marshal(about{Development: keys.Development, Transcript: keys.Transcript, Proving: hex.EncodeToString(sum.Sum(nil))})
	if err == nil {
		err = writeWhole(filepath.Join(dir, "about.json"), append(text, '\n'))
	}
	if err != nil {
		return fmt.Errorf("save keys: %w", err)
	}
	return nil
}

// Load returns a circuit's keys, re-hashed.
//
// Errors: ErrNoKeys.
func (s Store) Load(system SystemHash) (*Keys, error) {
	dir := s.Folder(system)
	text, err := readBounded(filepath.Join(dir, "about.json"), 4096)
	if errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("%w %s in %s", ErrNoKeys, system, s.Dir)
	}
	var a about
	if err == nil {
		err = json.Unmarshal(text, &a)
	}
	if err != nil {
		return nil, fmt.Errorf("load keys: %w", err)
	}
	key, err := readBounded(filepath.Join(dir, "verifying.key"), KeyBytes)
	if err != nil {
		return nil, fmt.Errorf("load keys: %w", err)
	}
	verifying, err := ParseVerifyingKey(key)
	if err != nil {
		return nil, fmt.Errorf("load keys: %w", err)
	}
	proving, err := os.ReadFile(filepath.Join(dir, "proving.key")) // as large as this machine made it
	if err != nil {
		return nil, fmt.Errorf("load keys: %w", err)
	}
	if sum := sha256.Sum256(proving); hex.EncodeToString(sum[:]) != a.Proving {
		return nil, fmt.Errorf("load keys: %s was damaged: delete %s and set up again", "proving.key", dir)
	}
	pk := groth16.NewProvingKey(ecc.BN254)
	if _, err := pk.UnsafeReadFrom(bytes.NewReader(proving)); err != nil {
		return nil, fmt.Errorf("load keys: %w", err)
	}
	return &Keys{Verifying: verifying, Development: a.Development, Transcript: a.Transcript, proving: pk}, nil
}
