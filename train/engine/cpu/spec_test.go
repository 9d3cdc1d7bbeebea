package cpu

import (
	"testing"

	"github.com/commonweight/commonweight/train/program"
)

// run returns a valid spec of a model, with AdamW, for a payload.
func run(m program.Model, batch int, payload []byte) program.Spec {
	s := program.Spec{
		Version: 1, Name: "test", Profile: program.ProfileF32, TreeHash: program.HashSHA256, Seed: 1, Model: m, Batch: batch,
		Steps: 10, Window: 1, KeyFrames: 1,
		Optimiser: program.Optimiser{
			Kind: program.OptimiserAdamW, Beta1: "0.9", Beta2: "0.999", Epsilon: "1e-8", WeightDecay: "0.1", Clip: "1.0",
			LearningRate: program.Schedule{Kind: program.ScheduleConstant, Peak: "1e-3"},
		},
		Dataset: program.Dataset{Kind: program.DatasetTokens, CID: "x", Bytes: len(payload), TokenBytes: 1, Stride: m.Context + 1},
		Genesis: program.Genesis{Kind: program.GenesisSeed},
	}.Unregistered()
	if m.Kind == program.ModelMLP {
		s.Dataset.Kind, s.Dataset.TokenBytes, s.Dataset.Stride = program.DatasetTabular, 0, 0
	}
	return s
}

var levels = []string{"avx512", "avx2"}

func gpt(layers, width, heads, context, vocabulary int) program.Model {
	return program.Model{
		Kind: program.ModelGPT, Layers: layers, Width: width, Heads: heads, Context: context, Vocabulary: vocabulary,
	}
}

func compile(t testing.TB, s program.Spec) *program.Program {
	t.Helper()
	p, err := program.Compile(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func open(t testing.TB, level string, p *program.Program, payload []byte, threads int) *Engine {
	t.Helper()
	if !Supported(level) {
		t.Skip(level + " is not supported here")
	}
	e, err := New(level, p, payload, threads)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = e.Close() })
	return e
}
