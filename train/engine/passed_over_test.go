//go:build cuda && fakedriver && linux && amd64

package engine

import (
	"bytes"
	"errors"
	"log/slog"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/train/engine/cuda"
	"github.com/commonweight/commonweight/train/engine/internal/golden"
)

// TestPassedOver: a GPU with too little memory is passed over with one warning where the choice is free, and is the end of it where it isn't.
func TestPassedOver(t *testing.T) {
	_, p, payload := golden.Tiny(t, vectors)
	var warnings bytes.Buffer
	old := slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(&warnings, nil)))
	defer slog.SetDefault(old)
	cuda.Fake(func(call string) int { return map[string]int{"cuMemAlloc_v2": 2}[call] }, nil, 0)
	defer cuda.Fake(nil, nil, 0)
	e, err := Open(Auto, p, payload, 1)
	if err != nil || e.Name() != fastest() || strings.Count(warnings.String(), "level=WARN") != 1 || !strings.Contains(warnings.String(), "too little memory") {
		t.Fatalf("error %v, warned: %s", err, &warnings)
	}
	if err := e.Close(); err != nil {
		t.Error(err)
	}
	if _, err := Open(CUDA, p, payload, 1); !errors.Is(err, cuda.ErrMemory) || !Failed(err) || strings.Contains(err.Error(), "\n") || !strings.Contains(err.Error(), "GiB") {
		t.Errorf("error %v", err)
	}
}
