package numeric

// Philox returns four random words: the counter, enciphered in ten rounds under the key.
//
// Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", 2011 (Philox4x32-10).
func Philox(counter [4]uint32, key [2]uint32) [4]uint32 {
	a, b, c, d := counter[0], counter[1], counter[2], counter[3] // an array would live in memory
	k, l := key[0], key[1]
	for range 10 {
		p, q := 0xD2511F53*uint64(a), 0xCD9E8D57*uint64(c)
		a, b, c, d = uint32(q>>32)^b^k, uint32(q), uint32(p>>32)^d^l, uint32(p)
		k, l = k+0x9E3779B9, l+0xBB67AE85
	}
	return [4]uint32{a, b, c, d}
}

// NormalInit fills a tensor with nearly normal numbers of mean 0: element e is float(Σ (u>>12) − 6·2²⁰) · (std·2⁻²⁰) over the twelve
// words u of blocks 3e, 3e+1 and 3e+2 of the tensor.
//
// Bounds: |element| ≤ 6·std.
//
// Order: the sum is exact; both products round.
func NormalInit(dst []float32, seed uint64, tensor uint32, std float32) {
	key, scale := [2]uint32{uint32(seed), uint32(seed >> 32)}, float32(std*0x1p-20)
	for e := range dst {
		dst[e] = float32(float32(int32(twelveWords(3*uint64(e), tensor, key))-6<<20) * scale)
	}
}

// twelveWords returns Σ (u>>12) over the words of Philox's blocks n, n+1 and n+2. The three go round side by side, since each by itself
// waits for its products.
func twelveWords(n uint64, tensor uint32, key [2]uint32) uint32 {
	a0, b0, c0, d0 := uint32(n), uint32(n>>32), tensor, uint32(0xFFFFFFFF)
	a1, b1, c1, d1 := uint32(n+1), uint32((n+1)>>32), tensor, uint32(0xFFFFFFFF)
	a2, b2, c2, d2 := uint32(n+2), uint32((n+2)>>32), tensor, uint32(0xFFFFFFFF)
	k, l := key[0], key[1]
	for range 10 {
		p, q := 0xD2511F53*uint64(a0), 0xCD9E8D57*uint64(c0)
		a0, b0, c0, d0 = uint32(q>>32)^b0^k, uint32(q), uint32(p>>32)^d0^l, uint32(p)
		p, q = 0xD2511F53*uint64(a1), 0xCD9E8D57*uint64(c1)
		a1, b1, c1, d1 = uint32(q>>32)^b1^k, uint32(q), uint32(p>>32)^d1^l, uint32(p)
		p, q = 0xD2511F53*uint64(a2), 0xCD9E8D57*uint64(c2)
		a2, b2, c2, d2 = uint32(q>>32)^b2^k, uint32(q), uint32(p>>32)^d2^l, uint32(p)
		k, l = k+0x9E3779B9, l+0xBB67AE85
	}
	return a0>>12 + b0>>12 + c0>>12 + d0>>12 + a1>>12 + b1>>12 + c1>>12 + d1>>12 + a2>>12 + b2>>12 + c2>>12 + d2>>12
}
