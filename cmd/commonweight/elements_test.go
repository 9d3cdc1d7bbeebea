package main

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/circuits"
)

// What can't be proved, and what this machine has no keys for, is said before a worker starts.
func TestElementsRefused(t *testing.T) {
	c := &console{err: new(bytes.Buffer)}
	for _, terms := range []int{-1, 0, maxElement + 1} {
		if _, err := c.elementProver(t.TempDir(), terms, true); err == nil || !strings.Contains(err.Error(), "only of 1 to 1024") {
			t.Errorf("%d terms: %v", terms, err)
		}
	}
	if _, err := c.elementProver(t.TempDir(), 16, false); !errors.Is(err, circuits.ErrNoKeys) || !strings.Contains(err.Error(), "devnet --elements 16") {
		t.Errorf("without keys: %v", err)
	}
}
