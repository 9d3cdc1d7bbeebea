package gadget

// A reduction's terms are cut into chunks of 512; each chunk starts at +0, and the chunks' results are added from the left (train/numeric).
const (
	chunk = 512
	lanes = 16
)

// No proof exists of a reduction of which one step has none; what a reduction proves is what its steps do.

// Dot is a chain over k of fma(x[k], y[k], acc), with the final +0.
//
// Constraints: 28 per term with decoded operands, 20 for the first, and 2.
//
// Native twin: one element of numeric.Matmul, numeric.ColumnDot.
func (u *Unit) Dot(x, y []*Float) *Float {
	return u.fold(len(x), func(first, end int) *Float {
		acc := u.Mul(x[first], y[first]) // fma(x, y, +0) but for the sign of a 0
		for k := first + 1; k < end; k++ {
			acc = u.Chain(x[k], y[k], acc)
		}
		return acc
	}, u.ChainAdd)
}

// Sum is a chain over k of acc + x[k], with the final +0.
//
// Constraints: 23 per term after the first, and 2.
//
// Native twin: one element of numeric.ColumnSum.
func (u *Unit) Sum(x []*Float) *Float {
	return u.fold(len(x), func(first, end int) *Float {
		acc := x[first]
		for _, term := range x[first+1 : end] {
			acc = u.ChainAdd(acc, term)
		}
		return acc
	}, u.ChainAdd)
}

// Lanes reduces terms by sixteen lanes and a tree, with the final +0. Absent terms, which are nil, stand for +0; start is what a lane is after
// its first term.
//
// Constraints: of start for the first term of each lane, of step for the others, of tree to join two lanes or chunks; and 2 or 3 for the +0.
//
// Native twin: numeric's lanes. What a lane holds before its first term, +0 or −Inf, changes nothing but the sign of a zero, so lanes begin with
// their first term, and lanes without one are left out of the tree.
func (u *Unit) Lanes(x []*Float, start func(k int) *Float, step func(acc *Float, k int) *Float, tree func(a, b *Float) *Float) *Float {
	return u.fold(len(x), func(first, end int) *Float {
		var s [lanes]*Float
		for k := first; k < end; k++ {
			switch l := k % lanes; {
			case x[k] == nil:
			case s[l] == nil:
				s[l] = start(k)
			default:
				s[l] = step(s[l], k)
			}
		}
		for h := lanes / 2; h > 0; h /= 2 {
			for l := range h {
				s[l] = either(s[l], s[l+h], tree)
			}
		}
		return s[0]
	}, tree)
}

// either joins two parts, one of which may be absent.
func either(a, b *Float, join func(a, b *Float) *Float) *Float {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	}
	return join(a, b)
}

// SumLanes is the sum of a row or a tile.
//
// Constraints: as Sum: lanes and tree add as often.
//
// Native twin: numeric.RowSum, and numeric.TileSum, whose padding of +0 changes nothing.
func (u *Unit) SumLanes(x []*Float) *Float {
	return u.Lanes(x, func(k int) *Float { return x[k] }, func(acc *Float, k int) *Float { return u.ChainAdd(acc, x[k]) }, u.ChainAdd)
}

// DotLanes is the sum of the products of a row.
//
// Constraints: 28 per term, 20 for a lane's first, 23 per join, and 2.
//
// Native twin: numeric.RowDot, and with y = x numeric.TileSqSum.
func (u *Unit) DotLanes(x, y []*Float) *Float {
	return u.Lanes(x, func(k int) *Float { return u.Mul(x[k], y[k]) },
		func(acc *Float, k int) *Float { return u.Chain(x[k], y[k], acc) }, u.ChainAdd)
}

// MaxLanes is the greatest number of a row.
//
// Constraints: 10 per term after the first, and 3.
//
// Native twin: numeric.RowMax of finite numbers.
func (u *Unit) MaxLanes(x []*Float) *Float {
	larger := func(a, b *Float) *Float { return u.Max(b, a) }
	return u.Lanes(x, func(k int) *Float { return x[k] }, func(acc *Float, k int) *Float { return larger(acc, x[k]) }, larger)
}

// fold joins the chunks' results from the left and adds +0.
func (u *Unit) fold(terms int, of func(first, end int) *Float, join func(a, b *Float) *Float) *Float {
	var result *Float
	for first := 0; first < terms; first += chunk {
		result = either(result, of(first, min(first+chunk, terms)), join)
	}
	if result == nil {
		return u.Constant(0)
	}
	return u.PlusZero(result)
}
