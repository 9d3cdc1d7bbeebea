package numeric

import (
	"math"
	"math/big"
	"testing"
)

// exactFMA rounds the exact a·b + c once, with arbitrary precision.
func exactFMA(a, b, c float32) float32 {
	x, y, z := float64(a), float64(b), float64(c)
	// Inf, NaN and the sign of an exact 0 follow the rules of binary64, where nothing here overflows.
	if wide := x*y + z; math.IsNaN(wide) || math.IsInf(wide, 0) {
		return Canonical(float32(wide))
	}
	sum := big.NewFloat(x).SetPrec(2000)
	sum.Mul(sum, big.NewFloat(y)).Add(sum, big.NewFloat(z))
	if sum.Sign() == 0 {
		return float32(float64(x*y) + z)
	}
	rounded, _ := sum.Float32()
	return rounded
}

// exactDiv rounds the exact quotient once.
func exactDiv(a, b float32) float32 {
	wide := float64(a) / float64(b)
	if a == 0 || b == 0 || math.IsNaN(wide) || math.IsInf(float64(a), 0) || math.IsInf(float64(b), 0) {
		return Canonical(float32(wide))
	}
	quotient := new(big.Rat).SetFloat64(float64(a))
	quotient.Quo(quotient, new(big.Rat).SetFloat64(float64(b)))
	rounded, _ := quotient.Float32()
	if rounded == 0 && math.Signbit(wide) {
		return float32(math.Copysign(0, -1))
	}
	return rounded
}

func checkScalars(t *testing.T, a, b, c float32) {
	t.Helper()
	for _, op := range []struct {
		name      string
		got, want float32
	}{
		{"add", Add(a, b), exactFMA(a, 1, b)},
		{"sub", Sub(a, b), exactFMA(b, -1, a)},
		{"mul", Mul(a, b), exactMul(a, b)},
		{"div", Div(a, b), exactDiv(a, b)},
		{"fma", FMA(a, b, c), exactFMA(a, b, c)},
		{"inner fma", Canonical(fma(a, b, c)), exactFMA(a, b, c)},
	} {
		if math.Float32bits(op.got) != math.Float32bits(op.want) {
			t.Fatalf("%s(%08x, %08x, %08x) = %08x, want %08x", op.name, math.Float32bits(a), math.Float32bits(b), math.Float32bits(c),
				math.Float32bits(op.got), math.Float32bits(op.want))
		}
	}
}

// exactMul is exactFMA without an addend, which would turn −0 into +0.
func exactMul(a, b float32) float32 {
	if product := float64(a) * float64(b); product == 0 {
		return float32(product)
	}
	return exactFMA(a, b, 0)
}

func TestScalarsOfSpecialWords(t *testing.T) {
	for _, a := range special {
		for _, b := range special {
			for _, c := range special {
				checkScalars(t, math.Float32frombits(a), math.Float32frombits(b), math.Float32frombits(c))
			}
		}
	}
}

func TestScalarsOfAllExponentPairs(t *testing.T) {
	s := newStream(1)
	for i := range uint32(256) {
		for j := range uint32(256) {
			a := math.Float32frombits(s.word()&(signBit|0x7fffff) | i<<23)
			b := math.Float32frombits(s.word()&(signBit|0x7fffff) | j<<23)
			checkScalars(t, a, b, math.Float32frombits(s.word()))
		}
	}
}

// TestFMANearMidpoints makes sums that lie at, just below and just above the midpoint of two binary32 numbers, where rounding twice
// goes wrong: products of 48 bits with an addend that cancels all but a few of them, or that they barely touch.
func TestFMANearMidpoints(t *testing.T) {
	s, naive := newStream(2), 0
	for range 200_000 {
		a, b, c := nearMidpoint(s)
		want := exactFMA(a, b, c)
		if got := FMA(a, b, c); math.Float32bits(got) != math.Float32bits(want) {
			t.Fatalf("fma(%x, %x, %x) = %x, want %x", a, b, c, got, want)
		}
		if got := fma(a, b, c); math.Float32bits(Canonical(got)) != math.Float32bits(want) {
			t.Fatalf("inner fma(%x, %x, %x) = %x, want %x", a, b, c, got, want)
		}
		if float32(float64(a)*float64(b)+float64(c)) != want {
			naive++
		}
	}
	if naive == 0 {
		t.Error("no case tells rounding once from rounding twice")
	}
	t.Logf("rounding twice is wrong in %d of 200,000 cases", naive)
}

// nearMidpoint returns factors and an addend whose exact sum is a midpoint, or a midpoint and a little.
func nearMidpoint(s *stream) (a, b, c float32) {
	switch s.below(3) {
	case 0: // c has 24 bits, a·b is half its last place and less than 2^-24 of that more or less
		exponent := uint32(60 + s.below(130))
		c = math.Float32frombits(s.word()&(signBit|0x7fffff) | exponent<<23)
		a = math.Float32frombits((exponent-24)<<23 | uint32(s.below(3)))
		b = []float32{1, math.Nextafter32(1, 0), math.Nextafter32(1, 2)}[s.below(3)]
		if s.below(2) == 0 {
			a = -a
		}
	case 1: // the product has 25 significant bits or a few more, the addend is far below
		a = float32(1<<12+2*s.below(1<<11)+1) * float32(math.Ldexp(1, s.below(40)-20))
		b = float32(1<<12 + 2*s.below(1<<11) + 1)
		c = float32(math.Ldexp(float64(s.below(3)-1), -100-s.below(40)))
	default: // subnormal results
		a = math.Float32frombits(s.word()&(signBit|0x7fffff) | uint32(55+s.below(12))<<23)
		b = math.Float32frombits(s.word()&0x7ff000 | uint32(50+s.below(14))<<23)
		c = math.Float32frombits(s.word() & (signBit | 0x7fffff))
	}
	return a, b, c
}

func TestSqrtIsNearest(t *testing.T) {
	s := newStream(3)
	for range 100_000 {
		x := math.Float32frombits(adversarial(s))
		got := Sqrt(x)
		switch {
		case x != x || x < 0:
			if math.Float32bits(got) != NaN {
				t.Fatalf("sqrt(%x) = %x, want NaN", x, got)
			}
			continue
		case x == 0 || math.IsInf(float64(x), 1):
			if math.Float32bits(got) != math.Float32bits(x) {
				t.Fatalf("sqrt(%x) = %x", x, got)
			}
			continue
		}
		below := (float64(got) + float64(math.Nextafter32(got, 0))) / 2
		above := (float64(got) + float64(math.Nextafter32(got, math.MaxFloat32))) / 2
		square := func(y float64) *big.Float { return new(big.Float).SetPrec(200).Mul(big.NewFloat(y), big.NewFloat(y)) }
		if exact := big.NewFloat(float64(x)); square(below).Cmp(exact) > 0 || square(above).Cmp(exact) < 0 {
			t.Fatalf("sqrt(%x) = %x is not nearest", x, got)
		}
	}
}

// TestTotal gives every scalar every special word: no NaN but the one may come back.
func TestTotal(t *testing.T) {
	for op := MapAdd; op <= MapIeq; op++ {
		for _, a := range special {
			for _, b := range special {
				for _, c := range special {
					if y := Apply(op, a, b, c); y&^signBit > 0x7f800000 && y != NaN {
						t.Fatalf("%s(%08x, %08x, %08x) = %08x", op, a, b, c, y)
					}
				}
			}
		}
	}
}

func TestComparisonsAndSigns(t *testing.T) {
	nan, negativeZero := math.Float32frombits(0xffc00001), math.Float32frombits(signBit)
	for _, c := range []struct {
		name string
		got  float32
		want uint32
	}{
		{"max(1, NaN)", Max(1, nan), NaN},
		{"max(NaN, 1)", Max(nan, 1), 0x3f800000},
		{"max(+0, −0)", Max(0, negativeZero), signBit},
		{"max(−0, +0)", Max(negativeZero, 0), 0},
		{"select(NaN, 1, 2)", Select(nan, 1, 2), 0x3f800000},
		{"select(−0, 1, 2)", Select(negativeZero, 1, 2), 0x40000000},
		{"select(1, NaN, 2)", Select(1, nan, 2), NaN},
		{"neg(NaN)", Neg(nan), NaN},
		{"abs(NaN)", Abs(nan), NaN},
		{"neg(+0)", Neg(0), signBit},
		{"abs(−0)", Abs(negativeZero), 0},
		{"gt(NaN, NaN)", GT(nan, nan), 0},
		{"ge(NaN, NaN)", GE(nan, nan), 0},
		{"ge(+0, −0)", GE(0, negativeZero), 0x3f800000},
		{"gt(+0, −0)", GT(0, negativeZero), 0},
		{"tanh(−0)", Tanh(negativeZero), 0},
		{"exp(NaN)", Exp(nan), NaN},
		{"log(−0)", Log(negativeZero), 0xff800000},
		{"log(−1)", Log(-1), NaN},
		{"2^-126·½", Mul(0x1p-126, 0.5), 0x00400000},
	} {
		if bits := math.Float32bits(c.got); bits != c.want {
			t.Errorf("%s = %08x, want %08x", c.name, bits, c.want)
		}
	}
}
