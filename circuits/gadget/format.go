package gadget

// Format is a binary floating-point format. Steps are in Binary32; the tests are exhaustive in a smaller one.
//
// Bounds: Exponent ≥ 4, Mantissa ≥ 3, Limb divides Mantissa − 1.
type Format struct {
	Exponent int // bits
	Mantissa int // bits behind the leading one
	Limb     int // bits of a range check
}

// Binary32 is IEEE-754's.
var Binary32 = Format{Exponent: 8, Mantissa: 23, Limb: 11}

// precision is the length of a significand.
func (f Format) precision() int { return f.Mantissa + 1 }

// one is the exponent at which the significand counts units: a number is m·2^(e − one).
func (f Format) one() int { return 1<<(f.Exponent-1) - 1 + f.Mantissa }

// top is the greatest exponent that has proofs. The binade above it holds numbers too, but rounding up from it would give an infinity, and to
// leave it out costs nothing.
func (f Format) top() int { return 1<<f.Exponent - 3 }

// limbs rounds bits up to whole limbs.
func (f Format) limbs(bits int) int { return (bits + f.Limb - 1) / f.Limb }

// scaling says how an exact value becomes a significand: multiplied by 2^(tail+1−j) it is q·2^(tail+1) + r·2^tail + t with 0 ≤ t < 2^tail.
type scaling struct {
	low, high int // of j
	clip      int // above it j scales as this does: nothing is left but t
	tail      int // whole limbs, ≥ min(high, clip) − 1
}

// The greatest shifts that matter. Beyond them the smaller of two terms only says on which side of the other the sum lies.
//
// fma, product beyond addend: |c|·2^−k < 2^−(p+1), and the product's neighbouring midpoints are multiples of that: k ≥ 2p + 2.
// fma, addend beyond product: |a·b|·2^−k < 1/4 of the addend's unit: k ≥ 2p + 3. add: k ≥ p + 3 by the same argument.
func (f Format) fmaAbove() int { return 2*f.precision() + 2 }
func (f Format) fmaBelow() int { return 2*f.precision() + 3 }
func (f Format) addBeyond() int {
	return f.precision() + 3
}

// zeroShift is taken from the exponent of a factor 0, so that a product 0 never lies beyond an addend. An addend whose own exponent is at least
// that needs no such thing: top + 1 − one − e ≤ fmaAbove.
func (f Format) zeroShift() int { return max(0, f.top()-f.one()-f.fmaAbove()) + 1 }

// The scalings. An exact value v lies below 2^bits; q has p bits, so j ≤ bits − p, and j ≥ 1 − p since v ≥ 1.
func (f Format) fmaScaling() scaling { return f.scalingOf(2*f.precision()+f.fmaAbove()+1, 0) }
func (f Format) addScaling() scaling { return f.scalingOf(f.precision()+f.addBeyond()+1, 0) }

// A product is less than 2^(2p)+1, but its exponent may lie far below the least: from j = 2p + 2 on it is less than a quarter.
func (f Format) mulScaling() scaling {
	s := f.scalingOf(2*f.precision()+2, 2*f.precision()+2)
	s.high = f.one() - 1
	return s
}

func (f Format) scalingOf(bits, clip int) scaling {
	s := scaling{low: 1 - f.precision(), high: bits - f.precision(), clip: clip}
	if clip == 0 {
		s.clip = s.high
	}
	s.tail = f.limbs(s.clip-1) * f.Limb
	return s
}
