package numeric

import (
	"crypto/sha256"
	"encoding/binary"
)

// OrderRounds is the number of swap-or-not rounds.
const OrderRounds = 48

// SampleIndex returns the sample at position p of the run: epoch e = p/n goes through all n samples once, in an order that the seed and
// e decide.
//
// Bounds: 1 ≤ n ≤ 2⁶³; the result is below n.
//
// Source: Hoang, Morris and Rogaway, "An enciphering scheme based on a card shuffle", 2012.
func SampleIndex(seed, p, n uint64) uint64 {
	e, r := p/n, p%n
	for round := range uint64(OrderRounds) {
		first := orderHash("cw-perm", seed, e, round)
		pivot := binary.LittleEndian.Uint64(first[:]) % n
		partner := (pivot + n - r) % n
		c := max(r, partner)
		word := orderHash("cw-bit", seed, e, round, c/256)
		if word[c%256/8]>>(c%8)&1 == 1 {
			r = partner
		}
	}
	return r
}

// orderHash is SHA-256 of a tag, raw ASCII, and integers of 8 bytes little-endian.
//
// Bounds: a tag of at most 8 bytes and four integers, so that a step's thousands of hashes need no memory but the stack.
func orderHash(tag string, values ...uint64) [sha256.Size]byte {
	var message [8 + 4*8]byte
	n := copy(message[:8], tag)
	for _, v := range values {
		binary.LittleEndian.PutUint64(message[n:], v)
		n += 8
	}
	return sha256.Sum256(message[:n])
}
