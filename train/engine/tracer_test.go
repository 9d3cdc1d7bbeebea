package engine

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"

	"github.com/commonweight/commonweight/train/engine/cpu"
	"github.com/commonweight/commonweight/train/engine/internal/golden"
	"github.com/commonweight/commonweight/train/program"
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
	if _, err := OpenTracer("gpu", p, payload, 1); !errors.Is(err, ErrUnknown) {
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

// TestTracerTakesTurns: callers that share a tracer see their own step each, and one that waits can be cancelled.
func TestTracerTakesTurns(t *testing.T) {
	p, payload := variants(t)["mlp relu momentum"]()
	tracer, err := OpenTracer(Auto, p, payload, 2)
	if err != nil {
		t.Fatal(err)
	}
	states := []*program.State{p.Genesis(), p.Genesis()}
	states[1].Clock = 5
	hashes := func(s *program.State) string {
		var all string
		if err := tracer.Outputs(t.Context(), s, len(p.Operators), func(_ int, words []uint32) error {
			all += golden.WordsHash(words)
			return nil
		}); err != nil {
			t.Error(err)
		}
		return all
	}
	want := []string{hashes(states[0]), hashes(states[1])}
	if want[0] == want[1] {
		t.Fatal("both steps are the same")
	}
	var wait sync.WaitGroup
	for i := range 8 {
		wait.Go(func() {
			if hashes(states[i%2]) != want[i%2] {
				t.Error("two callers came in each other's way")
			}
		})
	}
	wait.Wait()
	ctx, cancel := context.WithCancel(t.Context())
	err = tracer.Outputs(t.Context(), states[0], 1, func(int, []uint32) error {
		cancel()
		return tracer.Outputs(ctx, states[0], 1, nil)
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("a caller that waits in vain: %v", err)
	}
	if err := tracer.Close(); err != nil {
		t.Error(err)
	}
}
