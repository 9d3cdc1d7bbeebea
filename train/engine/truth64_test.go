package engine

import "math"

// matrix64 is a value on the tape: r rows of c columns and the derivative of the loss by each.
type matrix64 struct {
	r, c int
	v, d []float64
}

// tape64 is reverse-mode differentiation in float64, written from the calculus: it shares nothing with the engines or their programs.
type tape64 struct{ back []func() }

func (t *tape64) node(r, c int) *matrix64 {
	return &matrix64{r, c, make([]float64, r*c), make([]float64, r*c)}
}

func (t *tape64) then(f func()) { t.back = append(t.back, f) }

// backward goes from a loss of one number to the leaves.
func (t *tape64) backward(loss *matrix64) {
	loss.d[0] = 1
	for i := len(t.back) - 1; i >= 0; i-- {
		t.back[i]()
	}
}

// product is a·b, or a·bᵀ.
func (t *tape64) product(a, b *matrix64, transposed bool) *matrix64 {
	n := b.c
	at := func(k, j int) int { return k*b.c + j }
	if transposed {
		n = b.r
		at = func(k, j int) int { return j*b.c + k }
	}
	y := t.node(a.r, n)
	for i := range a.r {
		for j := range n {
			for k := range a.c {
				y.v[i*n+j] += a.v[i*a.c+k] * b.v[at(k, j)]
			}
		}
	}
	t.then(func() {
		for i := range a.r {
			for j := range n {
				for k := range a.c {
					a.d[i*a.c+k] += y.d[i*n+j] * b.v[at(k, j)]
					b.d[at(k, j)] += y.d[i*n+j] * a.v[i*a.c+k]
				}
			}
		}
	})
	return y
}

// add is a + b, b being of a's shape or one row for all.
func (t *tape64) add(a, b *matrix64) *matrix64 {
	y := t.node(a.r, a.c)
	for i := range y.v {
		y.v[i] = a.v[i] + b.v[i%len(b.v)]
	}
	t.then(func() {
		for i, d := range y.d {
			a.d[i] += d
			b.d[i%len(b.v)] += d
		}
	})
	return y
}

func (t *tape64) linear(x, weight, bias *matrix64) *matrix64 {
	return t.add(t.product(x, weight, false), bias)
}

// each applies f; slope is its derivative.
func (t *tape64) each(x *matrix64, f, slope func(float64) float64) *matrix64 {
	y := t.node(x.r, x.c)
	for i, v := range x.v {
		y.v[i] = f(v)
	}
	t.then(func() {
		for i, d := range y.d {
			x.d[i] += d * slope(x.v[i])
		}
	})
	return y
}

// gelu is the tanh form (Hendrycks and Gimpel, 2016).
func (t *tape64) gelu(x *matrix64) *matrix64 {
	inner := func(v float64) float64 { return math.Sqrt(2/math.Pi) * (v + 0.044715*v*v*v) }
	return t.each(x, func(v float64) float64 { return 0.5 * v * (1 + math.Tanh(inner(v))) }, func(v float64) float64 {
		h := math.Tanh(inner(v))
		return 0.5*(1+h) + 0.5*v*(1-h*h)*math.Sqrt(2/math.Pi)*(1+3*0.044715*v*v)
	})
}

// part is the columns from, …, from+c of the rows first, …, first+r.
func (t *tape64) part(x *matrix64, first, r, from, c int) *matrix64 {
	y := t.node(r, c)
	t.place(x, y, first, from, func(whole, part int) { y.v[part] = x.v[whole] })
	t.then(func() { t.place(x, y, first, from, func(whole, part int) { x.d[whole] += y.d[part] }) })
	return y
}

// put writes a part into a whole, at its place.
func (t *tape64) put(whole, part *matrix64, first, from int) {
	t.place(whole, part, first, from, func(w, p int) { whole.v[w] = part.v[p] })
	t.then(func() { t.place(whole, part, first, from, func(w, p int) { part.d[p] += whole.d[w] }) })
}

func (t *tape64) place(whole, part *matrix64, first, from int, visit func(whole, part int)) {
	for i := range part.r {
		for j := range part.c {
			visit((first+i)*whole.c+from+j, i*part.c+j)
		}
	}
}

// normal is layer normalisation (Ba, Kiros and Hinton, 2016).
func (t *tape64) normal(x, gain, bias *matrix64) *matrix64 {
	y, hat, scale := t.node(x.r, x.c), make([]float64, len(x.v)), make([]float64, x.r)
	n := float64(x.c)
	for i := range x.r {
		row := x.v[i*x.c : (i+1)*x.c]
		mean, square := 0.0, 0.0
		for _, v := range row {
			mean += v / n
		}
		for _, v := range row {
			square += (v - mean) * (v - mean) / n
		}
		scale[i] = 1 / math.Sqrt(square+1e-5)
		for j, v := range row {
			hat[i*x.c+j] = (v - mean) * scale[i]
			y.v[i*x.c+j] = hat[i*x.c+j]*gain.v[j] + bias.v[j]
		}
	}
	t.then(func() {
		for i := range x.r {
			sum, dot := 0.0, 0.0
			for j := range x.c {
				d, h := y.d[i*x.c+j], hat[i*x.c+j]
				bias.d[j] += d
				gain.d[j] += d * h
				sum += d * gain.v[j]
				dot += d * gain.v[j] * h
			}
			for j := range x.c {
				x.d[i*x.c+j] += scale[i] * (y.d[i*x.c+j]*gain.v[j] - sum/n - hat[i*x.c+j]*dot/n)
			}
		}
	})
	return y
}

// attend is the softmax of the scaled scores of each row and those before it.
func (t *tape64) attend(s *matrix64, scale float64) *matrix64 {
	y := t.node(s.r, s.c)
	for i := range s.r {
		sum := 0.0
		for j := range i + 1 {
			y.v[i*s.c+j] = math.Exp(scale * s.v[i*s.c+j])
			sum += y.v[i*s.c+j]
		}
		for j := range i + 1 {
			y.v[i*s.c+j] /= sum
		}
	}
	t.then(func() {
		for i := range s.r {
			dot := 0.0
			for j := range i + 1 {
				dot += y.d[i*s.c+j] * y.v[i*s.c+j]
			}
			for j := range i + 1 {
				s.d[i*s.c+j] += scale * y.v[i*s.c+j] * (y.d[i*s.c+j] - dot)
			}
		}
	})
	return y
}

// rows takes rows of a table.
func (t *tape64) rows(table *matrix64, index []uint32) *matrix64 {
	y := t.node(len(index), table.c)
	for n, row := range index {
		copy(y.v[n*table.c:(n+1)*table.c], table.v[int(row)*table.c:])
	}
	t.then(func() {
		for n, row := range index {
			for c := range table.c {
				table.d[int(row)*table.c+c] += y.d[n*table.c+c]
			}
		}
	})
	return y
}

// entropy is the mean of −log softmax(z)[target].
func (t *tape64) entropy(z *matrix64, target []uint32) *matrix64 {
	loss, p := t.node(1, 1), make([]float64, len(z.v))
	for i := range z.r {
		sum := 0.0
		for j := range z.c {
			p[i*z.c+j] = math.Exp(z.v[i*z.c+j])
			sum += p[i*z.c+j]
		}
		for j := range z.c {
			p[i*z.c+j] /= sum
		}
		loss.v[0] -= math.Log(p[i*z.c+int(target[i])]) / float64(z.r)
	}
	t.then(func() {
		for i := range z.r {
			for j := range z.c {
				d := p[i*z.c+j]
				if j == int(target[i]) {
					d--
				}
				z.d[i*z.c+j] += loss.d[0] * d / float64(z.r)
			}
		}
	})
	return loss
}
