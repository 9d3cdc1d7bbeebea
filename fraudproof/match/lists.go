package match

import (
	"context"

	"github.com/commonweight/commonweight/fraudproof/merkle"
)

// ListName is a sort of list that a match opens or takes an opening from.
type ListName uint8

// The lists. Steps count from 1 as on chain: step s leads from entry s−1 of the steps list to entry s.
const (
	_           ListName = iota
	ListSteps            // state roots of the window
	ListTrace            // of Step: the state root before it, then every operator's output root
	ListOutput           // of Operator of Step: the tiles of its output; the tensor roots, if it is `state`
	ListState            // before Step: the tensor roots, in state order
	ListProgram          // descriptors, then the root of the learning rates
)

// List names one list of one side.
type List struct {
	Name     ListName
	Step     int
	Operator uint32
}

// Trees gives the nodes of a list.
type Trees interface {
	// Nodes returns n nodes of that level from first on; level 0 are the leaves. Beyond the list's length they are padding.
	Nodes(ctx context.Context, l List, level int, first uint64, n int) ([]merkle.Hash, error)
}

// Entries gives the values of lists of roots.
type Entries interface {
	// Entry returns a root whose leaf is merkle.HashEntry of it; of the program only the last one.
	Entry(ctx context.Context, l List, index uint64) (merkle.Hash, error)
}

// Lengths counts.
type Lengths interface {
	// Length returns the leaves of a list before padding.
	Length(ctx context.Context, l List) (uint64, error)
}

// Tiles gives the 1024 bytes of a leaf.
type Tiles interface {
	// Tile returns a tile of ListOutput, or a descriptor of ListProgram.
	Tile(ctx context.Context, l List, index uint64) ([]byte, error)
}

// Micro names a place inside an operator's output: what partials and evidence are asked for.
type Micro struct {
	Step     int
	Operator uint32
	Tile     uint32
	Word     uint8
	Chunk    uint32
	Block    uint8
}

// Partials gives a reduction's intermediate words, as they lie in tiles.
type Partials interface {
	// Folds returns F after every chunk of the element; Chunk and Block are 0.
	Folds(ctx context.Context, at Micro) ([]byte, error)
	// Blocks returns P after every block of the chunk, 4 or 64 bytes each; Block is 0.
	Blocks(ctx context.Context, at Micro) ([]byte, error)
}

// Proofs gives what the referee asks for.
type Proofs interface {
	// Evidence returns the openings that IStepReferee.sol describes.
	Evidence(ctx context.Context, at Micro) ([]byte, error)
}

// Provider is everything that the solver asks about one side's lists: what that side holds to be true. Answers may take a replay; none of
// them may change while a match runs.
type Provider interface {
	Trees
	Entries
	Lengths
	Tiles
	Partials
	Proofs
}
