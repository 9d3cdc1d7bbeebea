package referee

import "github.com/commonweight/commonweight/fraudproof/merkle"

// DescriptorBytes is the size of a descriptor, and of every tile.
const DescriptorBytes = merkle.LeafSize

// Verdict is what Decide found; 0 is none.
type Verdict uint8

// The verdicts. Invalid: the descriptor is outside the set, or a shape or reference of it is out of range; nobody can be right about it.
const (
	VerdictDecided Verdict = 1 + iota
	VerdictInvalid
)

// String returns the contract's name.
func (v Verdict) String() string {
	switch v {
	case VerdictDecided:
		return "Decided"
	case VerdictInvalid:
		return "Invalid"
	}
	return "None"
}

// MicroStep is the step that two sides disagree about; see IStepReferee.sol. All of it is known to whoever asks; nothing comes from a
// prover.
type MicroStep struct {
	Binding merkle.Hash // Binding(descriptor, roots as bound)
	Tile    uint64      // leaf of the output's list
	Word    uint32      // in its tile; 0 for `state`
	Chunk   uint32      // of a reduction
	Block   uint32      // of the chunk
	Before  [32]byte    // Digest of the partial after block−1; 0 for block 0 and where there are no partials
}

// Result is what is true, if the verdict is Decided.
//
// Value is the word of the output; for a reduction of more than 16 terms the Digest of the partial after the block; for `state` the leaf of
// the list.
type Result struct {
	Verdict Verdict
	Value   [32]byte
}

// Reference says where the root of an operand stands; Source 0 is none.
type Reference struct {
	Source Source
	Index  uint32
}
