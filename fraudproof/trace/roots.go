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
	return function(p).ListRoot(merkle.KindState, TensorRoots(p, s))
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
		if shape := p.StateLayout[i].Shape; len(data) != shape.Words() {
			panic(fmt.Sprintf("trace: a tensor of %d words, the program says %d", len(data), shape.Words()))
		}
		roots[i] = tiles(p.StateLayout[i].Shape, bitsOf(data)).By(function(p)).Root()
	}
	roots[last] = merkle.Vector([]uint32{s.Clock}).By(function(p)).Root()
	return roots
}

// StateRootOf returns the state root from the roots of the tensors, in state order, the clock's last.
//
// Bounds: as StateRoot.
func StateRootOf(p *program.Program, tensors [][32]byte) merkle.Hash {
	if len(tensors) != len(p.StateLayout) {
		panic(fmt.Sprintf("trace: %d roots of tensors, the program has %d with the clock", len(tensors), len(p.StateLayout)))
	}
	roots := make([]merkle.Hash, len(tensors))
	for i, root := range tensors {
		roots[i] = root
	}
	return function(p).ListRoot(merkle.KindState, roots)
}

// EvaluationRoot returns the root of what an evaluation leads to, the list of its loss alone.
func EvaluationRoot(loss float32) merkle.Hash {
	return merkle.ListRoot(merkle.KindState, []merkle.Hash{merkle.VectorRoot([]float32{loss})})
}

// function is the hash that the run's trees are made with.
func function(p *program.Program) merkle.Function { return HashOf(p.Spec) }

// HashOf returns the hash that a run's trees are made with.
//
// Bounds: of a valid RunSpec.
func HashOf(s program.Spec) merkle.Function {
	f, ok := merkle.FunctionNamed(s.TreeHash)
	if !ok {
		panic(fmt.Sprintf("trace: no hash is called %q", s.TreeHash))
	}
	return f
}

// GenesisRoot returns the root of the state before step 0: computed where the run's seed gives it, else as the run names it.
func GenesisRoot(p *program.Program) merkle.Hash {
	if imported := p.Spec.Genesis.Root; imported != nil {
		return merkle.Hash(*imported)
	}
	return StateRoot(p, p.Genesis())
}

// HistoryRoot returns the root of a window of n steps from its n+1 state roots, by SHA-256.
func HistoryRoot(states []merkle.Hash) merkle.Hash { return merkle.ListRoot(merkle.KindSteps, states) }

// ProgramRoot returns the root of a program.
func ProgramRoot(p *program.Program) merkle.Hash {
	return programTree(p).Root()
}

func programTree(p *program.Program) merkle.List {
	return merkle.Leaves(merkle.KindProgram, programLeaves(p)).By(function(p))
}

// programLeaves are the leaves of the program's list: descriptors, then the root of the learning rates.
func programLeaves(p *program.Program) []merkle.Hash {
	leaves := make([]merkle.Hash, 0, len(p.Operators)+1)
	for i := range p.Operators {
		descriptor := p.Operators[i].Descriptor()
		leaves = append(leaves, function(p).Leaf(&descriptor))
	}
	return append(leaves, function(p).Entry(ratesRoot(p)))
}

// ratesRoot returns the root of the learning-rate table.
func ratesRoot(p *program.Program) merkle.Hash {
	return merkle.Vector(p.LearningRates).By(function(p)).Root()
}
