package cpu

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/commonweight/commonweight/train/engine/cpu/internal/kernel"
	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

// lower returns a square matrix of zeros of both signs above the diagonal.
func lower(r *rand.Rand, n int) []float32 {
	a := random(r, false, n*n)
	for i := range n {
		for j := i + 1; j < n; j++ {
			a[i*n+j] = special0[r.IntN(2)]
		}
	}
	return a
}

var special0 = [2]float32{0, float32(math.Copysign(0, -1))}

// lowerProduct is A·B or Aᵀ·B of a square A that may be zero above the diagonal.
func lowerProduct(k *kernel.Set, mode numeric.Mode, dst, a, b *[]float32, size, n, threads int) *product {
	p := &product{
		k: k, mode: mode, triangle: true, dst: placed{program.MatrixOf(size, n).Whole(), dst},
		a: placed{program.MatrixOf(size, size).Whole(), a}, b: placed{program.MatrixOf(size, n).Whole(), b},
	}
	p.plan(threads)
	return p
}

func checkLower(t *testing.T, what string, k *kernel.Set, a, b []float32, size, n, threads int) {
	t.Helper()
	for _, mode := range []numeric.Mode{numeric.NN, numeric.TN} {
		want, got := make([]float32, size*n), poisoned(size*n)
		numeric.Matmul(numeric.Matrix(want, size, n), numeric.Matrix(a, size, size), numeric.Matrix(b, size, n), mode, false)
		all(k, lowerProduct(k, mode, &got, &a, &b, size, n, threads))
		same(t, fmt.Sprintf("%s, %v [%d,%d], %d threads", what, mode, size, n, threads), got, want)
	}
}

func TestTriangle(t *testing.T) {
	everyKernel(t, func(t *testing.T, k *kernel.Set) {
		r := rand.New(rand.NewPCG(25, 26))
		for i, size := range []int{1, 15, 16, 17, 33, 64, 100, 257, 512, 513, 1040} {
			if testing.Short() && size > 100 {
				break
			}
			for _, n := range []int{5, 64, 70} {
				checkLower(t, "zeros", k, lower(r, size), random(r, false, size*n), size, n, 1+(i+n)%3)
			}
		}
	})
}

// TestTrianglePoison puts an infinity or a NaN into each row of B in turn, the last ones too: times the zero of a row that is masked it
// is NaN, and no term may be left out.
func TestTrianglePoison(t *testing.T) {
	everyKernel(t, func(t *testing.T, k *kernel.Set) {
		r := rand.New(rand.NewPCG(27, 28))
		const size, n = 80, 37
		a, clean := lower(r, size), random(r, false, size*n)
		for row := range size {
			for _, x := range special {
				b := append([]float32(nil), clean...)
				b[row*n+r.IntN(n)] = x
				checkLower(t, fmt.Sprintf("%v in row %d", x, row), k, a, b, size, n, 1+row%3)
			}
			if testing.Short() && row == 3 {
				return
			}
		}
	})
}

// TestTriangleWithOtherWords puts a word that is no zero anywhere above the diagonal.
func TestTriangleWithOtherWords(t *testing.T) {
	everyKernel(t, func(t *testing.T, k *kernel.Set) {
		r := rand.New(rand.NewPCG(29, 30))
		words := append([]float32{0x1p-149, -0x1p-149, 1, -0x1p100}, special...)
		const n = 19
		for round := range 150 {
			size := 2 + r.IntN(90)
			a, b := lower(r, size), random(r, round%4 == 0, size*n)
			i := r.IntN(size - 1)
			a[i*size+i+1+r.IntN(size-1-i)] = words[round%len(words)]
			checkLower(t, fmt.Sprintf("%v in row %d", words[round%len(words)], i), k, a, b, size, n, 1+round%3)
			if testing.Short() && round == 10 {
				return
			}
		}
	})
}

// TestTriangleIsSkipped counts terms.
func TestTriangleIsSkipped(t *testing.T) {
	everyKernel(t, func(t *testing.T, k *kernel.Set) {
		const size, n = 256, 64
		r := rand.New(rand.NewPCG(31, 32))
		a, b, got := lower(r, size), random(r, false, size*n), make([]float32, size*n)
		for _, mode := range []numeric.Mode{numeric.NN, numeric.TN} {
			taken := 0
			counting := *k
			for i, f := range k.Products {
				counting.Products[i] = func(terms int, a *float32, aRow, aStep int, b, c *float32, cRow, add int, ahead *float32, aheadStep int) {
					taken += terms * k.ProductRows[i] * k.Panel
					f(terms, a, aRow, aStep, b, c, cRow, add, ahead, aheadStep)
				}
			}
			all(&counting, lowerProduct(&counting, mode, &got, &a, &b, size, n, 1))
			if share := float64(taken) / (size * size * n); share > 0.57 {
				t.Errorf("%v takes %.2f of the terms", mode, share)
			}
		}
	})
}

// TestTriangularOperators names the products that are worth a look.
func TestTriangularOperators(t *testing.T) {
	payload := randomBytes(2000)
	p := compile(t, run(gpt(1, 32, 2, 32, 40), 2, payload))
	marks := triangular(p)
	var names []string
	for i := range p.Operators {
		if o := &p.Operators[i]; o.Code == program.OpMatmul && o.Operands[0].Source == program.SourceTrace && marks[o.Operands[0].Index] {
			names = append(names, o.Name)
		}
	}
	want := "[h.0.attn.out h.0.attn.v.back h.0.attn.q.back h.0.attn.k.back]"
	if got := fmt.Sprint(names); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestPoisonedPositions poisons one position of the sequence after the other, which makes its row of Q, K, V and dO NaN.
func TestPoisonedPositions(t *testing.T) {
	payload := randomBytes(2000)
	p := compile(t, run(gpt(1, 32, 2, 48, 40), 2, payload))
	for _, row := range []int{0, 1, 15, 16, 17, 31, 32, 46, 47} {
		s := p.Genesis()
		s.Tensors[1][row*32+row%32] = special[row%3] // wpe
		t.Run(fmt.Sprint(row), func(t *testing.T) { follow(t, p, payload, s, 1) })
		if testing.Short() {
			return
		}
	}
}
