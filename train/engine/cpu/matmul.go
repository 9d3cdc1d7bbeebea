package cpu

import (
	"github.com/commonweight/commonweight/train/engine/cpu/internal/kernel"
	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

const (
	chunk       = numeric.Chunk
	productPart = 1 << 20 // multiplications worth a part of their own
	leftWords   = 1 << 17 // of A that are multiplied with one panel after the other: half of a second-level cache
	leftRows    = 512     // at most
	maxColumns  = 1024    // of a part: its outputs of one chunk are still near when the next chunk's come
	leftPad     = 16      // words between packed rows of A, so that they don't all fall into the same lines of the cache
	farApart    = 1024    // words from which on neighbours in a column of A lie in different pages
	fewPanels   = 4       // below these the rows of A are used too seldom to be packed

	// partsPerThread is how many parts a thread gets of a product that is worth it: whoever is slowed down by other work leaves some to the
	// others, and nobody waits for more than the last of them.
	partsPerThread = 4
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
// For every chunk of terms, and every panel of B's columns in turn, the panel is packed and multiplied with all rows of the part: the panel
// is in the first-level cache or close to it, and the rows stay in the second-level cache. Kernels ask for the next panel meanwhile.
//
// Order: blocking decides which outputs are computed together. Every output takes its terms in ascending k from +0 within a chunk, in
// one lane of one accumulator, and the chunks are added in order.
type product struct {
	k         *kernel.Set
	dst, a, b placed
	mode      numeric.Mode
	causal    bool
	squares   *[]float32 // takes the squares of the result's tiles, unless nil
	triangle  bool       // A may well be ±0 above the diagonal: worth a look before its terms are taken

	m, n, terms        int
	matrices           int  // per part
	rows, columns      int  // of a part
	down, across, deep int  // parts along m, n and g
	packs              bool // the rows of A are packed before use
}

// plan cuts the product into parts of equal size for so many threads: some for each, if they are worth it.
func (p *product) plan(threads int) {
	p.m, p.n, p.terms = p.dst.R, p.dst.W, p.a.W
	if p.mode == numeric.TN {
		p.terms = p.a.R
	}
	g, panel := p.dst.G0*p.dst.G1, p.k.Panel
	want := 1
	if threads > 1 {
		want = min(partsPerThread*threads, max(1, g*p.m*p.n*p.terms/productPart))
	}
	most := min(leftRows, leftWords/max(1, min(chunk, p.terms))) / panel * panel
	p.down, p.across, p.matrices = ceil(p.m, most), 1, 1
	if g*p.down < want {
		p.across = max(1, min(ceil(want, g*p.down), p.n/(fewPanels*panel)))
		if p.across > threads {
			p.across -= p.across % threads // as many for each
		}
	}
	p.across = max(p.across, ceil(p.n, maxColumns))
	if few := min(want, 2*threads); g*p.down*p.across < few { // the fewer rows, the more often the columns are packed
		p.down = max(1, min(ceil(few, g*p.across), p.m/(fewPanels*panel)))
	}
	if p.down*p.across == 1 {
		p.matrices = max(1, g/want)
	}
	p.columns = ceil(ceil(p.n, p.across), panel) * panel
	p.rows = ceil(ceil(p.m, p.down), panel) * panel
	p.across, p.down, p.deep = ceil(p.n, p.columns), ceil(p.m, p.rows), ceil(g, p.matrices)
	p.packs = p.columns >= fewPanels*panel && (p.mode == numeric.TN && p.a.Stride >= farApart || p.mode != numeric.TN && p.a.Stride%farApart == 0)
}

func (p *product) parts() int { return p.deep * p.down * p.across }

// area is what is computed together: rows i0…i1 and columns j0…j1 of matrix g.
type area struct{ g, i0, i1, j0, j1 int }

func (p *product) run(w *worker, part int) {
	i0, j0 := part/p.across%p.down*p.rows, part%p.across*p.columns
	r := area{part / (p.down * p.across) * p.matrices, i0, min(i0+p.rows, p.m), j0, min(j0+p.columns, p.n)}
	for last := min(r.g+p.matrices, p.dst.G0*p.dst.G1); r.g < last; r.g++ {
		p.block(w, r, r.g+1 < last)
	}
}

// block computes an area; more says that the same area of the next matrix follows.
func (p *product) block(w *worker, r area, more bool) {
	i0, i1, j0, j1 := r.i0, r.i1, r.j0, r.j1
	a, b, c := p.a.matrix(r.g), p.b.matrix(r.g), p.dst.matrix(r.g)
	end := j1
	if p.causal {
		end = min(j1, i1) // the columns from i1 on have no terms
	}
	zeros := p.triangle && p.zeroAbove(a, i0, i1)
	var next ahead
	for k0 := 0; k0 < p.terms && j0 < end; k0 += chunk {
		terms := min(chunk, p.terms-k0)
		if p.packs {
			p.packLeft(w.left, a, i0, i1, k0, terms)
		}
		then, from := r, k0+chunk // what is computed after this chunk
		if from >= p.terms && more {
			then.g, from = r.g+1, 0
		}
		next.left = p.leftWalk(then, from)
		for j := j0; j < end; j += p.k.Panel {
			p.pack(w.panel, b, k0, terms, j, min(j+p.k.Panel, end))
			skips := zeros && p.k.Magnitude(&w.panel[0], 0, 1, terms*p.k.Panel) < infinity
			if next.right = p.rightWalk(r, j+p.k.Panel, k0); j+p.k.Panel >= end {
				next.right = p.rightWalk(then, j0, from)
			}
			for i := i0; i < i1; {
				which, rows := p.choose(i, i0, i1)
				first, count := 0, terms // of the chunk
				if skips {
					first, count = p.below(i, rows, k0, terms)
				}
				if count == 0 && k0 > 0 || p.causal && j >= i+rows {
					i += rows
					continue
				}
				left, aRow, aStep := p.left(w, a, i, i0, i1, rows, k0, terms, first, count)
				ahead, aheadStep := next.lines(count)
				right := &w.panel[first*p.k.Panel]
				if i+rows <= i1 && j+p.k.Panel <= end {
					p.k.Products[which](count, left, aRow, aStep, right, &c[i*p.dst.Stride+j], 4*p.dst.Stride, k0, ahead, aheadStep)
				} else {
					p.k.Products[which](count, left, aRow, aStep, right, &w.tile[0], 4*p.k.Panel, 0, ahead, aheadStep)
					p.store(c, w.tile, i, min(i+rows, i1), j, min(j+p.k.Panel, end), k0 > 0)
				}
				i += rows
			}
			if p.squares != nil && k0+chunk >= p.terms {
				p.square(c, i0, i1, j, min(j+p.k.Panel, end))
			}
		}
	}
	if p.causal {
		for i := i0; i < i1; i++ {
			if from := max(i+1, j0); from < j1 {
				clear(c[i*p.dst.Stride+from : i*p.dst.Stride+j1])
			}
		}
	}
}

// choose returns the kernel for the rows from i on: the largest that fits, or the smallest. Packed columns of A come in groups, which no
// block crosses.
func (p *product) choose(i, i0, i1 int) (which, rows int) {
	left := i1 - i
	if p.packs && p.mode == numeric.TN && left >= p.k.Panel-(i-i0)%p.k.Panel {
		left = p.k.Panel - (i-i0)%p.k.Panel
	}
	for which, rows = range p.k.ProductRows {
		if rows <= left {
			break
		}
	}
	return which, rows
}

// left returns where rows i… of A lie, from a chunk's term first on. Rows that fill no block are copied, +0 standing for those that are
// absent: their results are thrown away.
func (p *product) left(w *worker, a []float32, i, i0, i1, rows, k0, terms, first, count int) (left *float32, aRow, aStep int) {
	rowStep, termStep := p.a.Stride, 1
	if p.mode == numeric.TN {
		rowStep, termStep = 1, p.a.Stride
	}
	have := min(rows, i1-i)
	switch group := (i - i0) / p.k.Panel * p.k.Panel; {
	case have < rows:
	case !p.packs:
		return &a[i*rowStep+(k0+first)*termStep], 4 * rowStep, 4 * termStep
	case p.mode != numeric.TN:
		return &w.left[(i-i0)*(terms+leftPad)+first], 4 * (terms + leftPad), 4
	case i0+group+p.k.Panel <= i1:
		return &w.left[group*terms+first*p.k.Panel+i-i0-group], 4, 4 * p.k.Panel
	default:
		return &a[i*rowStep+(k0+first)*termStep], 4 * rowStep, 4 * termStep
	}
	for k := range count {
		for r := range rows {
			x := float32(0)
			if r < have {
				x = a[(i+r)*rowStep+(k0+first+k)*termStep]
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

func ceil(n, d int) int { return (n + d - 1) / d }
