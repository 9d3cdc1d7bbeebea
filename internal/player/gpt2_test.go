package player_test

import (
	"encoding/binary"
	"runtime/debug"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/fraudproof/trace/tracetest"
	"github.com/commonweight/commonweight/train/program"
)

// gpt2 is a step of GPT-2 124M with random weights: one sample of 64 tokens.
func gpt2(s *program.Spec) {
	s.Model = program.Model{Kind: program.ModelGPT, Layers: 12, Width: 768, Heads: 12, Context: 64, Vocabulary: 50257}
	s.Dataset.TokenBytes, s.Dataset.Stride = 2, 64
	s.Batch, s.Window, s.Steps = 1, 1, 1
	// A trace takes longer than a block here, whose time runs a hundred times as fast as the wall clock.
	s.Clocks.MoveExtension, s.Clocks.ListExtension, s.Clocks.HistoryExtension = 200_000, 200_000, 200_100
}

func gpt2Tokens() []byte {
	var b []byte
	for i := range 1000 {
		b = binary.LittleEndian.AppendUint16(b, uint16(i*i*31+7*i)%50257)
	}
	return b
}

// TestDisputeOfGPT2 plays a whole dispute about 16 terms of one of 124 million weights' gradient.
func TestDisputeOfGPT2(t *testing.T) {
	everyDispute(t)
	// States are gigabytes without a pointer in them: collecting is cheap, waiting until they have doubled isn't.
	defer debug.SetGCPercent(debug.SetGCPercent(20))
	a := newArena(t, gpt2, gpt2Tokens)
	const row, column = 12, 40
	o := operatorOf(t, a.program, "h.3.mlp.c_proj.weight.grad")
	out := a.program.Operators[o].Out
	tile, word := trace.Place(out, row*out.W+column)
	lies, err := tracetest.Tell(t.Context(), a.window, tracetest.Lie{Step: 1, Operator: o, Tile: tile, Word: word, Block: 2, Flip: 1 << 20})
	check(t, err)
	a.begin("GPT-2 124M, B1 T64: weight gradient of layer 3, row 12, column 40", match.Committer, lies).play(false)
	a.audit()
}
