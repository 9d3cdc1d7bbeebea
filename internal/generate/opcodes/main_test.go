package main

import (
	"bytes"
	"go/format"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const root = "../../.."

func source(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, "testdata", "vectors", "opcodes.json"))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestCommittedTablesAreCurrent(t *testing.T) {
	tables, err := parse([]byte(source(t)))
	if err != nil {
		t.Fatal(err)
	}
	for room, text := range map[string]string{
		"train/numeric":      numericFile(tables),
		"train/program":      programFile(tables, "program"),
		"fraudproof/referee": programFile(tables, "referee"),
	} {
		want, err := format.Source([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		compare(t, filepath.Join(room, "opcodes_gen.go"), want)
	}
	compare(t, "solidity/src/OpCodes.sol", []byte(solidityFile(tables)))
}

func compare(t *testing.T, path string, want []byte) {
	t.Helper()
	got, err := os.ReadFile(filepath.Join(root, path))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is out of date: run go generate", path)
	}
}

func TestBrokenTablesAreRefused(t *testing.T) {
	for _, c := range []struct{ name, old, replacement string }{
		{"code 0", `"name": "matmul", "code": 1`, `"name": "matmul", "code": 0`},
		{"a code twice", `"name": "fma", "code": 4`, `"name": "fma", "code": 3`},
		{"unknown mode", `"modes": ["nn", "nt", "tn"]`, `"modes": ["nn", "tt"]`},
		{"attributes over the header", `"attributes": {"word": 16`, `"attributes": {"word": 14`},
		{"constants over operands", `"constants": {"word": 32, "count": 32}`, `"constants": {"word": 32, "count": 33}`},
		{"instructions beyond the tile", `"instructions": {"word": 224, "count": 32}`, `"instructions": {"word": 224, "count": 33}`},
	} {
		broken := strings.Replace(source(t), c.old, c.replacement, 1)
		if broken == source(t) {
			t.Fatalf("%s: nothing was replaced", c.name)
		}
		if _, err := parse([]byte(broken)); err == nil {
			t.Errorf("%s was accepted", c.name)
		}
	}
}
