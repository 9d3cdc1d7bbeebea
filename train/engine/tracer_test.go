package engine

import (
	"errors"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/train/engine/cpu"
	"github.com/commonweight/commonweight/train/engine/internal/golden"
)

// TestTracersAgree: every tracer shows the outputs of the portable one, and they lead to the state that the engines reach.
func TestTracersAgree(t *testing.T) {
	for name, variant := range variants(t) {
		if testing.Short() && strings.HasPrefix(name, "gpt momentum") {
			continue // the longest
		}
		p, payload := variant()
		s := p.Genesis()
		var want []string
		for i, level := range available(t) {
			tracer, err := OpenTracer(level, p, payload, 2)
			if err != nil {
				t.Fatal(err)
			}
			if err := tracer.Outputs(t.Context(), s, len(p.Operators), func(o int, words []uint32) error {
				hash := golden.WordsHash(words)
				if i == 0 {
					want = append(want, hash)
				} else if hash != want[o] {
					t.Fatalf("%s: %s: the output of %s differs", name, level, p.Operators[o].Name)
				}
				return nil
			}); err != nil {
				t.Fatal(err)
			}
			if err := tracer.Close(); err != nil {
				t.Error(err)
			}
		}
		after := s.Clone()
		if err := open(t, Portable, p, payload, 1).Step(t.Context(), after); err != nil {
			t.Fatal(err)
		}
		for tensor, o := range p.StateOutputs()[:len(after.Tensors)] {
			if golden.TensorHash(after.Tensors[tensor]) != want[o] {
				t.Errorf("%s: %s of the new state is no output of the trace", name, p.StateLayout[tensor].Name)
			}
		}
	}
}

func TestOpenTracerRefuses(t *testing.T) {
	_, p, payload := golden.Tiny(t, vectors)
	if _, err := OpenTracer("cuda", p, payload, 1); !errors.Is(err, ErrUnknown) {
		t.Errorf("an unknown name: %v", err)
	}
	for _, name := range append(available(t), Auto) {
		if tracer, err := OpenTracer(name, p, payload[1:], 1); err == nil || tracer != nil {
			t.Errorf("%s takes a dataset of another length: %v", name, err)
		}
		if tracer, err := OpenTracer(name, p, payload, 0); err == nil || tracer != nil {
			t.Errorf("%s takes 0 threads: %v", name, err)
		}
	}
	for _, level := range []string{AVX2, AVX512} {
		if !cpu.Supported(level) {
			if tracer, err := OpenTracer(level, p, payload, 1); !errors.Is(err, cpu.ErrUnsupported) || tracer != nil {
				t.Errorf("%s: %v", level, err)
			}
		}
	}
}
