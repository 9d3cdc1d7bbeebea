package cpu

import (
	"github.com/commonweight/commonweight/train/engine/cpu/internal/kernel"
	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

const (
	chunk       = numeric.Chunk
	panelWords  = 256     // columns of B that are packed at a time: 512 rows of them stay in the second-level cache
	productPart = 1 << 20 // multiplications worth a part of their own
	farApart    = 1024    // words between the terms of a row of A from which on each lies in another page: then rows are packed first
)

// placed is a view of a tensor whose memory the engine looks up in every step.
type placed struct {
	program.ViewSpec
	words *[]float32
}

// matrix returns the words from element (0, 0) of matrix g on.
func (v placed) matrix(g int) []float32 {
	return (*v.words)[g/v.G1*v.R*v.Stride+v.Col0+g%v.G1*v.W:]
}

// product computes dst[g,i,j] = chain over k of A·B. A part is a block of rows and columns of some matrices.
//
// Order: blocking decides which outputs are computed together. Every output takes its terms in ascending k from +0 within a chunk, in
// one lane of one accumulator, and the chunks are added in order.
type product struct {
	k         *kernel.Set
	dst, a, b placed
	mode      numeric.Mode
	causal    bool
	triangle  bool // A may well be ±0 above the diagonal: worth a look before its terms are taken

	m, n, terms        int
	matrices           int // per part
	rows, columns      int // of a part
	down, across, deep int // parts along m, n and g
}

// plan cuts the product into parts for so many threads.
func (p *product) plan(threads int) {
	p.m, p.n, p.terms = p.dst.R, p.dst.W, p.a.W
	if p.mode == numeric.TN {
		p.terms = p.a.R
	}
	g := p.dst.G0 * p.dst.G1
	work := g * p.m * p.n * p.terms
	want := min(4*threads, max(1, work/productPart))

	p.rows, p.columns, p.matrices = p.m, min(panelWords, p.n), 1
	p.across = ceil(p.n, p.columns)
	p.columns = ceil(ceil(p.n, p.across), p.k.Panel) * p.k.Panel
	p.across = ceil(p.n, p.columns)
	if g*p.across < want {
		// More parts by rows; each packs its columns of B again, so a part keeps some hundred rows if it can.
		block := p.k.ProductRows[0]
		down := min(ceil(want, g*p.across), ceil(p.m, 4*block))
		p.rows = ceil(ceil(p.m, down), block) * block
	} else if p.across == 1 {
		p.matrices = g / want
	}
	p.down = ceil(p.m, p.rows)
	p.deep = ceil(g, p.matrices)
}

func (p *product) parts() int { return p.deep * p.down * p.across }

func (p *product) run(w *worker, part int) {
	g0, rest := part/(p.down*p.across)*p.matrices, part%(p.down*p.across)
	i0, j0 := rest/p.across*p.rows, rest%p.across*p.columns
	for g := g0; g < min(g0+p.matrices, p.dst.G0*p.dst.G1); g++ {
		p.block(w, g, i0, min(i0+p.rows, p.m), j0, min(j0+p.columns, p.n))
	}
}

// block computes rows i0…i1 and columns j0…j1 of matrix g.
func (p *product) block(w *worker, g, i0, i1, j0, j1 int) {
	a, b, c := p.a.matrix(g), p.b.matrix(g), p.dst.matrix(g)
	if p.causal {
		j1 = min(j1, i1) // the columns from i1 on have no terms
	}
	zeros := p.triangle && p.zeroAbove(a, i0, i1)
	for k0 := 0; k0 < p.terms && j0 < j1; k0 += chunk {
		terms := min(chunk, p.terms-k0)
		p.pack(w.panels, b, k0, terms, j0, j1)
		skips := zeros && p.k.Magnitude(&w.panels[0], 0, 1, terms*ceil(j1-j0, p.k.Panel)*p.k.Panel) < infinity
		packed := -p.k.Panel // a panel's width of rows, from this one on, lies packed in w.edge
		for i := i0; i < i1; {
			which, rows := p.choose(i1 - i)
			end := j1
			if p.causal {
				end = min(j1, i+rows)
			}
			first, count := 0, terms // of the chunk
			if skips {
				first, count = p.below(i, rows, k0, terms)
			}
			if count == 0 && k0 > 0 {
				i += rows
				continue
			}
			if i+rows > packed+p.k.Panel && p.packsRows(i, j1-j0) {
				p.k.PackRows(&w.edge[0], &a[k0*p.a.Stride+i], 4*p.a.Stride, terms)
				packed = i
			}
			left, aRow, aStep := &w.edge[(i-packed)%p.k.Panel+first*p.k.Panel], 4, 4*p.k.Panel
			if i+rows > packed+p.k.Panel {
				left, aRow, aStep = p.left(w, a, i, min(rows, i1-i), rows, k0+first, count)
			}
			for j := j0; j < end; j += p.k.Panel {
				panel := &w.panels[(j-j0)*terms+first*p.k.Panel]
				if i+rows <= i1 && j+p.k.Panel <= j1 {
					p.k.Products[which](count, left, aRow, aStep, panel, &c[i*p.dst.Stride+j], 4*p.dst.Stride, k0)
					continue
				}
				p.k.Products[which](count, left, aRow, aStep, panel, &w.tile[0], 4*p.k.Panel, 0)
				p.store(c, w.tile, i, min(i+rows, i1), j, min(j+p.k.Panel, j1), k0 > 0)
			}
			i += rows
		}
	}
	if p.causal {
		for i := i0; i < i1; i++ {
			from, to := max(i+1, j0), min(j0+p.columns, p.n)
			if from < to {
				clear(c[i*p.dst.Stride+from : i*p.dst.Stride+to])
			}
		}
	}
}

// packsRows reports whether the rows of A from i on are packed before use: their terms are far apart, there is a panel's width of them,
// and several panels of B will read them.
func (p *product) packsRows(i, columns int) bool {
	return p.mode == numeric.TN && p.a.Stride >= farApart && i+p.k.Panel <= p.m && columns >= 4*p.k.Panel
}

// choose returns the kernel for the next rows: the largest that fits, or the smallest.
func (p *product) choose(left int) (which, rows int) {
	for which, rows = range p.k.ProductRows {
		if rows <= left {
			break
		}
	}
	return which, rows
}

// left returns where the rows of A from i on lie. Rows that fill no block are copied, +0 standing for those that are absent: their
// results are thrown away.
func (p *product) left(w *worker, a []float32, i, have, rows, k0, terms int) (left *float32, aRow, aStep int) {
	rowStep, termStep := p.a.Stride, 1
	if p.mode == numeric.TN {
		rowStep, termStep = 1, p.a.Stride
	}
	if have == rows {
		return &a[i*rowStep+k0*termStep], 4 * rowStep, 4 * termStep
	}
	for k := range terms {
		for r := range rows {
			x := float32(0)
			if r < have {
				x = a[(i+r)*rowStep+(k0+k)*termStep]
			}
			w.edge[k*rows+r] = x
		}
	}
	return &w.edge[0], 4, 4 * rows
}

// store moves the part of a tile that lies in the result: the chunk's sums, S + (+0), are written or added.
func (p *product) store(c, tile []float32, i0, i1, j0, j1 int, add bool) {
	for i := i0; i < i1; i++ {
		from := tile[(i-i0)*p.k.Panel:][:j1-j0]
		to := c[i*p.dst.Stride+j0:][:j1-j0]
		if !add {
			copy(to, from)
			continue
		}
		p.k.Add(&to[0], &to[0], &from[0], len(to))
	}
}

// pack copies terms k0…k0+terms of columns j0…j1 of B into panels [terms][Panel], +0 beyond j1.
func (p *product) pack(panels, b []float32, k0, terms, j0, j1 int) {
	width := p.k.Panel
	for j := j0; j < j1; j += width {
		panel := panels[(j-j0)*terms:][:width*terms]
		have := min(width, j1-j)
		switch {
		case p.mode == numeric.NT:
			p.packTransposed(panel, b[j*p.b.Stride+k0:], terms, have)
		case have == width:
			p.k.PackRows(&panel[0], &b[k0*p.b.Stride+j], 4*p.b.Stride, terms)
		default:
			for k := range terms {
				row := panel[k*width:][:width]
				clear(row[copy(row, b[(k0+k)*p.b.Stride+j:][:have]):])
			}
		}
	}
}

// packTransposed packs have rows of b, whose words are the terms.
func (p *product) packTransposed(panel, b []float32, terms, have int) {
	width, lanes := p.k.Panel, p.k.Lanes
	whole := terms / lanes * lanes
	j := 0
	if whole > 0 {
		for ; j+lanes <= have; j += lanes {
			p.k.PackColumns(&panel[j], &b[j*p.b.Stride], 4*p.b.Stride, whole)
		}
	}
	for k := range terms {
		row := panel[k*width:][:width]
		first := 0
		if k < whole {
			first = j
		}
		for c := first; c < width; c++ {
			row[c] = 0
			if c < have {
				row[c] = b[c*p.b.Stride+k]
			}
		}
	}
}

func ceil(n, d int) int { return (n + d - 1) / d }
