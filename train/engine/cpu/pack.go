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

// upcoming walks over the lines of the panel that is packed next. A kernel asks for two lines in each of some rows, which lie step bytes
// apart: the walk goes down the rows, and over again with the next two lines.
type upcoming struct {
	words            []float32 // from the panel's first word on; empty if there is nothing to ask for
	stride           int
	rows, width      int // of the panel in memory, in words
	row, column, per int
}

// next returns the walk over the panel that follows the one at column j.
func (p *product) next(b []float32, k0, terms, j0, j, end int) upcoming {
	if j += p.k.Panel; j >= end {
		if j, k0 = j0, k0+chunk; k0 >= p.terms {
			return upcoming{}
		}
		terms = min(chunk, p.terms-k0)
	}
	u := upcoming{stride: p.b.Stride, per: ceil(terms, kernel.Fetched)}
	if p.mode == numeric.NT {
		u.words, u.rows, u.width = b[j*p.b.Stride+k0:], min(p.k.Panel, end-j), terms
	} else {
		u.words, u.rows, u.width = b[k0*p.b.Stride+j:], terms, min(p.k.Panel, end-j)
	}
	return u
}

// lines returns the next lines to ask for. When all are asked for, it is the first word again and again.
func (u *upcoming) lines() (first *float32, step int) {
	if len(u.words) == 0 {
		return &nothing, 0
	}
	if u.column >= u.width {
		return &u.words[0], 0
	}
	first = &u.words[u.row*u.stride+u.column]
	if u.row += u.per; u.row >= u.rows {
		u.row, u.column = 0, u.column+2*lineWords
	}
	return first, 4 * u.stride
}

const lineWords = 16

var nothing float32
