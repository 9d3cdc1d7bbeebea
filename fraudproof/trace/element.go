package trace

import (
	"fmt"

	"github.com/commonweight/commonweight/train/program"
)

// element is one word of an output: its place in the tensor, and in the matrices that a product computes.
type element struct {
	word        int // in the tensor, row-major
	row, column int // in the tensor, rows of a list counted through
	matrix      int // of a product: which, and the place in it
	i, j        int
	padding     bool // no element: +0
}

// element finds word `word` of tile `tile`.
//
// Bounds: panics beyond the tensor's tiles.
func (o *Output) element(tile, word int) element {
	if tile < 0 || tile >= o.Shape.Tiles() || word < 0 || word >= tileWords {
		panic(fmt.Sprintf("trace: word %d of tile %d of %d", word, tile, o.Shape.Tiles()))
	}
	n, ok := WordAt(o.Shape, tile, word)
	if !ok {
		return element{padding: true}
	}
	e := element{word: n, row: n / o.Shape.W, column: n % o.Shape.W}
	if v := o.Operator.OutView; o.Operator.Code == program.OpMatmul {
		g0, g1 := e.row/v.R, (e.column-v.Col0)/v.W
		e.matrix, e.i, e.j = g0*v.G1+g1, e.row%v.R, (e.column-v.Col0)%v.W
	}
	return e
}

// seen returns the word of the operand's tensor that its view shows as element (i, j) of a matrix.
func seen(v program.ViewSpec, matrix, i, j int) int {
	return (matrix/v.G1*v.R+i)*v.Stride + v.Col0 + matrix%v.G1*v.W + j
}
