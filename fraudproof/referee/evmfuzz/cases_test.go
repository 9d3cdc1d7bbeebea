package evmfuzz

import (
	"math"
	"math/rand/v2"
)

const signBit uint32 = 1 << 31

// edges are the mantissas where carries, ties and implicit bits go wrong.
var edges = [8]uint32{0, 1, 2, 0x3fffff, 0x400000, 0x400001, 0x7ffffe, 0x7fffff}

// scalar returns case i of an instruction of so many arguments: first all exponents, or all pairs of them, with edge mantissas; from grid on
// whatever is hard to round.
func scalar(r *rand.Rand, i, grid uint64, arguments int) [3]uint32 {
	if i >= grid {
		return hard(r, i, arguments)
	}
	if arguments == 1 {
		a := uint32(i)&0xff<<23 | edge(r)
		return [3]uint32{a | uint32(i)>>8<<31, r.Uint32(), r.Uint32()}
	}
	ea, eb := uint32(i)&0xff, uint32(i)>>8&0xff
	return [3]uint32{sign(r) | ea<<23 | edge(r), sign(r) | eb<<23 | edge(r), beside(r, ea+eb)}
}

// gridSize is the number of exponents, or pairs of them, each with either sign.
func gridSize(arguments int) uint64 {
	if arguments == 1 {
		return 1 << 9
	}
	return 1 << 16
}

func sign(r *rand.Rand) uint32 { return r.Uint32() & signBit }
func edge(r *rand.Rand) uint32 { return edges[r.Uint32()%8] }

// beside is an addend whose exponent lies near that of a product, half of the time; sum is the sum of the factors' exponent fields.
func beside(r *rand.Rand, sum uint32) uint32 {
	exponent := r.Uint32() & 0xff
	if r.Uint32()&1 == 0 {
		exponent = uint32(min(max(int(sum)-127+r.IntN(104)-52, 0), 255))
	}
	return sign(r) | exponent<<23 | edge(r)
}

// hard returns words whose result lies at, or just beside, a midpoint, a zero, the least normal or the greatest number.
func hard(r *rand.Rand, i uint64, arguments int) [3]uint32 {
	if arguments == 1 {
		switch r.Uint32() % 4 {
		case 0:
			return [3]uint32{ordinary(r, 40)}
		case 1:
			return [3]uint32{ordinary(r, 1)}
		case 2:
			return [3]uint32{nearSquare(r)}
		}
		return [3]uint32{uint32(i) * 429, r.Uint32(), r.Uint32()} // 429·10⁷ = 2³², about: evenly over all words
	}
	a, b, c := ordinary(r, 20), ordinary(r, 20), ordinary(r, 30)
	switch r.Uint32() % 10 {
	case 0: // anything
		return [3]uint32{r.Uint32(), r.Uint32(), r.Uint32()}
	case 9: // the ends of every range
		return [3]uint32{end(r), end(r), end(r)}
	case 1: // equal but for the last bits: cancellation, comparisons
		b = a ^ sign(r) ^ r.Uint32()&3
	case 2: // exponents 20 to 30 apart: the smaller term is half a unit of the other
		b = a&^signBit - (20+r.Uint32()%11)<<23&^signBit | sign(r)
		b = b&^0x7fffff | edge(r)
	case 3: // the addend cancels a product but for its last bits
		c = bits(-float(a)*float(b)) ^ r.Uint32()&3
	case 4: // products of few bits: exact, or ties
		a, b = a&^(1<<(8+r.Uint32()%8)-1), b&^(1<<(8+r.Uint32()%8)-1)
		c = beside(r, a>>23&0xff+b>>23&0xff)
	case 5: // an odd product of 25 bits is a tie; an addend far below decides it
		a = bits(float32(1<<12+2*r.IntN(1<<11)+1) * float32(math.Ldexp(1, r.IntN(40)-20)))
		b = bits(float32(1<<12 + 2*r.IntN(1<<11) + 1))
		c = bits(float32(math.Ldexp(float64(r.IntN(3)-1), -r.IntN(150))))
	case 6: // an addend with a product of about half its last bit
		exponent := 30 + r.Uint32()%200
		c = sign(r) | exponent<<23 | edge(r)
		a = sign(r) | (exponent-24)<<23 | r.Uint32()%3
		b = 0x3f800000 + r.Uint32()%3 - 1
	case 7: // subnormal results
		a = sign(r) | (30+r.Uint32()%80)<<23 | edge(r)
		b = (a&^signBit ^ 0x7fffffff) & 0x3fffffff &^ 0x7fffff
		b = (b - r.Uint32()%60<<23) | edge(r)
		c = sign(r) | r.Uint32()%3<<23 | edge(r)
	case 8: // results about the greatest number
		a = sign(r) | (127+r.Uint32()%128)<<23 | edge(r)
		b = sign(r) | (381-a>>23&0xff-r.Uint32()%3)<<23&^signBit | edge(r)
		c = sign(r) | (225+r.Uint32()%30)<<23 | edge(r)
	}
	return [3]uint32{a, b, c}
}

// end is ±0, subnormal, the least normal number, 1, the greatest number, Inf or NaN, or next to it.
func end(r *rand.Rand) uint32 {
	ends := [...]uint32{0, 1, 0x7fffff, 0x800000, 0x3f800000, 0x7f7fffff, 0x7f800000, 0x7f800001, 0x7fc00000, 0x7fffffff}
	return sign(r) | ends[r.Uint32()%uint32(len(ends))]
}

// nearSquare is a number whose square root lies within 2^-46 of a midpoint, as a part of it: K² − c for an odd K of 25 bits and a small c,
// where all but the first 24 bits are 0.
func nearSquare(r *rand.Rand) uint32 {
	c := 1 + 8*(r.IntN(32)-16)
	root := uint64(1)
	for bit := 3; bit < 27; bit++ { // root² ≡ c mod 2^bit
		if (root*root-uint64(c))>>bit&1 == 1 {
			root += 1 << (bit - 1)
		}
	}
	k := root & (1<<25 - 1)
	if k < 1<<24 {
		k = 1<<25 - k
	}
	return bits(float32(math.Ldexp(float64(k*k-uint64(c)), 2*(r.IntN(60)-50))))
}

// ordinary is a number about 1, give or take 2^spread.
func ordinary(r *rand.Rand, spread uint32) uint32 {
	return r.Uint32()&(signBit|0x7fffff) | (127-spread+r.Uint32()%(2*spread+1))<<23
}

func float(w uint32) float32 { return math.Float32frombits(w) }
func bits(f float32) uint32  { return math.Float32bits(f) }

// row is what one call of a reduction takes.
type row struct {
	n       uint32
	p, x, y [16]uint32
}

// randomRow returns rows of one of several kinds, in which one word may be of another kind.
func randomRow(r *rand.Rand) (w row) {
	w.n = r.Uint32() % 17
	if r.Uint32()&1 == 0 {
		w.n = 16
	}
	kind := r.Uint32() % 8
	for l := range 16 {
		w.p[l], w.x[l], w.y[l] = word(r, kind), word(r, kind), word(r, kind)
	}
	if r.Uint32()&1 == 0 {
		w.p = [16]uint32{} // most accumulators begin as +0
	}
	if kind == 1 { // pairs of products cancel
		for l := 1; l < 16; l += 2 {
			w.x[l], w.y[l] = w.x[l-1]^signBit, w.y[l-1]^r.Uint32()&1
		}
	}
	if r.Uint32()%8 == 0 { // a great tie, decided by what little was there before
		w.p[0] = sign(r) | r.Uint32()%24<<23 | edge(r)
		w.x[0] = sign(r) | (190+r.Uint32()%8)<<23 | r.Uint32()&0x3ff<<12 | 1<<11
		w.y[0] = sign(r) | (170+r.Uint32()%10)<<23 | r.Uint32()&0x3ff<<12 | 1<<11
	}
	switch r.Uint32() % 16 {
	case 0: // ties on the subnormal grid
		for l := range 16 {
			w.x[l], w.y[l] = bits(float32(r.IntN(16)-8)*0x1p-75), bits(float32(r.IntN(16)-8)*0x1p-75)
		}
	case 1: // a sum that rounds up to Inf, or nearly
		at := r.Uint32() % 15
		w.p, w.x = [16]uint32{sign(r) | 0x7f7fffff - r.Uint32()%2}, [16]uint32{}
		w.x[at], w.y[at] = w.p[0]&signBit|0x73000000-r.Uint32()%2, 0x3f800000 // 2^103, half a last bit
		w.x[at+1], w.y[at+1] = ^w.p[0]&signBit|(200+r.Uint32()%54)<<23, 0x3f800000
	case 2: // Inf or NaN, among the terms or behind them
		w.x[r.Uint32()%16] = sign(r) | 0x7f800000 | r.Uint32()%2
	}
	for range r.Uint32() % 3 {
		w.x[r.Uint32()%16], w.y[r.Uint32()%16] = word(r, r.Uint32()%8), word(r, r.Uint32()%8)
	}
	return w
}

// word returns a word of a kind of row.
func word(r *rand.Rand, kind uint32) uint32 {
	switch kind {
	case 0, 1: // like activations and gradients
		return ordinary(r, 4)
	case 2: // of very different size
		return ordinary(r, 60)
	case 3: // sparse
		if r.Uint32()&1 == 0 {
			return sign(r)
		}
		return ordinary(r, 2)
	case 4: // products at the end of the subnormal range
		return sign(r) | (40+r.Uint32()%30)<<23 | r.Uint32()&0x7fffff
	case 5: // subnormal itself
		return r.Uint32() & (signBit | 0x7fffff) >> (r.Uint32() % 24 * (r.Uint32() & 1)) & 0xffffffff
	case 6: // sums about the greatest number
		return sign(r) | (185+r.Uint32()%6)<<23 | r.Uint32()&0x7fffff
	default:
		return sign(r) | r.Uint32()%256<<23 | edge(r)
	}
}
