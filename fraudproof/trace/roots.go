package trace

import (
	"fmt"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/train/program"
)

// StateRoot returns the root of a state.
//
// Bounds: panics if the state hasn't the shape that the program says; package checkpoint refuses such a state before it gets here.
func StateRoot(p *program.Program, s *program.State) merkle.Hash {
	return merkle.ListRoot(merkle.KindState, TensorRoots(p, s))
}

// TensorRoots returns the roots of a state's tensors in state order, the clock's last: the entries of its state root.
//
// Bounds: as StateRoot.
func TensorRoots(p *program.Program, s *program.State) []merkle.Hash {
	last := len(p.StateLayout) - 1
	if len(s.Tensors) != last {
		panic(fmt.Sprintf("trace: a state of %d tensors, the program has %d and the clock", len(s.Tensors), last))
	}
	roots := make([]merkle.Hash, last+1)
	for i, data := range s.Tensors {
		roots[i] = tensorRoot(p.StateLayout[i].Shape, data)
	}
	roots[last] = merkle.VectorRoot([]uint32{s.Clock})
	return roots
}

// EvaluationRoot returns the root of what an evaluation leads to, the list of its loss alone.
func EvaluationRoot(loss float32) merkle.Hash {
	return merkle.ListRoot(merkle.KindState, []merkle.Hash{merkle.VectorRoot([]float32{loss})})
}

func tensorRoot(shape program.Shape, data []float32) merkle.Hash {
	if !shape.Vector {
		return merkle.MatrixRoot(data, shape.G, shape.R, shape.W)
	}
	if len(data) != shape.W {
		panic(fmt.Sprintf("trace: a vector of %d words, the program says %d", len(data), shape.W))
	}
	return merkle.VectorRoot(data)
}

// GenesisRoot returns the root of the state before step 0: computed where the run's seed gives it, else as the run names it.
func GenesisRoot(p *program.Program) merkle.Hash {
	if imported := p.Spec.Genesis.Root; imported != nil {
		return merkle.Hash(*imported)
	}
	return StateRoot(p, p.Genesis())
}

// HistoryRoot returns the root of a window of n steps from its n+1 state roots.
func HistoryRoot(states []merkle.Hash) merkle.Hash { return merkle.ListRoot(merkle.KindSteps, states) }

// ProgramRoot returns the root of a program.
func ProgramRoot(p *program.Program) merkle.Hash {
	return merkle.Leaves(merkle.KindProgram, programLeaves(p)).Root()
}

// programLeaves are the leaves of the program's list: descriptors, then the root of the learning rates.
func programLeaves(p *program.Program) []merkle.Hash {
	leaves := make([]merkle.Hash, 0, len(p.Operators)+1)
	for i := range p.Operators {
		descriptor := p.Operators[i].Descriptor()
		leaves = append(leaves, merkle.HashLeaf(&descriptor))
	}
	return append(leaves, merkle.HashEntry(merkle.VectorRoot(p.LearningRates)))
}
