package cpu

import (
	"errors"
	"math"
	"slices"
	"testing"

	"github.com/commonweight/commonweight/train/engine/portable"
	"github.com/commonweight/commonweight/train/program"
)

// TestTracerGivesTheReferencesOutputs compares every word of every output, of good steps and of a poisoned one, at all numbers of threads.
func TestTracerGivesTheReferencesOutputs(t *testing.T) {
	payload := randomBytes(4000)
	for name, c := range map[string]struct {
		model program.Model
		batch int
	}{
		"ragged":                 {gpt(2, 48, 3, 32, 50), 3},
		"more than one chunk":    {gpt(1, 64, 2, 80, 517), 7},
		"one head, one sequence": {gpt(1, 16, 1, 16, 11), 1},
	} {
		if testing.Short() && c.batch == 7 {
			continue // slow under the race detector
		}
		p := compile(t, run(c.model, c.batch, payload))
		for _, poison := range []float32{0, float32(math.Inf(1)), float32(math.NaN())} {
			s := p.Genesis()
			if poison != 0 {
				s.Tensors[4][7] = poison
			}
			want := outputsOf(t, p, payload, s)
			for _, level := range levels {
				for threads := range 3 {
					tracer := openTracer(t, level, p, payload, threads+1)
					before := s.Clone()
					for range 2 { // the second time on used memory
						compareOutputs(t, name+" "+level, p, tracer, s, want)
					}
					for i := range s.Tensors {
						if !slices.Equal(asWords(s.Tensors[i]), asWords(before.Tensors[i])) {
							t.Errorf("%s: tensor %d of the state changed", name, i)
						}
					}
				}
			}
		}
	}
}

func outputsOf(t *testing.T, p *program.Program, payload []byte, s *program.State) [][]uint32 {
	t.Helper()
	e, err := portable.New(p, payload)
	if err != nil {
		t.Fatal(err)
	}
	var list [][]uint32
	if err := e.Outputs(t.Context(), s, len(p.Operators), func(_ int, words []uint32) error {
		list = append(list, slices.Clone(words))
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return list
}

func openTracer(t *testing.T, level string, p *program.Program, payload []byte, threads int) *Tracer {
	t.Helper()
	if !Supported(level) {
		t.Skipf("this machine has no %s", level)
	}
	tracer, err := NewTracer(level, p, payload, threads)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = tracer.Close() })
	return tracer
}

func compareOutputs(t *testing.T, name string, p *program.Program, tracer *Tracer, s *program.State, want [][]uint32) {
	t.Helper()
	seen := 0
	if err := tracer.Outputs(t.Context(), s, len(p.Operators), func(i int, words []uint32) error {
		seen++
		for e, x := range words {
			if x != want[i][e] {
				t.Fatalf("%s: word %d of operator %s is %08x, want %08x", name, e, p.Operators[i].Name, x, want[i][e])
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if seen != len(want) {
		t.Fatalf("%s: %d outputs, want %d", name, seen, len(want))
	}
}

// TestTracerReadsWhatVisitWrites: a lie told about one output is what all later operators compute from, as in the reference.
func TestTracerReadsWhatVisitWrites(t *testing.T) {
	payload := randomBytes(4000)
	p := compile(t, run(gpt(1, 16, 1, 16, 11), 1, payload))
	s := p.Genesis()
	lie := func(i int, words []uint32) {
		if i == 4 {
			words[5] ^= 1 << 22
		}
	}
	e, err := portable.New(p, payload)
	if err != nil {
		t.Fatal(err)
	}
	var want [][]uint32
	if err := e.Outputs(t.Context(), s, len(p.Operators), func(i int, words []uint32) error {
		lie(i, words)
		want = append(want, slices.Clone(words))
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if slices.Equal(want[len(want)-3], outputsOf(t, p, payload, s)[len(want)-3]) {
		t.Fatal("the lie changed nothing")
	}
	tracer := openTracer(t, levels[0], p, payload, 2)
	if err := tracer.Outputs(t.Context(), s, len(p.Operators), func(i int, words []uint32) error {
		lie(i, words)
		if !slices.Equal(words, want[i]) {
			t.Fatalf("operator %s differs", p.Operators[i].Name)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
}

func TestTracerStops(t *testing.T) {
	payload := randomBytes(4000)
	p := compile(t, run(gpt(1, 16, 1, 16, 11), 1, payload))
	tracer := openTracer(t, levels[0], p, payload, 1)
	stop, seen := errors.New("enough"), 0
	err := tracer.Outputs(t.Context(), p.Genesis(), len(p.Operators), func(i int, _ []uint32) error {
		if seen++; i == 3 {
			return stop
		}
		return nil
	})
	if !errors.Is(err, stop) || seen != 4 {
		t.Errorf("%v after %d outputs", err, seen)
	}
	seen = 0
	if err := tracer.Outputs(t.Context(), p.Genesis(), 7, func(int, []uint32) error { seen++; return nil }); err != nil || seen != 7 {
		t.Errorf("%v after %d of 7 outputs", err, seen)
	}
}
