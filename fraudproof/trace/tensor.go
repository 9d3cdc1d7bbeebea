package trace

import (
	"sync"
	"unsafe"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/train/program"
)

// tileSide and tileWords are the size of a tile: 16×16 words of a matrix, or 256 of a vector.
const (
	tileSide  = 16
	tileWords = tileSide * tileSide
)

// Tensor is the words of an output or an operand, with their shape. Its tree is hashed when it is first asked for.
type Tensor struct {
	Shape program.Shape
	Words []uint32

	function merkle.Function
	once     sync.Once
	tree     *merkle.Tree
}

// Tree returns the tree of the tensor's tiles.
func (t *Tensor) Tree() *merkle.Tree {
	t.once.Do(func() { t.tree = tiles(t.Shape, t.Words).By(t.function).Tree() })
	return t.tree
}

// Tile returns tile i as it is hashed.
//
// Bounds: panics unless i < Shape.Tiles().
func (t *Tensor) Tile(i int) [merkle.LeafSize]byte {
	if t.Shape.Vector {
		return merkle.VectorTile(t.Words, i)
	}
	return merkle.MatrixTile(t.Words, t.Shape.G, t.Shape.R, t.Shape.W, i)
}

// Place returns the tile of word i of a tensor, and its place in the tile. Row and column of the word are i div W and i mod W, rows of a
// list counted through.
func Place(s program.Shape, i int) (tile, word int) {
	if s.Vector {
		return i / tileWords, i % tileWords
	}
	across, down := (s.W+tileSide-1)/tileSide, (s.R+tileSide-1)/tileSide
	row, column := i/s.W, i%s.W
	matrix, row := row/s.R, row%s.R
	return (matrix*down+row/tileSide)*across + column/tileSide, row%tileSide*tileSide + column%tileSide
}

// WordAt returns the word of a tensor that stands in a tile; ok is false for padding.
func WordAt(s program.Shape, tile, word int) (i int, ok bool) {
	if s.Vector {
		i = tile*tileWords + word
		return i, i < s.W
	}
	across, down := (s.W+tileSide-1)/tileSide, (s.R+tileSide-1)/tileSide
	matrix, within := tile/(down*across), tile%(down*across)
	row, column := within/across*tileSide+word/tileSide, within%across*tileSide+word%tileSide
	return (matrix*s.R+row)*s.W + column, row < s.R && column < s.W
}

// bitsOf sees float32 words as their bits, without a copy.
func bitsOf(words []float32) []uint32 {
	return unsafe.Slice((*uint32)(unsafe.Pointer(unsafe.SliceData(words))), len(words))
}
