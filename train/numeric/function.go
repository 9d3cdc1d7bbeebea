package numeric

import "math"

// magic is 1.5·2²³: adding it to a small number rounds that number to an integer, which then lies in the low bits.
const (
	magic     float32 = 12582912
	magicBits int32   = 0x4B400000
)

// polynomial returns the last q of q ← fma(q, x, c) for each c in order.
func polynomial(q, x float32, coefficients ...float32) float32 {
	for _, c := range coefficients {
		q = fma(q, x, c)
	}
	return q
}

// power returns 2^n.
//
// Bounds: −126 ≤ n ≤ 127.
func power(n int32) float32 { return math.Float32frombits(uint32(n+127) << 23) }

// Exp returns e^x with an error below 0.91 ulp; the sequence is the definition.
//
// Order: x = (n + f)·ln 2; a polynomial in f, then two powers of 2 so that subnormal results round once.
func Exp(x float32) float32 {
	if x != x {
		return Canonical(x)
	}
	if x > 89 {
		x = 89
	}
	if x < -104 {
		x = -104
	}
	t := fma(x, 0x1.715476p+0, magic)
	n := int32(math.Float32bits(t)) - magicBits
	j := t - magic
	f := fma(j, -0x1.63p-1, x)
	f = fma(j, 0x1.bd0106p-13, f)
	q := polynomial(0x1.6a2384p-10, f, 0x1.123a6ap-7, 0x1.5558f4p-5, 0x1.55549p-3, 0x1.fffffcp-2, 1, 1)
	half := n >> 1
	return float32(q*power(half)) * power(n-half)
}

// Log returns the natural logarithm with an error below 0.97 ulp; the sequence is the definition. Log(±0) is −Inf, of negative
// numbers NaN.
//
// Order: x = 2^k·(1 + f) with 1 + f in [2/3, 4/3); a polynomial in f, then k·ln 2 in two parts.
func Log(x float32) float32 {
	switch {
	case x != x || x < 0:
		return math.Float32frombits(NaN)
	case x == 0:
		return float32(math.Inf(-1))
	case x > math.MaxFloat32:
		return x
	}
	var e float32
	if x < 0x1p-126 {
		x, e = x*0x1p23, -23
	}
	u := math.Float32bits(x)
	k := int32(u-0x3f2aaaab) >> 23
	f := math.Float32frombits(u-uint32(k)<<23) - 1
	s := float32(f * f)
	fk := float32(k) + e
	q := polynomial(-0x1.02bce2p-3, f, 0x1.1743a6p-3, -0x1.f59572p-4, 0x1.20752ap-3, -0x1.55858ep-3, 0x1.99b312p-3, -0x1.ffff8p-3,
		0x1.555554p-2, -0.5)
	q = fma(q, s, f)
	return fma(fk, 0x1.62e430p-1, fma(fk, -0x1.05c610p-29, q))
}

// Tanh returns the hyperbolic tangent with an error below 1.56 ulp; the sequence is the definition. Tanh(−0) is +0.
//
// Order: a polynomial in x² for small |x|, else 1 − 2/(e^2|x| + 1) with the sign of x.
func Tanh(x float32) float32 {
	a := Abs(x)
	if a < 0x1.19999ap-1 {
		z := float32(x * x)
		q := polynomial(-0x1.9b483ep-8, z, 0x1.59439ep-6, -0x1.b92998p-5, 0x1.110d3p-3, -0x1.55554ap-2)
		return fma(float32(q*z), x, x)
	}
	if a > 10 {
		a = 10
	}
	r := Sub(1, 2/(Exp(a+a)+1))
	if x < 0 {
		return -r
	}
	return r
}
