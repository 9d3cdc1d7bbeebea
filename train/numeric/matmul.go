package numeric

import (
	"fmt"
	"runtime"
	"sync"
)

// Matmul multiplies matrix by matrix: element (i, j) of matrix g of dst is the chain over k of fma(A[i,k], B[k,j], acc), where NT reads
// B[j,k] and TN reads A[k,i]. With causal, elements with j > i have no terms and are +0.
//
// Shapes: dst G×[M,N]; a G×[M,K], TN G×[K,M]; b G×[K,N], NT G×[N,K]. dst overlaps neither a nor b.
//
// Order: the chain of each element. The row a result lies in, and the goroutine it is computed by, can't change it.
func Matmul(dst, a, b View, mode Mode, causal bool) {
	g, m, n := dst.Count(), dst.R, dst.W
	terms := a.W
	switch mode {
	case NN:
		a.mustHold("a", g, m, terms)
		b.mustHold("b", g, terms, n)
	case NT:
		a.mustHold("a", g, m, terms)
		b.mustHold("b", g, n, terms)
	case TN:
		terms = a.R
		a.mustHold("a", g, terms, m)
		b.mustHold("b", g, terms, n)
	default:
		panic(fmt.Sprintf("numeric: matmul has no mode %d", mode))
	}
	for matrix := range g {
		right := func(k int) []float32 { return b.Row(matrix, k) }
		if mode == NT {
			transposed := transpose(b, matrix)
			right = func(k int) []float32 { return transposed[k*n : (k+1)*n] }
		}
		spread(m, func(first, end int) {
			left, chain := make([]float32, terms), newChains(n)
			for i := first; i < end; i++ {
				for k := range left {
					if mode == TN {
						left[k] = a.Row(matrix, k)[i]
					} else {
						left[k] = a.Row(matrix, i)[k]
					}
				}
				row := dst.Row(matrix, i)
				if causal && i+1 < n {
					clear(row[i+1:])
					row = row[:i+1]
				}
				copy(row, chain.first(len(row)).run(terms, func(acc []float32, k int) {
					fmaTo(acc, left[k], right(k))
				}))
			}
		})
	}
}

// first returns the first n chains.
func (c *chains) first(n int) *chains { return &chains{c.result[:n], c.chunk[:n]} }

// transpose returns matrix g of v with rows and columns exchanged.
func transpose(v View, g int) []float32 {
	t := make([]float32, v.R*v.W)
	for i := range v.R {
		for j, x := range v.Row(g, i) {
			t[j*v.R+i] = x
		}
	}
	return t
}

// spread runs f over parts of [0, n) on all cores.
func spread(n int, f func(first, end int)) {
	parts := min(runtime.GOMAXPROCS(0), n)
	var wait sync.WaitGroup
	for p := range parts {
		wait.Go(func() { f(n*p/parts, n*(p+1)/parts) })
	}
	wait.Wait()
}
