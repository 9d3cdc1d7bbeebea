package numeric

// A chain reduces K terms to one word: per chunk of 512 terms one accumulator from +0 takes the terms in ascending order, the chunks'
// results are added from the left, and +0 is added to the end. The functions here run one chain per column, side by side: a chain's
// order never changes, and which chain takes its next term first can't matter.

const (
	// Chunk is the number of terms of one accumulator.
	Chunk = 512
	// Block is the number of terms of one micro-step of a dispute, and of lanes.
	Block = 16
)

// chains folds chunk results into result, one word per chain.
type chains struct{ result, chunk []float32 }

// newChains makes n chains without terms.
func newChains(n int) *chains { return &chains{make([]float32, n), make([]float32, n)} }

// run gives the chains their terms: step(acc, k) adds term k to every chain's accumulator, for k < terms.
//
// Order: S_q is the accumulator after chunk q, F_0 = S_0, F_q = F_{q−1} + S_q, and the result F_last + (+0) is never −0.
func (c *chains) run(terms int, step func(acc []float32, k int)) []float32 {
	clear(c.result)
	for start := 0; start < terms; start += Chunk {
		acc := c.chunk
		if start == 0 {
			acc = c.result
		}
		clear(acc)
		for k := start; k < min(start+Chunk, terms); k++ {
			step(acc, k)
		}
		if start > 0 {
			addTo(c.result, c.chunk)
		}
	}
	finish(c.result)
	return c.result
}

// addTo adds x to acc, word by word.
func addTo(acc, x []float32) {
	x = x[:len(acc)]
	for j := range acc {
		acc[j] += x[j]
	}
}

// fmaTo adds a·x to acc, word by word, rounded once each.
func fmaTo(acc []float32, a float32, x []float32) {
	x = x[:len(acc)]
	wide := float64(a)
	for j := range acc {
		if sum := wide*float64(x[j]) + float64(acc[j]); roundsOnce(sum) {
			acc[j] = float32(sum)
		} else {
			acc[j] = FMA(a, x[j], acc[j])
		}
	}
}

// dotTo adds x·y to acc, word by word, rounded once each.
func dotTo(acc, x, y []float32) {
	x, y = x[:len(acc)], y[:len(acc)]
	for j := range acc {
		acc[j] = fma(x[j], y[j], acc[j])
	}
}

// finish adds the final +0 and makes NaN canonical, which nothing before it could see.
func finish(result []float32) {
	for j := range result {
		result[j] = Add(result[j], 0)
	}
}

// ColumnSum sums each column: dst[c] is the chain over rows r of acc + x[r, c].
//
// Shapes: dst [width], x [rows, width].
func ColumnSum(dst, x []float32, rows, width int) {
	copy(dst[:width], newChains(width).run(rows, func(acc []float32, r int) {
		addTo(acc, x[r*width:(r+1)*width])
	}))
}

// ColumnDot multiplies two matrices column by column: dst[c] is the chain over rows r of fma(x[r, c], y[r, c], acc).
//
// Shapes: dst [width], x and y [rows, width].
func ColumnDot(dst, x, y []float32, rows, width int) {
	copy(dst[:width], newChains(width).run(rows, func(acc []float32, r int) {
		dotTo(acc, x[r*width:(r+1)*width], y[r*width:(r+1)*width])
	}))
}

// ScatterAdd adds up the rows of x that have one index: row v of dst is the chain over n of acc + x[n], the term absent unless
// index[n] = v. A row whose index is out of range is absent everywhere.
//
// Shapes: dst [values, width], x [len(index), width].
//
// Order: the chunks are those of n, not of the terms that are present.
func ScatterAdd(dst, x []float32, index []uint32, values, width int) {
	present := make([][]int, values)
	for n, v := range index {
		if int64(v) < int64(values) {
			present[v] = append(present[v], n)
		}
	}
	chain := newChains(width)
	for v := range values {
		copy(dst[v*width:(v+1)*width], chain.runPresent(present[v], func(acc []float32, n int) {
			addTo(acc, x[n*width:(n+1)*width])
		}))
	}
}

// runPresent is run for the terms that are present, in ascending order. A chunk without terms would add +0 to a sum that is not −0,
// since no sum of words from +0 is; so it is passed over.
func (c *chains) runPresent(terms []int, step func(acc []float32, k int)) []float32 {
	clear(c.result)
	for first := 0; first < len(terms); {
		clear(c.chunk)
		chunk := terms[first] / Chunk
		for ; first < len(terms) && terms[first]/Chunk == chunk; first++ {
			step(c.chunk, terms[first])
		}
		addTo(c.result, c.chunk)
	}
	finish(c.result)
	return c.result
}
