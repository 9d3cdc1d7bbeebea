package referee

import "github.com/commonweight/commonweight/fraudproof/merkle"

// Product is an element of a matrix product: where the factors of its terms stand.
type Product struct {
	Places [2]Place
	Terms  uint32
}

// Place is where an operand's factors stand: sixteen of each tile, side by side or one below the other. Twin: ProvenElement.sol.
type Place struct {
	Tiles  uint32 // of the whole tensor
	First  uint32 // the tile of the first sixteen terms
	Stride uint32 // from a tile to the next; 0 if there is no next
	Line   uint8  // row or column in each tile, below 16
	Down   bool   // a column
}

// ProductOf returns what a word of an output is the sum of; false if it is no element of a matrix product, or one without terms.
//
// Bounds: tile and word as Geometry.Place has them.
func ProductOf(descriptor *[DescriptorBytes]byte, tile uint64, word uint32) (p Product, ok bool) {
	o := parse(descriptor)
	if o == nil || o.code != OpMatmul || o.geometry.IsZero(tile, word) {
		return p, false
	}
	row, column, _ := o.geometry.Place(tile, word)
	p.Terms = o.geometry.Terms
	for n, at := range o.places(row, column, 0) {
		x := Place{Tiles: uint32(o.operands[n].tiles()), First: uint32(at.tile), Line: uint8(at.first / tileSide)}
		if at.by == tileSide {
			x.Down, x.Line = true, uint8(at.first)
		}
		if p.Terms > block {
			x.Stride = uint32(o.places(row, column, block)[n].tile) - x.First
		}
		p.Places[n] = x
	}
	return p, true
}

// Tiles is how many tiles of each operand the factors stand in.
func (p Product) Tiles() int { return int(ceil(p.Terms, block)) }

// Depth is how many siblings open a tile of the tensor.
func (p Place) Depth() int { return merkle.Depth(uint64(p.Tiles)) }
