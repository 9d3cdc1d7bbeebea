package numeric

import "fmt"

// View shows part of a tensor as a list of G0·G1 matrices of R rows and W columns.
//
// Element (i, j) of matrix g = g0·G1 + g1 is Data[(g0·R+i)·Stride + Col0 + g1·W + j]. The heads of attention and the thirds of a QKV
// product are views; so is any matrix (G0 = G1 = 1) and any list of matrices that lie below one another (G1 = 1).
//
// Bounds: (G0−1)·R + R rows of Stride words lie in Data, and Col0 + G1·W ≤ Stride.
type View struct {
	Data                       []float32
	Col0, Stride, G0, G1, R, W int
}

// Matrix views data as one matrix.
//
// Shapes: data [r, w].
func Matrix(data []float32, r, w int) View { return List(data, 1, r, w) }

// List views data as g matrices below one another.
//
// Shapes: data [g·r, w].
func List(data []float32, g, r, w int) View {
	return View{Data: data, Stride: w, G0: g, G1: 1, R: r, W: w}
}

// Count is the number of matrices.
func (v View) Count() int { return v.G0 * v.G1 }

// Row returns row i of matrix g; writing to it writes to the tensor.
//
// Bounds: g < G0·G1, i < R.
func (v View) Row(g, i int) []float32 {
	start := (g/v.G1*v.R+i)*v.Stride + v.Col0 + g%v.G1*v.W
	return v.Data[start : start+v.W : start+v.W]
}

// mustHold panics unless the view is G matrices of [r, w]: a wrong shape is a mistake of the compiler of the program, never of data.
func (v View) mustHold(name string, g, r, w int) {
	if v.Count() != g || v.R != r || v.W != w {
		panic(fmt.Sprintf("numeric: %s is %d×[%d,%d], want %d×[%d,%d]", name, v.Count(), v.R, v.W, g, r, w))
	}
}
