package engine

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/train/engine/cpu"
	"github.com/commonweight/commonweight/train/engine/cuda"
	"github.com/commonweight/commonweight/train/engine/internal/golden"
	"github.com/commonweight/commonweight/train/program"
)

const vectors = "../../testdata/vectors"

// available lists the engines of this machine.
func available(t *testing.T) []string {
	names := []string{Portable}
	for _, level := range []string{AVX2, AVX512} {
		if cpu.Supported(level) {
			names = append(names, level)
		} else {
			t.Logf("this machine has no %s", level)
		}
	}
	return names
}

func open(t testing.TB, name string, p *program.Program, payload []byte, threads int) Engine {
	t.Helper()
	e, err := Open(name, p, payload, threads)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := e.Close(); err != nil {
			t.Error(err)
		}
	})
	return e
}

// TestPublishedStates: every engine, with any number of threads, walks through the published states of the tiny GPT.
func TestPublishedStates(t *testing.T) {
	_, p, payload := golden.Tiny(t, vectors)
	var want golden.States
	golden.Read(t, vectors+"/gpt-tiny-states.json", &want)
	for _, name := range available(t) {
		steps := p.Spec.Steps
		if name == Portable || testing.Short() {
			steps = 1 // its own tests take all of them
		}
		for _, threads := range []int{1, 2, 3} {
			if name == Portable && threads > 1 {
				continue
			}
			e, s := open(t, name, p, payload, threads), p.Genesis()
			for i := 1; i <= steps; i++ {
				if err := e.Step(t.Context(), s); err != nil {
					t.Fatal(err)
				}
				if got := golden.StateHash(s); got != want.States[i] {
					t.Fatalf("%s, %d threads: the state after %d steps is %s, want %s", name, threads, i, got, want.States[i])
				}
			}
		}
	}
}

// variants are runs that reach what the published one doesn't: other optimisers and models, ragged sizes, more than 512 terms, clipping
// that never and always acts.
func variants(t *testing.T) map[string]func() (*program.Program, []byte) {
	_, tiny, _ := golden.Tiny(t, vectors)
	compile := func(s program.Spec, payload []byte) (*program.Program, []byte) {
		s.Dataset.Bytes = len(payload)
		p, err := program.Compile(s)
		if err != nil {
			t.Fatal(err)
		}
		return p, payload
	}
	text := func(words int) []byte {
		b := make([]byte, 2*words)
		for i := range words {
			binary.LittleEndian.PutUint16(b[2*i:], uint16(i*i*31+i)%199)
		}
		return b
	}
	gpt := func(o program.Optimiser, batch, context, vocabulary int) func() (*program.Program, []byte) {
		return func() (*program.Program, []byte) {
			s := tiny.Spec
			s.Optimiser, s.Batch = o, batch
			s.Model = program.Model{Kind: program.ModelGPT, Layers: 1, Width: 48, Heads: 3, Context: context, Vocabulary: vocabulary}
			s.Dataset.TokenBytes, s.Dataset.Stride = 2, 7
			return compile(s, text(700))
		}
	}
	mlp := func(o program.Optimiser, activation string, batch int, widths ...int) func() (*program.Program, []byte) {
		return func() (*program.Program, []byte) {
			s := tiny.Spec
			s.Optimiser, s.Batch = o, batch
			s.Model = program.Model{
				Kind: program.ModelMLP, Features: widths[0], Hidden: widths[1 : len(widths)-1], Classes: widths[len(widths)-1],
				Activation: activation,
			}
			s.Dataset.Kind, s.Dataset.TokenBytes, s.Dataset.Stride = program.DatasetTabular, 0, 0
			var b []byte
			for i := range 50 * (widths[0] + 1) {
				word := math.Float32bits(float32(math.Sin(float64(i) * 1.3)))
				if (i+1)%(widths[0]+1) == 0 {
					word = uint32(i) % uint32(widths[len(widths)-1]+1) // the last value is no class and counts as 0
				}
				b = binary.LittleEndian.AppendUint32(b, word)
			}
			return compile(s, b)
		}
	}
	rate := program.Schedule{Kind: program.ScheduleCosine, Peak: "0.01", Floor: "0.001", Warmup: 2}
	adamw := tiny.Spec.Optimiser
	adamw.LearningRate, adamw.Clip = rate, "0.01"
	sgd := program.Optimiser{Kind: program.OptimiserSGD, Clip: "1e30", LearningRate: rate}
	momentum := program.Optimiser{Kind: program.OptimiserMomentum, Momentum: "0.9", Clip: "1", LearningRate: rate}
	return map[string]func() (*program.Program, []byte){
		"gpt sgd, 3·16 tokens, 33 words":       gpt(sgd, 3, 16, 33),
		"gpt momentum, 9·64 tokens, 600 words": gpt(momentum, 9, 64, 600),
		"gpt adamw, 1·48 tokens, 199 words":    gpt(adamw, 1, 48, 199),
		"mlp relu sgd":                         mlp(sgd, program.ActivationReLU, 1, 1, 2),
		"mlp relu momentum":                    mlp(momentum, program.ActivationReLU, 17, 5, 31, 33, 7),
		"mlp gelu adamw, 600 records":          mlp(adamw, program.ActivationGELU, 600, 3, 513, 16, 4),
	}
}

// TestEnginesAgree: every engine gives the portable one's bits.
func TestEnginesAgree(t *testing.T) {
	for name, variant := range variants(t) {
		if testing.Short() && strings.HasPrefix(name, "gpt momentum") {
			continue // the longest
		}
		p, payload := variant()
		states := []*program.State{p.Genesis()}
		e := open(t, Portable, p, payload, 1)
		steps := 3
		if testing.Short() {
			steps = 1
		}
		for range steps {
			s := states[len(states)-1].Clone()
			if err := e.Step(t.Context(), s); err != nil {
				t.Fatal(err)
			}
			states = append(states, s)
		}
		for _, other := range available(t)[1:] {
			for _, threads := range []int{1, 2} {
				e, s := open(t, other, p, payload, threads), p.Genesis()
				for i, want := range states[1:] {
					if err := e.Step(t.Context(), s); err != nil {
						t.Fatal(err)
					}
					if at := difference(p, s, want); at != "" {
						t.Fatalf("%s: %s, %d threads, step %d: %s", name, other, threads, i, at)
					}
				}
			}
		}
	}
}

// TestPoisonReachesEveryEngine: a value that is not finite, wherever it stands, gives the same step in every engine.
func TestPoisonReachesEveryEngine(t *testing.T) {
	_, p, payload := golden.Tiny(t, vectors)
	reference := open(t, Portable, p, payload, 1)
	noops := 0
	count := p.Parameters
	if testing.Short() {
		count = 2
	}
	for tensor := range count {
		poison := []float32{float32(math.Inf(1)), float32(math.NaN()), float32(math.Inf(-1)), 2e38}[tensor%4]
		want := p.Genesis()
		poisoned := want.Tensors[tensor]
		poisoned[len(poisoned)*tensor/p.Parameters] = poison
		s := want.Clone()
		if err := reference.Step(t.Context(), want); err != nil {
			t.Fatal(err)
		}
		if math.IsNaN(float64(want.Norm())) {
			noops++
		}
		for _, other := range available(t)[1:] {
			got := s.Clone()
			if err := open(t, other, p, payload, 2).Step(t.Context(), got); err != nil {
				t.Fatal(err)
			}
			if at := difference(p, got, want); at != "" {
				t.Errorf("%g in %s: %s: %s", poison, p.StateLayout[tensor].Name, other, at)
			}
		}
	}
	if noops < count/2 {
		t.Errorf("only %d of %d poisons reached the norm", noops, count)
	}
}

// difference names the first word in which two states differ.
func difference(p *program.Program, a, b *program.State) string {
	if a.Clock != b.Clock {
		return fmt.Sprintf("clock %d, want %d", a.Clock, b.Clock)
	}
	for i := range a.Tensors {
		for e, x := range a.Tensors[i] {
			if got, want := math.Float32bits(x), math.Float32bits(b.Tensors[i][e]); got != want {
				return fmt.Sprintf("tensor %d, %s[%d] is %08x, want %08x", i, p.StateLayout[i].Name, e, got, want)
			}
		}
	}
	return ""
}

func TestOpenRefuses(t *testing.T) {
	_, p, payload := golden.Tiny(t, vectors)
	for _, name := range []string{"gpu", "cpu:1", "cuda:", "cuda:-1", "cuda:one", "avx2:0", ""} {
		if _, err := Open(name, p, payload, 1); !errors.Is(err, ErrUnknown) {
			t.Errorf("an unknown name, %q: %v", name, err)
		}
	}
	if _, err := cuda.Devices(); err != nil {
		if e, err := Open(CUDA, p, payload, 1); !errors.Is(err, cuda.ErrUnsupported) || e != nil || strings.Contains(err.Error(), "\n") {
			t.Errorf("without a GPU: %v", err)
		}
	}
	for _, name := range append(available(t), Auto, CPU) {
		if e, err := Open(name, p, payload[1:], 1); err == nil || e != nil {
			t.Errorf("%s takes a dataset of another length: %v", name, err)
		}
		if e, err := Open(name, p, payload, 0); err == nil || e != nil {
			t.Errorf("%s takes 0 threads: %v", name, err)
		}
		e := open(t, name, p, payload, 1)
		if name != Auto && name != CPU && e.Name() != name || e.Name() == Auto || e.Name() == CPU {
			t.Errorf("%s is called %s", name, e.Name())
		}
		if err := e.Step(t.Context(), &program.State{}); err == nil {
			t.Errorf("%s takes a foreign state", name)
		}
	}
	for _, level := range []string{AVX2, AVX512} {
		if !cpu.Supported(level) {
			if e, err := Open(level, p, payload, 1); !errors.Is(err, cpu.ErrUnsupported) || e != nil {
				t.Errorf("%s: %v", level, err)
			}
		}
	}
}

// TestSecond: the second opinion comes from other code, if the machine has any.
func TestSecond(t *testing.T) {
	_, p, payload := golden.Tiny(t, vectors)
	names := available(t)
	for _, name := range append(names, Auto, CPU) {
		first := open(t, name, p, payload, 1).Name()
		second := open(t, Second(name), p, payload, 1).Name()
		if first == second && len(names) > 1 {
			t.Errorf("%s is its own second", name)
		}
	}
	if len(names) == 1 {
		return
	}
	// Beside a GPU both the second engine and the tracer are the processor's, by two ways.
	tracer, err := OpenTracer(CUDA, p, payload, 1)
	if err != nil {
		t.Fatal(err)
	}
	if second := Second(CUDA); second == CUDA || tracer.Name() == second {
		t.Errorf("cuda is followed by %s and traced by %s", second, tracer.Name())
	}
	if err := tracer.Close(); err != nil {
		t.Error(err)
	}
}

// TestBegin: a window is its steps, on every engine; the state before it stays as it is, unless it is the window's own.
func TestBegin(t *testing.T) {
	_, p, payload := golden.Tiny(t, vectors)
	for _, name := range available(t) {
		e := open(t, name, p, payload, 2)
		want, pre := p.Genesis(), p.Genesis()
		for range 2 {
			if err := e.Step(t.Context(), want); err != nil {
				t.Fatal(err)
			}
		}
		for _, own := range []bool{false, true} {
			w, err := Begin(e, pre, own)
			if err != nil {
				t.Fatal(err)
			}
			for range 2 {
				if err := w.Step(t.Context()); err != nil {
					t.Fatal(err)
				}
			}
			s, err := w.State(t.Context())
			if err != nil || golden.StateHash(s) != golden.StateHash(want) || w.Clock() != 2 || w.Loss() != want.Loss() || w.Norm() != want.Norm() {
				t.Errorf("%s: another state, error %v", name, err)
			}
			if kept := pre.Clock == 0; kept == own {
				t.Errorf("%s: own %v, and the state before stayed %v", name, own, kept)
			}
			w.End()
		}
	}
}

// TestFailed: what a device can do to an engine is told from what a caller can.
func TestFailed(t *testing.T) {
	for err, want := range map[error]bool{
		cuda.ErrDevice: true, cuda.ErrArithmetic: true, cuda.ErrMemory: true, ErrWrong: true,
		cuda.ErrUnsupported: false, ErrUnknown: false, program.ErrState: false, context.Canceled: false,
	} {
		if Failed(fmt.Errorf("step 3: %w", err)) != want {
			t.Errorf("%v: failed %v", err, !want)
		}
	}
	for name, want := range map[string]bool{Auto: true, "auto:1": true, CUDA: false, "cuda:1": false, CPU: false} {
		if Optional(name) != want {
			t.Errorf("%s: optional %v", name, !want)
		}
	}
}
