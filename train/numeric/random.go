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
	key := [2]uint32{uint32(seed), uint32(seed >> 32)}
	scale := float32(std * 0x1p-20)
	for e := range dst {
		var sum int32
		for block := 3 * uint64(e); block < 3*uint64(e)+3; block++ {
			for _, u := range Philox([4]uint32{uint32(block), uint32(block >> 32), tensor, 0xFFFFFFFF}, key) {
				sum += int32(u >> 12)
			}
		}
		dst[e] = float32(float32(sum-6<<20) * scale)
	}
}
