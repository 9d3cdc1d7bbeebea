package referee

import (
	"encoding/binary"

	"github.com/commonweight/commonweight/fraudproof/merkle"
)

// Leaf is how a word of an output is recomputed; 0 is invalid.
type Leaf uint8

// The leaves.
const (
	LeafDirect   Leaf = 1 + iota // the word at once: map, gather, pick, concat, load_batch, tick
	LeafChain                    // a reduction whose partial is one word
	LeafLanes                    // a reduction whose partial is 16 words
	LeafLanesMax                 // the same, of the greatest word
	LeafState                    // the output is a list of roots; it has no words
)

// Way is how it is told who is right about a word; 0 is invalid.
type Way uint8

// The ways.
const (
	WayLeaf   Way = 1 + iota // by a leaf
	WayBlocks                // by a list of blocks, then a leaf
	WayFolds                 // by a list of folds, a list of blocks, then a leaf
)

const (
	tileSide  = 16
	tileWords = 256
	chunk     = 512
	block     = 16
	maxTerms  = 1 << 19
)

// Geometry is what a match has to know of an operator's output. The zero value is that of an invalid descriptor.
type Geometry struct {
	Leaf          Leaf
	Vector        bool
	Causal        bool
	Late          bool   // the operand's root is bound with the leaf
	G, R, W       uint32 // the tensor; of `state`, W counts the roots
	Rows, Columns uint32 // a matrix of the result view
	Terms         uint32 // of a reduction
}

// Pack returns the word that the contract stores, big-endian; see Geometry.sol.
func (g Geometry) Pack() (word [32]byte) {
	var flags byte
	for i, set := range []bool{g.Vector, g.Causal, g.Late} {
		if set {
			flags |= 1 << i
		}
	}
	word[31], word[30] = byte(g.Leaf), flags
	for i, field := range []uint32{g.G, g.R, g.W, g.Rows, g.Columns, g.Terms} {
		binary.BigEndian.PutUint32(word[26-4*i:], field)
	}
	return word
}

// Unpack reads what Pack returned.
func Unpack(word [32]byte) Geometry {
	field := func(i int) uint32 { return binary.BigEndian.Uint32(word[26-4*i:]) }
	flag := func(i int) bool { return word[30]>>i&1 == 1 }
	return Geometry{
		Leaf: Leaf(word[31]), Vector: flag(0), Causal: flag(1), Late: flag(2),
		G: field(0), R: field(1), W: field(2), Rows: field(3), Columns: field(4), Terms: field(5),
	}
}

// Kind is the kind of the output's list.
func (g Geometry) Kind() merkle.Kind {
	if g.Leaf == LeafState {
		return merkle.KindState
	}
	return merkle.KindTensor
}

// Leaves counts the leaves of the output's list.
func (g Geometry) Leaves() uint64 {
	switch {
	case g.Leaf == LeafState:
		return uint64(g.W)
	case g.Vector:
		return ceil(g.W, tileWords)
	default:
		return uint64(g.G) * ceil(g.R, tileSide) * ceil(g.W, tileSide)
	}
}

// Place returns row and column in the tensor of a word (rows of all matrices counted through); inside is false for padding.
//
// Bounds: tile < Leaves, word < 256.
func (g Geometry) Place(tile uint64, word uint32) (row, column uint64, inside bool) {
	if g.Vector {
		column = tile*tileWords + uint64(word)
		return 0, column, column < uint64(g.W)
	}
	across := ceil(g.W, tileSide)
	perMatrix := across * ceil(g.R, tileSide)
	row = tile%perMatrix/across*tileSide + uint64(word/tileSide)
	column = tile%across*tileSide + uint64(word%tileSide)
	inside = row < uint64(g.R) && column < uint64(g.W)
	return tile/perMatrix*uint64(g.R) + row, column, inside
}

// IsZero says whether a word has to be +0 whatever the operands are: padding, above the diagonal of a causal product, or no terms at all.
//
// Bounds: tile < Leaves, word < 256.
func (g Geometry) IsZero(tile uint64, word uint32) bool {
	row, column, inside := g.Place(tile, word)
	switch {
	case !inside:
		return true
	case g.Leaf == LeafDirect:
		return false
	case g.Terms == 0:
		return true
	default:
		return g.Causal && column%uint64(g.Columns) > row%uint64(g.Rows)
	}
}

// Way returns which lists lie between a word and its leaf.
//
// Bounds: tile < Leaves, word < 256; not for `state`.
func (g Geometry) Way(tile uint64, word uint32) Way {
	switch {
	case g.Leaf == LeafDirect || g.Terms <= block || g.IsZero(tile, word):
		return WayLeaf
	case g.Terms <= chunk:
		return WayBlocks
	default:
		return WayFolds
	}
}

// Chunks counts the words in the list of folds.
func (g Geometry) Chunks() uint32 { return uint32(ceil(g.Terms, chunk)) }

// Blocks counts the partials in the list of blocks of chunk q; the last chunk may have one only. It is 0 beyond the last.
func (g Geometry) Blocks(q uint32) uint32 {
	first := uint64(q) * chunk
	if first >= uint64(g.Terms) {
		return 0
	}
	return uint32(ceil(min(g.Terms-uint32(first), chunk), block))
}

// PartialWords is the number of words of one partial in the list of blocks.
func (g Geometry) PartialWords() int {
	if g.Leaf == LeafChain {
		return 1
	}
	return block
}

func ceil(n uint32, d uint64) uint64 { return (uint64(n) + d - 1) / d }
