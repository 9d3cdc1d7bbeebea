package cuda

import (
	"math"

	"github.com/commonweight/commonweight/train/engine/cuda/plan"
	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

// inputs are the words of a step's batch, for each input of the plan: some thousand hashes, which the host takes while the device computes.
func inputs(p *program.Program, pl *plan.Plan, payload []byte, clock uint32) [][]uint32 {
	list := make([][]uint32, len(pl.Inputs))
	for i, in := range pl.Inputs {
		o := &p.Operators[in.Operator]
		a := &o.Attributes
		seed := uint64(a[program.AttributeLoadBatchSeedHigh])<<32 | uint64(a[program.AttributeLoadBatchSeedLow])
		words := make([]uint32, in.Words)
		tokens := numeric.Tokens{
			Batch: int(a[program.AttributeLoadBatchBatch]), Length: int(a[program.AttributeLoadBatchLength]),
			Stride: int(a[program.AttributeLoadBatchStride]), Seed: seed, Vocabulary: a[program.AttributeLoadBatchVocabulary],
			TokenBytes: int(a[program.AttributeLoadBatchTokenBytes]),
		}
		records := numeric.Records{
			Batch: tokens.Batch, Features: int(a[program.AttributeLoadBatchFeatures]), Seed: seed, Classes: tokens.Vocabulary,
		}
		switch o.Mode {
		case program.ModeX:
			numeric.LoadTokens(words, payload, clock, tokens, 0)
		case program.ModeY:
			numeric.LoadTokens(words, payload, clock, tokens, 1)
		case program.ModeLabel:
			numeric.LoadLabels(words, payload, clock, records)
		case program.ModeFeatures:
			features := make([]float32, in.Words)
			numeric.LoadFeatures(features, payload, clock, records)
			for j, x := range features {
				words[j] = math.Float32bits(x)
			}
		}
		list[i] = words
	}
	return list
}
