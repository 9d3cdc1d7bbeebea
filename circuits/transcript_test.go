package circuits_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/consensys/gnark-crypto/ecc/bn254/fr"

	"github.com/commonweight/commonweight/circuits"
)

var beacon = bytes.Repeat([]byte{7}, 32)

// ceremony plays a setup with two contributions in each phase.
func ceremony(t *testing.T, dir string) {
	t.Helper()
	system, _ := developed()
	if _, err := circuits.Begin(dir, system); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		for _, by := range []string{"ann", "bob"} {
			transcript, err := circuits.OpenTranscript(dir, system)
			if err != nil {
				t.Fatal(err)
			}
			if err := transcript.Contribute(by); err != nil {
				t.Fatal(err)
			}
		}
		transcript, err := circuits.OpenTranscript(dir, system)
		if err != nil {
			t.Fatal(err)
		}
		if err := transcript.Seal(beacon); err != nil {
			t.Fatal(err)
		}
	}
}

func verify(dir string) (*circuits.Keys, error) {
	system, _ := developed()
	transcript, err := circuits.OpenTranscript(dir, system)
	if err != nil {
		return nil, err
	}
	return transcript.Verify()
}

func TestTranscriptMakesKeysThatProve(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "setup")
	ceremony(t, dir)
	keys, err := verify(dir)
	if err != nil {
		t.Fatal(err)
	}
	if keys.Development {
		t.Error("keys of many are called a development setup's")
	}
	again, err := verify(dir)
	if err != nil || !again.Verifying.Equal(keys.Verifying) {
		t.Fatalf("the transcript makes another key when it is checked again: %v", err)
	}
	system, _ := developed()
	full, public := stepOf(t, fr.NewElement(1), fr.NewElement(2), fr.NewElement(3), 4, fr.NewElement(5))
	proof, err := keys.Prove(system, full)
	if err != nil {
		t.Fatal(err)
	}
	if err := again.Verifying.Verify(public, proof); err != nil {
		t.Fatal(err)
	}
	_, developed := developed()
	if err := developed.Verifying.Verify(public, proof); !errors.Is(err, circuits.ErrInvalidProof) {
		t.Errorf("another setup's key accepts the proof: %v", err)
	}
}

// Whatever is changed in a transcript is noticed, also where the manifest names the changed file.
func TestChangedTranscriptIsRefused(t *testing.T) {
	whole := filepath.Join(t.TempDir(), "setup")
	ceremony(t, whole)
	files, err := os.ReadDir(whole)
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != 5 {
		t.Fatalf("%d files", len(files))
	}
	for _, file := range files {
		text, err := os.ReadFile(filepath.Join(whole, file.Name()))
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range []int{1, 9, 18, 27, 36, 45, 54} {
			dir := t.TempDir()
			if err := os.CopyFS(dir, os.DirFS(whole)); err != nil {
				t.Fatal(err)
			}
			broken := bytes.Clone(text)
			broken[len(text)*part/55] ^= 1
			change(t, dir, file.Name(), text, broken)
			if _, err := verify(dir); err == nil {
				t.Errorf("%s with byte %d changed is accepted", file.Name(), len(text)*part/55)
			}
		}
		dir := t.TempDir()
		if err := os.CopyFS(dir, os.DirFS(whole)); err != nil {
			t.Fatal(err)
		}
		if err := os.Remove(filepath.Join(dir, file.Name())); err != nil {
			t.Fatal(err)
		}
		if _, err := verify(dir); err == nil {
			t.Errorf("accepted without %s", file.Name())
		}
	}
}

// change replaces a file and lets the manifest name the new one.
func change(t *testing.T, dir, name string, old, text []byte) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), text, 0o600); err != nil {
		t.Fatal(err)
	}
	manifest, err := os.ReadFile(filepath.Join(dir, "transcript.json"))
	if err != nil {
		t.Fatal(err)
	}
	before, after := sha256.Sum256(old), sha256.Sum256(text)
	named := strings.Replace(string(manifest), hex.EncodeToString(before[:]), hex.EncodeToString(after[:]), 1)
	if err := os.WriteFile(filepath.Join(dir, "transcript.json"), []byte(named), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestSetupIsTakenInOrder(t *testing.T) {
	system, _ := developed()
	dir := t.TempDir()
	transcript, err := circuits.Begin(dir, system)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := circuits.Begin(dir, system); err == nil {
		t.Error("a second setup was begun over the first")
	}
	if err := transcript.Seal(beacon); err == nil {
		t.Error("a phase nobody contributed to was sealed")
	}
	if _, err := transcript.Verify(); !errors.Is(err, circuits.ErrTranscript) {
		t.Errorf("an unsealed setup gives keys: %v", err)
	}
	if err := transcript.Contribute("ann"); err != nil {
		t.Fatal(err)
	}
	if err := transcript.Seal(beacon[:8]); err == nil {
		t.Error("a beacon of 8 bytes was taken")
	}
}

func TestTranscriptTravelsAsOneFile(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "setup")
	ceremony(t, dir)
	system, _ := developed()
	transcript, err := circuits.OpenTranscript(dir, system)
	if err != nil {
		t.Fatal(err)
	}
	var packed, again bytes.Buffer
	if err := transcript.Pack(&packed); err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(t.TempDir(), "copy")
	if err := circuits.Unpack(bytes.NewReader(packed.Bytes()), copied); err != nil {
		t.Fatal(err)
	}
	if _, err := verify(copied); err != nil {
		t.Fatal(err)
	}
	if transcript, err = circuits.OpenTranscript(copied, system); err != nil {
		t.Fatal(err)
	}
	if err := transcript.Pack(&again); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(packed.Bytes(), again.Bytes()) {
		t.Error("the copy is packed to other bytes")
	}
	foreign := bytes.Replace(packed.Bytes(), []byte("phase1-0001.bin"), []byte("../ase1-0001.bi"), 1)
	if err := circuits.Unpack(bytes.NewReader(foreign), filepath.Join(t.TempDir(), "foreign")); !errors.Is(err, circuits.ErrTranscript) {
		t.Errorf("a name that leads elsewhere: %v", err)
	}
}

// Who contributes checks what is there: a file that doesn't follow from the one before is refused, though the manifest names it.
func TestContributeChecksWhatIsBefore(t *testing.T) {
	system, _ := developed()
	var dirs [2]string
	var second [2][]byte
	for i := range dirs {
		dirs[i] = filepath.Join(t.TempDir(), "setup")
		transcript, err := circuits.Begin(dirs[i], system)
		for range 2 {
			if err == nil {
				err = transcript.Contribute("ann")
			}
		}
		if err == nil {
			second[i], err = os.ReadFile(filepath.Join(dirs[i], "phase1-0002.bin"))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	change(t, dirs[0], "phase1-0002.bin", second[0], second[1])
	transcript, err := circuits.OpenTranscript(dirs[0], system)
	if err != nil {
		t.Fatal(err)
	}
	if err := transcript.CheckFiles(); err != nil {
		t.Errorf("the files are those that are named: %v", err)
	}
	if err := transcript.Contribute("bob"); !errors.Is(err, circuits.ErrTranscript) {
		t.Errorf("a contribution above one of another setup: %v", err)
	}
}

// Keys are kept with the hash of their transcript, whose files are looked at again.
func TestKeysRememberTheirTranscript(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "setup")
	ceremony(t, dir)
	keys, err := verify(dir)
	if err != nil {
		t.Fatal(err)
	}
	system, _ := developed()
	hash, err := circuits.HashSystem(system)
	if err != nil {
		t.Fatal(err)
	}
	store := circuits.Store{Dir: t.TempDir()}
	if err := store.Save(hash, keys); err != nil {
		t.Fatal(err)
	}
	transcript, err := circuits.OpenTranscript(dir, system)
	if err != nil {
		t.Fatal(err)
	}
	own, err := transcript.Hash()
	if err != nil {
		t.Fatal(err)
	}
	if back, err := store.Load(hash); err != nil || back.Transcript != own || own == "" {
		t.Errorf("the keys came back with the transcript %q, not %q: %v", back.Transcript, own, err)
	}
	if err := transcript.CheckFiles(); err != nil {
		t.Error(err)
	}
	if err := os.Truncate(filepath.Join(dir, "phase2-0001.bin"), 100); err != nil {
		t.Fatal(err)
	}
	if err := transcript.CheckFiles(); !errors.Is(err, circuits.ErrTranscript) {
		t.Errorf("a file that was cut: %v", err)
	}
}
