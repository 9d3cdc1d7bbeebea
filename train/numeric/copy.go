package numeric

// Gather copies rows of a table: dst[n] = table[index[n]]; an index beyond the table reads row 0.
//
// Shapes: dst [len(index), width], table [V, width] with V ≥ 1; a vector is a table of width 1.
func Gather(dst, table []float32, width int, index []uint32) {
	values := uint64(len(table) / width)
	for n, v := range index {
		if uint64(v) >= values {
			v = 0
		}
		copy(dst[n*width:(n+1)*width], table[int(v)*width:])
	}
}

// Pick copies one word of each row: dst[n] = z[n, index[n]]; an index beyond the row reads column 0.
//
// Shapes: dst [len(index)], z [len(index), width] with width ≥ 1.
func Pick(dst, z []float32, width int, index []uint32) {
	for n, v := range index {
		if uint64(v) >= uint64(width) {
			v = 0
		}
		dst[n] = z[n*width+int(v)]
	}
}

// ConcatColumns puts matrices side by side.
//
// Shapes: parts [rows, W₁], [rows, W₂] …; dst [rows, W₁ + W₂ + …].
func ConcatColumns(dst []float32, rows int, parts ...[]float32) {
	at := 0
	for i := range rows {
		for _, p := range parts {
			w := len(p) / rows
			at += copy(dst[at:at+w], p[i*w:])
		}
	}
}

// ConcatVectors puts vectors one behind the other.
//
// Shapes: parts [n₁], [n₂] …; dst [n₁ + n₂ + …].
func ConcatVectors(dst []float32, parts ...[]float32) {
	at := 0
	for _, p := range parts {
		at += copy(dst[at:at+len(p)], p)
	}
}

// Iota returns the indices n mod modulus for n < count: the positions of a batch of sequences.
//
// Bounds: 1 ≤ modulus < 2³².
func Iota(count, modulus int) []uint32 {
	index := make([]uint32, count)
	for n := range index {
		index[n] = uint32(n % modulus)
	}
	return index
}

// Tick returns the clock after a step; it wraps after 2³² − 1.
func Tick(clock uint32) uint32 { return clock + 1 }
