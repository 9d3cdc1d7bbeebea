package numeric

import "math"

// FMA returns a·b + c, rounded once to nearest even.
//
// Order: the product of two binary32 numbers is exact in binary64 (48 bits, and exponents far from its ends). TwoSum gives the sum and
// its error; if the error is not 0 the sum is rounded to odd, that is, to the one of its two neighbours whose last bit is 1. Such a sum
// has at least two bits more than any binary32 result, so narrowing it is the only rounding that counts.
//
// Source: Boldo and Melquiond, "Emulation of FMA and correctly rounded sums: proved algorithms using rounding to odd", 2008.
func FMA(a, b, c float32) float32 {
	product, addend := float64(float64(a)*float64(b)), float64(c)
	sum := product + addend
	shadow := sum - product
	err := (product - (sum - shadow)) + (addend - shadow)
	// Not err ≠ 0: for infinite sums the error is NaN, and they need no correction.
	if err > 0 || err < 0 {
		if bits := math.Float64bits(sum); bits&1 == 0 {
			if (err > 0) == (sum > 0) {
				bits++
			} else {
				bits--
			}
			sum = math.Float64frombits(bits)
		}
	}
	return Canonical(float32(sum))
}

// roundsOnce reports that narrowing the binary64 sum a·b + c to binary32 is FMA(a, b, c), but for the payload of a NaN. Inner loops ask
// it, go the long way where the answer is no, and make NaN canonical at their end.
//
// The binary64 sum is within half a unit of its last place of the true one, and every midpoint of two binary32 numbers is a binary64
// number; so the two lie on the same side of every midpoint, and narrowing is right unless the sum is itself a midpoint. For normal
// results those are the sums whose 29 last bits are a 1 and 28 zeros; they and the subnormal results get the answer no.
func roundsOnce(sum float64) bool {
	return math.Float64bits(sum)&(1<<29-1) != 1<<28 && math.Abs(sum) >= 0x1p-126
}

// fma is FMA, except that a NaN may be any NaN. Since the product is exact, it is the same whether or not the compiler fuses the sum.
func fma(a, b, c float32) float32 {
	if sum := float64(a)*float64(b) + float64(c); roundsOnce(sum) {
		return float32(sum)
	}
	return FMA(a, b, c)
}
