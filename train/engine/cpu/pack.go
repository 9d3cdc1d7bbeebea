package cpu

import (
	"github.com/commonweight/commonweight/train/engine/cpu/internal/kernel"
	"github.com/commonweight/commonweight/train/numeric"
)

// pack copies terms k0…k0+terms of columns j0…j1 of B, at most a panel's width of them, into a panel [terms][Panel], +0 beyond j1.
func (p *product) pack(panel, b []float32, k0, terms, j0, j1 int) {
	width, have := p.k.Panel, j1-j0
	switch {
	case p.mode == numeric.NT:
		p.packTransposed(panel[:width*terms], b[j0*p.b.Stride+k0:], terms, have)
	case have == width:
		p.k.PackRows(&panel[0], &b[k0*p.b.Stride+j0], 4*p.b.Stride, terms)
	default:
		for k := range terms {
			row := panel[k*width:][:width]
			clear(row[copy(row, b[(k0+k)*p.b.Stride+j0:][:have]):])
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

// packLeft copies a chunk's terms of rows i0…i1 of A: as rows that lie close together, or, where a row of A is a column in memory, as groups
// of rows [terms][Panel]. What fills no group is left where it is.
func (p *product) packLeft(left, a []float32, i0, i1, k0, terms int) {
	if p.mode != numeric.TN {
		for i := i0; i < i1; i++ {
			copy(left[(i-i0)*(terms+leftPad):][:terms], a[i*p.a.Stride+k0:])
		}
		return
	}
	for i := i0; i+p.k.Panel <= i1; i += p.k.Panel {
		p.k.PackRows(&left[(i-i0)*terms], &a[k0*p.a.Stride+i], 4*p.a.Stride, terms)
	}
}

// walk goes over the lines of a block of memory that will be needed soon. A kernel asks for two lines in each of some rows: the walk goes
// down the rows, and over again with the next two lines.
type walk struct {
	words       []float32 // from the block's first word on
	stride      int
	rows, width int
	row, column int // where it is
}

// ahead is what the kernels ask for while they multiply with a panel: the next panel of B and then, bit by bit, the next rows of A.
type ahead struct {
	right, left walk
}

const lineWords = 16

// nothing is asked for when there is nothing to ask for.
var nothing float32

// lines returns the next lines to ask for and their distance in bytes.
func (u *ahead) lines(terms int) (first *float32, step int) {
	w := &u.right
	if w.column >= w.width {
		w = &u.left
	}
	if w.column >= w.width {
		return &nothing, 0
	}
	first = &w.words[w.row*w.stride+w.column]
	if w.row += ceil(terms, kernel.Fetched); w.row >= w.rows {
		w.row, w.column = 0, w.column+2*lineWords
	}
	return first, 4 * w.stride
}

// rightWalk goes over the panel of B at column j, in the chunk from k0 on, if there is one.
func (p *product) rightWalk(r area, j, k0 int) walk {
	terms, columns := min(chunk, p.terms-k0), min(p.k.Panel, r.j1-j)
	if columns <= 0 || terms <= 0 {
		return walk{}
	}
	b := p.b.matrix(r.g)
	if p.mode == numeric.NT {
		return walk{words: b[j*p.b.Stride+k0:], stride: p.b.Stride, rows: columns, width: terms}
	}
	return walk{words: b[k0*p.b.Stride+j:], stride: p.b.Stride, rows: terms, width: columns}
}

// leftWalk goes over the rows of A in the chunk from k0 on, if there is one.
func (p *product) leftWalk(r area, k0 int) walk {
	terms, rows := min(chunk, p.terms-k0), r.i1-r.i0
	if terms <= 0 {
		return walk{}
	}
	a := p.a.matrix(r.g)
	if p.mode == numeric.TN {
		return walk{words: a[k0*p.a.Stride+r.i0:], stride: p.a.Stride, rows: terms, width: rows}
	}
	return walk{words: a[r.i0*p.a.Stride+k0:], stride: p.a.Stride, rows: rows, width: terms}
}
