package circuits_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/consensys/gnark-crypto/ecc/bn254/fr"

	"github.com/commonweight/commonweight/circuits"
)

func TestKeysComeBackFromTheStore(t *testing.T) {
	system, keys := developed()
	hash, err := circuits.HashSystem(system)
	if err != nil {
		t.Fatal(err)
	}
	store := circuits.Store{Dir: t.TempDir()}
	if _, err := store.Load(hash); !errors.Is(err, circuits.ErrNoKeys) {
		t.Fatalf("an empty store: %v", err)
	}
	if err := store.Save(hash, keys); err != nil {
		t.Fatal(err)
	}
	back, err := store.Load(hash)
	if err != nil {
		t.Fatal(err)
	}
	if !back.Development || !back.Verifying.Equal(keys.Verifying) {
		t.Error("other keys came back")
	}
	full, _ := stepOf(t, fr.NewElement(1), fr.NewElement(2), fr.NewElement(3), 4, fr.NewElement(5))
	if _, err := back.Prove(system, full); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(store.Folder(hash), "proving.key")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text[len(text)/2] ^= 1
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Load(hash); err == nil {
		t.Error("a damaged key was loaded")
	}
}
