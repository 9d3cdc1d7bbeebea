package engine

import "math"

// softmax is that of the scaled scores of a row and those before it.
func (v *traced) softmax(name string) piece {
	m := v.p.Spec.Model
	scale, t := 1/math.Sqrt(float64(m.Width/m.Heads)), m.Context
	forward := func(in [][]float64) [][]float64 { return [][]float64{softmax64(in[0], t, scale)} }
	return piece{
		name: name + "softmax", upstream: []string{name + "probs.back"}, forward: forward,
		inputs: []input{{name: name + "scores", gradient: name + "scores.back", bound: func(e int) float64 {
			row := e / t * t
			if e%t > row/t%t {
				return 0 // masked
			}
			taken := v.of(name + "scores")[row:][:row/t%t+1]
			most, least, _ := span(taken)
			p, dp := forward([][]float64{v.of(name + "scores")})[0], v.of(name+"probs.back")
			dot, size := 0.0, 0.0
			for j, s := range taken {
				dot += p[row+j] * math.Abs(dp[row+j])
				size = max(size, scale*math.Abs(s))
			}
			// exp is off by ulp for each 1 of its argument, rounded twice, and by 2 of its own; so are the sum, P and the products with P.
			each := 2 * (2*size + scale*(most-least) + float64(t)/16 + 16)
			return ulp * each * scale * p[e] * (math.Abs(dp[e]) + dot)
		}}},
	}
}

// scored are the products of queries and keys, up to the diagonal.
func (v *traced) scored(name string) piece {
	m := v.p.Spec.Model
	wide := m.Width / m.Heads
	return piece{
		name: name + "scores", upstream: []string{name + "scores.back"},
		inputs: []input{{
			name: name + "qkv", gradient: name + "qkv.back", terms: m.Context + 4,
			only: func(e int) bool { return e%(3*m.Width) < 2*m.Width },
		}},
		forward: func(in [][]float64) [][]float64 {
			scores := make([]float64, len(v.of(name+"scores")))
			v.heads(func(row, column, g int) {
				for i := range m.Context {
					for j := range i + 1 {
						for c := range wide {
							q := in[0][(row+i)*3*m.Width+column+c]
							scores[(g*m.Context+i)*m.Context+j] += q * in[0][(row+j)*3*m.Width+m.Width+column+c]
						}
					}
				}
			})
			return [][]float64{scores}
		},
	}
}

// mixed are the values, mixed by the probabilities.
func (v *traced) mixed(name string) piece {
	m := v.p.Spec.Model
	wide := m.Width / m.Heads
	return piece{
		name: name + "out", upstream: []string{name + "c_proj.back"},
		inputs: []input{
			{name: name + "probs", gradient: name + "probs.back", terms: wide + 4, only: func(e int) bool {
				return e%m.Context <= e/m.Context%m.Context // no other probability is an input
			}},
			{name: name + "qkv", gradient: name + "qkv.back", terms: m.Context + 4, only: func(e int) bool {
				return e%(3*m.Width) >= 2*m.Width
			}},
		},
		forward: func(in [][]float64) [][]float64 {
			out := make([]float64, len(v.of(name+"out")))
			v.heads(func(row, column, g int) {
				for i := range m.Context {
					for j := range m.Context {
						for c := range wide {
							value := in[1][(row+j)*3*m.Width+2*m.Width+column+c]
							out[(row+i)*m.Width+column+c] += in[0][(g*m.Context+i)*m.Context+j] * value
						}
					}
				}
			})
			return [][]float64{out}
		},
	}
}

// heads visits each sample's heads: the first row and column of head g.
func (v *traced) heads(visit func(row, column, g int)) {
	s := v.p.Spec
	for b := range s.Batch {
		for h := range s.Model.Heads {
			visit(b*s.Model.Context, h*s.Model.Width/s.Model.Heads, b*s.Model.Heads+h)
		}
	}
}

// span returns the largest and the smallest of a row, and the sum of exp(x − largest).
func span(row []float64) (most, least, sum float64) {
	most, least = math.Inf(-1), math.Inf(1)
	for _, x := range row {
		most, least = max(most, x), min(least, x)
	}
	for _, x := range row {
		sum += math.Exp(x - most)
	}
	return most, least, sum
}

// affine64 is x·w + b, or x·wᵀ + b.
func affine64(x, w, b []float64, c, n int, transposed bool) []float64 {
	row, column := n, 1
	if transposed {
		row, column = 1, c
	}
	y := make([]float64, len(x)/c*n)
	for i := range len(x) / c {
		to := y[i*n:][:n]
		copy(to, b)
		for k, factor := range x[i*c:][:c] {
			for j := range to {
				to[j] += factor * w[k*row+j*column]
			}
		}
	}
	return y
}

func entropy64(z, y []float64, width int) float64 {
	loss := 0.0
	for i := range y {
		row := z[i*width:][:width]
		most, _, sum := span(row)
		loss += (math.Log(sum) + most - row[int(y[i])]) / float64(len(y))
	}
	return loss
}

func each64(f func(float64) float64) func(in [][]float64) [][]float64 {
	return func(in [][]float64) [][]float64 {
		y := make([]float64, len(in[0]))
		for i, x := range in[0] {
			y[i] = f(x)
		}
		return [][]float64{y}
	}
}

// gelu64 is the tanh form (Hendrycks and Gimpel, 2016).
func gelu64(x float64) float64 {
	return 0.5 * x * (1 + math.Tanh(math.Sqrt(2/math.Pi)*(x+0.044715*x*x*x)))
}

func mean64(row []float64) (mean float64) {
	for _, x := range row {
		mean += x / float64(len(row))
	}
	return mean
}

// scale64 is what LayerNorm multiplies a row with, once its mean is off.
func scale64(row []float64) float64 {
	mean, square := mean64(row), 0.0
	for _, x := range row {
		square += (x - mean) * (x - mean) / float64(len(row))
	}
	return 1 / math.Sqrt(square+1e-5)
}

// normal64 is LayerNorm (Ba, Kiros and Hinton, 2016).
func normal64(x, gamma, beta []float64) []float64 {
	width := len(gamma)
	y := make([]float64, len(x))
	for i := 0; i < len(x); i += width {
		row := x[i : i+width]
		mean, scale := mean64(row), scale64(row)
		for j, value := range row {
			y[i+j] = (value-mean)*scale*gamma[j] + beta[j]
		}
	}
	return y
}

func softmax64(s []float64, t int, scale float64) []float64 {
	y := make([]float64, len(s))
	for row := range len(s) / t {
		taken := s[row*t:][:row%t+1]
		most, _, _ := span(taken)
		sum := 0.0
		for j, x := range taken {
			y[row*t+j] = math.Exp(scale * (x - most))
			sum += y[row*t+j]
		}
		for j := range taken {
			y[row*t+j] /= sum
		}
	}
	return y
}

func embed64(wte, wpe, x []float64, width, context int) []float64 {
	y := make([]float64, len(x)*width)
	for n, token := range x {
		for c := range width {
			y[n*width+c] = wte[int(token)*width+c] + wpe[n%context*width+c]
		}
	}
	return y
}
