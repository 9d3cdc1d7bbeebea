package replay

import (
	"math"

	"github.com/commonweight/commonweight/train/checkpoint"
	"github.com/commonweight/commonweight/train/program"
)

// Terms are what a replay of a run takes.
type Terms struct {
	Steps           int      `json:"steps"`
	Window          int      `json:"window"`
	DatasetCID      string   `json:"datasetCid"`
	DatasetBytes    int      `json:"datasetBytes"`
	GenesisCID      string   `json:"genesisCid"` // "": the seed gives it
	CheckpointBytes int64    `json:"checkpointBytes"`
	Operations      float64  `json:"operations"` // of a step: terms of sums, instructions, copied words
	Operators       []string `json:"operators"`  // their names, in order
}

func termsOf(p *program.Program) Terms {
	t := Terms{
		Steps: p.Spec.Steps, Window: p.Spec.Window, DatasetCID: p.Spec.Dataset.CID, DatasetBytes: p.Spec.Dataset.Bytes,
		CheckpointBytes: checkpoint.MaxBytes(p), Operations: operations(p), Operators: make([]string, len(p.Operators)),
	}
	if p.Spec.Genesis.Kind == program.GenesisImport {
		t.GenesisCID = p.Spec.Genesis.CID
	}
	for i, o := range p.Operators {
		t.Operators[i] = o.Name
	}
	return t
}

// operations counts what one step computes: terms of sums, instructions of maps, words that are copied, words of the state that are hashed.
func operations(p *program.Program) float64 {
	n := 0.0
	for _, o := range p.Operators {
		out := float64(o.Out.Words())
		switch o.Code {
		case program.OpMatmul:
			terms := o.Operands[0].View.W
			if o.Mode == program.ModeTN {
				terms = o.Operands[0].View.R
			}
			n += float64(o.OutView.G0*o.OutView.G1) * float64(o.OutView.R) * float64(o.OutView.W) * float64(terms)
		case program.OpColumnReduce, program.OpRowReduce, program.OpTileReduce:
			n += float64(o.Operands[0].Shape.Words())
		case program.OpScatterAdd:
			n += out + float64(o.Operands[0].Shape.Words())
		case program.OpMap:
			n += out * float64(len(o.Instructions))
		case program.OpState:
		default:
			n += out
		}
	}
	const hashing = 8 // a word of a tree, against a term
	for _, t := range p.StateLayout {
		n += hashing * float64(t.Shape.Words())
	}
	return n
}

func bitsOf(f float32) uint32 { return math.Float32bits(f) }
