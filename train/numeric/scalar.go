package numeric

import "math"

// NaN is the bit pattern of the one NaN that is ever returned or committed.
const NaN uint32 = 0x7fc00000

// Canonical returns x, or the one NaN if x is any NaN.
func Canonical(x float32) float32 {
	if x != x {
		return math.Float32frombits(NaN)
	}
	return x
}

// Add returns a + b.
func Add(a, b float32) float32 { return Canonical(a + b) }

// Sub returns a − b.
func Sub(a, b float32) float32 { return Canonical(a - b) }

// Mul returns a·b.
func Mul(a, b float32) float32 { return Canonical(float32(a * b)) }

// Div returns a/b.
func Div(a, b float32) float32 { return Canonical(a / b) }

// Sqrt returns the square root of x; of a negative number it is NaN, of −0 it is −0.
//
// Order: the square root in binary64 is narrowed; 53 ≥ 2·24 + 2 bits make the second rounding harmless.
func Sqrt(x float32) float32 { return Canonical(float32(math.Sqrt(float64(x)))) }

// Neg returns −x, by flipping the sign: −(+0) is −0.
func Neg(x float32) float32 { return Canonical(math.Float32frombits(math.Float32bits(x) ^ signBit)) }

// Abs returns |x|.
func Abs(x float32) float32 { return Canonical(math.Float32frombits(math.Float32bits(x) &^ signBit)) }

// Max returns a > b ? a : b: the second operand if they are equal or either is NaN.
func Max(a, b float32) float32 {
	if a > b {
		return a
	}
	return Canonical(b)
}

// GT returns 1 if a > b, else +0.
func GT(a, b float32) float32 {
	if a > b {
		return 1
	}
	return 0
}

// GE returns 1 if a ≥ b, else +0.
func GE(a, b float32) float32 {
	if a >= b {
		return 1
	}
	return 0
}

// Select returns c ≠ 0 ? a : b; a NaN is not 0.
func Select(c, a, b float32) float32 {
	if c != 0 {
		return Canonical(a)
	}
	return Canonical(b)
}

const signBit uint32 = 1 << 31
