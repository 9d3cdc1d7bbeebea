package trace_test

import (
	"context"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"math"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/train/engine"
	"github.com/commonweight/commonweight/train/program"
)

// variants are small runs that have every operator and mode between them, ragged edges, and reductions of more than one chunk.
func variants(t testing.TB) map[string]func() (*program.Program, []byte) {
	t.Helper()
	var run struct {
		Spec    json.RawMessage
		Payload string
	}
	read(t, "gpt-tiny.json", &run)
	tiny, err := program.ParseSpec(run.Spec)
	if err != nil {
		t.Fatal(err)
	}
	compile := func(s program.Spec, payload []byte) (*program.Program, []byte) {
		s.Dataset.Bytes = len(payload)
		p, err := program.Compile(s)
		if err != nil {
			t.Fatal(err)
		}
		return p, payload
	}
	mlp := func(o program.Optimiser, activation string, batch int, widths ...int) func() (*program.Program, []byte) {
		return func() (*program.Program, []byte) {
			s := tiny
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
	adamw := tiny.Optimiser
	adamw.LearningRate, adamw.Clip = rate, "0.01"
	sgd := program.Optimiser{Kind: program.OptimiserSGD, Clip: "1e30", LearningRate: rate}
	momentum := program.Optimiser{Kind: program.OptimiserMomentum, Momentum: "0.9", Clip: "1", LearningRate: rate}
	return map[string]func() (*program.Program, []byte){
		"tiny gpt": func() (*program.Program, []byte) {
			payload, err := hex.DecodeString(strings.TrimPrefix(run.Payload, "0x"))
			if err != nil {
				t.Fatal(err)
			}
			return compile(tiny, payload)
		},
		"ragged gpt, momentum": func() (*program.Program, []byte) {
			s := tiny
			s.Optimiser, s.Batch = momentum, 11 // 528 tokens: more than one chunk
			s.Model = program.Model{Kind: program.ModelGPT, Layers: 1, Width: 48, Heads: 3, Context: 48, Vocabulary: 519}
			s.Dataset.TokenBytes, s.Dataset.Stride = 2, 7
			var b []byte
			for i := range 700 {
				b = binary.LittleEndian.AppendUint16(b, uint16(i*i*31+i)%540)
			}
			return compile(s, b)
		},
		"mlp relu sgd":                mlp(sgd, program.ActivationReLU, 3, 5, 2),
		"mlp relu momentum":           mlp(momentum, program.ActivationReLU, 17, 5, 31, 33, 7),
		"mlp gelu adamw, 600 records": mlp(adamw, program.ActivationGELU, 600, 3, 513, 16, 4),
	}
}

// window opens a window from genesis.
func window(t testing.TB, p *program.Program, payload []byte, pre *program.State, steps, kept int) *trace.Window {
	t.Helper()
	e, err := engine.Open(engine.Auto, p, payload, runtime.NumCPU())
	if err != nil {
		t.Fatal(err)
	}
	tracer, err := engine.OpenTracer(engine.Auto, p, payload, runtime.NumCPU())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _, _ = e.Close(), tracer.Close() })
	w, err := trace.NewWindow(trace.Source{Program: p, Payload: payload, Pre: pre, Steps: steps, Stepper: e, Tracer: tracer, Kept: kept})
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// outputs are all outputs of the step after s, unstreamed, by the reference.
func outputs(t testing.TB, p *program.Program, payload []byte, s *program.State) [][]uint32 {
	t.Helper()
	e, err := engine.OpenTracer(engine.Portable, p, payload, 1)
	if err != nil {
		t.Fatal(err)
	}
	var list [][]uint32
	if err := e.Outputs(context.Background(), s, len(p.Operators), func(_ int, words []uint32) error {
		list = append(list, slices.Clone(words))
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return list
}
