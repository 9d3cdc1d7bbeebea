package numeric

import "math"

// Lanes reduce K terms to one word: per chunk of 512 terms sixteen lanes from +0 (max: from −Inf), term 512q + 16s + l going to lane l in
// step s; then the tree s[l] = s[l] ∘ s[l+h] for h = 8, 4, 2, 1 leaves the chunk's result in lane 0; the chunks are folded from the left
// and +0 is added to the end. Sixteen lanes are one row of a tile.

// lanes is one accumulator.
type lanes [Block]float32

func add(a, b float32) float32 { return a + b }

// larger keeps a unless b is greater: a NaN never enters an accumulator that holds a number.
func larger(a, b float32) float32 {
	if b > a {
		return b
	}
	return a
}

// reduceLanes reduces terms 0 to terms−1.
//
// Order: step(acc, term) takes term into an accumulator; both the tree and the fold use join.
func reduceLanes(terms int, start float32, step func(acc float32, k int) float32, join func(a, b float32) float32) float32 {
	var result float32
	for first := 0; first < terms; first += Chunk {
		var s lanes
		for l := range s {
			s[l] = start
		}
		for k := first; k < min(first+Chunk, terms); k++ {
			s[k%Block] = step(s[k%Block], k)
		}
		for h := Block / 2; h > 0; h /= 2 {
			for l := range h {
				s[l] = join(s[l], s[l+h])
			}
		}
		if first == 0 {
			result = s[0]
		} else {
			result = join(result, s[0])
		}
	}
	return Add(result, 0)
}

// RowSum sums each row: dst[r] is the lanes over columns of acc + x[r, c]. The rows of a list's matrices follow one another.
//
// Shapes: dst [rows], x [rows, width].
func RowSum(dst, x []float32, rows, width int) {
	for r := range rows {
		row := x[r*width : (r+1)*width]
		dst[r] = reduceLanes(width, 0, func(acc float32, c int) float32 { return acc + row[c] }, add)
	}
}

// RowDot multiplies two matrices row by row: dst[r] is the lanes over columns of fma(x[r, c], y[r, c], acc).
//
// Shapes: dst [rows], x and y [rows, width].
func RowDot(dst, x, y []float32, rows, width int) {
	for r := range rows {
		a, b := x[r*width:(r+1)*width], y[r*width:(r+1)*width]
		dst[r] = reduceLanes(width, 0, func(acc float32, c int) float32 { return fma(a[c], b[c], acc) }, add)
	}
}

// RowMax finds the greatest word of each row: dst[r] is the lanes over columns of x[r, c] > acc ? x[r, c] : acc. NaN is passed over; a
// row without a number above −Inf gives −Inf; a greatest word of −0 gives +0.
//
// Shapes: dst [rows], x [rows, width].
//
// Bounds: width ≥ 1.
func RowMax(dst, x []float32, rows, width int) {
	lowest := float32(math.Inf(-1))
	for r := range rows {
		row := x[r*width : (r+1)*width]
		dst[r] = reduceLanes(width, lowest, func(acc float32, c int) float32 { return larger(acc, row[c]) }, larger)
	}
}

// TileSum sums each tile: dst[t] is the lanes over the 256 words of tile t, in their order, of acc + x.
//
// Shapes: dst [grid.Tiles()], x as the grid says.
func TileSum(dst, x []float32, grid Grid) {
	for t := range grid.Tiles() {
		tile := grid.Tile(x, t)
		dst[t] = reduceLanes(TileWords, 0, func(acc float32, k int) float32 { return acc + tile[k] }, add)
	}
}

// TileSqSum sums the squares of each tile: dst[t] is the lanes over the 256 words of tile t of fma(x, x, acc).
//
// Shapes: dst [grid.Tiles()], x as the grid says.
func TileSqSum(dst, x []float32, grid Grid) {
	for t := range grid.Tiles() {
		tile := grid.Tile(x, t)
		dst[t] = reduceLanes(TileWords, 0, func(acc float32, k int) float32 { return fma(tile[k], tile[k], acc) }, add)
	}
}
