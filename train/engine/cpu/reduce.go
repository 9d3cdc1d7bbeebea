package cpu

import (
	"github.com/commonweight/commonweight/train/engine/cpu/internal/kernel"
	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

// reducePart is the number of words worth a part of their own.
const reducePart = 1 << 14

// columnReduce computes out[c] as a chain over rows; a part is a range of columns.
type columnReduce struct {
	k           *kernel.Set
	out, x, y   *[]float32 // y is nil for sums
	rows, width int
	columns     int // per part
}

func (t *columnReduce) plan(threads int) {
	strip := 4 * t.k.Lanes
	want := max(1, min(4*threads, t.rows*t.width/reducePart))
	t.columns = ceil(ceil(t.width, want), strip) * strip
}

func (t *columnReduce) parts() int { return ceil(t.width, t.columns) }

func (t *columnReduce) run(_ *worker, part int) {
	c0 := part * t.columns
	n := min(t.columns, t.width-c0)
	out := (*t.out)[c0 : c0+n]
	clear(out)
	for r := 0; r < t.rows; r += chunk {
		x, rows := &(*t.x)[r*t.width+c0], min(chunk, t.rows-r)
		if t.y == nil {
			t.k.ColSum(x, 4*t.width, rows, &out[0], n)
		} else {
			t.k.ColDot(x, &(*t.y)[r*t.width+c0], 4*t.width, rows, &out[0], n)
		}
	}
}

// rowReduce computes out[r] as the lanes over row r; a part is a range of rows.
type rowReduce struct {
	k           *kernel.Set
	mode        program.Mode
	out, x, y   *[]float32 // y is nil unless the mode is dot
	rows, width int
	each        int // rows per part
}

func (t *rowReduce) plan(threads int) {
	want := max(1, min(4*threads, t.rows*t.width/reducePart))
	t.each = ceil(t.rows, want)
}

func (t *rowReduce) parts() int { return ceil(t.rows, t.each) }

func (t *rowReduce) run(_ *worker, part int) {
	r := part * t.each
	rows := min(t.each, t.rows-r)
	x, out := &(*t.x)[r*t.width], &(*t.out)[r]
	switch t.mode {
	case program.ModeSum:
		t.k.RowSum(x, 4*t.width, rows, t.width, out)
	case program.ModeMax:
		t.k.RowMax(x, 4*t.width, rows, t.width, out)
	case program.ModeDot:
		t.k.RowDot(x, &(*t.y)[r*t.width], 4*t.width, rows, t.width, out)
	}
}

// tileReduce computes out[t] as the lanes over tile t; a part is a range of strips, 16 rows of one matrix or one tile of a vector.
type tileReduce struct {
	reduce func(x *float32, row, rows, w int, out *float32)
	out, x *[]float32
	grid   numeric.Grid
	each   int // strips per part
}

func (t *tileReduce) plan(threads int) {
	want := max(1, min(4*threads, t.grid.G*t.grid.R*t.grid.W/reducePart))
	t.each = ceil(t.strips(), want)
}

func (t *tileReduce) strips() int {
	if t.grid.Vector {
		return t.grid.Tiles()
	}
	return t.grid.G * ceil(t.grid.R, numeric.TileSide)
}

func (t *tileReduce) parts() int { return ceil(t.strips(), t.each) }

func (t *tileReduce) run(w *worker, part int) {
	for s := part * t.each; s < min((part+1)*t.each, t.strips()); s++ {
		if t.grid.Vector {
			t.vectorTile(w, s)
		} else {
			t.strip(s)
		}
	}
}

func (t *tileReduce) strip(s int) {
	perMatrix := ceil(t.grid.R, numeric.TileSide)
	g, top := s/perMatrix, s%perMatrix*numeric.TileSide
	rows := min(numeric.TileSide, t.grid.R-top)
	out := (*t.out)[s*ceil(t.grid.W, numeric.TileSide):]
	t.reduce(&(*t.x)[(g*t.grid.R+top)*t.grid.W], 4*t.grid.W, rows, t.grid.W, &out[0])
}

// vectorTile sees 256 words as 16 rows of 16. The words that are absent from the last row of the last tile stand in a tile of their own, +0 as the profile pads them.
func (t *tileReduce) vectorTile(w *worker, s int) {
	x := (*t.x)[s*numeric.TileWords : min((s+1)*numeric.TileWords, t.grid.W)]
	if len(x) == numeric.TileWords {
		t.reduce(&x[0], 4*numeric.TileSide, numeric.TileSide, numeric.TileSide, &(*t.out)[s])
		return
	}
	tile := w.edge[:numeric.TileWords]
	clear(tile[copy(tile, x):])
	t.reduce(&tile[0], 4*numeric.TileSide, numeric.TileSide, numeric.TileSide, &(*t.out)[s])
}
