package numeric

// TileSide and TileWords are the size of a tile: 16×16 words of a matrix, or 256 consecutive words of a vector.
const (
	TileSide  = 16
	TileWords = TileSide * TileSide
)

// Grid is the shape of a tensor as its tiles see it: a list of G matrices [R, W], each with its own grid of tiles, or a vector of W
// words (G and R are 1).
type Grid struct {
	G, R, W int
	Vector  bool
}

// Tiles is the number of tiles: matrix by matrix, row of tiles by row of tiles.
func (g Grid) Tiles() int {
	if g.Vector {
		return ceil(g.W, TileWords)
	}
	return g.G * ceil(g.R, TileSide) * ceil(g.W, TileSide)
}

// Tile returns the words of tile t, row-major, +0 beyond the edges.
//
// Bounds: t < Tiles().
func (g Grid) Tile(data []float32, t int) (tile [TileWords]float32) {
	if g.Vector {
		copy(tile[:], data[t*TileWords:min((t+1)*TileWords, g.W)])
		return tile
	}
	across := ceil(g.W, TileSide)
	perMatrix := ceil(g.R, TileSide) * across
	matrix, within := t/perMatrix, t%perMatrix
	top, left := within/across*TileSide, within%across*TileSide
	for i := top; i < min(top+TileSide, g.R); i++ {
		row := data[(matrix*g.R+i)*g.W:]
		copy(tile[(i-top)*TileSide:(i-top+1)*TileSide], row[left:min(left+TileSide, g.W)])
	}
	return tile
}

// ceil returns ⌈n/d⌉.
func ceil(n, d int) int { return (n + d - 1) / d }
